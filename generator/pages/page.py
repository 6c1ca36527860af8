"""PLAN: the pages of the site, before they are rendered."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cache, lru_cache
from html import escape
from typing import Any

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from generator.bulletin import Directory, Record, Tie
from generator.errors import Location
from generator.model import Article, DocumentFacts, Origin, StaticPage
from generator.model.body import join
from generator.pages.pictures import Rendition, with_pictures
from generator.pages.social import SocialCard
from generator.pages.views import AlternateView, LanguageView, LinkView, SiteView, View
from generator.pages.views.parts import PictureView
from generator.text.dates import Edtf
from generator.text.urls import full

Texts = Mapping[str, tuple[str, ...]]
"""The texts of articles and pages, by the digests of their files, in pieces as in :class:`~generator.model.Body`."""

Html = Callable[[str], Markup]
"""The HTML of a text, given what to write before every address of the site."""


class Wanted(Struct, frozen=True):
    """An address that a text links to, to be looked up when all pages are known; ``written`` is the link itself."""

    address: str
    written: str
    location: Location


class TextPart(Struct, frozen=True):
    """The text of the file whose digest is ``digest``, with the addresses that its links lead to.

    ``pictures`` are shown in the place of images, each given with the number of its link.
    """

    digest: str
    addresses: tuple[str, ...]
    pictures: tuple[tuple[int, PictureView], ...] = ()

    def html(self, texts: Texts) -> Html:
        """The text as HTML; it has been sanitised, and the addresses are escaped here, so it is markup."""
        parts = texts[self.digest]

        def rooted(root: str) -> Markup:
            drawn = with_pictures(parts, self.pictures, root) if self.pictures else parts
            return Markup(join(drawn, tuple(escape(full(root, address)) for address in self.addresses)))  # noqa: S704

        return rooted


class Slice(Struct, frozen=True):
    """Which part of the list at ``listing`` a page shows: page ``number`` of ``pages``, of ``total`` items in all."""

    listing: str
    number: int
    pages: int
    total: int


Fact = (
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
    | tuple["Fact", ...]
)
Part = Fact | TextPart | tuple[TextPart, ...]
"""What a page is made of: facts, and texts that are fetched when it is rendered. All of it goes into the page's key."""


class Page(Struct, frozen=True):
    """A page to render: by which template, and how its view is made when it is needed.

    A data set has no template but a writer: ``template`` only names its format.

    ``make`` is a function of a module that is given the directory, ``url``, ``title`` and ``parts`` by their names, a
    text as :data:`Html`; it sees nothing else, so that nothing can change a page without changing its key.

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
    source: str = ""
    files: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    card: SocialCard | None = None
    wanted: tuple[Wanted, ...] = ()
    listed: bool = True
    changed: str = ""
    prefix: str = ""
    languages: tuple[LanguageView, ...] = ()
    canonical: str = ""

    @property
    def address(self) -> str:
        """Its address from the root of all."""
        return self.prefix + self.url

    def view(self, directory: Directory, texts: Texts) -> View:
        """What the template is given."""
        parts = {name: _with_texts(part, texts) for name, part in self.parts.items()}
        view = self.make(directory, self.url, self.title, **parts)
        return replace(view, languages=self.languages, canonical=self.canonical) if self.languages else view

    @property
    def texts(self) -> Iterator[str]:
        """The digests of the files whose texts the page shows."""
        return (text.digest for part in self.parts.values() for text in _texts_in(part))

    def key(self, base: bytes) -> bytes:
        """A digest of all that the page depends on; ``base`` stands for what all pages depend on."""
        maker = _told_maker(self.template, self.make, tuple(self.parts))
        said = f"{maker}\0{_told((self.url, self.title, *self.parts.values()))}"
        if self.languages:
            said += f"\0{self.languages!r}{self.canonical}"
        return hashlib.blake2b(base + said.encode(), digest_size=16).digest()


class File(Struct, frozen=True):
    """A content file to publish as it is."""

    address: str
    source: str


Image = Rendition | SocialCard
"""An image to draw."""


class Plan(Struct, frozen=True):
    """Everything that the site consists of, but for what the theme adds; ``sites`` are by their prefixes."""

    sites: Mapping[str, SiteView]
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    images: tuple[Image, ...] = ()


def _texts_in(part: Part) -> tuple[TextPart, ...]:
    if isinstance(part, TextPart):
        return (part,)
    return part if isinstance(part, tuple) and part and isinstance(part[0], TextPart) else ()


def _with_texts(part: Part, texts: Texts) -> object:
    found = _texts_in(part)
    if not found:
        return part
    made = tuple(one.html(texts) for one in found)
    return made if isinstance(part, tuple) else made[0]


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
    TextPart: lambda text: f"t{text.digest}\0{_told(text.addresses)}{text.pictures or ''}",
    # A text is a part of its own, so an article stands here for what its front matter says.
    Article: lambda article: f"a{article.face}",
    StaticPage: lambda page: f"a{page.digest}",
    Record: _told_record,
    DocumentFacts: lambda facts: f"d{facts!r}",
    Origin: lambda origin: f"o{_told(origin.path)}{origin.commit!r}",
    Tie: lambda tie: f"i{tie.kind}{tie.inverse}{_told(tie.other)}",
    **dict.fromkeys((bool, int, datetime, type(None)), repr),
}
