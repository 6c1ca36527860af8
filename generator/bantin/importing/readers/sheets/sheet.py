"""Reads spreadsheets (.xlsx, .xlsm, .xls, .ods) and separated values (.csv, .tsv) as sheets: values with their places.

Nothing is run: of a formula, the result that the program stored is taken, and marked. Hidden rows, columns and sheets
are told of and not read.
"""

import codecs
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import groupby

from msgspec.structs import replace
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from bantin.content.documents.file_types import FileType, detect_type
from bantin.domain.text.encodings import find_legacy
from bantin.importing.material import (
    Cell,
    CellKind,
    Notice,
    NoticeKind,
    Place,
    PlaceKind,
    Refusal,
    Row,
    Sheet,
    Unreadable,
    cell_place,
    column_letters,
)
from bantin.importing.readers.sheets.delimited import delimited_rows
from bantin.importing.readers.sheets.sheet_marks import Position, SheetMarks
from bantin.importing.readers.sheets.workbook_parts import WorkbookParts, examine_workbook

_LARGEST = 1 << 26
_MOST_ROWS, _MOST_COLUMNS, _MOST_AREA, _MOST_SHEETS = 50_000, 300, 5_000_000, 200
_LONGEST_TOLD = 200
# An archive begins with its first member, or with its end if it has none.
_ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0"
# Part of the name of the stream of macros in a workbook of Excel 97–2003.
_OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|GETTING_DATA|SPILL!|CALC!)|Err:[0-9]{3}")
# Spaces of other widths, and characters that are not seen.
_SPACES = re.compile(r"[^\S\n]+|[\u200b\ufeff\u00ad]")

Value = object
"""A value as the library gives it: a text, a number, a boolean, a date, a time."""


def read_sheet(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Reads the sheets of a workbook, or the single one of a file of separated values; ``name`` is that of the file.

    Raises ``Unreadable``.
    """
    if len(data) > _LARGEST:
        raise Unreadable(Refusal.TOO_LARGE)
    if not data.strip():
        raise Unreadable(Refusal.EMPTY)
    if data.startswith((*_ZIPPED, _OLE)):
        return _of_workbook(data, name)
    if detect_type(data) is not FileType.TEXT or data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"<"):
        # Portals give pages of HTML the names of spreadsheets.
        raise Unreadable(Refusal.UNKNOWN_KIND)
    return (_of_values(data, name),)


def _of_values(data: bytes, source: str) -> Sheet:
    rows = []
    for number, values in enumerate(delimited_rows(data), start=1):
        if number > _MOST_ROWS or len(values) > _MOST_COLUMNS:
            raise Unreadable(Refusal.TOO_LARGE)
        rows.append(Row(number, tuple(_cells(values, 1))))
    return _with_notices(Sheet(source, "", tuple(row for row in rows if row.cells)), ())


def _of_workbook(data: bytes, source: str) -> tuple[Sheet, ...]:
    is_zipped = data.startswith(_ZIPPED)
    if not is_zipped and detect_type(data) is FileType.PROTECTED_OFFICE:
        raise Unreadable(Refusal.ENCRYPTED)
    parts = examine_workbook(data) if is_zipped else WorkbookParts({}, tuple(_old_macros(data)))
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            return tuple(_sheets(workbook, source, parts))
    except PasswordError as error:
        raise Unreadable(Refusal.ENCRYPTED) from error
    except (CalamineError, OSError, ValueError) as error:
        raise Unreadable(Refusal.DAMAGED, type(error).__name__) from error


def _old_macros(data: bytes) -> Iterator[Notice]:
    if _OLD_MACROS in data:
        yield Notice(NoticeKind.MACRO, "_VBA_PROJECT", Place(PlaceKind.ELEMENT, name="_VBA_PROJECT"))


def _sheets(workbook: CalamineWorkbook, source: str, parts: WorkbookParts) -> Iterator[Sheet]:
    """The sheets of a workbook; what is told of the whole is told with the first."""
    told = parts.notices
    if len(workbook.sheets_metadata) > _MOST_SHEETS:
        raise Unreadable(Refusal.TOO_LARGE)
    for index, about in enumerate(workbook.sheets_metadata):
        if about.visible is not SheetVisibleEnum.Visible:
            place = Place(PlaceKind.TABLE, index + 1, about.name)
            yield Sheet(source, about.name, (), (*told, Notice(NoticeKind.HIDDEN_TEXT, about.name, place)))
        else:
            marks = parts.sheets.get(about.name, SheetMarks())
            yield _sheet(workbook.get_sheet_by_index(index), source, marks, told)
        told = ()


def _sheet(values: CalamineSheet, source: str, marks: SheetMarks, told: tuple[Notice, ...]) -> Sheet:
    height, width = values.total_height, values.total_width
    if height > _MOST_ROWS or width > _MOST_COLUMNS or height * width > _MOST_AREA:
        raise Unreadable(Refusal.TOO_LARGE)
    merged = {**_merged(values), **marks.merged}
    first = values.start[1] + 1 if values.start else 1
    rows = []
    for number, row in enumerate(values.iter_rows(), start=1):
        cells = tuple(_marked(cell, number, marks, merged) for cell in _cells(row, first))
        rows.append(Row(number, cells))
    return _with_notices(Sheet(source, values.name, tuple(_with_errors(rows, marks))), told, marks)


def _merged(values: CalamineSheet) -> Mapping[Position, Position]:
    """The height and width of merged cells, by their first cell."""
    ranges = values.merged_cell_ranges or []
    return {(top + 1, left + 1): (bottom - top + 1, right - left + 1) for (top, left), (bottom, right) in ranges}


def _cells(values: Iterable[Value], first: int) -> Iterator[Cell]:
    """The cells that hold something; ``first`` is the column of the first value."""
    for column, value in enumerate(values, start=first):
        text, kind = _read(value)
        if text:
            is_wrong = kind is CellKind.TEXT and (_ERROR.fullmatch(text) or find_legacy(text))
            yield Cell(text, column, CellKind.UNREADABLE if is_wrong else kind)


def _read(value: Value) -> tuple[str, CellKind]:
    match value:
        case bool():
            return str(value).lower(), CellKind.BOOLEAN
        case int():
            return str(value), CellKind.NUMBER
        case float():
            return (str(int(value)) if value.is_integer() else repr(value)), CellKind.NUMBER
        case datetime():
            midnight = value.time() == datetime.min.time()
            return value.date().isoformat() if midnight else value.isoformat(timespec="seconds"), CellKind.DATE
        case date():
            return value.isoformat(), CellKind.DATE
    return _clean(str(value)), CellKind.TEXT


def _clean(text: str) -> str:
    """The text in NFC, with plain spaces, and without blank lines."""
    if text.isascii() and "\n" not in text and "\r" not in text and "\t" not in text and "  " not in text:
        return text.strip()
    lines = unicodedata.normalize("NFC", text).replace("\r", "\n").split("\n")
    return "\n".join(filter(None, (_SPACES.sub(_space, line).strip() for line in lines)))


def _space(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else ""


def _marked(cell: Cell, row: int, marks: SheetMarks, merged: Mapping[Position, Position]) -> Cell:
    """The cell with what the XML of the sheet says of it."""
    at = row, cell.column
    if at not in marks.formulas and at not in merged:
        return cell
    height, width = merged.get(at, (1, 1))
    return replace(cell, is_computed=at in marks.formulas, height=height, width=width)


def _with_errors(rows: Iterable[Row], marks: SheetMarks) -> Iterator[Row]:
    """The rows with the cells that hold errors, which the library gives as empty ones."""
    errors: dict[int, list[Cell]] = {}
    for (number, column), words in marks.errors.items():
        errors.setdefault(number, []).append(Cell(words or "#", column, CellKind.UNREADABLE))
    for row in rows:
        wrong = errors.pop(row.number, [])
        held = {cell.column for cell in wrong}
        cells = (*(cell for cell in row.cells if cell.column not in held), *wrong)
        yield Row(row.number, tuple(sorted(cells, key=_column)) if wrong else row.cells)
    # Rows below the last value hold errors alone.
    yield from (Row(number, tuple(sorted(errors[number], key=_column))) for number in sorted(errors))


def _column(cell: Cell) -> int:
    return cell.column


def _with_notices(sheet: Sheet, told: tuple[Notice, ...], marks: SheetMarks | None = None) -> Sheet:
    """The sheet without what is hidden, and with notices of that, of formulas and of what cannot be read."""
    hidden_rows = marks.hidden_rows if marks else frozenset()
    hidden = marks.hidden_columns if marks else frozenset()
    shown, notices = [], list(told)
    for row in sheet.rows:
        if row.number in hidden_rows and row.cells:
            words = " | ".join(cell.text for cell in row.cells)[:_LONGEST_TOLD]
            notices.append(Notice(NoticeKind.HIDDEN_TEXT, words, sheet.row_place(row)))
        elif row.cells:
            shown.append(Row(row.number, tuple(cell for cell in row.cells if cell.column not in hidden)))
    notices += _hidden_columns(sheet, hidden)
    notices += _ranges(sheet, shown, NoticeKind.FORMULA, lambda cell: cell.is_computed)
    notices += _ranges(sheet, shown, NoticeKind.UNREADABLE, lambda cell: cell.kind is CellKind.UNREADABLE)
    return replace(sheet, rows=tuple(row for row in shown if row.cells), notices=tuple(notices))


def _hidden_columns(sheet: Sheet, hidden: frozenset[int]) -> Iterator[Notice]:
    """A notice for each hidden column that holds something."""
    filled = {cell.column for row in sheet.rows for cell in row.cells} & hidden
    for column in sorted(filled):
        letters = column_letters(column)
        yield Notice(NoticeKind.HIDDEN_TEXT, letters, Place(PlaceKind.CELL, name=letters))


def _ranges(sheet: Sheet, rows: Iterable[Row], kind: NoticeKind, is_meant: Callable[[Cell], bool]) -> Iterator[Notice]:
    """A notice for each run of such cells below each other; its words are the range and the text of the first."""
    meant = sorted((cell.column, row.number, cell.text) for row in rows for cell in row.cells if is_meant(cell))
    for _, group in groupby(enumerate(meant), key=lambda item: (item[1][0], item[1][1] - item[0])):
        (_, (column, first, text)), *others = group
        last = others[-1][1][1] if others else first
        name = column_letters(column)
        words = f"{name}{first}" if last == first else f"{name}{first}:{name}{last}"
        yield Notice(kind, f"{words} {text}"[:_LONGEST_TOLD], cell_place(sheet.name, first, column))
