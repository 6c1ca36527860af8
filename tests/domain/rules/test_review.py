"""Reviews: stated days come first, then computed ones; nothing is guessed."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Agreement, Event, EventKind, Party, Review
from bantin.domain.rules.lifecycle import lifecycle
from bantin.domain.rules.review import chair_of
from bantin.domain.text.dates import Edtf
from bantin.domain.text.durations import Duration, later
from bantin.index import UpcomingReview, next_review, overdue_review
from tests.index.contents import agreement, edtf_dates, on, quick

TODAY = date(2024, 6, 1)
YEARLY = Duration(years=1)
SIGNED = on("2021-11-24")


def ahead(made: Agreement, as_of: date = TODAY) -> UpcomingReview | None:
    return next_review(made, lifecycle(made, as_of), as_of)


def overdue_day(made: Agreement, as_of: date = TODAY) -> Edtf | None:
    return overdue_review(made, lifecycle(made, as_of), as_of)


def events(*days: str | None, kind: EventKind = EventKind.REVIEWED) -> tuple[Event, ...]:
    return tuple(Event(kind, on(day) if day else None) for day in days)


def due(review: Review, as_of: date = TODAY, **changes: Any) -> UpcomingReview | None:
    return ahead(agreement(review=review, **{"signed_on": SIGNED, **changes}), as_of)


def next_day(*reviewed: str | None, **changes: Any) -> str | None:
    """The day of the next yearly review."""
    found = due(Review(YEARLY, **changes), events=events(*reviewed))
    return str(found.on) if found else None


def test_without_a_word_of_reviews_none_lies_ahead() -> None:
    plain = agreement(signed_on=SIGNED)
    assert ahead(plain) is None
    assert overdue_day(plain) is None


@pytest.mark.parametrize("text", ["2024-06-01", "2024-10-15", "2024-10-15?", "2024-06", "2024", "XXXX-10-15"])
def test_a_day_that_the_sources_name_is_shown_as_it_stands(text: str) -> None:
    for every in (None, YEARLY):
        found = due(Review(every, on(text)))
        assert found
        assert (found.on, found.computed) == (on(text), False)


@pytest.mark.parametrize(
    ("reviewed", "day"),
    [
        ((), "2024-11-24"),
        (("2022-12-01",), "2024-12-01"),
        (("2022-12-01", "2023-11-20"), "2024-11-20"),
        (("2023-11-20", "2022-12-01"), "2024-11-20"),
        (("2022", "2023-11-20"), "2024-11-20"),
        (("2024-05-31",), "2025-05-31"),
        (("2024-06-01",), "2025-06-01"),
        # A review that is to come has not been held.
        (("2024-06-02",), "2024-11-24"),
        # Nothing is counted from a day that is not certain, nor where another may have been the last.
        (("2023",), None),
        (("2023-11",), None),
        (("2023-11-20?",), None),
        (("2023-11-20", "2023"), None),
        (("2023-11-20", None), None),
        (("2023-11-20", "XXXX-11-20"), None),
        (("2024-06",), None),
    ],
)
def test_a_review_is_counted_from_the_last_one(reviewed: Sequence[str | None], day: str | None) -> None:
    assert next_day(*reviewed) == day


@pytest.mark.parametrize(
    ("planned", "reviewed", "day"),
    [
        ("2024-03-01", (), "2025-03-01"),
        ("2022-03-01", (), "2025-03-01"),
        ("2024-03-01", ("2023-11-20",), "2025-03-01"),
        ("2023-10-01", ("2023-11-20",), "2024-11-20"),
        ("2024-03", (), None),
        ("2024-03-01", ("2024",), None),
    ],
)
def test_a_planned_day_that_has_passed_counts_as_much_as_a_review(
    planned: str, reviewed: Sequence[str], day: str | None
) -> None:
    assert next_day(*reviewed, next=on(planned)) == day


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({"effective_on": on("2021-12-15")}, "2024-12-15"),
        ({"effective_on": on("2021-12")}, None),
        ({"effective_on": on("2021-12-15~")}, None),
        ({"events": events("2021-12-15", kind=EventKind.EFFECTIVE)}, "2024-12-15"),
        ({"events": events("2023-02-01", "2021-12-15", kind=EventKind.EFFECTIVE)}, "2024-12-15"),
        ({"events": events(None, kind=EventKind.EFFECTIVE)}, "2024-11-24"),
        ({"signed_on": None, "events": events("2021-11-23", kind=EventKind.SIGNED)}, "2024-11-23"),
        ({"signed_on": None}, None),
        ({"signed_on": on("XXXX-08-18")}, None),
        ({"signed_on": on("2021-11")}, None),
    ],
)
def test_the_first_review_is_counted_from_the_entry_into_force_or_else_the_signing(
    changes: dict[str, Any], day: str | None
) -> None:
    found = due(Review(YEARLY), **changes)
    assert (str(found.on) if found else None) == day


def test_events_of_some_parties_alone_neither_begin_nor_review_an_agreement() -> None:
    alone = (
        Event(EventKind.EFFECTIVE, on("2021-12-15"), parties=("a",)),
        Event(EventKind.REVIEWED, on("2023-05-05"), parties=("b",)),
    )
    found = due(Review(YEARLY), events=alone)
    assert found
    assert str(found.on) == "2024-11-24"


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({"expires_on": on("2024-11-24")}, "2024-11-24"),
        ({"expires_on": on("2024-11-23")}, None),
        ({"expires_on": on("2024-11")}, "2024-11-24"),
        ({"expires_on": on("2024-05-01")}, None),
        ({"events": events("2024-01-01", kind=EventKind.TERMINATED)}, None),
        ({"events": events(None, kind=EventKind.REPLACED)}, None),
    ],
)
def test_no_review_is_computed_for_after_the_end(changes: dict[str, Any], day: str | None) -> None:
    found = due(Review(YEARLY), **changes)
    assert (str(found.on) if found else None) == day


def test_after_its_end_an_agreement_has_no_review_that_is_due() -> None:
    ended = agreement(signed_on=SIGNED, events=events("2024-01-01", kind=EventKind.TERMINATED))
    for day in ("2024-03-01", "2024-10-15"):
        one = replace(ended, review=Review(YEARLY, on(day)))
        assert ahead(one) is None
        assert overdue_day(one) is None


@pytest.mark.parametrize(
    ("planned", "reviewed", "overdue"),
    [
        ("2024-03-01", (), True),
        ("2024-03-01", ("2023-11-20",), True),
        ("2024-03", ("2024-02-28",), True),
        ("2024-03-01", ("2024-03-01",), False),
        ("2024-03-01", ("2024-04-10",), False),
        ("2024-03-01", ("2024",), False),
        ("2024-03", ("2024-03-05",), False),
        ("2024-03-01", (None,), False),
        ("2024-03-01", ("XXXX-04-10",), False),
        ("2024-06-01", (), False),
        ("2024", (), False),
        ("XXXX-03-01", (), False),
    ],
)
def test_a_review_is_overdue_when_its_day_has_passed_and_it_cannot_have_been_held(
    planned: str, reviewed: Sequence[str | None], overdue: bool
) -> None:
    one = agreement(review=Review(next=on(planned)), events=events(*reviewed))
    assert overdue_day(one) == (on(planned) if overdue else None)


def test_a_day_that_is_only_computed_is_never_overdue() -> None:
    assert overdue_day(agreement(review=Review(YEARLY), signed_on=SIGNED)) is None


THREE = (Party("b"), Party("a"), Party("c"))


@pytest.mark.parametrize(("number", "chair"), [(1, "b"), (2, "a"), (3, "c"), (4, "b"), (9, "c"), (None, None)])
def test_a_rotating_chair_goes_round_the_parties_in_their_order(number: int | None, chair: str | None) -> None:
    assert chair_of(agreement(parties=THREE, review=Review(rotating=True)), number, TODAY) == chair


@pytest.mark.parametrize("number", [None, 1, 2])
def test_a_chair_that_does_not_rotate_is_always_the_same(number: int | None) -> None:
    assert chair_of(agreement(review=Review(chair="a")), number, TODAY) == "a"
    assert chair_of(agreement(review=Review(YEARLY)), number, TODAY) is None
    assert chair_of(agreement(), number, TODAY) is None


def left(party: str, day: str | None) -> tuple[Event, ...]:
    return (Event(EventKind.TERMINATED, on(day) if day else None, parties=(party,)),)


@pytest.mark.parametrize(
    ("leaving", "chairs"),
    [
        # In 2021, 2022 … : b, a, c, b, a, c.
        (left("c", "2030-01-01"), "bacbac"),
        (left("a", "2022-06-01"), "bcbcbc"),
        (left("a", "2023-06-01"), "bacbcb"),
        (left("b", "2023-01-01"), "bacaca"),
        # If it is unknown whether a party was still there, the turn is unknown.
        (left("a", "2022"), "b?????"),
        (left("c", None), "ba????"),
    ],
)
def test_who_has_left_has_no_more_turns(leaving: tuple[Event, ...], chairs: str) -> None:
    signed = on("2020-11-24")
    review = Review(YEARLY, rotating=True)
    made = agreement(parties=THREE, review=review, signed_on=signed, effective_on=signed, events=leaving)
    told = [chair_of(made, number, date(2020 + number, 11, 24)) or "?" for number in range(1, 7)]
    assert "".join(told) == chairs


def test_nobody_is_named_where_the_chair_itself_may_have_left() -> None:
    made = agreement(parties=THREE, review=Review(chair="a"), events=left("a", "2022"))
    assert [chair_of(made, None, day) for day in (date(2021, 12, 31), date(2022, 6, 1), date(2023, 1, 1))] == [
        "a",
        None,
        None,
    ]
    elsewhere = agreement(parties=THREE, review=Review(chair="chinh-phu"), events=left("a", "2022"))
    assert chair_of(elsewhere, None, TODAY) == "chinh-phu"


@pytest.mark.parametrize(
    ("changes", "number", "chair"),
    [
        # The first two are not recorded: the third is counted by the calendar.
        ({}, 3, "c"),
        ({"events": events("2022-12-01", "2023-11-20")}, 3, "c"),
        # A review is the one whose day is nearest, since none is held to the day.
        ({"events": events("2022-09-01", "2024-02-01")}, 3, "c"),
        # Fewer or more of them than periods: the turn is unknown.
        ({"events": events("2023-11-20")}, None, None),
        ({"events": events("2022-06-01", "2022-12-01", "2023-11-20")}, None, None),
        ({"review": Review(YEARLY, on("2024-10"), rotating=True)}, 3, "c"),
        ({"review": Review(YEARLY, on("2025-10-01"), rotating=True)}, 4, "b"),
        ({"review": Review(YEARLY, on("2024"), rotating=True)}, None, None),
        ({"review": Review(YEARLY, on("XXXX-10-01"), rotating=True)}, None, None),
        ({"review": Review(None, on("2024-10-01"), rotating=True)}, None, None),
        ({"review": Review(YEARLY, on("2024-06-20"), rotating=True), "events": events("2023-12-01")}, None, None),
        ({"signed_on": on("2021"), "events": events("2022-12-01")}, None, None),
        # By its day, the one that is planned would be the one that was just held.
        (
            {
                "review": Review(YEARLY, on("2024-07-01"), rotating=True),
                "signed_on": on("2021-06-01"),
                "events": events("2022-06-01", "2023-06-01", "2024-05-30"),
            },
            None,
            None,
        ),
    ],
)
def test_the_next_chair_is_named_where_it_can_be_computed(
    changes: dict[str, Any], number: int | None, chair: str | None
) -> None:
    made = agreement(parties=THREE, **{"review": Review(YEARLY, rotating=True), "signed_on": SIGNED, **changes})
    found = ahead(made)
    assert found
    assert (found.number, found.chair) == (number, chair)


durations = st.one_of(
    st.builds(Duration, st.integers(1, 5)),
    st.builds(Duration, st.just(0), st.integers(1, 30)),
    st.builds(Duration, st.just(0), st.just(0), st.integers(1, 60), st.integers(0, 40)),
    st.builds(Duration, st.integers(0, 2), st.integers(0, 11), st.integers(0, 3), st.integers(1, 40)),
)


@quick
@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), durations, st.integers(0, 40_000))
@example(date(2021, 1, 31), Duration(months=1), 58)
@example(date(2024, 2, 29), Duration(years=1), 365)
@example(date(2024, 2, 29), Duration(days=1), 36_525)
def test_the_next_review_is_the_first_that_the_period_gives(start: date, every: Duration, after: int) -> None:
    as_of = start + timedelta(days=after)
    found = due(Review(every, rotating=True), as_of, signed_on=Edtf.of(start))
    days = (later(start, every, count) for count in range(1, after + 2))
    count, day = next((count, day) for count, day in enumerate(days, start=1) if day and day >= as_of)
    assert found == UpcomingReview(Edtf.of(day), computed=True, number=count, chair="ab"[(count - 1) % 2])


reviews = st.builds(Review, st.none() | durations, st.none() | edtf_dates(), st.none(), st.booleans())
happenings = st.lists(st.builds(Event, st.sampled_from(EventKind), st.none() | edtf_dates()), max_size=4).map(tuple)


@quick
@given(reviews, st.none() | edtf_dates(), st.none() | edtf_dates(), happenings, st.dates(date(2018, 1, 1)))
@example(Review(Duration(999, 999, 999, 9999)), on("2020-01-01"), None, (), date(2020, 1, 1))
@example(Review(YEARLY, rotating=True), on("2020-01-01"), None, (), date.max)
def test_whatever_is_known_a_review_that_is_told_may_lie_ahead_and_one_overdue_does_not(
    review: Review, signed: Edtf | None, effective: Edtf | None, happened: tuple[Event, ...], as_of: date
) -> None:
    made = agreement(review=review, signed_on=signed, effective_on=effective, events=happened)
    found, overdue = ahead(made, as_of), overdue_day(made, as_of)
    if found:
        assert found.on.latest is None or found.on.latest >= as_of
        assert found.computed == (found.on != review.next)
        assert not found.computed or found.on.certain
        assert (found.chair is not None) == (review.rotating and found.number is not None)
    if overdue:
        assert overdue == review.next
        assert overdue.latest
        assert overdue.latest < as_of
