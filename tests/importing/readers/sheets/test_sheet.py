"""Spreadsheets as sheets: values with their places, what is told, and what is refused."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.worksheet.worksheet import Worksheet

from bantin.importing.material import Cell, CellKind, NoticeKind, Refusal, Sheet, Unreadable
from bantin.importing.readers.sheets.sheet import read_sheet
from tests.importing.facts.sheets.registers import workbook
from tests.importing.readers.sheets.workbooks import archive, cell, excel, open_cell, open_document


def read(data: bytes, name: str = "so.xlsx") -> Sheet:
    (sheet,) = read_sheet(data, name)
    return sheet


def cells(sheet: Sheet) -> list[tuple[str, str, CellKind]]:
    return [(sheet.place(row.number, one.column).name, one.text, one.kind) for row in sheet.rows for one in row.cells]


def notices(sheet: Sheet) -> list[tuple[NoticeKind, str]]:
    return [(notice.kind, notice.words) for notice in sheet.notices]


def refusal(data: bytes, name: str = "so.xlsx") -> Refusal:
    with pytest.raises(Unreadable) as error:
        read_sheet(data, name)
    return error.value.refusal


def test_values_have_their_kinds_and_places() -> None:
    rows = [(), (None, "Quy chế", 12, 1.5, True), (None, date(2012, 11, 20), datetime(2012, 11, 20, 10, 30))]
    assert cells(read(workbook({"Năm 2012": rows}))) == [
        ("Năm 2012!B2", "Quy chế", CellKind.TEXT),
        ("Năm 2012!C2", "12", CellKind.NUMBER),
        ("Năm 2012!D2", "1.5", CellKind.NUMBER),
        ("Năm 2012!E2", "true", CellKind.BOOLEAN),
        ("Năm 2012!B3", "2012-11-20", CellKind.DATE),
        ("Năm 2012!C3", "2012-11-20T10:30:00", CellKind.DATE),
    ]


def test_text_is_in_nfc_with_plain_spaces_and_without_blank_lines() -> None:
    found = read(workbook({"So": [("Quy che\u0302\u0301\u00a0 phối\u200b hợp \n\n mới",)]}))
    assert found.rows[0].cells[0].text == "Quy chế phối hợp\nmới"


def test_every_sheet_is_read_and_hidden_ones_are_only_told() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"

    first, second = read_sheet(workbook({"Một": [("a",)], "Hai": [("b",)]}, hide), "so.xlsx")
    assert (first.name, len(first.rows)) == ("Một", 1)
    assert (second.rows, notices(second)) == ((), [(NoticeKind.HIDDEN_TEXT, "Hai")])


def test_hidden_rows_and_columns_are_told_and_not_read() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True

    found = read(workbook({"So": [("a", "b"), ("c", "d"), ("e", None)]}, hide))
    assert [text for _, text, _ in cells(found)] == ["a", "e"]
    assert notices(found) == [(NoticeKind.HIDDEN_TEXT, "c | d"), (NoticeKind.HIDDEN_TEXT, "B")]


def test_formulas_are_not_run_and_their_last_results_are_marked() -> None:
    rows = (
        f'<row r="1">{cell("A1", "a")}<c r="B1"><f>1+1</f><v>2</v></c></row>'
        '<row r="2"><c r="B2"><f>1+2</f><v>3</v></c></row><row r="4"><c r="B4"><f>1+3</f><v>4</v></c></row>'
    )
    found = read(excel(rows))
    assert [one for row in found.rows for one in row.cells if one.is_computed] == [
        Cell(text, 2, CellKind.NUMBER, is_computed=True) for text in ("2", "3", "4")
    ]
    assert notices(found) == [(NoticeKind.FORMULA, "B1:B2 2"), (NoticeKind.FORMULA, "B4 4")]


def test_errors_are_told_and_unreadable() -> None:
    def add_error(sheet: Worksheet) -> None:
        wrong = sheet["B2"]
        assert isinstance(wrong, ExcelCell)
        wrong.value, wrong.data_type = "#REF!", "e"

    found = read(workbook({"So": [("a",)]}, add_error))
    assert cells(found)[-1] == ("So!B2", "#REF!", CellKind.UNREADABLE)
    assert notices(found) == [(NoticeKind.UNREADABLE, "B2 #REF!")]


def test_text_in_a_legacy_font_is_unreadable() -> None:
    found = read(workbook({"So": [("Bé C«ng an vµ Bé Quèc phßng ký Quy chÕ phèi hîp",)]}))
    assert found.rows[0].cells[0].kind is CellKind.UNREADABLE


def test_a_merged_cell_stands_in_its_first_place_with_its_size() -> None:
    found = read(workbook({"So": [("a", None, "b"), (), ()]}, lambda sheet: sheet.merge_cells("A1:B3")))
    assert [(one.text, one.height, one.width) for one in found.rows[0].cells] == [("a", 3, 2), ("b", 1, 1)]


def test_macros_comments_and_objects_are_told() -> None:
    found = read(excel(f'<row r="1">{cell("A1", "a")}</row>', parts={"xl/vbaProject.bin": b"x"}))
    assert notices(found) == [(NoticeKind.MACRO, "xl/vbaProject.bin")]


def test_an_opendocument_spreadsheet_says_the_same() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    rows = (
        f"<table:table-row>{open_cell('Số')}{open_cell('ẩn')}{open_cell('Ngày ký')}</table:table-row>"
        f'<table:table-row table:visibility="collapse">{open_cell("hàng ẩn")}</table:table-row>'
        f'<table:table-row><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2">'
        f'<text:p>2</text:p></table:table-cell><table:table-cell/><table:table-cell office:value-type="date" '
        f'office:date-value="2012-11-20"><text:p>20/11/2012</text:p></table:table-cell></table:table-row>'
    )
    found = read(open_document(rows, columns), "so.ods")
    assert cells(found) == [
        ("So!A1", "Số", CellKind.TEXT),
        ("So!C1", "Ngày ký", CellKind.TEXT),
        ("So!A3", "2", CellKind.NUMBER),
        ("So!C3", "2012-11-20", CellKind.DATE),
    ]
    assert [kind for kind, _ in notices(found)] == [NoticeKind.HIDDEN_TEXT, NoticeKind.HIDDEN_TEXT, NoticeKind.FORMULA]


def test_separated_values_are_a_sheet_without_a_name() -> None:
    found = read('Số;Trích yếu\r\n1;"Quy chế\r\nA"\r\n'.encode(), "so.csv")
    assert cells(found) == [
        ("A1", "Số", CellKind.TEXT),
        ("B1", "Trích yếu", CellKind.TEXT),
        ("A2", "1", CellKind.TEXT),
        ("B2", "Quy chế\nA", CellKind.TEXT),
    ]


@pytest.mark.parametrize(
    ("rows", "behind"),
    [
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', ""),
        ('<row r="1"><c r="XFD1"><v>1</v></c></row>', ""),
        (f'<row r="1">{cell("A1", "a")}<c r="ZZZ9999999"><v>1</v></c></row>', ""),
    ],
)
def test_a_sheet_with_cells_far_apart_is_refused_before_it_is_opened(rows: str, behind: str) -> None:
    assert refusal(excel(rows, behind=behind)) is Refusal.TOO_LARGE


def test_cells_that_are_repeated_too_often_are_refused() -> None:
    rows = f'<table:table-row table:number-rows-repeated="60000">{open_cell("a")}</table:table-row>'
    assert refusal(open_document(rows)) is Refusal.TOO_LARGE
    repeated = open_cell("a", 'table:number-columns-repeated="9999"')
    wide = f"<table:table-row>{repeated}</table:table-row>"
    assert refusal(open_document(wide)) is Refusal.TOO_LARGE


def test_empty_cells_may_be_repeated_to_the_end_of_the_sheet() -> None:
    rows = (
        f'<table:table-row>{open_cell("a")}<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert [text for _, text, _ in cells(read(open_document(rows)))] == ["a"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Refusal.EMPTY),
        (b"  \r\n", Refusal.EMPTY),
        (archive({"word/document.xml": "<a/>"}), Refusal.UNKNOWN_KIND),
        (archive({"xl/workbook.bin": b"", "xl/workbook.xml": "<a/>"}), Refusal.UNKNOWN_KIND),
        (b"PK\x03\x04 not an archive", Refusal.DAMAGED),
        (excel("<row"), Refusal.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Refusal.DAMAGED),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), Refusal.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Refusal.ENCRYPTED),
        (b"\x00\x01\x02\x03" * 20, Refusal.UNKNOWN_KIND),
        (b"<html><table><tr><td>a</td></tr></table>", Refusal.UNKNOWN_KIND),
        (b"%PDF-1.7", Refusal.UNKNOWN_KIND),
        (b"{\\rtf1}", Refusal.UNKNOWN_KIND),
        (b"\n".join([b"a;b"] * 50_001), Refusal.TOO_LARGE),
        (b";" * 400, Refusal.TOO_LARGE),
    ],
)
def test_what_is_no_sheet_is_refused_with_the_reason(data: bytes, expected: Refusal) -> None:
    assert refusal(data) is expected


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"):
        try:
            read_sheet(start + data, "so")
        except Unreadable:
            continue


@given(st.binary(max_size=40), st.integers(0, 2_000))
def test_a_damaged_workbook_is_read_or_refused(piece: bytes, at: int) -> None:
    whole = excel(f'<row r="1">{cell("A1", "a")}</row>')
    try:
        read_sheet(whole[:at] + piece + whole[at + len(piece) :], "so.xlsx")
    except Unreadable:
        return
