"""Calendars: the certain days of the agreements, for all and for each agency, and nothing that is not known."""

import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import (
    Agreement,
    Article,
    DatedName,
    Event,
    EventKind,
    Feature,
    Label,
    Party,
    Review,
    SigningPlace,
    Succession,
)
from bantin.domain.problems import Language
from bantin.domain.text.durations import Duration
from bantin.render.writers import WRITERS
from bantin.site.views import AgencyView, AlternateView, CalendarView, OccasionView
from tests.conftest import REPOSITORY
from tests.index.contents import (
    AGENCY_IDS,
    SITE,
    agency,
    agreement,
    article,
    articles,
    bulletin,
    edtf_dates,
    on,
    quick,
    when,
)
from tests.render.ical import check_lines, unfold
from tests.site.plans import pages_of, planned, view_at

YEARLY = Review(Duration(years=1), rotating=True)


def calendar(*made: Article, url: str = "lich.ics", language: Language = "vi", **changes: Any) -> CalendarView:
    return view_at(bulletin(*made, site=replace(SITE, language=language, **changes)), url, CalendarView)


def occasions(language: Language = "vi", **changes: Any) -> tuple[OccasionView, ...]:
    """The calendar of a bulletin with one agreement, which is signed on a certain day and has these ``changes``."""
    url = "lich.ics" if language == "vi" else "calendar.ics"
    return calendar(
        article(agreement=agreement(signed_on=on("2012-11-20"), **changes)), url=url, language=language
    ).occasions


def days(**changes: Any) -> list[tuple[str, str]]:
    return [(str(occasion.on), occasion.categories[0]) for occasion in occasions(**changes)]


def test_the_days_of_an_agreement_stand_in_the_order_of_time() -> None:
    assert days(effective_on=on("2012-12-01"), expires_on=on("2027-12-01"), review=YEARLY) == [
        ("2012-11-20", "Ký"),
        ("2012-12-01", "Có hiệu lực"),
        ("2026-12-01", "Sơ kết, tổng kết"),
        ("2027-12-01", "Hết thời hạn"),
    ]


@pytest.mark.parametrize("kind", [kind for kind in EventKind if kind is not EventKind.SIGNED])
def test_whatever_happened_on_a_certain_day_is_shown(kind: EventKind) -> None:
    assert [found for found, _ in days(events=(Event(kind, on("2015-05-05")),))] == ["2012-11-20", "2015-05-05"]


@pytest.mark.parametrize("text", ["2013-05", "2013", "XXXX-05-06", "2013-XX-06", "2013-05-06?", "2013-05-06~", None])
def test_a_day_that_is_not_certain_makes_no_event(text: str | None) -> None:
    unsure = on(text) if text else None
    events = (Event(EventKind.AMENDED, unsure), Event(EventKind.REVIEWED, unsure))
    assert days(effective_on=unsure, events=events, review=replace(YEARLY, next=None)) == [("2012-11-20", "Ký")]


def test_an_occasion_tells_what_is_known_of_it() -> None:
    made = agreement(
        title="Quy chế phối hợp",
        number="01/QCPH",
        signed_on=on("2012-11-20"),
        signed_at=SigningPlace("Hà Nội", "Nhà Quốc hội"),
        fields=("y-te", "an-ninh"),
    )
    (occasion,) = calendar(article(agreement=made, published=when("2012-11-21T09:30+07:00"))).occasions
    assert occasion == OccasionView(
        id=occasion.id,
        on=date(2012, 11, 20),
        changed=datetime(2012, 11, 21, 2, 30, tzinfo=UTC),
        summary="Ký: Quy chế phối hợp",
        description="01/QCPH\nCơ quan A; Cơ quan B",
        location="Nhà Quốc hội, Hà Nội",
        url="https://bantin.example/bai-viet/2020/bai/",
        categories=("Ký", "An ninh", "Y tế"),
    )


def test_an_agreement_without_a_title_has_that_of_its_article() -> None:
    assert occasions()[0].summary == "Ký: Bài bai"


def test_an_occasion_tells_whom_it_concerns_and_what_is_noted() -> None:
    event = Event(EventKind.SUSPENDED, on("2015-05-05"), "do bão", "Công văn 5", part="Điều 3", parties=("b",))
    told = occasions(events=(event,))[1]
    assert told.description == "Cơ quan A; Cơ quan B\nCơ quan B\nĐiều 3\ndo bão\nCông văn 5"
    assert told.location == ""


def test_a_party_that_signs_on_a_day_of_its_own_has_an_event_of_its_own() -> None:
    parties = (Party("a"), Party("b", signed_on=on("2012-11-22")))
    first, second = occasions(parties=parties, signed_at=SigningPlace("Hà Nội"))
    assert (first.location, second.location) == ("Hà Nội", "")
    assert (str(second.on), second.description) == ("2012-11-22", "Cơ quan A; Cơ quan B\nCơ quan B")


def test_the_next_review_names_its_chair_and_says_that_it_is_computed() -> None:
    review = occasions(review=YEARLY)[-1]
    assert (review.on, review.summary) == (date(2026, 11, 20), "Sơ kết, tổng kết: Bài bai")
    assert review.description == (
        "Cơ quan A; Cơ quan B\nChủ trì: Cơ quan B\nNgày tính theo chu kỳ, các bên chưa ấn định."
    )
    planned = occasions(review=Review(next=on("2026-03-01")))[-1]
    assert planned.description == "Cơ quan A; Cơ quan B"


def test_a_chair_that_has_been_succeeded_names_its_heir() -> None:
    old = agency("b", "Bộ cũ", successors=(Succession("c"),))
    made = article(agreement=agreement(signed_on=on("2012-11-20"), review=YEARLY))
    review = view_at(bulletin(made, agency("a"), old, agency("c", "Bộ mới")), "lich.ics", CalendarView).occasions[-1]
    assert "\nChủ trì: Bộ cũ\nNay là: Bộ mới\n" in review.description


def test_agencies_bear_the_names_of_the_day_of_signing() -> None:
    old = agency("a", "Bộ mới", former_names=(DatedName(Label("Bộ cũ"), until=on("2015-12-31")),))
    made = article(agreement=agreement(signed_on=on("2012-11-20")))
    (occasion,) = view_at(bulletin(made, old, agency("b")), "lich.ics", CalendarView).occasions
    assert occasion.description == "Bộ cũ; Cơ quan B"


def test_an_english_site_has_an_english_calendar() -> None:
    signed, review = occasions("en", review=YEARLY)
    assert (signed.summary, signed.categories) == ("Signed: Bài bai", ("Signed", "Security"))
    assert review.description.endswith("Chaired by Cơ quan B\nComputed from the period: no day has been set.")


@pytest.mark.parametrize(
    ("changes", "changed"),
    [
        # Where nothing else is known, the day of signing counts, whatever the day of the build.
        ({}, datetime(2012, 11, 19, 17, tzinfo=UTC)),
        ({"published": when("2021-11")}, datetime(2012, 11, 19, 17, tzinfo=UTC)),
        ({"published": when("2021-11-24")}, datetime(2021, 11, 23, 17, tzinfo=UTC)),
        (
            {"published": when("2021-11-24"), "updated": when("2022-01-02T08:00+07:00").instant},
            datetime(2022, 1, 2, 1, tzinfo=UTC),
        ),
    ],
)
def test_an_occasion_changed_when_its_article_did(changes: dict[str, Any], changed: datetime) -> None:
    (occasion,) = calendar(article(agreement=agreement(signed_on=on("2012-11-20")), **changes)).occasions
    assert (occasion.changed, occasion.changed.tzinfo) == (changed, UTC)


def test_an_occasion_keeps_its_id_when_its_article_is_written_again_or_others_are_added() -> None:
    made = agreement(id="ban-ghi", signed_on=on("2012-11-20"))
    (before,) = calendar(article("cu", agreement=made)).occasions
    events = (Event(EventKind.AMENDED, on("2014-01-01"), "hai"), Event(EventKind.REVIEWED, on("2011-01-01")))
    changed = replace(made, title="Khác", number="2", events=events)
    after = calendar(article("moi", 2021, agreement=changed), article("khac", agreement=agreement(id="khac"))).occasions
    assert before.id in {occasion.id for occasion in after}


def test_an_occasion_keeps_its_id_when_its_day_is_corrected() -> None:
    """Else calendar programs keep the wrong day beside the right one (RFC 5545, 3.8.4.7)."""
    events = (Event(EventKind.AMENDED, on("2014-01-01")), Event(EventKind.REVIEWED, on("2015-01-01")))
    made = agreement(id="ban-ghi", signed_on=on("2012-11-20"), events=events)
    corrected = replace(
        made, signed_on=on("2012-11-21"), events=(Event(EventKind.AMENDED, on("2014-02-02")), *events[1:])
    )
    before, after = (calendar(article(agreement=one)).occasions for one in (made, corrected))
    assert [one.id for one in before] == [one.id for one in after]
    assert [one.on for one in before] != [one.on for one in after]


def test_two_events_of_a_kind_on_one_day_are_distinguished() -> None:
    twice = (Event(EventKind.AMENDED, on("2014-01-01"), "một"), Event(EventKind.AMENDED, on("2014-01-01"), "hai"))
    found = occasions(events=twice)
    assert len({occasion.id for occasion in found}) == len(found) == 3


def test_a_calendar_belongs_to_a_page_and_has_its_name() -> None:
    made = article(agreement=agreement(signed_on=on("2012-11-20")))
    view = calendar(made, description="Tin ký kết.")
    assert (view.title, view.description) == ("Bản tin", "Tin ký kết.")
    assert (view.home, view.source) == ("https://bantin.example/", "https://bantin.example/lich.ics")
    view = calendar(made, url="co-quan/a/lich.ics")
    assert view.title == "Cơ quan A – Bản tin"
    assert view.home == "https://bantin.example/co-quan/a/"
    assert view.source == "https://bantin.example/co-quan/a/lich.ics"


def test_where_no_day_is_known_there_is_no_calendar_and_no_link_to_one() -> None:
    plan = planned(bulletin(article(agreement=agreement("a", "b", signed_on=on("2012-11")))))
    assert [seen.view.url for seen in plan.pages if isinstance(seen.view, CalendarView)] == []
    assert plan.site.calendar == ""
    assert all(one.type != "text/calendar" for seen in plan.pages for one in seen.view.alternates)


def test_the_page_of_an_agency_names_its_calendar_and_the_site_that_of_all() -> None:
    made = bulletin(article(agreement=agreement("a", "b", signed_on=on("2012-11-20"))))
    assert planned(made).site.calendar == "lich.ics"
    link = AlternateView("Lịch của Cơ quan A (iCalendar)", "co-quan/a/lich.ics", "text/calendar")
    assert link in view_at(made, "co-quan/a/", AgencyView).alternates
    assert view_at(made, "co-quan/c/", AgencyView).alternates == ()


def test_of_too_many_days_the_nearest_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.site.calendars._MOST", 3)
    dates = ("1999-01-01", "2025-12-30", "2026-01-05", "2040-01-01", "2026-01-01")
    made = [article(f"b{day}", agreement=agreement(id=day, signed_on=on(day))) for day in dates]
    assert [str(occasion.on) for occasion in calendar(*made).occasions] == ["2025-12-30", "2026-01-01", "2026-01-05"]


happenings = st.lists(st.builds(Event, st.sampled_from(EventKind), st.none() | edtf_dates()), max_size=3).map(tuple)
REVIEWS = (None, YEARLY, Review(next=on("2026-05-06")), Review(next=on("2026-05")))


@st.composite
def lived(draw: st.DrawFn) -> list[Article]:
    """Articles whose agreements have a history."""
    found = []
    for one in draw(articles(6, hidden=False)):
        changes: Mapping[str, Any] = {
            "effective_on": draw(st.none() | edtf_dates()),
            "expires_on": draw(st.none() | edtf_dates()),
            "events": draw(happenings),
            "review": draw(st.sampled_from(REVIEWS)),
        }
        found.append(replace(one, agreement=replace(one.agreement, **changes)) if one.agreement else one)
    return found


def certain_days(made: Agreement) -> set[date]:
    """The days on which the sources say for certain that something happened."""
    named = [made.signed_on, made.effective_on, *(event.on for event in made.events)]
    return {day.certain for day in named if day and day.certain}


@quick
@given(lived())
def test_each_certain_day_stands_in_the_calendar_of_all_and_in_those_of_the_parties(made: list[Article]) -> None:
    found = bulletin(*made)
    seen = pages_of(found)
    views = {url: page.view for url, page in seen.items() if isinstance(page.view, CalendarView)}
    for one in made:
        url = f"https://bantin.example/bai-viet/{one.year or 'khong-ro-ngay'}/{one.slug}/"
        told = {name: {o.on for o in view.occasions if o.url == url} for name, view in views.items()}
        known = certain_days(one.agreement) if one.agreement else set()
        parties = {party.agency for party in one.agreement.parties} if one.agreement else set()
        assert known <= told.get("lich.ics", set())
        for other in AGENCY_IDS:
            expected = told.get("lich.ics", set()) if other in parties else set()
            assert told.get(f"co-quan/{other}/lich.ics", set()) == expected


@quick
@given(lived())
def test_no_calendar_is_empty_or_tells_a_day_twice_and_all_keep_to_the_format(made: list[Article]) -> None:
    for seen in planned(bulletin(*made)).pages:
        if isinstance(seen.view, CalendarView):
            ids = [occasion.id for occasion in seen.view.occasions]
            assert ids
            assert len(set(ids)) == len(ids)
            text = WRITERS[CalendarView](seen.view)
            check_lines(text)
            assert unfold(text).count("BEGIN:VEVENT") == len(ids)


def test_planning_does_not_load_the_library_that_writes_calendars() -> None:
    # All that a build imports before it renders.
    code = "import sys, bantin.build.pipeline; print('icalendar' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_agencies_without_pages_have_no_calendars() -> None:
    one = article(agreement=agreement(signed_on=on("2012-11-20")))
    made = pages_of(bulletin(one, site=replace(SITE, off=frozenset({Feature.AGENCIES}))))
    assert [url for url in made if url.endswith(".ics")] == ["lich.ics"]
