"""PLAN: a page at each old address of an article, a record or a static page, which leads to the new one."""

from collections.abc import Iterator

from bantin.domain.model import RecordHome, StaticPage
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS, AddressWords
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import RedirectView


def moved(bulletin: Bulletin) -> Iterator[tuple[str, str, str]]:
    """Every old address, the one that it leads to now, and the file that says so."""
    words = WORDS[bulletin.directory.site.language]
    items: tuple[RecordHome | StaticPage, ...] = (*bulletin.articles, *bulletin.record_files, *bulletin.pages)
    for item in items:
        for alias in item.aliases:
            is_file = alias.lower().endswith((".html", ".htm"))
            url = alias if is_file or alias.endswith("/") else f"{alias}/"
            yield url, _address(words, item), item.path


def redirects(bulletin: Bulletin) -> Iterator[Page]:
    """A page at each old address that leads to the new one."""
    title = titles_of(bulletin.directory.site).moved
    for url, target, path in moved(bulletin):
        yield Page(url, title, "redirect.html", RedirectPage(target=target), source=path, listed=False)


class RedirectPage(PageContent, frozen=True, kw_only=True):
    """The way from an old address to ``target``."""

    target: str

    def view(self, _directory: Directory, url: str, title: str) -> RedirectView:
        """See :class:`PageContent`."""
        return RedirectView(url=url, title=title, target=self.target)


def _address(words: AddressWords, item: RecordHome | StaticPage) -> str:
    return addresses.static_page(item) if isinstance(item, StaticPage) else addresses.home(words, item)
