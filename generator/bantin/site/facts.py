"""The facts of an agreement, for the page of its article."""

from msgspec.structs import replace

from bantin.content.schema.agreement import AGREEMENT_TEXTS
from bantin.domain.model import (
    Agreement,
    DocumentFacts,
    EventKind,
    Feature,
    Party,
    Person,
    RecordHome,
    RelationKind,
    Review,
    ShownIn,
    Signatory,
    Site,
)
from bantin.domain.text.durations import format_recurrence
from bantin.index import (
    Directory,
    Record,
    Standing,
    next_review,
    overdue_review,
    party_standing,
)
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.agency_history import heir_views
from bantin.site.cards import (
    agency_link,
    date_view,
    field_links,
    name_then,
    names_then,
    status_view,
    subject_link,
    type_link,
    year_link,
)
from bantin.site.citation_links import linked_text
from bantin.site.documents import document_views
from bantin.site.explanations import capacity_word
from bantin.site.headings import heading
from bantin.site.own_fields import own_facts
from bantin.site.party_table import party_table
from bantin.site.relation_views import citing_records, relation_groups, versions
from bantin.site.timeline_views import event_view, timeline_views
from bantin.site.titles import titles_of
from bantin.site.views import (
    AgreementView,
    AlternateView,
    DocumentView,
    LinkView,
    PartyView,
    PersonView,
    RecordBriefView,
    RelationGroupView,
    ReviewView,
    StatusView,
    TermView,
)


def agreement_view(
    record: Record,
    lineage: tuple[RecordHome, ...],
    documents: tuple[DocumentFacts, ...],
    groups: tuple[str, ...],
    directory: Directory,
) -> AgreementView:
    """The facts of the agreement of ``record``, in the site's language.

    ``lineage`` are the homes of the agreements that changed one another, including this one; ``documents`` are the
    facts of its files. ``groups`` are the addresses of the lists that it is in with others: by pair, by signatory.
    """
    agreement, life = record.agreement, record.lifecycle
    language = directory.site.language
    effective_on = date_view(agreement.effective_on, language)
    standings = tuple(status_view(_standing_of(party, record, directory), directory) for party in agreement.parties)
    parties = tuple(
        _party(party, standing, record, directory) for party, standing in zip(agreement.parties, standings, strict=True)
    )
    signatories = tuple(signatory_view(one, agreement, groups, directory) for one in agreement.signatories)
    relations, files = relation_groups(record, directory), document_views(agreement.documents, documents, directory)
    return AgreementView(
        id=agreement.id,
        type=type_link(agreement.type, directory),
        type_id=agreement.type,
        status=status_view(life.standing, directory),
        parties=parties,
        party_table=party_table(agreement, parties, signatories, standings, effective_on),
        pair=_pair(agreement, groups, directory),
        signatories=signatories,
        presided_by=tuple(_person(person) for person in agreement.presided_by),
        attended_by=tuple(_person(person) for person in agreement.attended_by),
        signed_on=date_view(agreement.signed_on, language),
        year=year_link(record.year, directory) if record.year else None,
        place=agreement.signed_at.place,
        venue=agreement.signed_at.venue,
        fields=field_links(agreement.fields, directory),
        scope=labels.SCOPES[agreement.scope].on(directory.site) if agreement.scope else "",
        effective_on=effective_on,
        expires_on=date_view(agreement.expires_on, language),
        indefinite=agreement.indefinite,
        ends=date_view(life.ends, language),
        extended=any(event.kind is EventKind.EXTENDED for event in agreement.events),
        review=_review(agreement.review, record, directory) if agreement.review else None,
        clauses=agreement.clauses,
        history=tuple(event_view(action, agreement, directory) for action in life.history),
        relations=relations,
        ended_by=_ending(relations),
        lineage=versions(record, lineage, directory),
        timeline=timeline_views(record, lineage, directory),
        documents=files,
        main_document=_main_document(record, files),
        text_url=_text_url(record, directory),
        term=_term(agreement, directory),
        text_at=record.text_at,
        text_public=agreement.full_text.public if agreement.full_text else None,
        text_reason=agreement.full_text.reason if agreement.full_text else "",
        own=tuple(one for one in own_facts(agreement, ShownIn.PAGE, directory) if one.is_known),
        cited_by=citing_records(record, directory),
        legal_basis=tuple(linked_text(basis, record.cited, directory.site) for basis in agreement.legal_basis),
        **{key: getattr(agreement, key) for key in AGREEMENT_TEXTS if key != "legal_basis"},
    )


def record_brief(record: Record, directory: Directory) -> RecordBriefView:
    """The main facts of an agreement that has a page of its own."""
    agreement, life = record.agreement, record.lifecycle
    link = subject_link(record.home, directory.site)
    return RecordBriefView(
        link=replace(link, label=heading(link.label, directory)),
        type=type_link(agreement.type, directory),
        number=agreement.number,
        status=status_view(life.standing, directory),
        parties=names_then((party.agency for party in agreement.parties), agreement.signed_on, directory),
        signed_on=date_view(agreement.signed_on, directory.site.language),
        ended_by=_ending(relation_groups(record, directory)),
        text_url=_text_url(record, directory),
        main_document=_main_document(record, document_views(agreement.documents, (), directory)),
        text_public=agreement.full_text.public if agreement.full_text else None,
        text_reason=agreement.full_text.reason if agreement.full_text else "",
    )


def _ending(relations: tuple[RelationGroupView, ...]) -> tuple[RelationGroupView, ...]:
    """Those of ``relations`` by which other agreements replaced or terminated this one."""
    return tuple(
        one for one in relations if one.inverse and one.kind in (RelationKind.REPLACES, RelationKind.TERMINATES)
    )


def _text_url(record: Record, directory: Directory) -> str:
    """The address of the full text on a page of the site; empty if it is on none."""
    page = addresses.home(WORDS[directory.site.language], record.home)
    return f"{page}#bt-text" if record.text_at == "page" else ""


def _main_document(record: Record, views: tuple[DocumentView, ...]) -> DocumentView | None:
    """The first signed copy among the files of an agreement, or else the first file."""
    shown = zip(record.agreement.documents, views, strict=True)
    return next((view for one, view in shown if one.is_signed_copy), views[0] if views else None)


def _term(agreement: Agreement, directory: Directory) -> TermView | None:
    """The term as it is after the last extension of the whole agreement; ``None`` if it was not extended."""
    found = [one for one in agreement.events if one.kind is EventKind.EXTENDED and not one.parties]
    if not found:
        return None
    last, language = max(found, key=lambda one: one.on.order if one.on else (0, 0, 0)), directory.site.language
    return TermView(
        until=date_view(last.until, language),
        indefinite=last.indefinite,
        by=last.by,
        at_first=date_view(agreement.expires_on, language),
    )


def record_as_data(home: RecordHome, site: Site) -> tuple[AlternateView, ...]:
    """The file with the agreement of ``home`` as data, if there is one."""
    if home.agreement is None or Feature.DATA in site.off:
        return ()
    url = addresses.record(site, home)
    return (AlternateView(titles_of(site).record_as_data, url, "application/json"),)


def _link_then(agency_id: str, agreement: Agreement, directory: Directory) -> LinkView:
    """The link to an agency under its name on the day of signing."""
    return replace(agency_link(agency_id, directory), label=name_then(agency_id, agreement.signed_on, directory))


def _pair(agreement: Agreement, groups: tuple[str, ...], directory: Directory) -> str:
    """The address of all agreements between two parties; empty if this is the only one, or there are more parties."""
    if len(agreement.parties) != 2:
        return ""
    first, second = agreement.parties
    address = addresses.pair(WORDS[directory.site.language], first.agency, second.agency)
    return address if address in groups else ""


def _party(party: Party, status: StatusView, record: Record, directory: Directory) -> PartyView:
    """The view of a party; its ``status`` is in it if it differs from that of the agreement."""
    agreement = record.agreement
    language = directory.site.language
    return PartyView(
        link=_link_then(party.agency, agreement, directory),
        role=party.role,
        lead=party.lead,
        signed_on=date_view(party.signed_on, language),
        effective_on=date_view(party.effective_on, language),
        status=None if status.kind == record.lifecycle.status else status,
        heirs=heir_views(party.agency, party.signed_on or agreement.signed_on, directory),
    )


def _standing_of(party: Party, record: Record, directory: Directory) -> Standing:
    return party_standing(record.agreement, record.lifecycle.standing, party.agency, directory.as_of)


def signatory_view(
    signatory: Signatory, agreement: Agreement, groups: tuple[str, ...], directory: Directory
) -> PersonView:
    """The view of a signatory, with party and capacity; a link if the page of the signatory is one of ``groups``."""
    language = directory.site.language
    party = name_then(signatory.party, agreement.signed_on, directory) if signatory.party else ""
    capacity = signatory.on_behalf
    name = signatory.person.name
    address = addresses.person(WORDS[language], directory.signer_id(name))
    return _person(
        signatory.person,
        party,
        f"{capacity}. ({labels.CAPACITIES[capacity].on(directory.site)})" if capacity else "",
        LinkView(name, address) if address in groups else None,
        capacity_word(capacity) if capacity else "",
    )


def _person(
    person: Person, party: str = "", capacity: str = "", link: LinkView | None = None, capacity_id: str = ""
) -> PersonView:
    position, also, role = person.position, person.also, person.role
    return PersonView(person.name, person.rank, position, also, role, party, capacity, link, capacity_id)


def _review(review: Review, record: Record, directory: Directory) -> ReviewView:
    language = directory.site.language
    due = next_review(record.agreement, record.lifecycle, directory.as_of)
    chair = due.chair if due else review.chair
    return ReviewView(
        every=format_recurrence(review.every, language) if review.every else "",
        next=date_view(due.on, language) if due else None,
        computed=due is not None and due.computed,
        overdue=date_view(overdue_review(record.agreement, record.lifecycle, directory.as_of), language),
        chair=_link_then(chair, record.agreement, directory) if chair else None,
        heirs=heir_views(chair, record.agreement.signed_on, directory) if chair else (),
        rotating=review.rotating,
    )
