"""Plain blocks: paragraphs, lists, quotations and tables of plain words, between blank lines.

A block may begin with headings, which need no blank line below them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import zip_longest

from msgspec import Struct

from bantin.content.markdown.fast.inline import (
    CELL,
    HEADING,
    LETTERS,
    LINE,
    LINE_WITH_FOOTNOTES,
    AddressWriter,
    to_html,
)
from bantin.content.markdown.structure.markers import TOO_MANY_SPACES
from bantin.content.markdown.structure.numbers import numbering
from bantin.content.markdown.structure.office_paste import LONGEST, MARKS
from bantin.domain.model import Heading

_END = r"(?:\n|\Z)"
_HEADINGS = rf"(?:#{{1,6}} {HEADING}{_END})*+"
_LINES = rf"(?:{LINE_WITH_FOOTNOTES}{_END})++"
# Continuation lines of an item may be indented, but not so far that they could be a list or code in it.
_BULLETS = rf"(?! )(?:(?:[-*] | {{1,3}}){LINE}{_END})++"
_NUMBERS = rf"(?! )(?:(?:[0-9]{{1,9}}\. | {{1,3}}){LINE}{_END})++"
_QUOTE = rf"(?:> {LINE}(?:\n(?:>\n(?=> ))?|\Z))++"
_ROW = rf"\|(?:{CELL}\|)++"
_TABLE = rf"{_ROW}\n\|(?: *+:?-++:? *+\|)++(?:\n{_ROW})++"
_FOOTNOTES = rf"(?:\[\^[0-9]{{1,4}}\]: {LINE}{_END})++"

_NUMBER = re.compile(r"^([0-9]+)\. ", re.MULTILINE)
_BULLET = re.compile(r"^[-*] ", re.MULTILINE)
_BEGINS_ANEW = re.compile(rf"[#{LETTERS}]")
_CONTINUATION = re.compile(r"\n +")
# How continuation lines begin, by kind of block, before a mark that may make them more than that.
_BEFORE_MARKS = {"paragraph": r"\n", "quote": r"\n> ", "bullets": r"\n +", "numbers": r"\n +"}
# Of two adjacent blocks of these kinds, the second belongs to the first.
_MERGING = frozenset({"bullets", "numbers", "quote"})

FOOTNOTES = "footnotes"
"""The kind of the blocks that define footnotes."""
_HEADING = "heading"

_KINDS = {
    "paragraph": _LINES,
    "bullets": _BULLETS,
    "numbers": _NUMBERS,
    "quote": _QUOTE,
    "table": _TABLE,
    FOOTNOTES: _FOOTNOTES,
}


class Block(Struct, frozen=True):
    """A plain block: the lines of any headings at its beginning, and the words below them, which are of a ``kind``.

    A block of headings only has no words, and ``_HEADING`` as its kind.
    """

    headings: tuple[str, ...]
    kind: str
    words: str


def recognise(text: str) -> Block | None:
    """The plain block that ``text``, a block without its last line end, is; None if that is not certain."""
    found = _pattern().fullmatch(text) if text and TOO_MANY_SPACES not in text else None
    if found is None:
        return None
    kind, headings = found.lastgroup or _HEADING, found[_HEADING]
    words = found[kind] if kind != _HEADING else ""
    if kind == "table" and len({row.count("|") for row in words.split("\n")}) > 1:
        return None
    if kind == "bullets" and f"\n{'*' if words[0] == '-' else '-'} " in words:
        return None
    if "\n" in words and kind in _BEFORE_MARKS and _may_be_pasted(words, kind):
        return None
    return Block(tuple(headings.splitlines()) if headings else (), kind, words)


def stands_alone(block: Block, before: Block | str | None, behind: Block | str | None) -> bool:
    """Whether ``block`` certainly does not merge with its neighbours, of which those not plain are given as text."""
    kind = block.kind
    if kind not in _MERGING:
        return True
    if not block.headings and before is not None and (isinstance(before, str) or before.kind == kind):
        return False
    if behind is None:
        return True
    return bool(_BEGINS_ANEW.match(behind)) if isinstance(behind, str) else bool(behind.headings) or behind.kind != kind


def write(block: Block, headings: Iterator[Heading], write_address: AddressWriter) -> str:
    """Writes a block, without footnotes, as HTML; its headings are taken from ``headings``."""
    below = _WRITERS[block.kind](block.words, write_address) if block.words else ""
    if not block.headings:
        return below
    written = [_heading(next(headings), line.partition(" ")[2], write_address) for line in block.headings]
    return "\n".join([*written, below] if below else written)


@cache
def _pattern() -> re.Pattern[str]:
    """The pattern of all kinds of blocks, compiled lazily: that takes a while."""
    kinds = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items())
    return re.compile(f"(?P<{_HEADING}>{_HEADINGS})(?:{kinds})?")


def _may_be_pasted(words: str, kind: str) -> bool:
    """Whether a line of a block may be a paragraph or an item of its own, as in pasted text."""
    if kind in ("bullets", "numbers") and "\n " not in words:
        return False
    if _marked_line(kind).search(words) or f"{words}\n".count(";\n") > 1:
        return True
    lines = words.split("\n")
    return any(line.isupper() or line.endswith(("**", "**:")) or len(line) > LONGEST for line in lines)


@cache
def _marked_line(kind: str) -> re.Pattern[str]:
    """Matches a continuation line that may be more than that."""
    return re.compile(rf"{_BEFORE_MARKS[kind]}(?:{MARKS})")


def _heading(heading: Heading, words: str, write_address: AddressWriter) -> str:
    return f'<h{heading.level} id="{heading.anchor}">{to_html(words, write_address)}</h{heading.level}>'


def _paragraph(text: str, write_address: AddressWriter) -> str:
    return f"<p>{to_html(text, write_address)}</p>"


def _bullets(text: str, write_address: AddressWriter) -> str:
    return f"<ul>\n{_items(_BULLET.split(text)[1:], write_address)}</ul>"


def _numbers(text: str, write_address: AddressWriter) -> str:
    _, *parts = _NUMBER.split(text)
    first, *others = numbering([int(number) for number in parts[::2]])
    start = "" if first is None else f' start="{first}"'
    return f"<ol{start}>\n{_items(parts[1::2], write_address, others)}</ol>"


def _items(items: list[str], write_address: AddressWriter, numbers: Iterable[int | None] = ()) -> str:
    values = ["", *("" if number is None else f' value="{number}"' for number in numbers)]
    written = (to_html(_CONTINUATION.sub("\n", item.rstrip()), write_address) for item in items)
    return "".join(f"<li{value}>{one}</li>\n" for value, one in zip_longest(values, written, fillvalue=""))


def _quote(text: str, write_address: AddressWriter) -> str:
    quoted = text.removeprefix("> ").replace("\n> ", "\n").split("\n>\n")
    paragraphs = "\n".join(_paragraph(one, write_address) for one in quoted)
    return f"<blockquote>\n{paragraphs}\n</blockquote>"


def _table(text: str, write_address: AddressWriter) -> str:
    head, rule, *rows = text.split("\n")
    classes = [_alignment(cell.strip()) for cell in _cells(rule)]
    heads = _row(head, [f'<th{one} scope="col">%s</th>\n' for one in classes], write_address)
    body = "".join(_row(row, [f"<td{one}>%s</td>\n" for one in classes], write_address) for row in rows)
    table = f"<table>\n<thead>\n{heads}</thead>\n<tbody>\n{body}</tbody>\n</table>"
    return f'<div class="table" tabindex="0">{table}</div>'


def _row(row: str, cells: list[str], write_address: AddressWriter) -> str:
    written = (cell % to_html(words.strip(), write_address) for cell, words in zip(cells, _cells(row), strict=True))
    return f"<tr>\n{''.join(written)}</tr>\n"


def _cells(row: str) -> list[str]:
    return row[1:-1].split("|")


def _alignment(rule: str) -> str:
    """The class attribute for the cells of a column with a ``rule`` like ``:---``."""
    left, right = rule.startswith(":"), rule.endswith(":")
    side = ("center" if right else "left") if left else "right" if right else ""
    return f' class="align-{side}"' if side else ""


_WRITERS: dict[str, Callable[[str, AddressWriter], str]] = {
    "paragraph": _paragraph,
    "bullets": _bullets,
    "numbers": _numbers,
    "quote": _quote,
    "table": _table,
}
