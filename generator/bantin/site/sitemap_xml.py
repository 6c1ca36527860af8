"""PLAN: what search engines read: the sitemap, and the robots.txt that points to it."""

from collections.abc import Iterable, Iterator

from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.page import Page, PageContent
from bantin.site.views import RobotsView, SitemapView

# The protocol allows 50,000 addresses a file (sitemaps.org).
_MOST_IN_A_SITEMAP = 50_000


def sitemap_pages(pages: Iterable[Page], bulletin: Bulletin) -> Iterator[Page]:
    """The sitemap of ``pages``, split where the protocol asks for it, and the robots.txt that points to it."""
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
    """The page in the languages that there are of it: ``vi=… en=…``; empty if there is one only."""
    found = [f"{one.language}={one.full}" for one in page.languages if one.full]
    return " ".join(found) if len(found) > 1 else ""


def _sitemap_page(url: str, entries: Iterable[tuple[str, str, str]], *, is_index: bool = False) -> Page:
    # One text instead of tens of thousands of values; there are no spaces in addresses.
    lines = "\n".join(" ".join(entry).rstrip() for entry in entries)
    return Page(url, "", addresses.SITEMAP, SitemapContent(lines, is_index), listed=False)


class SitemapContent(PageContent, frozen=True):
    """A line for each page: its address, when it changed, and its versions in other languages, with spaces between.

    In the index of several sitemaps a line stands for each of them.
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
    """The file that tells crawlers where the sitemap is."""

    def view(self, directory: Directory, url: str, title: str) -> RobotsView:
        """See :class:`PageContent`."""
        return RobotsView(url=url, title=title, sitemap=directory.site.base_url + addresses.SITEMAP)
