"""Data sets as files: each format has one writer, since a format is a promise to other programs and not a design."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from bantin.render.akoma_ntoso import akoma_ntoso_text
from bantin.site.json_feed import json_feed
from bantin.site.views import AkomaNtosoView, CalendarView, JsonFeedView, JsonView, TableView, View

# What a spreadsheet takes for the beginning of a formula, what it may pass over before it, and what it may take for the
# end of a cell: files are opened with other separators than they were written with, and then quotes protect nothing.
_SIGN, _PASSED, _END = "[=+\\-@＝＋－＠]", '(?:[\\s\u200b\ufeff"])', "[;,|\t\r\n]"
_WITHIN = f"(?:(?!{_END}){_PASSED})"
_MAY_BEGIN = re.compile(f"{_SIGN}|^{_PASSED}|^'")
# A small number, or digits with a space between them, and nothing else in the cell. Only what ended the text before it
# can end it as well: for a program that takes something else for the separator, the cell continues. So it does behind
# a line break, when the cell is quoted.
_HARMLESS = r"(?:[+-][0-9]{1,7}|[+-][0-9()]+ [0-9 ().+-]*)"
_FIRST = re.compile(rf"(?!{_PASSED}*{_HARMLESS}\Z)(?=(?:{_PASSED}|')*{_SIGN}|'*[\t\r\n])")
_LATER = re.compile(rf"((?P<end>{_END}){_WITHIN}*)(?!{_HARMLESS}(?:\Z|(?=(?P=end))(?=[;,|\t])))(?='*{_SIGN})")
_QUOTED = re.compile(f"[\";,|\t\r\n]|^(?:{_PASSED}|')|{_PASSED}\\Z")


def write_json(view: JsonView) -> str:
    """The document as JSON (RFC 8259), laid out to be read."""
    return msgspec.json.format(msgspec.json.encode(view.value), indent=2).decode() + "\n"


def write_table(view: TableView) -> str:
    """The table as CSV (RFC 4180), a header first.

    It begins with a byte order mark: without it the spreadsheet that most offices use takes Vietnamese for another
    encoding. A text that one could take for a formula is guarded (OWASP, CSV injection).
    """
    rows = (view.columns, *([guarded(cell) for cell in row] for row in view.rows))
    return "\ufeff" + "".join(",".join(map(_quoted, row)) + "\r\n" for row in rows)


def guarded(cell: str) -> str:
    """``cell`` with apostrophes wherever a spreadsheet could run a formula: first of all, and before a sign that stands
    behind what some take for the end of a cell (``;``, ``,``, ``|``, a tab, a line break).

    Nothing is lost: what begins so of itself is given one more, and taking them away (``docs/data.md``) gives every
    text back. A telephone number with spaces in it is no formula and stays as it is; one without is reckoned with
    (``+84-24-3943``), or loses its plus.
    """
    if not _MAY_BEGIN.search(cell):
        return cell
    later = _LATER.sub(r"\1'", cell)
    return f"'{later}" if _FIRST.match(cell) else later


def _quoted(cell: str) -> str:
    """A field by RFC 4180, in quotes wherever any program could end it early or take something off its ends."""
    escaped = cell.replace('"', '""')
    return f'"{escaped}"' if _QUOTED.search(cell) else cell


def write_calendar(view: CalendarView) -> str:
    """The calendar as iCalendar (RFC 5545)."""
    # The library takes a while to load, and only a build that writes a calendar needs it.
    from bantin.render.calendars import calendar_text

    return calendar_text(view)


WRITERS: Mapping[type[View], Callable[[Any], str]] = {
    JsonView: write_json,
    JsonFeedView: lambda feed: write_json(json_feed(feed)),
    TableView: write_table,
    CalendarView: write_calendar,
    AkomaNtosoView: akoma_ntoso_text,
}
"""How views are written that no template shows."""
