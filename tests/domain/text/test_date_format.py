"""Dates as people read them: the administrative forms of Vietnamese, and the days of the week."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.problems import Language
from bantin.domain.text.date_format import (
    WEEKDAYS,
    format_full,
    format_long,
    format_month,
    format_short,
    weekday,
)
from bantin.domain.text.dates import Edtf, Moment
from tests.domain.text.strategies import bounded, days, edtf_dates

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")

languages: st.SearchStrategy[Language] = st.sampled_from(["vi", "en"])


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2012-11-20", "ngày 20 tháng 11 năm 2012", "20 November 2012"),
        ("2021-02-05", "ngày 5 tháng 2 năm 2021", "5 February 2021"),
        ("2012-11", "tháng 11 năm 2012", "November 2012"),
        ("2012", "năm 2012", "2012"),
        ("XXXX-08-18", "ngày 18 tháng 8 (chưa rõ năm)", "18 August (year unknown)"),
        ("XXXX-08", "tháng 8 (chưa rõ năm)", "August (year unknown)"),
        ("2012-XX-20", "ngày 20 (chưa rõ tháng) năm 2012", "20 (month unknown) 2012"),
        ("XXXX", "", ""),
        ("XXXX?", "", ""),
        ("2012?", "năm 2012 (chưa chắc chắn)", "2012 (uncertain)"),
        ("2012~", "khoảng năm 2012", "about 2012"),
        ("2012-11%", "khoảng tháng 11 năm 2012 (chưa chắc chắn)", "about November 2012 (uncertain)"),
        ("XXXX-08-18?", "ngày 18 tháng 8 (chưa rõ năm) (chưa chắc chắn)", "18 August (year unknown) (uncertain)"),
    ],
)
def test_a_date_is_shown_in_words_as_far_as_it_is_known(text: str, vi: str, en: str) -> None:
    when = Edtf.parse(text)
    assert (format_long(when, "vi"), format_long(when, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("2012-11-20", "20/11/2012"),
        ("2021-02-05", "05/02/2021"),
        ("2012-11", "11/2012"),
        ("2012-02", "02/2012"),
        ("2012", "2012"),
        ("XXXX-08-18", "18/8 (chưa rõ năm)"),
        ("XXXX-08", "tháng 8 (chưa rõ năm)"),
        ("XXXX-XX-18", "ngày 18 (chưa rõ tháng) (chưa rõ năm)"),
        ("XXXX", ""),
        ("2012-11-20?", "20/11/2012 (chưa chắc chắn)"),
        ("2012-11~", "khoảng 11/2012"),
        ("2012%", "khoảng 2012 (chưa chắc chắn)"),
    ],
)
def test_a_date_is_shown_in_figures_in_vietnamese(text: str, short: str) -> None:
    assert format_short(Edtf.parse(text), "vi") == short


@bounded
@given(edtf_dates)
def test_a_date_is_always_shown_in_words_in_english(when: Edtf) -> None:
    assert format_short(when, "en") == format_long(when, "en")


@bounded
@given(edtf_dates, languages)
def test_only_a_date_of_which_nothing_is_known_says_nothing(when: Edtf, language: Language) -> None:
    nothing = (when.year, when.month, when.day) == (None, None, None)
    assert (format_long(when, language) == "") == nothing
    assert (format_short(when, language) == "") == nothing


@bounded
@given(edtf_dates, languages)
def test_every_known_part_stands_in_the_words(when: Edtf, language: Language) -> None:
    words = format_long(when, language).replace("(", " ").split()
    figures = [part for part in (when.day, when.month if language == "vi" else None, when.year) if part is not None]
    assert [int(word) for word in words if word.isdigit()] == figures


@bounded
@given(days)
def test_a_whole_day_in_figures_is_day_month_year(day: date) -> None:
    assert format_short(Edtf.of(day), "vi") == day.strftime("%d/%m/%Y")


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2021-11-24T22:26+07:00", "Thứ Tư, 24/11/2021 22:26", "Wednesday, 24 November 2021 22:26"),
        ("2021-11-24T17:05Z", "Thứ Năm, 25/11/2021 00:05", "Thursday, 25 November 2021 00:05"),
        ("2021-11-28", "Chủ Nhật, 28/11/2021", "Sunday, 28 November 2021"),
        ("2012-11-20", "Thứ Ba, 20/11/2012", "Tuesday, 20 November 2012"),
        ("2012-11", "tháng 11 năm 2012", "November 2012"),
        ("XXXX-08-18", "ngày 18 tháng 8 (chưa rõ năm)", "18 August (year unknown)"),
        ("XXXX", "", ""),
    ],
)
def test_a_moment_is_shown_with_its_weekday_and_its_time(text: str, vi: str, en: str) -> None:
    moment = Moment.parse(text, HANOI)
    assert (format_full(moment, "vi"), format_full(moment, "en")) == (vi, en)


def test_a_month_is_shown_in_words() -> None:
    assert [format_month(2012, month, "vi") for month in (1, 11)] == ["Tháng 1 năm 2012", "Tháng 11 năm 2012"]
    year = ", ".join(format_month(2012, month, "en").removesuffix(" 2012") for month in range(1, 13))
    assert year == "January, February, March, April, May, June, July, August, September, October, November, December"


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("vi", "Thứ Hai, Thứ Ba, Thứ Tư, Thứ Năm, Thứ Sáu, Thứ Bảy, Chủ Nhật"),
        ("en", "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"),
    ],
)
def test_the_week_begins_on_monday(language: Language, names: str) -> None:
    monday = date(2021, 11, 22)
    assert [weekday(monday + timedelta(days=days), language) for days in range(7)] == names.split(", ")


@bounded
@given(days, languages)
def test_a_weekday_comes_again_after_a_week_and_not_before(day: date, language: Language) -> None:
    week = [weekday(date.fromordinal(day.toordinal() - back), language) for back in range(8)]
    assert week[0] == week[7]
    assert set(week) == set(WEEKDAYS[language])
