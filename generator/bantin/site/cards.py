"""The small views that other views consist of: dates, names, links, photos, cards."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Literal

from msgspec.structs import replace

from bantin.domain.model import BINDING, Agreement, Article, Label, Photo, RecordHome, Site, Status, Term
from bantin.domain.problems import Language
from bantin.domain.text.date_format import format_full, format_long, format_short
from bantin.domain.text.dates import Edtf, Moment
from bantin.domain.text.slugs import slugify
from bantin.index import Directory, Standing, day_from, standing
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.features import feature_of
from bantin.site.headings import heading
from bantin.site.labels import STATUS_TAGS, STATUSES
from bantin.site.memoize import once
from bantin.site.pictures import picture_view
from bantin.site.titles import titles_of
from bantin.site.views import CardView, DateView, LinkView, PhotoView, StatusView


def date_view(when: Edtf | None, language: Language) -> DateView | None:
    """The view of a date; ``None`` if nothing of it is known."""
    view = _day_view(when, language) if when else None
    return view if view and view.long else None


def moment_view(moment: Moment | None, language: Language) -> DateView | None:
    """The view of a moment; ``None`` if nothing of it is known."""
    return exact_view(moment, language) if moment and date_view(moment.day, language) else None


def exact_view(moment: Moment, language: Language) -> DateView:
    """The view of a moment of which at least the year is known."""
    day = _day_view(moment.day, language)
    if moment.instant is None:
        return day
    return DateView(str(moment), day.short, day.long, format_full(moment, language), day.exact)


@lru_cache(maxsize=20_000)
def _day_view(day: Edtf, language: Language) -> DateView:
    """The view of a day; its words are empty if nothing of it is known. Cached, since many articles share a day."""
    return DateView(
        str(day),
        format_short(day, language),
        format_long(day, language),
        format_full(Moment(day), language),
        day.certain is not None,
    )


def instant_view(instant: datetime, language: Language) -> DateView:
    """The view of an instant, which is already in the time zone of the site."""
    return exact_view(Moment(Edtf.of(instant.date()), instant), language)


def as_of_view(day: date, language: Language) -> DateView:
    """The view of the day for which the site is built."""
    return _day_view(Edtf.of(day), language)


def name_then(agency_id: str, when: Edtf | None, directory: Directory) -> str:
    """The name of an agency on a day; its present name if the day is too uncertain."""
    agency, language = directory.agency[agency_id], directory.site.language
    if not agency.former_names:
        return agency.name.text(language)
    earliest, latest = (when.earliest, when.latest) if when else (None, None)
    then = agency.name_on(earliest)
    return (then if then == agency.name_on(latest) else agency.name).text(language)


def names_then(agency_ids: Iterable[str], when: Edtf | None, directory: Directory) -> tuple[str, ...]:
    """The names of agencies on a day, in their order."""
    return tuple(name_then(agency_id, when, directory) for agency_id in agency_ids)


def offered(links: Iterable[LinkView], site: Site) -> tuple[LinkView, ...]:
    """The ``links`` whose pages ``site`` has."""
    return tuple(link for link in links if not _is_off(link, site))


def where_offered(link: LinkView, site: Site) -> LinkView:
    """``link``, or only its label if ``site`` has turned off the page that it leads to."""
    return _label_of(link) if _is_off(link, site) else link


def _label_of(link: LinkView) -> LinkView:
    return replace(link, url="", linked=False)


def _is_off(link: LinkView, site: Site) -> bool:
    return bool(site.off) and feature_of(WORDS[site.language], link.url) in site.off


def agency_link(agency_id: str, directory: Directory, count: int | None = None) -> LinkView:
    """The link to an agency under its present name; ``count`` is the number of its articles or agreements."""
    site = directory.site
    name = directory.agency[agency_id].name
    url = addresses.agency(WORDS[site.language], agency_id)
    return where_offered(LinkView(name.text(site.language), url, count, lang=language_of(name, site)), site)


def foreign(lang: str, site: Site) -> str:
    """The language that a text is marked with; empty if it is that of the site."""
    return "" if lang == site.language else lang


def article_link(article: Article, site: Site) -> LinkView:
    """The link to an article, by its headline."""
    url = addresses.article(WORDS[site.language], article)
    return LinkView(article.title, url, lang=foreign(article.lang, site))


def home_link(home: RecordHome, site: Site) -> LinkView:
    """The link to an article or a record, by its title."""
    if isinstance(home, Article):
        return article_link(home, site)
    return LinkView(home.title, addresses.record_file(WORDS[site.language], home), lang=foreign(home.lang, site))


def subject_link(home: RecordHome, site: Site) -> LinkView:
    """The link to an article or a record, by the subject line of the agreement."""
    return replace(home_link(home, site), label=subject_of(home))


def language_of(label: Label, site: Site) -> str:
    """The language that a name is marked with; a name without a translation counts as in the main language."""
    return site.main if site.below and not getattr(label, site.language) else ""


def subject_of(home: RecordHome) -> str:
    """The subject line of the agreement that is a part of ``home``, or else the title."""
    return home.agreement.title if home.agreement and home.agreement.title else home.title


def photo_view(photo: Photo, site: Site) -> PhotoView:
    """The view of a photo."""
    if photo.facts is None:
        return PhotoView(addresses.attachment(site, photo.src), photo.alt, photo.caption, photo.credit)
    shown = picture_view(photo.facts, site)
    return PhotoView(shown.url, photo.alt, photo.caption, photo.credit, shown.width, shown.height, shown.sources)


def term_link(kind: str, term: Term, language: Language, count: int | None = None) -> LinkView:
    """The link to the list of a term; ``kind`` is the part of the address before its id."""
    return LinkView(term.label.text(language), f"{kind}/{term.id}/", count)


@lru_cache(maxsize=1_000)
def section_link(section_id: str | None, directory: Directory) -> LinkView | None:
    """The link to the list of a section."""
    language = directory.site.language
    term = next((term for term in directory.site.sections if term.id == section_id), None)
    return term_link(WORDS[language].sections, term, language) if term else None


@lru_cache(maxsize=1_000)
def field_links(field_ids: tuple[str, ...], directory: Directory) -> tuple[LinkView, ...]:
    """The links to the register's lists of fields, in the order of the vocabulary."""
    language = directory.site.language
    words = WORDS[language]
    links = (
        LinkView(
            term.label.text(language),
            addresses.register(words, words.fields, term.id),
            lang=language_of(term.label, directory.site),
        )
        for term in directory.vocabulary.fields
        if term.id in field_ids
    )
    return tuple(where_offered(link, directory.site) for link in links)


@lru_cache(maxsize=10_000)
def tag_link(tag: str, directory: Directory, count: int | None = None) -> LinkView:
    """The link to the list of a topic. Topics are not translated, and are marked as being in the main language."""
    site = directory.site
    return LinkView(tag, addresses.tag(WORDS[site.language], directory.topic_id(tag)), count, lang=site.below or "")


@lru_cache(maxsize=1_000)
def type_link(type_id: str, directory: Directory) -> LinkView:
    """The link to the register's list of a type of document."""
    language = directory.site.language
    words = WORDS[language]
    label = next(term.label for term in directory.vocabulary.types if term.id == type_id)
    url = addresses.register(words, words.types, type_id)
    return where_offered(LinkView(label.text(language), url, lang=language_of(label, directory.site)), directory.site)


@lru_cache(maxsize=100)
def status_link(status: Status, directory: Directory) -> LinkView:
    """The link to the register's list of a status."""
    site, words = directory.site, WORDS[directory.site.language]
    url = addresses.register(words, words.status, status_part(status, site))
    return where_offered(LinkView(STATUSES[status].on(site), url), site)


def status_part(status: Status, site: Site) -> str:
    """The part of an address that stands for a status, the same in every theme: ``con-hieu-luc``."""
    return slugify(STATUSES[status].text(site.language))


def statuses_link(site: Site) -> LinkView:
    """The link to the page that explains the statuses."""
    words = WORDS[site.language]
    return LinkView(titles_of(site).statuses, addresses.register(words, words.status))


def status_view(found: Standing, directory: Directory) -> StatusView:
    """The view of a status with its period."""
    language, until = directory.site.language, found.until
    enters = found.status is Status.NOT_YET and found.then in BINDING
    # The day after the last one without force, or the month or the year of the entry into force.
    enters_on = (day_from(until, 1) or until) if until and enters else None
    return replace(
        status_without_period(found.status, directory),
        since=date_view(found.since, language),
        until=date_view(until, language),
        at_least=found.then is Status.UNKNOWN,
        enters_on=date_view(enters_on, language),
    )


def status_tag(status: Status, directory: Directory) -> StatusView:
    """The tag of a status. It leads to no list: the bulletin may have no agreement of this status."""
    tag = status_without_period(status, directory)
    return replace(tag, link=_label_of(tag.link))


@lru_cache(maxsize=100)
def status_without_period(status: Status, directory: Directory) -> StatusView:
    """The view of a status alone."""
    site = directory.site
    explained = where_offered(statuses_link(site), site)
    return StatusView(
        kind=status,
        link=status_link(status, directory),
        word=STATUS_TAGS.get(status, STATUSES[status]).on(site),
        meaning=f"{explained.url}#{status_part(status, site)}" if explained.linked else "",
    )


def _agreement_status(agreement: Agreement, directory: Directory) -> StatusView:
    return status_view(standing(agreement, directory.as_of), directory)


agreement_status = once(lambda agreement: agreement.id, _agreement_status)
"""The status of an agreement with its period."""


def home_status(home: RecordHome, directory: Directory) -> StatusView | None:
    """The status of the agreements of ``home``; ``None`` if there are none, or if their statuses differ."""
    found = [agreement_status(agreement, directory) for agreement in home.agreements]
    return found[0] if len({one.kind for one in found}) == 1 else None


@lru_cache(maxsize=1_000)
def year_link(year: int | None, directory: Directory) -> LinkView:
    """The link to the register's list of a year of signing, or of agreements without a known year."""
    words, titles = WORDS[directory.site.language], titles_of(directory.site)
    label = titles.year.format(year=year) if year else titles.year_unknown
    link = LinkView(label, addresses.register(words, words.year, str(year or words.unknown)))
    return where_offered(link, directory.site)


def _card(home: RecordHome, directory: Directory) -> CardView:
    language = directory.site.language
    link, article = home_link(home, directory.site), home if isinstance(home, Article) else None
    agreement = home.agreements[0] if home.agreements else None
    signed = agreement.signed_on if agreement else None
    parties = agreement.parties if agreement else ()
    return CardView(
        title=link.label,
        url=link.url,
        lead=article.lead if article else "",
        published=moment_view(article.published, language) if article else None,
        signed=date_view(signed, language),
        type=type_link(agreement.type, directory).label if agreement else "",
        parties=names_then((party.agency for party in parties), signed, directory),
        section=section_link(article.section, directory) if article else None,
        photo=photo_view(article.photos[0], directory.site) if article and article.photos else None,
        lang=link.lang,
        is_record=article is None,
        status=home_status(home, directory),
        heading=heading(link.label, directory),
    )


card = once(lambda home: home.path, _card)
"""The article or record as a card in a list; of several agreements, it shows the first."""


Top = Literal["agencies", "archive", "articles", "fields", "people", "register", "statistics", "types"]
"""The pages directly below the home page, by their common name in addresses and titles."""


def top_link(name: Top, site: Site, count: int | None = None) -> LinkView:
    """The link to a page directly below the home page; ``count`` is the number of articles or agreements in it."""
    return LinkView(getattr(titles_of(site), name), f"{getattr(WORDS[site.language], name)}/", count)


def home_crumb(site: Site) -> LinkView:
    """The first of all breadcrumbs."""
    return LinkView(titles_of(site).home, addresses.HOME)
