"""PLAN: the archive of articles by year, month and day."""

from collections.abc import Iterator, Sequence

from bantin.domain.text.date_format import format_long, format_month
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Period
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import home_crumb, offered, top_link
from bantin.site.lists import ListPage, index_of, list_of
from bantin.site.page import Page
from bantin.site.titles import titles_of
from bantin.site.views import LinkView


def archive_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The archive: an index of the years, a list for each year, month and day, and one of the undated articles."""
    site = bulletin.directory.site
    words, titles = WORDS[site.language], titles_of(site)
    archive = top_link("archive", site)
    years = _years(bulletin)
    links = year_links(bulletin)
    undated = LinkView(titles.undated, f"{words.archive}/{words.undated}/", len(bulletin.undated))
    yield index_of(archive, (*links, undated), bulletin)
    yield from list_of(undated, ListPage(items=bulletin.undated, crumbs=(home_crumb(site), archive)), bulletin)
    periods = {period: period_link(period, bulletin) for period in sorted(bulletin.by_period)}
    within: dict[Period | None, list[LinkView]] = {}
    for period, link in periods.items():
        within.setdefault(period.above, []).append(link)
    for alike in (years[::-1], [p for p in periods if p.month and not p.day], [p for p in periods if p.day]):
        for older, period, newer in _with_neighbours(alike):
            content = ListPage(
                items=bulletin.by_period[period],
                crumbs=(home_crumb(site), archive, *(periods[above] for above in _above(period))),
                children=tuple(within.get(period, ())),
                month=f"{period.year:04}-{period.month:02}" if period.month and not period.day else "",
                newer=periods[newer] if newer else None,
                older=periods[older] if older else None,
            )
            yield from list_of(periods[period], content, bulletin)


def period_link(period: Period, bulletin: Bulletin) -> LinkView:
    """The link to a year, month or day of the archive, with the number of its articles."""
    site = bulletin.directory.site
    language = site.language
    if period.day:
        label = format_long(Edtf(period.year, period.month, period.day), language)
    elif period.month:
        label = format_month(period.year, period.month, language)
    else:
        label = titles_of(site).year.format(year=period.year)
    # A Vietnamese title begins with a capital letter: 'Ngày 20 tháng 11 năm 2012'.
    label = label[0].upper() + label[1:]
    return LinkView(label, addresses.period(WORDS[site.language], period), len(bulletin.by_period[period]))


def year_links(bulletin: Bulletin) -> tuple[LinkView, ...]:
    """The links to the years of the archive, the newest first."""
    return offered((period_link(year, bulletin) for year in _years(bulletin)), bulletin.directory.site)


def _years(bulletin: Bulletin) -> list[Period]:
    return sorted((period for period in bulletin.by_period if not period.month), reverse=True)


def _with_neighbours(periods: Sequence[Period]) -> Iterator[tuple[Period | None, Period, Period | None]]:
    """Each of ``periods`` with its neighbours: the one before it, itself, the one after it."""
    for position, period in enumerate(periods):
        older = periods[position - 1] if position else None
        yield older, period, periods[position + 1] if position + 1 < len(periods) else None


def _above(period: Period) -> tuple[Period, ...]:
    return (*_above(period.above), period.above) if period.above else ()
