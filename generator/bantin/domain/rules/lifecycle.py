"""The status and history of an agreement on a day. ``docs/lifecycle.md`` has the rules."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from bantin.domain.model import Agreement, EventKind, Status
from bantin.domain.rules.force import certain, span, statuses, terms
from bantin.domain.rules.standing import Standing, end_ahead, standing
from bantin.domain.text.dates import Edtf


class Action(Struct, frozen=True):
    """An entry of an agreement's history.

    ``kind`` is ``None`` for the end of the agreed term. ``parties`` and ``part`` name what it concerns, where that is
    not all parties or not the whole agreement. ``until`` is the last day of a suspension, or of the term that an
    extension sets, which may also be ``indefinite``. ``upcoming`` is true if it certainly happens after the day of the
    lifecycle.
    """

    kind: EventKind | None
    on: Edtf | None
    note: str = ""
    by: str = ""
    parties: tuple[str, ...] = ()
    upcoming: bool = False
    part: str = ""
    until: Edtf | None = None
    indefinite: bool = False


class Lifecycle(Struct, frozen=True):
    """The status and history of an agreement on a day.

    ``ends`` is the last day before the agreement will have ended: that of its term, as extended, or the day before a
    termination; ``None`` if it has ended already, or if unknown. ``history`` is in the order of the dates; entries
    without a date or a year come last.
    """

    standing: Standing
    ends: Edtf | None
    history: tuple[Action, ...]

    @property
    def status(self) -> Status:
        """The status, without its period."""
        return self.standing.status


def lifecycle(agreement: Agreement, as_of: date) -> Lifecycle:
    """The lifecycle of ``agreement`` on the day ``as_of``, by which all events without a date have happened."""
    found = standing(agreement, as_of)
    history = sorted(_actions(agreement, as_of), key=lambda action: _place(action, agreement))
    return Lifecycle(found, end_ahead(agreement, as_of), tuple(history))


def status_on(agreement: Agreement, day: date) -> Status:
    """The status of ``agreement`` on any ``day``, past or future.

    Events without a date may have happened before or after it, so the result may be less certain than for today.
    """
    return certain(statuses(agreement, day))


def _actions(agreement: Agreement, as_of: date) -> Iterator[Action]:
    events = {(event.kind, event.on) for event in agreement.events if not event.parties and not event.part}
    for kind, agreed in ((EventKind.SIGNED, agreement.signed_on), (EventKind.EFFECTIVE, agreement.effective_on)):
        if agreed and (kind, agreed) not in events:
            yield Action(kind, agreed, upcoming=_is_ahead(agreed, as_of))
        for on, parties in _own_dates(agreement, kind, agreed).items():
            yield Action(kind, on, parties=parties, upcoming=_is_ahead(on, as_of))
    for event in agreement.events:
        yield Action(
            kind=event.kind,
            on=event.on,
            note=event.note,
            by=event.by,
            parties=event.parties,
            upcoming=_is_ahead(event.on, as_of),
            part=event.part,
            until=event.until,
            indefinite=event.indefinite,
        )
    yield from (Action(None, end, upcoming=_is_ahead(end, as_of)) for end in _ends(agreement, as_of))


def _own_dates(agreement: Agreement, kind: EventKind, agreed: Edtf | None) -> dict[Edtf, tuple[str, ...]]:
    """The dates that differ for some parties, each with these parties; with none if it is that of all parties."""
    found: dict[Edtf, tuple[str, ...]] = {}
    for party in agreement.parties:
        own = party.signed_on if kind is EventKind.SIGNED else party.effective_on
        if own and own != agreed:
            found[own] = (*found.get(own, ()), party.agency)
    return {on: parties if len(parties) < len(agreement.parties) else () for on, parties in found.items()}


def _ends(agreement: Agreement, as_of: date) -> Iterator[Edtf]:
    """The last days of terms that ran or may still run to their end, without having been extended or ended before."""
    extensions = (event.until for event in agreement.events if event.kind is EventKind.EXTENDED and not event.parties)
    for end in dict.fromkeys(end for end in (agreement.expires_on, *extensions) if end):
        _, last = span(end, as_of)
        held = any(term.until == end for term in terms(agreement, last, as_of))
        if held and certain(statuses(agreement, last, as_of)) is not Status.ENDED:
            yield end


def _is_ahead(on: Edtf | None, as_of: date) -> bool:
    return bool(on and on.earliest and on.earliest > as_of)


def _place(action: Action, agreement: Agreement) -> tuple[bool, tuple[int, int, int], int]:
    """A sort key for a history. On the same day: the signing, the agreed entry into force, events, the end."""
    on, rank = action.on, 2
    signing = agreement.signed_on
    if action.kind is EventKind.SIGNED:
        rank = 0
        if not action.parties and (on is None or on.year is None):
            # Whenever the signing was, everything else came after it.
            return (False, (0, 0, 0), rank)
    elif action.kind is EventKind.EFFECTIVE and on == agreement.effective_on:
        rank = 1
    elif action.kind is None:
        rank = 3
    if on is None or on.year is None:
        return (True, on.order if on else (0, 0, 0), rank)
    # A date that is known to the year alone would sort before the day of the signing.
    follows = rank and signing and signing.year and on.latest and on.latest >= span(signing)[0]
    return (False, max(on.order, signing.order) if signing and follows else on.order, rank)
