"""The figures: sums of visits in the weeks and months of the site, and what an older counter had."""

from datetime import date

import pytest

from bantin.counter.hit import Day, Figures, Start
from bantin.counter.store import figures_of
from tests.counter.counters import HANOI, at

DAYS = {
    date(2025, 12, 31): Day(9, 1),
    date(2026, 11, 1): Day(9, 10),
    date(2026, 11, 22): Day(9, 100),
    date(2026, 11, 23): Day(9, 1_000),
    date(2026, 11, 25): Day(9, 10_000),
}


@pytest.mark.parametrize(
    ("now", "figures"),
    [
        ("2026-11-25T00:00:00", Figures(7, 10_000, 11_000, 11_110, 11_111)),
        ("2026-11-26T00:00:00", Figures(7, 0, 11_000, 11_110, 11_111)),
        ("2026-11-30T00:00:00", Figures(7, 0, 0, 11_110, 11_111)),
        ("2026-12-01T00:00:00", Figures(7, 0, 0, 0, 11_111)),
        # A clock that was put back a little tells of the last day that was counted.
        ("2026-11-24T23:00:00", Figures(7, 10_000, 11_000, 11_110, 11_111)),
        # A day that was counted by a clock far ahead is none of today.
        ("2026-11-24T22:00:00", Figures(7, 0, 1_000, 1_110, 11_111)),
    ],
)
def test_figures_are_sums_of_visits(now: str, figures: Figures) -> None:
    assert figures_of(DAYS, Start(), HANOI, at(now), 7) == figures


@pytest.mark.parametrize(
    ("start", "total"),
    [
        (Start(264_994, date(2026, 11, 25)), 274_994),
        (Start(264_994, date(2026, 11, 26)), 264_994),
        (Start(264_994), 276_105),
        (Start(0, date(2026, 1, 1)), 11_110),
    ],
)
def test_an_older_counter_goes_on_from_its_day(start: Start, total: int) -> None:
    assert figures_of(DAYS, start, HANOI, at("2026-11-25T12:00:00"), None).total == total
