"""The columns of a table of agreements: finds the header of a sheet, on one line or two, and what each column holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import OwnField
from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.model import LeftOut
from bantin.importing.facts.sheets.headers import KEYS, Header, read_header
from bantin.importing.material import CellKind, Row, Sheet

_FIRST_ROWS = 40
_LEAST_COLUMNS = 2
# A table of agreements has a column for one of these; others may be lists of agencies or of people.
_TELLING = frozenset({"number", "title", "signed_on", "issued_on", "parties", "party"})
# Keys of which a record has one value; a second column of the same is not read.
_SINGLE = KEYS - {"signatories", "position", "rank", "presided_by", "attended_by", "documents", "note"}
# Columns that are not read beside another that says the same for certain.
_PREFERRED = {"issued_on": "signed_on", "parties": "party"}
_PEOPLE = frozenset({"signatories", "presided_by", "attended_by"})
OWN = "own_"
"""The beginning of the keys of columns that hold own fields of the bulletin."""


class Column(Struct, frozen=True):
    """A column that is known: its number from 1, its header as written and its row, what it holds, for which side.

    ``is_month_first`` if some of its dates are written so, ``is_converted`` if the spreadsheet seems to have exchanged
    the day and the month of those that it took for dates.
    """

    number: int
    row: int
    words: str
    key: str
    side: str = ""
    is_month_first: bool = False
    is_converted: bool = False


class SheetTable(Struct, frozen=True):
    """The table of a sheet: its columns, the rows below its header, and what stands above or beside and is not read."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]


class _Headers(Struct, frozen=True):
    """The header of each column, from a row, or from a row and the one below it."""

    first: int
    last: int
    words: Mapping[int, str]
    rows: Mapping[int, int]
    known: Mapping[int, Header]

    @property
    def rank(self) -> int:
        """How many different things the known columns hold; 0 if they are not those of agreements."""
        meant = {(header.key, header.side) for header in self.known.values()}
        telling = any(header.key in _TELLING for header in self.known.values())
        return len(meant) if telling and len(meant) >= _LEAST_COLUMNS else 0


def find_table(sheet: Sheet, own: Iterable[OwnField] = (), named: Mapping[str, str] = {}) -> SheetTable | None:
    """Finds the table of agreements in a sheet; ``None`` if no row of the first ones is the header of one.

    ``named`` says what columns with unknown headers hold: a header as written → one of ``KEYS``.
    """
    names = {name_key(words): Header(key) for words, key in (*_own_headers(own), *named.items())}
    first = sheet.rows[:_FIRST_ROWS]
    candidates = [headers for at in range(len(first)) for headers in _candidates(first, at, names)]
    best = max(candidates, key=lambda headers: headers.rank, default=None)
    if best is None or not best.rank:
        return None
    columns = tuple(_columns(best))
    above = tuple(_above(sheet, best))
    below = tuple(row for row in sheet.rows if row.number > best.last)
    end = next((at for at, row in enumerate(below) if _begins_table(row, best)), len(below))
    rows, others = below[:end], below[end:]
    beyond = (LeftOut(row_words(row), "another-table", sheet.row_place(row)) for row in others)
    counted = tuple(_counted(column, rows) for column in columns)
    return SheetTable(counted, rows, (*above, *_unknown(sheet, best, columns, rows), *beyond))


def row_words(row: Row) -> str:
    """The texts of a row on one line."""
    return " | ".join(cell.text for cell in row.cells)


def _begins_table(row: Row, headers: _Headers) -> bool:
    """Whether a row is the header of another table: most of its cells are headers, and other ones."""
    read = [read_header(cell.text) for cell in row.cells if cell.kind is CellKind.TEXT]
    known = [header for header in read if header]
    is_same = {(header.key, header.side) for header in known} <= {(h.key, h.side) for h in headers.known.values()}
    return len(known) >= _LEAST_COLUMNS and len(known) > len(row.cells) // 2 and not is_same


def _counted(column: Column, rows: Sequence[Row]) -> Column:
    """The column; one of numbers that count the rows holds no numbers of documents."""
    if column.key != "number":
        return column
    texts = [cell.text for row in rows for cell in row.cells if cell.column == column.number]
    counts = len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]
    return replace(column, key="order") if counts else column


def _own_headers(own: Iterable[OwnField]) -> Iterator[tuple[str, str]]:
    for field in own:
        yield from ((label, f"{OWN}{field.key}") for label in (field.label.vi, field.label.en, field.key) if label)


def _candidates(rows: tuple[Row, ...], at: int, names: Mapping[str, Header]) -> Iterator[_Headers]:
    """The headers that a row may hold: alone, and with the row below it."""
    above = {cell.column: cell.text for cell in rows[at].cells if cell.kind is CellKind.TEXT}
    yield _headers(rows[at], rows[at], above, names)
    if at + 1 < len(rows) and rows[at + 1].number == rows[at].number + 1:
        below = {cell.column: cell.text for cell in rows[at + 1].cells if cell.kind is CellKind.TEXT}
        joined = {**above, **{column: f"{words} {_over(rows[at], column)}" for column, words in below.items()}}
        yield _headers(rows[at], rows[at + 1], joined, names)


def _over(row: Row, column: int) -> str:
    """The text of the cell above a column: that of the cell itself, or of the last one before it, which is over both.

    A merged cell is over its own columns alone.
    """
    before = [cell for cell in row.cells if cell.column <= column]
    if not before or (before[-1].width > 1 and before[-1].column + before[-1].width <= column):
        return ""
    return before[-1].text


def _headers(first: Row, last: Row, words: Mapping[int, str], names: Mapping[str, Header]) -> _Headers:
    read = {column: names.get(name_key(text)) or read_header(" ".join(text.split())) for column, text in words.items()}
    known = {column: header for column, header in read.items() if header}
    below = {cell.column for cell in last.cells}
    rows = {column: last.number if column in below else first.number for column in words}
    return _Headers(first.number, last.number, words, rows, dict(_with_posts(known, words)))


def _with_posts(known: Mapping[int, Header], words: Mapping[int, str]) -> Iterator[tuple[int, Header]]:
    """The headers by column, in which ‘Title’ behind a person is that of the person."""
    for column, header in known.items():
        before = known.get(column - 1)
        is_post = name_key(words[column]) == "title" and before is not None and before.key in _PEOPLE
        yield column, Header("position", before.side) if is_post and before else header


def _columns(headers: _Headers) -> Iterator[Column]:
    """The columns that are read; the first of those that hold the same."""
    taken: set[tuple[str, str]] = set()
    keys = {header.key for header in headers.known.values()}
    for number in sorted(headers.known):
        header = headers.known[number]
        is_second = (header.key, header.side) in taken and header.key in _SINGLE | {"party"}
        if is_second or _PREFERRED.get(header.key) in keys:
            continue
        taken.add((header.key, header.side))
        yield Column(
            number, headers.rows[number], headers.words[number], header.key, header.side, header.is_month_first
        )


def _above(sheet: Sheet, headers: _Headers) -> Iterator[LeftOut]:
    """The titles and remarks above the header."""
    for row in sheet.rows:
        if row.number < headers.first:
            yield LeftOut(row_words(row), "above-header", sheet.row_place(row))


def _unknown(sheet: Sheet, headers: _Headers, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Iterator[LeftOut]:
    """The columns that are not read, each by its header; those without a header by their first cell."""
    read = {column.number for column in columns}
    first: dict[int, tuple[int, str]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.column not in read and cell.column not in headers.words:
                first.setdefault(cell.column, (row.number, cell.text))
    for number, words in sorted(headers.words.items()):
        if number not in read:
            yield LeftOut(words, "unknown-column", sheet.place(headers.rows[number], number))
    for number, (row_number, words) in sorted(first.items()):
        yield LeftOut(words, "no-header", sheet.place(row_number, number))
