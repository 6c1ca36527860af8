"""The versions of the text of an agreement, for any day. ``docs/consolidation.md`` has the rules.

Each version is made from the signed text and all amendments in force on its days, so it does not depend on the order in
which files are read.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from bantin.domain.model.agreement import Agreement, EventKind
from bantin.domain.model.amendment import Amendment
from bantin.domain.model.provision import AgreementText
from bantin.domain.model.status import Status
from bantin.domain.provisions.amending import Fault, Reach, amend, reach
from bantin.domain.rules.force import next_day, span, statuses
from bantin.domain.text.dates import Edtf

_BINDING: Mapping[Status, frozenset[bool]] = {
    Status.NOT_YET: frozenset({False}),
    Status.IN_FORCE: frozenset({True}),
    Status.PARTLY: frozenset({True, False}),
    Status.PARTLY_SUSPENDED: frozenset({True, False}),
    Status.SUSPENDED: frozenset({False}),
    Status.ENDED: frozenset({False}),
}


class Version(Struct, frozen=True):
    """The text from the day ``first`` to the day ``last``, both inclusive.

    ``text`` is ``None`` if several are possible, or if an amendment cannot be applied. ``by`` are the ids of the
    records whose amendments are in force, in the order in which they took effect; ``open`` are those that may be in
    force. If ``since_is_known``, the text before ``first`` was certainly another one.
    """

    first: date
    last: date
    text: AgreementText | None
    by: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    since_is_known: bool = True


class Failure(Struct, frozen=True):
    """An amendment by ``record`` that cannot be applied to the text of the day ``on``, on which it takes effect."""

    record: str
    amendment: Amendment
    fault: Fault
    on: date


class Conflict(Struct, frozen=True):
    """Two amendments of one provision without a known order, perhaps of one record.

    One record amends several provisions at the same time. ``on`` is the day on which both take effect, ``None`` if
    their days are not known exactly.
    """

    record: str
    amendment: Amendment
    other_record: str
    other: Amendment
    on: date | None

    @property
    def sides(self) -> tuple[tuple[str, Amendment], tuple[str, Amendment]]:
        """Both amendments, each with its record."""
        return (self.record, self.amendment), (self.other_record, self.other)


class Consolidation(Struct, frozen=True):
    """All versions of a text, from the signed one, without gaps between them; and the faults of amendments.

    ``touched`` are the provisions that each record amends, by their anchors in Vietnamese words.
    """

    versions: tuple[Version, ...]
    failures: tuple[Failure, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    touched: Mapping[str, frozenset[str]] = {}

    def on(self, day: date) -> Version:
        """The version on ``day``."""
        return next(one for one in self.versions if day <= one.last)


class _Record(Struct, frozen=True):
    """The amendments of one record, and whether it binds from each of ``days`` on.

    It took effect between ``first`` and ``last``, both inclusive.
    """

    id: str
    amendments: tuple[Amendment, ...]
    days: tuple[date, ...]
    answers: tuple[frozenset[bool], ...]
    first: date
    last: date

    def binds(self, day: date) -> frozenset[bool]:
        """All possible answers to whether it binds on ``day``."""
        return self.answers[bisect_right(self.days, day) - 1]


class _Period(Struct, frozen=True):
    """A period that begins on ``first``, with the records that bind in it, in the order in which they took effect.

    ``open`` are the ids of those that may or may not bind.
    """

    first: date
    by: tuple[_Record, ...]
    open: tuple[str, ...]


class _Applied(Struct, frozen=True):
    """The result of amending a text.

    ``reading`` has all amendments that could be applied; each of ``done`` has its reach.
    """

    reading: AgreementText
    done: tuple[tuple[_Record, Amendment, Reach], ...] = ()
    failed: tuple[tuple[str, Amendment, Fault], ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def text(self) -> AgreementText | None:
        """The text, unless an amendment failed."""
        return None if self.failed or self.conflicts else self.reading

    @property
    def failures(self) -> tuple[tuple[str, Amendment, Fault], ...]:
        """The failures that are due to the text. Conflicts between amendments are reported separately."""
        told = {side for one in self.conflicts for side in one.sides}
        return tuple(one for one in self.failed if one[:2] not in told)


def consolidate(
    agreement: Agreement, signed: AgreementText, others: Iterable[Agreement], known_by: date = date.max
) -> Consolidation:
    """The versions of ``signed``, the text of ``agreement``, as amended by ``others``.

    ``others`` are records in any order. Events without a date count as having happened by the day ``known_by``.
    """
    amending = sorted({one.id: one for one in others if one.id != agreement.id}.values(), key=lambda one: one.id)
    records = [record for one in amending if (record := _record(one, agreement.id, known_by)).amendments]
    if not records:
        return Consolidation((Version(date.min, date.max, signed),))
    records.sort(key=lambda one: (one.first, one.last, one.id))
    periods = _periods(agreement, records, known_by)
    made: dict[tuple[_Record, ...], _Applied] = {(): _Applied(signed)}
    for period in periods:
        for count, record in enumerate(period.by):
            if period.by[: count + 1] not in made:
                made[period.by[: count + 1]] = _after(made[period.by[:count]], record)
    conflicts = dict.fromkeys(one for applied in made.values() for one in applied.conflicts)
    reached: dict[str, frozenset[str]] = {}
    for applied in made.values():
        for record, _, one in applied.done:
            reached[record.id] = reached.get(record.id, frozenset()) | one.touched
    return Consolidation(tuple(_versions(periods, made)), tuple(_failures(periods, made)), tuple(conflicts), reached)


def _periods(agreement: Agreement, records: Sequence[_Record], known_by: date) -> list[_Period]:
    """The periods in which the same records bind, without gaps between them."""
    days = {date.min, *_turns(agreement, known_by), *(day for record in records for day in record.days)}
    periods: list[_Period] = []
    for day in sorted(days):
        if periods and statuses(agreement, day, known_by) == {Status.ENDED}:
            # An agreement that has ended is not amended: its text stays that of its last day.
            continue
        by = tuple(record for record in records if record.binds(day) == {True})
        unsettled = tuple(record.id for record in records if len(record.binds(day)) > 1)
        if not periods or (periods[-1].by, periods[-1].open) != (by, unsettled):
            periods.append(_Period(day, by, unsettled))
    return periods


def _versions(periods: Sequence[_Period], made: Mapping[tuple[_Record, ...], _Applied]) -> Iterator[Version]:
    is_known = True
    for place, period in enumerate(periods):
        last = periods[place + 1].first - timedelta(days=1) if place + 1 < len(periods) else date.max
        text = None if period.open else made[period.by].text
        yield Version(period.first, last, text, tuple(one.id for one in period.by), period.open, is_known)
        is_known = text is not None


def _failures(periods: Sequence[_Period], made: Mapping[tuple[_Record, ...], _Applied]) -> Iterator[Failure]:
    """The amendments that cannot be applied when they take effect.

    If that is because another amendment, which one is based on, no longer binds, neither is wrong.
    """
    judged: set[str] = set()
    for period in periods:
        if not period.open:
            applied = made[period.by]
            yield from (
                Failure(record, amendment, fault, period.first)
                for record, amendment, fault in applied.failures
                if record not in judged
            )
            judged |= {record.id for record in period.by}


def _record(agreement: Agreement, to: str, known_by: date) -> _Record:
    amendments = tuple(one for one in agreement.amends if one.to == to)
    days = tuple(sorted({date.min, *_turns(agreement, known_by)})) if amendments else (date.min,)
    answers = tuple(_binds(agreement, day, known_by) for day in days) if amendments else (frozenset({False}),)
    return _Record(agreement.id, amendments, days, answers, *effect(agreement, known_by))


def effect(agreement: Agreement, known_by: date = date.max) -> tuple[date, date]:
    """The first and the last day on which the amendments of ``agreement`` may have taken effect.

    Either is ``date.max`` if there is none. ``known_by`` is as in :func:`consolidate`.
    """
    days = sorted({date.min, *_turns(agreement, known_by)})
    answers = [_binds(agreement, day, known_by) for day in days]
    first = next((day for day, answer in zip(days, answers, strict=True) if True in answer), date.max)
    return first, next((day for day, answer in zip(days, answers, strict=True) if answer == {True}), date.max)


def _binds(agreement: Agreement, day: date, known_by: date) -> frozenset[bool]:
    """All possible answers to whether the amendments of ``agreement`` apply on ``day``.

    They do if it is in force as a whole. If a part of it ended, is suspended or has a day of its own, it is not known
    which amendments belong to this part.
    """
    answers = frozenset(answer for status in statuses(agreement, day, known_by) for answer in _BINDING[status])
    parts = (event for event in agreement.events if event.part and event.kind is EventKind.EFFECTIVE)
    is_staged = any(span(event.on, known_by)[1] > day for event in parts)
    return answers | {False} if is_staged else answers


def _turns(agreement: Agreement, known_by: date) -> Iterator[date]:
    """All days on which ``agreement`` may enter into force or cease to be in force."""
    dates: list[Edtf | None] = [agreement.signed_on, agreement.effective_on, agreement.expires_on]
    dates += [own for party in agreement.parties for own in (party.signed_on, party.effective_on)]
    dates += [event.until for event in agreement.events]
    told = [one for one in dates if one] + [event.on for event in agreement.events]
    for on in told:
        for day in span(on, known_by):
            yield from (one for one in (day, next_day(day)) if one < date.max)


def _after(before: _Applied, record: _Record) -> _Applied:
    """The result of ``record`` taking effect as the latest one."""
    text = before.reading
    done, failed, conflicts = list(before.done), list(before.failed), list(before.conflicts)
    # All at the same time: the order in the file does not matter.
    for amendment in sorted(record.amendments, key=lambda one: (one.at, one.do, one.text)):
        made = amend(text, amendment)
        own = reach(amendment, text) if isinstance(made, Fault) else reach(amendment, text, made)
        conflicts += [
            Conflict(other.id, earlier, record.id, amendment, record.first if _is_one_day(other, record) else None)
            for other, earlier, others in done
            if other.last >= record.first and own.meets(others)
        ]
        done.append((record, amendment, own))
        if isinstance(made, Fault):
            failed.append((record.id, amendment, made))
        else:
            text = made
    return _Applied(text, tuple(done), tuple(failed), tuple(conflicts))


def _is_one_day(one: _Record, other: _Record) -> bool:
    return one.first == one.last == other.first == other.last
