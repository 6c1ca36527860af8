"""PLAN: a page at each former address of an article, record or static page, which redirects to the current one.

Programs cannot follow such a page, so there is a copy of a record at each former address of its data. Configured
servers redirect from both, and from former addresses with a query, of which no file can have the name.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from bantin.domain.model import Feature, RecordFile, RecordHome, Site, StaticPage
from bantin.domain.problems import Location, Problem
from bantin.domain.text.query_addresses import QueryAddress
from bantin.index import Bulletin, Directory
from bantin.site import addresses, problems
from bantin.site.addresses import WORDS, AddressWords, output_path
from bantin.site.data import record_data_page
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import RedirectView


def moved(bulletin: Bulletin) -> Iterator[tuple[str, str, str]]:
    """Every former address, the current one, and the source file that declares it."""
    yield from _moved_pages(bulletin)
    for url, home in _moved_data(bulletin):
        yield url, addresses.record(bulletin.directory.site, home), home.path


def moved_queries(bulletin: Bulletin) -> Iterator[tuple[QueryAddress, str]]:
    """Every former address with a query, and the current address."""
    words = WORDS[bulletin.directory.site.language]
    return ((QueryAddress.parse(alias), _address(words, item)) for alias, item in _queries(bulletin))


def query_collisions(bulletin: Bulletin) -> Iterator[Problem]:
    """The problems of former addresses with a query that two source files declare, at the later of the two."""
    declared: dict[tuple[str, ...], str] = {}
    for alias, item in sorted(_queries(bulletin), key=lambda one: one[1].path):
        other = declared.setdefault(QueryAddress.parse(alias).key, item.path)
        if other != item.path:
            yield problems.ALIAS_TWICE.at(Location(item.path), address=alias, other=other)


def _queries(bulletin: Bulletin) -> Iterator[tuple[str, RecordHome | StaticPage]]:
    return ((alias, item) for item in _items(bulletin) for alias in item.aliases if "?" in alias)


def _moved_data(bulletin: Bulletin) -> Iterator[tuple[str, RecordHome]]:
    """Every former address of a record as JSON, and the present home of the record."""
    if Feature.DATA not in bulletin.directory.site.off:
        yield from ((alias, home) for home in bulletin.record_files for alias in _paths(home) if _is_data(alias))


def _is_data(alias: str) -> bool:
    return alias.lower().endswith(".json")


def _items(bulletin: Bulletin) -> tuple[RecordHome | StaticPage, ...]:
    return (*bulletin.articles, *bulletin.record_files, *bulletin.pages)


def _paths(item: RecordHome | StaticPage) -> Iterator[str]:
    return (alias for alias in item.aliases if "?" not in alias)


def _moved_pages(bulletin: Bulletin) -> Iterator[tuple[str, str, str]]:
    words = WORDS[bulletin.directory.site.language]
    for item in _items(bulletin):
        for alias in _paths(item):
            if isinstance(item, RecordFile) and _is_data(alias):
                continue
            is_file = alias.lower().endswith((".html", ".htm"))
            url = alias if is_file or alias.endswith("/") else f"{alias}/"
            yield url, _address(words, item), item.path


def redirects(bulletin: Bulletin) -> Iterator[Page]:
    """The redirect pages, and copies of records at the former addresses of their data."""
    for url, target, path in _moved_pages(bulletin):
        yield _redirect(url, target, bulletin.directory.site, path)
    for url, home in _moved_data(bulletin):
        if home.agreement:
            yield record_data_page(bulletin.register.by_id[home.agreement.id], bulletin, url)


def redirects_from(former: Sequence[tuple[str, str]], pages: Iterable[Page], bulletin: Bulletin) -> Iterator[Page]:
    """The pages at ``former`` addresses, which lead to the present ones among ``pages``, in any language.

    Of a file for programs, which cannot follow a redirect page, there is a copy.
    """
    targets = {target for _, target in former}
    by_address = {page.address: page for page in pages if page.address in targets} if targets else {}
    sites = [one.directory.site for one in bulletin.in_all_languages]
    for address, target in former:
        page = by_address.get(target)
        site = next(one for one in reversed(sites) if address.startswith(one.prefix) and target.startswith(one.prefix))
        url, leads = address.removeprefix(site.prefix), target.removeprefix(site.prefix)
        if page and page.prefix == site.prefix and not output_path(target).endswith(".html"):
            yield replace(page, url=url, listed=False)
        else:
            yield replace(_redirect(url, leads, site), prefix=site.prefix)


def _redirect(url: str, target: str, site: Site, source: str = "") -> Page:
    content = RedirectPage(target=target)
    return Page(url, titles_of(site).moved, "redirect.html", content, source=source, listed=False)


class RedirectPage(PageContent, frozen=True, kw_only=True):
    """A redirect to ``target``."""

    target: str

    def view(self, _directory: Directory, url: str, title: str) -> RedirectView:
        """See :class:`PageContent`."""
        return RedirectView(url=url, title=title, target=self.target)


def _address(words: AddressWords, item: RecordHome | StaticPage) -> str:
    return addresses.static_page(item) if isinstance(item, StaticPage) else addresses.home(words, item)
