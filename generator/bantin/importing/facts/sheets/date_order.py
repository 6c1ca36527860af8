"""The order of day and month in a column of dates, as far as its cells show it.

A spreadsheet that expects the month first makes 5 June of 06/05/2020, and leaves 24/05/2020 as text. Nothing in such a
date shows it, but the column does: all dates have days up to 12, all texts have days above.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bantin.importing.facts.sheets.columns import Column, SheetTable
from bantin.importing.material import Cell, CellKind, Row

_DAYS = frozenset({"signed_on", "issued_on", "effective_on", "expires_on", "term"})
_DIGITS = re.compile(r"\D{0,20}([0-9]{1,2})\s?[/.-]\s?([0-9]{1,2})\s?[/.-]\s?(?:[0-9]{4}|[0-9]{2})\s*")
_MONTHS = 12


def with_date_orders(table: SheetTable) -> SheetTable:
    """The table, in which columns of dates say whether the order of day and month is doubtful."""
    return replace(table, columns=tuple(_ordered(column, table.rows) for column in table.columns))


def _ordered(column: Column, rows: Sequence[Row]) -> Column:
    if column.key not in _DAYS:
        return column
    cells = tuple(_cells(column, rows))
    typed = [(int(found[1]), int(found[2])) for cell in cells if (found := _DIGITS.fullmatch(cell.text))]
    days = [int(cell.text[8:10]) for cell in cells if cell.kind is CellKind.DATE]
    is_month_first = column.is_month_first or any(month > _MONTHS >= day for day, month in typed)
    is_converted = bool(typed and days) and all(day > _MONTHS for day, _ in typed) and max(days) <= _MONTHS
    return replace(column, is_month_first=is_month_first, is_converted=is_converted)


def _cells(column: Column, rows: Sequence[Row]) -> Iterator[Cell]:
    return (cell for row in rows for cell in row.cells if cell.column == column.number)
