"""The status of an agreement, or of an agreement for one party, with the period for which it holds.

``docs/lifecycle.md`` has the rules. A period stays true: it changes when the status turns, not because a day passes.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import Agreement, EventKind, Status
from bantin.domain.rules.force import ENDING, are_alike, certain, next_day, party_statuses, span, statuses
from bantin.domain.text.dates import Edtf

_MOVING = ENDING | {EventKind.EFFECTIVE, EventKind.EXTENDED, EventKind.SUSPENDED}
_DAY = timedelta(days=1)

_StatusesOn = Callable[[date], frozenset[Status]]


class Standing(Struct, frozen=True):
    """A status, its first day ``since`` and its last day ``until``; ``None`` if unknown, or if none is foreseen.

    ``until`` is known to the month or the year where the turn is; ``then`` is the status that follows it.
    """

    status: Status
    since: Edtf | None = None
    until: Edtf | None = None
    then: Status | None = None


class _Turn(NamedTuple):
    """A day between ``first`` and ``last`` on which a status may turn.

    ``since`` is that day and ``until`` the one before it, as the sources give them. ``since`` is ``None`` for a term
    without an exact last day.
    """

    first: date
    last: date
    since: Edtf | None
    until: Edtf


def standing(agreement: Agreement, as_of: date) -> Standing:
    """The status of ``agreement`` on the day ``as_of``, by which all events without a date have happened."""
    return _standing(tuple(_turns(agreement)), lambda day: statuses(agreement, day, as_of), as_of)


def end_ahead(agreement: Agreement, as_of: date) -> Edtf | None:
    """The last day before ``agreement`` has certainly ended, or the month or year of its end; from ``as_of`` on.

    ``None`` if it has ended by then, or if no end is foreseen. It is the end of the last period of a status until then.
    """

    def has_ended(day: date) -> bool:
        return certain(statuses(agreement, day, as_of)) is Status.ENDED

    ahead = sorted((turn for turn in _turns(agreement) if turn.last > as_of), key=_exact_first)
    # Of most agreements nothing is ahead.
    if not ahead or has_ended(as_of):
        return None
    return next((turn.until for turn in ahead if has_ended(turn.last)), None)


def party_standing(agreement: Agreement, whole: Standing, agency: str, as_of: date) -> Standing:
    """The status of ``agreement`` for ``agency``, one of its parties, on the day ``as_of``.

    ``whole`` is that of the agreement.
    """
    if are_alike(agreement):
        return whole
    party = next(party for party in agreement.parties if party.agency == agency)
    statuses_on = partial(party_statuses, agreement, party, known_by=as_of)
    return _standing(tuple(_turns(agreement)), statuses_on, as_of)


def _standing(turns: Sequence[_Turn], statuses_on: _StatusesOn, as_of: date) -> Standing:
    status = certain(statuses_on(as_of))
    if status is Status.UNKNOWN:
        return Standing(status)
    until, then = _until(status, turns, statuses_on, as_of)
    return Standing(status, _since(status, turns, statuses_on, as_of), until, then)


def _since(status: Status, turns: Sequence[_Turn], statuses_on: _StatusesOn, as_of: date) -> Edtf | None:
    """The date on which ``status`` certainly began, and before which the status was certainly another."""
    past = (turn for turn in turns if turn.last <= as_of)
    found: _Turn | None = None
    for turn in sorted(past, key=lambda turn: (turn.last, turn.first), reverse=True):
        # Of turns that may have come on the same days, the first that made it certain counts.
        if (found and turn.last < found.first) or certain(statuses_on(turn.last)) is not status:
            break
        if turn.first > date.min and status not in statuses_on(turn.first - _DAY):
            found = turn
    return found.since if found else None


def _until(
    status: Status, turns: Sequence[_Turn], statuses_on: _StatusesOn, as_of: date
) -> tuple[Edtf | None, Status | None]:
    """The last day on which the status is certainly ``status``, or the month or year of the turn, and what follows."""
    days = [(day, turn) for turn in turns for day in dict.fromkeys((turn.first, turn.last)) if day > as_of]
    # Of two turns that may come on the same day, the more exact one is told.
    for day, turn in sorted(days, key=lambda pair: (pair[0], pair[1].last)):
        if certain(statuses_on(day)) is not status:
            # Where only the end of the possible days makes a difference, the day before it is known exactly.
            until = turn.until if day == turn.first else Edtf.of(day - _DAY)
            return until, certain(statuses_on(turn.last))
    return None, None


def _exact_first(turn: _Turn) -> tuple[date, timedelta]:
    """A sort key by the last day that a turn may be on; of those with the same one, the most exact comes first."""
    return turn.last, turn.last - turn.first


def _turns(agreement: Agreement) -> Iterator[_Turn]:
    """The dates on which the status may change, as far as their years are known."""
    dates = [agreement.signed_on, agreement.effective_on]
    dates += [own for party in agreement.parties for own in (party.signed_on, party.effective_on)]
    dates += [event.on for event in agreement.events if event.kind in _MOVING]
    for on in dict.fromkeys(dates):
        if on and on.year:
            first, last = span(on)
            yield _Turn(first, last, on, day_from(on, -1) or on)
    for end in dict.fromkeys((agreement.expires_on, *(event.until for event in agreement.events))):
        if end and end.year:
            first, last = map(next_day, span(end))
            yield _Turn(first, last, day_from(end, 1), end)


def day_from(on: Edtf, days: int) -> Edtf | None:
    """The day that lies ``days`` after ``on``, with its mark of doubt; ``None`` if ``on`` is not known to the day."""
    day = on.exact
    if day is None:
        return None
    found = date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
    return replace(Edtf.of(found), qualifier=on.qualifier)
