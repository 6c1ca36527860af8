"""Days, weeks and months of a site, right across every change of its clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.counter.calendar import Calendar
from tests.counter.counters import HANOI, at

ZONES = sorted(zone for zone in available_timezones() if "/" in zone)


@given(st.sampled_from(ZONES), st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_a_day_begins_where_the_one_before_it_ends(zone: str, day: date) -> None:
    calendar = Calendar(ZoneInfo(zone))
    begins = calendar.begin(day)
    assert calendar.day(begins - 1) < day <= calendar.day(begins)


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Asia/Ho_Chi_Minh", date(2026, 3, 29), 24),
        ("Europe/Paris", date(2026, 3, 29), 23),
        ("Europe/Paris", date(2026, 10, 25), 25),
        ("America/New_York", date(2026, 3, 8), 23),
        ("America/New_York", date(2026, 11, 1), 25),
        # Clocks are put forward at midnight, so the day begins at one.
        ("America/Havana", date(2026, 3, 8), 23),
        ("America/Havana", date(2026, 11, 1), 25),
        ("Australia/Lord_Howe", date(2026, 10, 4), 23.5),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24.5),
    ],
)
def test_days_are_as_long_as_they_are(zone: str, day: date, hours: float) -> None:
    calendar = Calendar(ZoneInfo(zone))
    begins, ends = calendar.begin(day), calendar.begin(calendar.after(day))
    assert ends - begins == hours * 3600
    assert {calendar.day(instant) for instant in (begins, ends - 1)} == {day}
    assert calendar.before(calendar.after(day)) == day


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_a_week_begins_on_its_first_day(day: date, week_start: int) -> None:
    begins = Calendar(ZoneInfo("UTC"), week_start).week(day)
    assert begins.weekday() == week_start
    assert timedelta(0) <= day - begins < timedelta(7)


@pytest.mark.parametrize(
    ("day", "week", "month"),
    [
        (date(2026, 12, 31), date(2026, 12, 28), date(2026, 12, 1)),
        (date(2027, 1, 3), date(2026, 12, 28), date(2027, 1, 1)),
        (date(2027, 1, 4), date(2027, 1, 4), date(2027, 1, 1)),
        (date(2028, 2, 29), date(2028, 2, 28), date(2028, 2, 1)),
    ],
)
def test_weeks_and_months_cross_years(day: date, week: date, month: date) -> None:
    assert (HANOI.week(day), HANOI.month(day)) == (week, month)


def test_an_instant_is_shown_with_the_offset_of_the_site() -> None:
    assert HANOI.iso(at("2026-11-25T12:00:00")) == "2026-11-25T12:00:00+07:00"
    assert HANOI.iso(int(datetime(2026, 11, 25, 17, 30, tzinfo=UTC).timestamp())) == "2026-11-26T00:30:00+07:00"
