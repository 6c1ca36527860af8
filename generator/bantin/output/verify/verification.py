"""A site beside its receipt. Receipts come from anywhere, and may have been made to do harm."""

from collections.abc import Iterator, Mapping
from pathlib import PureWindowsPath
from typing import Protocol

import msgspec
from msgspec import Struct

from bantin.domain.problems import Checked, Location, Problem
from bantin.output.publish.output import is_inside
from bantin.output.publish.receipt import RECEIPT, FileSum, Receipt, sum_of
from bantin.output.verify import problems

LARGEST_RECEIPT = 1 << 28
"""The size in bytes of the largest receipt that is read: that of a site of more than a million files."""


class SiteLocation(Protocol):
    """Where a site was published."""

    def locate(self, path: str) -> Location:
        """How a file of the site is told of."""
        ...

    def receipt(self) -> Checked[bytes]:
        """The receipt that is published there."""
        ...

    def differences(self, files: Mapping[str, FileSum], redirects: Mapping[str, str]) -> Iterator[Problem]:
        """What differs from a site of ``files``; ``redirects`` lead from those at old addresses to others."""
        ...


class Verdict(Struct, frozen=True):
    """What came of verifying a site: the receipt, ``None`` if there was none to trust, and what differs from it."""

    receipt: Receipt | None
    problems: tuple[Problem, ...]


def verify(place: SiteLocation, kept: bytes | None = None) -> Verdict:
    """Compares the site at ``place`` with its receipt, or with one that was ``kept`` elsewhere."""
    data = place.receipt() if kept is None else Checked(kept)
    if data.value is None:
        return Verdict(None, data.problems)
    read = read_receipt(data.value, place.locate(RECEIPT))
    if read.value is None:
        return Verdict(None, read.problems)
    # The receipt is published too: it may have been changed, or a new site have taken the place of this one meanwhile.
    files = {**read.value.files, RECEIPT: sum_of(data.value)}
    return Verdict(read.value, tuple(place.differences(files, read.value.redirects)))


def read_receipt(data: bytes, location: Location) -> Checked[Receipt]:
    """The receipt that ``data`` holds, once it is certain that nothing outside of a site can be meant by it."""
    try:
        receipt = msgspec.json.decode(data, type=Receipt)
    except (ValueError, RecursionError) as error:
        return Checked(None, (problems.BAD_RECEIPT.at(location, reason=error),))
    named = (*receipt.files, *receipt.redirects, *receipt.redirects.values())
    outside = next((path for path in named if not is_inside(path) or PureWindowsPath(path).drive), None)
    if outside is not None:
        return Checked(None, (problems.BAD_RECEIPT.at(location, reason=repr(outside)),))
    return Checked(receipt)
