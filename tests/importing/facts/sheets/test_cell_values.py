"""Days, numbers and choices in cells."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.facts.sheets.cell_values import LISTS, READERS, is_empty
from bantin.importing.facts.sheets.columns import Column
from bantin.importing.facts.sheets.entries import Entry, Reading
from bantin.importing.material import CellKind, Place, PlaceKind
from tests.importing.facts.sheets.registers import known_names

PLACE = Place(PlaceKind.CELL, name="B7")
KNOWN = known_names()


def entry(key: str, words: str, kind: CellKind = CellKind.TEXT, **changes: Any) -> Entry:
    column = Column(2, 1, key, key, **{name: changes.pop(name) for name in tuple(changes) if name.startswith("is_m")})
    return Entry(words, PLACE, column, kind, **changes)


def read(key: str, words: str, kind: CellKind = CellKind.TEXT, **changes: Any) -> Reading[Any]:
    reader = LISTS[key] if key in LISTS else READERS[key][1]
    return reader(entry(key, words, kind, **changes), KNOWN)


def value(key: str, words: str, kind: CellKind = CellKind.TEXT, **changes: Any) -> tuple[Any, bool] | str:
    """The value and whether it is stated, or the reason why there is none."""
    reading = read(key, words, kind, **changes)
    return (reading.values[0].value, reading.values[0].is_stated) if reading.values else reading.problems[0].reason


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("20/11/2012", CellKind.TEXT, ("2012-11-20", True)),
        ("05/06/2012", CellKind.TEXT, ("2012-06-05", True)),
        ("ngày 20 tháng 11 năm 2012", CellKind.TEXT, ("2012-11-20", True)),
        ("11/2012", CellKind.TEXT, ("2012-11", True)),
        ("2012", CellKind.TEXT, ("2012", True)),
        ("2012", CellKind.NUMBER, ("2012", True)),
        ("2012-11-20", CellKind.DATE, ("2012-11-20", True)),
        ("2012-11-20T10:30:00", CellKind.DATE, ("2012-11-20", True)),
        ("20/11/12", CellKind.TEXT, ("2012-11-20", False)),
        ("11/20/2012", CellKind.TEXT, ("2012-11-20", False)),
        ("41233", CellKind.NUMBER, ("2012-11-20", False)),
        ("42010", CellKind.NUMBER, ("2015-01-06", False)),
        ("31/02/2012", CellKind.TEXT, "impossible-date"),
        ("12", CellKind.NUMBER, "no-date"),
        ("11.2012", CellKind.NUMBER, "no-date"),
        ("true", CellKind.BOOLEAN, "no-date"),
        ("1900-01-05", CellKind.DATE, "no-date"),
        ("Bộ Nắng", CellKind.TEXT, "no-date"),
        ("20/11/2012 và 21/11/2012", CellKind.TEXT, "no-date"),
    ],
)
def test_days_are_read_as_typed_and_what_a_convention_decides_is_a_guess(
    words: str, kind: CellKind, expected: object
) -> None:
    assert value("signed_on", words, kind) == expected


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_the_same_as_text_as_date_and_as_number(day: date) -> None:
    typed = value("signed_on", f"{day:%d/%m/%Y}")
    assert typed == value("signed_on", day.isoformat(), CellKind.DATE) == (day.isoformat(), True)
    serial = (day - date(1899, 12, 30)).days
    if serial >= 20_000:
        assert value("signed_on", str(serial), CellKind.NUMBER) == (day.isoformat(), False)


def test_where_months_may_come_first_only_certain_days_are_read() -> None:
    assert value("signed_on", "05/06/2012", is_month_first=True) == "date-order"
    assert value("signed_on", "24/06/2012", is_month_first=True) == ("2012-06-24", True)


def test_the_day_of_issue_is_a_guess_at_the_signing() -> None:
    assert value("issued_on", "20/11/2012") == ("2012-11-20", False)


def test_the_result_of_a_formula_is_a_guess() -> None:
    assert value("title", "Quy chế", is_computed=True) == ("Quy chế", False)


@pytest.mark.parametrize(
    ("key", "words", "expected"),
    [
        ("number", "01/QCPH-BN-BGM", ("01/QCPH-BN-BGM", True)),
        ("expires_on", "Không xác định thời hạn", ("indefinite", True)),
        ("expires_on", "đến hết 31/12/2030", ("2030-12-31", True)),
        ("term", "5 năm", "term"),
        ("term", "đến 31/12/2030", ("2030-12-31", True)),
        ("term", "theo thỏa thuận", "term"),
        ("clauses", "9 điều", (9, True)),
        ("clauses", "09", (9, True)),
        ("clauses", "chín", "no-count"),
        ("scope", "Trung ương", ("central", True)),
        ("scope", "toàn cầu", "no-choice"),
        ("text_public", "có", ("yes", True)),
        ("text_public", "một phần", "no-choice"),
    ],
)
def test_other_facts_are_read_by_the_words_that_the_schema_knows(key: str, words: str, expected: object) -> None:
    assert value(key, words) == expected


def test_a_review_is_read_as_a_length_of_time() -> None:
    assert read("review", "hằng năm").values[0].value.every == "P1Y"
    assert value("review", "khi cần") == "no-length"


def test_a_number_that_became_a_day_is_left_open() -> None:
    assert value("number", "2011-12-01", CellKind.DATE) == "no-number"
    assert value("number", "15", CellKind.NUMBER) == ("15", False)
    assert value("number", "01/QC\n02/QC") == "no-number"


def test_a_field_with_a_comma_is_one_if_it_is_known() -> None:
    found = [one.value for one in read("fields", "An ninh, trật tự, Thời tiết").values]
    assert found == ["An ninh, trật tự", "Thời tiết"]
    assert [one.value for one in read("fields", "Nông nghiệp, môi trường").values] == ["Nông nghiệp, môi trường"]


def test_lists_have_an_item_on_each_line() -> None:
    found = read("legal_basis", "- Luật A;\n- Nghị định B, điều 2.").values
    assert [one.value for one in found] == ["Luật A", "Nghị định B, điều 2"]
    assert found[0].evidence.words == "Luật A"


@pytest.mark.parametrize("words", ["qc-01.pdf", "scan/2012/qc 01.pdf", "https://a.example/tai?id=1", "D:\\luu\\qc.doc"])
def test_files_are_names_and_addresses(words: str) -> None:
    assert [one.value for one in read("documents", words).values] == [words]


@pytest.mark.parametrize("words", ["có", "bản giấy", "01", "qc.pdf; có"])
def test_other_words_are_no_files(words: str) -> None:
    assert value("documents", words) == "no-file"


@pytest.mark.parametrize("words", ["-", "…", "x", "N/A", "chưa rõ", "không rõ", ".", "Không"])
def test_marks_for_nothing_are_empty(words: str) -> None:
    assert is_empty(entry("title", words))
    assert not is_empty(entry("term", "Không thời hạn"))


@given(st.text(max_size=60), st.sampled_from(CellKind), st.sampled_from(sorted({*READERS, *LISTS})))
def test_any_cell_gives_values_with_their_evidence_or_a_problem(words: str, kind: CellKind, key: str) -> None:
    found = read(key, words, kind)
    assert all(one.evidence.place == PLACE for one in found.values)
    assert not (found.values and found.problems)
