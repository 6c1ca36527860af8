"""Relations: written once, in one direction, and seen from both sides."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from bantin.domain.model import Agreement, Article, External, RelationKind
from bantin.domain.model.agreement import CHANGING


class Tie(Struct, frozen=True):
    """A relation between two records, seen from one of them; ``inverse`` when it is the ``other`` that states it."""

    kind: RelationKind
    other: Article
    inverse: bool = False


Other = Article | External | str
"""The other side of a relation: the article of a record that is shown, a document elsewhere, or the id of a record."""


def ties(shown: Mapping[str, Article]) -> Mapping[str, tuple[Tie, ...]]:
    """The ties of each record, by record id; its own come first, in the order written, then those of the others.

    ``shown`` are the articles of all records that are shown: a relation to any other ties nothing. What both sides
    state, in either direction, is one tie.
    """
    found: defaultdict[str, dict[tuple[RelationKind, str, bool], Tie]] = defaultdict(dict)
    related = [
        (article, article.agreement.id, relation.kind, shown[relation.to])
        for article in shown.values()
        if article.agreement
        for relation in article.agreement.relations
        if relation.to and relation.to in shown
    ]
    for _, own_id, kind, other in related:
        other_id = other.agreement.id if other.agreement else ""
        found[own_id].setdefault((kind, other_id, False), Tie(kind, other))
    for article, own_id, kind, other in related:
        other_id = other.agreement.id if other.agreement else ""
        # To be related has no direction.
        inverse = kind is not RelationKind.RELATED
        found[other_id].setdefault((kind, own_id, inverse), Tie(kind, article, inverse))
    return {record: tuple(group.values()) for record, group in found.items()}


def related(agreement: Agreement, ties: Iterable[Tie]) -> Iterator[tuple[RelationKind, bool, Other]]:
    """All that an agreement has to do with: by which relation, whether it is the other that states it, and the other.

    Its ``ties`` come first, then what it states of documents that are not shown here, in the order written.
    """
    tied = {tie.other.agreement.id for tie in ties if tie.other.agreement}
    yield from ((tie.kind, tie.inverse, tie.other) for tie in ties)
    for relation in agreement.relations:
        if relation.external:
            yield relation.kind, False, relation.external
        elif relation.to and relation.to not in tied:
            yield relation.kind, False, relation.to


def lineage(record_id: str, ties_by_record: Mapping[str, tuple[Tie, ...]]) -> tuple[Article, ...]:
    """The records that changed one another, among them the one of this id: by signing, those of unknown year last.

    Empty for a record that has changed none and was changed by none.
    """
    found: dict[str, Article] = {}
    pending = [record_id]
    while pending:
        for tie in ties_by_record.get(pending.pop(), ()):
            other = tie.other.agreement
            if tie.kind in CHANGING and other and other.id not in found:
                found[other.id] = tie.other
                pending.append(other.id)
    return tuple(found[one] for one in sorted(found, key=lambda one: (_signing(found[one]), one)))


def _signing(article: Article) -> tuple[bool, tuple[int, int, int]]:
    signed = article.agreement.signed_on if article.agreement else None
    return (signed is None or signed.year is None, signed.order if signed else (0, 0, 0))
