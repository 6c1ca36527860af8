"""Problems: worded in two languages, reported once each, in an order independent of the order of discovery."""

import pickle

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.domain.problems import (
    LANGUAGES,
    BulletinError,
    Kind,
    Language,
    Location,
    Problem,
    Severity,
    UsageError,
    Wording,
    has_errors,
    in_order,
)
from tests.conftest import examples

bounded = settings(max_examples=examples(100), deadline=None)

UNKNOWN_AGENCY = Kind(
    code="unknown-agency",
    severity=Severity.ERROR,
    en=Wording("There is no agency “{id}”.", "Did you mean “{near}”?"),
    vi=Wording("Không có cơ quan “{id}”.", "Có phải “{near}” không?"),
)
NO_LEAD = Kind("no-lead", Severity.WARNING, Wording("There is no lead.", ""), Wording("Thiếu sa-pô.", ""))
HERE = Location("content/articles/2021/bai.md", 4, 9, 10)

locations = st.builds(
    Location, st.sampled_from(["content/a.md", "content/b.md"]), st.integers(0, 3), st.integers(0, 3), st.integers(1, 2)
)
problems = st.one_of(
    st.builds(NO_LEAD.at, locations),
    st.builds(UNKNOWN_AGENCY.at, locations, id=st.sampled_from(["bo-cong-am", "x"]), near=st.just("bo-cong-an")),
)


@pytest.mark.parametrize(
    ("location", "written"),
    [
        (HERE, "content/articles/2021/bai.md:4:9"),
        (Location("content/site.yml", 4), "content/site.yml:4"),
        (Location("content/site.yml"), "content/site.yml"),
    ],
)
def test_a_location_is_written_as_editors_and_terminals_know_it(location: Location, written: str) -> None:
    assert str(location) == written


def test_a_location_is_one_character_wide_unless_told() -> None:
    assert Location("content/site.yml", 4, 9) == Location("content/site.yml", 4, 9, 1)


@pytest.mark.parametrize(
    ("language", "message", "hint"),
    [
        ("en", "There is no agency “bo-cong-am”.", "Did you mean “bo-cong-an”?"),
        ("vi", "Không có cơ quan “bo-cong-am”.", "Có phải “bo-cong-an” không?"),
    ],
)
def test_a_problem_is_worded_in_the_language_asked_for(language: Language, message: str, hint: str) -> None:
    problem = UNKNOWN_AGENCY.at(HERE, id="bo-cong-am", near="bo-cong-an")
    assert problem.message(language) == message
    assert problem.hint(language) == hint


def test_a_problem_has_the_code_and_the_severity_of_its_kind() -> None:
    problem = UNKNOWN_AGENCY.at(HERE, id="x", near="y")
    assert (problem.code, problem.severity, problem.location) == ("unknown-agency", Severity.ERROR, HERE)


def test_a_hint_may_be_empty() -> None:
    assert [NO_LEAD.at(HERE).hint(language) for language in LANGUAGES] == ["", ""]


def test_a_problem_without_the_values_of_its_wording_cannot_be_reported() -> None:
    with pytest.raises(KeyError, match="id"):
        UNKNOWN_AGENCY.at(HERE).message("en")


@bounded
@given(st.text(max_size=240))
def test_a_value_is_shown_as_the_editor_typed_it(value: str) -> None:
    assert UNKNOWN_AGENCY.at(HERE, id=value, near="").message("en") == f"There is no agency “{value}”."


@pytest.mark.parametrize("value", [7, 2.5, None, Severity.ERROR, "{id}", "{0}", "%s"])
def test_a_value_of_any_kind_is_reported_as_text(value: object) -> None:
    assert UNKNOWN_AGENCY.at(HERE, id=value, near="").message("vi") == f"Không có cơ quan “{value}”."


@pytest.mark.parametrize(("length", "shown"), [(239, "đ" * 239), (240, "đ" * 240), (241, "đ" * 239 + "…")])
def test_two_hundred_and_forty_characters_of_a_value_are_shown(length: int, shown: str) -> None:
    assert UNKNOWN_AGENCY.at(HERE, id="đ" * length, near="").values == (("id", shown), ("near", ""))


@bounded
@given(st.text(min_size=1), st.integers(1, 300))
def test_a_long_value_is_cut_and_shows_that_it_is(piece: str, times: int) -> None:
    value = piece * times
    told = dict(UNKNOWN_AGENCY.at(HERE, id=value, near="").values)["id"]
    assert len(told) <= 240
    assert told == value or (len(value) > 240 and told == value[:239] + "…")


def test_problems_are_the_same_whatever_order_their_values_are_given_in() -> None:
    assert UNKNOWN_AGENCY.at(HERE, id="x", near="y") == UNKNOWN_AGENCY.at(HERE, near="y", id="x")


def test_problems_come_by_file_line_and_column_then_by_code() -> None:
    ordered = [
        NO_LEAD.at(Location("a.md")),
        NO_LEAD.at(Location("a.md", 2, 10)),
        NO_LEAD.at(Location("a.md", 10, 1)),
        UNKNOWN_AGENCY.at(Location("a.md", 10, 1), id="x", near=""),
        UNKNOWN_AGENCY.at(Location("a.md", 10, 1), id="y", near=""),
        NO_LEAD.at(Location("a.md", 10, 2)),
        NO_LEAD.at(Location("b.md")),
    ]
    assert in_order(reversed(ordered)) == tuple(ordered)


@bounded
@given(st.lists(problems), st.data())
def test_the_order_does_not_depend_on_the_order_of_reading(some: list[Problem], data: st.DataObject) -> None:
    assert in_order(some) == in_order(data.draw(st.permutations(some)))


@bounded
@given(st.lists(problems))
def test_each_problem_is_reported_once(some: list[Problem]) -> None:
    told = in_order(some + some)
    assert len(told) == len(set(some))
    assert set(told) == set(some)


@pytest.mark.parametrize(
    ("met", "stops"),
    [
        ([], False),
        ([NO_LEAD.at(HERE)], False),
        ([UNKNOWN_AGENCY.at(HERE, id="x", near="y")], True),
        ([NO_LEAD.at(HERE), UNKNOWN_AGENCY.at(HERE, id="x", near="y")], True),
    ],
)
def test_only_an_error_stops_the_build(met: list[Problem], stops: bool) -> None:
    assert has_errors(met) is stops


def test_a_refused_bulletin_carries_every_problem_in_order() -> None:
    first, second = NO_LEAD.at(Location("a.md")), UNKNOWN_AGENCY.at(Location("b.md", 3, 5), id="x", near="y")
    error = BulletinError([second, first, second])
    assert error.problems == (first, second)
    assert str(error) == "a.md: There is no lead.; b.md:3:5: There is no agency “x”."


def test_wrong_use_carries_its_problem() -> None:
    problem = NO_LEAD.at(Location("site"))
    error = UsageError(problem)
    assert error.problem is problem
    assert str(error) == "site: There is no lead."


@pytest.mark.parametrize("thing", [HERE, NO_LEAD, NO_LEAD.en, NO_LEAD.at(HERE)], ids=lambda thing: type(thing).__name__)
def test_what_is_told_cannot_be_changed_afterwards(thing: Location | Kind | Wording | Problem) -> None:
    name = msgspec.structs.fields(thing)[0].name
    with pytest.raises(AttributeError, match="immutable"):
        setattr(thing, name, "")


def test_exceptions_survive_the_way_out_of_a_worker() -> None:
    problem = NO_LEAD.at(Location("a.md", 1, 2))
    for error in (BulletinError([problem]), UsageError(problem)):
        copy = pickle.loads(pickle.dumps(error))
        assert str(copy) == str(error)
        assert type(copy) is type(error)
