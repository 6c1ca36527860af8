"""PLAN: a page at each former address of an article, record, page or translation, which redirects to the current one.

All addresses of an article that has expired are former ones.

Programs cannot follow such a page, so there is a copy of a record at each former address of its data. Configured
servers redirect from both, and from former addresses with a query, of which no file can have the name.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from msgspec.structs import replace

from bantin.domain.model import Article, Feature, Gone, GoneKind, RecordFile, RecordHome, Site, StaticPage
from bantin.domain.problems import Location, Problem
from bantin.domain.text.query_addresses import QueryAddress
from bantin.index import Bulletin, Directory
from bantin.site import addresses, problems
from bantin.site.addresses import WORDS, AddressWords, output_path
from bantin.site.cards import top_link
from bantin.site.data import gone_data_page, gone_records, record_data_page
from bantin.site.gone import data_address
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import RedirectView

_Item = RecordHome | StaticPage | Gone


def moved(bulletin: Bulletin) -> Iterator[tuple[str, str, str]]:
    """Every former address, the current one, and the source file that declares it."""
    yield from _moved_pages(bulletin)
    for url, home in _moved_data(bulletin):
        yield url, _data_address(bulletin.directory.site, home), home.path


def moved_queries(bulletin: Bulletin) -> Iterator[tuple[QueryAddress, str]]:
    """Every former address with a query, and the current address."""
    return ((QueryAddress.parse(alias), address) for alias, address, _path in _queries(bulletin))


def query_collisions(bulletin: Bulletin) -> Iterator[Problem]:
    """The problems of former addresses with a query that two source files declare, at the later of the two."""
    declared: dict[tuple[str, ...], str] = {}
    for alias, _address, path in sorted(_queries(bulletin), key=itemgetter(2)):
        other = declared.setdefault(QueryAddress.parse(alias).key, path)
        if other != path:
            yield problems.ALIAS_TWICE.at(Location(path), address=alias, other=other)


def _queries(bulletin: Bulletin) -> Iterator[tuple[str, str, str]]:
    """Every former address with a query, the current address, and the source file."""
    for item, address in _every(bulletin):
        yield from ((alias, address, item.path) for alias in item.aliases if "?" in alias)


def _moved_data(bulletin: Bulletin) -> Iterator[tuple[str, RecordFile | Gone]]:
    """Every former address of a record as JSON, and the present home of the record."""
    if Feature.DATA not in bulletin.directory.site.off:
        homes: tuple[RecordFile | Gone, ...] = (*bulletin.record_files, *filter(_is_record, bulletin.gone))
        yield from ((alias, home) for home in homes for alias in _paths(home) if _is_data(alias))


def _is_data(alias: str) -> bool:
    return alias.lower().endswith(".json")


def _is_record(item: _Item) -> bool:
    """Whether the item has, or had, a file of a record."""
    return isinstance(item, RecordFile) or (isinstance(item, Gone) and item.kind is GoneKind.RECORD)


def _items(bulletin: Bulletin) -> Iterator[tuple[_Item, str]]:
    """Everything that is there, or gone, with its address from the root of all languages.

    In a language other than the main one, that is what is translated: only translations have addresses of their own.
    """
    for one in bulletin.in_all_languages:
        site, words = one.directory.site, WORDS[one.directory.site.language]
        items: tuple[_Item, ...] = (*one.articles, *one.record_files, *one.pages, *one.gone)
        for item in items:
            if one is bulletin or item.path in one.originals:
                yield item, site.prefix + _address(words, item)


def _every(bulletin: Bulletin) -> Iterator[tuple[_Item, str]]:
    """Everything that may have former addresses, with the address that these lead to."""
    yield from _items(bulletin)
    yield from ((item, target) for item, _own, target in _expired(bulletin))


def _expired(bulletin: Bulletin) -> Iterator[tuple[Article, str, str]]:
    """Every article that has expired, its own address, and the one that it leads to: its record, or all articles."""
    for one in bulletin.in_all_languages:
        site, words = one.directory.site, WORDS[one.directory.site.language]
        records = {record.path: addresses.record_file(words, record) for record in one.record_files}
        for item in one.expired:
            if one is bulletin or item.path in one.originals:
                target = records.get(item.path, top_link("articles", site).url)
                yield item, site.prefix + addresses.article(words, item), site.prefix + target


def _paths(item: _Item) -> Iterator[str]:
    return (alias for alias in item.aliases if "?" not in alias)


def _moved_pages(bulletin: Bulletin) -> Iterator[tuple[str, str, str]]:
    yield from ((own, target, item.path) for item, own, target in _expired(bulletin))
    for item, address in _every(bulletin):
        for alias in _paths(item):
            if _is_data(alias) and _is_record(item) and item.path not in bulletin.originals:
                continue
            is_file = alias.lower().endswith((".html", ".htm"))
            url = alias if is_file or alias.endswith("/") else f"{alias}/"
            yield url, address, item.path


def redirects(bulletin: Bulletin) -> Iterator[Page]:
    """The redirect pages, and copies of records at the former addresses of their data."""
    for url, target, path in _moved_pages(bulletin):
        yield redirect_page(url, target, bulletin.directory.site, path)
    gone = {one.gone.path: one for one in gone_records(bulletin)}
    for url, home in _moved_data(bulletin):
        if isinstance(home, Gone):
            yield gone_data_page(gone[home.path], url)
        else:
            yield record_data_page(bulletin.register.by_id[home.agreement.id], bulletin, url)


def redirects_from(former: Sequence[tuple[str, str]], pages: Iterable[Page], bulletin: Bulletin) -> Iterator[Page]:
    """The pages at ``former`` addresses, which lead to the present ones among ``pages``, in any language.

    Of a file for programs, which cannot follow a redirect page, there is a copy. If a page is all that is left of it,
    nothing is there: a program would take the page for data.
    """
    targets = {target for _, target in former}
    by_address = {page.address: page for page in pages if page.address in targets} if targets else {}
    sites = [one.directory.site for one in bulletin.in_all_languages]
    for address, target in former:
        page = by_address.get(target)
        site = next(one for one in reversed(sites) if address.startswith(one.prefix) and target.startswith(one.prefix))
        url, leads = address.removeprefix(site.prefix), target.removeprefix(site.prefix)
        if page and page.prefix == site.prefix and not _is_page(target):
            yield replace(page, url=url, listed=False)
        elif _is_page(address):
            yield replace(redirect_page(url, leads, site), prefix=site.prefix)


def _is_page(address: str) -> bool:
    """Whether readers see what is at an address: it is no file for programs."""
    return output_path(address).lower().endswith((".html", ".htm"))


def redirect_page(url: str, target: str, site: Site, source: str = "") -> Page:
    """The page at a former address, which redirects to ``target``, both in the same language."""
    content = RedirectPage(target=target)
    return Page(url, titles_of(site).moved, "redirect.html", content, source=source, listed=False)


class RedirectPage(PageContent, frozen=True, kw_only=True):
    """A redirect to ``target``."""

    target: str

    def view(self, _directory: Directory, url: str, title: str) -> RedirectView:
        """See :class:`PageContent`."""
        return RedirectView(url=url, title=title, target=self.target)


def _data_address(site: Site, home: RecordFile | Gone) -> str:
    return data_address(site, home) if isinstance(home, Gone) else addresses.record(site, home)


def _address(words: AddressWords, item: _Item) -> str:
    if isinstance(item, Gone):
        return addresses.gone(words, item)
    return addresses.static_page(item) if isinstance(item, StaticPage) else addresses.home(words, item)
