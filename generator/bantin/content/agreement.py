"""VALIDATE: the ``agreement`` of an article, from its written fields to the model."""

from collections.abc import Iterator

from bantin.content.events import check_events, resolve_event
from bantin.content.paths import resolve
from bantin.content.problems import amendments
from bantin.content.problems import values as problems
from bantin.content.schema.agreement import (
    AGREEMENT_TEXTS,
    AgreementFields,
    AmendmentFields,
    PartyFields,
    PersonFields,
    RelationFields,
    ReviewFields,
    SignatoryFields,
)
from bantin.content.schema.own_fields import own_values
from bantin.content.yaml.parser import Locate, Step
from bantin.domain.model import (
    Agreement,
    Amendment,
    AmendmentKind,
    Document,
    External,
    Party,
    Person,
    Reference,
    ReferenceTarget,
    Relation,
    Review,
    Signatory,
    SigningPlace,
)
from bantin.domain.problems import Kind, Location, Problem
from bantin.domain.provisions.references import parse_reference
from bantin.domain.text.dates import Edtf

_ROTATING = "rotating"


def resolve_agreement(fields: AgreementFields, default_id: str, folder: str, locate: Locate) -> Agreement:
    """The agreement that ``fields`` describe; the paths of its documents are relative to ``folder``.

    ``locate`` finds the position of a field. A document whose path leads out of the content folder is left out:
    ``check_agreement`` reports it.
    """
    expires = fields.expires_on
    return Agreement(
        id=fields.id or default_id,
        type=fields.type,
        parties=tuple(map(_party, fields.parties)),
        fields=tuple(dict.fromkeys(fields.fields)),
        signatories=tuple(map(_signatory, fields.signatories)),
        presided_by=tuple(map(person, fields.presided_by)),
        attended_by=tuple(map(person, fields.attended_by)),
        signed_on=fields.signed_on,
        signed_at=SigningPlace(fields.signed_at.place, fields.signed_at.venue),
        scope=fields.scope,
        effective_on=fields.effective_on,
        expires_on=expires if isinstance(expires, Edtf) else None,
        indefinite=expires == "indefinite",
        review=_review(fields.review) if fields.review else None,
        clauses=fields.clauses,
        events=tuple(map(resolve_event, fields.events)),
        relations=tuple(map(_relation, fields.relations)),
        amends=tuple(
            Amendment(one.to, parse_reference(one.at) or one.at, one.do, one.text, locate(("amends", index, "at")))
            for index, one in enumerate(fields.amends)
        ),
        documents=tuple(
            Document(path, document.kind, document.sha256)
            for document in fields.documents
            if (path := resolve(document.file, folder))
        ),
        full_text=fields.text_public,
        own=own_values(fields),
        **{key: getattr(fields, key) for key in AGREEMENT_TEXTS},
    )


def person(fields: PersonFields) -> Person:
    """The person that ``fields`` describe."""
    return Person(fields.name, fields.rank, fields.position, fields.also, fields.role)


def references(fields: AgreementFields, own_id: str, folder: str, locate: Locate) -> Iterator[Reference]:
    """Everything in ``fields`` that refers to other files; ``locate`` finds the position of a field."""
    yield Reference(ReferenceTarget.OWN_RECORD, fields.id or own_id, locate(("id",)))
    if fields.signed_on:
        yield Reference(ReferenceTarget.SIGNING_DAY, str(fields.signed_on), locate(("signed_on",)))
    yield Reference(ReferenceTarget.TYPE, fields.type, locate(("type",)))
    for index, field in enumerate(fields.fields):
        yield Reference(ReferenceTarget.FIELD, field, locate(("fields", index)))
    for index, party in enumerate(fields.parties):
        yield Reference(ReferenceTarget.AGENCY, party.agency, locate(("parties", index, "agency")))
    if fields.review and fields.review.chair not in (None, _ROTATING):
        yield Reference(ReferenceTarget.AGENCY, str(fields.review.chair), locate(("review", "chair")))
    yield from _parties_named_otherwise(fields, locate)
    for index, relation in enumerate(fields.relations):
        if relation.to:
            yield Reference(ReferenceTarget.RECORD, relation.to, locate(("relations", index, "to")))
    yield from _provisions_named(fields, locate)
    for index, document in enumerate(fields.documents):
        path = resolve(document.file, folder)
        if path:
            yield Reference(ReferenceTarget.DOCUMENT, path, locate(("documents", index, "file")))


def _provisions_named(fields: AgreementFields, locate: Locate) -> Iterator[Reference]:
    """The parts that events name, and the records whose provisions are amended."""
    for index, event in enumerate(fields.events):
        if event.part:
            yield Reference(ReferenceTarget.EVENT_PART, event.part, locate(("events", index, "part")))
    for index, amendment in enumerate(fields.amends):
        yield Reference(ReferenceTarget.AMENDED, amendment.to, locate(("amends", index, "to")))


def _parties_named_otherwise(fields: AgreementFields, locate: Locate) -> Iterator[Reference]:
    """The parties of signatories and events that are not written in the list of parties."""
    parties = {party.agency for party in fields.parties}
    for index, signatory in enumerate(fields.signatories):
        if signatory.party is not None and signatory.party not in parties:
            yield Reference(ReferenceTarget.SIGNING_PARTY, signatory.party, locate(("signatories", index, "party")))
    for index, event in enumerate(fields.events):
        for place, party in enumerate(event.parties):
            if party not in parties:
                yield Reference(ReferenceTarget.EVENT_PARTY, party, locate(("events", index, "parties", place)))


def check_agreement(fields: AgreementFields, own_id: str, folder: str, path: str, locate: Locate) -> Iterator[Problem]:
    """The problems between the values of one agreement, in the file ``path``, except those of dates."""

    def at(*steps: Step) -> Location:
        return locate(steps).within(path)

    parties = [party.agency for party in fields.parties]
    for index, party in enumerate(parties):
        if party in parties[:index]:
            yield problems.PARTY_TWICE.at(at("parties", index, "agency"), party=party)
    yield from check_events(fields, at)
    for index, relation in enumerate(fields.relations):
        kind = _relation_problem(relation, fields.id or own_id)
        if kind:
            yield kind.at(at("relations", index, "to"))
    for index, amendment in enumerate(fields.amends):
        kind = _amendment_problem(amendment, fields.id or own_id)
        if kind:
            key = {problems.RELATED_TO_ITSELF: "to", amendments.NOT_A_PROVISION: "at"}.get(kind, "do")
            yield kind.at(at("amends", index, key), value=amendment.at)
    for index, document in enumerate(fields.documents):
        if resolve(document.file, folder) is None:
            yield problems.BAD_PATH.at(at("documents", index, "file"), value=document.file)


def _relation_problem(relation: RelationFields, own_id: str) -> Kind | None:
    if (relation.to is None) == (relation.external is None):
        return problems.TO_OR_EXTERNAL
    return problems.RELATED_TO_ITSELF if relation.to == own_id else None


def _amendment_problem(amendment: AmendmentFields, own_id: str) -> Kind | None:
    if amendment.to == own_id:
        return problems.RELATED_TO_ITSELF
    if parse_reference(amendment.at) is None:
        return amendments.NOT_A_PROVISION
    is_repeal = amendment.do is AmendmentKind.REPEAL
    if is_repeal == bool(amendment.text):
        return amendments.REPEAL_WITH_TEXT if is_repeal else amendments.AMENDMENT_WITHOUT_TEXT
    return None


def _party(fields: PartyFields) -> Party:
    return Party(fields.agency, fields.role, fields.lead, fields.signed_on, fields.effective_on)


def _signatory(fields: SignatoryFields) -> Signatory:
    return Signatory(person(fields), fields.party, fields.on_behalf)


def _review(fields: ReviewFields) -> Review:
    rotating = fields.chair == _ROTATING
    return Review(fields.every, fields.next, None if rotating else fields.chair, rotating)


def _relation(fields: RelationFields) -> Relation:
    external = fields.external
    return Relation(
        fields.kind,
        fields.to,
        External(external.title, external.number, external.date, external.url) if external else None,
    )
