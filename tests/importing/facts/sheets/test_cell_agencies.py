"""Agencies in cells: apart where that is certain, left open where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.importing.facts.sheets.cell_agencies import read_parties, read_party
from bantin.importing.facts.sheets.columns import Column
from bantin.importing.facts.sheets.entries import Entry
from bantin.importing.material import Place, PlaceKind
from tests.importing.facts.sheets.registers import known_names

KNOWN = known_names()


def entry(words: str) -> Entry:
    return Entry(words, Place(PlaceKind.CELL, name="E2"), Column(5, 1, "Các bên", "parties"))


def names(words: str) -> list[str]:
    return [one.value.agency.name for one in read_parties(entry(words), KNOWN).values]


@pytest.mark.parametrize(
    "words",
    [
        "Bộ Nắng và Bộ Gió và Mây",
        "Bộ Nắng, Bộ Gió và Mây",
        "Bộ Nắng - Bộ Gió và Mây",
        "giữa Bộ Nắng với Bộ Gió và Mây",
        "Bộ Nắng; Bộ Gió và Mây",
        "1. Bộ Nắng\n2. Bộ Gió và Mây",
        "Bên A: Bộ Nắng; Bên B: Bộ Gió và Mây",
    ],
)
def test_known_names_are_found_whatever_stands_between_them(words: str) -> None:
    found = read_parties(entry(words), KNOWN).values
    assert [(one.value.agency.id, one.is_stated) for one in found] == [("bo-nang", True), ("bo-gio", True)]


def test_separators_within_known_names_do_not_separate() -> None:
    assert names("Cục Sương mù, Mưa phùn, Bộ Gió và Mây") == ["Cục Sương mù, Mưa phùn", "Bộ Gió và Mây"]
    assert names("Bộ Gió và Mây") == ["Bộ Gió và Mây"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Bộ Trăng và Sở Sao", ["Bộ Trăng", "Sở Sao"]),
        ("Bộ Trăng, Bộ Sao và Bộ Đất - Nước và Trời", ["Bộ Trăng", "Bộ Sao", "Bộ Đất - Nước và Trời"]),
        ("Bộ Nắng và Cục Sao", ["Bộ Nắng", "Cục Sao"]),
    ],
)
def test_names_that_are_not_known_are_guesses(words: str, expected: list[str]) -> None:
    found = read_parties(entry(words), KNOWN).values
    assert [one.value.agency.name for one in found] == expected
    assert not any(one.is_stated for one in found)


@pytest.mark.parametrize(
    "words",
    [
        "Bộ Lao động - Thương binh và Xã hội",
        "Công an tỉnh Bắc, Nam",
        "Công an tỉnh Bắc, Nam và Bộ Trăng",
        "Văn phòng Đoàn ĐBQH và Hội đồng nhân dân tỉnh",
        "Bộ Trăng, Bộ Sao và các tỉnh biên giới",
        "Bộ Trăng\ncác đơn vị liên quan",
        "ABC - XYZ",
        "Bộ Trăng, ABC",
        "Hội Trăng, Hội Sao, Đoàn Gió",
        "Hội Trăng, Hội Sao, Gió",
        "Bộ Trăng",
        "Bộ Trăng và bộ sao chổi",
        "và",
        "a" * 5_000,
        "Bộ Trăng và " * 100,
    ],
)
def test_what_may_be_one_name_or_several_is_left_open(words: str) -> None:
    reading = read_parties(entry(words), KNOWN)
    assert (reading.values, [one.reason for one in reading.problems]) == ((), ["unclear-agencies"])


def test_lines_are_agencies_whether_known_or_not() -> None:
    assert names("Sở Trăng\nBộ Lao động - Thương binh và Xã hội") == ["Sở Trăng", "Bộ Lao động - Thương binh và Xã hội"]


def test_a_column_for_a_side_holds_one_agency_as_it_stands() -> None:
    found = read_party(entry("Bộ Lao động - Thương binh và Xã hội"), KNOWN).values
    assert [(one.value.agency.name, one.is_stated) for one in found] == [("Bộ Lao động - Thương binh và Xã hội", True)]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Bộ Nắng và Bộ Gió và Mây", "several-agencies"),
        ("Bộ Nắng; Sở Mưa", "no-agency"),
        ("các địa phương", "unclear-agencies"),
        ("12", "no-agency"),
        ("a" * 300, "no-agency"),
    ],
)
def test_a_column_for_a_side_with_something_else_is_left_open(words: str, reason: str) -> None:
    reading = read_party(entry(words), KNOWN)
    assert (reading.values, [one.reason for one in reading.problems]) == ((), [reason])


def test_an_abbreviation_in_brackets_is_no_part_of_the_name_but_other_words_are_left_open() -> None:
    assert names("Bộ Nắng (BN); Sở Trăng (sau đây gọi tắt là ST)") == ["Bộ Nắng", "Sở Trăng"]
    assert names("Bộ Nắng (ông Trần Văn An); Sở Mưa") == []
    assert read_party(entry("Bộ Nắng (ông Trần Văn An)"), KNOWN).values == ()


@given(st.lists(st.sampled_from(["Bộ Nắng", "Bộ Gió", "và", ",", "-", "Mây", "Sở Mưa", ";", "\n", "tỉnh", "các"])))
def test_a_name_always_stands_in_the_cell(pieces: list[str]) -> None:
    words = " ".join(pieces)
    assert all(name in words for name in names(words))
