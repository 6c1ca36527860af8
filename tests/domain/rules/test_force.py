"""Force: what is possible on a day holds whatever the dates that are known in part turn out to be."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Agreement, Event, EventKind, Party, Status
from bantin.domain.rules.force import ENDING, certain, next_day, party_statuses, span, statuses, terms
from bantin.domain.text.dates import Edtf
from tests.index.contents import agreement, on, quick

DAYS = st.dates(date(2018, 12, 1), date(2022, 12, 31))
FROM_MOST_TO_LEAST = (
    Status.IN_FORCE,
    Status.PARTLY_SUSPENDED,
    Status.PARTLY,
    Status.SUSPENDED,
    Status.NOT_YET,
    Status.ENDED,
)


def test_a_status_is_certain_when_it_is_the_only_one() -> None:
    assert certain(frozenset({Status.ENDED})) is Status.ENDED
    assert certain(frozenset({Status.ENDED, Status.IN_FORCE})) is Status.UNKNOWN


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2012-11-20", "2012-11-20", "2012-11-20"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012", "2012-01-01", "2012-12-31"),
        ("XXXX-08-18", "0001-01-01", "2020-05-06"),
    ],
)
def test_the_span_of_a_date(written: str, first: str, last: str) -> None:
    expected = (date.fromisoformat(first), date.fromisoformat(last))
    assert span(on(written), date(2020, 5, 6)) == expected


def test_the_span_of_no_date() -> None:
    assert span(None) == (date.min, date.max)
    assert span(None, date(2020, 5, 6)) == (date.min, date(2020, 5, 6))


def test_there_is_no_day_after_the_last() -> None:
    assert next_day(date(2020, 2, 28)) == date(2020, 2, 29)
    assert next_day(date.max) == date.max
    assert statuses(agreement(effective_on=on("2020"), expires_on=on("9999-12-31")), date(2021, 1, 1)) == {
        Status.IN_FORCE
    }


@pytest.mark.parametrize(
    ("events", "day", "until"),
    [
        ((), "2020-01-01", ["2015"]),
        ((Event(EventKind.EXTENDED, on("2014"), until=on("2019")),), "2013-12-31", ["2015"]),
        ((Event(EventKind.EXTENDED, on("2014"), until=on("2019")),), "2014-06-01", ["2019", "2015"]),
        ((Event(EventKind.EXTENDED, on("2014"), until=on("2019")),), "2014-12-31", ["2019"]),
        ((Event(EventKind.EXTENDED, on("2014"), until=on("2019"), parties=("a",)),), "2020-01-01", ["2015"]),
        ((Event(EventKind.EXTENDED, on("2014"), indefinite=True),), "2020-01-01", [None]),
    ],
)
def test_the_terms_that_may_hold(events: tuple[Event, ...], day: str, until: list[str | None]) -> None:
    found = terms(agreement(expires_on=on("2015"), events=events), date.fromisoformat(day))
    assert [term.until and str(term.until) for term in found] == until


def within(when: Edtf) -> st.SearchStrategy[date]:
    """A day that ``when`` may be."""
    return st.dates(*span(when))


def exact_dates() -> st.SearchStrategy[Edtf]:
    return DAYS.map(Edtf.of)


def dated() -> st.SearchStrategy[Edtf]:
    years, months = st.integers(2019, 2021), st.integers(1, 12)
    return st.builds(Edtf, years) | st.builds(Edtf, years, months) | exact_dates()


@st.composite
def agreements(draw: st.DrawFn, dates: st.SearchStrategy[Edtf]) -> Agreement:
    """Agreements whose every date has a year, known to have entered into force, or to do so."""
    own = st.none() | dates
    parties = tuple(Party(one, signed_on=draw(own), effective_on=draw(own)) for one in ("a", "b", "c"))
    events = []
    for _ in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from(EventKind))
        until = draw(dates if kind is EventKind.EXTENDED else own)
        part = "" if kind is EventKind.EXTENDED else draw(st.sampled_from(("", "", "Điều 5")))
        whom = draw(st.sampled_from(((), (), ("a",), ("b", "c"))))
        events.append(Event(kind, draw(dates), part=part, until=until, parties=whom))
    return replace(
        agreement(),
        parties=draw(st.sampled_from((parties, (Party("a"), Party("b"))))),
        signed_on=draw(own),
        effective_on=draw(dates),
        expires_on=draw(own),
        events=tuple(events),
    )


@st.composite
def resolved(draw: st.DrawFn, vague: Agreement) -> Agreement:
    """The agreement as it may be once every date is known to the day; what has one date happened as written."""

    def day(when: Edtf | None) -> Edtf | None:
        return Edtf.of(draw(within(when))) if when else None

    by_span: dict[object, list[date]] = {}
    for event in vague.events:
        if event.on:
            by_span.setdefault(span(event.on), []).append(draw(within(event.on)))
    for days in by_span.values():
        days.sort(reverse=True)
    return replace(
        vague,
        parties=tuple(
            replace(party, signed_on=day(party.signed_on), effective_on=day(party.effective_on))
            for party in vague.parties
        ),
        signed_on=day(vague.signed_on),
        effective_on=day(vague.effective_on),
        expires_on=day(vague.expires_on),
        events=tuple(
            replace(event, on=Edtf.of(by_span[span(event.on)].pop()), until=day(event.until)) for event in vague.events
        ),
    )


def exactly(when: Edtf | None) -> date:
    """The day; a very late one where there is none."""
    return when.exact if when and when.exact else date.max


class Course:
    """The status of a whole agreement, or of a part, event by event, with certain dates."""

    def __init__(self, until: date = date.max) -> None:
        self.until, self.returned = until, date.min
        self.ended = False
        self.suspended_until = date.min

    def meet(self, event: Event) -> None:
        if event.kind in ENDING:
            self.ended = True
        elif event.kind is EventKind.EFFECTIVE:
            self.ended, self.returned, self.suspended_until = False, exactly(event.on), date.min
        elif event.kind is EventKind.EXTENDED:
            self.until = exactly(event.until)
        elif event.kind is EventKind.SUSPENDED:
            self.suspended_until = exactly(event.until)

    def has_ended(self, day: date) -> bool:
        return self.ended or self.returned <= self.until < day


def simulated(found: Agreement, party: Party, day: date) -> Status:
    """The status for ``party`` on ``day`` of an agreement whose dates are all known, told as a story."""
    whole, part = Course(exactly(found.expires_on)), Course()
    signed, effective = party.signed_on or found.signed_on, party.effective_on or found.effective_on
    has_entered = exactly(effective) <= day
    story = sorted(enumerate(found.events), key=lambda pair: (exactly(pair[1].on), pair[0]))
    for _, event in story:
        if exactly(event.on) > day or (event.parties and party.agency not in event.parties):
            continue
        (part if event.part else whole).meet(event)
        if event.kind is EventKind.EFFECTIVE and not event.part:
            has_entered, part.suspended_until = True, date.min
    if whole.has_ended(day):
        return Status.ENDED
    if day <= whole.suspended_until:
        return Status.SUSPENDED
    if not has_entered or (signed and day < exactly(signed)):
        return Status.NOT_YET
    if part.has_ended(day):
        return Status.PARTLY
    return Status.PARTLY_SUSPENDED if day <= part.suspended_until else Status.IN_FORCE


def second(found: Sequence[Status]) -> Status:
    return sorted(found, key=FROM_MOST_TO_LEAST.index)[1]


@quick
@given(agreements(exact_dates()), DAYS)
def test_where_every_date_is_known_there_is_one_status_that_of_the_story(found: Agreement, day: date) -> None:
    told = [simulated(found, party, day) for party in found.parties]
    assert [set(party_statuses(found, party, day)) for party in found.parties] == [{status} for status in told]
    assert statuses(found, day) == {second(told)}


@quick
@given(st.data(), agreements(dated()), DAYS)
def test_whatever_the_dates_turn_out_to_be_the_status_was_possible(
    data: st.DataObject, vague: Agreement, day: date
) -> None:
    exact = data.draw(resolved(vague))
    told = [simulated(exact, party, day) for party in exact.parties]
    for party, status in zip(vague.parties, told, strict=True):
        assert status in party_statuses(vague, party, day)
    assert second(told) in statuses(vague, day)


@quick
@given(st.data(), agreements(dated()), DAYS)
def test_knowing_more_never_makes_more_possible(data: st.DataObject, vague: Agreement, day: date) -> None:
    exact = data.draw(resolved(vague))
    assert statuses(exact, day) <= statuses(vague, day)


@quick
@given(agreements(dated()), DAYS, st.integers(1, 400))
def test_what_is_reported_without_a_date_leaves_more_possible_of_other_days(
    found: Agreement, day: date, later: int
) -> None:
    undated = replace(found, events=tuple(replace(event, on=None) for event in found.events))
    assert statuses(undated, day, known_by=day) <= statuses(undated, day, known_by=day + timedelta(days=later))
