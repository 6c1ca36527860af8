"""The facts of an agreement, for the page of its article."""

import posixpath
from collections.abc import Mapping

from generator.bulletin import Directory
from generator.model import Agreement, Article, Party, Person, Relation, Review, Signatory
from generator.pages import addresses, labels
from generator.pages.addresses import WORDS
from generator.pages.cards import date_view, field_links, name_then, type_link
from generator.pages.views import (
    AgreementView,
    DocumentView,
    EventView,
    LinkView,
    PartyView,
    PersonView,
    RelationView,
    ReviewView,
)
from generator.text.durations import format_duration

Records = Mapping[str, Article]


def agreement_view(agreement: Agreement, records: Records, directory: Directory) -> AgreementView:
    """What is known of ``agreement``, in the words of the site's language.

    ``records`` are the articles of the records that it relates to, by record id; one that is not shown is missing.
    """
    language = directory.site.language
    words = WORDS[language]
    return AgreementView(
        id=agreement.id,
        type=type_link(agreement.type, directory),
        title=agreement.title,
        number=agreement.number,
        parties=tuple(_party(party, agreement, directory) for party in agreement.parties),
        signatories=tuple(_signatory(signatory, agreement, directory) for signatory in agreement.signatories),
        presided_by=tuple(_person(person) for person in agreement.presided_by),
        attended_by=tuple(_person(person) for person in agreement.attended_by),
        signed_on=date_view(agreement.signed_on, language),
        place=agreement.signed_at.place,
        venue=agreement.signed_at.venue,
        fields=field_links(agreement.fields, directory),
        scope=labels.SCOPES[agreement.scope].text(language) if agreement.scope else "",
        effective_on=date_view(agreement.effective_on, language),
        effective_method=agreement.effective_method,
        expires_on=date_view(agreement.expires_on, language),
        indefinite=agreement.indefinite,
        review=_review(agreement.review, agreement, directory) if agreement.review else None,
        clauses=agreement.clauses,
        legal_basis=agreement.legal_basis,
        contact=agreement.contact,
        events=tuple(
            EventView(labels.EVENTS[event.kind].text(language), date_view(event.on, language), event.note, event.by)
            for event in agreement.events
        ),
        relations=tuple(_relation(relation, records, directory) for relation in agreement.relations),
        documents=tuple(
            DocumentView(
                labels.DOCUMENTS[document.kind].text(language),
                posixpath.basename(document.file),
                addresses.attachment(words, document.file),
                document.sha256 or "",
            )
            for document in agreement.documents
        ),
        text_public=agreement.full_text.public if agreement.full_text else None,
        text_reason=agreement.full_text.reason if agreement.full_text else "",
    )


def _agency_link(agency_id: str, agreement: Agreement, directory: Directory) -> LinkView:
    language = directory.site.language
    name = name_then(directory.agency[agency_id], agreement.signed_on, language)
    return LinkView(name, addresses.agency(WORDS[language], agency_id))


def _party(party: Party, agreement: Agreement, directory: Directory) -> PartyView:
    language = directory.site.language
    heirs = tuple(
        LinkView(directory.agency[heir.agency].name.text(language), addresses.agency(WORDS[language], heir.agency))
        for heir in directory.successors.get(party.agency, ())
    )
    return PartyView(
        link=_agency_link(party.agency, agreement, directory),
        role=party.role,
        lead=party.lead,
        signed_on=date_view(party.signed_on, language),
        effective_on=date_view(party.effective_on, language),
        heirs=heirs,
    )


def _signatory(signatory: Signatory, agreement: Agreement, directory: Directory) -> PersonView:
    language = directory.site.language
    party = _agency_link(signatory.party, agreement, directory).label if signatory.party else ""
    capacity = signatory.on_behalf
    return _person(
        signatory.person, party, f"{capacity}. ({labels.CAPACITIES[capacity].text(language)})" if capacity else ""
    )


def _person(person: Person, party: str = "", capacity: str = "") -> PersonView:
    return PersonView(person.name, person.rank, person.position, person.also, person.role, party, capacity)


def _review(review: Review, agreement: Agreement, directory: Directory) -> ReviewView:
    language = directory.site.language
    return ReviewView(
        every=format_duration(review.every, language) if review.every else "",
        next=date_view(review.next, language),
        chair=_agency_link(review.chair, agreement, directory) if review.chair else None,
        rotating=review.rotating,
    )


def _relation(relation: Relation, records: Records, directory: Directory) -> RelationView:
    language = directory.site.language
    label = labels.RELATIONS[relation.kind].text(language)
    external = relation.external
    if external:
        link = LinkView(external.title, external.url, external=True) if external.url else None
        return RelationView(label, external.title, external.number, date_view(external.date, language), link)
    article = records.get(relation.to or "")
    if article is None or article.agreement is None:
        return RelationView(label, relation.to or "", "", None, None)
    record = article.agreement
    link = LinkView(article.title, addresses.article(WORDS[language], article))
    signed = date_view(record.signed_on, language)
    return RelationView(label, record.title or article.title, record.number, signed, link)
