"""The search entry of each page: the words by which it is found, and the filters for results."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import TypeVar

from msgspec import Struct

from bantin.domain.model import Agency, Article, DocumentFacts, Feature, Gone, Person, RecordFile, StaticPage
from bantin.domain.problems import Language
from bantin.index import Bulletin, Directory, Record, Register
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.cards import date_view, field_links, moment_view, names_then, status_link, type_link, year_link
from bantin.site.documents import reading_note
from bantin.site.search_names import happened
from bantin.site.search_parts import SearchPart, text_parts
from bantin.site.search_words import apart
from bantin.site.views import DateView

T = TypeVar("T")

_UNDATED = "0000"


class SearchEntry(Struct, frozen=True):
    """A page that can be found.

    ``facts`` are further texts by which it is found, besides title, lead and body; ``digest`` is that of the file with
    its body, empty if that is not searched. Instead of a body there may be ``parts`` to which a result leads, or the
    pages of a document: ``pdf`` is the SHA-256 of one with words, ``sidecar`` that of its recognised text. ``shown`` is
    displayed with a result; ``facets`` are the filters. Both are pairs of a name and a value. Results are sorted by
    ``day``, an ISO date or the beginning of one.
    """

    url: str
    title: str
    lead: str = ""
    facts: tuple[str, ...] = ()
    digest: str = ""
    pdf: str = ""
    sidecar: str = ""
    parts: tuple[SearchPart, ...] = ()
    day: str = _UNDATED
    shown: tuple[tuple[str, str], ...] = ()
    facets: tuple[tuple[str, str], ...] = ()


def entries(bulletin: Bulletin, *, full: bool) -> Iterator[SearchEntry]:
    """Yields the entries of all articles, records, agencies and static pages, and of those that are gone.

    If ``full``, they have their bodies, and there are entries of documents.
    """
    directory, register = bulletin.directory, bulletin.register
    for article in bulletin.articles:
        yield _article(article, _records_of(article, register), directory, full=full)
    for one in bulletin.record_files:
        yield _record(one, register.by_id[one.agreement.id], directory, full=full)
    yield from (_agency(agency, directory) for agency in _agencies(bulletin))
    yield from (_page(page, full=full) for page in bulletin.pages)
    yield from (_gone(one, directory) for one in bulletin.gone)
    yield from (_document(*one, directory) for one in (worded_documents(bulletin) if full else ()))


def newest_entries(bulletin: Bulletin, most: int) -> list[SearchEntry]:
    """The entries of the ``most`` newest articles and records with a day, newest first, without their bodies.

    Of one day, those of agreements come before those of news about them. No others are made.
    """
    directory, register = bulletin.directory, bulletin.register
    language = directory.site.language
    dated: list[tuple[str, bool, Callable[..., SearchEntry]]] = []
    for article in bulletin.articles:
        records = _records_of(article, register)
        make = partial(_article, article, records, directory)
        dated.append((_day(_known_days(article, records, language)), _is_own(article, records), make))
    for one in bulletin.record_files:
        day = _day(_known([date_view(one.agreement.signed_on, language)]))
        dated.append((day, True, partial(_record, one, register.by_id[one.agreement.id], directory)))
    newest = sorted((one for one in dated if one[0] != _UNDATED), key=itemgetter(0, 1), reverse=True)[:most]
    return [make(full=False) for _day_of, _own, make in newest]


def count_entries(bulletin: Bulletin, *, full: bool) -> int:
    """The number of ``entries``, without creating them."""
    documents = worded_documents(bulletin) if full else ()
    counted = (bulletin.articles, bulletin.record_files, _agencies(bulletin), bulletin.pages, bulletin.gone, documents)
    return sum(map(len, counted))


def worded_documents(bulletin: Bulletin) -> tuple[tuple[DocumentFacts, Record], ...]:
    """The documents with words to search, by path, each with the first agreement that it belongs to."""
    owners: dict[str, Record] = {}
    for record in bulletin.register.records:
        for document in record.agreement.documents:
            owners.setdefault(document.file, record)
    return tuple((facts, owners[path]) for path, facts in bulletin.documents.items() if facts.is_searched)


def _agencies(bulletin: Bulletin) -> tuple[Agency, ...]:
    return () if Feature.AGENCIES in bulletin.directory.site.off else bulletin.directory.agencies


def _records_of(article: Article, register: Register) -> list[Record]:
    return [register.by_id[one.id] for one in article.agreements]


def _known_days(article: Article, records: Iterable[Record], language: Language) -> list[DateView]:
    """The days of an article that are known: that of its publication, then those of its agreements."""
    signed = (date_view(record.agreement.signed_on, language) for record in records)
    return _known([moment_view(article.published, language), *signed])


def _known(days: Iterable[DateView | None]) -> list[DateView]:
    return [when for when in days if when]


def _is_own(article: Article, records: Sequence[Record]) -> bool:
    """Whether an article contains the agreement that it is about, and no other."""
    return len(records) == 1 and records[0].home is article


def _record(file: RecordFile, record: Record, directory: Directory, *, full: bool) -> SearchEntry:
    language, parties = directory.site.language, _parties(record, directory)
    signed = date_view(file.agreement.signed_on, language)
    return SearchEntry(
        url=addresses.record_file(WORDS[language], file),
        title=file.title,
        facts=(*_facts(record, parties, directory), *([_spellings(signed)] if signed else [])),
        parts=tuple(text_parts(file.text, language)) if full and file.text else (),
        day=_day(_known([signed])),
        shown=(*_about(record, directory), ("own", "1"), ("parties", " · ".join(parties))),
        facets=tuple(_facets(record, directory)),
    )


def _document(facts: DocumentFacts, record: Record, directory: Directory) -> SearchEntry:
    """The entry of a document, which contains only its words: facts belong to the entry of the record."""
    site, agreement = directory.site, record.agreement
    document = next(one for one in agreement.documents if one.file == facts.path)
    signed = date_view(agreement.signed_on, site.language)
    reading = (("reading", reading_note(facts.reading, site)),) if facts.reading else ()
    return SearchEntry(
        url=addresses.attachment(site, facts.path),
        title=f"{posixpath.basename(facts.path)} ({labels.DOCUMENTS[document.kind].on(site)})",
        pdf=facts.sha256 if facts.has_words else "",
        sidecar=facts.reading.digest if facts.reading else "",
        day=_day(_known([signed])),
        shown=(("date", signed.short if signed else ""), ("agreement", agreement.title or agreement.number), *reading),
        facets=tuple(_facets(record, directory)),
    )


def _article(article: Article, records: Sequence[Record], directory: Directory, *, full: bool) -> SearchEntry:
    """The entry of an article, with the facts of all agreements that it is about; the first are shown."""
    language = directory.site.language
    known = _known_days(article, records, language)
    parties = [_parties(record, directory) for record in records]
    facts = (fact for record, names in zip(records, parties, strict=True) for fact in _facts(record, names, directory))
    return SearchEntry(
        url=addresses.article(WORDS[language], article),
        title=article.title,
        lead=article.lead,
        facts=(article.summary, *facts, *article.tags, *map(_spellings, known), *article.authors),
        digest=article.digest if full else "",
        day=_day(known),
        shown=(*_shown(article, records, directory), ("parties", " · ".join(parties[0] if parties else ()))),
        facets=_unique(facet for record in records for facet in _facets(record, directory)),
    )


def _shown(article: Article, records: Sequence[Record], directory: Directory) -> Iterator[tuple[str, str]]:
    """The data that a result shows below its title: those of its only agreement, else the day of publication.

    Yields the name of a datum and its text, which is empty if it is unknown.
    """
    if len(records) == 1:
        yield from _about(records[0], directory)
        yield from [("own", "1")] if _is_own(article, records) else []
    else:
        published = moment_view(article.published, directory.site.language)
        yield "date", labels.PUBLISHED_ON.on(directory.site).format(day=published.short) if published else ""


def _about(record: Record, directory: Directory) -> Iterator[tuple[str, str]]:
    """The number, the status and the day of signing of ``record``, as in :func:`_shown`."""
    site, signed = directory.site, date_view(record.agreement.signed_on, directory.site.language)
    yield "number", record.agreement.number
    yield "status", labels.STATUSES[record.lifecycle.status].on(site)
    yield "kind", record.lifecycle.status
    yield "date", labels.SIGNED_ON.on(site).format(day=signed.short) if signed else ""


def _parties(record: Record, directory: Directory) -> tuple[str, ...]:
    agreement = record.agreement
    return names_then((party.agency for party in agreement.parties), agreement.signed_on, directory)


def _day(known: Iterable[DateView]) -> str:
    return next((when.iso[:10] for when in known if when.iso[:1].isdigit()), _UNDATED)


def _facts(record: Record, parties: tuple[str, ...], directory: Directory) -> Iterator[str]:
    agreement = record.agreement
    yield agreement.title
    if agreement.number:
        yield agreement.number
        yield apart(agreement.number)
    yield from parties
    for party in agreement.parties:
        yield from _names(directory.agency[party.agency], directory)
    people = (*(one.person for one in agreement.signatories), *agreement.presided_by, *agreement.attended_by)
    yield from map(_person, people)
    yield type_link(agreement.type, directory).label
    yield from (link.label for link in field_links(agreement.fields, directory))
    yield agreement.signed_at.place


def _names(agency: Agency, directory: Directory) -> Iterator[str]:
    language = directory.site.language
    yield agency.name.text(language)
    yield from (apart(short) for short in agency.abbreviations)
    yield from agency.aliases


def _person(person: Person) -> str:
    return " ".join(filter(None, (person.rank, person.name, person.position)))


def _spellings(when: DateView) -> str:
    return f"{when.short} {apart(when.short)} {when.long}"


def _facets(record: Record, directory: Directory) -> Iterator[tuple[str, str]]:
    agreement, language = record.agreement, directory.site.language
    yield from (("agency", directory.agency[party.agency].name.text(language)) for party in agreement.parties)
    if Feature.REGISTER in directory.site.off:
        return
    yield "year", str(record.year) if record.year else year_link(None, directory).label
    yield "type", type_link(agreement.type, directory).label
    yield from (("field", link.label) for link in field_links(agreement.fields, directory))
    yield "status", status_link(record.lifecycle.status, directory).label
    yield from (("event", labels.EVENTS[kind].on(directory.site)) for kind in happened(record))
    ends = record.lifecycle.ends
    if ends and ends.year and ends.month:
        yield "ends", f"{ends.year:04}-{ends.month:02}"


def _agency(agency: Agency, directory: Directory) -> SearchEntry:
    language = directory.site.language
    former = (name.name.text(language) for name in agency.former_names)
    return SearchEntry(
        url=addresses.agency(WORDS[language], agency.id),
        title=agency.name.text(language),
        facts=_unique((*_names(agency, directory), *former)),
    )


def _page(page: StaticPage, *, full: bool) -> SearchEntry:
    return SearchEntry(addresses.static_page(page), page.title, page.lead, digest=page.digest if full else "")


def _gone(gone: Gone, directory: Directory) -> SearchEntry:
    """The entry of something that is gone, which is found by its title and number, and says that it is gone."""
    site = directory.site
    on = date_view(gone.on, site.language)
    note = labels.GONE_SINCE.on(site).format(day=on.short) if on else labels.GONE_MARK.on(site)
    return SearchEntry(
        url=addresses.gone(WORDS[site.language], gone),
        title=gone.title,
        facts=(gone.number, apart(gone.number)) if gone.number else (),
        shown=(("gone", note),),
    )


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
