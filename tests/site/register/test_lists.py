"""The official lists: an index, a page for each year, and both as documents and workbooks."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from msgspec.structs import replace

from bantin.domain.model import Article, Event, EventKind, Feature
from bantin.index import Bulletin, index
from bantin.render.writers import written
from bantin.site.register.list_tables import REGISTER_COLUMNS, YEAR_COLUMNS, year_table
from bantin.site.register.year_changes import year_changes
from bantin.site.views import IndexView, TableDocumentView, WorkbookView, YearListView
from tests.index.contents import NOW, SITE, bulletin, content, on
from tests.render.office.programs import as_read_by_calamine, as_read_by_libreoffice
from tests.site.plans import key_of, pages_of, planned, view_at
from tests.site.register.records import record

ENDED = record(
    "cu",
    number="012",
    signed="2015-01-01",
    title="Quy chế cũ",
    effective_on=on("2015-02-01"),
    events=(Event(EventKind.TERMINATED, on("2020-03-01"), note="=1+1"),),
)
MADE: tuple[Article, ...] = (
    ENDED,
    record("con", signed="2018", title="Đề án", effective_on=on("2018-02-01")),
    record("an", signed="2018", title="Án lệ", effective_on=on("2018-02-01")),
)
DOCX, XLSX = "van-ban/danh-muc/danh-muc-van-ban.docx", "van-ban/danh-muc/danh-muc-van-ban.xlsx"
YEAR = "van-ban/danh-muc/2020/"


def data_at(made: Bulletin, url: str, kind: Any) -> bytes:
    data = written(view_at(made, url, kind))
    assert data is not None
    return data


def rows_of(document: bytes) -> list[list[str]]:
    (table,) = Document(BytesIO(document)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_index_leads_to_the_files_and_to_each_year() -> None:
    view = view_at(bulletin(*MADE), "van-ban/danh-muc/", IndexView)
    assert [(label, [(link.label, link.url, link.count) for link in links]) for label, _, links in view.groups] == [
        ("Tải về toàn bộ", [("Tải danh mục (Word)", DOCX, None), ("Tải danh mục (Excel)", XLSX, None)]),
        (
            "Danh mục văn bản",
            [("Danh mục văn bản hết hiệu lực, ngưng hiệu lực toàn bộ hoặc một phần, được sửa đổi năm 2020", YEAR, 1)],
        ),
    ]


def test_the_page_of_a_year_shows_each_change_and_leads_to_its_files() -> None:
    view = view_at(bulletin(*MADE), YEAR, YearListView)
    ((label, anchor, (row,)),) = view.groups
    assert (label, anchor, view.total) == ("Hết hiệu lực toàn bộ", "ended", 1)
    assert (row.number, row.title.label, row.part, row.reason) == ("012", "Quy chế cũ", "Toàn bộ", "Chấm dứt: =1+1")
    assert row.on
    assert row.on.short == "01/03/2020"
    assert [link.url for link in view.files] == [
        f"{YEAR}danh-muc-het-hieu-luc-2020.docx",
        f"{YEAR}danh-muc-het-hieu-luc-2020.xlsx",
    ]


def test_the_register_as_a_document_is_grouped_by_status_and_sorted() -> None:
    head, *rows = rows_of(data_at(bulletin(*MADE), DOCX, TableDocumentView))
    assert head == [column.head.vi for column in REGISTER_COLUMNS]
    assert [row[:5] for row in rows] == [
        ["I. Còn hiệu lực (2)"] * 5,
        ["1", "Quy chế", "", "2018", "Án lệ"],
        ["2", "Quy chế", "", "2018", "Đề án"],
        ["II. Hết hiệu lực toàn bộ (1)"] * 5,
        ["1", "Quy chế", "012", "01/01/2015", "Quy chế cũ"],
    ]


def test_the_register_as_a_workbook_has_types_and_the_status_as_a_column() -> None:
    (rows,) = as_read_by_calamine(data_at(bulletin(*MADE), XLSX, WorkbookView)).values()
    assert rows[0][0] == "Danh mục văn bản"
    assert rows[2] == [*(column.head.vi for column in REGISTER_COLUMNS), "Tình trạng hiệu lực"]
    assert [(row[0], row[3], row[4], row[-1]) for row in rows[3:]] == [
        (1, "2018", "Án lệ", "Còn hiệu lực"),
        (2, "2018", "Đề án", "Còn hiệu lực"),
        (3, date(2015, 1, 1), "Quy chế cũ", "Hết hiệu lực toàn bộ"),
    ]


def test_libreoffice_reads_the_list_of_a_year(tmp_path: Path) -> None:
    data = data_at(bulletin(*MADE), f"{YEAR}danh-muc-het-hieu-luc-2020.xlsx", WorkbookView)
    (rows,) = as_read_by_libreoffice(data, tmp_path).values()
    assert rows[2:] == [
        [*(column.head.vi for column in YEAR_COLUMNS), "Tình trạng hiệu lực"],
        [
            "1",
            "Quy chế",
            "012",
            "01/01/2015",
            "Quy chế cũ",
            "Toàn bộ",
            "Chấm dứt: =1+1",
            "01/03/2020",
            "Hết hiệu lực toàn bộ",
        ],
    ]


def test_the_document_of_a_year_has_the_rows_of_its_table() -> None:
    made = bulletin(*MADE)
    rows = rows_of(data_at(made, f"{YEAR}danh-muc-het-hieu-luc-2020.docx", TableDocumentView))
    table = year_table(year_changes(made.register.records, made.directory)[2020], made.directory.site)
    assert len(rows) == 1 + sum(1 + len(found) for _, found in table.groups)
    assert rows[2] == ["1", "Quy chế", "012", "01/01/2015", "Quy chế cũ", "Toàn bộ", "Chấm dứt: =1+1", "01/03/2020"]


def test_columns_fill_a_landscape_page() -> None:
    assert sum(column.width for column in REGISTER_COLUMNS) == 252
    assert sum(column.width for column in YEAR_COLUMNS) == 252


def test_pages_of_past_years_stay_as_they_are_from_day_to_day() -> None:
    keys = [
        {
            one.page.url: key_of(one.page)
            for one in planned(index(content(*MADE), day)).pages
            if one.page.url.startswith(YEAR)
        }
        for day in (NOW, NOW + timedelta(days=1))
    ]
    assert len(keys[0]) == 3
    assert keys[0] == keys[1]


def test_without_data_there_are_pages_but_no_files() -> None:
    urls = pages_of(bulletin(*MADE, site=replace(SITE, off=frozenset({Feature.DATA}))))
    assert "van-ban/danh-muc/" in urls
    assert YEAR in urls
    assert not [url for url in urls if url.endswith((".docx", ".xlsx"))]


def test_without_the_register_there_are_no_lists() -> None:
    urls = pages_of(bulletin(*MADE, site=replace(SITE, off=frozenset({Feature.REGISTER}))))
    assert not [url for url in urls if "danh-muc" in url]
