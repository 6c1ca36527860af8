"""PLAN: the page that searches the site, and how browsers are told of it."""

from collections.abc import Iterator

from bantin.domain.model import SearchScope
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import home_crumb, top_link
from bantin.site.page import Page
from bantin.site.titles import TITLES
from bantin.site.views import OpenSearchView, SearchView


def search_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The search page and its description as OpenSearch 1.1 has it, unless the site has no search."""
    site = bulletin.directory.site
    if site.search is SearchScope.OFF:
        return
    address = addresses.search(WORDS[site.language])
    yield Page(address, TITLES[site.language].search, "search.html", _search)
    yield Page(addresses.OPEN_SEARCH, site.title, addresses.OPEN_SEARCH, _open_search, {"page": address}, listed=False)


def _search(directory: Directory, url: str, title: str) -> SearchView:
    language = directory.site.language
    return SearchView(
        url=url,
        title=title,
        crumbs=(home_crumb(language),),
        index=addresses.search_index(),
        links=(
            top_link("register", language),
            top_link("agencies", language),
            top_link("people", language),
            top_link("archive", language),
        ),
    )


def _open_search(_directory: Directory, url: str, title: str, *, page: str) -> OpenSearchView:
    return OpenSearchView(url=url, title=title, page=page)
