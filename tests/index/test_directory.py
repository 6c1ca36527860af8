"""The directory: agencies in their order, what belongs to them, and what became of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Agency, Label, Level, Succession, Vocabulary
from bantin.index import Directory
from bantin.index.directory import directory
from tests.index.contents import SITE, TODAY, agency, bulletin, on

FAMILY = (
    agency("a", "Bộ", successors=(Succession("d"), Succession("c", on("2020")))),
    agency("b", "Bộ", predecessors=(Succession("a"),)),
    agency("c", parent="a", predecessors=(Succession("b"), Succession("a"))),
    agency("d", parent="a"),
    agency("e", parent="b"),
)


def found(*agencies: Agency) -> Directory:
    return directory(SITE, Vocabulary(), agencies, TODAY)


@given(st.permutations(FAMILY))
def test_the_directory_reads_the_same_in_whatever_order_the_files_came(agencies: list[Agency]) -> None:
    assert repr(found(*agencies)) == repr(found(*FAMILY))


def test_every_agency_is_found_by_its_id() -> None:
    assert dict(found(*FAMILY).agency) == {one.id: one for one in FAMILY}


def test_a_bulletin_has_the_directory_of_its_settings_its_words_and_its_day() -> None:
    made = bulletin(agency("a")).directory
    assert (made.site, made.as_of, [one.id for one in made.agencies]) == (SITE, TODAY, ["a"])
    assert [term.id for term in (*made.vocabulary.types, *made.vocabulary.fields)] == [
        "quy-che",
        "ke-hoach",
        "an-ninh",
        "y-te",
    ]


def test_agencies_stand_in_vietnamese_order_of_their_names_in_the_language_of_the_site() -> None:
    agencies = [
        agency("mot", name="Ủy ban"),
        agency("hai", name="Đoàn"),
        agency("ba", name="Dân tộc"),
        agency("bon", name="Ăn ninh"),
    ]
    assert [one.id for one in found(*agencies).agencies] == ["bon", "ba", "hai", "mot"]


def test_agencies_are_sorted_by_their_names_in_english_on_an_english_site() -> None:
    both = (Agency("a", "a.yml", Label("Ấp", "Zoo")), Agency("b", "b.yml", Label("Ốc", "Ant")))
    made = directory(replace(SITE, language="en"), Vocabulary(), both, TODAY)
    assert [one.id for one in made.agencies] == ["b", "a"]


def test_units_are_found_by_the_agency_that_they_are_part_of() -> None:
    made = found(agency("bo"), agency("cuc-2", parent="bo"), agency("cuc-1", parent="bo"))
    assert {parent: [one.id for one in group] for parent, group in made.children.items()} == {"bo": ["cuc-1", "cuc-2"]}


@pytest.mark.parametrize(
    ("old", "new", "day"),
    [
        ({"successors": (Succession("moi"),)}, {}, None),
        ({}, {"predecessors": (Succession("cu"),)}, None),
        ({"successors": (Succession("moi", on("2020")),)}, {"predecessors": (Succession("cu"),)}, "2020"),
        ({"successors": (Succession("moi"),)}, {"predecessors": (Succession("cu", on("2020")),)}, "2020"),
        (
            {"successors": (Succession("moi", on("2020")),)},
            {"predecessors": (Succession("cu", on("2020")),)},
            "2020",
        ),
    ],
    ids=["old-side", "new-side", "old-side-dated", "new-side-dated", "both-dated"],
)
def test_a_succession_may_be_written_on_either_side(old: dict[str, Any], new: dict[str, Any], day: str | None) -> None:
    made = found(agency("cu", **old), agency("moi", **new))
    expected = on(day) if day else None
    assert dict(made.successors) == {"cu": (Succession("moi", expected),)}
    assert dict(made.predecessors) == {"moi": (Succession("cu", expected),)}


def test_an_agency_may_be_split_and_another_merged() -> None:
    made = found(
        agency("cu", successors=(Succession("moi-2"), Succession("moi-1"))),
        agency("cu-2", successors=(Succession("moi-1"),)),
        agency("moi-1"),
        agency("moi-2"),
    )
    assert [one.agency for one in made.successors["cu"]] == ["moi-1", "moi-2"]
    assert [one.agency for one in made.predecessors["moi-1"]] == ["cu", "cu-2"]


def test_an_agency_has_the_level_of_the_nearest_agency_above_it_that_has_one() -> None:
    made = bulletin(
        agency("bo", level=Level.CENTRAL),
        agency("cuc", parent="bo"),
        agency("phong", parent="cuc"),
        agency("doi", parent="phong", level=Level.DISTRICT),
        agency("khac"),
    ).directory
    levels = {one.id: made.level_of(one) for one in made.agencies}
    assert levels == {
        "bo": Level.CENTRAL,
        "cuc": Level.CENTRAL,
        "phong": Level.CENTRAL,
        "doi": Level.DISTRICT,
        "khac": None,
    }
