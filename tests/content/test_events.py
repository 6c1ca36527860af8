"""VALIDATE: the events of an agreement, what they may say and what they may not."""

import pytest

from bantin.content.schema.agreement import EventFields
from bantin.content.yaml.parser import Step
from bantin.domain.model import Event, EventKind
from bantin.domain.problems import Severity
from bantin.domain.text.dates import Edtf
from tests.content.readings import SIGNED, agreement, file_of, read_article, told

TERM = "  expires_on: 2025-12-31\n"


def told_of(event: str, more: str = "") -> list[str]:
    return told(read_article(file_of(f"{SIGNED}{more}  events:\n    - {event}\n")).problems)


@pytest.mark.parametrize(
    ("written", "event"),
    [
        ("{kind: amended}", Event(EventKind.AMENDED)),
        (
            "{kind: terminated, on: 2021, note: n, by: b, part: Điều 5, parties: [co-quan-a]}",
            Event(EventKind.TERMINATED, Edtf(2021), "n", "b", part="Điều 5", parties=("co-quan-a",)),
        ),
        ("{kind: extended, until: 2030-06}", Event(EventKind.EXTENDED, until=Edtf(2030, 6))),
        ("{kind: extended, until: indefinite}", Event(EventKind.EXTENDED, indefinite=True)),
        ("{kind: Suspended, until: XXXX-06-01}", Event(EventKind.SUSPENDED, until=Edtf(None, 6, 1))),
        ("{kind: suspended, parties: co-quan-b}", Event(EventKind.SUSPENDED, parties=("co-quan-b",))),
    ],
)
def test_an_event_says_what_happened_to_whom_and_until_when(written: str, event: Event) -> None:
    assert agreement(f"  events: [{written}]\n").events == (event,)


@pytest.mark.parametrize("kind", EventKind)
def test_which_kinds_concern_a_part(kind: EventKind) -> None:
    wrong = kind in (EventKind.SIGNED, EventKind.EXTENDED, EventKind.REVIEWED)
    problems = [f"8:{22 + len(kind)}+6 event-key"] if wrong else []
    assert told_of(f"{{kind: {kind}, part: Điều 5}}") == problems


@pytest.mark.parametrize("kind", EventKind)
def test_which_kinds_have_an_end(kind: EventKind) -> None:
    problems = [] if kind in (EventKind.EXTENDED, EventKind.SUSPENDED) else [f"8:{23 + len(kind)}+4 event-key"]
    assert told_of(f"{{kind: {kind}, until: 2026}}") == problems


@pytest.mark.parametrize(
    ("event", "problem"),
    [
        ("{kind: suspended, until: never}", "8:32+5 bad-date"),
        ("{kind: suspended, part: [a]}", "8:25+4 expected-text"),
        ("{kind: suspended, til: 2026}", "8:25+3 unknown-key"),
    ],
)
def test_values_of_another_form_are_refused(event: str, problem: str) -> None:
    assert problem in told_of(event)


def test_an_extension_of_a_term_should_say_until_when() -> None:
    reading = read_article(file_of(SIGNED + TERM + "  events: [{kind: extended, on: 2025-06-01}]\n"))
    (problem,) = (problem for problem in reading.problems if problem.code == "extension-without-end")
    assert (problem.severity, problem.location.line) == (Severity.WARNING, 8)


@pytest.mark.parametrize(
    ("event", "more"),
    [
        ("{kind: extended}", ""),
        ("{kind: extended}", "  expires_on: indefinite\n"),
        ("{kind: extended, until: 2026}", TERM),
        ("{kind: extended, until: indefinite}", TERM),
        ("{kind: suspended}", TERM),
    ],
)
def test_where_there_is_no_term_or_its_end_is_told_nothing_is_missing(event: str, more: str) -> None:
    assert told_of(event, more) == []


def test_the_model_has_every_key_that_can_be_written() -> None:
    written: set[Step] = {*EventFields.model_fields}
    assert {*Event.__struct_fields__} == written | {"indefinite"}
