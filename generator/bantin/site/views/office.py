"""The views of office files: workbooks and documents with tables."""

from datetime import date

from msgspec import Struct

from bantin.site.views.pages import View


class HeadingCell(Struct, frozen=True):
    """A cell that is a heading."""

    text: str


SheetCell = str | int | bool | date | HeadingCell | None
"""The value of a cell of a sheet. A text is never read as a formula, a number or a date."""


class SheetView(Struct, frozen=True):
    """A sheet: its name, the lines above its table, the rows of its head, and its rows.

    ``widths`` are those of the columns, in characters. Each row of the head has a cell for each column; the last one
    has the filter. A sheet that is ``wrapped`` shows long texts in several lines; otherwise each row is one line.
    """

    name: str
    widths: tuple[int, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    heads: tuple[tuple[str, ...], ...] = ()
    above: tuple[str, ...] = ()
    wrapped: bool = False


class WorkbookView(View, frozen=True, kw_only=True):
    """A workbook (.xlsx) by ``author``, in the language ``lang``."""

    author: str
    lang: str
    sheets: tuple[SheetView, ...]


class DocumentColumn(Struct, frozen=True):
    """A column of a table in a document: its head, and its width in millimetres. Short values are ``centred``."""

    head: str
    width: int
    centred: bool = False


class TableDocumentView(View, frozen=True, kw_only=True):
    """A document (.docx) by ``author`` in the language ``lang``: a title, lines below it, and a table.

    The rows of the table are in ``groups``, each with a heading; rows have a text for each column.
    """

    author: str
    lang: str
    below: tuple[str, ...]
    columns: tuple[DocumentColumn, ...]
    groups: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
