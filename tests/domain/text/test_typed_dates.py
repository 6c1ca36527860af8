"""Dates as people type them: each form means one day, and ambiguous ones are returned with the other."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.dates import Edtf, ImpossibleDate
from bantin.domain.text.typed_dates import Ambiguity, parse_typed_date
from tests.domain.text.strategies import bounded

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FORMS = (
    "{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}-{m}-{y}", "{d:02}.{m:02}.{y}", "{d} / {m} / {y}", "{y}/{m}/{d}",
    "{y}.{m:02}.{d:02}", "{y}-{m}-{d}", "ngày {d} tháng {m} năm {y}", "Ngày {d:02} tháng {m:02} năm {y}",
    "{d} tháng {m} năm {y}", "{d} tháng {m}, {y}", "{d} tháng {m}/{y}", "ngày {d}/{m}/{y}",
    "ngày {d:02}-{m:02}-{y}", "Hà Nội, ngày {d} tháng {m} năm {y}", "{y}{m:02}{d:02}", "ký ngày {d}/{m}/{y}",
    "{d}/{m}/{y}.", "NGÀY {d} THÁNG {m} NĂM {y}", "{d}–{m}–{y}", "{d} {m} {y}",
)  # fmt: skip
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WITH_TIME = (
    "{t:%H:%M} {d:%d/%m/%Y}",
    "{d:%d/%m/%Y} {t:%H:%M}",
    "{t:%H}h{t:%M} ngày {d:%d/%m/%Y}",
    "{d}T{t:%H}h{t:%M}",
    "{t:%H} giờ {t:%M} phút, ngày {d:%d/%m/%Y}",
    "{d} {t:%H:%M}",
    "lúc {t:%H}g{t:%M} ngày {d:%d-%m-%Y}",
)
days = st.dates(date(1945, 9, 2), date(2100, 1, 1))


@pytest.mark.parametrize("form", FORMS)
@bounded
@given(day=days)
def test_each_form_means_its_day(form: str, day: date) -> None:
    meant = parse_typed_date(form.format(d=day.day, m=day.month, y=day.year))
    assert meant
    assert meant.day == day.isoformat()
    if meant.doubt:
        assert meant.doubt is Ambiguity.ORDER
        assert Edtf.parse(meant.other) == Edtf(day.year, day.day, day.month)


@bounded
@given(days)
def test_english_dates_mean_their_day(day: date) -> None:
    month = MONTHS[day.month - 1]
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
    ):
        meant = parse_typed_date(text)
        assert meant
        assert meant.day == day.isoformat()


@bounded
@given(st.dates(date(1980, 1, 1), date(2100, 1, 1)), st.times())
def test_a_time_of_day_is_kept_in_any_form(day: date, clock: time) -> None:
    moment = f"{day}T{clock:%H:%M}+07:00"
    for form in WITH_TIME:
        meant = parse_typed_date(form.format(d=day, t=clock))
        assert meant
        assert meant.moment(ZONE) == moment


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("tháng 11/2012", "2012-11"),
        ("tháng 11 năm 2012", "2012-11"),
        ("tháng mười một năm 2012", "2012-11"),
        ("tháng Chạp 2012", "2012-12"),
        ("11/2012", "2012-11"),
        ("11-2012", "2012-11"),
        ("Nov 2012", "2012-11"),
        ("năm 2012", "2012"),
        ("??/11/2012", "2012-11"),
        (".../11/2012", "2012-11"),
        ("--/--/2012", "2012"),
        ("18/8/????", "XXXX-08-18"),
        ("18/8 (không rõ năm)", "XXXX-08-18"),
        ("ngày 18 tháng 8, chưa rõ năm", "XXXX-08-18"),
        ("18/8", "XXXX-08-18"),
        ("khoảng tháng 11/2012", "2012-11~"),
        ("khoảng năm 2012", "2012~"),
        ("cuối năm 2012", "2012~"),
        ("2012 (?)", "2012?"),
        ("20/11/2012?", "2012-11-20?"),
        ("có lẽ 20/11/2012", "2012-11-20?"),
        ("ngày hai mươi tháng mười một năm 2012", "2012-11-20"),
        ("ngày mồng 5 tháng 5 năm 2012", "2012-05-05"),
        ("Thứ Ba, 20/11/2012", "2012-11-20"),
        ("thứ 3 ngày 20/11/2012", "2012-11-20"),
        ("Chủ nhật, 25/11/2012", "2012-11-25"),
        ("20/11/2012 (thứ ba)", "2012-11-20"),
        ("41233", "2012-11-20"),
        ("41233.5", "2012-11-20"),
        ("42010", "2015-01-06"),
        ("20112012", "2012-11-20"),
    ],
)
def test_what_is_known_of_a_date_is_kept(text: str, edtf: str) -> None:
    meant = parse_typed_date(text)
    assert meant
    assert (meant.day, meant.doubt) == (edtf, Ambiguity.NONE)


@pytest.mark.parametrize(
    ("text", "day", "doubt", "other"),
    [
        ("03/04/2026", "2026-04-03", Ambiguity.ORDER, "2026-03-04"),
        ("11/20/2026", "2026-11-20", Ambiguity.ORDER, ""),
        ("20/11/26", "2026-11-20", Ambiguity.CENTURY, "1926-11-20"),
        ("20/11/76", "1976-11-20", Ambiguity.CENTURY, "2076-11-20"),
        ("05/05/2026", "2026-05-05", Ambiguity.NONE, ""),
    ],
)
def test_what_may_mean_another_day_is_shown_with_it(text: str, day: str, doubt: Ambiguity, other: str) -> None:
    meant = parse_typed_date(text)
    assert meant
    assert (meant.day, meant.doubt, meant.other) == (day, doubt, other)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2021-11-24T22:26", "2021-11-24T22:26+07:00"),
        ("2021-11-24 22:26:05", "2021-11-24T22:26:05+07:00"),
        ("2021-11-24T22:26+7", "2021-11-24T22:26+07:00"),
        ("24/11/2021 10:26 PM", "2021-11-24T22:26+07:00"),
        ("8 giờ sáng ngày 24/11/2021", "2021-11-24T08:00+07:00"),
        ("14h ngày 24/11/2021", "2021-11-24T14:00+07:00"),
        ("24/11/2021", ""),
        ("tháng 11/2021 22:26", ""),
    ],
)
def test_a_moment_has_the_offset_of_the_zone_unless_it_has_its_own(text: str, moment: str) -> None:
    meant = parse_typed_date(text)
    assert meant
    assert meant.moment(ZONE) == moment
    assert meant.moment(None) == ""


@pytest.mark.parametrize("text", ["31/02/2026", "45/45/2026", "2026-02-30", "tháng 13/2020", "30 tháng 2 năm 2020"])
def test_a_day_that_no_calendar_has_is_impossible(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        parse_typed_date(text)


@pytest.mark.parametrize(
    "text",
    ["", "hôm nay", "sắp tới", "quý IV/2012", "12", "123", "1234567", "99999", "0001", "20/11/0026", "x" * 100, "/"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_typed_date(text) is None


@bounded
@given(st.text(max_size=30) | st.from_regex(r"[0-9/.\- :?hTtháng năm]{1,30}", fullmatch=True))
def test_whatever_is_meant_is_a_date(text: str) -> None:
    try:
        meant = parse_typed_date(text)
    except ImpossibleDate:
        return
    if meant:
        Edtf.parse(meant.day)
        if meant.other:
            Edtf.parse(meant.other)
