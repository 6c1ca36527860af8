"""The list of a month, divided by day, with a calendar that leads to the days."""

from calendar import Calendar
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from bantin.domain.model import RecordHome, Site
from bantin.domain.text.date_format import SHORT_WEEKDAYS, WEEKDAYS, format_long
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Directory, Period
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import card, home_link
from bantin.site.page import ListContent, Page
from bantin.site.pagination import list_pages, pager
from bantin.site.titles import titles_of
from bantin.site.views import CalendarDayView, DayView, LinkView, MonthView

PAGE_SIZE = 200
"""The number of entries on a page.

Readers come to look up a day, so a page has many more entries than other lists: most months are on one page.
"""


class Entry(Struct, frozen=True):
    """An item of a day; ``day`` is 0 for items whose day is unknown.

    ``again`` is true if the item also has a later day in this month, at which it has its card: most articles are
    published some days after the signing.
    """

    day: int
    home: RecordHome
    again: bool


class DaySummary(Struct, frozen=True):
    """A day of a month: the number of its items, and the page of the list on which they begin."""

    day: int
    count: int
    page: int


def month_pages(
    month: Period,
    link: LinkView,
    bulletin: Bulletin,
    *,
    crumbs: tuple[LinkView, ...],
    newer: LinkView | None,
    older: LinkView | None,
) -> Iterator[Page]:
    """The pages of the list of ``month``, whose address and title are those of ``link``."""
    entries = tuple(_entries(month, bulletin))
    content = MonthPage(
        items=entries,
        year=month.year,
        month=month.month,
        days=tuple(_summaries(entries)),
        count=len(bulletin.by_period[month]),
        crumbs=crumbs,
        newer=newer,
        older=older,
    )
    yield from list_pages(link, content, PAGE_SIZE, template="month.html", site=bulletin.directory.site)


def _entries(month: Period, bulletin: Bulletin) -> Iterator[Entry]:
    """The entries of a month, the latest day first, with those that have a card there before those that have not.

    Items whose day is unknown come last.
    """
    seen: set[str] = set()
    for day in range(31, 0, -1):
        homes = bulletin.by_period.get(Period(month.year, month.month, day), ())
        entries = [Entry(day, home, home.path in seen) for home in homes]
        yield from sorted(entries, key=lambda entry: entry.again)
        seen.update(home.path for home in homes)
    yield from (Entry(0, home, again=False) for home in bulletin.by_period[month] if home.path not in seen)


def _summaries(entries: tuple[Entry, ...]) -> Iterator[DaySummary]:
    at = 0
    for day, group in groupby(entries, key=lambda entry: entry.day):
        count = sum(1 for _ in group)
        yield DaySummary(day, count, at // PAGE_SIZE + 1)
        at += count


class MonthPage(ListContent[Entry], frozen=True, kw_only=True):
    """Some of the entries of a month, and all of its ``days``; ``count`` is the number of items in the month."""

    year: int
    month: int
    days: tuple[DaySummary, ...]
    count: int
    crumbs: tuple[LinkView, ...]
    newer: LinkView | None
    older: LinkView | None

    def view(self, directory: Directory, url: str, title: str) -> MonthView:
        """See :class:`PageContent`."""
        language = directory.site.language
        return MonthView(
            url=url,
            title=title,
            crumbs=self.crumbs,
            weekdays=tuple(zip(SHORT_WEEKDAYS[language], WEEKDAYS[language], strict=True)),
            weeks=tuple(self._weeks(directory.site)),
            days=tuple(self._days(directory)),
            total=self.count,
            pager=pager(self.at, language),
            newer=self.newer,
            older=self.older,
        )

    def _weeks(self, site: Site) -> Iterator[tuple[CalendarDayView, ...]]:
        """The weeks of the calendar, which begin on Monday, as usual in Vietnam."""
        days = {one.day: one for one in self.days}
        for week in Calendar().monthdayscalendar(self.year, self.month):
            yield tuple(self._cell(number, days.get(number), site) for number in week)

    def _cell(self, number: int, day: DaySummary | None, site: Site) -> CalendarDayView:
        if number == 0 or day is None:
            return CalendarDayView(number)
        words = WORDS[site.language]
        anchor = addresses.day_anchor(words, number)
        page = addresses.listing_page(words, self.at.listing, day.page)
        elsewhere = all(entry.day != number for entry in self.items)
        return CalendarDayView(number, LinkView("", f"{page}#{anchor}", day.count), anchor if elsewhere else "")

    def _days(self, directory: Directory) -> Iterator[DayView]:
        site = directory.site
        for day, entries in groupby(self.items, key=lambda entry: entry.day):
            found = list(entries)
            yield DayView(
                label=self._label(day, site),
                anchor=addresses.day_anchor(WORDS[site.language], day),
                cards=tuple(card(entry.home, directory) for entry in found if not entry.again),
                again=tuple(home_link(entry.home, site) for entry in found if entry.again),
            )

    def _label(self, day: int, site: Site) -> str:
        if not day:
            return titles_of(site).undated
        label = format_long(Edtf(self.year, self.month, day), site.language)
        # A Vietnamese heading begins with a capital letter: 'Ngày 20 tháng 11 năm 2012'.
        return label[0].upper() + label[1:]
