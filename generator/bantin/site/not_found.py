"""PLAN: the page that a server shows for an address that does not exist."""

from collections.abc import Iterator

from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.cards import home_crumb, offered, top_link
from bantin.site.page import Page, PageContent
from bantin.site.titles import TITLES
from bantin.site.views import NotFoundView


def not_found_page(bulletin: Bulletin) -> Iterator[Page]:
    """The page that a server shows for an address that does not exist."""
    title = TITLES[bulletin.directory.site.language].not_found
    yield Page(addresses.NOT_FOUND, title, addresses.NOT_FOUND, NotFoundPage(), listed=False)


class NotFoundPage(PageContent, frozen=True):
    """The page for addresses that do not exist."""

    def view(self, directory: Directory, url: str, title: str) -> NotFoundView:
        """See :class:`PageContent`."""
        language = directory.site.language
        tops = (top_link("articles", language), top_link("agencies", language), top_link("archive", language))
        links = offered((home_crumb(language), *tops), directory.site)
        return NotFoundView(url=url, title=title, base_url=directory.site.base_url, links=links)
