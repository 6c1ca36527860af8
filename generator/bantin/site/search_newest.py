"""The newest of what can be found by its title: the search page shows them before it has searched everything."""

from collections.abc import Mapping

from bantin.domain.model import Site
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.page import PageContent
from bantin.site.search_entry import SearchEntry, newest_entries
from bantin.site.views import Json, JsonView

_MOST = 300
"""As many as a slow phone loads with the page: 20 KB, compressed."""


def newest_address(site: Site) -> str:
    """The address of the newest of what can be found: ``tim-kiem/newest.json``."""
    return f"{addresses.search(WORDS[site.language])}newest.json"


class SearchNewest(PageContent, frozen=True, kw_only=True):
    """The ``newest`` articles and records that can be found, newest first."""

    newest: tuple[SearchEntry, ...]

    def view(self, _directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        return JsonView(url=url, title=title, value=tuple(map(_shown, self.newest)))


def search_newest(bulletin: Bulletin) -> SearchNewest:
    """The newest articles and records of ``bulletin``."""
    return SearchNewest(newest=tuple(newest_entries(bulletin, _MOST)))


def _shown(entry: SearchEntry) -> Mapping[str, Json]:
    """What a result shows, and by what it is narrowed, as the engine tells them."""
    filters: dict[str, tuple[str, ...]] = {}
    for name, value in entry.facets:
        filters[name] = (*filters.get(name, ()), value)
    shown = {name: value for name, value in entry.shown if value}
    return {"url": entry.url, "title": entry.title, **shown, "filters": filters}
