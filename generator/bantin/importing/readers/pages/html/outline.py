"""The outline of a page: its lines, how much running text is in each element, and which lines an element has."""

from collections import defaultdict
from collections.abc import Mapping

from lxml.html import HtmlElement
from msgspec import Struct

from bantin.domain.text.name_keys import name_key
from bantin.importing.readers.pages.html.tree import cleaned, is_inline
from bantin.importing.readers.pages.html.widget_words import is_imprint

# Menus, figures, captions and names have fewer characters; running text has more.
_SHORT = 60
_LONGEST_IMPRINT = 400


class Line(Struct, frozen=True):
    """A line of a page: its text, how many of its characters are links, and the element that it stands in."""

    text: str
    linked: int
    holder: HtmlElement

    @property
    def is_linked(self) -> bool:
        """Whether most of it is links."""
        return self.linked * 2 > len(self.text)

    @property
    def weight(self) -> int:
        """How much running text it is: its characters outside links, beyond those that short lines have."""
        length = len(self.text) - self.linked - _SHORT
        return 0 if length <= 0 or self.is_imprint else length

    @property
    def is_imprint(self) -> bool:
        """Whether it tells who runs the portal."""
        return len(self.text) <= _LONGEST_IMPRINT and is_imprint(self.text)


class Outline(Struct, frozen=True):
    """The lines of a page in their order.

    ``weights`` says how much running text each element has, ``spans`` which lines: the first, and that after the last.
    Elements without text are in neither.
    """

    lines: tuple[Line, ...]
    weights: Mapping[HtmlElement, int]
    spans: Mapping[HtmlElement, tuple[int, int]]

    def lines_in(self, element: HtmlElement) -> tuple[Line, ...]:
        """The lines of ``element``."""
        first, after = self.spans.get(element, (0, 0))
        return self.lines[first:after]

    def count(self, element: HtmlElement) -> int:
        """The number of lines in ``element``."""
        first, after = self.spans.get(element, (0, 0))
        return after - first


def outline_of(root: HtmlElement) -> Outline:
    """The outline of all that is in ``root``. Takes time in proportion to its size."""
    lines = _lines(root)
    weights: dict[HtmlElement, int] = defaultdict(int)
    spans: dict[HtmlElement, tuple[int, int]] = {}
    for number, line in enumerate(lines):
        weights[line.holder] += line.weight
        spans[line.holder] = (spans.get(line.holder, (number, 0))[0], number + 1)
    # From the last element to the first, so that each has all of its own before it is added to its parent.
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if element in spans and parent is not None and element is not root:
            weights[parent] += weights[element]
            spans[parent] = _joined(spans[element], spans.get(parent))
    return Outline(lines, weights, spans)


def is_same_line(text: str, other: str) -> bool:
    """Whether two lines are the same but for capitals, spaces and the places of tone marks."""
    # A key takes time, and no spelling of a line is twice as long as another.
    return len(text) <= 2 * len(other) <= 4 * len(text) and name_key(text) == name_key(other)


def _joined(span: tuple[int, int], other: tuple[int, int] | None) -> tuple[int, int]:
    return (min(span[0], other[0]), max(span[1], other[1])) if other else span


def _lines(root: HtmlElement) -> tuple[Line, ...]:
    lines = _Lines()
    _read(root, root, lines, in_link=False)
    lines.end()
    return tuple(lines.read)


class _Lines:
    """The lines that are read so far, and the parts of the one that is open."""

    def __init__(self) -> None:
        self.read: list[Line] = []
        self._parts: list[str] = []
        self._linked = 0
        self._holder: HtmlElement | None = None

    def add(self, text: str | None, holder: HtmlElement, *, in_link: bool) -> None:
        """Adds ``text`` to the open line, which began in ``holder`` if it is the first."""
        if text and not text.isspace():
            self._holder = holder if self._holder is None else self._holder
            self._linked += len(text) if in_link else 0
        if text:
            self._parts.append(text)

    def end(self) -> None:
        """Ends the open line."""
        text = cleaned("".join(self._parts))
        if text and self._holder is not None:
            self.read.append(Line(text, min(self._linked, len(text)), self._holder))
        self._parts, self._linked, self._holder = [], 0, None


def _read(element: HtmlElement, holder: HtmlElement, lines: _Lines, *, in_link: bool) -> None:
    """Reads the lines of ``element``; the page is at most 256 levels deep."""
    lines.add(element.text, holder, in_link=in_link)
    for child in element:
        if is_inline(child):
            _read(child, holder, lines, in_link=in_link or child.tag == "a")
        else:
            lines.end()
            _read(child, child, lines, in_link=in_link)
            lines.end()
        lines.add(child.tail, holder, in_link=in_link)
