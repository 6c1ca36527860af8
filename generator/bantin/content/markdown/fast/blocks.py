"""Blocks: what between two empty lines is certainly plain, be it a paragraph, list, quotation or table of plain words.

A block may begin with headings, which need no empty line below them.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import zip_longest

from msgspec import Struct

from bantin.content.markdown.fast.inline import CELL, HEADING, LETTERS, LINE, LINE_WITH_FOOTNOTES, Note, to_html
from bantin.content.markdown.structure.markers import TOO_MANY_SPACES
from bantin.content.markdown.structure.numbers import numbering
from bantin.content.markdown.structure.pasted import LONGEST, MARKS
from bantin.domain.model import Heading

_END = r"(?:\n|\Z)"
_HEADINGS = rf"(?:#{{1,6}} {HEADING}{_END})*+"
_LINES = rf"(?:{LINE_WITH_FOOTNOTES}{_END})++"
# Further lines of an item may be indented, but not so far as to be a list or code in it.
_BULLETS = rf"(?! )(?:(?:[-*] | {{1,3}}){LINE}{_END})++"
_NUMBERS = rf"(?! )(?:(?:[0-9]{{1,9}}\. | {{1,3}}){LINE}{_END})++"
_QUOTE = rf"(?:> {LINE}(?:\n(?:>\n(?=> ))?|\Z))++"
_ROW = rf"\|(?:{CELL}\|)++"
_TABLE = rf"{_ROW}\n\|(?: *+:?-++:? *+\|)++(?:\n{_ROW})++"
_FOOTNOTES = rf"(?:\[\^[0-9]{{1,4}}\]: {LINE}{_END})++"

_NUMBER = re.compile(r"^([0-9]+)\. ", re.MULTILINE)
_BULLET = re.compile(r"^[-*] ", re.MULTILINE)
_BEGINS_ANEW = re.compile(rf"[#{LETTERS}]")
_FURTHER_LINE = re.compile(r"\n +")
# What further lines of a block begin with, before the marks that make more of them than further lines.
_BEFORE_MARKS = {"paragraph": r"\n", "quote": r"\n> ", "bullets": r"\n +", "numbers": r"\n +"}
# Of these, the second of two that follow each other belongs to the first.
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
    """A plain block: the lines of the headings that it begins with, if any, and the words below them, of a ``kind``.

    Where there is nothing below them, there are no words, and headings are their kind.
    """

    headings: tuple[str, ...]
    kind: str
    words: str


def recognise(text: str) -> Block | None:
    """The plain block that ``text``, a block without a line end behind it, certainly is; None if it is not certain."""
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
    """Whether ``block`` surely takes no part in its neighbours, nor they in it; others are given as text."""
    kind = block.kind
    if kind not in _MERGING:
        return True
    if not block.headings and before is not None and (isinstance(before, str) or before.kind == kind):
        return False
    if behind is None:
        return True
    return bool(_BEGINS_ANEW.match(behind)) if isinstance(behind, str) else bool(behind.headings) or behind.kind != kind


def write(block: Block, headings: Iterator[Heading], note: Note) -> str:
    """The HTML of a block, without footnotes; ``headings`` begin with those of the block."""
    below = _WRITERS[block.kind](block.words, note) if block.words else ""
    if not block.headings:
        return below
    written = [_heading(next(headings), line.partition(" ")[2], note) for line in block.headings]
    return "\n".join([*written, below] if below else written)


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled when it is first needed, since that takes a while."""
    kinds = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items())
    return re.compile(f"(?P<{_HEADING}>{_HEADINGS})(?:{kinds})?")


def _may_be_pasted(words: str, kind: str) -> bool:
    """Whether a line of a block may be a paragraph or an item of its own."""
    if kind in ("bullets", "numbers") and "\n " not in words:
        return False
    if _marked_line(kind).search(words) or f"{words}\n".count(";\n") > 1:
        return True
    lines = words.split("\n")
    return any(line.isupper() or line.endswith(("**", "**:")) or len(line) > LONGEST for line in lines)


@cache
def _marked_line(kind: str) -> re.Pattern[str]:
    """A further line of a block that may be more than that."""
    return re.compile(rf"{_BEFORE_MARKS[kind]}(?:{MARKS})")


def _heading(heading: Heading, words: str, note: Note) -> str:
    return f'<h{heading.level} id="{heading.anchor}">{to_html(words, note)}</h{heading.level}>'


def _paragraph(text: str, note: Note) -> str:
    return f"<p>{to_html(text, note)}</p>"


def _bullets(text: str, note: Note) -> str:
    return f"<ul>\n{_items(_BULLET.split(text)[1:], note)}</ul>"


def _numbers(text: str, note: Note) -> str:
    _, *parts = _NUMBER.split(text)
    first, *others = numbering([int(number) for number in parts[::2]])
    start = "" if first is None else f' start="{first}"'
    return f"<ol{start}>\n{_items(parts[1::2], note, others)}</ol>"


def _items(items: list[str], note: Note, numbers: Iterable[int | None] = ()) -> str:
    values = ["", *("" if number is None else f' value="{number}"' for number in numbers)]
    written = (to_html(_FURTHER_LINE.sub("\n", item.rstrip()), note) for item in items)
    return "".join(f"<li{value}>{one}</li>\n" for value, one in zip_longest(values, written, fillvalue=""))


def _quote(text: str, note: Note) -> str:
    quoted = text.removeprefix("> ").replace("\n> ", "\n").split("\n>\n")
    paragraphs = "\n".join(_paragraph(one, note) for one in quoted)
    return f"<blockquote>\n{paragraphs}\n</blockquote>"


def _table(text: str, note: Note) -> str:
    head, rule, *rows = text.split("\n")
    classes = [_alignment(cell.strip()) for cell in _cells(rule)]
    heads = _row(head, [f'<th{one} scope="col">%s</th>\n' for one in classes], note)
    body = "".join(_row(row, [f"<td{one}>%s</td>\n" for one in classes], note) for row in rows)
    table = f"<table>\n<thead>\n{heads}</thead>\n<tbody>\n{body}</tbody>\n</table>"
    return f'<div class="table" tabindex="0">{table}</div>'


def _row(row: str, cells: list[str], note: Note) -> str:
    written = (cell % to_html(words.strip(), note) for cell, words in zip(cells, _cells(row), strict=True))
    return f"<tr>\n{''.join(written)}</tr>\n"


def _cells(row: str) -> list[str]:
    return row[1:-1].split("|")


def _alignment(rule: str) -> str:
    """The attribute for the cells below a ``rule`` like ``:---``."""
    left, right = rule.startswith(":"), rule.endswith(":")
    side = ("center" if right else "left") if left else "right" if right else ""
    return f' class="align-{side}"' if side else ""


_WRITERS: dict[str, Callable[[str, Note], str]] = {
    "paragraph": _paragraph,
    "bullets": _bullets,
    "numbers": _numbers,
    "quote": _quote,
    "table": _table,
}
