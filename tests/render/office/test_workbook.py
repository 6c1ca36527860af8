"""Workbooks: other programs read the same values, no text is run, and equal content gives equal bytes."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.render.office.workbook import write_workbook
from bantin.site.views import HeadingCell, SheetView, WorkbookView
from tests.conftest import examples
from tests.render.office.programs import (
    as_read_by_calamine,
    as_read_by_libreoffice,
    as_read_by_openpyxl,
    decoded,
    workbook,
)
from tests.render.test_writers import FORMULAS

HOSTILE = (
    *FORMULAS,
    "01/QCPH-BCA-VPQH",
    "012",
    "1e5",
    "TRUE",
    "2012-11",
    "<b>&amp;</b>",
    "_x0041_",
    "a_x005F_b",
    " hai đầu ",
    "hai\ndòng",
    "Đặng Thị Ỷ",
    "𠮷",
)


def test_texts_stay_texts_for_openpyxl() -> None:
    sheet = as_read_by_openpyxl(workbook(*((text,) for text in HOSTILE)))["S"]
    assert [decoded(cell.value) for (cell,) in sheet.iter_rows()] == list(HOSTILE)
    assert {cell.data_type for (cell,) in sheet.iter_rows()} == {"s"}
    assert {cell.number_format for (cell,) in sheet.iter_rows()} == {"@"}


def test_texts_stay_texts_for_calamine() -> None:
    rows = as_read_by_calamine(workbook(*((text,) for text in HOSTILE)))["S"]
    assert [cell for (cell,) in rows] == list(HOSTILE)


def test_libreoffice_reads_the_same(tmp_path: Path) -> None:
    texts = [text for text in HOSTILE if "\r" not in text]
    days = (date(2012, 11, 20), date(1900, 3, 1), date(1899, 1, 1))
    data = workbook(*((text, 12, True, day) for text, day in zip(texts, days * len(texts), strict=False)))
    rows = as_read_by_libreoffice(data, tmp_path)["S"]
    assert [row[0] for row in rows] == texts
    assert {tuple(row[1:3]) for row in rows} == {("12", "TRUE")}
    assert [row[3] for row in rows[:3]] == ["20/11/2012", "01/03/1900", "1899-01-01"]


@settings(deadline=None, max_examples=examples(20))
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=30), min_size=1))
def test_every_text_that_xml_has_comes_back(texts: list[str]) -> None:
    sheet = as_read_by_openpyxl(workbook(*((text, "x") for text in texts)))["S"]
    back = [decoded(row[0].value or "") for row in sheet.iter_rows()]
    assert back == [text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd") for text in texts]


@settings(deadline=None, max_examples=examples(10))
@given(st.dates(date(1900, 3, 1)), st.integers(), st.booleans())
def test_days_numbers_and_answers_have_their_types(day: date, number: int, answer: bool) -> None:
    found = as_read_by_openpyxl(workbook((day, number, answer)))["S"][1]
    assert found[0].is_date
    assert found[0].value.date() == day
    assert found[0].number_format == "dd/mm/yyyy"
    assert found[1].value == (number if abs(number) < 10**15 else str(number))
    assert found[2].value is answer


def test_days_before_those_that_programs_agree_on_are_texts() -> None:
    assert as_read_by_openpyxl(workbook((date(1900, 2, 28),)))["S"]["A1"].value == "1900-02-28"


@pytest.mark.parametrize(("text", "kept"), [("a" * 32_767, "a" * 32_767), ("a" * 32_768, "a" * 32_766 + "…")])
def test_a_text_is_cut_to_what_a_cell_holds(text: str, kept: str) -> None:
    assert as_read_by_openpyxl(workbook((text,)))["S"]["A1"].value == kept


def test_a_letter_of_two_units_is_not_cut_in_half() -> None:
    assert as_read_by_openpyxl(workbook(("𠮷" * 20_000,)))["S"]["A1"].value == "𠮷" * 16_383 + "…"


def test_the_head_stays_in_sight_and_has_a_filter() -> None:
    data = workbook(("1", "2"), ("3", "4"), above=("Tiêu đề",), heads=(("Ý nghĩa", "Ý nghĩa"), ("a", "b")))
    sheet = as_read_by_openpyxl(data)["S"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Tiêu đề", None],
        ["Ý nghĩa", "Ý nghĩa"],
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
    ]
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:B5"
    assert sheet.print_title_rows == "$2:$3"
    assert sheet["A3"].font.b
    assert not sheet["A4"].font.b
    assert sheet.page_setup.orientation == "landscape"


def test_empty_cells_and_empty_sheets_are_fine() -> None:
    assert as_read_by_calamine(workbook((None, "a", None), ()))["S"] == [["", "a"]]
    assert as_read_by_openpyxl(workbook(heads=(("a",),), widths=(9,)))["S"].auto_filter.ref == "A1:A1"


def test_columns_beyond_z_have_two_letters() -> None:
    row = tuple(str(number) for number in range(60))
    assert [cell.value for cell in as_read_by_openpyxl(workbook(row))["S"][1]] == list(row)
    assert as_read_by_openpyxl(workbook(row))["S"]["AA1"].value == "26"


def test_wrapped_sheets_have_lines_and_borders_in_every_cell() -> None:
    sheet = as_read_by_openpyxl(workbook(("a", None, date(2020, 1, 2)), wrapped=True))["S"]
    assert all(cell.alignment.wrap_text and cell.border.left.style == "thin" for cell in sheet[1])
    assert sheet["C1"].number_format == "dd/mm/yyyy"


def test_headings_are_bold() -> None:
    assert as_read_by_openpyxl(workbook((HeadingCell("Cách đọc"),)))["S"]["A1"].font.b


def test_several_sheets_keep_their_order_and_names() -> None:
    sheets = tuple(SheetView(name, (9,), ((name,),), heads=((name,),)) for name in ("Giới thiệu", "O'Neil & a"))
    data = write_workbook(WorkbookView(url="x.xlsx", title="Số & <liệu>", author="VP", lang="vi", sheets=sheets))
    made = as_read_by_openpyxl(data)
    assert made.sheetnames == ["Giới thiệu", "O'Neil & a"]
    assert made["O'Neil & a"].print_title_rows == "$1:$1"
    assert (made.properties.title, made.properties.creator) == ("Số & <liệu>", "VP")


def test_the_bytes_do_not_depend_on_the_day() -> None:
    data = workbook(("a", 1, date(2020, 1, 1)))
    assert data == workbook(("a", 1, date(2020, 1, 1)))
    assert data != workbook(("a", 1, date(2020, 1, 2)))
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.create_system for info in package.infolist()} == {0}
        assert package.testzip() is None
