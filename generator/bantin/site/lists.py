"""Lists of articles and records, divided into pages."""

from collections.abc import Iterator, Sequence

from bantin.domain.model import RecordHome
from bantin.index import Bulletin, Directory
from bantin.site.cards import card, home_crumb
from bantin.site.indexes import index_page
from bantin.site.page import ListContent, Page
from bantin.site.pagination import list_pages, pager
from bantin.site.views import AlternateView, LinkView, ListView


class ListPage(ListContent[RecordHome], frozen=True, kw_only=True):
    """Some of the articles and records of a list; ``children`` are links to its parts."""

    crumbs: tuple[LinkView, ...]
    children: tuple[LinkView, ...] = ()
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
            children=self.children,
            newer=self.newer,
            older=self.older,
        )


def list_of(link: LinkView, content: ListPage, bulletin: Bulletin) -> Iterator[Page]:
    """The pages of a list, whose address and title are those of ``link``."""
    site = bulletin.directory.site
    yield from list_pages(link, content, site.page_size, template="list.html", site=site)


def index_of(link: LinkView, links: Sequence[LinkView], bulletin: Bulletin) -> Page:
    """An index of lists, whose address and title are those of ``link``."""
    return index_page(link, (("", "", tuple(links)),), (home_crumb(bulletin.directory.site),))
