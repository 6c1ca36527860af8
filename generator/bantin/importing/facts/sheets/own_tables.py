"""The tables of our own data as rows, whose cells are found by the names of their columns."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from bantin.domain.text.dates import Edtf
from bantin.importing.facts.model import LeftOut
from bantin.importing.material import Place, Row, Sheet
from bantin.site.data.columns import PATTERNS, CellKind, Column
from bantin.site.data.tables import BY_NAME


class OwnRow(Struct, frozen=True):
    """A row of a table; a cell that is empty, or of a column that the table does not have, is an empty text."""

    sheet: Sheet
    row: Row
    columns: Mapping[str, int]
    texts: Mapping[int, str]

    def __getitem__(self, name: str) -> str:
        return self.texts.get(self.columns.get(name, 0), "")

    @property
    def place(self) -> Place:
        """The place of the row."""
        return self.sheet.row_place(self.row)

    def cell_place(self, name: str) -> Place:
        """The place of the cell in the column ``name``."""
        return self.sheet.place(self.row.number, self.columns.get(name, 1))

    def names_with(self, prefix: str) -> Iterator[str]:
        """The names of the columns that begin so, and in which the row has something."""
        return (name for name in self.columns if name.startswith(prefix) and self[name])


def rows_of(sheet: Sheet, table: str) -> Iterator[OwnRow]:
    """The rows of the table of this name below its header. Cells with what their column cannot have are empty."""
    if not sheet.rows:
        return
    columns = {cell.text: cell.column for cell in sheet.rows[0].cells}
    declared = _declared(sheet, table)
    for row in sheet.rows[1:]:
        texts = {cell.column: cell.text for cell in row.cells if _may_be(cell.text, declared.get(cell.column))}
        yield OwnRow(sheet, row, columns, texts)


def wrong_cells(sheet: Sheet, table: str) -> Iterator[LeftOut]:
    """The cells with what their column cannot have, such as a day that does not exist."""
    declared = _declared(sheet, table)
    for row in sheet.rows[1:]:
        for cell in row.cells:
            if not _may_be(cell.text, declared.get(cell.column)):
                yield LeftOut(cell.text, "wrong-value", sheet.place(row.number, cell.column))


def _declared(sheet: Sheet, table: str) -> Mapping[int, Column[Any]]:
    """The declarations of the columns that the table has, by their numbers."""
    known = {column.name: column for column in BY_NAME[table].all_columns} if table in BY_NAME else {}
    header = sheet.rows[0].cells if sheet.rows else ()
    return {cell.column: known[cell.text] for cell in header if cell.text in known}


def _may_be(text: str, column: Column[Any] | None) -> bool:
    """Whether ``text`` is a value of ``column``."""
    if column is None or (column.choices is not None and text in column.choices):
        return True
    if column.choices is not None:
        return False
    match column.kind:
        case CellKind.BOOLEAN:
            return text in ("true", "false")
        case CellKind.INTEGER:
            return text.isascii() and text.isdecimal()
        case CellKind.DATE:
            return _is_day(text)
    pattern = PATTERNS.get(column.kind)
    return pattern is None or re.fullmatch(pattern, text) is not None


def _is_day(text: str) -> bool:
    try:
        Edtf.parse(text)
    except ValueError:
        return False
    return True
