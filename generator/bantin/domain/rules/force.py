"""Computes whether an agreement is in force on a day. ``docs/lifecycle.md`` has the rules and their sources.

Dates may be known in part or not at all, so the result is the set of all statuses that the sources allow. If there is
only one, it is certain.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from bantin.domain.model.agreement import Agreement, Event, EventKind, Party
from bantin.domain.model.status import Status
from bantin.domain.text.dates import Edtf

ENDING = frozenset({EventKind.TERMINATED, EventKind.REPLACED})

_DAY = timedelta(days=1)
# From most to least binding. An agreement needs two parties, so its status is that of its second most bound party.
_RANKS = (
    Status.IN_FORCE,
    Status.PARTLY_SUSPENDED,
    Status.PARTLY,
    Status.SUSPENDED,
    Status.NOT_YET,
    Status.ENDED,
)
# The possible answers to a yes-or-no question.
_Answers = set[bool]


class Term(NamedTuple):
    """The term of an agreement: to the end of ``until``; or longer than ``after``, to an unknown day; or unlimited."""

    until: Edtf | None
    after: date | None = None


class _Step(NamedTuple):
    """Something that happened between ``first`` and ``last``, both inclusive; ``place`` orders steps of the same date.

    ``event`` is ``None`` for the end of a term.
    """

    first: date
    last: date
    place: int
    event: Event | None


def statuses(agreement: Agreement, day: date, known_by: date = date.max) -> frozenset[Status]:
    """All statuses that ``agreement`` may have on ``day``; never ``UNKNOWN``.

    ``known_by`` is the day of the sources: events without a date had happened by then.
    """
    if are_alike(agreement):
        return party_statuses(agreement, agreement.parties[0], day, known_by)
    found = [sorted(map(_RANKS.index, party_statuses(agreement, one, day, known_by))) for one in agreement.parties]
    (_, most, *_), (_, least, *_) = sorted(ranks[0] for ranks in found), sorted(ranks[-1] for ranks in found)
    possible = frozenset(_RANKS[rank] for ranks in found for rank in ranks if most <= rank <= least)
    return _after_the_second_has_left(possible, agreement, day, known_by) if Status.NOT_YET in possible else possible


def _after_the_second_has_left(
    possible: frozenset[Status], agreement: Agreement, day: date, known_by: date
) -> frozenset[Status]:
    """Corrects the ``possible`` statuses of an agreement that may not have entered into force for all parties yet.

    Once it has bound two parties and one of them leaves, it has ended; a party that joins later cannot revive it.
    """
    steps = [_step(event, place, known_by) for place, event in enumerate(agreement.events) if event.parties]
    leavings = [step for step in _of(steps, *ENDING) if step.event and not step.event.part and step.first <= day]
    had_bound_two = [_has_bound_two(agreement, step, known_by) for step in leavings]
    answers = _any(had_bound_two) if had_bound_two else {False}
    ended = {Status.ENDED} if True in answers else set()
    return (possible if False in answers else possible - {Status.NOT_YET}) | ended


def _has_bound_two(agreement: Agreement, leaving: _Step, known_by: date) -> _Answers:
    """Whether the agreement bound two parties on the day before the step ``leaving``."""
    if leaving.first != leaving.last or leaving.first == date.min:
        return {True, False}
    before = statuses(agreement, leaving.first - _DAY, known_by)
    binding = before - {Status.NOT_YET, Status.ENDED}
    return {bool(binding)} if binding in (before, frozenset()) else {True, False}


def party_statuses(agreement: Agreement, party: Party, day: date, known_by: date = date.max) -> frozenset[Status]:
    """All statuses that ``agreement`` may have for ``party`` on ``day``; ``known_by`` is as in :func:`statuses`."""
    steps = [
        _step(event, place, known_by)
        for place, event in enumerate(agreement.events)
        if not event.parties or party.agency in event.parties
    ]
    whole = [step for step in steps if step.event and not step.event.part]
    found: set[Status] = set()
    ended = _ended(agreement, whole, day)
    if True in ended:
        found.add(Status.ENDED)
    if False in ended:
        effective = party.effective_on or agreement.effective_on
        resumed = _resumptions(whole, agreed=effective is not None)
        suspended = _suspended([*_of(whole, EventKind.SUSPENDED), *resumed], day)
        if True in suspended:
            found.add(Status.SUSPENDED)
        if False in suspended:
            entered = _entered(party.signed_on or agreement.signed_on, effective, whole, day)
            found |= {Status.NOT_YET} if False in entered else set()
            found |= _in_force(steps, resumed, day) if True in entered else set()
    return frozenset(found)


def certain(possible: frozenset[Status]) -> Status:
    """The only status that is possible; ``UNKNOWN`` if there are several."""
    return next(iter(possible)) if len(possible) == 1 else Status.UNKNOWN


def terms(agreement: Agreement, day: date, known_by: date = date.max) -> tuple[Term, ...]:
    """All terms that may apply to the whole agreement on ``day``; ``known_by`` is as in :func:`statuses`."""
    steps = [_step(event, place, known_by) for place, event in enumerate(agreement.events) if not event.parties]
    return tuple(_terms(agreement, steps, day))


def are_alike(agreement: Agreement) -> bool:
    """Whether no party has dates or events of its own."""
    own = any(party.signed_on or party.effective_on for party in agreement.parties)
    return not own and not any(event.parties for event in agreement.events)


# Cached: many agreements share a day, and each calls this several times.
@lru_cache(maxsize=10_000)
def span(on: Edtf | None, known_by: date = date.max) -> tuple[date, date]:
    """The first and the last day that ``on`` may be; ``known_by`` is the last one if the year is unknown."""
    earliest, latest = (on.earliest, on.latest) if on else (None, None)
    return earliest or date.min, latest or known_by


def next_day(day: date) -> date:
    """The day after ``day``; ``date.max`` for ``date.max``."""
    return min(day, date.max - _DAY) + _DAY


def _step(event: Event, place: int, known_by: date) -> _Step:
    return _Step(*span(event.on, known_by), place, event)


def _of(steps: Iterable[_Step], *kinds: EventKind) -> list[_Step]:
    return [step for step in steps if step.event and step.event.kind in kinds]


def _last(steps: Sequence[_Step], day: date) -> tuple[list[_Step], bool]:
    """The ``steps`` that may be the latest one by ``day``, and whether it is possible that none had happened."""
    sure = [step for step in steps if step.last <= day]
    last = [step for step in steps if step.first <= day and not any(_certainly_after(other, step) for other in sure)]
    return last, not sure


def _certainly_after(step: _Step, other: _Step) -> bool:
    return step.first > other.last or (step[:2] == other[:2] and step.place > other.place)


def _entered(signed: Edtf | None, effective: Edtf | None, whole: Sequence[_Step], day: date) -> _Answers:
    """Whether the agreement has entered into force, which it cannot before it is signed."""
    entries = [(step.first, step.last) for step in _of(whole, EventKind.EFFECTIVE)]
    entries += [span(effective)] if effective else []
    signed_first, signed_last = span(signed) if signed else (date.min, date.min)
    if signed_first > day or (entries and all(first > day for first, _ in entries)):
        return {False}
    return {True} if any(last <= day for _, last in entries) and signed_last <= day else {True, False}


def _resumptions(whole: Sequence[_Step], *, agreed: bool) -> list[_Step]:
    """The entries into force that may end a suspension: any, but not a single one without a date."""
    entries = _of(whole, EventKind.EFFECTIVE)
    return entries if agreed or len(entries) > 1 else [step for step in entries if _is_dated(step)]


def _is_dated(step: _Step) -> bool:
    return bool(step.event and step.event.on and step.event.on.year)


def _ended(agreement: Agreement, whole: Sequence[_Step], day: date) -> _Answers:
    """Whether it was ended or its term has run out. Only a dated entry into force can revive it."""
    steps = [*_of(whole, *ENDING), *filter(_is_dated, _of(whole, EventKind.EFFECTIVE))]
    ended: _Answers = set()
    for term in _terms(agreement, whole, day):
        last, none = _last([*steps, *_run_out(term)], day)
        ended |= {step.event is None or step.event.kind in ENDING for step in last}
        ended |= {False} if none else set()
    return ended


def _terms(agreement: Agreement, whole: Iterable[_Step], day: date) -> Iterator[Term]:
    extensions = _of(whole, EventKind.EXTENDED)
    last, none = _last(extensions, day)
    for step in last:
        if step.event and (step.event.until or step.event.indefinite):
            yield Term(step.event.until)
        else:
            ends = [agreement.expires_on, *(other.event.until for other in extensions if other.event)]
            yield Term(None, max((end.latest for end in ends if end and end.latest), default=None))
    if none:
        yield Term(agreement.expires_on)


def _run_out(term: Term) -> list[_Step]:
    """The step in which ``term`` runs out, if it does."""
    if term.until:
        first, last = span(term.until)
        return [_Step(next_day(first), next_day(last), -1, None)]
    return [_Step(next_day(term.after), date.max, -1, None)] if term.after else []


def _suspended(steps: Sequence[_Step], day: date) -> _Answers:
    """Whether the latest of ``steps``, suspensions and resumptions, is a suspension that still lasts on ``day``."""
    if not steps:
        return {False}
    last, none = _last(steps, day)
    suspensions = _of(last, EventKind.SUSPENDED)
    suspended: _Answers = {False} if none or len(suspensions) < len(last) else set()
    for step in suspensions:
        until = step.event.until if step.event else None
        first, latest = span(until) if until else (date.max, date.max)
        suspended |= {True} if day <= latest else set()
        suspended |= {False} if day > first else set()
    return suspended


def _in_force(steps: Sequence[_Step], resumed: Sequence[_Step], day: date) -> set[Status]:
    """The possible statuses of an agreement in force: as a whole, or with parts that have ended or are suspended."""
    parts: dict[str, list[_Step]] = {}
    for step in steps:
        if step.event and step.event.part:
            parts.setdefault(" ".join(step.event.part.casefold().split()), []).append(step)
    if not parts:
        return {Status.IN_FORCE}
    ended, suspended = [], []
    for own in parts.values():
        returns = _of(own, EventKind.EFFECTIVE)
        last, none = _last([*_of(own, *ENDING), *filter(_is_dated, returns)], day)
        ended.append({bool(step.event and step.event.kind in ENDING) for step in last} | ({False} if none else set()))
        suspended.append(_suspended([*_of(own, EventKind.SUSPENDED), *returns, *resumed], day))
    some_ended, some_suspended = _any(ended), _any(suspended)
    found = {Status.PARTLY} if True in some_ended else set()
    if False in some_ended:
        found |= {Status.PARTLY_SUSPENDED} if True in some_suspended else set()
        found |= {Status.IN_FORCE} if False in some_suspended else set()
    return found


def _any(answers: Iterable[_Answers]) -> _Answers:
    """The possible answers to whether any of several questions has the answer yes."""
    possible = list(answers)
    if any(False not in one for one in possible):
        return {True}
    return {True, False} if any(True in one for one in possible) else {False}
