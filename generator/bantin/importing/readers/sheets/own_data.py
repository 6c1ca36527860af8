"""Reads the data that a bulletin has published (``docs/data.md``): CSV files, letter for letter."""

from collections.abc import Iterator, Mapping

from bantin.importing.facts.sheets.own_data import is_own_data
from bantin.importing.material import Cell, Refusal, Row, Sheet, Unreadable
from bantin.importing.readers.sheets.delimited import delimited_rows
from bantin.render.writers import unguarded
from bantin.site.data.tables import BY_NAME

_LARGEST, _MOST_ROWS, _LONGEST_HEADER = 1 << 26, 500_000, 1 << 16
_ENDING = ".csv"
_AGREEMENTS = "agreements"


def own_sheets(files: Mapping[str, bytes]) -> tuple[Sheet, ...]:
    """The tables among the CSV ``files`` by name, each under its name without the ending. Raises ``Unreadable``."""
    names = (name.removesuffix(_ENDING) for name in files if name.endswith(_ENDING))
    return tuple(_table(files[f"{name}{_ENDING}"], name) for name in names if name in BY_NAME)


def is_own_table(data: bytes) -> bool:
    """Whether a file is the table of agreements of a bulletin, by its columns; a workbook or another table is not."""
    header = data[:_LONGEST_HEADER].partition(b"\n")[0]
    try:
        return bool(header) and is_own_data(_table(header, _AGREEMENTS))
    except Unreadable:
        return False


def _table(data: bytes, name: str) -> Sheet:
    if len(data) > _LARGEST:
        raise Unreadable(Refusal.TOO_LARGE, name)
    return Sheet(f"{name}{_ENDING}", "", tuple(_rows(data, name)))


def _rows(data: bytes, name: str) -> Iterator[Row]:
    for number, cells in enumerate(delimited_rows(data), start=1):
        if number > _MOST_ROWS:
            raise Unreadable(Refusal.TOO_LARGE, name)
        yield Row(number, tuple(Cell(unguarded(cell), column) for column, cell in enumerate(cells, start=1) if cell))
