"""Nodes: the blocks of a text, which change while it is read line by line.

Lines are counted from 0. ``first`` and ``last`` are the first and the last line of a block.
"""

from collections.abc import Sequence
from itertools import pairwise


class Node:
    """Any block."""

    __slots__ = ("first", "last")

    def __init__(self, first: int) -> None:
        self.first = first
        self.last = first


class Container(Node):
    """A block that contains others; an instance of this very class is the whole text."""

    __slots__ = ("children",)

    def __init__(self, first: int) -> None:
        super().__init__(first)
        self.children: list[Node] = []


class Quote(Container):
    """A quotation."""

    __slots__ = ()


class Item(Container):
    """An item of a list with this ``sign``; its text is indented by ``offset`` columns from that around the list.

    ``number`` is the one written before it; ``ticked`` is whether a task is done, and None if it is no task.
    """

    __slots__ = ("number", "offset", "sign", "ticked")

    def __init__(self, first: int, offset: int, sign: str, number: int | None) -> None:
        super().__init__(first)
        self.offset = offset
        self.sign = sign
        self.number = number
        self.ticked: bool | None = None


class List(Node):
    """A list of items that begin with the same ``sign``: a bullet, or the character after the number."""

    __slots__ = ("items", "sign")

    def __init__(self, first: int, sign: str) -> None:
        super().__init__(first)
        self.sign = sign
        self.items: list[Item] = []

    @property
    def is_loose(self) -> bool:
        """Whether there is a blank line between two items, or between two blocks of one."""
        rows: list[Sequence[Node]] = [self.items, *(item.children for item in self.items)]
        return any(behind.first > before.last + 1 for row in rows for before, behind in pairwise(row))


class Leaf(Node):
    """A block that contains lines of text."""

    __slots__ = ("lines",)

    def __init__(self, first: int) -> None:
        super().__init__(first)
        self.lines: list[str] = []


class Paragraph(Leaf):
    """A paragraph, or several lines that were paragraphs in Word."""

    __slots__ = ()


class Heading(Leaf):
    """A heading of a level from 1 to 6."""

    __slots__ = ("level",)

    def __init__(self, first: int, level: int, lines: list[str]) -> None:
        super().__init__(first)
        self.level = level
        self.lines = lines


class Rule(Node):
    """A thematic break: a line across the page."""

    __slots__ = ()


class Code(Leaf):
    """Code: between fences like ``fence``, indented by ``indent`` columns; indented code if ``fence`` is empty."""

    __slots__ = ("fence", "indent", "info", "is_closed")

    def __init__(self, first: int, fence: str = "", indent: int = 0, info: str = "") -> None:
        super().__init__(first)
        self.fence = fence
        self.indent = indent
        self.info = info
        self.is_closed = not fence


class Html(Leaf):
    """HTML that goes on up to a line that contains its ``end``, or up to a blank line if ``end`` is empty."""

    __slots__ = ("end", "is_closed")

    def __init__(self, first: int, end: str) -> None:
        super().__init__(first)
        self.end = end
        self.is_closed = not end


class Table(Leaf):
    """A table; the first of its lines is the head. ``sides`` is the alignment of each column."""

    __slots__ = ("sides",)

    def __init__(self, first: int, head: str, sides: list[str]) -> None:
        super().__init__(first)
        self.lines.append(head)
        self.sides = sides


class Note(Leaf):
    """The text of a footnote, which is parsed when footnotes are written."""

    __slots__ = ("label",)

    def __init__(self, first: int, label: str) -> None:
        super().__init__(first)
        self.label = label
