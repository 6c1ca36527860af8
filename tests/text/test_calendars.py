"""Dates as people read them: the administrative forms of Vietnamese, and weekdays that must fit their dates."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Language
from generator.text.calendars import (
    _HINTS_EN,
    _HINTS_VI,
    WEEKDAYS,
    _dated_weekday_en,
    _dated_weekday_vi,
    dated_weekdays,
    format_full,
    format_long,
    format_month,
    format_short,
    weekday,
)
from generator.text.dates import Edtf, Moment
from generator.text.hints import matches
from tests.text.strategies import bounded, days, edtf_dates

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
def test_a_date_is_told_in_words_as_far_as_it_is_known(text: str, vi: str, en: str) -> None:
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
def test_a_date_is_told_in_figures_in_vietnamese(text: str, short: str) -> None:
    assert format_short(Edtf.parse(text), "vi") == short


@bounded
@given(edtf_dates)
def test_a_date_is_always_told_in_words_in_english(when: Edtf) -> None:
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
def test_a_moment_is_told_with_its_weekday_and_its_time(text: str, vi: str, en: str) -> None:
    moment = Moment.parse(text, HANOI)
    assert (format_full(moment, "vi"), format_full(moment, "en")) == (vi, en)


def test_a_month_is_told_in_words() -> None:
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


@pytest.mark.parametrize(
    "text",
    [
        "Thứ Tư, 24/11/2021 22:26",
        "Thứ Tư, ngày 24/11/2021",
        "thứ tư, ngày 24 tháng 11 năm 2021",
        "Thứ Tư ngày 24-11-2021",
        "THỨ TƯ, 24.11.2021",
        "Sáng thứ Tư (24/11/2021), tại Hà Nội,",
        "Thứ\u00a0Tư, 24 / 11 / 2021",
        "Wednesday, 24 November 2021",
        "On Wednesday 24 november 2021 the parties met.",
        "Wednesday, the 24th November, 2021",
    ],
)
def test_a_weekday_that_fits_its_date_is_found(text: str) -> None:
    (found,) = dated_weekdays(text)
    assert found.day == date(2021, 11, 24)
    assert found.fits


@pytest.mark.parametrize(
    "text",
    [
        "Thứ Năm, 24/11/2021 22:26",
        "chủ nhật, ngày 24 tháng 11 năm 2021",
        "Chủ  Nhật 24/11/2021",
        "Thursday, 24 November 2021",
        "Sunday 24th November 2021",
    ],
)
def test_a_weekday_that_does_not_fit_its_date_is_found(text: str) -> None:
    (found,) = dated_weekdays(text)
    assert found.day == date(2021, 11, 24)
    assert not found.fits


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24/11/2021",
        "ngày 24 tháng 11 năm 2021",
        "Thứ Tư",
        "Thứ Tư, 24/11",
        "Thứ Tư tuần trước, 24/11/2021",
        "Thứ Tư, 31/02/2021",
        "Thứ Tư, 24/13/2021",
        "Thứ Tư, 00/11/2021",
        "Thứ Tư, 24/11/0000",
        "Thứ Tư, 24/11/20211",
        "Điều thứ tám, 24/11/2021",
        "Wednesday, 31 February 2021",
        "Wednesday, 24 Brumaire 2021",
        "Wednesday",
    ],
)
def test_nothing_is_found_without_a_weekday_and_a_date_that_exists(text: str) -> None:
    assert list(dated_weekdays(text)) == []


@bounded
@given(days, st.times(), languages)
def test_a_moment_told_in_full_is_found_in_running_text(day: date, clock: time, language: Language) -> None:
    when = Edtf.of(day)
    told = format_full(Moment(when, datetime.combine(day, clock, HANOI)), language)
    (found,) = dated_weekdays(f"Hà Nội – {told}. Hết.")
    assert found.start == len("Hà Nội – ")
    assert found.end - found.start == len(format_full(Moment(when), language))
    assert found.day == day
    assert found.fits


@bounded
@given(days)
def test_the_administrative_form_is_found_in_running_text(day: date) -> None:
    (found,) = dated_weekdays(f"Vào {weekday(day, 'vi')}, {format_long(Edtf.of(day), 'vi')}, hai bên ký kết.")
    assert found.day == day
    assert found.fits


@bounded
@given(days, languages, st.integers(1, 6))
def test_any_other_weekday_does_not_fit(day: date, language: Language, later: int) -> None:
    other = WEEKDAYS[language][(day.weekday() + later) % 7]
    (found,) = dated_weekdays(f"{other}, {format_short(Edtf.of(day), language)}")
    assert found.day == day
    assert not found.fits


@bounded
@given(st.lists(days))
def test_every_dated_weekday_of_a_text_is_found(some: list[date]) -> None:
    text = "; ".join(format_full(Moment(Edtf.of(day)), "vi") for day in some)
    assert [found.day for found in dated_weekdays(text)] == some


@pytest.mark.parametrize(
    "text",
    ["ſunday, 24 November 2021", "FRİDAY, 24 November 2021", "Sunday, 24 Auguſt 2021", "thứ ſáu 24/11/2021"],
)
def test_odd_letters_in_a_weekday_are_survived(text: str) -> None:
    assert all(isinstance(found.fits, bool) for found in dated_weekdays(text))


@pytest.mark.parametrize("text", ["Đại hội lần thứ hai, ngày 20/11/2012", "kỳ thứ ba, 20/11/2012"])
def test_ordinals_are_not_weekdays(text: str) -> None:
    assert list(dated_weekdays(text)) == []


PIECES = (
    "thứ", "Thứ", "THỨ", "chủ", "CHỦ", "ứ", "ủ", "lần ", "kỳ ", "hai", "ba", "Tư", "NĂM", "sáu", "\u017fáu", "Bảy",
    "nhật", " ", "  ", "\n", "\u00a0", "    ", ",", "(", "ngày ", "24", "/11/", "/", "-", ".", "11", "2021", "tháng ",
    "20/11/2012", "Monday", "SunDAY", "friday", "d", "DAY", "the ", "nd", "th", "November", "may", " năm ",
)  # fmt: skip


@settings(bounded, max_examples=1000)
@given(st.lists(st.sampled_from(PIECES) | st.characters(), max_size=16).map("".join))
def test_dated_weekdays_are_found_where_a_search_through_the_whole_text_finds_them(text: str) -> None:
    for hints, pattern in ((_HINTS_VI, _dated_weekday_vi), (_HINTS_EN, _dated_weekday_en)):
        found = [(match.span(), match.groups()) for match in matches(hints, pattern, text)]
        assert found == [(match.span(), match.groups()) for match in pattern().finditer(text)]
