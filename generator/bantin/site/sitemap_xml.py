"""PLAN: the files for search engines: the sitemap, and the robots.txt that refers to it."""

from collections.abc import Iterable, Iterator

from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.page import Page, PageContent
from bantin.site.views import RobotsView, SitemapView

# The limit of the protocol (sitemaps.org).
_MOST_IN_A_SITEMAP = 50_000


def sitemap_pages(pages: Iterable[Page], bulletin: Bulletin) -> Iterator[Page]:
    """The sitemap of ``pages``, split if it exceeds the limit of the protocol, and the robots.txt that refers to it."""
    base = bulletin.directory.site.base_url
    listed = (page for page in pages if page.listed and not page.canonical)
    entries = sorted((base + page.address, page.changed, _versions(page)) for page in listed)
    parts = [entries[at : at + _MOST_IN_A_SITEMAP] for at in range(0, len(entries), _MOST_IN_A_SITEMAP)]
    if len(parts) > 1:
        for number, part in enumerate(parts, start=1):
            yield _sitemap_page(f"sitemap-{number}.xml", part)
        index = [(f"{base}sitemap-{number}.xml", "", "") for number in range(1, len(parts) + 1)]
        yield _sitemap_page(addresses.SITEMAP, index, is_index=True)
    else:
        yield _sitemap_page(addresses.SITEMAP, entries)
    yield Page(addresses.ROBOTS, "", addresses.ROBOTS, RobotsContent(), listed=False)


def _versions(page: Page) -> str:
    """The addresses of the page in all its languages: ``vi=… en=…``; empty if there is only one."""
    found = [f"{one.language}={one.full}" for one in page.languages if one.full]
    return " ".join(found) if len(found) > 1 else ""


def _sitemap_page(url: str, entries: Iterable[tuple[str, str, str]], *, is_index: bool = False) -> Page:
    # A single text instead of tens of thousands of values. Addresses contain no spaces.
    lines = "\n".join(" ".join(entry).rstrip() for entry in entries)
    return Page(url, "", addresses.SITEMAP, SitemapContent(lines, is_index), listed=False)


class SitemapContent(PageContent, frozen=True):
    """A line for each page: its address, the time of its last change, and its versions in other languages.

    They are separated by spaces. In the index of several sitemaps, each line is a sitemap.
    """

    lines: str
    is_index: bool

    def view(self, _directory: Directory, url: str, title: str) -> SitemapView:
        """See :class:`PageContent`."""
        entries = tuple(_sitemap_entry(*line.split(" ")) for line in self.lines.splitlines())
        return SitemapView(url=url, title=title, entries=entries, is_index=self.is_index)


def _sitemap_entry(address: str, changed: str = "", *versions: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    pairs = (version.partition("=") for version in versions)
    return address, changed, tuple((language, full) for language, _, full in pairs)


class RobotsContent(PageContent, frozen=True):
    """The robots.txt, which tells crawlers the address of the sitemap, or to stay away from a preview."""

    def view(self, directory: Directory, url: str, title: str) -> RobotsView:
        """See :class:`PageContent`."""
        site = directory.site
        sitemap = site.base_url + addresses.SITEMAP
        return RobotsView(url=url, title=title, sitemap=sitemap, closed=bool(site.preview_of))
