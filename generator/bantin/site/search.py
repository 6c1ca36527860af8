"""PLAN: the search page, and its description for browsers."""

from collections.abc import Iterator

from bantin.domain.model import SearchScope
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import Top, home_crumb, offered, top_link
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import OpenSearchView, SearchView

_ELSEWHERE: tuple[Top, ...] = ("register", "agencies", "people", "archive")


def search_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The search page and its OpenSearch 1.1 description; none if the site has no search."""
    site = bulletin.directory.site
    if site.search is SearchScope.OFF:
        return
    address = addresses.search(WORDS[site.language])
    yield Page(address, titles_of(site).search, "search.html", SearchPage())
    described = OpenSearchPage(page=address)
    yield Page(addresses.OPEN_SEARCH, site.title, addresses.OPEN_SEARCH, described, listed=False)


class SearchPage(PageContent, frozen=True):
    """The search page."""

    def view(self, directory: Directory, url: str, title: str) -> SearchView:
        """See :class:`PageContent`."""
        return SearchView(
            url=url,
            title=title,
            crumbs=(home_crumb(directory.site),),
            index=addresses.search_index(),
            links=offered((top_link(name, directory.site) for name in _ELSEWHERE), directory.site),
        )


class OpenSearchPage(PageContent, frozen=True, kw_only=True):
    """The description of the search at the address ``page``, from which browsers can add it as a search engine."""

    page: str

    def view(self, _directory: Directory, url: str, title: str) -> OpenSearchView:
        """See :class:`PageContent`."""
        return OpenSearchView(url=url, title=title, page=self.page)
