"""The collector: takes the addresses of internal links out, to be given later, and notes the anchors."""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from bantin.content.markdown.link_places import LinkPlaces
from bantin.content.markdown.source import MarkdownSource
from bantin.content.problems import markdown as problems
from bantin.domain.model import Body, Heading, Link, Outline
from bantin.domain.problems import Problem
from bantin.domain.text.suggestions import misspelt
from bantin.domain.text.urls import scheme_of

# To look for what was meant, or for its place, takes a while; when so many are mended, the others will be told.
_ENOUGH = 20


class Collector:
    """What cleaning, and the passages that need none, have to say of one text while its HTML is made."""

    def __init__(self, source: MarkdownSource) -> None:
        self.met: list[Problem] = []
        self.anchors: set[str] = set()
        self._twice: set[str] = set()
        self._source = source
        self.sites = LinkPlaces(source)
        self._noted: list[tuple[str, bool]] = []
        self._outward: list[str] = []

    def filter(self, tag: str, attribute: str, value: str) -> str:
        """What becomes of an attribute that cleaning keeps."""
        if attribute == "id":
            if value in self.anchors and value not in self._twice and len(self._twice) < _ENOUGH:
                self._twice.add(value)
                self.met.append(problems.ANCHOR_TWICE.at(self.sites.anchor(value), anchor=value))
            self.anchors.add(value)
        elif (tag, attribute) in (("a", "href"), ("img", "src")):
            return self.note(value, is_image=tag == "img")
        return value

    def note(self, address: str, *, is_image: bool = False) -> str:
        """What to write in the place of ``address``: itself, unless it is one inside the bulletin."""
        scheme = scheme_of(address)
        if scheme in ("http", "https"):
            self._outward.append(address)
        if scheme or not address:
            return address
        self._noted.append((address, is_image))
        mark = f"{self._source.mark}{len(self._noted) - 1}."
        return f"{mark}{address}" if address.startswith("#") else mark

    def body(self, marked: str, headings: Iterable[Heading]) -> Body:
        """The body whose HTML is ``marked`` where addresses have been noted; also tells of anchors that are missing.

        Only here is it known in what order the links follow each other, which their places depend on.
        """
        first, *others = marked.split(self._source.mark) if self._noted else (marked,)
        kept = tuple(heading for heading in headings if heading.anchor in self.anchors)
        parts: list[str] = []
        part, links = [first], []
        for other in others:
            number, _, behind = other.partition(".")
            address, is_image = self._noted[int(number)]
            if address.startswith("#"):
                self.met += self._missing(address[1:])
                part.append(behind)
            else:
                links.append(Link(address, self.sites.next(address), is_image))
                parts.append("".join(part))
                part = [behind]
        outward = [Link(address, self.sites.next(address)) for address in self._outward]
        # They were noted in the order in which passages were taken out.
        outward.sort(key=lambda link: (link.place.line, link.place.column, link.target))
        return Body((*parts, "".join(part)), Outline(tuple(links), kept, frozenset(self.anchors), tuple(outward)))

    def _missing(self, anchor: str) -> Iterator[Problem]:
        if anchor and anchor not in self.anchors:
            at = self.sites.location(f"#{anchor}")
            near = misspelt(unquote(anchor), self.anchors) if len(self.met) < _ENOUGH else ""
            if near:
                yield problems.NEAR_ANCHOR.at(at, anchor=anchor, mended=f"#{near}")
            else:
                yield problems.NO_ANCHOR.at(at, anchor=anchor)
