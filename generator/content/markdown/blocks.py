"""Blocks: what between two empty lines is certainly plain, be it a paragraph, list, quotation or table of plain words.

A block may begin with headings, which need no empty line below them.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from generator.content.markdown.spans import CELL, HEADING, LETTERS, LINE, LINE_WITH_FOOTNOTES, Note, to_html
from generator.model import Heading

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
# Of these, the second of two that follow each other belongs to the first.
_MERGING = frozenset({"bullets", "numbers", "quote"})

FOOTNOTES = "footnotes"
"""The kind of the blocks that define footnotes."""

_KINDS = {
    "paragraph": _LINES,
    "bullets": _BULLETS,
    "numbers": _NUMBERS,
    "quote": _QUOTE,
    "table": _TABLE,
    FOOTNOTES: _FOOTNOTES,
}

Block = re.Match[str]
"""A plain block: the group ``headings``, which may be empty, and one of what is below them, named by its kind."""


def recognise(text: str) -> Block | None:
    """The plain block that ``text``, a block without a line end behind it, certainly is; None if it is not certain."""
    found = _pattern().fullmatch(text) if text else None
    if found and found.lastgroup == "table" and len({row.count("|") for row in found["table"].split("\n")}) > 1:
        return None
    return found


def stands_alone(block: Block, before: Block | str | None, behind: Block | str | None) -> bool:
    """Whether ``block`` surely takes no part in its neighbours, nor they in it; others are given as text."""
    first, last = _first(block), block.lastgroup
    if first in _MERGING and before is not None and (isinstance(before, str) or before.lastgroup == first):
        return False
    if last not in _MERGING or behind is None:
        return True
    return bool(_BEGINS_ANEW.match(behind)) if isinstance(behind, str) else _first(behind) != last


def headings_of(block: Block) -> list[str]:
    """The lines of the headings that the block begins with."""
    return block["headings"].splitlines()


def footnotes_of(block: Block) -> list[str]:
    """The lines of the footnotes that the block defines."""
    return block[FOOTNOTES].splitlines() if block.lastgroup == FOOTNOTES else []


def write(block: Block, headings: Iterator[Heading], note: Note) -> str:
    """The HTML of a block, without footnotes; ``headings`` begin with those of the block."""
    kind = block.lastgroup
    below = _WRITERS[kind](block[kind], note) if kind in _WRITERS else ""
    if not block["headings"]:
        return below
    written = [_heading(next(headings), line.partition(" ")[2], note) for line in headings_of(block)]
    return "\n".join([*written, below] if below else written)


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled when it is first needed, since that takes a while."""
    kinds = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items())
    return re.compile(f"(?P<headings>{_HEADINGS})(?:{kinds})?")


def _first(block: Block) -> str | None:
    return "headings" if block["headings"] else block.lastgroup


def _heading(heading: Heading, words: str, note: Note) -> str:
    return f'<h{heading.level} id="{heading.anchor}">{to_html(words, note)}</h{heading.level}>'


def _paragraph(text: str, note: Note) -> str:
    return f"<p>{to_html(text, note)}</p>"


def _bullets(text: str, note: Note) -> str:
    return f"<ul>\n{_items(_BULLET.split(text)[1:], note)}</ul>"


def _numbers(text: str, note: Note) -> str:
    _, first, *others = _NUMBER.split(text)
    start = "" if first == "1" else f' start="{first}"'
    return f"<ol{start}>\n{_items(others[::2], note)}</ol>"


def _items(items: list[str], note: Note) -> str:
    return "".join(f"<li>{to_html(item.rstrip(), note)}</li>\n" for item in items)


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
