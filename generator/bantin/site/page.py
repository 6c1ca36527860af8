"""PLAN: the pages of a site before they are rendered."""

import hashlib
from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import PublicAddress
from bantin.domain.problems import Location
from bantin.index import Directory
from bantin.site.bodies import TextPart
from bantin.site.page_key import described
from bantin.site.pictures import Rendition
from bantin.site.social import SocialCard
from bantin.site.views import LanguageView, SiteView, View

T = TypeVar("T")


class PendingLink(Struct, frozen=True):
    """An address in a link, to be checked once all pages are known; ``written`` is the link as the editor wrote it."""

    address: str
    written: str
    location: Location


class Slice(Struct, frozen=True):
    """The part of the list at ``listing`` on a page: it is page ``number`` of ``pages``, of ``total`` items in all.

    The ``total`` is 0 on the later pages of a list of which only the first page tells it.
    """

    listing: str
    number: int
    pages: int
    total: int


class PageContent(Struct, frozen=True):
    """The content of a page, apart from its texts.

    Each kind of page has a subclass, whose fields are part of its key.

    mypy finds fields that are misspelt or have the wrong type.
    """

    def view(self, directory: Directory, url: str, title: str) -> View:
        """Builds the view of the page from its fields, ``directory``, ``url`` and ``title``.

        It must use nothing else: then a change of the page always changes its key.
        """
        raise NotImplementedError


class ListContent(PageContent, Generic[T], frozen=True, kw_only=True):
    """The content of the pages of a list: ``items``, and the place ``at`` of the page in the list."""

    items: tuple[T, ...]
    at: Slice = Slice("", 1, 1, 0)


class Page(Struct, frozen=True):
    """A page to render: its template, and the content that its view is built from when it is needed.

    A data file has no template but a writer; ``template`` then only names its format.

    ``content`` builds the view. ``texts`` are put into the view when the page is rendered; nothing else in it depends
    on them.

    ``source`` is the content file that the page shows, if any. ``files`` are documents to publish with it unchanged.
    ``shown`` are files that it shows: images are published as renditions, others unchanged. ``card`` is its image for
    social media. ``wanted`` are the addresses that its text links to. ``listed`` says whether it is in the sitemap;
    ``changed`` is the time of its last change as a W3C date-time, or empty if unknown.

    A page that is ``dated`` says for which day the site was built, in the field ``as_of`` of its view.

    ``prefix`` is the address of the site in its language, relative to the root of all languages; ``url`` is relative to
    that site. ``languages`` and ``canonical`` are those of its view. ``plugin`` is the plugin that planned it, if any.
    """

    url: str
    title: str
    template: str
    content: PageContent
    texts: tuple[TextPart, ...] = ()
    source: str = ""
    files: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    card: SocialCard | None = None
    wanted: tuple[PendingLink, ...] = ()
    listed: bool = True
    changed: str = ""
    dated: bool = False
    prefix: str = ""
    languages: tuple[LanguageView, ...] = ()
    canonical: str = ""
    plugin: str = ""

    @property
    def address(self) -> str:
        """Its address from the root of all languages."""
        return self.prefix + self.url

    def blank(self, directory: Directory) -> View:
        """The view of the page without its texts."""
        view = self.content.view(directory, self.url, self.title)
        return replace(view, languages=self.languages, canonical=self.canonical) if self.languages else view

    def blank_key(self, base: bytes) -> bytes:
        """A digest of everything that the page depends on except its texts.

        ``base`` is the digest of the common inputs of all pages.
        """
        said = base + described((self.template, self.url, self.title, self.content))
        if self.languages:
            said += f"{self.languages!r}{self.canonical}".encode()
        return hashlib.blake2b(said, digest_size=16).digest()


class CopiedFile(Struct, frozen=True):
    """A content file to publish unchanged."""

    address: str
    source: str


Image = Rendition | SocialCard
"""An image to draw."""


class Plan(Struct, frozen=True):
    """All files of the site except those of the theme; ``sites`` are by their prefixes.

    ``moved`` are pairs of former and present addresses that web servers are told of. ``lost`` were public and lead
    nowhere; with any, the site must not be published. ``ledger`` has every address that was public, after this build.
    """

    sites: Mapping[str, SiteView]
    pages: tuple[Page, ...]
    files: tuple[CopiedFile, ...]
    images: tuple[Image, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    lost: tuple[PublicAddress, ...] = ()
    ledger: tuple[PublicAddress, ...] = ()


def key_with(blank: bytes, texts: tuple[TextPart, ...]) -> bytes:
    """The key of a page, from its key without texts, ``blank``, and its ``texts``."""
    if not texts:
        return blank
    said = "".join(f"t{len(one.digest)}:{one.digest}{one.addresses!r}{one.pictures!r}" for one in texts)
    return hashlib.blake2b(blank + said.encode(), digest_size=16).digest()
