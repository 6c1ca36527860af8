"""The lifecycle: every rule of ``docs/lifecycle.md`` as a row of a table, and what holds whatever is known."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Agreement, Event, EventKind, Party, Status
from bantin.domain.rules.lifecycle import Action, lifecycle, status_on
from bantin.domain.rules.standing import party_standing
from bantin.domain.text.dates import Edtf
from tests.index.contents import agreement, edtf_dates, on, quick

DAY = date(2020, 1, 1)
KINDS = tuple(EventKind)
LETTERS = {
    "?": Status.UNKNOWN,
    "-": Status.NOT_YET,
    "F": Status.IN_FORCE,
    "P": Status.PARTLY,
    "p": Status.PARTLY_SUSPENDED,
    "S": Status.SUSPENDED,
    "E": Status.ENDED,
}


def event(written: str, **changes: Any) -> Event:
    """An event as ``kind`` or ``kind date``."""
    kind, _, when = written.partition(" ")
    return Event(EventKind(kind), on(when) if when else None, **changes)


def in_force(*events: str | Event, **changes: Any) -> Agreement:
    """An agreement in force since 2010, and what happened to it."""
    told = tuple(one if isinstance(one, Event) else event(one) for one in events)
    known = {"signed_on": on("2010-01-01"), "effective_on": on("2010-02-01"), "events": told}
    return agreement(**{**known, **changes})


def status(found: Agreement, day: str = "2020-01-01") -> Status:
    return lifecycle(found, date.fromisoformat(day)).status


@pytest.mark.parametrize(
    ("changes", "day", "expected"),
    [
        # Missing facts are unknown; the method of taking effect does not give the day.
        ({}, "2020-01-01", "?"),
        ({"signed_on": on("2010-01-01")}, "2020-01-01", "?"),
        ({"signed_on": on("2010-01-01"), "effective_method": "Từ ngày ký"}, "2020-01-01", "?"),
        # Nothing is in force before it is signed, nor before its day.
        ({"signed_on": on("2010-01-01")}, "2009-12-31", "-"),
        ({"effective_on": on("2010-02-01")}, "2010-01-31", "-"),
        ({"effective_on": on("2010-02-01")}, "2010-02-01", "F"),
        ({"signed_on": on("2010-05"), "effective_on": on("2010")}, "2010-04-30", "-"),
        ({"signed_on": on("2010-05"), "effective_on": on("2010")}, "2010-05-01", "?"),
        # A day known in part counts once it has certainly come.
        ({"effective_on": on("2026")}, "2025-12-31", "-"),
        ({"effective_on": on("2026")}, "2026-06-01", "?"),
        ({"effective_on": on("2026")}, "2026-12-31", "F"),
        ({"effective_on": on("2026-06")}, "2026-05-31", "-"),
        ({"effective_on": on("2026-06")}, "2026-06-30", "F"),
        ({"effective_on": on("XXXX-06-01")}, "2020-01-01", "?"),
        ({"effective_on": on("2010-02-01~")}, "2010-02-01", "F"),
        # The last day of a term is a day of it.
        ({"effective_on": on("2010"), "expires_on": on("2015-06-30")}, "2015-06-30", "F"),
        ({"effective_on": on("2010"), "expires_on": on("2015-06-30")}, "2015-07-01", "E"),
        ({"effective_on": on("2010"), "expires_on": on("2015")}, "2015-01-01", "F"),
        ({"effective_on": on("2010"), "expires_on": on("2015")}, "2015-01-02", "?"),
        ({"effective_on": on("2010"), "expires_on": on("2015")}, "2015-12-31", "?"),
        ({"effective_on": on("2010"), "expires_on": on("2015")}, "2016-01-01", "E"),
        ({"effective_on": on("2010"), "expires_on": on("XXXX-12-31")}, "2015-01-01", "?"),
        ({"effective_on": on("2010"), "indefinite": True}, "2199-01-01", "F"),
        # A term that has run out has ended it, whether or not it is known to have begun.
        ({"expires_on": on("2015-06-30")}, "2015-06-30", "?"),
        ({"expires_on": on("2015-06-30")}, "2015-07-01", "E"),
    ],
)
def test_what_was_agreed(changes: dict[str, Any], day: str, expected: str) -> None:
    assert status(agreement(**changes), day) is LETTERS[expected]


ALONE = dict(zip(KINDS, "FFFFFSEEF", strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_each_event_alone(kind: EventKind) -> None:
    assert status(in_force(f"{kind} 2015-06-01"), "2015-05-31") is Status.IN_FORCE
    assert status(in_force(f"{kind} 2015-06-01"), "2015-06-01") is LETTERS[ALONE[kind]]


PAIRS = {
    # signed, effective, amended, extended, corrected, suspended, terminated, replaced, reviewed
    EventKind.SIGNED: "FFFFFSEEF",
    EventKind.EFFECTIVE: "FFFFFSEEF",
    EventKind.AMENDED: "FFFFFSEEF",
    EventKind.EXTENDED: "FFFFFSEEF",
    EventKind.CORRECTED: "FFFFFSEEF",
    EventKind.SUSPENDED: "SFSSSSEES",
    EventKind.TERMINATED: "EFEEEEEEE",
    EventKind.REPLACED: "EFEEEEEEE",
    EventKind.REVIEWED: "FFFFFSEEF",
}


@pytest.mark.parametrize("first", KINDS)
@pytest.mark.parametrize("second", KINDS)
def test_each_pair_of_events(first: EventKind, second: EventKind) -> None:
    expected = LETTERS[PAIRS[first][KINDS.index(second)]]
    dated = (f"{first} 2015-01-01", f"{second} 2016-01-01")
    assert status(in_force(*dated)) is expected
    assert status(in_force(*reversed(dated))) is expected
    # Of one day, they happened in the order in which they are written.
    assert status(in_force(f"{first} 2015-01-01", f"{second} 2015-01-01")) is expected


TERM = {"expires_on": on("2014-12-31")}


@pytest.mark.parametrize(("kind", "expected"), [*zip(KINDS, "EFE?EEEEE", strict=True)])
def test_each_event_after_the_term_has_run_out(kind: EventKind, expected: str) -> None:
    """Only an entry into force brings back what has ended; an extension does, as long as it lasts."""
    assert status(in_force(f"{kind} 2016-01-01", **TERM), "2015-12-31") is Status.ENDED
    assert status(in_force(f"{kind} 2016-01-01", **TERM)) is LETTERS[expected]


@pytest.mark.parametrize(("kind", "expected"), [*zip(KINDS, "EEE?EEEEE", strict=True)])
def test_each_event_before_the_term_runs_out(kind: EventKind, expected: str) -> None:
    assert status(in_force(f"{kind} 2012-01-01", **TERM)) is LETTERS[expected]


UNTIL = on("2022-12-31")


@pytest.mark.parametrize(
    ("events", "day", "expected"),
    [
        # An extension sets another end, late or in time; without one, the end that was put off is all that is known.
        ([event("extended 2014-06-01", until=UNTIL)], "2022-12-31", "F"),
        ([event("extended 2014-06-01", until=UNTIL)], "2023-01-01", "E"),
        ([event("extended 2016-06-01", until=UNTIL)], "2016-05-31", "E"),
        ([event("extended 2016-06-01", until=UNTIL)], "2016-06-01", "F"),
        ([event("extended", until=UNTIL)], "2020-01-01", "F"),
        ([event("extended", until=UNTIL)], "2023-01-01", "E"),
        ([event("extended 2014-06-01", indefinite=True)], "2199-01-01", "F"),
        ([event("extended 2014-06-01")], "2014-12-31", "F"),
        ([event("extended 2014-06-01")], "2015-01-01", "?"),
        ([event("extended 2014-06-01", until=on("XXXX-12-31"))], "2014-07-01", "?"),
        # The last of several counts, whichever is written first.
        (
            [event("extended 2016-06-01", until=UNTIL), event("extended 2014-06-01", until=on("2016"))],
            "2020-01-01",
            "F",
        ),
        ([event("extended 2015", until=UNTIL), event("extended 2015-06", until=on("2017"))], "2020-01-01", "?"),
        # It does not undo what ended the agreement, nor a suspension.
        ([event("extended 2014-06-01", until=UNTIL), event("terminated 2018-01-01")], "2020-01-01", "E"),
        ([event("terminated 2013-01-01"), event("extended 2014-06-01", until=UNTIL)], "2020-01-01", "E"),
        ([event("suspended 2013-01-01"), event("extended 2014-06-01", until=UNTIL)], "2020-01-01", "S"),
    ],
)
def test_extensions(events: Sequence[Event], day: str, expected: str) -> None:
    assert status(in_force(*events, **TERM), day) is LETTERS[expected]


def test_without_any_known_end_an_extension_changes_nothing() -> None:
    assert status(in_force("extended 2014-06-01")) is Status.IN_FORCE


@pytest.mark.parametrize(
    ("events", "day", "expected"),
    [
        ([event("suspended 2015-01-01", until=on("2015-06-30"))], "2015-06-30", "S"),
        ([event("suspended 2015-01-01", until=on("2015-06-30"))], "2015-07-01", "F"),
        ([event("suspended 2015-01-01", until=on("2015-06"))], "2015-06-15", "?"),
        ([event("suspended 2015-01-01", until=on("XXXX-06-30"))], "2016-01-01", "?"),
        ([event("suspended 2015-01-01", indefinite=True)], "2020-01-01", "S"),
        ([event("suspended 2015-01-01", until=on("2015-06-30")), event("terminated 2015-03-01")], "2020-01-01", "E"),
        ([event("suspended 2015-01-01"), event("effective 2016")], "2015-12-31", "S"),
        ([event("suspended 2015-01-01"), event("effective 2016")], "2016-06-01", "?"),
        ([event("suspended 2015-01-01"), event("effective 2016")], "2016-12-31", "F"),
        # Which of two came last is not known where their dates overlap.
        ([event("suspended 2015"), event("effective 2015-06-01")], "2020-01-01", "?"),
        ([event("suspended 2015"), event("effective 2015")], "2020-01-01", "F"),
        ([event("effective 2015"), event("suspended 2015")], "2020-01-01", "S"),
    ],
)
def test_suspensions(events: Sequence[Event], day: str, expected: str) -> None:
    assert status(in_force(*events), day) is LETTERS[expected]


@pytest.mark.parametrize(
    ("events", "expected", "expected_before"),
    [
        # An event without a date has happened on an unknown day, so earlier days are uncertain.
        (["terminated"], "E", "?"),
        (["replaced"], "E", "?"),
        (["suspended"], "S", "?"),
        (["amended"], "F", "F"),
        (["terminated XXXX-06-01"], "E", "?"),
        # A resumption whose date is not known may have come before the suspension.
        (["suspended 2015-01-01", "effective"], "?", "?"),
        (["suspended", "effective 2015-01-01"], "?", "?"),
        # An agreement that has ended is not restored on an unknown day.
        (["terminated 2015-01-01", "effective"], "E", "E"),
        (["terminated", "effective 2015-01-01"], "?", "?"),
    ],
)
def test_events_without_a_date(events: Sequence[str], expected: str, expected_before: str) -> None:
    found = in_force(*events)
    assert status(found) is LETTERS[expected]
    assert status_on(found, date(2019, 12, 31)) is LETTERS[expected_before]


@pytest.mark.parametrize(
    ("events", "day", "expected"),
    [
        (["effective"], "2020-01-01", "F"),
        (["effective 2015-06-01"], "2015-05-31", "-"),
        (["effective 2015-06-01"], "2015-06-01", "F"),
        (["effective 2015"], "2015-06-01", "?"),
        (["effective", "suspended 2015-01-01"], "2020-01-01", "S"),
        (["effective", "terminated 2015-01-01"], "2020-01-01", "E"),
        (["suspended 2015-01-01"], "2020-01-01", "S"),
        (["amended 2015-01-01"], "2020-01-01", "?"),
    ],
)
def test_agreements_whose_entry_into_force_is_reported_by_events_or_not_at_all(
    events: Sequence[str], day: str, expected: str
) -> None:
    found = in_force(*events, effective_on=None)
    assert status(found, day) is LETTERS[expected]


def test_what_ended_before_its_day_never_enters_into_force() -> None:
    found = in_force("terminated 2010-01-15")
    assert [status(found, day) for day in ("2010-01-14", "2010-01-15", "2020-01-01")] == [
        Status.NOT_YET,
        Status.ENDED,
        Status.ENDED,
    ]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([event("terminated 2015-01-01", part="Điều 5")], "P"),
        ([event("replaced 2015-01-01", part="Điều 5")], "P"),
        ([event("suspended 2015-01-01", part="Điều 5")], "p"),
        ([event("amended 2015-01-01", part="Điều 5")], "F"),
        ([event("suspended 2015-01-01", part="Điều 5", until=on("2019-12-31"))], "F"),
        ([event("terminated 2025-01-01", part="Điều 5")], "F"),
        ([event("terminated 2020", part="Điều 5")], "?"),
        # An end takes precedence over a possible restoration, and the whole over a part.
        ([event("terminated 2015-01-01", part="Điều 5"), event("suspended 2015-01-01", part="Điều 6")], "P"),
        ([event("terminated 2015-01-01", part="Điều 5"), event("suspended 2016-01-01")], "S"),
        ([event("terminated 2015-01-01", part="Điều 5"), event("terminated 2016-01-01")], "E"),
        # A part comes back by its name; a suspended one also when all does.
        ([event("terminated 2015-01-01", part="Điều 5"), event("effective 2016-01-01", part="điều  5")], "F"),
        ([event("terminated 2015-01-01", part="Điều 5"), event("effective 2016-01-01", part="Điều 6")], "P"),
        ([event("terminated 2015-01-01", part="Điều 5"), event("effective 2016-01-01")], "P"),
        ([event("suspended 2015-01-01", part="Điều 5"), event("effective 2016-01-01")], "F"),
        ([event("suspended 2015-01-01", part="Điều 5"), event("effective 2016-01-01", part="Điều 5")], "F"),
    ],
)
def test_parts_of_an_agreement(events: Sequence[Event], expected: str) -> None:
    assert status(in_force(*events)) is LETTERS[expected]


def test_a_part_in_force_does_not_make_the_whole_so() -> None:
    assert status(in_force(event("effective 2015-01-01", part="Điều 5"), effective_on=None)) is Status.UNKNOWN


THREE = (Party("a"), Party("b"), Party("c"))
TO_COME, LATER = Party("c", effective_on=on("2021")), Party("d", effective_on=on("2021"))


@pytest.mark.parametrize(
    ("parties", "events", "own", "expected"),
    [
        # In force as soon as it binds two of the parties; ended as soon as it does not.
        ((Party("a"), Party("b", effective_on=on("2021"))), [], "F-", "-"),
        ((Party("a"), Party("b", effective_on=on("2015"))), [], "FF", "F"),
        ((Party("a"), Party("b", effective_on=on("2020"))), [], "F?", "?"),
        ((Party("a"), Party("b"), Party("c", effective_on=on("2021"))), [], "FF-", "F"),
        ((Party("a"), Party("b", signed_on=on("2021-06-01"))), [], "F-", "-"),
        ((Party("a"), Party("b"), Party("c", signed_on=on("2019-06-01"))), [], "FFF", "F"),
        (THREE, [event("terminated 2015-01-01", parties=("c",))], "FFE", "F"),
        (THREE, [event("terminated 2015-01-01", parties=("b", "c"))], "FEE", "E"),
        (THREE[:2], [event("terminated 2015-01-01", parties=("a",))], "EF", "E"),
        (THREE[:2], [event("suspended 2015-01-01", parties=("a",))], "SF", "S"),
        (THREE, [event("suspended 2015-01-01", parties=("a",))], "SFF", "F"),
        (THREE, [event("terminated 2020", parties=("a",))], "?FF", "F"),
        # Once it no longer binds two it has ended, also when a third was still to come.
        ((*THREE[:2], TO_COME), [event("terminated 2015-01-01", parties=("a",))], "EF-", "E"),
        ((*THREE[:2], TO_COME), [event("terminated 2020", parties=("a",))], "?F-", "?"),
        ((*THREE[:2], TO_COME), [event("suspended 2015-01-01", parties=("a",))], "SF-", "S"),
        ((*THREE, LATER), [event("terminated 2015-01-01", parties=("a",))], "EFF-", "F"),
        # Where it has not bound two yet, it waits for the third.
        (
            (THREE[0], TO_COME, LATER),
            [event("terminated 2015-01-01", parties=("a",))],
            "E--",
            "-",
        ),
        (THREE[:2], [event("terminated 2020", parties=("a",))], "?F", "?"),
        (THREE[:2], [event("terminated 2015-01-01", parties=("a",)), event("suspended 2016-01-01")], "ES", "E"),
    ],
)
def test_parties_with_dates_and_events_of_their_own(
    parties: tuple[Party, ...], events: Sequence[Event], own: str, expected: str
) -> None:
    found = in_force(*events, parties=parties)
    day = date(2020, 6, 1)
    whole = lifecycle(found, day).standing
    assert [party_standing(found, whole, party.agency, day).status for party in parties] == [
        LETTERS[letter] for letter in own
    ]
    assert lifecycle(found, day).status is LETTERS[expected]


@pytest.mark.parametrize(
    ("found", "ends"),
    [
        (in_force(), None),
        (in_force(expires_on=on("2030-01-01")), "2030-01-01"),
        (in_force(expires_on=on("2015-12-31")), None),
        (in_force(expires_on=on("2020")), "2020"),
        (in_force(event("extended 2014", until=UNTIL), **TERM), "2022-12-31"),
        # An extension counts as soon as it is in the file, unless the term has ended before.
        (in_force(event("extended 2020-06-01", until=UNTIL), expires_on=on("2020-12-31")), "2022-12-31"),
        (in_force(event("extended 2021-06-01", until=UNTIL), expires_on=on("2020-12-31")), "2020-12-31"),
        (in_force(event("extended 2020-01-01", until=UNTIL), expires_on=on("2020-12-31")), "2022-12-31"),
        (in_force(event("extended 2014", indefinite=True), **TERM), None),
        (in_force(event("extended 2020-06-01"), expires_on=on("2020-12-31")), None),
        # The day of a termination is no day in force.
        (in_force("terminated 2030-01-01"), "2029-12-31"),
        (in_force("terminated 2030-05", expires_on=on("2031-12-31")), "2030-05"),
        (in_force("terminated 2030-01-01", expires_on=on("2025-12-31")), "2025-12-31"),
        (in_force(event("terminated 2030-01-01", part="Điều 5"), expires_on=on("2031-12-31")), "2031-12-31"),
        (in_force("terminated"), None),
        (in_force("suspended 2015-01-01", expires_on=on("2030")), "2030"),
        (in_force("suspended 2030", expires_on=on("2030-06-30")), "2030-06-30"),
        (in_force("effective 2016-01-01", **TERM), None),
        (in_force(effective_on=on("2025-01-01"), expires_on=on("2030-12-31")), "2030-12-31"),
        # Whether it is in force is unknown; when it will have ended is not.
        (in_force(effective_on=None, expires_on=on("2030-12-31")), "2030-12-31"),
        # The parties leave: the end is when no two are left.
        (in_force(event("terminated 2030-01-01", parties=("a",)), parties=THREE), None),
        (in_force(event("terminated 2030-01-01", parties=("a",)), parties=THREE[:2]), "2029-12-31"),
    ],
)
def test_when_an_agreement_will_end(found: Agreement, ends: str | None) -> None:
    made = lifecycle(found, DAY).ends
    assert (made and str(made)) == ends


def told(actions: Sequence[Action]) -> list[str]:
    return [
        f"{action.kind or 'ends'} {action.on or '?'}{' ' + ','.join(action.parties) if action.parties else ''}"
        f"{' ahead' if action.upcoming else ''}"
        for action in actions
    ]


def test_a_history_begins_with_the_signing() -> None:
    """Dates known to the year or the month come after it, if possible."""
    year = in_force("amended 2010", signed_on=on("2010-11-20"), effective_on=on("2010-11"))
    assert told(lifecycle(year, DAY).history) == ["signed 2010-11-20", "effective 2010-11", "amended 2010"]
    unknown = in_force("amended 2015-01-01", "reviewed", signed_on=on("XXXX-08-18"), effective_on=None)
    assert told(lifecycle(unknown, DAY).history) == ["signed XXXX-08-18", "amended 2015-01-01", "reviewed ?"]
    # A mistake in a date is reported elsewhere; the entry stays in its place.
    early = in_force("amended 2009", signed_on=on("2010-11-20"), effective_on=None)
    assert told(lifecycle(early, DAY).history) == ["amended 2009", "signed 2010-11-20"]


def test_the_history_tells_everything_in_order() -> None:
    found = in_force(
        "terminated",
        event("extended 2014-06-01", until=UNTIL, note="Lần 1", by="Phụ lục 1"),
        "effective 2015-01-01",
        "suspended 2015-01-01",
        event("reviewed 2025", part="Điều 5", parties=("a",)),
        parties=(Party("a", signed_on=on("2010-01-02")), Party("b", effective_on=on("2010-03-01"))),
        **TERM,
    )
    history = lifecycle(found, DAY).history
    assert told(history) == [
        "signed 2010-01-01",
        "signed 2010-01-02 a",
        "effective 2010-02-01",
        "effective 2010-03-01 b",
        "extended 2014-06-01",
        "effective 2015-01-01",
        "suspended 2015-01-01",
        "ends 2022-12-31 ahead",
        "reviewed 2025 a ahead",
        "terminated ?",
    ]
    extended, reviewed = history[4], history[8]
    assert (extended.note, extended.by, extended.until) == ("Lần 1", "Phụ lục 1", UNTIL)
    assert (reviewed.part, reviewed.indefinite) == ("Điều 5", False)


@pytest.mark.parametrize(
    ("found", "history"),
    [
        (agreement(), []),
        (in_force("signed 2010-01-01", "effective 2010-02-01"), ["signed 2010-01-01", "effective 2010-02-01"]),
        (in_force("signed 2010-01-02", signed_on=None, effective_on=None), ["signed 2010-01-02"]),
        (
            agreement(parties=(Party("a", effective_on=on("2010")), Party("b", effective_on=on("2010")))),
            ["effective 2010"],
        ),
        (agreement(expires_on=on("2015")), ["ends 2015"]),
        (agreement(expires_on=on("2025")), ["ends 2025 ahead"]),
        (agreement(expires_on=on("XXXX-12-31")), ["ends XXXX-12-31"]),
        (agreement(expires_on=on("2015"), events=(event("terminated 2012"),)), ["terminated 2012"]),
        (agreement(expires_on=on("2015"), events=(event("terminated 2015"),)), ["terminated 2015"]),
        (
            agreement(expires_on=on("2015"), events=(event("extended 2014", until=on("2025")),)),
            ["extended 2014", "ends 2025 ahead"],
        ),
        (
            agreement(expires_on=on("2015"), events=(event("extended 2017", until=on("2025")),)),
            ["ends 2015", "extended 2017", "ends 2025 ahead"],
        ),
        (in_force("suspended 2010-02-01"), ["signed 2010-01-01", "effective 2010-02-01", "suspended 2010-02-01"]),
    ],
)
def test_what_a_history_holds(found: Agreement, history: list[str]) -> None:
    assert told(lifecycle(found, DAY).history) == history


DAYS = st.dates(date(2018, 12, 1), date(2022, 12, 31))
TEXTS = st.sampled_from(("", "", "Điều 5", "Điều 6"))
PARTIES = st.sampled_from(((), (), ("a",), ("b", "c")))


def events(dates: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Event]]:
    untils = st.none() | edtf_dates()
    one = st.builds(
        Event, st.sampled_from(KINDS), dates, part=TEXTS, until=untils, indefinite=st.booleans(), parties=PARTIES
    )
    return st.lists(one, max_size=5)


def agreements(dates: st.SearchStrategy[Any]) -> st.SearchStrategy[Agreement]:
    """Agreements between three agencies of whom anything may be known, or not."""
    own = st.none() | edtf_dates()
    parties = st.tuples(*(st.builds(Party, st.just(one), signed_on=own, effective_on=own) for one in "abc"))
    return st.builds(
        lambda parties, **known: replace(agreement(), parties=parties, **known),
        parties=parties | st.just(THREE),
        signed_on=own,
        effective_on=own,
        expires_on=own,
        indefinite=st.booleans(),
        events=events(dates).map(tuple),
    )


ANY = agreements(st.none() | edtf_dates())


@quick
@given(ANY, DAYS, st.randoms())
def test_the_order_of_events_on_different_dates_does_not_matter(found: Agreement, day: date, chance: Any) -> None:
    by_date: dict[object, list[Event]] = {}
    for one in found.events:
        by_date.setdefault(one.on and (one.on.earliest, one.on.latest), []).append(one)
    groups = [list(group) for group in by_date.values()]
    mixed: list[Event] = []
    while groups:
        group = chance.choice(groups)
        mixed.append(group.pop(0))
        groups = [group for group in groups if group]
    other = replace(found, events=tuple(mixed))
    assert status_on(other, day) is status_on(found, day)
    made, again = lifecycle(found, day), lifecycle(other, day)
    assert (again.standing, again.ends) == (made.standing, made.ends)


@quick
@given(ANY, DAYS)
def test_the_history_is_sorted_and_tells_every_event(found: Agreement, day: date) -> None:
    history = lifecycle(found, day).history
    signing = found.signed_on.order if found.signed_on and found.signed_on.year else (0, 0, 0)
    dated = [action.on for action in history if action.on and action.on.year]
    # Days that are certain stand in their order; what is known to the year alone may have come after the signing.
    days = [on for on in dated if on.exact]
    assert days == sorted(days, key=lambda on: on.order)
    first = _first(found.signed_on)
    signings = [action.kind is EventKind.SIGNED for action in history if action.on and action.on.year]
    places = [
        on.order if signs or (on.latest and on.latest < first) else max(on.order, signing)
        for on, signs in zip(dated, signings, strict=True)
    ]
    assert places == sorted(places)
    others = [action for action in history if action.kind is not EventKind.SIGNED or action.parties]
    has_date = [bool(action.on and action.on.year) for action in others]
    assert has_date == sorted(has_date, reverse=True)
    for one in found.events:
        assert any((action.kind, action.on, action.parties) == (one.kind, one.on, one.parties) for action in history)
    assert all(
        bool(action.on and action.on.earliest and action.on.earliest > day) == action.upcoming for action in history
    )


def _first(on: Edtf | None) -> date:
    return (on.earliest if on else None) or date.min


@quick
@given(ANY, DAYS)
def test_the_signing_stands_before_whatever_may_have_followed_it(found: Agreement, day: date) -> None:
    history = lifecycle(replace(found, parties=THREE), day).history
    kinds = [(action.kind, bool(action.parties)) for action in history]
    if found.signed_on and (EventKind.SIGNED, False) in kinds:
        for action in history[: kinds.index((EventKind.SIGNED, False))]:
            assert action.kind is EventKind.SIGNED or _first(action.on) < _first(found.signed_on)


@quick
@given(ANY, st.lists(DAYS, min_size=2, max_size=6).map(sorted))
def test_what_has_ended_comes_back_only_on_a_date_that_is_reported(found: Agreement, days: list[date]) -> None:
    back = [one for one in found.events if one.kind in (EventKind.EFFECTIVE, EventKind.EXTENDED)]
    for earlier, later in pairwise(days):
        if status_on(found, earlier) is Status.ENDED and status_on(found, later) is not Status.ENDED:
            assert any(one.on and one.on.latest and one.on.latest > earlier for one in back)


@quick
@given(ANY, DAYS)
def test_the_present_never_contradicts_what_is_known_of_any_day(found: Agreement, day: date) -> None:
    known = status_on(found, day)
    assert known in (Status.UNKNOWN, lifecycle(found, day).status)
