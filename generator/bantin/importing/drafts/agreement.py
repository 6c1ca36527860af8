"""Writes the facts of an agreement as the keys of a record."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.field_marks import Suggested, marks
from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.importing.drafts.found_nodes import NOT_SAID, evidence_of, items_of, scalar_of
from bantin.importing.drafts.ids import Ids
from bantin.importing.drafts.yaml_writer import Items, Node, Scalar, Section, section
from bantin.importing.facts.model import (
    AgreementFacts,
    EventFacts,
    Found,
    PartyFacts,
    PersonFacts,
    RelationFacts,
    ReviewFacts,
)

T = TypeVar("T")

LEAST_PARTIES = 2
UNKNOWN = "unknown"
_FIRST = (
    "id",
    "type",
    "title",
    "number",
    "parties",
    "signatories",
    "presided_by",
    "attended_by",
    "signed_on",
    "signed_at",
)
"""The keys that tell most of an agreement, in the order in which our guides have them."""

_SIGNED_COPY = Label("bản đã ký? nếu không, ghi rõ kind", "the signed copy? if not, state its kind")


class AgreementKeys(Struct, frozen=True):
    """The keys of an agreement as they are to be written, those without which there is no record, and the open ones."""

    keys: Section
    missing: tuple[str, ...]
    open: tuple[str, ...]


def agreement_keys(facts: AgreementFacts, ids: Ids, language: Language, documents: Iterable[str] = ()) -> AgreementKeys:
    """Writes what is known of an agreement; suggested keys of which the source says nothing are said to be unknown.

    ``documents`` are the files that are imported with it: that they show it as it was signed is a guess.
    """
    found = _Writer(ids, language).keys(facts)
    kept = tuple(Scalar(one, _SIGNED_COPY.text(language)) for one in documents)
    found |= {"documents": Items(kept)} if kept else {}
    missing = tuple(key for key in ("type", "parties") if key not in found)
    if len(facts.parties) < LEAST_PARTIES and "parties" not in missing:
        missing = (*missing, "parties")
    unsaid = tuple(key for key in marks(AgreementFields, Suggested) if found.get(key) is None)
    found |= {key: Scalar(UNKNOWN, NOT_SAID.text(language)) for key in unsaid}
    in_order = {key: found[key] for key in (*_FIRST, *AgreementFields.model_fields) if key in found}
    own = {key: node for key, node in found.items() if key not in in_order}
    return AgreementKeys(section({**in_order, **own}), missing, unsaid)


class _Writer(Struct, frozen=True):
    """Writes facts in the words of ``language``, with the ``ids`` of what they name."""

    ids: Ids
    language: Language

    def keys(self, facts: AgreementFacts) -> dict[str, Node]:
        """The keys that the source says something of."""
        texts: dict[str, Found[str] | None] = {
            "id": facts.id,
            "title": facts.title,
            "number": facts.number,
            "signed_on": facts.signed_on,
            "effective_on": facts.effective_on,
            "effective_method": facts.effective_method,
            "expires_on": facts.expires_on,
            **dict(facts.own),
        }
        nodes: dict[str, Node | None] = {
            **{key: self._scalar(found) for key, found in texts.items()},
            "scope": self._scalar(facts.scope),
            "type": self._type(facts.type),
            "parties": self._items(facts.parties, self._party),
            "fields": self._fields(facts.fields),
            "signatories": self._items(facts.signatories, self._person),
            "presided_by": self._items(facts.presided_by, self._person),
            "attended_by": self._items(facts.attended_by, self._person),
            "signed_at": self._place(facts.place, facts.venue),
            "review": self._review(facts.review),
            "clauses": self._scalar(facts.clauses),
            "legal_basis": items_of(facts.legal_basis, self.language),
            "contact": items_of(facts.contact, self.language),
            "relations": self._items(facts.relations, self._relation),
            "events": self._items(facts.events, self._event),
            "text_public": self._text_public(facts.text_public),
        }
        return {key: node for key, node in nodes.items() if node is not None}

    def _evidence(self, found: Found[T]) -> str:
        return evidence_of(found, self.language)

    def _scalar(self, found: Found[T] | None) -> Scalar | None:
        return scalar_of(found, self.language)

    def _items(self, all_found: Iterable[Found[T]], node: Callable[[Found[T]], Node]) -> Items | None:
        items = tuple(map(node, all_found))
        return Items(items) if items else None

    def _type(self, found: Found[str] | None) -> Scalar | None:
        known = self.ids.type_id(found.value) if found else ""
        return Scalar(known, self._evidence(found)) if found and known else None

    def _fields(self, all_found: Iterable[Found[str]]) -> Items | None:
        known = ((self.ids.field_id(found.value), found) for found in all_found)
        items = tuple(Scalar(one, self._evidence(found)) for one, found in known if one)
        return Items(items) if items else None

    def _party(self, found: Found[PartyFacts]) -> Node:
        party = found.value
        agency, evidence = self.ids.agency_id(party.agency), self._evidence(found)
        others = {
            "role": party.role,
            "lead": "true" if party.lead else "",
            "signed_on": party.signed_on,
            "effective_on": party.effective_on,
        }
        if not any(others.values()):
            return Scalar(agency, evidence)
        return Section(tuple(_given({"agency": agency, **others})), evidence)

    def _person(self, found: Found[PersonFacts]) -> Section:
        person = found.value
        keys: dict[str, Node | None] = {
            **dict(_given({"name": person.name, "rank": person.rank, "position": person.position})),
            "also": Items(tuple(map(Scalar, person.also))) if person.also else None,
            **dict(
                _given(
                    {
                        "role": person.role,
                        "party": self.ids.agency_id(person.party) if person.party else "",
                        "on_behalf": person.on_behalf or "",
                    }
                )
            ),
        }
        return section(keys, self._evidence(found))

    def _place(self, place: Found[str] | None, venue: Found[str] | None) -> Node | None:
        if venue is None:
            return self._scalar(place)
        return section({"place": self._scalar(place), "venue": self._scalar(venue)})

    def _review(self, found: Found[ReviewFacts] | None) -> Section | None:
        if found is None:
            return None
        review = found.value
        chair = "rotating" if review.rotating else self.ids.agency_id(review.chair) if review.chair else ""
        return Section(
            tuple(_given({"every": review.every, "next": review.next, "chair": chair})), self._evidence(found)
        )

    def _relation(self, found: Found[RelationFacts]) -> Section:
        relation = found.value
        if relation.to:
            return Section(tuple(_given({"kind": relation.kind, "to": relation.to})), self._evidence(found))
        external = {"title": relation.title, "number": relation.number, "date": relation.date, "url": relation.url}
        keys: dict[str, Node | None] = {"kind": Scalar(relation.kind), "external": Section(tuple(_given(external)))}
        return section(keys, self._evidence(found))

    def _event(self, found: Found[EventFacts]) -> Section:
        event = found.value
        texts = {"kind": event.kind, "on": event.on, "note": event.note, "by": event.by}
        texts |= {"part": event.part, "until": event.until}
        parties = tuple(Scalar(self.ids.agency_id(one)) for one in event.parties)
        keys: dict[str, Node | None] = {**dict(_given(texts)), "parties": Items(parties) if parties else None}
        return section(keys, self._evidence(found))

    def _text_public(self, found: Found[str] | None) -> Node | None:
        if found is None:
            return None
        answer, _, reason = found.value.partition(": ")
        evidence = self._evidence(found)
        return Section(((answer, Scalar(reason)),), evidence) if reason else Scalar(answer, evidence)


def _given(texts: Mapping[str, str]) -> Iterator[tuple[str, Node]]:
    return ((key, Scalar(text)) for key, text in texts.items() if text)
