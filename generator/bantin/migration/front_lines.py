"""The lines of YAML, alone or as front matter of a Markdown file, of which those of a key can be moved and edited."""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import Struct

from bantin.content.frontmatter import split
from bantin.content.yaml.parser import Plain, Step, locate, parse_yaml, plain
from bantin.content.yaml.tree import MappingNode, Node, SequenceNode
from bantin.domain.model import Position
from bantin.domain.text.encodings import decode

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_DASH = re.compile(r"[ ]*-[ ]+")
_COMMENT = re.compile(r":[ \t]*(#[^\r\n]*)?\s*")


class FrontLines(Struct, frozen=True):
    """The unchanged ``lines`` of a file, with line ends, and the ``tree`` of its YAML.

    The YAML is on the lines from ``begin`` to before ``end``, counted from 0; the front matter of a Markdown file is
    between two fences.
    """

    lines: tuple[str, ...]
    begin: int
    end: int
    tree: MappingNode

    @property
    def line_end(self) -> str:
        """The line end of the file."""
        line = self.lines[0]
        return line[len(line.rstrip("\r\n")) :] or "\n"

    def block(self, key: str) -> range:
        """The lines of ``key`` with its value; none if there is no such key.

        Blank lines and comments that follow belong to it if they are indented further than the key.
        """
        node = self.tree.key(key)
        if node is None:
            return range(0)
        later = (other.line for other, _ in self.tree.items if other.line > node.line)
        end = min(later, default=self.end + 1) - 1
        while is_after(self.lines[end - 1], node.column - 1):
            end -= 1
        return range(node.line - 1, end)

    @property
    def indent(self) -> str:
        """The indentation of the top-level keys."""
        return " " * (self.tree.place.column - 1)

    def whole(self, key: str) -> tuple[str, ...]:
        """The lines of ``key``, without indentation."""
        return tuple(_dedented(self.lines[number], len(self.indent)) for number in self.block(key))

    def below(self, key: str) -> tuple[str, ...] | None:
        """The lines below ``key``, whose value is a mapping, without indentation; a comment after the key comes first.

        ``None`` if the mapping does not begin on a line of its own.
        """
        node, value = self.tree.key(key), self.tree.get(key)
        if node is None or not isinstance(value, MappingNode) or value.place.line == node.line:
            return None
        first, *others = self.block(key)
        head = _COMMENT.fullmatch(self.lines[first], node.column - 1 + node.width)
        if head is None:
            return None
        comment = (head[1] + self.line_end,) if head[1] else ()
        return (*comment, *(_dedented(self.lines[number], value.place.column - 1) for number in others))

    def place(self, steps: tuple[Step, ...]) -> Position:
        """The place of the value at ``steps``."""
        return locate(self.tree, steps)


class Edit(Struct, frozen=True):
    """Replaces ``width`` characters by ``text``; ``line`` and ``column`` count from 1, as in places of the tree."""

    line: int
    column: int
    width: int
    text: str


def read_front(data: bytes, path: str) -> FrontLines:
    """Reads the lines of the valid file ``path``. Raises ``ValueError`` if it has no front matter."""
    parts = split(decode(data), path).value
    tree = parse_yaml(parts.yaml, path, parts.yaml_line).root if parts else None
    if parts is None or not isinstance(tree, MappingNode):
        raise ValueError(path)
    lines = lines_of(data.removeprefix(codecs.BOM_UTF8).decode())
    return FrontLines(lines, parts.yaml_line - 1, parts.markdown_line - 2, tree)


def values_of(front: FrontLines) -> dict[str, Plain]:
    """The values of the front matter, by key."""
    values = plain(front.tree, [])
    return values if isinstance(values, dict) else {}


def read_lines(data: bytes, path: str) -> FrontLines:
    """Reads the lines of the valid YAML file ``path``. Raises ``ValueError`` if it is no mapping."""
    tree = parse_yaml(decode(data), path).root
    if not isinstance(tree, MappingNode):
        raise ValueError(path)  # noqa: TRY004 - of the file, not of an argument
    lines = lines_of(data.removeprefix(codecs.BOM_UTF8).decode())
    return FrontLines(lines, 0, len(lines), tree)


def with_lines(data: bytes, lines: Iterable[str]) -> bytes:
    """The file of ``data`` with other ``lines``; a mark of its encoding stays."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + "".join(lines).encode()


def edited(front: FrontLines, edits: Iterable[Edit]) -> FrontLines:
    """``front`` with all ``edits``, which do not overlap. Its tree stays valid, since line numbers do not change."""
    return FrontLines(tuple(edited_lines(front.lines, edits)), front.begin, front.end, front.tree)


def sign_of(front: FrontLines, node: Node) -> str:
    """The character that a value begins with, such as ``[``, ``{`` or ``-``."""
    return front.lines[node.place.line - 1][node.place.column - 1 :][:1]


def is_bracketed(front: FrontLines, items: SequenceNode) -> bool:
    """Whether a list is written between brackets, rather than with a dash before each item."""
    return sign_of(front, items) == "["


def with_first(front: FrontLines, items: SequenceNode, item: str) -> Edit:
    """The edit that puts ``item`` before the other ``items`` of a list, on their line or on one of its own."""
    if is_bracketed(front, items):
        return Edit(items.place.line, items.place.column + 1, 0, f"{item}, " if items.items else item)
    return Edit(items.place.line, 1, 0, f"{dash_of(front, items)}{item}{front.line_end}")


def dash_of(front: FrontLines, items: SequenceNode) -> str:
    """The dash before the first of ``items``, with the spaces around it."""
    found = _DASH.match(front.lines[items.place.line - 1])
    return found[0] if found else ""


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of ``text``, with line ends."""
    return tuple(_LINE.findall(text))


def edited_lines(lines: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """``lines`` with all ``edits``, which do not overlap."""
    made = list(lines)
    for number, of_line in groupby(sorted(edits, key=lambda one: (one.line, -one.column)), key=lambda one: one.line):
        line = made[number - 1]
        for one in of_line:
            begin, end = _at(one.column, line), _at(one.column + one.width, line)
            line = line[:begin] + one.text + line[end:]
        made[number - 1] = line
    return made


def _at(column: int, line: str) -> int:
    """The place in ``line`` of a column, which counts from 1 the characters of the line in NFC."""
    if unicodedata.is_normalized("NFC", line):
        return column - 1
    ends = (at for at in range(len(line) + 1) if at == len(line) or not unicodedata.combining(line[at]))
    return next((at for at in ends if len(unicodedata.normalize("NFC", line[:at])) >= column - 1), len(line))


def is_after(line: str, indent: int) -> bool:
    """Whether a line after the value of a key at ``indent`` does not belong to it.

    It is blank, or a comment that is not indented further.
    """
    text = line.lstrip(" ")
    return not text.strip() or (text.startswith("#") and len(line) - len(text) <= indent)


def _dedented(line: str, indent: int) -> str:
    return line[min(indent, len(line) - len(line.lstrip(" "))) :]
