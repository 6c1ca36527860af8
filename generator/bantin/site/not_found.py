"""PLAN: the page that a server shows for an address that does not exist."""

from collections.abc import Iterator

from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.cards import home_crumb, offered, top_link
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import NotFoundView


def not_found_page(bulletin: Bulletin) -> Iterator[Page]:
    """The page that a server shows for an address that does not exist."""
    title = titles_of(bulletin.directory.site).not_found
    yield Page(addresses.NOT_FOUND, title, addresses.NOT_FOUND, NotFoundPage(), listed=False)


class NotFoundPage(PageContent, frozen=True):
    """The page for addresses that do not exist."""

    def view(self, directory: Directory, url: str, title: str) -> NotFoundView:
        """See :class:`PageContent`."""
        site = directory.site
        tops = (
            top_link("register", site),
            top_link("articles", site),
            top_link("agencies", site),
            top_link("archive", site),
        )
        links = offered((home_crumb(site), *tops), site)
        return NotFoundView(url=url, title=title, base_url=site.base_url, links=links)
