"""The workbook of the data: a sheet for each table, behind one that explains them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from bantin.domain.model import Label, Site
from bantin.site.data.columns import KINDS, Cell, CellKind, Column, DataSources, Table, explained
from bantin.site.data.files import WORKBOOK, file_url, license_url
from bantin.site.data.tables import PROVISIONS, cell_text, tables_of
from bantin.site.titles import titles_of
from bantin.site.views import HeadingCell, SheetCell, SheetView

_ABOUT = Label("Giới thiệu", "About")
_SOURCE, _PUBLISHER = Label("Nguồn", "Source"), Label("Đơn vị công bố", "Publisher")
_LICENSE, _FILE = Label("Điều kiện sử dụng lại", "Terms of reuse"), Label("Tệp", "File")
_SHEETS, _ROWS = Label("Trang tính", "Sheet"), Label("Số dòng", "Rows")
_CONTENTS, _COLUMN = Label("Nội dung", "Contents"), Label("Cột", "Column")
_MEANING, _VALUE = Label("Ý nghĩa", "Meaning"), Label("Kiểu giá trị", "Value")
_READING = Label("Cách đọc", "How to read it")
_RULES = (
    Label(
        "Ô trống: nguồn tin không nêu. Không thông tin nào được suy đoán.",
        "An empty cell: the sources do not say. Nothing is guessed.",
    ),
    Label(
        "Ngày biết đủ là ô ngày (dd/mm/yyyy); ngày chỉ biết một phần là chữ theo EDTF, như 2012-11 hoặc XXXX-08-18.",
        "A fully known day is a date cell (dd/mm/yyyy); others are texts in EDTF, such as 2012-11 or XXXX-08-18.",
    ),
    Label(
        "Số, ký hiệu và mã là chữ, giữ nguyên như đã ghi. Danh sách là một mảng JSON.",
        "Numbers of documents and identifiers are texts, as they are written. A list is a JSON array.",
    ),
    Label(
        "Mỗi bảng có hai dòng đầu: ý nghĩa của cột, và tên cột như trong tệp CSV.",
        "The head of a table has two rows: the meanings of the columns, and their names as in the CSV files.",
    ),
    Label(
        "Lời của từng điều, khoản chỉ có trong provisions.csv. Chữ dài quá 32.767 ký tự bị cắt, kết thúc bằng “…”.",
        "The words of provisions are only in provisions.csv. Texts over 32,767 characters are cut and end in “…”.",
    ),
)
_WIDTHS: Mapping[CellKind, int] = {
    CellKind.ID: 22,
    CellKind.TEXT: 28,
    CellKind.TEXTS: 28,
    CellKind.INTEGER: 10,
    CellKind.BOOLEAN: 10,
    CellKind.DATE: 13,
    CellKind.MOMENT: 24,
    CellKind.DURATION: 10,
    CellKind.URL: 40,
    CellKind.SHA256: 20,
}
"""The widths of columns, in characters."""
_DATES = frozenset({CellKind.DATE, CellKind.MOMENT})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def sheets(holdings: DataSources) -> Iterator[SheetView]:
    """The sheets of the workbook, from the columns of the data.

    The words of provisions are left out: a sheet has a million rows, and a cell 32,767 characters.
    """
    site = holdings.directory.site
    made = tuple(_sheet(table, holdings) for table in tables_of(site) if table.name != PROVISIONS.name)
    yield _about(made, holdings)
    yield from made


def _sheet(table: Table[Any], holdings: DataSources) -> SheetView:
    columns, language = table.all_columns, holdings.directory.site.language
    dated = tuple(column.kind in _DATES for column in columns)
    return SheetView(
        name=table.name,
        widths=tuple(max(_WIDTHS[column.kind], len(column.name) + 4) for column in columns),
        heads=(
            tuple(column.about.text(language).rstrip(".:") for column in columns),
            tuple(column.name for column in columns),
        ),
        rows=tuple(
            tuple(
                [
                    _day(column.cell(row)) if is_date else _cell(column.cell(row))
                    for column, is_date in zip(columns, dated, strict=True)
                ]
            )
            for row in table.rows(holdings)
        ),
    )


def _cell(cell: Cell) -> SheetCell:
    return cell_text(cell) if isinstance(cell, tuple) else cell


@lru_cache(maxsize=20_000)
def _day(cell: Cell) -> SheetCell:
    """The day that a cell tells; other dates stay texts."""
    return date.fromisoformat(cell) if isinstance(cell, str) and _DAY.fullmatch(cell) else _cell(cell)


def _about(made: tuple[SheetView, ...], holdings: DataSources) -> SheetView:
    """The first sheet: the source and the terms of the data, the other sheets, and the meanings of all columns."""
    directory = holdings.directory
    site = directory.site
    language = site.language
    title = titles_of(site).data_of.format(title=site.title)
    known: list[tuple[Label, str]] = [
        (_SOURCE, file_url(directory, "")),
        (_PUBLISHER, site.published_by),
        (_FILE, file_url(directory, WORKBOOK.name)),
    ]
    if site.license:
        known += [(_LICENSE, site.license), (_LICENSE, license_url(directory))]
    tables = [table for table in tables_of(site) if table.name != PROVISIONS.name]
    rows: list[tuple[SheetCell, ...]] = [(label.text(language), text) for label, text in known]
    rows += [(), _heads(site, _READING)]
    rows += [(rule.text(language),) for rule in _RULES]
    rows += [(), _heads(site, _SHEETS, _CONTENTS, _ROWS)]
    rows += [
        (table.name, table.title.text(language), len(sheet.rows)) for table, sheet in zip(tables, made, strict=True)
    ]
    rows += [(), _heads(site, _SHEETS, _COLUMN, _MEANING, _VALUE)]
    rows += [_explanation(table, column, site) for table in tables for column in table.all_columns]
    return SheetView(name=_ABOUT.text(language), widths=(24, 28, 80, 40), rows=tuple(rows), above=(title,))


def _heads(site: Site, *labels: Label) -> tuple[SheetCell, ...]:
    return tuple(HeadingCell(label.text(site.language)) for label in labels)


def _explanation(table: Table[Any], column: Column[Any], site: Site) -> tuple[SheetCell, ...]:
    return table.name, column.name, explained(column, site.language), KINDS[column.kind].text(site.language)
