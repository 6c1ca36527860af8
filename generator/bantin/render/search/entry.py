"""The search entry of each page: the words by which it is found, and the filters for results."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from bantin.domain.model import Agency, Article, Feature, Person, StaticPage
from bantin.index import Bulletin, Directory, Record
from bantin.render.search.words import apart
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import date_view, field_links, moment_view, names_then, status_link, type_link, year_link
from bantin.site.views import DateView

_UNDATED = "0000"


class SearchEntry(Struct, frozen=True):
    """A page that can be found.

    ``facts`` are further texts by which it is found, besides title, lead and body; ``digest`` is that of the file with
    its body, empty if that is not searched. ``shown`` is displayed with a result; ``facets`` are the filters. Both are
    pairs of a name and a value. Results are sorted by ``day``, an ISO date or the beginning of one.
    """

    url: str
    title: str
    lead: str = ""
    facts: tuple[str, ...] = ()
    digest: str = ""
    day: str = _UNDATED
    shown: tuple[tuple[str, str], ...] = ()
    facets: tuple[tuple[str, str], ...] = ()


def entries(bulletin: Bulletin, *, full: bool) -> Iterator[SearchEntry]:
    """Yields the entries of all articles, agencies and static pages of ``bulletin``; with bodies if ``full``."""
    directory = bulletin.directory
    for article in bulletin.articles:
        record = bulletin.register.by_id[article.agreement.id] if article.agreement else None
        yield _article(article, record, directory, full=full)
    if Feature.AGENCIES not in directory.site.off:
        yield from (_agency(agency, directory) for agency in directory.agencies)
    yield from (_page(page, full=full) for page in bulletin.pages)


def _article(article: Article, record: Record | None, directory: Directory, *, full: bool) -> SearchEntry:
    language = directory.site.language
    agreement = article.agreement
    signed = agreement.signed_on if agreement else None
    published = moment_view(article.published, language)
    dates = [published, date_view(signed, language)]
    known = [when for when in dates if when]
    parties = names_then((party.agency for party in agreement.parties), signed, directory) if agreement else ()
    return SearchEntry(
        url=addresses.article(WORDS[language], article),
        title=article.title,
        lead=article.lead,
        facts=(*_facts(record, parties, directory), *article.tags, *map(_spellings, known), *article.authors),
        digest=article.digest if full else "",
        day=next((when.iso[:10] for when in known if when.iso[:1].isdigit()), _UNDATED),
        shown=(("date", known[0].short if known else ""), ("parties", " · ".join(parties))),
        facets=tuple(_facets(record, directory)) if record else (),
    )


def _facts(record: Record | None, parties: tuple[str, ...], directory: Directory) -> Iterator[str]:
    if record is None:
        return
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


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
