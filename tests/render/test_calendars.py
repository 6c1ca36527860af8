"""Calendars as files: every line conforms to RFC 5545, and parsing gives the original values."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from msgspec.structs import replace

from bantin.render.calendars import calendar_text
from bantin.site.views import CalendarView, OccasionView
from tests.domain.text.strategies import phrases
from tests.index.contents import quick
from tests.render.ical import check_lines, unescape, unfold

OCCASION = OccasionView(
    id="dc082274-d42f-57d0-9cb0-42cb52d5f2af",
    on=date(2012, 11, 20),
    changed=datetime(2012, 11, 20, 3, tzinfo=UTC),
    summary="Ký: Quy chế phối hợp",
    description="01/QCPH\nBộ A; Bộ B",
    location="Nhà Quốc hội, Hà Nội",
    url="https://bantin.example/bai-viet/2012/bai/",
    categories=("Ký", "An ninh"),
)
VIEW = CalendarView(
    url="co-quan/a/lich.ics",
    title="Bộ A – Bản tin",
    description="Tin ký kết.",
    home="https://bantin.example/co-quan/a/",
    source="https://bantin.example/co-quan/a/lich.ics",
    occasions=(OCCASION,),
)
# Whatever a content file may hold: control characters are refused where it is read.
TEXTS = st.one_of(
    phrases, st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"), max_size=90)
)


def read(view: CalendarView) -> Calendar:
    text = calendar_text(view)
    check_lines(text)
    calendar = Calendar.from_ical(text)
    assert [error for component in calendar.walk() for error in component.errors] == []
    return calendar


def test_a_calendar_says_what_it_is_and_when_to_ask_again() -> None:
    assert unfold(calendar_text(replace(VIEW, occasions=())))[:-1] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bantin//Bantin 0.1.0//EN",
        "NAME:Bộ A – Bản tin",
        "X-WR-CALNAME:Bộ A – Bản tin",
        "DESCRIPTION:Tin ký kết.",
        "X-WR-CALDESC:Tin ký kết.",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
        "URL:https://bantin.example/co-quan/a/",
        "SOURCE;VALUE=URI:https://bantin.example/co-quan/a/lich.ics",
    ]


def test_an_occasion_is_an_event_of_a_whole_day_that_takes_nobodys_time() -> None:
    lines = unfold(calendar_text(VIEW))
    begin, end = lines.index("BEGIN:VEVENT"), lines.index("END:VEVENT")
    assert sorted(lines[begin + 1 : end]) == [
        "CATEGORIES:Ký,An ninh",
        "DESCRIPTION:01/QCPH\\nBộ A\\; Bộ B",
        "DTSTAMP:20121120T030000Z",
        "DTSTART;VALUE=DATE:20121120",
        "LOCATION:Nhà Quốc hội\\, Hà Nội",
        "SUMMARY:Ký: Quy chế phối hợp",
        "TRANSP:TRANSPARENT",
        "UID:dc082274-d42f-57d0-9cb0-42cb52d5f2af",
        "URL:https://bantin.example/bai-viet/2012/bai/",
    ]


@pytest.mark.parametrize(("known", "name"), [("description", "DESCRIPTION"), ("location", "LOCATION")])
def test_what_is_not_known_of_an_occasion_is_left_out(known: str, name: str) -> None:
    changes: dict[str, Any] = {known: ""}
    (event,) = read(replace(VIEW, occasions=(replace(OCCASION, **changes),))).events
    assert name not in event


def test_a_calendar_without_a_description_has_none() -> None:
    calendar = read(replace(VIEW, description=""))
    assert "DESCRIPTION" not in calendar
    assert "X-WR-CALDESC" not in calendar


def test_a_backslash_is_one_whatever_follows_it() -> None:
    r"""RFC 5545, 3.3.11: it is written as two. A title may have ``\N`` in it, which is no line break."""
    summary = "Ký: Quy chế số 01\\NQ-HĐND, 02\\nq; \\"
    text = calendar_text(replace(VIEW, occasions=(replace(OCCASION, summary=summary),)))
    assert r"SUMMARY:Ký: Quy chế số 01\\NQ-HĐND\, 02\\nq\; \\" in unfold(text)
    assert Calendar.from_ical(text).events[0]["summary"] == summary
    assert IcsCalendarStream.calendar_from_ics(text).events[0].summary == summary


@quick
@example([("", "", "", date(2012, 11, 20), ["a", "\\", "b, c"])])
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, st.dates(date(1900, 1, 1)), st.lists(TEXTS, min_size=1)), max_size=3))
def test_what_is_written_can_be_read_back(told: list[tuple[str, str, str, date, list[str]]]) -> None:
    occasions = tuple(
        replace(
            OCCASION,
            id=f"{number}",
            on=day,
            summary=summary,
            description=description,
            location=location,
            categories=tuple(categories),
        )
        for number, (summary, description, location, day, categories) in enumerate(told)
    )
    text = calendar_text(replace(VIEW, occasions=occasions))
    check_lines(text)
    second = IcsCalendarStream.calendar_from_ics(text).events if occasions else []
    assert [(event.uid, event.summary, event.dtstart) for event in second] == [
        (occasion.id, occasion.summary, occasion.on) for occasion in occasions
    ]
    calendar = read(replace(VIEW, occasions=occasions))
    assert len(calendar.events) == len(occasions)
    for event, occasion in zip(calendar.events, occasions, strict=True):
        assert (event["uid"], event["summary"]) == (occasion.id, occasion.summary)
        assert (event.get("description", ""), event.get("location", "")) == (occasion.description, occasion.location)
        assert event.categories == list(occasion.categories)
        assert (occasion.on, occasion.changed) == (event.DTSTART, event.DTSTAMP)
        assert event.duration == timedelta(days=1)


@pytest.mark.parametrize(
    "text", ["END:VCALENDAR", "END:VEVENT\nBEGIN:VALARM", "x\nATTACH:file:///etc/passwd", '\\n;,:"']
)
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    view = replace(VIEW, title=text, description=text, occasions=(replace(OCCASION, summary=text),))
    assert [component.name for component in read(view).walk()] == ["VCALENDAR", "VEVENT"]
    named = dict(line.split(":", 1) for line in unfold(calendar_text(view)))
    for name in ("NAME", "X-WR-CALNAME", "X-WR-CALDESC", "SUMMARY"):
        assert unescape(named[name]) == text


def test_a_long_line_is_folded_between_letters() -> None:
    summary = "Ủy ban nhân dân thành phố Hà Nội ký quy chế phối hợp với Bộ Nông nghiệp và Môi trường " * 4
    text = calendar_text(replace(VIEW, occasions=(replace(OCCASION, summary=summary),)))
    assert re.search(r"SUMMARY:[^\r]{10,}\r\n [^\r]{10,}\r\n ", text)
    assert f"SUMMARY:{summary}" in unfold(text)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (f"SUMMARY:{'ế' * 22}a", None),
        (f"SUMMARY:{'ế' * 22}aa", "octets"),
        (f"SUMMARY:{'a' * 68}", "octets"),
        ("SUMMARY:a\n", "CR LF"),
        ("SUMMARY a", "name"),
        ("SUMMARY:a; b", "escaped"),
        ("SUMMARY:a, b", "escaped"),
        ("SUMMARY:a\\b", "escaped"),
        ("SUMMARY:a\x07b", "control"),
        ("DTSTART;VALUE=DATE:2012-11-20", "date"),
        ("DTSTAMP:20121120T030000", "UTC"),
    ],
)
def test_the_checker_of_lines_sees_a_fault(line: str, fault: str | None) -> None:
    text = calendar_text(VIEW).replace("TRANSP:TRANSPARENT", line)
    if fault is None:
        check_lines(text)
    else:
        with pytest.raises(AssertionError, match=fault):
            check_lines(text)
