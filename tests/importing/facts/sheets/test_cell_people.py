"""People in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model import OnBehalf
from bantin.importing.facts.model import PersonFacts
from bantin.importing.facts.sheets.cell_people import read_people, with_posts
from bantin.importing.facts.sheets.columns import Column
from bantin.importing.facts.sheets.entries import Entry
from bantin.importing.material import Place, PlaceKind
from tests.importing.facts.sheets.registers import known_names

KNOWN = known_names()


def entry(words: str) -> Entry:
    return Entry(words, Place(PlaceKind.CELL, name="F2"), Column(6, 1, "Người ký", "signatories"))


def people(words: str) -> list[tuple[PersonFacts, bool]]:
    return [(one.value, one.is_stated) for one in read_people(entry(words), KNOWN).values]


AN, BINH = PersonFacts("Trần Văn An"), PersonFacts("Lê Thị Bình")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trần Văn An", [(AN, True)]),
        ("TRẦN VĂN AN", [(AN, True)]),
        ("Ông Trần Văn An", [(AN, True)]),
        ("Trần Văn An; Lê Thị Bình", [(AN, True), (BINH, True)]),
        ("1. Trần Văn An\n2. Lê Thị Bình", [(AN, True), (BINH, True)]),
        ("Trần Văn An, Lê Thị Bình", [(AN, False), (BINH, False)]),
        ("Rơ Châm Mây", [(PersonFacts("Rơ Châm Mây"), False)]),
        (
            "Thượng tướng Trần Văn An – Bộ trưởng",
            [(PersonFacts("Trần Văn An", "Thượng tướng", "Bộ trưởng"), False)],
        ),
        (
            "KT. Bộ trưởng - Thứ trưởng Trần Văn An",
            [(PersonFacts("Trần Văn An", "", "Thứ trưởng", on_behalf=OnBehalf.KT), False)],
        ),
    ],
)
def test_names_are_apart_from_rank_and_post(words: str, expected: list[tuple[PersonFacts, bool]]) -> None:
    assert people(words) == expected


@pytest.mark.parametrize(
    "words", ["Giám đốc", "Giám Đốc Sở Mưa", "Lãnh Đạo Bộ", "Trần Văn An; Giám đốc", "An", "12", "a" * 999]
)
def test_a_cell_in_which_a_name_is_not_certain_is_left_open(words: str) -> None:
    reading = read_people(entry(words), KNOWN)
    assert (reading.values, [one.reason for one in reading.problems]) == ((), ["unclear-people"])


def test_another_column_gives_the_posts_in_the_same_order() -> None:
    both = read_people(entry("Trần Văn An\nLê Thị Bình"), KNOWN).values
    found = with_posts(both, entry("Bộ trưởng\nCục trưởng"), "position")
    assert [one.value.position for one in found.values] == ["Bộ trưởng", "Cục trưởng"]
    assert not found.problems


@pytest.mark.parametrize("posts", ["Bộ trưởng", "Bộ trưởng; Cục trưởng; Vụ trưởng"])
def test_posts_of_another_number_are_left_open(posts: str) -> None:
    both = read_people(entry("Trần Văn An\nLê Thị Bình"), KNOWN).values
    found = with_posts(both, entry(posts), "position")
    assert found.values == both
    assert [one.reason for one in found.problems] == ["unclear-position"]


def test_posts_that_differ_are_left_as_the_name_has_them() -> None:
    one = read_people(entry("Bộ trưởng Trần Văn An"), KNOWN).values
    found = with_posts(one, entry("Cục trưởng"), "position")
    assert ([person.value.position for person in found.values], len(found.problems)) == (["Bộ trưởng"], 1)


@given(st.text(max_size=80))
def test_any_cell_gives_people_or_a_problem(words: str) -> None:
    reading = read_people(entry(words), KNOWN)
    assert bool(reading.values) != bool(reading.problems)
