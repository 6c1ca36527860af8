"""PLAN: the pages of the site, before they are rendered."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import Article, DocumentFacts, Origin, Outline, StaticPage
from bantin.domain.problems import Location
from bantin.domain.text.dates import Edtf
from bantin.index import Directory, Record, Tie
from bantin.site.bodies import TextPart
from bantin.site.pictures import Rendition
from bantin.site.social import SocialCard
from bantin.site.views import AlternateView, LanguageView, LinkView, SiteView, View


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


Part = (
    Article
    | StaticPage
    | Record
    | Tie
    | DocumentFacts
    | Origin
    | LinkView
    | AlternateView
    | Slice
    | Edtf
    | datetime
    | str
    | int
    | None
    | tuple["Part", ...]
)
"""What a page is made of besides its texts. All of it goes into the page's key."""


class Page(Struct, frozen=True):
    """A page to render: by which template, and how its view is made when it is needed.

    A data set has no template but a writer: ``template`` only names its format.

    ``make`` is a function of a module that is given the directory, ``url``, ``title`` and ``parts`` by their names; it
    sees nothing else, so that nothing can change a page without changing its key. ``texts`` are put into its view when
    it is rendered, and nothing else of the view depends on them.

    ``source`` is the content file that it shows, if it shows one. ``files`` are the documents that are published with
    it as they are; of the files that it has ``shown``, images are published in their sizes, others as they are too.
    ``card`` is what others show of it. ``wanted`` are the addresses that its text links to. ``listed`` says whether
    it stands in the sitemap, and ``changed`` when its content last changed, as a W3C date-time, where that is known.

    ``prefix`` is the address of the site of its language from the root of all, where ``url`` begins; ``languages`` and
    ``canonical`` are as in its view.
    """

    url: str
    title: str
    template: str
    make: Callable[..., View]
    parts: Mapping[str, Part] = {}
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

    @property
    def address(self) -> str:
        """Its address from the root of all."""
        return self.prefix + self.url

    def blank(self, directory: Directory) -> View:
        """What the template is given, but for the texts."""
        view = self.make(directory, self.url, self.title, **self.parts)
        return replace(view, languages=self.languages, canonical=self.canonical) if self.languages else view

    def blank_key(self, base: bytes) -> bytes:
        """A digest of all that the page depends on but for its texts; ``base`` stands for what all pages depend on."""
        maker = _told_maker(self.template, self.make, tuple(self.parts))
        said = f"{maker}\0{_told((self.url, self.title, *self.parts.values()))}"
        if self.languages:
            said += f"\0{self.languages!r}{self.canonical}"
        return hashlib.blake2b(base + said.encode(), digest_size=16).digest()


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


@lru_cache(maxsize=1_000)
def _told_maker(template: str, make: Callable[..., View], names: tuple[str, ...]) -> str:
    """How a page is made, in words. Many pages are made in one way."""
    return _told((template, make.__module__, make.__qualname__, names))


def _told(part: object) -> str:
    """``part`` in words, so that different parts never give the same words."""
    kind: type = type(part)
    return _teller(kind)(part)


@cache
def _teller(kind: type) -> Callable[[Any], str]:
    for known, tell in _TELLERS.items():
        if issubclass(kind, known):
            return tell
    raise TypeError(f"a page cannot be made of a {kind.__name__}")


def _told_tuple(parts: tuple[object, ...]) -> str:
    # Most of what pages are made of is articles and records in lists.
    words = [
        f"a{one.face}" if type(one) is Article else _told_record(one) if type(one) is Record else _told(one)
        for one in parts
    ]
    return "\0".join((f"({len(parts)}", *words))


def _told_record(record: Record) -> str:
    return f"r{record.article.face}{_told_tuple(record.ties) if record.ties else ''}"


def _told_link(link: LinkView) -> str:
    return f"l{len(link.label)}:{link.label}{len(link.url)}:{link.url}{link.count}{link.external}{link.lang}"


_TELLERS: dict[type, Callable[[Any], str]] = {
    str: lambda text: f"s{len(text)}:{text}",
    tuple: _told_tuple,
    LinkView: _told_link,
    AlternateView: lambda one: f"v{_told((one.label, one.url, one.type))}",
    Slice: lambda one: f"n{_told((one.listing, one.number, one.pages, one.total))}",
    Edtf: lambda when: f"e{when}",
    # Texts are told apart, so an article or a page stands here for what its front matter says.
    Article: lambda article: f"a{article.face}",
    StaticPage: lambda page: f"g{replace(page, digest='', outline=Outline())!r}",
    Record: _told_record,
    DocumentFacts: lambda facts: f"d{facts!r}",
    Origin: lambda origin: f"o{_told(origin.path)}{origin.commit!r}",
    Tie: lambda tie: f"i{tie.kind}{tie.inverse}{_told(tie.other)}",
    **dict.fromkeys((bool, int, datetime, type(None)), repr),
}
