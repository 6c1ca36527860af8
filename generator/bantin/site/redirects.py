"""PLAN: a page at each former address of an article, record or static page, which redirects to the current one."""

from collections.abc import Iterator

from bantin.domain.model import RecordHome, StaticPage
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS, AddressWords
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import RedirectView


def moved(bulletin: Bulletin) -> Iterator[tuple[str, str, str]]:
    """Every former address, the current one, and the source file that declares it."""
    words = WORDS[bulletin.directory.site.language]
    items: tuple[RecordHome | StaticPage, ...] = (*bulletin.articles, *bulletin.record_files, *bulletin.pages)
    for item in items:
        for alias in item.aliases:
            is_file = alias.lower().endswith((".html", ".htm"))
            url = alias if is_file or alias.endswith("/") else f"{alias}/"
            yield url, _address(words, item), item.path


def redirects(bulletin: Bulletin) -> Iterator[Page]:
    """The redirect pages."""
    title = titles_of(bulletin.directory.site).moved
    for url, target, path in moved(bulletin):
        yield Page(url, title, "redirect.html", RedirectPage(target=target), source=path, listed=False)


class RedirectPage(PageContent, frozen=True, kw_only=True):
    """A redirect to ``target``."""

    target: str

    def view(self, _directory: Directory, url: str, title: str) -> RedirectView:
        """See :class:`PageContent`."""
        return RedirectView(url=url, title=title, target=self.target)


def _address(words: AddressWords, item: RecordHome | StaticPage) -> str:
    return addresses.static_page(item) if isinstance(item, StaticPage) else addresses.home(words, item)
