"""IMPORT: what was found in sources → drafts, with one id for an agency that several sources name."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from bantin.domain.problems import Language
from bantin.domain.text.name_keys import name_key
from bantin.importing.drafts.agency import agency_draft
from bantin.importing.drafts.article import Page, article_draft
from bantin.importing.drafts.draft import Draft
from bantin.importing.drafts.ids import Ids, ids_for
from bantin.importing.drafts.places import evidence_words
from bantin.importing.drafts.record import record_draft
from bantin.importing.drafts.vocabulary import NewTerm, TermKind
from bantin.importing.facts.model import AgencyName, AgreementFacts, DocumentFacts, Evidence, Found, NewsFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.finding import Facts, Item
from bantin.importing.material import Paragraph, Place, PlaceKind

_Named = tuple[AgencyName, Evidence]
_Term = tuple[TermKind, Found[str]]


class Drafts(Struct, frozen=True):
    """The drafts of an import, and the types and fields that their agreements name and the vocabulary does not have."""

    drafts: tuple[Draft, ...]
    terms: tuple[NewTerm, ...]


def draft_all(items: Sequence[Item], known: KnownNames, language: Language, *, adds_terms: bool = True) -> Drafts:
    """Makes the drafts of ``items`` in their order; those of unknown agencies come first.

    Unless it ``adds_terms``, agreements of types that the vocabulary does not have are no records yet.
    """
    agencies = tuple(chain.from_iterable(_agencies(item.facts) for item in items))
    terms = tuple(chain.from_iterable(_terms(item.facts) for item in items)) if adds_terms else ()
    ids = ids_for(known, (agency for agency, _ in agencies), *(_named(terms, kind) for kind in TermKind))
    stubs = _stubs(agencies, ids, language)
    return Drafts(
        (*stubs, *(_draft(item, ids, language) for item in items)),
        tuple(_new_terms(terms, ids, language)),
    )


def _draft(item: Item, ids: Ids, language: Language) -> Draft:
    facts, source = item.facts, item.source
    if isinstance(facts, NewsFacts):
        page = Page(item.name, item.address, facts, source.pictures, item.notices)
        return article_draft(page, item.key, ids, language)
    record = record_draft(
        facts.agreement,
        item.key,
        ids,
        language,
        text=facts.text,
        attached=source.attached,
        left_out=facts.left_out,
        notices=item.notices,
    )
    return record or article_draft(_page_of(item, facts), item.key, ids, language)


def _page_of(item: Item, facts: DocumentFacts) -> Page:
    """A document that is no record yet as news: a record without a type or parties would stop every build."""
    text = (Paragraph(facts.text, Place(PlaceKind.PARAGRAPH, 1), markdown=facts.text),) if facts.text.strip() else ()
    title = facts.agreement.title or facts.agreement.number
    news = NewsFacts(title=title, body=text, agreements=(facts.agreement,), left_out=facts.left_out)
    return Page(item.name or item.key, item.address, news, {}, item.notices)


def _agreements(facts: Facts) -> tuple[AgreementFacts, ...]:
    return facts.agreements if isinstance(facts, NewsFacts) else (facts.agreement,)


def _agencies(facts: Facts) -> Iterator[_Named]:
    """The agencies that are named as such, each with the words that name it."""
    for one in _agreements(facts):
        yield from ((found.value.agency, found.evidence) for found in one.parties)
        people = chain(one.signatories, one.presided_by, one.attended_by)
        yield from ((found.value.party, found.evidence) for found in people if found.value.party)
        if one.review and one.review.value.chair:
            yield one.review.value.chair, one.review.evidence
        yield from ((agency, found.evidence) for found in one.events for agency in found.value.parties)


def _stubs(named: Iterable[_Named], ids: Ids, language: Language) -> Iterator[Draft]:
    """A draft for each agency that is not known, which rests on the words that name it first."""
    first: dict[str, _Named] = {}
    for agency, evidence in named:
        if not agency.id:
            first.setdefault(name_key(agency.name), (agency, evidence))
    for key, (agency, evidence) in first.items():
        near = ids.known.agency_name(agency.near) if agency.near else ""
        yield agency_draft(agency, ids.new_agencies[key], evidence, near, language)


def _terms(facts: Facts) -> Iterator[_Term]:
    """The types that are named, and the fields that stand in a place of their own: words of the text name none."""
    for one in _agreements(facts):
        if one.type:
            yield TermKind.TYPE, one.type
        yield from ((TermKind.FIELD, found) for found in one.fields if found.is_stated)


def _named(terms: Iterable[_Term], kind: TermKind) -> Iterator[str]:
    return (found.value for one, found in terms if one is kind)


def _new_terms(terms: Iterable[_Term], ids: Ids, language: Language) -> Iterator[NewTerm]:
    """The terms that the vocabulary does not know, each resting on the words that name it first."""
    new = {TermKind.TYPE: ids.new_types, TermKind.FIELD: ids.new_fields}
    first: dict[tuple[TermKind, str], NewTerm] = {}
    for kind, found in terms:
        id_ = new[kind].get(name_key(found.value))
        if id_ and (kind, id_) not in first:
            first[kind, id_] = NewTerm(kind, id_, found.value, evidence_words(found.evidence, language))
    yield from first.values()
