"""PARSE: a fast path for plain YAML, which the library need not read.

Most front matter is plain: keys with words after or folded below them, lists of words, and lists and mappings on one
line. Reading it here takes a fraction of the time of the library and gives the same tree. Anything else is left to the
library.
"""

import re
from functools import cache, cached_property
from itertools import takewhile

from bantin.content.yaml.keys import is_key_itself
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode, SequenceNode
from bantin.domain.model import Position

# YAML's word for nothing; texts that contain it are left to the library.
_NULL = "null"
# Only ASCII is excluded: other printable characters, and YAML's indicators inside words, have no special meaning.
_FIRST = r"[^\n !\"#$%&')*+,\-.:;<=>?@\[\\\]^`{|}~]"
# No space or colon at the end, and no colon before a space.
_WORDS = rf"{_FIRST}[^\n :#]*+(?:(?: ++|:)[^\n :#]++)*+"
_QUOTED = r"""'[^\n']*+'|"[^\n"\\]*+\""""
_IN_BRACKETS = r"[^\n :#?,\[\]{}]"
_WORDS_IN_BRACKETS = rf"{_FIRST}{_IN_BRACKETS}*+(?: ++{_IN_BRACKETS}++)*+"
_KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,63}+"
_LIST = rf"\[(?:{_WORDS_IN_BRACKETS}(?:, {_WORDS_IN_BRACKETS})*+)?+\]"
_PAIR = rf"{_KEY}: {_WORDS_IN_BRACKETS}"
_MAPPING = rf"\{{{_PAIR}(?:, {_PAIR})*+\}}"
_FOLDED = ">-"
# An entry that may have been indented too far, and so become part of a text.
_KEY_LINE = re.compile(r"(?:- +)?([a-z_]+[0-9]*) *:")
_OPENING = "[{'\""
_VALUE = rf"{_WORDS}|{_QUOTED}|{_LIST}|{_MAPPING}|{_FOLDED}"
_END = r"(?:\n|\Z)"
# At most 8 spaces, so that the tree cannot be too deep. Any other line matches with empty groups.
_LINE = rf"( {{0,8}}+)(- )?(?:({_KEY}):(?: (?=.)|(?={_END})))?({_VALUE})?{_END}|.++{_END}"

_Line = tuple[str, str, str, str]
"""The spaces that a line begins with, ``"- "`` if it is an item of a list, a key, and a value: each may be empty."""


class _NotPlain(Exception):
    """The text may not be plain."""


def read_plain(text: str, first_line: int) -> Node | None:
    """Parses ``text``, which begins at line ``first_line`` of its file; ``None`` if it may not be plain."""
    if _NULL in text or not text.replace("\n", "").isprintable():
        return None
    lines: list[_Line] = _pattern().findall(text)
    reader = _Reader(text, lines, first_line)
    try:
        return reader.document()
    except _NotPlain:
        return None


@cache
def _pattern() -> re.Pattern[str]:
    """The pattern of a line, compiled lazily: that takes a while."""
    return re.compile(rf"(?!\Z)(?:{_LINE})")


class _Reader:
    """Builds the tree of ``text``; the first ``_read`` of its ``lines`` have been read."""

    def __init__(self, text: str, lines: list[_Line], first_line: int) -> None:
        self._text = text
        self._lines = lines
        self._first_line = first_line
        self._read = 0

    @cached_property
    def _written(self) -> list[str]:
        """The lines as they are written, split lazily: few front matters need them."""
        return self._text.removesuffix("\n").split("\n")

    def document(self) -> Node:
        if not self._lines:
            raise _NotPlain
        root = self._sequence(0) if self._lines[0][1] else self._mapping(0)
        if self._read < len(self._lines):
            raise _NotPlain
        return root

    def _mapping(self, column: int) -> MappingNode:
        """Reads the mapping whose keys are at ``column``; the first may follow a dash."""
        lines, start = self._lines, self._read
        items: dict[str, tuple[ScalarNode, Node]] = {}
        while (at := self._read) < len(lines):
            spaces, dash, name, value = lines[at]
            if at > start and len(spaces) < column:
                break
            if not name or name in items or len(spaces) + len(dash) != column:
                raise _NotPlain
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
        """Reads the words on the deeper lines below a key at ``column``, all of them indented alike."""
        written, begin = self._written, self._read
        first = written[begin] if begin < len(written) else ""
        depth = len(first) - len(first.lstrip(" "))
        if depth <= column:
            raise _NotPlain
        below = (written[at] for at in range(begin, len(written)))
        words = [line[depth:] for line in takewhile(lambda line: line.startswith(first[:depth]), below)]
        if any(part.strip(" ") != part or not part or (":" in part and _is_key(part)) for part in words):
            raise _NotPlain
        self._read += len(words)
        return " ".join(words)

    def _below(self, column: int) -> Node:
        """Reads the value below a key at ``column``: deeper, or a list at the same depth."""
        if self._read == len(self._lines):
            raise _NotPlain
        spaces, dash, _, _ = self._lines[self._read]
        if len(spaces) + len(dash) <= column or len(spaces) < column:
            raise _NotPlain
        return self._sequence(len(spaces)) if dash else self._mapping(len(spaces))

    def _sequence(self, column: int) -> SequenceNode:
        """Reads the list whose dashes are at ``column``."""
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
                raise _NotPlain
        return SequenceNode(tuple(items), Position(self._first_line + start, column + 1))


def _is_key(line: str) -> bool:
    found = _KEY_LINE.match(line)
    return found is not None and is_key_itself(found[1])


def _value(text: str, line: int, column: int) -> Node:
    """Reads a value on one line, which begins at ``column``."""
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
            raise _NotPlain
        width = len(name)
        value = ScalarNode(words, line, at + width + 2, len(words))
        items[name] = (ScalarNode(name, line, at, width), value)
        at += len(pair) + 2
    return MappingNode(items, Position(line, column))
