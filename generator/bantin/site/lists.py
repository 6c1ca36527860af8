"""Lists of articles and records, divided into pages."""

from calendar import Calendar
from collections.abc import Iterator, Sequence

from bantin.domain.model import RecordHome
from bantin.domain.problems import Language
from bantin.domain.text.date_format import SHORT_WEEKDAYS, WEEKDAYS
from bantin.index import Bulletin, Directory
from bantin.site.cards import card, home_crumb
from bantin.site.indexes import index_page
from bantin.site.page import ListContent, Page
from bantin.site.pagination import list_pages, pager
from bantin.site.views import AlternateView, LinkView, ListView, MonthView


class ListPage(ListContent[RecordHome], frozen=True, kw_only=True):
    """Some of the articles and records of a list; ``children`` are links to its parts.

    ``month`` is the month of a monthly list, as in ISO 8601; else it is empty.
    """

    crumbs: tuple[LinkView, ...]
    children: tuple[LinkView, ...] = ()
    month: str = ""
    newer: LinkView | None = None
    older: LinkView | None = None
    alternates: tuple[AlternateView, ...] = ()

    def view(self, directory: Directory, url: str, title: str) -> ListView:
        """See :class:`PageContent`."""
        return ListView(
            url=url,
            title=title,
            crumbs=self.crumbs,
            alternates=self.alternates,
            cards=tuple(card(home, directory) for home in self.items),
            total=self.at.total,
            pager=pager(self.at, directory.site.language),
            children=() if self.month else self.children,
            month=_month(self.month, self.children, directory.site.language) if self.month else None,
            newer=self.newer,
            older=self.older,
        )


def list_of(link: LinkView, content: ListPage, bulletin: Bulletin) -> Iterator[Page]:
    """The pages of a list, whose address and title are those of ``link``."""
    site = bulletin.directory.site
    yield from list_pages(link, content, site.page_size, template="list.html", site=site)


def _month(month: str, days: tuple[LinkView, ...], language: Language) -> MonthView:
    """A month, given as in ISO 8601, as a calendar with links. Its weeks begin on Monday, as usual in Vietnam."""
    year, number = map(int, month.split("-"))
    by_day = {int(link.url.rstrip("/").rpartition("/")[2]): link for link in days}
    weeks = [[(day, by_day.get(day)) for day in week] for week in Calendar().monthdayscalendar(year, number)]
    weekdays = tuple(zip(SHORT_WEEKDAYS[language], WEEKDAYS[language], strict=True))
    return MonthView(weekdays=weekdays, weeks=tuple(map(tuple, weeks)))


def index_of(link: LinkView, links: Sequence[LinkView], bulletin: Bulletin) -> Page:
    """An index of lists, whose address and title are those of ``link``."""
    return index_page(link, (("", "", tuple(links)),), (home_crumb(bulletin.directory.site),))
