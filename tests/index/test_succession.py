"""Who holds today what an agency took on: the last of its successors, as far as their days tell."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model import Succession
from bantin.index import Directory, current_successors
from tests.index.contents import agency, bulletin, edtf_dates, on

Line = Mapping[str, list[tuple[str, str | None]]]


def directory(line: Line) -> Directory:
    """Agencies ``a`` to ``e``; ``line`` tells who succeeded each of them, and when."""
    return bulletin(
        *(
            agency(one, successors=tuple(Succession(new, on(day) if day else None) for new, day in line.get(one, ())))
            for one in "abcde"
        )
    ).directory


def told(line: Line, since: str | None = "2012-11-20") -> list[tuple[str, str | None]]:
    found = current_successors("a", on(since) if since else None, directory(line))
    return [(heir.agency, str(heir.on) if heir.on else None) for heir in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({}, []),
        ({"a": [("b", "2015-01-01")]}, [("b", "2015-01-01")]),
        ({"a": [("b", None)]}, [("b", None)]),
        ({"a": [("b", "XXXX-03-01")]}, [("b", "XXXX-03-01")]),
        ({"a": [("b", "2015")], "b": [("c", "2018")], "c": [("d", "2025-03-01")]}, [("d", "2025-03-01")]),
        ({"a": [("b", "2015"), ("c", "2016")]}, [("b", "2015"), ("c", "2016")]),
        ({"a": [("b", "2015"), ("c", "2015")], "b": [("d", "2020")], "c": [("d", "2020")]}, [("d", "2020")]),
        ({"a": [("b", "2015"), ("c", "2016")], "b": [("d", None)]}, [("c", "2016"), ("d", None)]),
    ],
    ids=["none", "one", "undated", "year-unknown", "line", "split", "split-and-merged", "branches"],
)
def test_successors_are_followed_to_the_last(line: Line, expected: list[tuple[str, str | None]]) -> None:
    assert told(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"a": [("b", "2027")]}, []),
        ({"a": [("b", "2015")], "b": [("c", "2026-01-02")]}, [("b", "2015")]),
        ({"a": [("b", "2026-01-01")]}, [("b", "2026-01-01")]),
        ({"a": [("b", "2026")]}, [("b", "2026")]),
    ],
    ids=["ahead", "next-ahead", "today", "perhaps-ahead"],
)
def test_what_certainly_lies_ahead_has_passed_nothing_on(line: Line, expected: list[tuple[str, str | None]]) -> None:
    assert told(line) == expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2012-11-20", []),
        ("2007-08-02", []),
        ("2007-08-01", [("b", "2007-08-01")]),
        ("2007", [("b", "2007-08-01")]),
        (None, [("b", "2007-08-01")]),
    ],
    ids=["later", "day-later", "same-day", "same-year", "unknown"],
)
def test_what_certainly_came_before_the_duty_does_not_pass_it_on(
    since: str | None, expected: list[tuple[str, str | None]]
) -> None:
    assert told({"a": [("b", "2007-08-01")]}, since) == expected


def test_an_agency_that_was_re_established_is_followed_in_the_order_of_the_days() -> None:
    line: Line = {"a": [("b", "2007")], "b": [("c", "2003"), ("a", "2011")]}
    assert told(line, "2005") == []
    assert told({**line, "a": [("b", "2007"), ("d", "2020")]}, "2005") == [("d", "2020")]


def test_where_agencies_succeed_one_another_in_a_circle_nobody_is_named() -> None:
    assert told({"a": [("b", None)], "b": [("c", None)], "c": [("a", None)]}) == []
    assert told({"a": [("b", None)], "b": [("a", None), ("c", None)]}) == [("c", None)]


def test_a_succession_counts_on_whichever_side_it_is_written() -> None:
    made = bulletin(agency("a"), agency("b", predecessors=(Succession("a", on("2015")),))).directory
    assert current_successors("a", None, made) == (Succession("b", on("2015")),)


LINES = st.dictionaries(
    st.sampled_from("abcde"),
    st.lists(st.tuples(st.sampled_from("abcde"), st.none() | edtf_dates().map(str)), max_size=3),
)


@given(LINES, st.none() | edtf_dates().map(str))
def test_heirs_are_others_each_named_once(line: Line, since: str | None) -> None:
    found = [agency for agency, _ in told(line, since)]
    assert len(set(found)) == len(found)
    assert "a" not in found
    reached = {"a"}
    for _ in "abcde":
        reached |= {new for old in reached for new, _ in line.get(old, ())}
    assert set(found) <= reached
