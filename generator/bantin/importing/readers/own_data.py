"""Reads the data that a bulletin has published (``docs/data.md``): CSV files, letter for letter."""

from collections.abc import Iterator, Mapping

from bantin.importing.facts.known_names import KnownNames
from bantin.importing.facts.model import SheetFacts
from bantin.importing.facts.own_data import is_own_data, own_facts
from bantin.importing.material import Cell, Refusal, Row, Sheet, Unreadable
from bantin.importing.readers.delimited import delimited_rows
from bantin.render.writers import unguarded

_LARGEST, _MOST_ROWS = 1 << 26, 500_000
_ENDING = ".csv"
_AGREEMENTS = "agreements"


def read_own_data(files: Mapping[str, bytes], known: KnownNames) -> SheetFacts:
    """Reads the agreements of a bulletin's data; ``files`` are its CSV files by name, others are passed over.

    Raises ``Unreadable``, with ``Refusal.UNKNOWN_KIND`` if there is no table of agreements among them.
    """
    named = {name.removesuffix(_ENDING): data for name, data in files.items() if name.endswith(_ENDING)}
    if not is_own_table(named.get(_AGREEMENTS, b"")):
        raise Unreadable(Refusal.UNKNOWN_KIND, f"{_AGREEMENTS}{_ENDING}")
    return own_facts({name: _table(data, name) for name, data in named.items()}, known)


def is_own_table(data: bytes) -> bool:
    """Whether a CSV file is the table of agreements of a bulletin, by its columns."""
    header = data.partition(b"\n")[0]
    return bool(header) and is_own_data(_table(header, _AGREEMENTS))


def _table(data: bytes, name: str) -> Sheet:
    if len(data) > _LARGEST:
        raise Unreadable(Refusal.TOO_LARGE, name)
    return Sheet(f"{name}{_ENDING}", "", tuple(_rows(data, name)))


def _rows(data: bytes, name: str) -> Iterator[Row]:
    for number, cells in enumerate(delimited_rows(data), start=1):
        if number > _MOST_ROWS:
            raise Unreadable(Refusal.TOO_LARGE, name)
        yield Row(number, tuple(Cell(unguarded(cell), column) for column, cell in enumerate(cells, start=1) if cell))
