"""Comparison of a site with its receipt. Receipts are untrusted input."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PureWindowsPath
from typing import Protocol

import msgspec
from msgspec import Struct

from bantin.domain.problems import Checked, Location, Problem
from bantin.output.publish.output import is_inside
from bantin.output.publish.receipt import RECEIPT, FileSum, Receipt, sum_of
from bantin.output.verify import problems

LARGEST_RECEIPT = 1 << 28
"""The size in bytes of the largest receipt that is read: enough for more than a million files."""


class SiteLocation(Protocol):
    """The folder or address where a site is published."""

    def locate(self, path: str) -> Location:
        """Returns the location by which problems name the file at ``path``."""
        ...

    def receipt(self) -> Checked[bytes]:
        """Reads the published receipt."""
        ...

    def differences(
        self, files: Mapping[str, FileSum], redirects: Mapping[str, str], gone: Collection[str]
    ) -> Iterator[Problem]:
        """Finds differences from a site of ``files``; ``redirects`` maps files at old addresses to their targets.

        ``gone`` are the files that say that something is gone.
        """
        ...


class Verdict(Struct, frozen=True):
    """The result of a verification: the receipt, ``None`` if it could not be read, and the differences from it."""

    receipt: Receipt | None
    problems: tuple[Problem, ...]


def verify(site: SiteLocation, receipt: bytes | None = None) -> Verdict:
    """Compares ``site`` with its published receipt, or with a ``receipt`` that was stored elsewhere."""
    data = site.receipt() if receipt is None else Checked(receipt)
    if data.value is None:
        return Verdict(None, data.problems)
    read = read_receipt(data.value, site.locate(RECEIPT))
    if read.value is None:
        return Verdict(None, read.problems)
    # The published receipt is compared too: it may have been changed, or a newer site been published meanwhile.
    files = {**read.value.files, RECEIPT: sum_of(data.value)}
    return Verdict(read.value, tuple(site.differences(files, read.value.redirects, frozenset(read.value.gone))))


def read_receipt(data: bytes, location: Location) -> Checked[Receipt]:
    """Decodes a receipt, and refuses one with a path that leads outside the site."""
    try:
        receipt = msgspec.json.decode(data, type=Receipt)
    except (ValueError, RecursionError) as error:
        return Checked(None, (problems.BAD_RECEIPT.at(location, reason=error),))
    named = (*receipt.files, *receipt.redirects, *receipt.redirects.values(), *receipt.gone)
    outside = next((path for path in named if not is_inside(path) or PureWindowsPath(path).drive), None)
    if outside is not None:
        return Checked(None, (problems.BAD_RECEIPT.at(location, reason=repr(outside)),))
    return Checked(receipt)
