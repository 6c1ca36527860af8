"""The text of an article or page: clean HTML whose internal links are still to be given their addresses."""

from dataclasses import dataclass

from generator.model.reference import Place


@dataclass(frozen=True)
class Heading:
    """A heading of the text: its level (2 to 6), the anchor that leads to it and its words."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True)
class Link:
    """A link or an image inside the bulletin, as its editor wrote it: ``../2021/bai.md#muc``, ``anh.jpg``."""

    target: str
    place: Place
    is_image: bool = False


@dataclass(frozen=True)
class Body:
    """Sanitised HTML in pieces: between piece *n* and the next one stands the address of link *n*.

    ``anchors`` are the ids that the text defines, those of its headings included.
    """

    parts: tuple[str, ...] = ("",)
    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: frozenset[str] = frozenset()

    def html(self, addresses: tuple[str, ...]) -> str:
        """The HTML with ``addresses``, one for each link, already escaped for an attribute."""
        if len(addresses) != len(self.links):
            raise ValueError(f"{len(self.links)} links need as many addresses, not {len(addresses)}")
        between = zip(self.parts, (*addresses, ""), strict=True)
        return "".join(piece for pair in between for piece in pair)
