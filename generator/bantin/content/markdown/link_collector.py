"""Collects the links and anchors of a text, and leaves the addresses of internal links out of its HTML."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from bantin.content.markdown.link_places import LinkPlaces
from bantin.content.markdown.source import MarkdownSource
from bantin.content.problems import markdown as problems
from bantin.domain.model import Body, Heading, Link, Outline
from bantin.domain.problems import Problem
from bantin.domain.text.suggestions import misspelt
from bantin.domain.text.urls import scheme_of

# Beyond this many problems, no more suggestions or places are computed, which is slow; fixing these shows the rest.
_ENOUGH = 20


class Collector:
    """Receives links and anchors from the sanitiser, and from plain passages, which bypass it."""

    def __init__(self, source: MarkdownSource) -> None:
        self.problems: list[Problem] = []
        self.anchors: set[str] = set()
        self._twice: set[str] = set()
        self._source = source
        self.places = LinkPlaces(source)
        self._internal: list[tuple[str, bool]] = []
        self._external: list[str] = []

    def filter(self, tag: str, attribute: str, value: str) -> str:
        """The new value of an attribute that the sanitiser keeps."""
        if attribute == "id":
            if value in self.anchors and value not in self._twice and len(self._twice) < _ENOUGH:
                self._twice.add(value)
                self.problems.append(problems.ANCHOR_TWICE.at(self.places.anchor(value), anchor=value))
            self.anchors.add(value)
        elif (tag, attribute) in (("a", "href"), ("img", "src")):
            return self.record_link(value, is_image=tag == "img")
        return value

    def record_link(self, address: str, *, is_image: bool = False) -> str:
        """Records a link and returns what to write for its ``address``: a placeholder if it is an internal one."""
        scheme = scheme_of(address)
        if scheme in ("http", "https"):
            self._external.append(address)
        if scheme or not address:
            return address
        self._internal.append((address, is_image))
        mark = f"{self._source.mark}{len(self._internal) - 1}."
        return f"{mark}{address}" if address.startswith("#") else mark

    def body(self, marked: str, headings: Iterable[Heading]) -> Body:
        """Builds the body from HTML ``marked`` with placeholders, and reports links to missing anchors.

        The places of links depend on their order, which is known only here.
        """
        first, *others = marked.split(self._source.mark) if self._internal else (marked,)
        kept = tuple(heading for heading in headings if heading.anchor in self.anchors)
        parts: list[str] = []
        part, links = [first], []
        for other in others:
            number, _, behind = other.partition(".")
            address, is_image = self._internal[int(number)]
            if address.startswith("#"):
                self.problems += self._missing(address[1:])
                part.append(behind)
            else:
                links.append(Link(address, self.places.next(address), is_image))
                parts.append("".join(part))
                part = [behind]
        external = [Link(address, self.places.next(address)) for address in self._external]
        # They were recorded in the order of conversion: plain passages first.
        external.sort(key=lambda link: (link.place.line, link.place.column, link.target))
        return Body((*parts, "".join(part)), Outline(tuple(links), kept, frozenset(self.anchors), tuple(external)))

    def _missing(self, anchor: str) -> Iterator[Problem]:
        if anchor and anchor not in self.anchors:
            at = self.places.location(f"#{anchor}")
            near = misspelt(unquote(anchor), self.anchors) if len(self.problems) < _ENOUGH else ""
            if near:
                yield problems.NEAR_ANCHOR.at(at, anchor=anchor, mended=f"#{near}")
            else:
                yield problems.NO_ANCHOR.at(at, anchor=anchor)
