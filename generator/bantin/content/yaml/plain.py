"""PARSE: plain YAML: what is certain to be a tree without the library having to tell.

It is most of most front matter: keys with words behind or folded below them, lists of words, and lists and mappings
on one line. To read it here takes a fraction of the time that the library's events take; the tree is the same.
What is not certain is left to the library.
"""

import re
from functools import cache, cached_property
from itertools import takewhile

from bantin.content.yaml.keys import is_key_itself
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode, SequenceNode
from bantin.domain.model import Position

# What people write for no value; whatever holds the word is looked at more closely elsewhere.
_NULL = "null"
# What is excluded is ASCII: whatever else can be printed is nothing but itself, and so are the signs of YAML that stand
# in the middle of words.
_FIRST = r"[^\n !\"#$%&')*+,\-.:;<=>?@\[\\\]^`{|}~]"
# Neither a space nor a colon at the end, and no colon before a space.
_WORDS = rf"{_FIRST}[^\n :#]*+(?:(?: ++|:)[^\n :#]++)*+"
_QUOTED = r"""'[^\n']*+'|"[^\n"\\]*+\""""
_IN_BRACKETS = r"[^\n :#?,\[\]{}]"
_WORDS_IN_BRACKETS = rf"{_FIRST}{_IN_BRACKETS}*+(?: ++{_IN_BRACKETS}++)*+"
_KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,63}+"
_LIST = rf"\[(?:{_WORDS_IN_BRACKETS}(?:, {_WORDS_IN_BRACKETS})*+)?+\]"
_PAIR = rf"{_KEY}: {_WORDS_IN_BRACKETS}"
_MAPPING = rf"\{{{_PAIR}(?:, {_PAIR})*+\}}"
_FOLDED = ">-"
# A line of its own that may have been indented too much, and so have become one of a text.
_KEY_LINE = re.compile(r"(?:- +)?([a-z_]+[0-9]*) *:")
_OPENING = "[{'\""
_VALUE = rf"{_WORDS}|{_QUOTED}|{_LIST}|{_MAPPING}|{_FOLDED}"
_END = r"(?:\n|\Z)"
# Not so many spaces that the tree could be too deep. Of any other line nothing is taken.
_LINE = rf"( {{0,8}}+)(- )?(?:({_KEY}):(?: (?=.)|(?={_END})))?({_VALUE})?{_END}|.++{_END}"

_Line = tuple[str, str, str, str]
"""The spaces that a line begins with, ``"- "`` if it is an item of a list, a key, and a value: each may be empty."""


class _Doubt(Exception):
    """The text is not certain to be plain."""


def read_plain(text: str, first_line: int) -> Node | None:
    """The tree of ``text``, which begins at line ``first_line`` of its file; None if it is not certain."""
    if _NULL in text or not text.replace("\n", "").isprintable():
        return None
    lines: list[_Line] = _pattern().findall(text)
    reader = _Reader(text, lines, first_line)
    try:
        return reader.document()
    except _Doubt:
        return None


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled when it is first needed, since that takes a while."""
    return re.compile(rf"(?!\Z)(?:{_LINE})")


class _Reader:
    """Builds the tree of ``text``, of whose ``lines`` it has read the first ``_read``."""

    def __init__(self, text: str, lines: list[_Line], first_line: int) -> None:
        self._text = text
        self._lines = lines
        self._first_line = first_line
        self._read = 0

    @cached_property
    def _written(self) -> list[str]:
        """The lines as they are written; hardly any front matter needs them."""
        return self._text.removesuffix("\n").split("\n")

    def document(self) -> Node:
        if not self._lines:
            raise _Doubt
        root = self._sequence(0) if self._lines[0][1] else self._mapping(0)
        if self._read < len(self._lines):
            raise _Doubt
        return root

    def _mapping(self, column: int) -> MappingNode:
        """The mapping whose keys stand in ``column``; the first of them may stand behind a dash."""
        lines, start = self._lines, self._read
        items: dict[str, tuple[ScalarNode, Node]] = {}
        while (at := self._read) < len(lines):
            spaces, dash, name, value = lines[at]
            if at > start and len(spaces) < column:
                break
            if not name or name in items or len(spaces) + len(dash) != column:
                raise _Doubt
            line, width = self._first_line + at, len(name)
            self._read = at + 1
            behind = column + width + 3
            if not value:
                node = self._below(column)
            elif value == _FOLDED:
                node = ScalarNode(self._folded(column), line, behind)
            else:
                node = _value(value, line, behind)
            items[name] = (ScalarNode(name, line, column + 1, width), node)
        return MappingNode(items, Position(self._first_line + start, column + 1))

    def _folded(self, column: int) -> str:
        """The words on the lines below a key in ``column`` that are deeper, all of them in the same measure."""
        written, begin = self._written, self._read
        first = written[begin] if begin < len(written) else ""
        depth = len(first) - len(first.lstrip(" "))
        if depth <= column:
            raise _Doubt
        below = (written[at] for at in range(begin, len(written)))
        words = [line[depth:] for line in takewhile(lambda line: line.startswith(first[:depth]), below)]
        if any(part.strip(" ") != part or not part or (":" in part and _is_key(part)) for part in words):
            raise _Doubt
        self._read += len(words)
        return " ".join(words)

    def _below(self, column: int) -> Node:
        """What is written below a key in ``column``: something deeper, or a list that need not be."""
        if self._read == len(self._lines):
            raise _Doubt
        spaces, dash, _, _ = self._lines[self._read]
        if len(spaces) + len(dash) <= column or len(spaces) < column:
            raise _Doubt
        return self._sequence(len(spaces)) if dash else self._mapping(len(spaces))

    def _sequence(self, column: int) -> SequenceNode:
        """The list whose dashes stand in ``column``."""
        lines, start = self._lines, self._read
        items: list[Node] = []
        while (at := self._read) < len(lines):
            spaces, dash, name, value = lines[at]
            if not dash or len(spaces) != column:
                break
            if name:
                items.append(self._mapping(column + 2))
            elif value and value != _FOLDED:
                self._read += 1
                items.append(_value(value, self._first_line + at, column + 3))
            else:
                raise _Doubt
        return SequenceNode(tuple(items), Position(self._first_line + start, column + 1))


def _is_key(line: str) -> bool:
    found = _KEY_LINE.match(line)
    return found is not None and is_key_itself(found[1])


def _value(text: str, line: int, column: int) -> Node:
    """What is written on one line, from ``column`` of the file on."""
    sign = text[0]
    if sign not in _OPENING:
        return ScalarNode(text, line, column, len(text))
    if sign == "[":
        return _list(text, line, column)
    if sign == "{":
        return _one_line_mapping(text, line, column)
    return ScalarNode(text[1:-1], line, column, len(text))


def _list(text: str, line: int, column: int) -> SequenceNode:
    items: list[Node] = []
    at = column + 1
    for words in text[1:-1].split(", ") if len(text) > 2 else ():
        width = len(words)
        items.append(ScalarNode(words, line, at, width))
        at += width + 2
    return SequenceNode(tuple(items), Position(line, column))


def _one_line_mapping(text: str, line: int, column: int) -> MappingNode:
    items: dict[str, tuple[ScalarNode, Node]] = {}
    at = column + 1
    for pair in text[1:-1].split(", "):
        name, _, words = pair.partition(": ")
        if name in items:
            raise _Doubt
        width = len(name)
        value = ScalarNode(words, line, at + width + 2, len(words))
        items[name] = (ScalarNode(name, line, at, width), value)
        at += len(pair) + 2
    return MappingNode(items, Position(line, column))
