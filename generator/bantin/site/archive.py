"""PLAN: the archive of articles by year and month; the list of a month is divided by day."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bantin.domain.text.date_format import format_month
from bantin.index import Bulletin, Period
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import home_crumb, offered, top_link
from bantin.site.lists import ListPage, index_of, list_of
from bantin.site.months import month_pages
from bantin.site.page import Page
from bantin.site.titles import titles_of
from bantin.site.views import LinkView


def archive_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The archive: an index of the years, a list for each year and month, and one of the undated articles."""
    site = bulletin.directory.site
    words, titles = WORDS[site.language], titles_of(site)
    archive = top_link("archive", site)
    links = year_links(bulletin)
    undated = LinkView(titles.undated, f"{words.archive}/{words.undated}/", len(bulletin.undated))
    crumbs = (home_crumb(site), archive)
    yield index_of(archive, (*links, undated), bulletin)
    yield from list_of(undated, ListPage(items=bulletin.undated, crumbs=crumbs), bulletin)
    periods = {period: period_link(period, bulletin) for period in sorted(bulletin.by_period) if not period.day}
    within: dict[Period | None, list[LinkView]] = {}
    for period, link in periods.items():
        within.setdefault(period.above, []).append(link)
    for older, year, newer in _with_neighbours([period for period in periods if not period.month]):
        content = ListPage(
            items=bulletin.by_period[year],
            crumbs=crumbs,
            children=tuple(within.get(year, ())),
            newer=periods[newer] if newer else None,
            older=periods[older] if older else None,
        )
        # 'Năm 2023' alone could also be the agreements of that year.
        title = titles.archive_of.format(year=year.year)
        yield from list_of(replace(periods[year], label=title), content, bulletin)
    for older, month, newer in _with_neighbours([period for period in periods if period.month]):
        yield from month_pages(
            month,
            periods[month],
            bulletin,
            crumbs=(*crumbs, periods[Period(month.year)]),
            newer=periods[newer] if newer else None,
            older=periods[older] if older else None,
        )


def period_link(period: Period, bulletin: Bulletin) -> LinkView:
    """The link to a year or month of the archive, with the number of its articles."""
    site = bulletin.directory.site
    label = titles_of(site).year.format(year=period.year)
    if period.month:
        label = format_month(period.year, period.month, site.language)
    # A Vietnamese title begins with a capital letter: 'Tháng 11 năm 2012'.
    label = label[0].upper() + label[1:]
    return LinkView(label, addresses.period(WORDS[site.language], period), len(bulletin.by_period[period]))


def year_links(bulletin: Bulletin) -> tuple[LinkView, ...]:
    """The links to the years of the archive, the newest first."""
    years = sorted((period for period in bulletin.by_period if not period.month), reverse=True)
    return offered((period_link(year, bulletin) for year in years), bulletin.directory.site)


def _with_neighbours(periods: Sequence[Period]) -> Iterator[tuple[Period | None, Period, Period | None]]:
    """Each of ``periods`` with its neighbours: the one before it, itself, the one after it."""
    for position, period in enumerate(periods):
        older = periods[position - 1] if position else None
        yield older, period, periods[position + 1] if position + 1 < len(periods) else None
