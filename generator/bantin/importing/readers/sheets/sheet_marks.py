"""Marks: what the XML of a sheet says besides its values (ECMA-376, part 1, 18.3; ODF 1.3, part 3, 9.1).

The same pass measures the rectangle of the values and the size of their texts, since a few bytes of XML can stand for
millions of cells.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_MOST_ROWS, _MOST_COLUMNS, _MOST_CELLS = 50_000, 300, 1_000_000
_MOST_TEXT = 1 << 26
_MOST_MERGED = 100_000
_OFF = ("", "0", "false")

Position = tuple[int, int]
"""The row and the column of a cell, from 1."""


class SheetTooLarge(Exception):
    """A sheet has more rows, columns, cells or text than any table of records has."""


class SheetMarks(Struct, frozen=True):
    """What the XML of a sheet says: cells with formulas, errors with their words, hidden rows and columns.

    ``merged`` has the height and width of each merged cell, by its first cell.
    """

    formulas: frozenset[Position] = frozenset()
    errors: Mapping[Position, str] = {}
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: Mapping[Position, Position] = {}


def local_name(name: str) -> str:
    """The name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


class _Collected:
    """The marks of a sheet while it is parsed, and its size."""

    def __init__(self) -> None:
        self._formulas: set[Position] = set()
        self._errors: dict[Position, str] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._merged: dict[Position, Position] = {}
        self._cells = self._text = 0

    @property
    def marks(self) -> SheetMarks:
        return SheetMarks(
            frozenset(self._formulas),
            self._errors,
            frozenset(self._hidden_rows),
            frozenset(self._hidden_columns),
            self._merged,
        )

    def take(self, row: int, column: int, cells: int = 1, text: int = 0) -> None:
        """Counts cells with values, the last of which is at this place. Raises ``SheetTooLarge``."""
        self._cells += cells
        self._text += text
        if row > _MOST_ROWS or column > _MOST_COLUMNS or self._cells > _MOST_CELLS or self._text > _MOST_TEXT:
            raise SheetTooLarge

    def formula(self, at: Position) -> None:
        self._formulas.add(at)

    def error(self, at: Position, words: str) -> None:
        self._errors[at] = words

    def hide_row(self, row: int) -> None:
        if row <= _MOST_ROWS:
            self._hidden_rows.add(row)

    def hide_columns(self, first: int, last: int) -> None:
        self._hidden_columns.update(range(max(first, 1), min(last, _MOST_COLUMNS) + 1))

    def merge(self, at: Position, height: int, width: int) -> None:
        if len(self._merged) >= _MOST_MERGED:
            raise SheetTooLarge
        self._merged[at] = height, width


class ExcelSheet:
    """Handles the parser's events in a sheet of Excel; ``lengths`` are those of the texts that cells share."""

    def __init__(self, lengths: Sequence[int]) -> None:
        self._lengths = lengths
        self._found = _Collected()
        self._row = self._column = 0
        self._kind = ""
        self._value: list[str] | None = None

    @property
    def marks(self) -> SheetMarks:
        """The marks of what has been parsed."""
        return self._found.marks

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handles the start of an element. Raises ``SheetTooLarge``."""
        match local_name(name):
            case "c":
                self._begin_cell(attributes)
            case "v" | "is":
                self._found.take(self._row, self._column)
                self._value = []
            case "f":
                self._found.formula((self._row, self._column))
            case "row":
                self._begin_row(attributes)
            case "col" if attributes.get("hidden", "") not in _OFF:
                self._found.hide_columns(int(attributes.get("min", "0")), int(attributes.get("max", "0")))
            case "mergeCell":
                self._merge(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """Handles the end of an element. Raises ``SheetTooLarge``."""
        if self._value is None or local_name(name) not in ("v", "is"):
            return
        value = "".join(self._value)
        self._value = None
        if self._kind == "e":
            self._found.error((self._row, self._column), value)
        elif self._kind == "s" and value.strip().isdecimal() and int(value) < len(self._lengths):
            # A text that many cells share is copied for each of them.
            self._found.take(self._row, self._column, 0, self._lengths[int(value)])

    def text(self, text: str) -> None:
        """Handles text within an element."""
        if self._value is not None:
            self._value.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        if attributes.get("hidden", "") not in _OFF:
            self._found.hide_row(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        at = _CELL.fullmatch(attributes.get("r", ""))
        self._kind = attributes.get("t", "")
        self._column = column_number(at[1]) if at else self._column + 1
        if at:
            self._row = int(at[2])

    def _merge(self, reference: str) -> None:
        first, _, last = (_CELL.fullmatch(part) for part in reference.partition(":"))
        if first and last:
            row, column = int(first[2]), column_number(first[1])
            height, width = int(last[2]) - row + 1, column_number(last[1]) - column + 1
            self._found.merge((row, column), height, width)


class OpenSheets:
    """Handles the parser's events in the content of an OpenDocument spreadsheet, whose sheets are in one part."""

    def __init__(self) -> None:
        self.marks: dict[str, SheetMarks] = {}
        self._name = ""
        self._found = _Collected()
        self._row = self._column = self._rows = self._columns = 0
        self._cell: dict[str, str] = {}
        self._length = 0
        # What the cells of the row hold that has been read: the last column, and the numbers of cells and characters.
        self._filled = (0, 0, 0)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handles the start of an element."""
        given = {local_name(key): value for key, value in attributes.items()}
        match local_name(name):
            case "table":
                self._name, self._found, self._row, self._column = given.get("name", ""), _Collected(), 0, 0
            case "table-column":
                count = int(given.get("number-columns-repeated", "1"))
                if given.get("visibility", "visible") != "visible":
                    self._found.hide_columns(self._column + 1, self._column + count)
                self._column += count
            case "table-row":
                self._rows = int(given.get("number-rows-repeated", "1"))
                self._column, self._filled = 0, (0, 0, 0)
                if given.get("visibility", "visible") != "visible":
                    self._hide_rows()
            case "table-cell" | "covered-table-cell":
                self._cell, self._length = given, 0

    def end(self, name: str) -> None:
        """Handles the end of an element. Raises ``SheetTooLarge``."""
        match local_name(name):
            case "table-cell" | "covered-table-cell":
                self._end_cell()
            case "table-row":
                self._end_row()
            case "table":
                self.marks[self._name] = self._found.marks

    def text(self, text: str) -> None:
        """Handles text within an element."""
        self._length += len(text)

    def _hide_rows(self) -> None:
        for row in range(self._row + 1, min(self._row + self._rows, _MOST_ROWS) + 1):
            self._found.hide_row(row)

    def _end_cell(self) -> None:
        cell, at = self._cell, (self._row + 1, self._column + 1)
        count = int(cell.get("number-columns-repeated", "1"))
        self._column += count
        if not (cell.get("value-type") or self._length):
            return
        _, cells, length = self._filled
        self._filled = (self._column, cells + count, length + self._length * count)
        if self._column > _MOST_COLUMNS:
            raise SheetTooLarge
        if "formula" in cell:
            self._found.formula(at)
        spanned = int(cell.get("number-rows-spanned", "1")), int(cell.get("number-columns-spanned", "1"))
        if spanned != (1, 1):
            self._found.merge(at, *spanned)

    def _end_row(self) -> None:
        self._row += self._rows
        column, cells, length = self._filled
        if cells:
            self._found.take(self._row, column, cells * self._rows, length * self._rows)


@cache
def column_number(letters: str) -> int:
    """The number of a column by its letters: 1 for ``A``, 27 for ``AA``."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
