"""Parts of views: links, dates, photos, cards, pagers."""

from msgspec import Struct


class LinkView(Struct, frozen=True):
    """A link: its words, its address, and how many articles lie behind it where that is known."""

    label: str
    url: str
    count: int | None = None
    external: bool = False


class DateView(Struct, frozen=True):
    """A date for machines (``iso``, EDTF where it is not a whole day) and for readers, shorter and longer."""

    iso: str
    short: str
    long: str
    full: str
    exact: bool


class PhotoView(Struct, frozen=True):
    """A photo and what is said of it."""

    url: str
    alt: str
    caption: str
    credit: str


class CardView(Struct, frozen=True):
    """An article as it stands in a list."""

    title: str
    url: str
    lead: str
    published: DateView | None
    signed: DateView | None
    type: str
    parties: tuple[str, ...]
    section: LinkView | None
    photo: PhotoView | None

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
