"""Rows of a sheet as agreements: in every layout the same facts, and nothing that the row does not say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model import Label, OwnField, OwnFieldKind, Term
from bantin.importing.facts.model import AgreementFacts, Found, SheetFacts
from bantin.importing.facts.sheets.rows import read_rows
from bantin.importing.material import Cell, CellKind, Place, PlaceKind
from bantin.importing.readers.sheets.sheet import read_sheet
from tests.importing.facts.sheets.registers import Line, Style, Value, known_names, lines, register_sheet, sheet_of

KNOWN = known_names()
HEADER = ("STT", "Số văn bản", "Trích yếu", "Ngày ký", "Các bên", "Người ký", "Chức vụ", "Nơi ký", "Ghi chú")


def read(*rows: tuple[Value | Cell, ...]) -> SheetFacts:
    return read_rows(sheet_of(*rows), KNOWN)


def one(*row: Value | Cell) -> AgreementFacts:
    (record,) = read(HEADER, row).records
    return record.agreement


def reasons(facts: SheetFacts) -> list[tuple[str, str]]:
    return [(problem.reason, problem.place.name) for problem in facts.problems]


@pytest.mark.parametrize("style", Style)
def test_a_register_says_the_same_in_every_layout(style: Style) -> None:
    register = lines(120)
    (sheet,) = read_sheet(register_sheet(register, style), "so")
    facts = read_rows(sheet, KNOWN)
    assert len(facts.records) == len(register)
    for record, line in zip(facts.records, register, strict=True):
        assert_says(record.agreement, line, style)


def assert_says(found: AgreementFacts, line: Line, style: Style) -> None:
    """The facts are those of the line, as far as the layout has a column for them."""
    keys = ["number", "title", "signed_on", "expires_on"]
    keys += [] if style in (Style.SIDES, Style.ENGLISH) else ["clauses", "place", "effective_on"]
    assert {key: said(found, key) for key in keys} == {key: told(getattr(line, key)) for key in keys}
    assert [party.value.agency.name for party in found.parties] == list(line.parties)
    people = [(who.value.name, who.value.rank, who.value.position) for who in found.signatories]
    assert people == [(who.name, who.rank, who.position) for who in line.signers]
    assert [field.value for field in found.fields] == ([] if style is Style.SIDES else [line.field])


def said(found: AgreementFacts, key: str) -> object:
    """The value of a single fact; ``None`` if it is open."""
    value: Found[object] | None = getattr(found, key)
    return value.value if value else None


def told(value: object) -> object:
    """What a line says, as facts have it."""
    return value.isoformat() if isinstance(value, date) else value


def test_a_thousand_rows_are_a_thousand_records() -> None:
    (sheet,) = read_sheet(register_sheet(lines(1_000), Style.PLAIN), "so.xlsx")
    facts = read_rows(sheet, KNOWN)
    assert (len(facts.records), facts.problems) == (1_000, ())
    assert facts.records[-1].place == Place(PlaceKind.ROW, 1_001, "Danh mục")


def test_what_stands_in_known_columns_is_stated() -> None:
    found = one(1, "01/QC", "Quy chế", date(2012, 11, 20), "Bộ Nắng; Sở Mưa", "Trần Văn An", "Thứ trưởng", "Hà Nội")
    single = [one for one in (found.number, found.title, found.signed_on, found.place) if one]
    assert [one.is_stated for one in single] == [True] * 4
    assert all(one.is_stated for one in found.parties)
    assert all(one.is_stated for one in found.signatories)
    assert single[2].evidence.place == Place(PlaceKind.CELL, name="D2")
    assert found.signatories[0].value.position == "Thứ trưởng"


def test_a_cell_that_is_not_what_its_column_is_for_is_left_open_and_told() -> None:
    row = (1, "01/QC", "Quy chế", "hôm qua", "Bộ Trăng", "Giám đốc", "Giám đốc", "Hà Nội", "lưu kho")
    facts = read(HEADER, row)
    found = facts.records[0].agreement
    assert (found.signed_on, found.parties, found.signatories) == (None, (), ())
    told = [("unclear-people", "F2"), ("no-date", "D2"), ("unclear-agencies", "E2")]
    assert sorted(reasons(facts)) == sorted(told)
    assert [(left.reason, left.words) for left in facts.left_out] == [("note", "lưu kho")]


def test_without_a_column_for_it_the_type_is_guessed_from_the_title() -> None:
    found = one(1, "01/QC", "Quy chế phối hợp về mưa", None, None, None, None, None)
    assert found.type
    assert (found.type.value, found.type.is_stated) == ("Quy chế phối hợp", False)
    assert one(1, "01/QC", "Về mưa", None, None, None, None, None).type is None


def test_a_building_is_the_venue_and_not_the_place() -> None:
    found = one(1, "01/QC", "Quy chế", None, None, None, None, "Trụ sở Bộ Nắng")
    assert found.place is None
    assert found.venue
    assert found.venue.value == "Trụ sở Bộ Nắng"


def test_a_merged_cell_belongs_to_its_first_row_and_is_told() -> None:
    merged = Cell("Bộ Nắng; Sở Mưa", 5, height=2)
    facts = read(HEADER, (1, "01/QC", "A", "2012", merged), (2, "02/QC", "B", "2013"))
    assert [len(record.agreement.parties) for record in facts.records] == [2, 0]
    assert reasons(facts) == [("merged", "E2")]


def test_errors_are_left_open_and_results_of_formulas_are_guesses() -> None:
    error = Cell("#REF!", 2, CellKind.UNREADABLE)
    computed = Cell("Quy chế", 3, is_computed=True)
    facts = read(HEADER, (1, error, computed, "2012"))
    found = facts.records[0].agreement
    assert found.number is None
    assert found.title
    assert not found.title.is_stated
    assert reasons(facts) == [("unreadable", "B2")]


def test_days_that_a_spreadsheet_may_have_turned_are_left_open() -> None:
    facts = read(HEADER, (1, "01/QC", "A", "24/05/2020"), (2, "02/QC", "B", date(2020, 5, 6)))
    assert [bool(record.agreement.signed_on) for record in facts.records] == [True, False]
    assert reasons(facts) == [("date-order", "D3")]


def test_a_signatory_of_a_side_signs_for_the_agency_of_that_side() -> None:
    header = ("Trích yếu", "Bên A", "Người ký bên A", "Chức vụ", "Bên B", "Người ký bên B", "Chức vụ")
    row = ("A", "Bộ Nắng", "Trần Văn An", "Thứ trưởng", "Sở Mưa", "Lê Thị Bình", "Giám đốc")
    found = read(header, row).records[0].agreement.signatories
    told = [(who.value.name, who.value.position, who.value.party and who.value.party.id) for who in found]
    assert told == [("Trần Văn An", "Thứ trưởng", "bo-nang"), ("Lê Thị Bình", "Giám đốc", "so-mua")]


def test_who_signs_for_whom_is_not_guessed_from_the_order() -> None:
    found = one(1, "01/QC", "A", "2012", "Bộ Nắng; Sở Mưa", "Trần Văn An; Lê Thị Bình")
    assert [who.value.party for who in found.signatories] == [None, None]


def test_a_party_that_leads_is_one_of_the_parties() -> None:
    facts = read(("Trích yếu", "Các bên", "Bên chủ trì"), ("A", "Bộ Nắng; Sở Mưa", "Sở Mưa"))
    parties = facts.records[0].agreement.parties
    assert [(party.value.agency.id, party.value.lead) for party in parties] == [("bo-nang", False), ("so-mua", True)]


def test_a_position_without_a_person_is_told() -> None:
    facts = read(HEADER, (1, "01/QC", "A", "2012", None, None, "Giám đốc"))
    assert reasons(facts) == [("no-person", "G2")]


def test_a_sheet_without_a_table_of_agreements_is_told() -> None:
    assert [left.reason for left in read(("Họ tên", "Năm sinh"), ("An", 1980)).left_out] == ["no-table"]
    assert [left.reason for left in read().left_out] == ["no-table"]


def test_a_status_is_computed_and_not_read() -> None:
    facts = read(("Trích yếu", "Ngày ký", "Tình trạng"), ("A", "2012", "Còn hiệu lực"))
    assert [(left.reason, left.words, left.place.name) for left in facts.left_out] == [("computed", "Tình trạng", "C1")]


def test_own_fields_are_read_by_their_kinds() -> None:
    own = (
        OwnField("du_an", Label("Dự án")),
        OwnField("han", Label("Hạn"), OwnFieldKind.DATE),
        OwnField("kinh_phi", Label("Kinh phí"), OwnFieldKind.NUMBER),
        OwnField("von", Label("Vốn"), OwnFieldKind.CHOICE, (Term("nha-nuoc", Label("Nhà nước")),)),
        OwnField("mat", Label("Có hạn"), OwnFieldKind.YES_NO),
    )
    header = ("Trích yếu", "Ngày ký", "Dự án", "Hạn", "Kinh phí", "Vốn", "Có hạn")
    known = known_names(own=own)
    facts = read_rows(sheet_of(header, ("A", "2012", "D1", "1/2/2013", 12, "nhà nước", "có")), known)
    found = {key: value.value for key, value in facts.records[0].agreement.own}
    assert found == {"du_an": "D1", "han": "2013-02-01", "kinh_phi": "12", "von": "nha-nuoc", "mat": "true"}
    wrong = read_rows(sheet_of(header, ("A", "2012", "D1", "mai", "nhiều", "lạ", "ừ")), known)
    assert [reason for reason, _ in reasons(wrong)] == ["no-date", "no-count", "no-choice", "no-choice"]


VALUES = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(0, 99_999),
    st.dates(),
    st.booleans(),
    st.sampled_from(["Bộ Nắng", "Trần Văn An", "20/11/2012", "Tổng cộng", "I", *HEADER]),
)


@given(st.lists(st.lists(VALUES, max_size=9).map(tuple), max_size=8))
def test_any_sheet_can_be_read_and_every_value_has_its_words(rows: list[tuple[Value, ...]]) -> None:
    facts = read(HEADER, *rows)
    assert len(facts.records) + len(facts.left_out) >= sum(any(row) for row in rows)
    for record in facts.records:
        assert not record.agreement.title or record.agreement.title.evidence.place.name.startswith("C")
