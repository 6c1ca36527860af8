"""Weekdays in running text, which must fit their dates."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.domain.problems import Language
from bantin.domain.text.date_format import WEEKDAYS, format_full, format_long, format_short, weekday
from bantin.domain.text.dates import Edtf, Moment
from bantin.domain.text.fast_search import matches
from bantin.domain.text.weekdays import _HINTS_EN, _HINTS_VI, _dated_weekday_en, _dated_weekday_vi, dated_weekdays
from tests.conftest import examples
from tests.domain.text.strategies import bounded, days

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")

languages: st.SearchStrategy[Language] = st.sampled_from(["vi", "en"])


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
        "Wednesday, November 24, 2021",
        "Thứ 4, ngày 24/11/2021",
        "sáng thứ 4 (24/11/2021)",
        "Sáng 24/11/2021 (thứ Tư), tại Hà Nội,",
        "ngày 24 tháng 11 năm 2021 (Thứ 4)",
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
        "Monday, November 24th, 2021",
        "Thứ 5 ngày 24/11/2021",
        "24/11/2021 (Chủ nhật)",
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
        "Thứ 8, 24/11/2021",
        "24/11/2021, thứ hai là",
        "(thứ Tư)",
        "ngày 31/02/2021 (thứ Tư)",
        "Wednesday",
    ],
)
def test_nothing_is_found_without_a_weekday_and_a_date_that_exists(text: str) -> None:
    assert list(dated_weekdays(text)) == []


@bounded
@given(days, st.times(), languages)
def test_a_moment_shown_in_full_is_found_in_running_text(day: date, clock: time, language: Language) -> None:
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


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Thứ Hai, ngày 24/11/2021", "Thứ Tư, ngày 24/11/2021"),
        ("thứ hai, ngày 24 tháng 11 năm 2021", "thứ tư, ngày 24 tháng 11 năm 2021"),
        ("thứ Hai 24/11/2021", "thứ Tư 24/11/2021"),
        ("CHỦ NHẬT (24/11/2021", "THỨ TƯ (24/11/2021"),
        ("thứ 2, 24/11/2021", "thứ 4, 24/11/2021"),
        ("thứ 2, 28/11/2021", "chủ Nhật, 28/11/2021"),
        ("24/11/2021 (chủ nhật", "24/11/2021 (thứ tư"),
        ("Monday, 24 November 2021", "Wednesday, 24 November 2021"),
        ("monday, November 24, 2021", "wednesday, November 24, 2021"),
    ],
)
def test_the_right_weekday_is_written_as_the_wrong_one_was(text: str, mended: str) -> None:
    (found,) = dated_weekdays(f"Vào {text})")
    assert (f"Vào {text})"[found.start : found.end], found.mended) == (text, mended)


@pytest.mark.parametrize("text", ["Đại hội lần thứ hai, ngày 20/11/2012", "kỳ thứ ba, 20/11/2012"])
def test_ordinals_are_not_weekdays(text: str) -> None:
    assert list(dated_weekdays(text)) == []


PIECES = (
    "thứ", "Thứ", "THỨ", "chủ", "CHỦ", "ứ", "ủ", "lần ", "kỳ ", "hai", "ba", "Tư", "NĂM", "sáu", "\u017fáu", "Bảy",
    "nhật", " ", "  ", "\n", "\u00a0", "    ", ",", "(", "ngày ", "24", "/11/", "/", "-", ".", "11", "2021", "tháng ",
    "20/11/2012", "Monday", "SunDAY", "friday", "d", "DAY", "the ", "nd", "th", "November", "may", " năm ",
)  # fmt: skip


@settings(bounded, max_examples=examples(1000))
@given(st.lists(st.sampled_from(PIECES) | st.characters(), max_size=16).map("".join))
def test_dated_weekdays_are_found_where_a_search_through_the_whole_text_finds_them(text: str) -> None:
    for hints, pattern in ((_HINTS_VI, _dated_weekday_vi), (_HINTS_EN, _dated_weekday_en)):
        found = [(match.span(), match.groups()) for match in matches(hints, pattern, text)]
        assert found == [(match.span(), match.groups()) for match in pattern().finditer(text)]
