"""The timeline of an agreement: what happened to it and the documents that it has to do with, in one order of time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from bantin.domain.model import Agreement, Article, EventKind, External, Gone, RecordFile, RecordHome, RelationKind
from bantin.domain.rules.lifecycle import Action
from bantin.domain.rules.review import next_review, overdue_review
from bantin.domain.text.dates import Edtf
from bantin.domain.text.document_numbers import number_key, numbers_in
from bantin.index.register import Record
from bantin.index.relations import Other, related

Role = tuple[RelationKind, bool] | Literal["cites", "line"]
"""How a document is related to an agreement.

A kind of relation, and whether it is inverse, as :func:`related` yields them. ``cites``: the document cites the number
of the agreement. ``line``: both are in one line of agreements that changed one another, without a direct relation.
"""

_CAUSES: Mapping[EventKind, frozenset[RelationKind]] = {
    EventKind.AMENDED: frozenset({RelationKind.AMENDS, RelationKind.SUPPLEMENTS}),
    EventKind.EXTENDED: frozenset({RelationKind.EXTENDS}),
    EventKind.CORRECTED: frozenset({RelationKind.CORRECTS}),
    EventKind.TERMINATED: frozenset({RelationKind.TERMINATES}),
    EventKind.REPLACED: frozenset({RelationKind.REPLACES}),
    EventKind.REVIEWED: frozenset({RelationKind.REVIEWS}),
}
_ENDING = frozenset({EventKind.TERMINATED, EventKind.REPLACED})
_Place = tuple[bool, tuple[int, int, int], int]
# On the same day: documents that were there before, what happened, documents that came of it.
_BEFORE, _ACTION, _AFTER = 0, 1, 2


class RelatedDocument(Struct, frozen=True):
    """A document and its roles towards an agreement, at least one."""

    document: Other
    roles: tuple[Role, ...]

    @property
    def acts_on_it(self) -> bool:
        """Whether the document changes, reviews, implements or cites the agreement, and so comes after it in time."""
        return any(role == "cites" or (role != "line" and role[1]) for role in self.roles)


class Milestone(Struct, frozen=True):
    """An entry of a timeline: an action, a document, or an action with the document that caused it.

    The day of an action is its own, ``on`` is the day of the entry. A review that is only planned is an action too:
    one whose day is ``computed`` from the period, or one that is ``overdue``: its day has passed, and it is not known
    to have been held.
    """

    on: Edtf | None
    action: Action | None = None
    document: RelatedDocument | None = None
    computed: bool = False
    overdue: bool = False


def timeline(record: Record, line: Iterable[RecordHome], as_of: date) -> tuple[Milestone, ...]:
    """The timeline of ``record`` on the day ``as_of``, which is that of its lifecycle.

    ``line`` are the homes of the agreements that changed one another, which may include this one. Each document is
    there once. The actions stay in the order of the lifecycle; what has no year comes last, except the signing.
    """
    history, documents = record.lifecycle.history, related_documents(record, line)
    causes = _causes(history, documents)
    happened = [
        Milestone(one.on, one, documents[causes[at]] if at in causes else None) for at, one in enumerate(history)
    ]
    caused = frozenset(causes.values())
    alone = (one for at, one in enumerate(documents) if at not in caused)
    others = (*(Milestone(_date_of(one.document), document=one) for one in alone), *_planned_reviews(record, as_of))
    placed = [
        *zip(_in_their_order(happened), happened, strict=True),
        *((_place(one, record.agreement), one) for one in others),
    ]
    return tuple(one for _, one in sorted(placed, key=lambda pair: pair[0]))


def related_documents(record: Record, line: Iterable[RecordHome]) -> tuple[RelatedDocument, ...]:
    """The documents that ``record`` has to do with, each once: its relations, the others of its line, what cites it."""
    cited = {number_key(home.agreement.number): home for home in record.cited if home.agreement}
    known: dict[str, Other] = {}
    roles: defaultdict[str, list[Role]] = defaultdict(list)
    for role, document in _roles(record, line):
        key = _identity(document, cited)
        if key != _identity(record.home, cited):
            known.setdefault(key, document)
            roles[key].append(role)
    return tuple(RelatedDocument(document, _distinct(roles[key])) for key, document in known.items())


def _roles(record: Record, line: Iterable[RecordHome]) -> Iterator[tuple[Role, Other]]:
    for kind, inverse, other in related(record.agreement, record.ties, record.gone):
        yield (kind, inverse), other
    yield from (("line", home) for home in line)
    yield from (("cites", home) for home in record.cited_by)


def _distinct(roles: Iterable[Role]) -> tuple[Role, ...]:
    """``roles`` once each; that it cites or belongs to the line says nothing beside a relation."""
    found = tuple(dict.fromkeys(roles))
    relations = tuple(role for role in found if not isinstance(role, str))
    return relations or found


def _identity(document: Other, cited: Mapping[str, RecordHome]) -> str:
    """A key that tells two documents apart; a document with the number of a record that is ``cited`` is that record."""
    match document:
        case Article() | RecordFile():
            return document.path
        case External():
            number = number_key(document.number)
            home = cited.get(number) if number else None
            return home.path if home else f"number {number}" if number else f"title {document.title}"
        case Gone():
            return f"id {document.id}"
    return f"id {document}"


def _agreement_of(document: Other) -> Agreement | None:
    return document.agreement if isinstance(document, Article | RecordFile) else None


def _date_of(document: Other) -> Edtf | None:
    if isinstance(document, External):
        return document.date
    agreement = _agreement_of(document)
    return agreement.signed_on if agreement else None


def _causes(history: Sequence[Action], documents: Sequence[RelatedDocument]) -> dict[int, int]:
    """The positions of the documents that caused actions, by the positions of these: one for each, and each once."""
    found: dict[int, int] = {}
    for place, document in enumerate(documents):
        may_have = [at for at, action in enumerate(history) if at not in found and _may_cause(document, action)]
        alone = len(may_have) == 1
        cause = next((at for at in may_have if _is_cause(document, history[at], alone=alone)), None)
        if cause is not None:
            found[cause] = place
    return found


def _may_cause(document: RelatedDocument, action: Action) -> bool:
    """Whether the relations of ``document`` allow that it caused ``action``: one that amends causes an amendment."""
    kinds = _CAUSES.get(action.kind, frozenset()) if action.kind else frozenset()
    return any(not isinstance(role, str) and role[1] and role[0] in kinds for role in document.roles)


def _is_cause(document: RelatedDocument, action: Action, *, alone: bool) -> bool:
    """Whether ``document``, which may have caused ``action``, did so.

    It did if the action names the number of the document or has its day of signing or of entry into force, or if the
    action ends the whole agreement and is the only one that the document may have caused (``alone``).
    """
    agreement = _agreement_of(document.document)
    if agreement is None:
        return False
    named = number_key(agreement.number) in map(number_key, numbers_in(action.by)) if agreement.number else False
    on_the_day = action.on is not None and action.on in (agreement.signed_on, agreement.effective_on)
    ended = alone and action.kind in _ENDING and not action.parties and not action.part
    return named or on_the_day or ended


def _planned_reviews(record: Record, as_of: date) -> Iterator[Milestone]:
    """The next review, and one that may not have been held, unless the history has them."""
    told = {action.on for action in record.lifecycle.history if action.kind is EventKind.REVIEWED}
    overdue = overdue_review(record.agreement, record.lifecycle, as_of)
    ahead = next_review(record.agreement, record.lifecycle, as_of)
    if overdue and overdue not in told:
        yield Milestone(overdue, Action(EventKind.REVIEWED, overdue), overdue=True)
    if ahead and ahead.on not in told:
        yield Milestone(ahead.on, Action(EventKind.REVIEWED, ahead.on, upcoming=True), computed=ahead.computed)


def _in_their_order(happened: Iterable[Milestone]) -> Iterator[_Place]:
    """The places of actions, which never fall: a date that is known in part stays behind what it follows."""
    latest = (False, (0, 0, 0))
    for one in happened:
        undated_signing = one.action and one.action.kind is EventKind.SIGNED and not one.action.parties
        latest = latest if undated_signing and _is_undated(one.on) else max(latest, _dated(one.on))
        yield (*latest, _ACTION)


def _place(milestone: Milestone, agreement: Agreement) -> _Place:
    """The place of a document, or of a planned review. What acts on an agreement does not come before its signing."""
    place, signing = _dated(milestone.on), agreement.signed_on
    if milestone.document is None:
        return (*place, _ACTION)
    if not milestone.document.acts_on_it:
        return (*place, _BEFORE)
    latest, signed = milestone.on.latest if milestone.on else None, signing.earliest if signing else None
    return (*(max(place, _dated(signing)) if latest and signed and latest >= signed else place), _AFTER)


def _dated(on: Edtf | None) -> tuple[bool, tuple[int, int, int]]:
    """A sort key for days; those without a year come last."""
    return (True, on.order if on else (0, 0, 0)) if _is_undated(on) else (False, on.order if on else (0, 0, 0))


def _is_undated(on: Edtf | None) -> bool:
    return on is None or on.year is None
