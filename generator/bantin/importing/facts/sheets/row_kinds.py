"""Rows of a table that are no records: sums, headings of sections, headers that are repeated, numbers of columns."""

import re
from collections.abc import Mapping
from functools import cache

from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.sheets.columns import Column
from bantin.importing.material import Cell, CellKind, Row

_SECTION_NUMBER = re.compile(r"(?:[IVXLC]{1,7}|[A-ZĐ]|[0-9]{1,3}(?:\.[0-9]{1,3})*)[.)]?")
_COLUMN_NUMBER = re.compile(r"[(\[]?(?:[0-9]{1,3}|[A-ZĐ])(?: ?= ?[^\n]*)?[)\]]?")
_LEAST_NUMBERED = 3
_BODY = frozenset({"number", "title", "parties", "party", "signed_on", "issued_on"})
_PAIR = 2


def reason_to_leave_out(row: Row, columns: tuple[Column, ...]) -> str:
    """Why a row below the header is no record, as a short code; empty if it is one."""
    by_number = {column.number: column for column in columns}
    known = {cell.column: cell for cell in row.cells if cell.column in by_number}
    first = row.cells[0].text
    if _sum_words().match(name_key(first)) or any(
        _sum_words().fullmatch(name_key(cell.text)) for cell in row.cells[:2]
    ):
        return "sum"
    if _footers().match(name_key(first)):
        return "footer"
    if _repeats_header(known, by_number):
        return "repeated-header"
    if len(row.cells) >= _LEAST_NUMBERED and _numbers_columns(row):
        return "column-numbers"
    if _is_section(row, by_number):
        return "section"
    return "" if _is_record(tuple(by_number[number].key for number in known), columns) else "no-record"


def _is_record(told: tuple[str, ...], columns: tuple[Column, ...]) -> bool:
    """Whether facts of these kinds make a record. A title is enough only if the row is counted, where others are."""
    is_counted = "order" in told or not any(column.key == "order" for column in columns)
    return "number" in told or ("title" in told and is_counted) or len(_BODY.intersection(told)) >= _PAIR


def _repeats_header(known: Mapping[int, Cell], columns: Mapping[int, Column]) -> bool:
    """Whether most of the cells hold the words of the header."""
    same = [number for number, cell in known.items() if name_key(cell.text) == name_key(columns[number].words)]
    return len(same) > len(known) // 2 and len(same) > 1


def _numbers_columns(row: Row) -> bool:
    """Whether the cells count the columns: ``(1) (2) (3)``, ``A B 1 2``."""
    texts = [cell.text for cell in row.cells]
    if not all(_COLUMN_NUMBER.fullmatch(text) for text in texts) or len(set(texts)) < len(texts):
        return False
    numbers = [int(digits[0]) for text in texts if (digits := re.search("[0-9]+", text))]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False


def _is_section(row: Row, columns: Mapping[int, Column]) -> bool:
    """Whether a row is a heading: one text over several columns, or in a place where no record begins."""
    texts = [cell for cell in row.cells if not _is_order(cell, columns)]
    if len(texts) != 1:
        return False
    (cell,) = texts
    if cell.kind is not CellKind.TEXT or len(row.cells) > _PAIR:
        return cell.kind is CellKind.NUMBER
    numbers = [other.text for other in row.cells if other is not cell]
    is_counted = any(number.isdecimal() for number in numbers)
    is_numbered = any(_SECTION_NUMBER.fullmatch(number) for number in numbers) and not is_counted
    column = columns.get(cell.column)
    # A record of which only the title is known has its number in the list.
    return cell.width > 1 or is_numbered or column is None or column.key != "title" or not is_counted


def _is_order(cell: Cell, columns: Mapping[int, Column]) -> bool:
    column = columns.get(cell.column)
    is_number = cell.kind is CellKind.NUMBER or _SECTION_NUMBER.fullmatch(cell.text) is not None
    return is_number and (column is None or column.key == "order")


@cache
def _sum_words() -> re.Pattern[str]:
    words = ("tổng cộng", "tổng số", "cộng", "tổng", "total", "sum", "grand total")
    return re.compile(rf"(?:{'|'.join(map(name_key, words))})(?: ?:.*| [0-9].*)?\Z")


@cache
def _footers() -> re.Pattern[str]:
    """What begins the lines below a table: who has made it and confirms it, who receives it."""
    words = ("người lập", "thủ trưởng", "nơi nhận", "xác nhận của", "ghi chú:", "lập bảng", "người kiểm tra")
    return re.compile("|".join(map(name_key, words)))
