"""VALIDATE: checks that the relations between agreements can be true. The rules: ``docs/lifecycle.md``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from bantin.content.checks.cycles import cycles
from bantin.content.problems import agreements as problems
from bantin.domain.model import Agency, Agreement, EventKind, RecordHome, ReferenceTarget, RelationKind, Status
from bantin.domain.model.agreement import CHANGING
from bantin.domain.problems import Location, Problem
from bantin.domain.rules.force import ENDING, certain, statuses

_REPLACING = frozenset({RelationKind.REPLACES, RelationKind.TERMINATES})
_FEWEST_PARTIES = 2


class _Relation(NamedTuple):
    """A relation that the agreement ``own`` states at ``at``, to the agreement ``other`` in the file ``file``."""

    kind: RelationKind
    own: Agreement
    other: Agreement
    file: str
    at: Location


def check_relations(homes: Sequence[RecordHome], agencies: Iterable[Agency] | None, today: date) -> Iterator[Problem]:
    """Reports relations between the agreements of ``homes`` that cannot be true, as known on the day ``today``.

    ``agencies`` are all there are, or ``None`` where some could not be read: successors are unknown then.
    """
    relations = list(_relations(homes))
    if not relations:
        return
    yield from _cycles([relation for relation in relations if relation.kind is not RelationKind.RELATED])
    successors = _successors(agencies) if agencies is not None else None
    for relation in relations:
        yield from _check_dates(relation)
        yield from _check_end(relation, today)
        yield from _check_extension(relation)
        if successors is not None and relation.kind in CHANGING and _have_other_parties(relation, successors):
            parties = ", ".join(party.agency for party in relation.other.parties)
            yield problems.OTHER_PARTIES.at(relation.at, id=relation.other.id, parties=parties)


def _relations(homes: Sequence[RecordHome]) -> Iterator[_Relation]:
    """The relations between two records, by path; an id of several records belongs to the first."""
    related = [home for home in homes if home.agreement and home.agreement.relations]
    if not related:
        return
    by_record: dict[str, tuple[Agreement, str]] = {}
    for home in sorted(homes, key=lambda home: home.path):
        if home.agreement:
            by_record.setdefault(home.agreement.id, (home.agreement, home.path))
    for home in sorted(related, key=lambda home: home.path):
        if home.agreement:
            own = home.agreement
            kinds = [relation.kind for relation in own.relations if relation.to]
            places = [one for one in home.references if one.target is ReferenceTarget.RECORD]
            for kind, reference in zip(kinds, places, strict=True):
                other, file = by_record.get(reference.id, (own, ""))
                if other.id != own.id:
                    yield _Relation(kind, own, other, file, reference.place.within(home.path))


def _cycles(relations: Iterable[_Relation]) -> Iterator[Problem]:
    """Reports cycles, in which each agreement would be later than itself, until each one in a cycle is in a report."""
    graph: dict[str, dict[str, _Relation]] = {}
    for relation in relations:
        graph.setdefault(relation.own.id, {}).setdefault(relation.other.id, relation)
    for chain in cycles(graph):
        yield problems.RELATION_CYCLE.at(graph[chain[0]][chain[1]].at, chain=" → ".join(chain))


def _check_dates(relation: _Relation) -> Iterator[Problem]:
    """Checks that the other agreement is older than this one and, where this one changes it, was still in force."""
    signed, other_signed = relation.own.signed_on, relation.other.signed_on
    earliest, latest = (signed.earliest, signed.latest) if signed else (None, None)
    if relation.kind is RelationKind.RELATED or earliest is None or latest is None:
        return
    if other_signed and other_signed.earliest and latest < other_signed.earliest:
        yield problems.RELATED_TO_LATER.at(relation.at, id=relation.other.id, date=signed, other_date=other_signed)
    elif relation.kind in CHANGING - _REPLACING and all(
        certain(statuses(relation.other, day)) is Status.ENDED for day in (earliest, latest)
    ):
        yield problems.CHANGED_AFTER_END.at(relation.at, id=relation.other.id, date=signed, file=relation.file)


def _check_end(relation: _Relation, today: date) -> Iterator[Problem]:
    """Checks that an agreement that this one replaces or terminates has ended, or has an event that ends it."""
    own, other = relation.own, relation.other
    if relation.kind not in _REPLACING or any(event.kind in ENDING for event in other.events):
        return
    own_status, other_status = (certain(statuses(one, today, today)) for one in (own, other))
    if own_status is not Status.NOT_YET and other_status is not Status.ENDED:
        event = EventKind.REPLACED if relation.kind is RelationKind.REPLACES else EventKind.TERMINATED
        on = _day_of(own)
        yield problems.REPLACED_BUT_IN_FORCE.at(relation.at, id=other.id, file=relation.file, event=event, on=on)


def _check_extension(relation: _Relation) -> Iterator[Problem]:
    """Checks that an agreement that this one extends beyond a known day has an event for the extension."""
    other = relation.other
    is_recorded = any(event.kind is EventKind.EXTENDED for event in other.events)
    if relation.kind is RelationKind.EXTENDS and other.expires_on and not is_recorded:
        yield problems.EXTENSION_UNTOLD.at(relation.at, id=other.id, file=relation.file, on=_day_of(relation.own))


def _day_of(agreement: Agreement) -> str:
    """The day on which an agreement changes others, as it is written; an ellipsis where it is not known."""
    return str(agreement.effective_on or agreement.signed_on or "…")


def _have_other_parties(relation: _Relation, successors: Mapping[str, frozenset[str]]) -> bool:
    """Whether fewer than two parties of the other agreement, or successors of theirs, are parties of this one."""
    own_parties = {party.agency for party in relation.own.parties}
    parties = (party.agency for party in relation.other.parties)
    return sum(not own_parties.isdisjoint(_with_successors(party, successors)) for party in parties) < _FEWEST_PARTIES


def _with_successors(agency: str, successors: Mapping[str, frozenset[str]]) -> set[str]:
    """The agency and all its successors, direct and indirect."""
    line, pending = {agency}, [agency]
    while pending:
        new = successors.get(pending.pop(), frozenset()) - line
        line |= new
        pending += new
    return line


def _successors(agencies: Iterable[Agency]) -> Mapping[str, frozenset[str]]:
    """The direct successors of each agency, as either side declares them."""
    successors: dict[str, frozenset[str]] = {}
    for agency in agencies:
        pairs = [(agency.id, later.agency) for later in agency.successors]
        pairs += [(earlier.agency, agency.id) for earlier in agency.predecessors]
        for old, new in pairs:
            successors[old] = successors.get(old, frozenset()) | {new}
    return successors
