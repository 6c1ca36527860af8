"""Data sets as files: each format has one writer, since a format is a promise to other programs and not a design."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any

from generator.pages.views import JsonView, TableView, View


def write_json(view: JsonView) -> str:
    """The document as JSON (RFC 8259), laid out to be read."""
    return json.dumps(view.value, ensure_ascii=False, indent=2)


def write_table(view: TableView) -> str:
    """The table as CSV (RFC 4180), a header first.

    It begins with a byte order mark: without it the spreadsheet that most offices use takes Vietnamese for another
    encoding.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(view.columns)
    writer.writerows(view.rows)
    return "\ufeff" + text.getvalue()


WRITERS: Mapping[type[View], Callable[[Any], str]] = {JsonView: write_json, TableView: write_table}
"""How views are written that no template shows."""
