"""PLAN: the home page."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from bantin.domain.model import Article, Feature
from bantin.domain.problems import Language
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.agencies import counted_link
from bantin.site.archive import year_links
from bantin.site.cards import as_of_view, card, section_link, top_link
from bantin.site.counter import Figures, figures_of, figures_view
from bantin.site.page import Page, PageContent
from bantin.site.register.due import due_link, due_notes
from bantin.site.register.notes import Note, views_of
from bantin.site.views import CardView, HomeView, LinkView
from bantin.site.year_summary import YearSummary, newest_year, year_view

_LATEST = 8


_IN_A_SECTION = 3


_AGENCIES = 12


_DUE = 4


def home_page(bulletin: Bulletin) -> Iterator[Page]:
    """The home page: the newest article, the next ones, the newest of each section, and links to other lists.

    It is the only page that says for which day the site was built.

    These lists are: the newest year at a glance, the nearest deadlines, the agencies with most articles, the years.
    """
    site = bulletin.directory.site
    content = HomePage(
        as_of=bulletin.directory.as_of,
        newest=bulletin.articles[: _LATEST + 1],
        total=len(bulletin.articles),
        sections=tuple(_sections(bulletin)),
        agencies=() if Feature.AGENCIES in site.off else tuple(_busiest(bulletin)),
        years=year_links(bulletin),
        due=() if Feature.REGISTER in site.off else tuple(due_notes(bulletin)[:_DUE]),
        year=None if Feature.ARCHIVE in site.off else newest_year(bulletin),
        figures=figures_of(bulletin),
    )
    yield Page(addresses.HOME, site.title, "home.html", content, dated=True)


def for_day(view: HomeView, day: date, language: Language) -> HomeView:
    """``view`` as it is where the site is built for another ``day``, and nothing else has changed."""
    return replace(view, as_of=as_of_view(day, language))


class HomePage(PageContent, frozen=True, kw_only=True):
    """The content of the home page; ``total`` is the number of all articles."""

    as_of: date
    newest: tuple[Article, ...]
    total: int
    sections: tuple[tuple[LinkView, tuple[Article, ...]], ...]
    agencies: tuple[LinkView, ...]
    years: tuple[LinkView, ...]
    due: tuple[Note, ...]
    year: YearSummary | None
    figures: Figures | None

    def view(self, directory: Directory, url: str, title: str) -> HomeView:
        """See :class:`PageContent`."""
        news = top_link("articles", directory.site, self.total)
        cards = _cards(self.newest, directory)
        return HomeView(
            url=url,
            title=title,
            description=directory.site.description,
            as_of=as_of_view(self.as_of, directory.site.language),
            lead=cards[0] if cards else None,
            latest=cards[1:],
            sections=tuple((link, _cards(articles, directory)) for link, articles in self.sections),
            agencies=self.agencies,
            years=self.years,
            year=year_view(self.year, directory) if self.year else None,
            due=views_of(self.due, directory),
            all_due=due_link(directory.site),
            more=news if self.total > len(self.newest) else None,
            figures=figures_view(self.figures) if self.figures else None,
        )


def _cards(articles: tuple[Article, ...], directory: Directory) -> tuple[CardView, ...]:
    return tuple(card(article, directory) for article in articles)


def _sections(bulletin: Bulletin) -> Iterator[tuple[LinkView, tuple[Article, ...]]]:
    for section in bulletin.directory.site.sections:
        link = section_link(section.id, bulletin.directory)
        newest = bulletin.by_section.get(section.id, ())[:_IN_A_SECTION]
        if link and newest:
            yield link, newest


def _busiest(bulletin: Bulletin) -> list[LinkView]:
    """The agencies with the most agreements, in Vietnamese order."""
    agencies = bulletin.directory.agencies
    count = {agency.id: len(bulletin.homes_by_agency.get(agency.id, ())) for agency in agencies}
    busiest = sorted((a for a in agencies if count[a.id]), key=lambda agency: -count[agency.id])[:_AGENCIES]
    chosen = {agency.id for agency in busiest}
    return [counted_link(agency, bulletin) for agency in agencies if agency.id in chosen]
