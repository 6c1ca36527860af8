"""Limits: what a sender may send, and what counts once; both remember a bounded number."""

from hypothesis import given
from hypothesis import strategies as st

from bantin.counter.limits import Buckets, Recent


def test_a_bucket_empties_and_fills_again() -> None:
    buckets = Buckets(3, 0.5)
    assert [buckets.take("a", 0) for _ in range(4)] == [True, True, True, False]
    assert buckets.take("b", 0)
    assert [buckets.take("a", 1.9), buckets.take("a", 2.1), buckets.take("a", 2.1)] == [False, True, False]


@given(st.lists(st.floats(0, 50), min_size=1, max_size=200))
def test_nobody_gets_more_than_the_bucket_holds_and_what_flows_in(times: list[float]) -> None:
    buckets = Buckets(5, 2)
    granted = sum(buckets.take("a", now) for now in sorted(times))
    assert granted <= 5 + 2 * (max(times) - min(times)) + 1e-6


def test_a_clock_that_steps_back_takes_nothing_away() -> None:
    buckets = Buckets(2, 1)
    assert [buckets.take("a", 100), buckets.take("a", 50), buckets.take("a", 50), buckets.take("a", 51)] == [
        True, True, False, True,
    ]  # fmt: skip


def test_buckets_remember_the_newest_senders() -> None:
    buckets = Buckets(1, 0, most=2)
    assert [buckets.take(sender, 0) for sender in "abcb"] == [True, True, True, False]
    assert buckets.take("a", 0)


def test_what_happened_a_moment_ago_does_not_happen_again() -> None:
    recent = Recent(10)
    assert [recent.is_repeat("a", now) for now in (0, 9.9, 10, 19.9)] == [False, True, False, True]
    recent.forget("a")
    assert not recent.is_repeat("a", 19.9)
    assert not recent.is_repeat("b", 19.9)


def test_the_past_is_forgotten_in_its_order() -> None:
    recent = Recent(10, most=2)
    assert [recent.is_repeat(what, 0) for what in "abc"] == [False] * 3
    assert recent.is_repeat("b", 1)
    assert not recent.is_repeat("a", 1)
