"""The header of a sheet, wherever it stands, and the columns below it."""

from bantin.domain.model import Label, OwnField
from bantin.importing.facts.sheets.columns import SheetTable, find_table
from bantin.importing.material import Cell, Sheet
from tests.importing.facts.sheets.registers import sheet_of


def keys(table: SheetTable | None) -> list[tuple[str, str]]:
    assert table
    return [(column.key, column.side) for column in table.columns]


def left_out(table: SheetTable | None) -> list[tuple[str, str, str]]:
    assert table
    return [(one.reason, one.words, one.place.name or str(one.place.number)) for one in table.left_out]


def test_the_header_is_found_below_titles() -> None:
    found = find_table(
        sheet_of(("BỘ NẮNG", None, "CỘNG HÒA"), (), ("DANH MỤC",), ("STT", "Trích yếu", "Ngày ký"), (1, "A", "2012"))
    )
    assert keys(found) == [("order", ""), ("title", ""), ("signed_on", "")]
    assert found
    assert [row.number for row in found.rows] == [5]
    assert left_out(found) == [("above-header", "BỘ NẮNG | CỘNG HÒA", "1"), ("above-header", "DANH MỤC", "3")]


def test_a_header_may_have_two_lines() -> None:
    found = find_table(
        sheet_of(
            ("TT", "Số văn bản", Cell("Bên A", 3, width=2), None, Cell("Bên B", 5, width=2)),
            (None, None, "Cơ quan", "Người ký", "Cơ quan", "Người ký"),
            (1, "01/QC", "Bộ Nắng", "Trần Văn An", "Bộ Gió", "Lê Thị Bình"),
        )
    )
    sides = [("party", "A"), ("signatories", "A"), ("party", "B"), ("signatories", "B")]
    assert keys(found) == [("order", ""), ("number", ""), *sides]


def test_a_header_on_two_lines_need_not_be_merged() -> None:
    found = find_table(
        sheet_of(("Số văn bản", "Bên A", None, "Bên B"), (None, "Cơ quan", "Người ký", "Cơ quan", "Người ký"))
    )
    sides = [("party", "A"), ("signatories", "A"), ("party", "B"), ("signatories", "B")]
    assert keys(found) == [("number", ""), *sides]


def test_columns_that_are_not_known_are_told_with_their_place() -> None:
    found = find_table(sheet_of(("Trích yếu", "Ngày ký", "Kho lưu"), ("A", "2012", "K1", "không tên")))
    assert left_out(found) == [("unknown-column", "Kho lưu", "C1"), ("no-header", "không tên", "D2")]


def test_a_second_column_of_the_same_is_told_and_not_read() -> None:
    found = find_table(sheet_of(("Trích yếu", "Ngày ký", "Ngày ký", "Ngày ban hành"), ("A", "2012", "2013", "2014")))
    assert keys(found) == [("title", ""), ("signed_on", "")]
    assert [words for _, words, _ in left_out(found)] == ["Ngày ký", "Ngày ban hành"]


def test_a_recipe_names_columns() -> None:
    sheet = sheet_of(("Kho", "Ngày ký"), ("A", "2012"))
    assert find_table(sheet) is None
    assert keys(find_table(sheet, named={"kho": "title"})) == [("title", ""), ("signed_on", "")]


def test_own_fields_of_the_bulletin_are_columns() -> None:
    own = (OwnField("du_an", Label("Dự án", "Project")),)
    found = find_table(sheet_of(("Trích yếu", "Ngày ký", "DỰ ÁN"), ("A", "2012", "X")), own)
    assert keys(found)[-1] == ("own_du_an", "")


def test_a_column_that_counts_the_rows_holds_no_numbers_of_documents() -> None:
    found = find_table(sheet_of(("Number", "Title", "Signed"), (1, "A", "2012"), (2, "B", "2013")))
    assert keys(found)[0] == ("order", "")
    found = find_table(sheet_of(("Number", "Title", "Signed"), (7, "A", "2012"), (3, "B", "2013")))
    assert keys(found)[0] == ("number", "")


def test_the_title_of_a_person_is_a_position() -> None:
    found = find_table(sheet_of(("Title", "Date signed", "Signed by", "Title"), ("A", "2012", "B", "C")))
    assert keys(found) == [("title", ""), ("signed_on", ""), ("signatories", ""), ("position", "")]


def test_sides_are_preferred_to_a_column_of_all_parties() -> None:
    found = find_table(sheet_of(("Trích yếu", "Các bên", "Bên A", "Bên B"), ("A", "B, C", "B", "C")))
    assert keys(found) == [("title", ""), ("party", "A"), ("party", "B")]
    assert left_out(found) == [("unknown-column", "Các bên", "B1")]


def test_names_and_agencies_without_a_side_are_told_and_not_read() -> None:
    found = find_table(sheet_of(("Trích yếu", "Ngày ký", "Họ và tên", "Đơn vị"), ("A", "2012", "B", "C")))
    assert [words for _, words, _ in left_out(found)] == ["Họ và tên", "Đơn vị"]


def test_another_table_below_is_told_and_not_read() -> None:
    found = find_table(
        sheet_of(("Trích yếu", "Ngày ký"), ("A", "2012"), ("Người ký", "Chức vụ"), ("Trần Văn An", "Giám đốc"))
    )
    assert found
    assert len(found.rows) == 1
    assert left_out(found) == [
        ("another-table", "Người ký | Chức vụ", "3"),
        ("another-table", "Trần Văn An | Giám đốc", "4"),
    ]


def test_lists_of_other_things_are_no_table_of_agreements() -> None:
    assert find_table(sheet_of(("STT", "Họ và tên", "Chức vụ"), (1, "Trần Văn An", "Giám đốc"))) is None
    assert find_table(sheet_of(("Trích yếu",), ("A",))) is None
    assert find_table(Sheet("trong.csv", "", ())) is None
