"""Nodes: the pieces that a text consists of, while it is read line by line.

Lines are counted from 0. ``first`` and ``last`` are those on which a piece begins, and on which it still goes on.
"""

from collections.abc import Sequence
from itertools import pairwise


class Node:
    """Any piece."""

    __slots__ = ("first", "last")

    def __init__(self, first: int) -> None:
        self.first = first
        self.last = first


class Container(Node):
    """A piece that holds others: the text itself, if it is no more than this."""

    __slots__ = ("children",)

    def __init__(self, first: int) -> None:
        super().__init__(first)
        self.children: list[Node] = []


class Quote(Container):
    """A quotation."""

    __slots__ = ()


class Item(Container):
    """An item of a list with such a ``sign``: its text begins ``offset`` columns behind that of what holds the list.

    ``number`` is the one written before it; ``ticked`` says whether a task is done, and is None where it is no task.
    """

    __slots__ = ("number", "offset", "sign", "ticked")

    def __init__(self, first: int, offset: int, sign: str, number: int | None) -> None:
        super().__init__(first)
        self.offset = offset
        self.sign = sign
        self.number = number
        self.ticked: bool | None = None


class List(Node):
    """A list of items that begin with the same ``sign``: a bullet, or what stands behind the number."""

    __slots__ = ("items", "sign")

    def __init__(self, first: int, sign: str) -> None:
        super().__init__(first)
        self.sign = sign
        self.items: list[Item] = []

    @property
    def is_loose(self) -> bool:
        """Whether an empty line stands between two items, or between two pieces of one."""
        rows: list[Sequence[Node]] = [self.items, *(item.children for item in self.items)]
        return any(behind.first > before.last + 1 for row in rows for before, behind in pairwise(row))


class Leaf(Node):
    """A piece that holds lines of text."""

    __slots__ = ("lines",)

    def __init__(self, first: int) -> None:
        super().__init__(first)
        self.lines: list[str] = []


class Paragraph(Leaf):
    """A paragraph, or several lines that Word would call paragraphs."""

    __slots__ = ()


class Heading(Leaf):
    """A heading of a level from 1 to 6."""

    __slots__ = ("level",)

    def __init__(self, first: int, level: int, lines: list[str]) -> None:
        super().__init__(first)
        self.level = level
        self.lines = lines


class Rule(Node):
    """A line across the page."""

    __slots__ = ()


class Code(Leaf):
    """Code: between fences like ``fence``, which is indented by so many columns, or indented where there is none."""

    __slots__ = ("fence", "indent", "info", "is_closed")

    def __init__(self, first: int, fence: str = "", indent: int = 0, info: str = "") -> None:
        super().__init__(first)
        self.fence = fence
        self.indent = indent
        self.info = info
        self.is_closed = not fence


class Html(Leaf):
    """HTML that goes on up to a line which holds its ``end``; up to an empty line where that is empty."""

    __slots__ = ("end", "is_closed")

    def __init__(self, first: int, end: str) -> None:
        super().__init__(first)
        self.end = end
        self.is_closed = not end


class Table(Leaf):
    """A table: rows below a head, which is the first of its lines. ``sides`` has an alignment for each column."""

    __slots__ = ("sides",)

    def __init__(self, first: int, head: str, sides: list[str]) -> None:
        super().__init__(first)
        self.lines.append(head)
        self.sides = sides


class Note(Leaf):
    """What a footnote says, which is read when footnotes are written."""

    __slots__ = ("label",)

    def __init__(self, first: int, label: str) -> None:
        super().__init__(first)
        self.label = label
