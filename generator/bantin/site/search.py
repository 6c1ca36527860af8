"""PLAN: the search page, what it knows by name and suggests, and its description for browsers."""

from collections.abc import Iterator

from bantin.domain.model import SearchScope
from bantin.domain.problems import Language
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import Top, home_crumb, offered, top_link
from bantin.site.page import Page, PageContent
from bantin.site.search_names import names_address, search_names
from bantin.site.search_newest import newest_address, search_newest
from bantin.site.search_suggestions import search_suggestions, suggestions_address
from bantin.site.titles import titles_of
from bantin.site.views import OpenSearchView, SearchView

ENGINE: dict[Language, tuple[str, ...]] = {
    "vi": ("pagefind.js", "pagefind-entry.json?ts=", "wasm.unknown.pagefind"),
    "en": ("pagefind.js", "pagefind-entry.json?ts=", "wasm.en.pagefind"),
}
"""The program that searches, and what it loads first, exactly as ``search.js`` has it load that."""

_ELSEWHERE: tuple[Top, ...] = ("register", "agencies", "people", "archive")


def search_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The search page, what it knows and suggests, and its OpenSearch 1.1 description; none if there is no search."""
    site = bulletin.directory.site
    if site.search is SearchScope.OFF:
        return
    address = addresses.search(WORDS[site.language])
    title = titles_of(site).search
    yield Page(address, title, "search.html", SearchPage())
    names = search_names(bulletin)
    yield Page(names_address(site), title, "data.json", names, listed=False)
    suggested = search_suggestions(bulletin, names)
    yield Page(suggestions_address(site), title, "data.json", suggested, listed=False)
    yield Page(newest_address(site), title, "data.json", search_newest(bulletin), listed=False)
    described = OpenSearchPage(page=address)
    yield Page(addresses.OPEN_SEARCH, site.title, addresses.OPEN_SEARCH, described, listed=False)


class SearchPage(PageContent, frozen=True):
    """The search page."""

    def view(self, directory: Directory, url: str, title: str) -> SearchView:
        """See :class:`PageContent`."""
        site = directory.site
        program, *loaded = ENGINE[site.language]
        return SearchView(
            url=url,
            title=title,
            crumbs=(home_crumb(site),),
            index=addresses.search_index(),
            links=offered((top_link(name, site) for name in _ELSEWHERE), site),
            engine=addresses.search_index(program),
            loaded=tuple(map(addresses.search_index, loaded)),
            names=names_address(site),
            suggestions=suggestions_address(site),
            newest=newest_address(site),
        )


class OpenSearchPage(PageContent, frozen=True, kw_only=True):
    """The description of the search at the address ``page``, from which browsers can add it as a search engine."""

    page: str

    def view(self, _directory: Directory, url: str, title: str) -> OpenSearchView:
        """See :class:`PageContent`."""
        return OpenSearchView(url=url, title=title, page=self.page)
