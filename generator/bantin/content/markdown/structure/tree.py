"""The tree of elements that the blocks of a text become; Python-Markdown then converts the inline markup in it."""

import re
from collections.abc import Callable, Iterable
from typing import cast
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString, code_escape

from bantin.content.markdown.structure import office_paste, tables
from bantin.content.markdown.structure.markers import ESCAPED, TOO_MANY_SPACES
from bantin.content.markdown.structure.nodes import (
    Code,
    Heading,
    Html,
    Item,
    List,
    Node,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from bantin.content.markdown.structure.numbers import numbering
from bantin.domain.text.html_entities import unescape

_MANY_SPACES = re.compile(f"{TOO_MANY_SPACES}+")
_LANGUAGE = re.compile(r"\{[^}]*?\.([\w+#.-]+)|([^\s{}]+)")


class Tree:
    """Writes blocks below an element. ``stash`` stores raw HTML and returns a placeholder for it.

    ``note`` receives the label and the text of each footnote; ``states`` are the words for open and for done tasks.
    """

    def __init__(self, stash: Callable[[str], str], note: Callable[[str, str], None], states: tuple[str, str]) -> None:
        self._stash = stash
        self._note = note
        self._states = states

    def write(self, parent: Element, nodes: Iterable[Node], *, is_tight: bool = False) -> None:
        """Writes ``nodes`` below ``parent``; in a tight list, paragraphs do not become elements."""
        for node in nodes:
            if isinstance(node, Paragraph):
                self._paragraph(parent, node, is_tight=is_tight)
            elif isinstance(node, List):
                self._list(parent, node)
            elif isinstance(node, Quote):
                self.write(SubElement(parent, "blockquote"), node.children)
            else:
                self._leaf(parent, node)

    def _leaf(self, parent: Element, node: Node) -> None:
        if isinstance(node, Heading):
            words = "\n".join(line.lstrip(" \t") for line in node.lines).rstrip(" \t")
            SubElement(parent, f"h{node.level}").text = _with_few_spaces(words)
        elif isinstance(node, Code):
            _code(parent, node)
        elif isinstance(node, Html):
            self._html(parent, node)
        elif isinstance(node, Table):
            head, *rows = node.lines
            _table(parent, tables.cells(head), [tables.cells(row) for row in rows], node.sides)
        elif isinstance(node, Rule):
            SubElement(parent, "hr")
        elif isinstance(node, Note):
            self._note(node.label, "\n".join(node.lines).strip("\n"))

    def _paragraph(self, parent: Element, node: Paragraph, *, is_tight: bool) -> None:
        if not node.lines:
            return
        found = office_paste.pieces(node.lines)
        for piece in found:
            if piece.kind == "table":
                _pasted_table(parent, piece.lines)
            elif piece.kind == "ul":
                below = SubElement(parent, "ul")
                for item in piece.lines:
                    SubElement(below, "li").text = item
            elif is_tight and len(found) == 1:
                _add_text(parent, "\n".join(piece.lines))
            else:
                SubElement(parent, "p").text = "\n".join(piece.lines)

    def _list(self, parent: Element, node: List) -> None:
        is_ordered = node.items[0].number is not None
        written = SubElement(parent, "ol" if is_ordered else "ul")
        values = numbering([item.number or 0 for item in node.items]) if is_ordered else [None] * len(node.items)
        is_tight = not node.is_loose
        for item, value in zip(node.items, values, strict=True):
            element = SubElement(written, "li")
            if value is not None and item is node.items[0]:
                written.set("start", str(value))
            elif value is not None:
                element.set("value", str(value))
            self._item(element, item, is_tight=is_tight)

    def _item(self, element: Element, item: Item, *, is_tight: bool) -> None:
        self.write(element, item.children, is_tight=is_tight)
        if item.ticked is not None:
            self._task(element, is_ticked=item.ticked)

    def _task(self, element: Element, *, is_ticked: bool) -> None:
        """Puts a check box before the words of a task, with its meaning for screen readers."""
        element.set("class", "task")
        words = element if element.text or not len(element) else element[0]
        state = Element("span", {"class": "visually-hidden"})
        state.text = AtomicString(f"{self._states[is_ticked]}: ")
        state.tail, words.text = words.text, AtomicString("☑ " if is_ticked else "☐ ")
        words.insert(0, state)

    def _html(self, parent: Element, node: Html) -> None:
        raw = _nameless(self._stash("\n".join(node.lines)))
        raw.tail = "\n"
        parent.append(raw)


def _nameless(text: str) -> Element:
    """An element without a name: only its ``text`` is written, and not searched for markup."""
    element = Element(cast("str", None))
    element.text = AtomicString(text)
    return element


def _add_text(parent: Element, text: str) -> None:
    """Adds ``text`` after the content of ``parent``."""
    if len(parent):
        parent[-1].tail = f"{parent[-1].tail or ''}\n{text}"
    else:
        parent.text = f"{parent.text}\n{text}" if parent.text else text


def _code(parent: Element, node: Code) -> None:
    code = SubElement(SubElement(parent, "pre"), "code")
    lines = node.lines
    if not node.fence:
        while lines and not lines[-1].strip():
            lines.pop()
    info = _LANGUAGE.match(node.info)
    if info:
        language = ESCAPED.sub(r"\1", info[1] or info[2])
        code.set("class", f"language-{unescape(language)}")
    # In a nameless element, since Python-Markdown strips the end of the text of a code element.
    code.append(_nameless(code_escape("".join(f"{line}\n" for line in lines))))


def _pasted_table(parent: Element, lines: list[str]) -> None:
    """Writes a table of lines with tabs between the cells, or with bars but without a valid delimiter row."""
    if "\t" in lines[0].lstrip():
        rows = [[cell.strip() for cell in line.rstrip().split("\t")] for line in lines]
    else:
        rows = [tables.cells(line) for line in lines if not tables.is_nearly_delimiter(line.strip())]
    width = max(map(len, rows))
    _table(parent, rows[0], rows[1:], [""] * width)


def _table(parent: Element, head: list[str], rows: list[list[str]], sides: list[str]) -> None:
    table = SubElement(parent, "table")
    _row(SubElement(SubElement(table, "thead"), "tr"), "th", head, sides)
    if rows:
        body = SubElement(table, "tbody")
        for row in rows:
            _row(SubElement(body, "tr"), "td", row, sides)


def _row(parent: Element, tag: str, cells: list[str], sides: list[str]) -> None:
    for at, side in enumerate(sides):
        cell = SubElement(parent, tag)
        if side:
            cell.set("class", f"align-{side}")
        cell.text = _with_few_spaces(cells[at]) if at < len(cells) else ""


def _with_few_spaces(words: str) -> str:
    """``words`` without long runs of spaces, from each of which the search for attribute lists would start again."""
    return _MANY_SPACES.sub(" ", words) if TOO_MANY_SPACES in words else words
