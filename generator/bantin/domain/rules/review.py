"""Reviews (sơ kết, tổng kết): when the parties review an agreement next, and whose turn it is to chair.

Days that the sources name are used as they are. Others are computed: a whole number of periods after the last known
review, or after the entry into force, or else the signing. Nothing is computed from a day that is not certain.
"""

from datetime import date

from msgspec import Struct

from bantin.domain.model import Agreement, EventKind, Party, Status
from bantin.domain.rules.force import ENDING, party_statuses
from bantin.domain.rules.lifecycle import Lifecycle
from bantin.domain.text.dates import Edtf
from bantin.domain.text.durations import Duration, later

_DAYS_IN_A_YEAR, _DAYS_IN_A_MONTH = 365.2425, 30.436875


class UpcomingReview(Struct, frozen=True):
    """A review in the future. ``computed`` is true if the sources give its period but not its day.

    ``number`` counts the reviews from 1, ``chair`` is the id of the agency that chairs it; ``None`` is unknown.
    """

    on: Edtf
    computed: bool
    number: int | None
    chair: str | None


def next_review(agreement: Agreement, life: Lifecycle, as_of: date) -> UpcomingReview | None:
    """The next review of ``agreement`` on or after the day ``as_of``, which is that of its lifecycle.

    ``None`` if the agreement has ended or will end before, and if the day is unknown.
    """
    day = next_review_day(agreement, life, as_of)
    planned = agreement.review.next if agreement.review else None
    computed = planned is None or _is_past(planned, as_of)
    return _upcoming(agreement, day, as_of, computed=computed) if day else None


def next_review_day(agreement: Agreement, life: Lifecycle, as_of: date) -> Edtf | None:
    """The day of the next review, as in :func:`next_review`."""
    review = agreement.review
    if review is None or life.status is Status.ENDED:
        return None
    if review.next and not _is_past(review.next, as_of):
        return review.next
    anchor = _counted_from(agreement, as_of)
    day = _first_after(anchor, review.every, as_of) if anchor and review.every else None
    ends = life.ends.latest if life.ends else None
    return None if day is None or (ends and ends < day) else Edtf.of(day)


def overdue_review(agreement: Agreement, life: Lifecycle, as_of: date) -> Edtf | None:
    """The day that the sources name for a review, if it has passed by ``as_of`` and no review may have been held since.

    A computed day is never overdue: a review may well have been held without being reported.
    """
    planned = agreement.review.next if agreement.review else None
    if planned is None or not _is_past(planned, as_of) or life.status is Status.ENDED:
        return None
    may_be_held = any(
        on is None or on.latest is None or (planned.earliest and on.latest >= planned.earliest)
        for on in _reviewed(agreement, as_of)
    )
    return None if may_be_held else planned


def chair_of(agreement: Agreement, number: int | None, on: date) -> str | None:
    """The id of the agency that chairs review ``number``, counted from 1 and held ``on`` a day; ``None`` if unknown.

    If the chair rotates, the parties take turns in the order in which the agreement names them; a party that has left
    has no more turns.
    """
    review = agreement.review
    if review is None:
        return None
    if not review.rotating:
        party = next((party for party in agreement.parties if party.agency == review.chair), None)
        return review.chair if party is None or _has_left(agreement, party, on) == {False} else None
    if number is None:
        return None
    if not any(event.kind in ENDING and event.parties for event in agreement.events):
        return agreement.parties[(number - 1) % len(agreement.parties)].agency
    return _turn(agreement, number, on)


def _turn(agreement: Agreement, number: int, on: date) -> str | None:
    """The agency whose turn review ``number`` is, found by taking all turns; the period gives the earlier days."""
    start, every = _start(agreement), agreement.review.every if agreement.review else None
    if start is None or every is None:
        return None
    parties, place = agreement.parties, -1
    for count in range(1, number + 1):
        day = on if count == number else later(start, every, count)
        for _ in parties:
            place = (place + 1) % len(parties)
            left = _has_left(agreement, parties[place], day) if day else {True, False}
            if left == {False}:
                break
            if False in left:
                return None
        else:
            return None
    return parties[place].agency


def _has_left(agreement: Agreement, party: Party, day: date) -> set[bool]:
    """Whether the agreement has ended for ``party`` by ``day``: ``{True, False}`` if that is unknown."""
    found = party_statuses(agreement, party, day)
    return {status is Status.ENDED for status in found}


def _upcoming(agreement: Agreement, on: Edtf, as_of: date, *, computed: bool) -> UpcomingReview:
    number = _number(agreement, on, as_of)
    return UpcomingReview(on, computed, number, chair_of(agreement, number, on.latest or as_of))


def _reviewed(agreement: Agreement, as_of: date) -> list[Edtf | None]:
    """The dates of the reviews of all parties that may have been held by ``as_of``."""
    days = [event.on for event in agreement.events if event.kind is EventKind.REVIEWED and not event.parties]
    return [on for on in days if on is None or on.earliest is None or on.earliest <= as_of]


def _counted_from(agreement: Agreement, as_of: date) -> date | None:
    """The day from which the next review is computed: that of the last one, held or planned, or the start."""
    known = _reviewed(agreement, as_of)
    planned = agreement.review.next if agreement.review else None
    known += [planned] if planned and _is_past(planned, as_of) else []
    return _last(known) if known else _start(agreement)


def _last(days: list[Edtf | None]) -> date | None:
    """The last of ``days``, if it is certain which one that is."""
    if any(day is None or day.latest is None for day in days):
        return None
    return max((day for day in days if day), key=lambda day: (day.latest, day.certain is None)).certain


def _start(agreement: Agreement) -> date | None:
    """The day from which the first review is computed: that of the entry into force, or else of the signing."""
    for kind, agreed in ((EventKind.EFFECTIVE, agreement.effective_on), (EventKind.SIGNED, agreement.signed_on)):
        events = [event.on for event in agreement.events if event.kind is kind and event.on and not event.parties]
        start = agreed or min(events, key=lambda on: on.order, default=None)
        if start:
            return start.certain
    return None


def _number(agreement: Agreement, on: Edtf, as_of: date) -> int | None:
    """The number of the review held ``on`` a day: that of periods since the start.

    ``None`` if the number of known reviews differs from that of the periods up to the last of them: then it is unknown
    whether some were skipped or just not reported, and whose turn came next.
    """
    start, every = _start(agreement), agreement.review.every if agreement.review else None
    if start is None or every is None or on.earliest is None or on.latest is None:
        return None
    held = _reviewed(agreement, as_of)
    last = _last(held) if held else start
    if last is None or _periods(start, last, every) != len(held):
        return None
    number = _periods(start, on.earliest, every)
    return number if number > len(held) and number == _periods(start, on.latest, every) else None


def _periods(start: date, day: date, every: Duration) -> int:
    """The number of periods from ``start`` to ``day``, rounded: reviews are not held exactly on the day."""
    near = _estimate(start, day, every)
    ends = ((later(start, every, count), count) for count in range(max(0, near - 1), near + 2))
    return min((abs(day - end), count) for end, count in ends if end)[1]


def _first_after(anchor: date, every: Duration, day: date) -> date | None:
    """The first day on or after ``day`` that lies a whole number of periods after ``anchor``."""
    near = _estimate(anchor, day, every)
    days = (later(anchor, every, count) for count in range(max(1, near - 1), near + 3))
    return next((found for found in days if found and found >= day), None)


def _estimate(start: date, day: date, every: Duration) -> int:
    """The number of periods from ``start`` to ``day``, give or take one."""
    length = every.years * _DAYS_IN_A_YEAR + every.months * _DAYS_IN_A_MONTH + every.weeks * 7 + every.days
    return max(0, round((day - start).days / length))


def _is_past(day: Edtf, as_of: date) -> bool:
    return day.latest is not None and day.latest < as_of
