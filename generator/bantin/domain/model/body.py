"""The text of an article or page: sanitised HTML whose internal links have no addresses yet."""

from msgspec import Struct

from bantin.domain.model.reference import Position


class Heading(Struct, frozen=True, array_like=True):
    """A heading of the text: its level (2 to 6), its anchor and its words."""

    level: int
    anchor: str
    text: str


class Link(Struct, frozen=True, array_like=True):
    """A link or an image inside the bulletin, as its editor wrote it: ``../2021/bai.md#muc``, ``anh.jpg``."""

    target: str
    place: Position
    is_image: bool = False


class Outline(Struct, frozen=True, array_like=True):
    """The properties of a text that other pages need; the text itself may be long and stays on disk.

    ``anchors`` are the ids that the text defines, those of its headings included. ``outward`` are the links with a full
    address; some of them may lead to the bulletin itself.
    """

    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
    outward: tuple[Link, ...] = ()


class Body(Struct, frozen=True, array_like=True):
    """Sanitised HTML in pieces: the address of link *n* of the outline goes between pieces *n* and *n* + 1."""

    parts: tuple[str, ...] = ("",)
    outline: Outline = Outline()

    def html(self, addresses: tuple[str, ...]) -> str:
        """The HTML with ``addresses``, one for each link, already escaped for an attribute."""
        return join(self.parts, addresses)


def join(parts: tuple[str, ...], addresses: tuple[str, ...]) -> str:
    """Joins ``parts`` with ``addresses``, already escaped for an attribute, between them.

    Raises ``ValueError`` unless there is one address fewer than parts.
    """
    if len(addresses) != len(parts) - 1:
        raise ValueError(f"{len(parts) - 1} links need as many addresses, not {len(addresses)}")
    between = zip(parts, (*addresses, ""), strict=True)
    return "".join(piece for pair in between for piece in pair)
