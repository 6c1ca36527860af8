"""Statistics of the register: a bar for each of its lists."""

from collections.abc import Iterable, Iterator, Sequence

from bantin.domain.model import Site
from bantin.index import Bulletin, Directory
from bantin.site.addresses import WORDS
from bantin.site.cards import home_crumb, top_link
from bantin.site.charts.bars import Bar, bar_chart
from bantin.site.page import Page, PageContent
from bantin.site.register.facets import facets
from bantin.site.titles import titles_of
from bantin.site.views import LinkView, StatisticsView

Years = tuple[tuple[int | None, LinkView], ...]
Links = tuple[LinkView, ...]


def statistics_page(bulletin: Bulletin) -> Iterator[Page]:
    """The page of statistics."""
    site = bulletin.directory.site
    words, link = WORDS[site.language], top_link("statistics", site)
    lists = {facet.name: facet.lists for facet in facets(bulletin)}
    yield Page(
        link.url,
        link.label,
        "statistics.html",
        StatisticsPage(
            total=len(bulletin.register.records),
            years=tuple((records[0].year, one) for one, records in lists[words.year]),
            fields=tuple(one for one, _ in lists[words.fields]),
            types=tuple(one for one, _ in lists[words.types]),
            statuses=tuple(one for one, _ in lists[words.status]),
        ),
    )


def cooperation_link(site: Site) -> LinkView:
    """The link to the page of agencies that sign with each other."""
    words = WORDS[site.language]
    return LinkView(titles_of(site).cooperation, f"{words.statistics}/{words.agencies}/")


class StatisticsPage(PageContent, frozen=True, kw_only=True):
    """The number of all agreements, and those by year, field, type and status."""

    total: int
    years: Years
    fields: Links
    types: Links
    statuses: Links

    def view(self, directory: Directory, url: str, title: str) -> StatisticsView:
        """See :class:`PageContent`."""
        return StatisticsView(
            url=url,
            title=title,
            crumbs=(home_crumb(directory.site),),
            total=self.total,
            years=bar_chart(tuple(_year_bars(self.years, directory.site))),
            fields=bar_chart(_most_first(self.fields)),
            types=bar_chart(_most_first(self.types)),
            statuses=bar_chart(tuple(map(_bar, self.statuses))),
            cooperation=cooperation_link(directory.site),
        )


def _year_bars(years: Years, site: Site) -> Iterator[Bar]:
    """The bars of years, in their order, the latest first; years without an agreement between them share one bar."""
    later: int | None = None
    for year, link in years:
        if year is not None and later is not None and later - year > 1:
            first, last = year + 1, later - 1
            between = str(first) if first == last else f"{first}–{last}"
            yield Bar(titles_of(site).year.format(year=between), "", 0)
        yield Bar(link.label, link.url, link.count or 0, known=year is not None)
        later = year


def _most_first(links: Iterable[LinkView]) -> Sequence[Bar]:
    return sorted(map(_bar, links), key=lambda bar: -bar.count)


def _bar(link: LinkView) -> Bar:
    return Bar(link.label, link.url, link.count or 0)
