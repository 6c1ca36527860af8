"""Data sets as files: each format has one writer, since a format is a promise to other programs and not a design."""

import csv
import io
import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from generator.pages.json_feed import json_feed
from generator.pages.views import CalendarView, JsonFeedView, JsonView, TableView, View

# What a spreadsheet takes for the beginning of a formula, and the mark that guards it.
_SIGNS = frozenset("=+-@\t\r\n＝＋－＠'")
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")

# A small number, or digits with a space between them.
_HARMLESS = re.compile(r"[+-][0-9]{1,7}|[+-][0-9()]+ [0-9 ().+-]*")


def write_json(view: JsonView) -> str:
    """The document as JSON (RFC 8259), laid out to be read."""
    return msgspec.json.format(msgspec.json.encode(view.value), indent=2).decode() + "\n"


def write_table(view: TableView) -> str:
    """The table as CSV (RFC 4180), a header first.

    It begins with a byte order mark: without it the spreadsheet that most offices use takes Vietnamese for another
    encoding. A text that one could take for a formula is guarded (OWASP, CSV injection).
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(view.columns)
    writer.writerows([[guarded(cell) for cell in row] for row in view.rows])
    return "\ufeff" + text.getvalue()


def guarded(cell: str) -> str:
    """``cell`` with an apostrophe before it if a spreadsheet could run it as a formula.

    Nothing is lost: a text that begins so of itself is given one more, and taking one away gives every text back. A
    telephone number with spaces in it is no formula and stays as it is; one without is reckoned with (``+84-24-3943``),
    or loses its plus.
    """
    if cell[:1] not in _SIGNS:
        return cell
    return f"'{cell}" if _FORMULA.match(cell) and not _HARMLESS.fullmatch(cell) else cell


def write_calendar(view: CalendarView) -> str:
    """The calendar as iCalendar (RFC 5545)."""
    # The library takes a while to load, and only a build that writes a calendar needs it.
    from generator.render.calendars import calendar_text

    return calendar_text(view)


WRITERS: Mapping[type[View], Callable[[Any], str]] = {
    JsonView: write_json,
    JsonFeedView: lambda feed: write_json(json_feed(feed)),
    TableView: write_table,
    CalendarView: write_calendar,
}
"""How views are written that no template shows."""
