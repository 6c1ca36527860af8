"""IMPORT: what sources hold → drafts, with one id for an agency that several sources name."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.problems import Language
from bantin.domain.text.name_keys import name_key
from bantin.importing.drafts.agency import agency_draft
from bantin.importing.drafts.article import Page, article_draft
from bantin.importing.drafts.draft import Attached, Draft
from bantin.importing.drafts.ids import Ids, ids_for
from bantin.importing.drafts.places import evidence_words
from bantin.importing.drafts.record import record_draft
from bantin.importing.drafts.vocabulary import NewTerm, TermKind
from bantin.importing.facts.documents.official import is_official
from bantin.importing.facts.documents.read_by_machine import doubted
from bantin.importing.facts.documents.reading import read_document
from bantin.importing.facts.model import (
    AgencyName,
    AgreementFacts,
    DocumentFacts,
    Evidence,
    Found,
    NewsFacts,
    SheetFacts,
)
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.news.reading import read_news
from bantin.importing.facts.sheets.own_data import is_own_data, own_facts
from bantin.importing.facts.sheets.rows import read_rows
from bantin.importing.facts.signing.reading import read_signing
from bantin.importing.material import (
    File,
    Form,
    Material,
    Notice,
    NoticeKind,
    Paragraph,
    Place,
    PlaceKind,
    Refusal,
    Sheet,
)
from bantin.importing.readers.messages import Reading
from bantin.importing.reports.report import Refused

_CSV = ".csv"


class Wanted(StrEnum):
    """What sources are to become; ``AUTO``: pages become news, signed documents and rows become records."""

    AUTO = ""
    NEWS = "news"
    RECORD = "record"


class ReadSource(Struct, frozen=True):
    """A source that has been read. ``key`` names it, the same at each import.

    ``pictures`` are the files of pictures by the paths that the source gives them; ``attached`` are files to be kept
    with the record that it becomes, such as the signed PDF.
    """

    key: str
    reading: Reading
    pictures: Mapping[str, File] = {}
    attached: tuple[Attached, ...] = ()


_Facts = NewsFacts | DocumentFacts
_Named = tuple[AgencyName, Evidence]
_Term = tuple[TermKind, Found[str]]


class _Item(Struct, frozen=True):
    """One thing that becomes a draft: what it says, the source that says so, and its old address."""

    key: str
    facts: _Facts
    source: ReadSource
    name: str = ""
    address: str = ""
    notices: tuple[Notice, ...] = ()


class Drafts(Struct, frozen=True):
    """The drafts of an import, the types and fields of agreements that they name and the vocabulary does not have, and
    what is not imported: posts that were never public, and what has no text.
    """

    drafts: tuple[Draft, ...]
    terms: tuple[NewTerm, ...]
    passed_over: tuple[Refused, ...] = ()


def draft_all(
    sources: Iterable[ReadSource], known: KnownNames, wanted: Wanted, language: Language, *, adds_terms: bool = True
) -> Drafts:
    """Makes the drafts of ``sources`` in their order; those of unknown agencies come first.

    Unless it ``adds_terms``, agreements of types that the vocabulary does not have are no records yet.
    """
    sources = tuple(sources)
    items = tuple(chain.from_iterable(_items(source, known, wanted) for source in sources))
    agencies = tuple(chain.from_iterable(_agencies(item.facts) for item in items))
    terms = tuple(chain.from_iterable(_terms(item.facts) for item in items)) if adds_terms else ()
    ids = ids_for(known, (agency for agency, _ in agencies), *(_named(terms, kind) for kind in TermKind))
    stubs = _stubs(agencies, ids, language)
    return Drafts(
        (*stubs, *(_draft(item, ids, language) for item in items)),
        tuple(_new_terms(terms, ids, language)),
        tuple(chain.from_iterable(map(_passed_over, sources))),
    )


def _items(source: ReadSource, known: KnownNames, wanted: Wanted) -> Iterator[_Item]:
    for material in source.reading.materials:
        if material.blocks or source.attached:
            facts = _facts(material, known, wanted)
            yield _Item(_key(source, material), facts, source, material.source, material.address, material.notices)
    yield from _rows(source, known)


def _key(source: ReadSource, material: Material) -> str:
    return f"{source.key}#{material.part}" if material.part else source.key


def _passed_over(source: ReadSource) -> Iterator[Refused]:
    for material in source.reading.materials:
        if not (material.blocks or source.attached):
            unpublished = any(one.kind is NoticeKind.NOT_PUBLISHED for one in material.notices)
            yield Refused(_key(source, material), Refusal.NOT_PUBLISHED if unpublished else Refusal.EMPTY)


def _facts(material: Material, known: KnownNames, wanted: Wanted) -> _Facts:
    is_document = wanted is Wanted.RECORD or (wanted is Wanted.AUTO and is_official(material.blocks))
    if material.form is Form.DOCUMENT and is_document:
        document = read_document(material, known)
        return replace(document, agreement=doubted(document.agreement, material.notices))
    news = read_news(material, known)
    published = news.published.value if news.published else ""
    news = replace(news, agreements=read_signing(tuple(_paragraphs(news)), known, published))
    if wanted is Wanted.RECORD:
        facts = news.agreements[0] if news.agreements else AgreementFacts()
        return DocumentFacts(facts, "", news.left_out)
    return news


def _paragraphs(news: NewsFacts) -> Iterator[Paragraph]:
    """The words in which facts are looked for: the headline, the lead and the text."""
    for found in (news.title, news.lead):
        if found:
            yield Paragraph(found.value, found.evidence.place)
    yield from (block for block in news.body if isinstance(block, Paragraph))


def _rows(source: ReadSource, known: KnownNames) -> Iterator[_Item]:
    """The records of sheets: of our own data, whose tables belong together, or of each sheet by itself."""
    sheets = source.reading.sheets
    own = next((sheet for sheet in sheets if is_own_data(sheet)), None)
    if own:
        tables = {sheet.name or sheet.source.removesuffix(_CSV): sheet for sheet in sheets}
        yield from _records(source, own, own_facts(tables, known))
        return
    for sheet in sheets:
        yield from _records(source, sheet, read_rows(sheet, known))


def _records(source: ReadSource, sheet: Sheet, facts: SheetFacts) -> Iterator[_Item]:
    told = (*facts.left_out, *facts.problems)
    for number, record in enumerate(facts.records):
        # What concerns the whole sheet is told once.
        key = f"{source.key}#{sheet.name}{'!' if sheet.name else ''}{record.place.number}"
        if record.agreement.id:
            key = f"{source.key}#{record.agreement.id.value}"
        document = DocumentFacts(record.agreement, "", told if number == 0 else ())
        yield _Item(key, document, source, notices=sheet.notices if number == 0 else ())


def _draft(item: _Item, ids: Ids, language: Language) -> Draft:
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


def _page_of(item: _Item, facts: DocumentFacts) -> Page:
    """A document that is no record yet as news: a record without a type or parties would stop every build."""
    text = (Paragraph(facts.text, Place(PlaceKind.PARAGRAPH, 1), markdown=facts.text),) if facts.text.strip() else ()
    title = facts.agreement.title or facts.agreement.number
    news = NewsFacts(title=title, body=text, agreements=(facts.agreement,), left_out=facts.left_out)
    return Page(item.name or item.key, item.address, news, {}, item.notices)


def _agreements(facts: _Facts) -> tuple[AgreementFacts, ...]:
    return facts.agreements if isinstance(facts, NewsFacts) else (facts.agreement,)


def _agencies(facts: _Facts) -> Iterator[_Named]:
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


def _terms(facts: _Facts) -> Iterator[_Term]:
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
