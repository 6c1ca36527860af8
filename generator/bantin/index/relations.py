"""Relations between agreements: declared once, in one direction, and shown on both sides."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from bantin.domain.model import Agreement, External, Gone, RecordHome, RelationKind
from bantin.domain.model.agreement import CHANGING


class Tie(Struct, frozen=True):
    """A relation between two records, seen from one of them; ``inverse`` if the ``other`` one declares it."""

    kind: RelationKind
    other: RecordHome
    inverse: bool = False


Other = RecordHome | Gone | External | str
"""The other side of a relation: the home of a published record, one that is gone, an external document, or an id."""


def ties(shown: Mapping[str, RecordHome]) -> Mapping[str, tuple[Tie, ...]]:
    """The ties of each record, by record id: first those that it declares, in their order, then those of the others.

    ``shown`` are the homes of all published records; relations to other records make no tie. A relation that both
    sides declare is a single tie.
    """
    found: defaultdict[str, dict[tuple[RelationKind, str, bool], Tie]] = defaultdict(dict)
    related = [
        (home, home.agreement.id, relation.kind, shown[relation.to])
        for home in shown.values()
        if home.agreement
        for relation in home.agreement.relations
        if relation.to and relation.to in shown
    ]
    for _, own_id, kind, other in related:
        other_id = other.agreement.id if other.agreement else ""
        found[own_id].setdefault((kind, other_id, False), Tie(kind, other))
    for home, own_id, kind, other in related:
        other_id = other.agreement.id if other.agreement else ""
        # RELATED has no direction.
        inverse = kind is not RelationKind.RELATED
        found[other_id].setdefault((kind, own_id, inverse), Tie(kind, home, inverse))
    return {record: tuple(group.values()) for record, group in found.items()}


def related(
    agreement: Agreement, ties: Iterable[Tie], gone: Iterable[Gone] = ()
) -> Iterator[tuple[RelationKind, bool, Other]]:
    """All relations of an agreement: the kind, whether the other side declares it, and the other side.

    Its ``ties`` come first, then its relations to documents that are not published here, in their order; some of these
    are among the records that are ``gone``.
    """
    lost = {one.id: one for one in gone}
    tied = {tie.other.agreement.id for tie in ties if tie.other.agreement}
    yield from ((tie.kind, tie.inverse, tie.other) for tie in ties)
    for relation in agreement.relations:
        if relation.external:
            yield relation.kind, False, relation.external
        elif relation.to and relation.to not in tied:
            yield relation.kind, False, lost.get(relation.to, relation.to)


def lineage(record_id: str, ties_by_record: Mapping[str, tuple[Tie, ...]]) -> tuple[RecordHome, ...]:
    """The records that are connected with this one by changes, itself included, in order of signing.

    Those of unknown year come last. Empty for a record that neither changed another one nor was changed.
    """
    found: dict[str, RecordHome] = {}
    pending = [record_id]
    while pending:
        for tie in ties_by_record.get(pending.pop(), ()):
            other = tie.other.agreement
            if tie.kind in CHANGING and other and other.id not in found:
                found[other.id] = tie.other
                pending.append(other.id)
    return tuple(found[one] for one in sorted(found, key=lambda one: (_signing(found[one]), one)))


def _signing(home: RecordHome) -> tuple[bool, tuple[int, int, int]]:
    signed = home.agreement.signed_on if home.agreement else None
    return (signed is None or signed.year is None, signed.order if signed else (0, 0, 0))
