"""Writers of data files, one for each format: a format is a contract with programs, so themes cannot change it."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from bantin.render.akoma_ntoso import akoma_ntoso_text
from bantin.render.atom import atom_text
from bantin.render.office.document import write_document
from bantin.render.office.workbook import write_workbook
from bantin.render.register_rows import write_rows
from bantin.site.json_feed import json_feed
from bantin.site.views import (
    AkomaNtosoView,
    CalendarView,
    ChangesFeedView,
    JsonFeedView,
    JsonView,
    RowsView,
    TableDocumentView,
    TableView,
    View,
    WorkbookView,
)

# The characters that begin a formula for some spreadsheet, those it may skip before them, and those it may take for the
# end of a cell. Files are opened with other separators than they were written with, and then quotes do not protect.
_SIGN, _PASSED, _END = "[=+\\-@＝＋－＠]", '(?:[\\s\u200b\ufeff"])', "[;,|\t\r\n]"
_WITHIN = f"(?:(?!{_END}){_PASSED})"
_SIGNS, _ENDS = frozenset("=+-@＝＋－＠"), frozenset(";,|\t\r\n")
# A small number, or digits with a space between them, and nothing else in the cell. It must end with the same character
# that ended the cell before it: for a program with another separator the cell would continue. The same applies after a
# line break in a quoted cell.
_HARMLESS = r"(?:[+-][0-9]{1,7}|[+-][0-9()]+ [0-9 ().+-]*)"
_FIRST = re.compile(rf"(?!{_PASSED}*{_HARMLESS}\Z)(?=(?:{_PASSED}|')*{_SIGN}|'*[\t\r\n])")
_LATER = re.compile(rf"((?P<end>{_END}){_WITHIN}*)(?!{_HARMLESS}(?:\Z|(?=(?P=end))(?=[;,|\t])))(?='*{_SIGN})")
_GUARDS = re.compile(rf"({_END}{_WITHIN}*)'(?='*{_SIGN})")
_FIRST_GUARD = re.compile(rf"\A'(?=(?:{_PASSED}|')*{_SIGN}|'*[\t\r\n])")
_QUOTED = re.compile(f"[\";,|\t\r\n]|^(?:{_PASSED}|')|{_PASSED}\\Z")

_SHORT = 40  # characters


def write_json(view: JsonView) -> str:
    """Writes the document as JSON (RFC 8259), indented for reading."""
    return msgspec.json.format(msgspec.json.encode(view.value), indent=2).decode() + "\n"


def write_table(view: TableView) -> str:
    """Writes the table as CSV (RFC 4180), with a header.

    It begins with a byte order mark: without it, the most common spreadsheet decodes Vietnamese wrongly. Texts that
    could be taken for formulas are guarded (OWASP, CSV injection).
    """
    head = ",".join(map(_quoted, view.columns))
    rows = (
        ",".join([_short_field(cell) if len(cell) <= _SHORT else _field(cell) for cell in row]) for row in view.rows
    )
    return "\ufeff" + "".join(f"{line}\r\n" for line in (head, *rows))


def guarded(cell: str) -> str:
    """Puts apostrophes into ``cell`` wherever a spreadsheet could run a formula.

    That is at its beginning, and before a formula sign after a possible end of a cell (``;``, ``,``, ``|``, a tab, a
    line break). It is reversible: a text that already begins with an apostrophe gets one more, and removing them
    (``docs/data.md``) restores every text. A telephone number with spaces is no formula and stays unchanged; a
    spreadsheet would calculate one without (``+84-24-3943``) or drop its plus.
    """
    # Fast check for the common case: most cells have no formula sign, or no possible end before one.
    if cell[:1].isalnum() and (_SIGNS.isdisjoint(cell) or _ENDS.isdisjoint(cell)):
        return cell
    later = _LATER.sub(r"\1'", cell)
    return f"'{later}" if _FIRST.match(cell) else later


def unguarded(cell: str) -> str:
    """Removes the apostrophes of :func:`guarded`, which restores the cell."""
    return _FIRST_GUARD.sub("", _GUARDS.sub(r"\1", cell)) if "'" in cell else cell


def _field(cell: str) -> str:
    return _quoted(guarded(cell))


_short_field = lru_cache(maxsize=4096)(_field)
"""Most cells are short and the same in many rows: ids, days, numbers, or nothing."""


def _quoted(cell: str) -> str:
    """A field of RFC 4180, in quotes if any program could end it early or strip its ends."""
    escaped = cell.replace('"', '""')
    return f'"{escaped}"' if _QUOTED.search(cell) else cell


def write_calendar(view: CalendarView) -> str:
    """Writes the calendar as iCalendar (RFC 5545)."""
    # Imported lazily: the library is slow to load, and only builds that write calendars need it.
    from bantin.render.calendars import calendar_text

    return calendar_text(view)


WRITERS: Mapping[type[View], Callable[[Any], str]] = {
    JsonView: write_json,
    JsonFeedView: lambda feed: write_json(json_feed(feed)),
    TableView: write_table,
    CalendarView: write_calendar,
    ChangesFeedView: atom_text,
    AkomaNtosoView: akoma_ntoso_text,
    RowsView: write_rows,
}
"""The writers of views that have no template and are texts."""

BINARY_WRITERS: Mapping[type[View], Callable[[Any], bytes]] = {
    TableDocumentView: write_document,
    WorkbookView: write_workbook,
}
"""The writers of views that have no template and are not texts."""


def written(view: View) -> bytes | None:
    """The file of a view that has no template; ``None`` for one that has."""
    if write_text := WRITERS.get(type(view)):
        return write_text(view).encode()
    write_bytes = BINARY_WRITERS.get(type(view))
    return write_bytes(view) if write_bytes else None
