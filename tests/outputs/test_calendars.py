"""Published calendars: every line conforms to RFC 5545, and they have the same days as the pages."""

from datetime import date
from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from tests.outputs.conftest import NAMES
from tests.render.ical import check_lines


@pytest.mark.parametrize("name", NAMES)
def test_every_calendar_keeps_to_the_format_and_says_where_it_is(name: str, sites: dict[str, Path]) -> None:
    home = None
    for path in sorted(sites[name].rglob("*.ics"), key=lambda path: len(path.parts)):
        text = path.read_bytes().decode()
        check_lines(text)
        calendar = Calendar.from_ical(text)
        assert [error for component in calendar.walk() for error in component.errors] == []
        assert calendar.events
        assert all(event["summary"] and event["url"] for event in calendar.events)
        second = IcsCalendarStream.calendar_from_ics(text)
        assert [(event.uid, event.summary, event.dtstart) for event in second.events] == [
            (event["uid"], event["summary"], event.start) for event in calendar.events
        ]
        home = home or str(calendar["url"])
        here = home + path.relative_to(sites[name]).as_posix()
        assert (str(calendar["source"]), str(calendar["url"])) == (here, here.removesuffix(path.name))
        assert path.with_name("index.html").exists()


def test_the_calendar_of_the_sample_tells_its_certain_days(sites: dict[str, Path]) -> None:
    told = {
        (event.start, str(event["summary"]).partition(":")[0])
        for event in Calendar.from_ical((sites["sample"] / "lich.ics").read_bytes()).events
    }
    assert {(date(2012, 11, 20), "Ký"), (date(2021, 11, 24), "Ký"), (date(2026, 11, 24), "Sơ kết, tổng kết")} <= told


@pytest.mark.parametrize("name", NAMES)
def test_every_calendar_and_feed_is_named_by_its_page(name: str, sites: dict[str, Path]) -> None:
    for pattern, media_type in (("*.ics", "text/calendar"), ("atom.xml", "application/atom+xml")):
        for path in sites[name].rglob(pattern):
            # A feed of changes lies below the page that names it.
            page = next(one for folder in path.parents if (one := folder / "index.html").exists()).read_text()
            assert f'<link rel="alternate" type="{media_type}"' in page
            assert page.count(f'{path.name}"') >= 2, "in the head for programs, and on the page for readers"
