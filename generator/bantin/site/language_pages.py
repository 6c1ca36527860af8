"""Connects each page of a bulletin with its versions in other languages."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import Site
from bantin.domain.problems import Language
from bantin.index import Bulletin
from bantin.site.page import Page
from bantin.site.views import LanguageView

NAMES: Mapping[Language, str] = {"vi": "Tiếng Việt", "en": "English"}
"""The name of each language, in that language."""


class LanguagePages(Struct, frozen=True):
    """The pages of a bulletin in one language; those in ``apart`` exist in this language only.

    ``counterparts`` maps the addresses of pages in the main language to those of the same pages in this one; it is
    empty for the main language itself.
    """

    bulletin: Bulletin
    pages: tuple[Page, ...]
    apart: tuple[Page, ...] = ()
    counterparts: Mapping[str, str] = {}

    @property
    def site(self) -> Site:
        """The settings in this language."""
        return self.bulletin.directory.site

    @property
    def all_pages(self) -> tuple[Page, ...]:
        """The pages of both groups."""
        return (*self.pages, *self.apart)

    @property
    def untranslated(self) -> frozenset[str]:
        """The addresses of pages whose text is not translated, and is therefore in the main language."""
        if not self.site.below:
            return frozenset()
        bulletin = self.bulletin
        written = {*(one.path for one in bulletin.articles), *(one.path for one in bulletin.pages)}
        lacking = written - bulletin.originals.keys()
        return frozenset(page.url for page in self.pages if page.source in lacking)


def in_languages(sheets: Sequence[LanguagePages]) -> Iterator[Page]:
    """All pages of ``sheets``, each with the links to its versions; the first of ``sheets`` is in the main language.

    Pages without a translation exist in every language: readers can at least read the labels and the facts of an
    agreement in their own language. Their canonical address is that of the original, since the text is the same.
    """
    main = sheets[0].site
    addresses = {page.url: {main.language: page.url} for page in sheets[0].pages}
    for one in sheets[1:]:
        there = {page.url for page in one.pages}
        for address, counterpart in one.counterparts.items():
            if counterpart in there:
                addresses[address][one.site.language] = counterpart
    untranslated = {one.site.language: one.untranslated for one in sheets}
    for one in sheets:
        language = one.site.language
        found = {by_language[language]: by_language for by_language in addresses.values() if language in by_language}
        for page in one.all_pages:
            versions = found.get(page.url, {})
            own = {to: url for to, url in versions.items() if url not in untranslated[to]}
            yield replace(
                page,
                prefix=one.site.prefix,
                languages=tuple(_language(page, one.site, to.site, versions, own) for to in sheets),
                canonical="" if language in own or not versions else main.base_url + versions[main.language],
            )


def _language(
    page: Page, site: Site, to: Site, versions: Mapping[Language, str], own: Mapping[Language, str]
) -> LanguageView:
    """The link from ``page`` of ``site`` to its version on the site ``to``, or else to the home page there."""
    url = versions.get(to.language, "")
    return LanguageView(
        language=to.language,
        label=NAMES[to.language],
        url=page.url if to is site else site.up + to.prefix + url,
        full=to.base_url + url if site.language in own and to.language in own else "",
        here=to is site,
    )
