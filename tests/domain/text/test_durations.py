"""Durations in the units of agreements: kept as written, told in words."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.problems import Language
from bantin.domain.text.durations import Duration, format_duration, format_recurrence, later
from tests.domain.text.strategies import bounded

durations = st.builds(
    Duration, st.integers(0, 999), st.integers(0, 999), st.integers(0, 999), st.integers(0, 9999)
).filter(lambda duration: duration != Duration())


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("P1Y", Duration(years=1)),
        ("P6M", Duration(months=6)),
        ("P12M", Duration(months=12)),
        ("P2W", Duration(weeks=2)),
        ("P90D", Duration(days=90)),
        ("P1Y6M", Duration(years=1, months=6)),
        ("P1Y2M3W4D", Duration(1, 2, 3, 4)),
    ],
)
def test_a_duration_is_read_and_written_as_it_stands(text: str, duration: Duration) -> None:
    assert Duration.parse(text) == duration
    assert str(duration) == text


@pytest.mark.parametrize(("text", "shorter"), [("P1Y0M", "P1Y"), ("P0Y6M", "P6M"), ("P01Y", "P1Y")])
def test_zeros_are_left_out(text: str, shorter: str) -> None:
    assert str(Duration.parse(text)) == shorter


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "1Y",
        "p1y",
        "P1",
        "P0D",
        "P0Y0M",
        "PY",
        "P-1Y",
        "P1.5Y",
        "P1M1Y",
        "P1Y1Y",
        "P1000Y",
        "P10000D",
        "PT1H",
        "P1YT1H",
        "P1Y ",
        " P1Y",
        "P1Y\n",
        "1 năm",
    ],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Duration.parse(text)


@bounded
@given(durations)
def test_every_duration_reads_what_it_writes(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("P1Y", "vi", "1 năm"),
        ("P1Y6M", "vi", "1 năm 6 tháng"),
        ("P5Y", "vi", "5 năm"),
        ("P1M1W1D", "vi", "1 tháng 1 tuần 1 ngày"),
        ("P2W", "vi", "2 tuần"),
        ("P90D", "vi", "90 ngày"),
        ("P1Y", "en", "1 year"),
        ("P5Y", "en", "5 years"),
        ("P1Y6M", "en", "1 year 6 months"),
        ("P2Y1M", "en", "2 years 1 month"),
        ("P1W1D", "en", "1 week 1 day"),
        ("P3W10D", "en", "3 weeks 10 days"),
    ],
)
def test_a_duration_is_shown_in_words(text: str, language: Language, words: str) -> None:
    assert format_duration(Duration.parse(text), language) == words


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("P1Y", "vi", "mỗi năm một lần"),
        ("P2Y", "vi", "2 năm một lần"),
        ("P6M", "vi", "6 tháng một lần"),
        ("P1Y6M", "vi", "1 năm 6 tháng một lần"),
        ("P1Y", "en", "every year"),
        ("P6M", "en", "every 6 months"),
    ],
)
def test_a_recurrence_is_shown_in_words(text: str, language: Language, words: str) -> None:
    assert format_recurrence(Duration.parse(text), language) == words


@bounded
@given(durations, st.sampled_from(["vi", "en"]))
def test_the_words_hold_each_count_that_is_not_nothing(duration: Duration, language: Language) -> None:
    counts = [count for count in (duration.years, duration.months, duration.weeks, duration.days) if count]
    words = format_duration(duration, language).split()
    assert [int(word) for word in words[::2]] == counts
    assert all(word.isalpha() for word in words[1::2])


@pytest.mark.parametrize(
    ("day", "duration", "times", "found"),
    [
        ("2021-11-24", "P1Y", 1, "2022-11-24"),
        ("2021-11-24", "P1Y", 0, "2021-11-24"),
        ("2021-11-24", "P6M", 3, "2023-05-24"),
        ("2021-12-01", "P1M", 1, "2022-01-01"),
        ("2021-11-24", "P1Y2M3W4D", 1, "2023-02-18"),
        ("2021-12-31", "P2W", 2, "2022-01-28"),
        ("2024-02-29", "P1Y", 1, "2025-02-28"),
        ("2024-02-29", "P1Y", 4, "2028-02-29"),
        ("2023-01-31", "P1M", 1, "2023-02-28"),
        ("2023-01-31", "P1M", 2, "2023-03-31"),
        ("2023-01-30", "P1M1D", 1, "2023-03-01"),
    ],
)
def test_a_day_comes_so_many_durations_after_another(day: str, duration: str, times: int, found: str) -> None:
    assert later(date.fromisoformat(day), Duration.parse(duration), times) == date.fromisoformat(found)


@pytest.mark.parametrize("duration", ["P1D", "P1W", "P1M", "P1Y", "P999Y999M999W9999D"])
def test_after_the_last_day_that_dates_can_tell_there_is_none(duration: str) -> None:
    assert later(date.max, Duration.parse(duration)) is None


@bounded
@given(st.dates(), durations, st.integers(0, 5))
def test_more_durations_come_later_and_days_are_counted_to_the_day(day: date, duration: Duration, times: int) -> None:
    sooner, found = later(day, duration, times), later(day, duration, times + 1)
    if sooner and found:
        assert found > sooner
    if found and not (duration.years or duration.months):
        assert found - day == timedelta(days=(7 * duration.weeks + duration.days) * (times + 1))
    if found and not (duration.weeks or duration.days):
        months = 12 * (found.year - day.year) + found.month - day.month
        assert months == (12 * duration.years + duration.months) * (times + 1)
        assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("said", "duration"),
    [
        ("1 năm", "P1Y"),
        ("6 tháng", "P6M"),
        ("hằng năm", "P1Y"),
        ("Hàng năm", "P1Y"),
        ("mỗi năm một lần", "P1Y"),
        ("một năm một lần", "P1Y"),
        ("2 năm một lần", "P2Y"),
        ("hai năm một lần", "P2Y"),
        ("định kỳ 6 tháng một lần", "P6M"),
        ("5 năm/lần", "P5Y"),
        ("05 (năm) năm", "P5Y"),
        ("năm năm một lần", "P5Y"),
        ("1 năm 6 tháng", "P1Y6M"),
        ("1 năm rưỡi", "P1Y6M"),
        ("nửa năm", "P6M"),
        ("hằng quý", "P3M"),
        ("hai quý", "P6M"),
        ("mười hai tháng", "P12M"),
        ("2 tuần", "P2W"),
        ("90 ngày", "P90D"),
    ],
)
def test_what_people_say_is_a_duration(said: str, duration: str) -> None:
    assert str(Duration.parse_words(said)) == duration


@pytest.mark.parametrize(
    "said", ["", "1 nam", "thường xuyên", "1", "1.5 năm", "0 năm", "1 năm 2 năm", "tháng 5", "năm 2020", "lần"]
)
def test_what_is_no_duration_is_none(said: str) -> None:
    assert Duration.parse_words(said) is None


@bounded
@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_a_duration_is_read_as_it_is_shown(years: int, months: int, weeks: int, days: int) -> None:
    duration = Duration(years, months, weeks, days)
    if duration != Duration():
        assert Duration.parse_words(format_duration(duration, "vi")) == duration
