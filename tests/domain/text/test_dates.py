"""Dates known in part: read, written and ordered as far as they go; moments: never without their offset."""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.text.dates import Edtf, ImpossibleDate, Moment, NaiveTime
from tests.domain.text.strategies import bounded, edtf_dates, qualifiers

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")

offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
# Since 1976 the zone has had one offset, a whole number of minutes.
instants = st.datetimes(datetime(1976, 1, 1), datetime(2100, 1, 1), timezones=offsets).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2012-11-20", Edtf(2012, 11, 20)),
        ("2012-11", Edtf(2012, 11)),
        ("2012", Edtf(2012)),
        ("XXXX-08-18", Edtf(None, 8, 18)),
        ("XXXX-08", Edtf(None, 8)),
        ("2012-XX-20", Edtf(2012, None, 20)),
        ("XXXX-XX-31", Edtf(None, None, 31)),
        ("XXXX", Edtf()),
        ("2012?", Edtf(2012, qualifier="?")),
        ("2012-11~", Edtf(2012, 11, qualifier="~")),
        ("2012-11-20%", Edtf(2012, 11, 20, "%")),
        ("XXXX-08-18?", Edtf(None, 8, 18, "?")),
        ("0001-01-01", Edtf(1, 1, 1)),
        ("9999-12-31", Edtf(9999, 12, 31)),
    ],
)
def test_a_date_is_read_and_written_as_far_as_it_is_known(text: str, when: Edtf) -> None:
    assert Edtf.parse(text) == when
    assert str(when) == text


@pytest.mark.parametrize(
    ("text", "shorter"),
    [("2012-XX", "2012"), ("2012-XX-XX", "2012"), ("2012-11-XX?", "2012-11?"), ("XXXX-XX-XX", "XXXX")],
)
def test_unknown_parts_at_the_end_are_left_out(text: str, shorter: str) -> None:
    assert str(Edtf.parse(text)) == shorter


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "2012-11-20 ",
        "2012-11-20\n",
        "2012-1-2",
        "12-11-20",
        "20/11/2012",
        "20-11-2012",
        "2012/11/20",
        "2012-11-20T10:00",
        "2012-11-20??",
        "?2012",
        "2012?-11",
        "-2012",
        "12012",
        "201X",
        "XX12",
        "xxxx-08-18",
        "2012-X1",
        "2012-11-2X",
        "2012..2014",
        "chưa rõ",
        "ngày 20 tháng 11 năm 2012",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$") as refusal:
        Edtf.parse(text)
    assert not isinstance(refusal.value, ImpossibleDate)


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-02-29",
        "1900-02-29",
        "XXXX-02-30",
        "XXXX-04-31",
        "2012-XX-32",
        "2012-11-00",
        "XXXX-XX-00",
        "2012-00",
        "2012-00-XX",
        "2012-00-05",
        "2012-13",
        "XXXX-13",
        "2012-20-11",
        "2012-99-99",
        "0000",
        "0000-01-01",
    ],
)
def test_a_day_that_no_calendar_has_is_impossible(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        Edtf.parse(text)


@pytest.mark.parametrize("text", ["2024-02-29", "2000-02-29", "XXXX-02-29", "2012-XX-31", "2023-XX-29"])
def test_a_day_that_some_calendar_has_is_possible(text: str) -> None:
    assert str(Edtf.parse(text)) == text


@bounded
@given(edtf_dates)
def test_every_date_reads_what_it_writes(when: Edtf) -> None:
    assert Edtf.parse(str(when)) == when


@bounded
@given(st.dates(), qualifiers)
def test_a_whole_day_is_written_as_in_iso_8601(day: date, qualifier: str) -> None:
    assert str(Edtf.of(day)) == day.isoformat()
    assert Edtf.parse(day.isoformat() + qualifier).exact == day


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2012-11-20", date(2012, 11, 20), date(2012, 11, 20)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-02", date(2013, 2, 1), date(2013, 2, 28)),
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-XX-20", date(2012, 1, 20), date(2012, 12, 20)),
        ("2012-XX-31", date(2012, 1, 31), date(2012, 12, 31)),
        ("XXXX-08-18", None, None),
        ("XXXX", None, None),
    ],
)
def test_a_date_known_in_part_spans_the_days_that_it_may_be(
    text: str, earliest: date | None, latest: date | None
) -> None:
    when = Edtf.parse(text)
    assert (when.earliest, when.latest) == (earliest, latest)


@bounded
@given(edtf_dates)
def test_the_span_of_a_date_has_its_ends_in_order(when: Edtf) -> None:
    if when.year is None:
        assert when.earliest is when.latest is when.exact is None
    else:
        assert when.earliest
        assert when.latest
        assert when.earliest <= (when.exact or when.earliest) <= when.latest


@bounded
@given(edtf_dates)
def test_only_a_whole_day_is_exact(when: Edtf) -> None:
    assert (when.exact is not None) == (None not in (when.year, when.month, when.day))
    if when.exact:
        assert when.earliest == when.latest == when.exact


@bounded
@given(st.lists(st.dates()))
def test_whole_days_are_ordered_as_dates_are(some: list[date]) -> None:
    assert sorted(map(Edtf.of, some), key=lambda when: when.order) == list(map(Edtf.of, sorted(some)))


@bounded
@given(edtf_dates, edtf_dates)
def test_a_date_that_ends_before_another_begins_is_ordered_before_it(one: Edtf, other: Edtf) -> None:
    if one.latest and other.earliest and one.latest < other.earliest:
        assert one.order < other.order


def test_what_is_unknown_comes_first() -> None:
    ordered = "XXXX < XXXX-08 < XXXX-08-18 < 0001 < 2012 < 2012-01 < 2012-01-01 < 2012-08 < 2012-08-18 < 2012-09 < 2013"
    texts = ordered.split(" < ")
    assert [str(when) for when in sorted(map(Edtf.parse, reversed(texts)), key=lambda when: when.order)] == texts


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2021-11-24T22:26+07:00", "2021-11-24T22:26:00+07:00"),
        ("2021-11-24 22:26+07:00", "2021-11-24T22:26:00+07:00"),
        ("2021-11-24T22:26+0700", "2021-11-24T22:26:00+07:00"),
        ("2021-11-24T22:26:00+07:00", "2021-11-24T22:26:00+07:00"),
        ("2021-11-24T15:26Z", "2021-11-24T22:26:00+07:00"),
        ("2021-11-24T10:26-05:00", "2021-11-24T22:26:00+07:00"),
        ("2021-11-24T17:00Z", "2021-11-25T00:00:00+07:00"),
    ],
)
def test_a_moment_is_shown_in_the_zone_of_the_site(text: str, written: str) -> None:
    moment = Moment.parse(text, HANOI)
    assert str(moment) == written
    assert str(moment.day) == written[:10]


@bounded
@given(instants)
def test_a_moment_is_the_instant_written_and_its_day_is_the_day_there(instant: datetime) -> None:
    moment = Moment.parse(instant.isoformat(), HANOI)
    assert moment.instant == instant
    assert moment.day.exact == instant.astimezone(HANOI).date()
    assert Moment.parse(str(moment), HANOI) == moment


@bounded
@given(edtf_dates)
def test_a_date_alone_is_a_moment_without_an_instant(when: Edtf) -> None:
    moment = Moment.parse(str(when), HANOI)
    assert moment == Moment(when)
    assert str(moment) == str(when)


@pytest.mark.parametrize("text", ["2021-11-24T22:26", "2021-11-24 22:26", "2021-11-24T22:26:30"])
def test_a_time_without_its_offset_is_naive(text: str) -> None:
    with pytest.raises(NaiveTime):
        Moment.parse(text, HANOI)


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-30T22:26+07:00",
        "2021-02-30",
        "2021-11-24T25:00+07:00",
        "2021-11-24T22:60+07:00",
        "2021-11-24T22:26:61Z",
        "2021-11-24T22:26+24:00",
        "0000-01-01T00:00Z",
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59Z",
    ],
)
def test_a_moment_that_no_clock_shows_is_impossible(text: str) -> None:
    with pytest.raises(ImpossibleDate):
        Moment.parse(text, HANOI)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22:26",
        "24/11/2021 22:26",
        "Thứ Tư, 24/11/2021 22:26",
        "2021-11-24T22+07:00",
        "2021-11-24T22:26+7",
        "2021-11-24T22:26 +07:00",
        "2021-11-24T22:26:30.5+07:00",
        "2021-11T22:26+07:00",
        "2021-11-24T22:26+07:00?",
        "2021-W47-3T22:26+07:00",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$") as refusal:
        Moment.parse(text, HANOI)
    assert not isinstance(refusal.value, ImpossibleDate | NaiveTime)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2021-11-24T15:26Z", datetime(2021, 11, 24, 15, 26, tzinfo=UTC)),
        ("2021-11-24", datetime(2021, 11, 23, 17, tzinfo=UTC)),
        ("2021-11", None),
        ("XXXX-11-24", None),
    ],
)
def test_a_moment_is_an_instant_for_machines_where_its_day_is_known(text: str, instant: datetime | None) -> None:
    assert Moment.parse(text, HANOI).at(HANOI) == instant


def test_moments_are_ordered_by_day_then_by_instant() -> None:
    texts = [
        "XXXX-08-18",
        "2021",
        "2021-11",
        "2021-11-24",
        "2021-11-24T22:26+07:00",
        "2021-11-24T22:27+07:00",
        "2021-11-25",
    ]
    moments = [Moment.parse(text, HANOI) for text in texts]
    backwards = moments[::-1]
    assert sorted(backwards, key=lambda moment: moment.order) == moments


@bounded
@given(instants, instants)
def test_instants_are_ordered_as_they_passed(one: datetime, other: datetime) -> None:
    moments = (Moment.parse(one.isoformat(), HANOI), Moment.parse(other.isoformat(), HANOI))
    assert (moments[0].order < moments[1].order) == (one < other)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("2012-11-20", date(2012, 11, 20)),
        ("2012-11-20?", None),
        ("2012-11-20~", None),
        ("2012-11-20%", None),
        ("2012-11", None),
        ("2012", None),
        ("XXXX-11-20", None),
        ("2012-XX-20", None),
    ],
)
def test_a_day_is_certain_when_all_of_it_is_known_and_not_doubted(text: str, certain: date | None) -> None:
    assert Edtf.parse(text).certain == certain
