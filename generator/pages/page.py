"""PLAN: the pages of the site, before they are rendered."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from html import escape

from markupsafe import Markup

from generator.bulletin import Directory
from generator.errors import Location
from generator.model import Article, StaticPage
from generator.model.body import join
from generator.pages.views import LinkView, SiteView, View

Texts = Mapping[str, tuple[str, ...]]
"""The texts of articles and pages, by the digests of their files, in pieces as in :class:`~generator.model.Body`."""

Html = Callable[[str], Markup]
"""The HTML of a text, given what to write before every address of the site."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address that a text links to, to be looked up when all pages are known; ``written`` is the link itself."""

    address: str
    written: str
    location: Location


@dataclass(frozen=True, slots=True)
class TextPart:
    """The text of the file whose digest is ``digest``, with the addresses that its links lead to."""

    digest: str
    addresses: tuple[str, ...]

    def html(self, texts: Texts) -> Html:
        """The text as HTML; it has been sanitised, and the addresses are escaped here, so it is markup."""
        parts = texts[self.digest]

        def rooted(root: str) -> Markup:
            return Markup(join(parts, tuple(escape(root + address) for address in self.addresses)))  # noqa: S704

        return rooted


Part = Article | StaticPage | TextPart | LinkView | datetime | str | int | None | tuple["Part", ...]
"""What a page is made of. All of it goes into the page's key."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: by which template, and how its view is made when it is needed.

    ``make`` is a function of a module that is given the directory, ``url``, ``title`` and ``parts`` by their names, a
    text as :data:`Html`; it sees nothing else, so that nothing can change a page without changing its key.

    ``source`` is the content file that it shows, if it shows one. ``files`` are the photos and documents that are
    published with it, ``wanted`` the addresses that its text links to. ``listed`` says whether it stands in the
    sitemap, and ``changed`` when its content last changed, as a W3C date-time, where that is known.
    """

    url: str
    title: str
    template: str
    make: Callable[..., View]
    parts: Mapping[str, Part] = field(default_factory=dict)
    source: str = ""
    files: tuple[str, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    listed: bool = True
    changed: str = ""

    def view(self, directory: Directory, texts: Texts) -> View:
        """What the template is given."""
        parts = {name: _with_texts(part, texts) for name, part in self.parts.items()}
        return self.make(directory, self.url, self.title, **parts)

    @property
    def texts(self) -> Iterator[str]:
        """The digests of the files whose texts the page shows."""
        return _digests(tuple(self.parts.values()))

    def key(self, base: bytes) -> bytes:
        """A digest of all that the page depends on; ``base`` stands for what all pages depend on."""
        digest = hashlib.blake2b(base, digest_size=16)
        said = [_told_maker(self.template, self.make, tuple(self.parts))]
        _tell((self.url, self.title, *self.parts.values()), said)
        digest.update("\0".join(said).encode())
        return digest.digest()


@dataclass(frozen=True)
class File:
    """A content file to publish as it is."""

    address: str
    source: str


@dataclass(frozen=True)
class Plan:
    """Everything that the site consists of, but for what the theme adds."""

    site: SiteView
    pages: tuple[Page, ...]
    files: tuple[File, ...]


def _with_texts(part: Part, texts: Texts) -> object:
    if isinstance(part, tuple):
        return tuple(_with_texts(one, texts) for one in part)
    return part.html(texts) if isinstance(part, TextPart) else part


def _digests(part: Part) -> Iterator[str]:
    if isinstance(part, TextPart):
        yield part.digest
    elif isinstance(part, tuple):
        for one in part:
            yield from _digests(one)


@lru_cache(maxsize=1_000)
def _told_maker(template: str, make: Callable[..., View], names: tuple[str, ...]) -> str:
    """How a page is made, in words. Many pages are made in one way."""
    said: list[str] = []
    _tell((template, make.__module__, make.__qualname__, names), said)
    return "\0".join(said)


def _tell(part: Part, said: list[str]) -> None:
    """Adds ``part`` in words, so that different parts never give the same words."""
    if isinstance(part, LinkView):
        said.append(f"l{len(part.label)}:{part.label}{len(part.url)}:{part.url}{part.count}{part.external}")
    elif isinstance(part, tuple):
        said.append(f"({len(part)}")
        for one in part:
            # Most of what pages are made of is articles in lists.
            if isinstance(one, Article):
                said.append("a" + one.digest)
            else:
                _tell(one, said)
    elif isinstance(part, str):
        said.append(f"s{len(part)}:{part}")
    elif isinstance(part, Article | StaticPage):
        said.append("a" + part.digest)
    elif isinstance(part, TextPart):
        said.append(f"t{part.digest}")
        _tell(part.addresses, said)
    elif part is None or isinstance(part, int | datetime):
        said.append(repr(part))
    else:
        raise TypeError(f"a page cannot be made of {part!r}")
