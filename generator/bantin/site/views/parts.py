"""Parts of views: links, dates, photos, cards, pagers."""

from msgspec import Struct

from bantin.domain.problems import Language


class LinkView(Struct, frozen=True):
    """A link: its words, its address, and how many articles lie behind it where that is known.

    ``lang`` is the language of the words where it is not that of the site. What is not ``linked`` has no page on this
    site, and so no address: its words stand alone.
    """

    label: str
    url: str
    count: int | None = None
    external: bool = False
    lang: str = ""
    linked: bool = True


class AlternateView(Struct, frozen=True):
    """A page in another form, for other programs: what it is called, its address, its media type."""

    label: str
    url: str
    type: str


class LanguageView(Struct, frozen=True):
    """The page in one of the languages of the bulletin: the language and its name in itself, and its address.

    ``here`` says that it is this page. ``full`` is its full address; empty where the address leads to another page, for
    want of the same one, or to the same text in the same language.
    """

    language: Language
    label: str
    url: str
    full: str
    here: bool


class FiguresView(Struct, frozen=True):
    """The figures of the visitor counter: visits of the day, the week and all time, as they were ``at`` some time."""

    today: int
    week: int
    total: int
    at: str


class DateView(Struct, frozen=True):
    """A date for machines (``iso``, EDTF where it is not a whole day) and for readers, shorter and longer."""

    iso: str
    short: str
    long: str
    full: str
    exact: bool

    @property
    def w3c(self) -> str:
        """The date as W3CDTF, the form of ISO 8601 that most vocabularies ask for; empty where that cannot tell it."""
        return "" if "X" in self.iso or self.iso[-1] in "?~%" else self.iso


class OriginView(Struct, frozen=True):
    """The file that a page was made from, and its last change, as far as is known.

    ``path`` is that in the bulletin's folder; ``commit`` is short, and ``url`` leads to the file as it was then, if the
    settings say where that is.
    """

    path: str
    commit: str
    url: str
    changed: DateView | None


class SourceView(Struct, frozen=True):
    """An image in one format, given by its media type: the address and the width of each size, the smallest first."""

    type: str
    files: tuple[tuple[str, int], ...]


class PictureView(Struct, frozen=True):
    """An image in its largest size, in a format that every browser knows; ``sources`` are better ones for most."""

    url: str
    width: int = 0
    height: int = 0
    sources: tuple[SourceView, ...] = ()


class PhotoView(Struct, frozen=True):
    """A photo and what is said of it; its size and other forms are as in :class:`PictureView`, as far as known."""

    url: str
    alt: str
    caption: str
    credit: str
    width: int = 0
    height: int = 0
    sources: tuple[SourceView, ...] = ()


class CardView(Struct, frozen=True):
    """An article as it stands in a list. ``lang`` is the language of its words where it is not that of the site."""

    title: str
    url: str
    lead: str
    published: DateView | None
    signed: DateView | None
    type: str
    parties: tuple[str, ...]
    section: LinkView | None
    photo: PhotoView | None
    lang: str = ""

    def __hash__(self) -> int:
        # A theme keeps what it makes of a card under the card, and there is one at each address.
        return hash(self.url)


class Pager(Struct, frozen=True):
    """The pages of a list. ``previous`` and ``next`` are ``None`` at its ends."""

    number: int
    total: int
    previous: LinkView | None
    next: LinkView | None
    pages: tuple[LinkView, ...]


class GroupView(Struct, frozen=True):
    """Cards under one heading."""

    label: str
    anchor: str
    cards: tuple[CardView, ...]


class HeadingView(Struct, frozen=True):
    """An entry of a table of contents."""

    level: int
    anchor: str
    text: str
