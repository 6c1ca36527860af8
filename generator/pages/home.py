"""PLAN: the home page, and the page for addresses that do not exist."""

from collections.abc import Iterator, Mapping

from generator.bulletin import Bulletin
from generator.pages import addresses
from generator.pages.addresses import WORDS
from generator.pages.agencies import agency_link
from generator.pages.cards import section_link
from generator.pages.lists import period_link
from generator.pages.page import Page
from generator.pages.titles import TITLES
from generator.pages.views import CardView, HomeView, LinkView, NotFoundView

_LATEST = 8
_IN_A_SECTION = 3
_AGENCIES = 12


def home_page(bulletin: Bulletin, cards: Mapping[str, CardView]) -> Iterator[Page]:
    """The home page: the newest article, the next ones, each section's newest, the busiest agencies, the years."""
    language = bulletin.site.language
    words, titles = WORDS[language], TITLES[language]
    ordered = [cards[article.path] for article in bulletin.articles]
    shown = ordered[: _LATEST + 1]
    years = [period for period in sorted(bulletin.by_period, reverse=True) if not period.month]
    view = HomeView(
        url=addresses.HOME,
        title=bulletin.site.title,
        description=bulletin.site.description,
        lead=shown[0] if shown else None,
        latest=tuple(shown[1:]),
        sections=tuple(_sections(bulletin, cards)),
        agencies=tuple(_busiest(bulletin)),
        years=tuple(period_link(year, bulletin) for year in years),
        more=LinkView(titles.articles, f"{words.articles}/", len(ordered)) if len(ordered) > len(shown) else None,
    )
    yield Page(view, "home.html")


def not_found_page(bulletin: Bulletin) -> Iterator[Page]:
    """The page that a server shows for an address that does not exist."""
    language = bulletin.site.language
    words, titles = WORDS[language], TITLES[language]
    links = (
        LinkView(titles.home, addresses.HOME),
        LinkView(titles.articles, f"{words.articles}/"),
        LinkView(titles.agencies, f"{words.agencies}/"),
        LinkView(titles.archive, f"{words.archive}/"),
    )
    view = NotFoundView(url=addresses.NOT_FOUND, title=titles.not_found, base_url=bulletin.site.base_url, links=links)
    yield Page(view, addresses.NOT_FOUND, listed=False)


def _sections(bulletin: Bulletin, cards: Mapping[str, CardView]) -> Iterator[tuple[LinkView, tuple[CardView, ...]]]:
    for section in bulletin.site.sections:
        link = section_link(section.id, bulletin)
        newest = bulletin.by_section.get(section.id, ())[:_IN_A_SECTION]
        if link and newest:
            yield link, tuple(cards[article.path] for article in newest)


def _busiest(bulletin: Bulletin) -> list[LinkView]:
    """The agencies with most articles, in Vietnamese order."""
    count = {agency.id: len(bulletin.by_agency.get(agency.id, ())) for agency in bulletin.agencies}
    busiest = sorted((a for a in bulletin.agencies if count[a.id]), key=lambda agency: -count[agency.id])[:_AGENCIES]
    chosen = {agency.id for agency in busiest}
    return [agency_link(agency, bulletin) for agency in bulletin.agencies if agency.id in chosen]
