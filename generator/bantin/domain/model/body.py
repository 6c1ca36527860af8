"""The text of an article or page: clean HTML whose internal links are still to be given their addresses."""

from msgspec import Struct

from bantin.domain.model.reference import Position


class Heading(Struct, frozen=True, array_like=True):
    """A heading of the text: its level (2 to 6), the anchor that leads to it and its words."""

    level: int
    anchor: str
    text: str


class Link(Struct, frozen=True, array_like=True):
    """A link or an image inside the bulletin, as its editor wrote it: ``../2021/bai.md#muc``, ``anh.jpg``."""

    target: str
    place: Position
    is_image: bool = False


class Outline(Struct, frozen=True, array_like=True):
    """What the rest of the site has to know of a text, which may be long and stays on the disk.

    ``anchors`` are the ids that the text defines, those of its headings included. ``outward`` are the links with a full
    address, some of which may be one of the bulletin itself.
    """

    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()
    outward: tuple[Link, ...] = ()


class Body(Struct, frozen=True, array_like=True):
    """Sanitised HTML in pieces: between piece *n* and the next one stands the address of link *n* of the outline."""

    parts: tuple[str, ...] = ("",)
    outline: Outline = Outline()

    def html(self, addresses: tuple[str, ...]) -> str:
        """The HTML with ``addresses``, one for each link, already escaped for an attribute."""
        return join(self.parts, addresses)


def join(parts: tuple[str, ...], addresses: tuple[str, ...]) -> str:
    """The HTML that ``parts`` make with ``addresses`` between them, already escaped for an attribute."""
    if len(addresses) != len(parts) - 1:
        raise ValueError(f"{len(parts) - 1} links need as many addresses, not {len(addresses)}")
    between = zip(parts, (*addresses, ""), strict=True)
    return "".join(piece for pair in between for piece in pair)
