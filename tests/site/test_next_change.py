"""The next moment at which a site changes: early enough for all that depends on the time, and for nothing else."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import (
    Amendment,
    AmendmentKind,
    Content,
    Document,
    DocumentFacts,
    Event,
    EventKind,
    Gone,
    GoneKind,
    Party,
    RecordFile,
    Review,
    SignatureFacts,
    Succession,
)
from bantin.domain.text.dates import Edtf, Moment
from bantin.domain.text.durations import Duration
from bantin.index import index
from bantin.site.next_change import next_change
from bantin.site.plan import plan
from bantin.site.views import View
from tests.domain.provisions.amended import SIGNED
from tests.index.contents import (
    SITE,
    ZONE,
    Item,
    agency,
    agreement,
    article,
    content,
    edtf_dates,
    moments,
    on,
    page,
    quick,
    record,
    when,
)
from tests.site.cms.test_pages import GITHUB

NOON = datetime(2026, 1, 1, 12, tzinfo=ZONE)


def found(*items: Item, now: datetime = NOON, drafts: bool = False, made: Content | None = None) -> str:
    """The next change of a bulletin of ``items`` after ``now``; a midnight as its day, empty if there is none."""
    read = made or content(*items)
    moment = next_change(read, index(read, now, drafts=drafts), now)
    return moment.isoformat(timespec="minutes").removesuffix("T00:00+07:00") if moment else ""


def test_where_nothing_is_to_come_there_is_no_moment() -> None:
    assert found() == ""
    assert found(article(published=when("2025-01-01")), page(), agency("a")) == ""
    assert found(article(published=when("2026-01-01T12:00+07:00"))) == ""
    assert found(article(published=when("XXXX-08-18"), expires=when("XXXX-08-18"))) == ""


@pytest.mark.parametrize(
    ("changes", "moment", "moment_with_drafts"),
    [
        ({"published": when("2026-01-01T12:01+07:00")}, "2026-01-01T12:01+07:00", ""),
        ({"published": when("2026-01-01T06:00+00:00")}, "2026-01-01T13:00+07:00", ""),
        ({"published": when("2026-01-05")}, "2026-01-05", ""),
        ({"published": when("2026-02")}, "2026-02-01", ""),
        ({"embargo": when("2026-01-05")}, "2026-01-05", ""),
        ({"embargo": when("2026-01-05"), "published": when("2026-01-03")}, "2026-01-05", ""),
        ({"embargo": when("2026-01-02"), "published": when("2026-01-03")}, "2026-01-03", ""),
        ({"expires": when("2026-01-01")}, "2026-01-02", "2026-01-02"),
        ({"expires": when("2026-03-01T15:30+07:00")}, "2026-03-01T15:30+07:00", "2026-03-01T15:30+07:00"),
        ({"expires": when("2026-03")}, "2026-04-01", "2026-04-01"),
        ({"published": when("2026-02"), "expires": when("2026-03-01")}, "2026-02-01", "2026-03-02"),
        # To end before it begins: it is never public, so nothing leads away from it either.
        ({"published": when("2026-02-01"), "expires": when("2026-01-15")}, "", "2026-01-16"),
        ({"published": when("2026-02-01"), "draft": True}, "", ""),
        ({"expires": when("2026-02-01"), "draft": True}, "", "2026-02-02"),
        ({"expires": when("9999-12-31")}, "", ""),
    ],
)
def test_a_file_turns_at_the_moments_that_it_names(
    changes: dict[str, Any], moment: str, moment_with_drafts: str
) -> None:
    assert found(article(**changes)) == moment
    assert found(article(**changes), drafts=True) == moment_with_drafts


def test_pages_records_and_agencies_turn_too() -> None:
    embargo = when("2026-01-01T18:00+07:00")
    for one in (page(embargo=embargo), record("van-ban", embargo=embargo), agency("a", embargo=embargo)):
        assert found(one) == "2026-01-01T18:00+07:00"


def test_the_first_of_several_moments_counts() -> None:
    assert (
        found(article("mot", published=when("2026-01-05")), article("hai", expires=when("2026-01-03"))) == "2026-01-04"
    )


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Asia/Ho_Chi_Minh", "2026-03-08T00:00:00+07:00"),
        ("UTC", "2026-03-08T00:00:00+00:00"),
        ("America/New_York", "2026-03-08T00:00:00-05:00"),
        ("Pacific/Kiritimati", "2026-03-08T00:00:00+14:00"),
        # Clocks skip the first hour of this day.
        ("America/Havana", "2026-03-08T01:00:00-04:00"),
    ],
)
def test_a_day_begins_when_it_does_in_the_zone_of_the_site(zone: str, moment: str) -> None:
    made = content(article(published=when("2026-03-08")), site=replace(SITE, timezone=ZoneInfo(zone)))
    before = datetime.fromisoformat(moment).astimezone(UTC) - timedelta(seconds=1)
    assert next_change(made, index(made, before), before) == datetime.fromisoformat(moment)
    assert not index(made, before).articles
    assert index(made, before + timedelta(seconds=1)).articles


LASTING = {"signed_on": on("2020-01-01"), "effective_on": on("2020-01-01")}


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        # Something new is so on the first day of the next year at the latest: the page of the year that is over.
        (LASTING, "2027-01-01"),
        # On its last day, the end of the term is no longer ahead.
        ({**LASTING, "expires_on": on("2026-01-31")}, "2026-01-31"),
        ({**LASTING, "expires_on": on("2026-01-01")}, "2026-01-02"),
        ({**LASTING, "effective_on": on("2026-05-01")}, "2026-05-01"),
        ({**LASTING, "effective_on": on("2026-05")}, "2026-05-01"),
        ({**LASTING, "events": (Event(EventKind.SUSPENDED, on("2026-03-01"), until=on("2026-03-31")),)}, "2026-03-01"),
        ({**LASTING, "events": (Event(EventKind.SUSPENDED, on("2025-03-01"), until=on("2026-03-31")),)}, "2026-04-01"),
        # The bands of deadlines move with the month; a deadline comes into them twelve months before its own one.
        ({**LASTING, "expires_on": on("2026-04-30")}, "2026-02-01"),
        ({**LASTING, "expires_on": on("2027-12-31")}, "2026-12-01"),
        ({**LASTING, "review": Review(next=on("2026-01-15"))}, "2026-01-16"),
        ({**LASTING, "review": Review(every=Duration(years=1))}, "2026-01-02"),
        (
            {"parties": (Party("a", effective_on=on("2020-01-01")), Party("b", effective_on=on("2026-02-01")))},
            "2026-02-01",
        ),
    ],
)
def test_an_agreement_changes_when_something_else_is_so(facts: dict[str, Any], day: str) -> None:
    assert found(record("van-ban", agreement=agreement(**facts))) == day


def test_an_agreement_that_is_not_shown_yet_turns_when_it_is() -> None:
    ending = agreement(**LASTING, expires_on=on("2026-01-10"))
    assert found(record("van-ban", agreement=ending, embargo=when("2026-01-20"))) == "2026-01-20"
    assert found(record("van-ban", agreement=ending, draft=True)) == ""


def test_the_duties_of_an_agency_pass_on_a_day() -> None:
    old = agency("a", successors=(Succession("b", on("2026-07-01")),))
    assert found(old, agency("b")) == "2026-07-01"
    assert found(replace(old, draft=True), agency("b")) == ""


def test_a_certificate_expires() -> None:
    path = "content/documents/a.pdf"
    signed = replace(agreement(), documents=(Document(path, "ban-chinh"),))
    signature = SignatureFacts("Nguyễn Văn A", good_until=datetime(2026, 6, 30, 9, tzinfo=UTC))
    facts = DocumentFacts(path, 1, "", signatures=(signature,))
    made = replace(content(record("van-ban", agreement=signed)), documents={path: facts})
    assert found(made=made) == "2026-07-01"


def test_a_new_year_begins_for_the_desk() -> None:
    assert found(made=content(site=replace(SITE, editors=GITHUB))) == "2027-01-01"


def gone(number: int = 1, day: Edtf | None = None, embargo: Moment | None = None) -> Gone:
    path = f"content/agreements/cu-{number}.md"
    on_day = day or on("2025-01-01")
    return Gone(
        path, GoneKind.RECORD, f"cu-{number}", "Cũ", on_day, "Nhầm.", year=2014, id=f"cu-{number}", embargo=embargo
    )


@pytest.mark.parametrize(
    ("facts", "moment", "moment_with_drafts"),
    [
        ({}, "", ""),
        ({"day": on("2026-01-01")}, "", ""),
        ({"day": on("2026-01-05")}, "2026-01-05", "2026-01-05"),
        # Until the first day that it may be, the day is reported as one that is ahead.
        ({"day": on("2026-02")}, "2026-02-01", "2026-02-01"),
        ({"day": on("2026-01")}, "2026-01-31", "2026-01-31"),
        ({"day": on("XXXX-08-18")}, "", ""),
        ({"embargo": when("2026-01-01T18:00+07:00")}, "2026-01-01T18:00+07:00", ""),
        ({"embargo": when("2026-01-20"), "day": on("2026-01-05")}, "2026-01-05", "2026-01-05"),
        ({"embargo": when("2025-01-20")}, "", ""),
    ],
)
def test_what_is_gone_turns_on_its_day_and_when_its_embargo_ends(
    facts: dict[str, Any], moment: str, moment_with_drafts: str
) -> None:
    made = replace(content(), gone=(gone(**facts),))
    assert found(made=made) == moment
    assert found(made=made, drafts=True) == moment_with_drafts


EARLIER = ("12-29", "12-30", "12-31")


def test_a_full_calendar_changes_with_the_month(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.site.calendars._MOST", 2)
    monkeypatch.setattr("bantin.site.home._RECENT", 0)
    signed = [record(f"r{day}", agreement=agreement(id=f"r{day}", signed_on=on(f"2025-{day}"))) for day in EARLIER]
    ahead = record("sap-toi", agreement=agreement(id="sap-toi", events=(Event(EventKind.REVIEWED, on("2026-12-01")),)))
    assert found(*signed, ahead) == "2026-02-01"
    assert found(*signed[:1]) == "2027-01-01"


KINDS = tuple(EventKind)
INSTANTS = st.datetimes(datetime(2018, 12, 1), datetime(2022, 2, 1), timezones=st.just(UTC))
OWN = st.none() | edtf_dates()
EVENTS = st.builds(
    Event,
    st.sampled_from(KINDS),
    OWN,
    part=st.sampled_from(("", "", "Điều 5")),
    until=OWN,
    parties=st.sampled_from(((), (), ("a",))),
)
REVIEWS = st.builds(
    Review, st.none() | st.builds(Duration, st.integers(0, 1), st.integers(1, 5)), OWN, st.sampled_from((None, "a"))
)


@st.composite
def records(draw: st.DrawFn, number: int) -> RecordFile:
    """A record of which anything may be known, or not, with a text that the record after it may amend."""
    facts = agreement(
        id=f"r{number}",
        parties=(Party("a", effective_on=draw(OWN)), Party("b")),
        signed_on=draw(OWN),
        effective_on=draw(OWN),
        expires_on=draw(OWN),
        events=tuple(draw(st.lists(EVENTS, max_size=3))),
        review=draw(st.none() | REVIEWS),
        amends=draw(st.sampled_from(((), (Amendment(f"r{number - 1}", "dieu-7", AmendmentKind.REPEAL),)))),
    )
    text = draw(st.sampled_from((None, SIGNED)))
    return record(f"r{number}", agreement=facts, text=text, embargo=draw(st.none() | whole_moments()))


def whole_moments() -> st.SearchStrategy[Moment]:
    days = st.dates(date(2019, 1, 1), date(2021, 12, 31)).map(lambda day: Moment(Edtf.of(day)))
    return days | INSTANTS.map(lambda instant: Moment(Edtf.of(instant.astimezone(ZONE).date()), instant))


@st.composite
def contents_(draw: st.DrawFn) -> Content:
    """A small bulletin in which much turns in a few months."""
    turning = [
        article(f"bai-{number}", published=draw(st.none() | moments()), expires=draw(st.none() | moments()))
        for number in range(draw(st.integers(0, 3)))
    ]
    files = [draw(records(number)) for number in range(draw(st.integers(0, 3)))]
    about = page(embargo=draw(st.none() | whole_moments()))
    agencies = (agency("a", successors=(Succession("c", draw(OWN)),)), agency("b"), agency("c"))
    removed = draw(st.lists(st.tuples(edtf_dates(), st.none() | whole_moments()), max_size=2))
    lost = tuple(gone(number, day, embargo) for number, (day, embargo) in enumerate(removed))
    return replace(content(*turning, *files, about, *agencies), gone=lost)


def shown(made: Content, now: datetime) -> dict[str, View]:
    """What each page and data file of the site of ``made`` shows at ``now``, but those that say the day."""
    at = index(made, now)
    planned = plan(at, made.files).value
    assert planned
    return {page.address: page.blank(at.directory) for page in planned.pages if not page.dated}


# Drawing a whole bulletin takes long on a busy machine.
@settings(quick, suppress_health_check=[HealthCheck.too_slow])
@given(contents_(), INSTANTS, st.integers(0, 10**6))
def test_until_the_next_change_everything_is_shown_alike(made: Content, now: datetime, part: int) -> None:
    before = shown(made, now)
    then = next_change(made, index(made, now), now)
    last = (then or datetime(2024, 1, 1, tzinfo=UTC)) - datetime.resolution
    assert last >= now
    for other in (now + (last - now) * (part / 10**6), last):
        assert shown(made, other) == before
