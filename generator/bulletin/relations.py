"""Relations: written once, in one direction, and seen from both sides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.model import Article, RelationKind


class Tie(Struct, frozen=True):
    """A relation between two records, seen from one of them; ``inverse`` when it is the ``other`` that states it."""

    kind: RelationKind
    other: Article
    inverse: bool = False


def ties(articles: Iterable[Article], by_record: Mapping[str, Article]) -> Mapping[str, tuple[Tie, ...]]:
    """The ties of each record, by record id; its own come first, in the order written, then those of the others.

    ``by_record`` are the records that are shown: a relation to any other ties nothing. What both sides state, in
    either direction, is one tie.
    """
    found: defaultdict[str, dict[tuple[RelationKind, str, bool], Tie]] = defaultdict(dict)
    related = [
        (article, article.agreement.id, relation.kind, by_record[relation.to])
        for article in articles
        if article.agreement
        for relation in article.agreement.relations
        if relation.to and relation.to in by_record
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
