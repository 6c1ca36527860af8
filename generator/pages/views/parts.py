"""Parts of views: links, dates, photos, cards, pagers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LinkView:
    """A link: its words, its address, and how many articles lie behind it where that is known."""

    label: str
    url: str
    count: int | None = None
    external: bool = False


@dataclass(frozen=True)
class DateView:
    """A date for machines (``iso``, EDTF where it is not a whole day) and for readers, shorter and longer."""

    iso: str
    short: str
    long: str
    full: str
    exact: bool


@dataclass(frozen=True)
class PhotoView:
    """A photo and what is said of it."""

    url: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True)
class CardView:
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


@dataclass(frozen=True)
class Pager:
    """The pages of a list. ``previous`` and ``next`` are ``None`` at its ends."""

    number: int
    total: int
    previous: LinkView | None
    next: LinkView | None
    pages: tuple[LinkView, ...]


@dataclass(frozen=True)
class GroupView:
    """Cards under one heading."""

    label: str
    anchor: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True)
class HeadingView:
    """An entry of a table of contents."""

    level: int
    anchor: str
    text: str
