"""VALIDATE: checks that amendments can be applied. ``docs/consolidation.md`` has the rules."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from bantin.content.checks.cycles import cycles
from bantin.content.problems import amendments as problems
from bantin.domain.model import (
    Agreement,
    AgreementText,
    Amendment,
    AmendmentKind,
    RecordFile,
    RecordHome,
    ReferenceTarget,
    RelationKind,
)
from bantin.domain.model.agreement import CHANGING
from bantin.domain.problems import Kind, Location, Problem
from bantin.domain.provisions.amending import FaultKind
from bantin.domain.provisions.anchors import canonical, is_anchor
from bantin.domain.provisions.references import anchors_meant, find_references, parse_reference
from bantin.domain.provisions.versions import Consolidation, consolidate, effect

_AMENDING = CHANGING - {RelationKind.REPLACES, RelationKind.TERMINATES}
_FAULTS: Mapping[FaultKind, Kind] = {
    FaultKind.MISSING: problems.MISSING,
    FaultKind.REPEALED: problems.REPEALED,
    FaultKind.EXISTS: problems.EXISTS,
    FaultKind.OTHER_NUMBER: problems.OTHER_NUMBER,
    FaultKind.UNREADABLE: problems.UNREADABLE,
    FaultKind.NO_PLACE: problems.NO_PLACE,
}


class TextRecord(Struct, frozen=True):
    """An agreement with its file, and its signed text, if it has one."""

    agreement: Agreement
    path: str
    text: AgreementText | None = None

    def place(self, amendment: Amendment) -> Location:
        """The location of ``at`` of an amendment of this record."""
        return amendment.place.within(self.path)


def check_texts(homes: Sequence[RecordHome], known_by: date) -> Iterator[Problem]:
    """Reports amendments of the records of ``homes`` that cannot be applied, and unknown parts in events.

    ``known_by`` is the day by which events without a date count as having happened.
    """
    records = {
        home.agreement.id: TextRecord(home.agreement, home.path, home.text if isinstance(home, RecordFile) else None)
        for home in homes
        if home.agreement
    }
    yield from check_amendments(records, known_by)
    amending: dict[str, list[Agreement]] = {}
    for record in records.values():
        for to in {one.to for one in record.agreement.amends}:
            amending.setdefault(to, []).append(record.agreement)
    for home in homes:
        parts = [one for one in home.references if one.target is ReferenceTarget.EVENT_PART]
        text = home.text if isinstance(home, RecordFile) else None
        if parts and text and home.agreement:
            named = ((one.id, one.place.within(home.path)) for one in parts)
            others = amending.get(home.agreement.id, ())
            yield from check_parts(named, text, consolidate(home.agreement, text, others, known_by))


def check_amendments(records: Mapping[str, TextRecord], known_by: date = date.max) -> Iterator[Problem]:
    """Reports amendments that cannot be applied, or have no known day, among ``records`` by id.

    Amendments of missing records are reported with the references. ``known_by`` is the day by which events without a
    date count as having happened.
    """
    amending: dict[str, list[TextRecord]] = {}
    for _, record in sorted(records.items()):
        for to in sorted({one.to for one in record.agreement.amends}):
            if to in records and to != record.agreement.id:
                amending.setdefault(to, []).append(record)
                yield from _check_pair(record, records[to], known_by)
    yield from _check_cycles(amending)
    for to, others in amending.items():
        text = records[to].text
        if text is not None:
            found = consolidate(records[to].agreement, text, (one.agreement for one in others), known_by)
            yield from _told(found, to, records)


def check_parts(parts: Iterable[tuple[str, Location]], text: AgreementText, later: Consolidation) -> Iterator[Problem]:
    """Reports ``parts`` that events name and that neither the signed ``text`` nor a later version of it ever had."""
    texts = [text, *(one.text for one in later.versions if one.text)]
    known = {canonical(one.anchor) for version in texts for one in version.walk()}
    for part, at in parts:
        anchor = parse_reference(part)
        named = [(anchor,)] if anchor else [anchors_meant(one, ()) for one in find_references(part)]
        if not named or not all(any(canonical(one) in known for one in meant) for meant in named):
            yield problems.PART_MISSING.at(at, part=part)


def _check_pair(record: TextRecord, target: TextRecord, known_by: date) -> Iterator[Problem]:
    """Checks everything that does not depend on provisions; reports problems at the first amendment of ``target``."""
    own, other = record.agreement, target.agreement
    at = record.place(next(one for one in own.amends if one.to == other.id))
    if not any(relation.to == other.id and relation.kind in _AMENDING for relation in own.relations):
        yield problems.AMENDS_UNRELATED.at(at, id=other.id)
    if target.text is None:
        yield problems.AMENDED_WITHOUT_TEXT.at(at, id=other.id, file=target.path)
    first, last = effect(own, known_by)
    signed = other.signed_on
    if signed and signed.earliest and last < signed.earliest:
        yield problems.AMENDED_BEFORE_SIGNING.at(at, day=last, id=other.id, signed=signed)
    elif target.text is not None and first < last == date.max:
        day = max(first, signed.earliest) if signed and signed.earliest else first
        yield problems.AMENDMENT_UNDATED.at(at, day=day, id=other.id)


def _check_cycles(amending: Mapping[str, Iterable[TextRecord]]) -> Iterator[Problem]:
    graph: dict[str, dict[str, Location]] = {}
    for to, others in amending.items():
        for record in others:
            first = next(one for one in record.agreement.amends if one.to == to)
            graph.setdefault(record.agreement.id, {})[to] = record.place(first)
    for chain in cycles(graph):
        yield problems.AMENDS_CYCLE.at(graph[chain[0]][chain[1]], chain=" → ".join(chain))


def _is_malformed(amendment: Amendment) -> bool:
    """Tells amendments without a sound anchor or without a text: they are reported when their file is read."""
    return not is_anchor(amendment.at) or (amendment.do is not AmendmentKind.REPEAL and not amendment.text)


def _told(found: Consolidation, to: str, records: Mapping[str, TextRecord]) -> Iterator[Problem]:
    for failure in found.failures:
        if _is_malformed(failure.amendment):
            continue
        at = records[failure.record].place(failure.amendment)
        yield _FAULTS[failure.fault.kind].at(at, at=failure.fault.anchor, id=to, day=failure.on)
    for conflict in found.conflicts:
        (one, amendment), (other, second) = conflict.sides
        own, their = records[one].place(amendment), records[other].place(second)
        shown = f"{own.path}:{own.line}"
        if one == other:
            yield problems.AMENDED_TWICE_HERE.at(their, other_at=amendment.at, id=to, other=shown)
        elif conflict.on:
            yield problems.AMENDED_TWICE.at(their, other_at=amendment.at, id=to, day=conflict.on, other=shown)
        else:
            yield problems.AMENDED_IN_UNKNOWN_ORDER.at(their, other_at=amendment.at, id=to, other=shown)
