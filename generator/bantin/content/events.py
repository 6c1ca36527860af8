"""VALIDATE: the events of an agreement, from their fields to the model."""

from collections.abc import Callable, Iterator, Sequence

from bantin.content.problems import agreements as problems
from bantin.content.schema.agreement import AgreementFields, EventFields
from bantin.content.yaml.parser import Step
from bantin.domain.model import Event, EventKind
from bantin.domain.problems import Location, Problem
from bantin.domain.text.dates import Edtf

# The kinds of events that can concern only a part of an agreement, and those that set an end.
_WITH_PART = (
    EventKind.EFFECTIVE,
    EventKind.AMENDED,
    EventKind.CORRECTED,
    EventKind.SUSPENDED,
    EventKind.TERMINATED,
    EventKind.REPLACED,
)
_WITH_END = (EventKind.EXTENDED, EventKind.SUSPENDED)


def resolve_event(fields: EventFields) -> Event:
    """Builds an event from its ``fields``."""
    return Event(
        kind=fields.kind,
        on=fields.on,
        note=fields.note,
        by=fields.by,
        part=fields.part,
        until=fields.until if isinstance(fields.until, Edtf) else None,
        indefinite=fields.until == "indefinite",
        parties=fields.parties,
    )


def check_events(fields: AgreementFields, at: Callable[..., Location]) -> Iterator[Problem]:
    """Reports problems of the events of an agreement other than their dates; ``at`` locates a value of it."""
    for index, event in enumerate(fields.events):
        if event.part and event.kind not in _WITH_PART:
            yield _misplaced("part", event, _WITH_PART, at("events", index, "part"))
        if event.until and event.kind not in _WITH_END:
            yield _misplaced("until", event, _WITH_END, at("events", index, "until"))
        if event.kind is EventKind.EXTENDED and not event.until and isinstance(fields.expires_on, Edtf):
            yield problems.EXTENSION_WITHOUT_END.at(at("events", index))


def _misplaced(key: Step, event: EventFields, kinds: Sequence[EventKind], at: Location) -> Problem:
    return problems.EVENT_KEY.at(at, key=key, kind=event.kind, kinds=", ".join(kinds))
