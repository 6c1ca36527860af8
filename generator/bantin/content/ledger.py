"""PARSE: ``content/.ledger``: every address that ever was public, with what was there and when.

A line for each address, sorted, with tabs between its values, which :class:`~bantin.domain.model.PublicAddress`
explains: address, kind, id, first day, last day, digest of the facts, present id. ``-`` stands for no value. Lines of
two branches merge like any text: the order does not matter, and of two lines for an address, the later state counts.

Files are written at the addresses, and servers are told of them, so only lines of the form that the build writes are
read: an address may be what a former address that an editor declares may be.
"""

import os
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bantin.content.discover import CONTENT, read
from bantin.content.problems import ledger as problems
from bantin.content.schema.aliases import PATH
from bantin.domain.model import AddressKind, Ledger, PublicAddress
from bantin.domain.problems import Checked, Location, Problem
from bantin.domain.text.slugs import SLUG

LEDGER = f"{CONTENT}/.ledger"
_MARK = "# bantin build:"
_HEAD = f"{_MARK} address, kind, id, first day, last day, digest of the facts, present id\n"
_LARGEST = 1 << 30
_NONE = "-"
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7}|={7})(?: .*)?")
_ID = rf"{SLUG.pattern}(?:/{SLUG.pattern})*"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_ROW = re.compile(
    rf"/((?:{PATH})?(?:#{SLUG.pattern})?)\t({'|'.join(AddressKind)})\t(-|{_ID})"
    rf"\t({_DAY})\t(-|{_DAY})\t(-|[0-9a-f]{{12}})\t(-|{_ID})"
)
_NEVER = date.max


def read_ledger(root: Path) -> Checked[Ledger]:
    """Reads the ledger of the bulletin in ``root``; there is no value without one, or if it is damaged."""
    place = root / LEDGER
    if not os.path.lexists(place):
        return Checked(None)
    if place.is_symlink():
        # It could lead out of the bulletin, and the build writes this file.
        return Checked(None, (problems.IS_LINK.at(Location(LEDGER)),))
    data = read(root, LEDGER, _LARGEST)
    if data.value is None:
        return Checked(None, data.problems)
    try:
        # Some editors of text begin a file with a mark of its encoding.
        return parse_ledger(data.value.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.value.count(b"\n", 0, error.start) + 1
        return Checked(None, (problems.NOT_TEXT.at(Location(LEDGER, line, 1)),))


def parse_ledger(text: str) -> Checked[Ledger]:
    """The addresses in the ``text`` of a ledger. Marks of a conflict are passed over, with a problem.

    A file without the line that each ledger begins with has been emptied or cut off.
    """
    found: dict[str, PublicAddress] = {}
    reported: list[Problem] = []
    lines = text.split("\n")
    if not any(line.startswith(_MARK) for line in lines):
        reported.append(problems.NO_HEAD.at(Location(LEDGER, 1, 1)))
    for number, line in enumerate(lines, start=1):
        row = line.rstrip("\r")
        if not row or row.startswith("#"):
            continue
        one = _parsed(row, number)
        if one is not None:
            other = found.get(one.address)
            found[one.address] = _merged(other, one) if other else one
        elif _CONFLICT.fullmatch(row):
            reported.append(problems.CONFLICT.at(Location(LEDGER, number, 1, len(row))))
        else:
            reported.append(problems.BAD_LINE.at(Location(LEDGER, number, 1, len(row))))
    is_damaged = any(problem.kind in (problems.BAD_LINE, problems.NO_HEAD) for problem in reported)
    return Checked(None if is_damaged else found, tuple(reported))


def ledger_text(addresses: Iterable[PublicAddress]) -> str:
    """The text of the ledger: the same for the same addresses in any order."""
    rows = sorted(addresses, key=lambda one: one.address)
    return _HEAD + "".join(map(_row, rows))


def is_sound(one: PublicAddress) -> bool:
    """Whether ``one`` can be a line of the ledger."""
    return _parsed(_row(one).removesuffix("\n"), 0) is not None


def _parsed(row: str, number: int) -> PublicAddress | None:
    found = _ROW.fullmatch(row)
    if found is None:
        return None
    address, kind, item_id, first, last, digest, now = found.groups()
    try:
        return PublicAddress(
            address,
            AddressKind(kind),
            "" if item_id == _NONE else item_id,
            date.fromisoformat(first),
            None if last == _NONE else date.fromisoformat(last),
            "" if digest == _NONE else digest,
            "" if now == _NONE else now,
            number,
        )
    except ValueError:  # no day of the calendar
        return None


def _row(one: PublicAddress) -> str:
    last = one.last_seen.isoformat() if one.last_seen else _NONE
    rest = f"{one.first_seen.isoformat()}\t{last}\t{one.digest or _NONE}\t{one.now or _NONE}"
    return f"/{one.address}\t{one.kind.value}\t{one.id or _NONE}\t{rest}\n"


def _merged(one: PublicAddress, other: PublicAddress) -> PublicAddress:
    """The state of an address that two branches tell of: the later one, first seen on the earlier day."""
    later = max(one, other, key=lambda line: (line.last_seen or _NEVER, line.first_seen))
    first = min(one.first_seen, other.first_seen)
    return PublicAddress(
        later.address,
        later.kind,
        later.id,
        first,
        later.last_seen,
        later.digest,
        later.now or one.now or other.now,
        later.line,
    )
