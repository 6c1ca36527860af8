"""The small views that others are made of: dates, links, photos, cards, pagers."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import TypeVar

from generator.bulletin import Directory
from generator.errors import Language
from generator.model import Agency, Article, Photo, Term
from generator.pages import addresses
from generator.pages.addresses import WORDS, Words
from generator.pages.titles import TITLES
from generator.pages.views import CardView, DateView, LinkView, Pager, PhotoView
from generator.text.calendars import format_full, format_long, format_short
from generator.text.dates import Edtf, Moment
from generator.text.slugs import slugify

T = TypeVar("T")

_PAGES_NEARBY = 2
_MOST_CARDS = 50_000


def date_view(when: Edtf | None, language: Language) -> DateView | None:
    """A date to show; ``None`` when nothing of it is known."""
    return _day_view(when, language) if when else None


def moment_view(moment: Moment | None, language: Language) -> DateView | None:
    """A moment to show; ``None`` when nothing of it is known."""
    day = _day_view(moment.day, language) if moment else None
    if moment is None or day is None or moment.instant is None:
        return day
    return DateView(str(moment), day.short, day.long, format_full(moment, language), day.exact)


@lru_cache(maxsize=20_000)
def _day_view(day: Edtf, language: Language) -> DateView | None:
    """A day to show. Many articles have it, so it is made once."""
    long = format_long(day, language)
    if not long:
        return None
    return DateView(str(day), format_short(day, language), long, format_full(Moment(day), language), bool(day.exact))


def instant_view(instant: datetime | None, language: Language) -> DateView | None:
    """An instant, already in the time zone of the site, to show."""
    return moment_view(Moment(Edtf.of(instant.date()), instant), language) if instant else None


def name_then(agency: Agency, when: Edtf | None, language: Language) -> str:
    """What the agency was called on a day; its present name where the day is not certain enough to tell."""
    if not agency.former_names:
        return agency.name.text(language)
    earliest, latest = (when.earliest, when.latest) if when else (None, None)
    then = agency.name_on(earliest)
    return (then if then == agency.name_on(latest) else agency.name).text(language)


def photo_view(photo: Photo, words: Words) -> PhotoView:
    """A photo to show."""
    return PhotoView(addresses.attachment(words, photo.src), photo.alt, photo.caption, photo.credit)


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
    """The links to the lists of fields, in the order of the vocabulary."""
    language = directory.site.language
    fields = (term for term in directory.vocabulary.fields if term.id in field_ids)
    return tuple(term_link(WORDS[language].fields, term, language) for term in fields)


@lru_cache(maxsize=10_000)
def tag_link(tag: str, language: Language) -> LinkView:
    """The link to the list of a topic."""
    words = WORDS[language]
    return LinkView(tag, f"{words.tags}/{slugify(tag)}/")


@lru_cache(maxsize=1_000)
def type_link(type_id: str, directory: Directory) -> LinkView:
    """The link to the list of a type of document."""
    language = directory.site.language
    term = next(term for term in directory.vocabulary.types if term.id == type_id)
    return term_link(WORDS[language].types, term, language)


def card(article: Article, directory: Directory) -> CardView:
    """The article as it stands in a list. It stands in many, so it is made once."""
    cards = _cards(directory)
    known = cards.get(article.path)
    # To compare articles costs more than to make a card.
    if known and known[0] is article:
        return known[1]
    if len(cards) >= _MOST_CARDS:
        cards.clear()
    made = _card(article, directory)
    cards[article.path] = (article, made)
    return made


@lru_cache(maxsize=1)
def _cards(_directory: Directory) -> dict[str, tuple[Article, CardView]]:
    """The cards that were made with a directory, by the paths of their articles."""
    return {}


def _card(article: Article, directory: Directory) -> CardView:
    language = directory.site.language
    agreement = article.agreement
    signed = agreement.signed_on if agreement else None
    parties = agreement.parties if agreement else ()
    return CardView(
        title=article.title,
        url=addresses.article(WORDS[language], article),
        lead=article.lead,
        published=moment_view(article.published, language),
        signed=date_view(signed, language),
        type=type_link(agreement.type, directory).label if agreement else "",
        parties=tuple(name_then(directory.agency[party.agency], signed, language) for party in parties),
        section=section_link(article.section, directory),
        photo=photo_view(article.photos[0], WORDS[language]) if article.photos else None,
    )


def slices(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """``items`` in pages of ``size``; one empty page if there are none."""
    return [items[start : start + size] for start in range(0, max(1, len(items)), size)]


def pager(listing: str, number: int, total: int, language: Language) -> Pager:
    """The pager of page ``number`` of ``total`` of the list at ``listing``: its ends, and the pages about this one."""

    def link(page: int) -> LinkView:
        return LinkView(str(page), addresses.listing_page(WORDS[language], listing, page))

    nearby = range(number - _PAGES_NEARBY, number + _PAGES_NEARBY + 1)
    shown = sorted({1, total, *(page for page in nearby if 1 <= page <= total)})
    return Pager(
        number=number,
        total=total,
        previous=link(number - 1) if number > 1 else None,
        next=link(number + 1) if number < total else None,
        pages=tuple(link(page) for page in shown),
    )


def page_title(title: str, number: int, language: Language) -> str:
    """The title of page ``number`` of a list called ``title``."""
    return title if number == 1 else TITLES[language].page.format(title=title, number=number)


@cache
def home_crumb(language: Language) -> LinkView:
    """The first step of the way down to any page."""
    return LinkView(TITLES[language].home, addresses.HOME)
