"""PLAN: the pages of the site, before they are rendered."""

import hashlib
from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.problems import Location
from bantin.index import Directory
from bantin.site.bodies import TextPart
from bantin.site.page_key import described
from bantin.site.pictures import Rendition
from bantin.site.social import SocialCard
from bantin.site.views import LanguageView, SiteView, View

T = TypeVar("T")


class PendingLink(Struct, frozen=True):
    """An address that a text links to, to be looked up when all pages are known; ``written`` is the link itself."""

    address: str
    written: str
    location: Location


class Slice(Struct, frozen=True):
    """Which part of the list at ``listing`` a page shows: page ``number`` of ``pages``, of ``total`` items in all."""

    listing: str
    number: int
    pages: int
    total: int


class PageContent(Struct, frozen=True):
    """What a page shows, apart from its texts. Each sort of page has a class of its own, whose fields go into its key.

    A field that is misspelt, or of another type, is found by mypy.
    """

    def view(self, directory: Directory, url: str, title: str) -> View:
        """The view of the page, made of its fields, ``directory``, ``url`` and ``title`` alone.

        It sees nothing else, so that nothing can change a page without changing its key.
        """
        raise NotImplementedError


class ListContent(PageContent, Generic[T], frozen=True, kw_only=True):
    """What the pages of a list show: ``items``, and as ``at`` which page of the list it is."""

    items: tuple[T, ...]
    at: Slice = Slice("", 1, 1, 0)


class Page(Struct, frozen=True):
    """A page to render: by which template, and of what its view is made when it is needed.

    A data set has no template but a writer: ``template`` only names its format.

    ``content`` makes the view. ``texts`` are put into it when the page is rendered, and nothing else of the view
    depends on them.

    ``source`` is the content file that it shows, if it shows one. ``files`` are the documents that are published with
    it as they are; of the files that it has ``shown``, images are published in their sizes, others as they are too.
    ``card`` is what others show of it. ``wanted`` are the addresses that its text links to. ``listed`` says whether
    it stands in the sitemap, and ``changed`` when its content last changed, as a W3C date-time, where that is known.

    ``prefix`` is the address of the site of its language from the root of all, where ``url`` begins; ``languages`` and
    ``canonical`` are as in its view. ``plugin`` is what has planned it, if a plugin has.
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
    prefix: str = ""
    languages: tuple[LanguageView, ...] = ()
    canonical: str = ""
    plugin: str = ""

    @property
    def address(self) -> str:
        """Its address from the root of all."""
        return self.prefix + self.url

    def blank(self, directory: Directory) -> View:
        """What the template is given, but for the texts."""
        view = self.content.view(directory, self.url, self.title)
        return replace(view, languages=self.languages, canonical=self.canonical) if self.languages else view

    def blank_key(self, base: bytes) -> bytes:
        """A digest of all that the page depends on but for its texts; ``base`` stands for what all pages depend on."""
        said = base + described((self.template, self.url, self.title, self.content))
        if self.languages:
            said += f"{self.languages!r}{self.canonical}".encode()
        return hashlib.blake2b(said, digest_size=16).digest()


class CopiedFile(Struct, frozen=True):
    """A content file to publish as it is."""

    address: str
    source: str


Image = Rendition | SocialCard
"""An image to draw."""


class Plan(Struct, frozen=True):
    """Everything that the site consists of, but for what the theme adds; ``sites`` are by their prefixes."""

    sites: Mapping[str, SiteView]
    pages: tuple[Page, ...]
    files: tuple[CopiedFile, ...]
    images: tuple[Image, ...] = ()


def key_with(blank: bytes, texts: tuple[TextPart, ...]) -> bytes:
    """The key of a page that has the key ``blank`` without its ``texts``."""
    if not texts:
        return blank
    said = "".join(f"t{len(one.digest)}:{one.digest}{one.addresses!r}{one.pictures!r}" for one in texts)
    return hashlib.blake2b(blank + said.encode(), digest_size=16).digest()
