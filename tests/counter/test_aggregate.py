"""The additions of a group of hits: the rules by which every store counts."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bantin.counter.aggregate import aggregate, by_day
from bantin.counter.hit import Day, Hit
from tests.counter.counters import HANOI, NOON, at

TODAY = date(2026, 11, 25)
HITS = st.lists(
    st.builds(
        Hit,
        at=st.integers(NOON, NOON + 7200),
        page=st.sampled_from(["/", "/a/"]),
        visitor=st.none() | st.integers(0, 3),
        bot=st.booleans(),
    )
)


def counts(*hits: Hit, **seen: int) -> Day:
    return aggregate(TODAY, hits, {int(name.removeprefix("v")): last for name, last in seen.items()}).counts


def test_each_view_counts_and_a_visit_lasts_until_half_an_hour_of_silence() -> None:
    assert counts(Hit(NOON, "/", 1), Hit(NOON + 1799, "/a/", 1), Hit(NOON + 3598, "/", 1)) == Day(3, 1, 0)
    assert counts(Hit(NOON, "/", 1), Hit(NOON + 1800, "/", 1)) == Day(2, 2, 0)
    assert counts(Hit(NOON, "/", 1), Hit(NOON, "/", 2)) == Day(2, 2, 0)


def test_who_was_seen_before_goes_on_with_a_visit() -> None:
    assert counts(Hit(NOON, "/", 1), v1=NOON - 1799) == Day(1, 0, 0)
    assert counts(Hit(NOON, "/", 1), v1=NOON - 1800) == Day(1, 1, 0)
    assert counts(Hit(NOON, "/", 1), v1=NOON + 500) == Day(1, 0, 0)


def test_who_asked_not_to_be_tracked_counts_as_a_view_and_bots_by_themselves() -> None:
    made = aggregate(TODAY, [Hit(NOON, "/"), Hit(NOON, "/", bot=True), Hit(NOON, "/a/", 1)], {})
    assert made.counts == Day(2, 1, 1)
    assert made.pages == {"/": 1, "/a/": 1}
    assert made.seen == {1: NOON}


@given(HITS, st.integers(0, 50))
def test_it_does_not_matter_how_hits_are_grouped(hits: list[Hit], cut: int) -> None:
    whole = aggregate(TODAY, hits, {})
    first = aggregate(TODAY, hits[:cut], {})
    second = aggregate(TODAY, hits[cut:], first.seen)
    assert first.counts + second.counts == whole.counts
    assert {**first.seen, **second.seen} == whole.seen


@given(HITS)
def test_views_are_those_of_pages_and_never_fewer_than_visits(hits: list[Hit]) -> None:
    made = aggregate(TODAY, hits, {})
    assert made.counts.views == sum(made.pages.values())
    assert made.counts.visits <= made.counts.views
    assert made.counts.views + made.counts.bots == len(hits)


def test_hits_are_counted_on_their_days_and_by_a_clock_that_was_put_back_on_the_last_one() -> None:
    early, late = Hit(at("2026-11-25T23:59:59"), "/"), Hit(at("2026-11-26T00:00:00"), "/")
    assert by_day([late, early], HANOI, None) == {date(2026, 11, 25): [early], date(2026, 11, 26): [late]}
    assert by_day([late, early], HANOI, date(2026, 11, 26)) == {date(2026, 11, 26): [late, early]}


def test_a_day_that_was_begun_by_a_clock_far_ahead_draws_no_other_hit_to_it() -> None:
    before, near = Hit(at("2026-11-25T22:59:59"), "/"), Hit(at("2026-11-25T23:00:00"), "/")
    assert by_day([before, near], HANOI, date(2026, 11, 26)) == {
        date(2026, 11, 25): [before],
        date(2026, 11, 26): [near],
    }
    for ahead in (date(2026, 11, 27), date(2027, 1, 1), date(9999, 1, 1)):
        assert by_day([near], HANOI, ahead) == {date(2026, 11, 25): [near]}
