"""Findings: lines of a text that its editor probably did not intend."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from bantin.content.markdown.structure import tables
from bantin.content.markdown.structure.nodes import (
    Code,
    Container,
    Heading,
    Html,
    Item,
    List,
    Node,
    Paragraph,
    Table,
)
from bantin.content.problems import markdown as problems
from bantin.domain.problems import Kind

_LACKS_SPACE = re.compile(r"(#{2,6})(?=[^\W_])|(#{1,6})\u00a0+(?=\S)")
_NEARLY_TASK = re.compile(r"\[[ \t]*([xXvV✓✔√]?)[ \t]*\](?![(\[:{])[ \t]*(?=\S)")
_TASK_WITHOUT_SPACE = re.compile(r"([-+*])\[([ xX]?)\][ \t]*(?=\S)")
_MARKDOWN = re.compile(r"\*\*\w|\]\([^)\s]+\)|^[ \t]*(?:[-+*]|\d{1,2}\.)[ \t]+\S|^#{1,6}[ \t]|^\|.*\|[ \t]*$")
# Elements that hide or move the text below them if their end tag is missing.
_MUST_END = ("details", "summary", "table")
_NAMES = re.compile(rf"<(/?)({'|'.join(_MUST_END)})(?=[\s>])", re.IGNORECASE)


class Finding(Struct, frozen=True):
    """A problem of a line, given by its number; the ``values`` fill the message of its ``kind``."""

    kind: Kind
    line: int
    values: tuple[tuple[str, str], ...] = ()


def find(root: Container, lines: Sequence[str]) -> Iterator[Finding]:
    """Finds problems in the tree ``root`` of a text that consists of these ``lines``."""
    yield from _among(root.children, lines)
    yield from _without_end(root, lines)


def _among(nodes: Sequence[Node], lines: Sequence[str]) -> Iterator[Finding]:
    for at, node in enumerate(nodes):
        if isinstance(node, Paragraph):
            yield from _in_paragraph(node, nodes[at - 1] if at else None, lines)
        elif isinstance(node, List):
            for item in node.items:
                yield from _in_item(item, lines)
        elif isinstance(node, Container):
            yield from _among(node.children, lines)
        elif isinstance(node, Table):
            yield from _in_table(node)
        elif isinstance(node, Html):
            yield from _in_html(node)
        elif isinstance(node, Code) and not node.is_closed:
            yield Finding(problems.CODE_NOT_CLOSED, node.first, (("words", node.fence),))
        elif isinstance(node, Heading) and not node.lines[0].strip():
            yield Finding(problems.EMPTY_HEADING, node.first)


def _in_paragraph(node: Paragraph, before: Node | None, lines: Sequence[str]) -> Iterator[Finding]:
    if len(node.lines) == 1 and _is_lone_row(node) and not (isinstance(before, Paragraph) and _is_lone_row(before)):
        yield Finding(problems.ROW_ALONE, node.last)
    skipped = node.last - node.first + 1 - len(node.lines)
    for number, line in enumerate(node.lines, node.first + skipped):
        text = line.lstrip()
        if text.startswith("#") and (heading := _LACKS_SPACE.match(text)):
            signs = heading[1] or heading[2]
            yield _mended(problems.HEADING_NEEDS_SPACE, number, lines, f"{signs} {text[heading.end() :]}", text)
        elif text[1:2] == "[" and (task := _TASK_WITHOUT_SPACE.match(text)):
            sign = f"{task[1]} [{task[2] or ' '}] {text[task.end() :]}"
            yield _mended(problems.TASK_SIGN, number, lines, sign, text)


def _is_lone_row(node: Paragraph) -> bool:
    return len(node.lines) == 1 and tables.is_row(node.lines[0].strip()) and len(tables.cells(node.lines[0])) > 1


def _in_item(item: Item, lines: Sequence[str]) -> Iterator[Finding]:
    if not item.children:
        yield Finding(problems.EMPTY_ITEM, item.first)
        return
    first = item.children[0]
    if isinstance(first, Paragraph) and "".join(first.lines).strip() in ("[ ]", "[x]", "[X]"):
        yield Finding(problems.EMPTY_ITEM, item.first)
    if item.ticked is None and isinstance(first, Paragraph) and first.lines and first.first == item.first:
        text = first.lines[0].lstrip()
        task = _NEARLY_TASK.match(text) if text.startswith("[") else None
        if task:
            mended = f"[{'x' if task[1] else ' '}] {text[task.end() :]}"
            yield _mended(problems.TASK_SIGN, item.first, lines, mended, text)
    yield from _among(item.children, lines)


def _mended(kind: Kind, number: int, lines: Sequence[str], mended: str, text: str) -> Finding:
    """A finding that suggests the whole line with ``mended`` in place of its end, ``text``."""
    line = lines[number]
    return Finding(kind, number, (("mended_line", f"{line[: line.rindex(text)]}{mended}".rstrip()),))


def _in_table(node: Table) -> Iterator[Finding]:
    width = len(node.sides)
    # ``node.lines`` does not contain the delimiter row.
    for number, row in enumerate(node.lines[1:], node.first + 2):
        cells = tables.cells(row)
        if any(cells[width:]):
            yield Finding(problems.CELLS_LOST, number, (("written", str(len(cells))), ("most", str(width))))
        elif width > 1 and "|" not in row:
            yield Finding(problems.LINE_JOINS_TABLE, number)


def _in_html(node: Html) -> Iterator[Finding]:
    if not node.is_closed:
        yield Finding(problems.HTML_NOT_CLOSED, node.first, (("end", node.end),))
    elif not node.end:
        for number, line in enumerate(node.lines):
            if number and _MARKDOWN.search(line):
                yield Finding(problems.MARKDOWN_IN_HTML, node.first + number)
                return


def _without_end(root: Container, lines: Sequence[str]) -> Iterator[Finding]:
    """Finds HTML elements without an end tag, which take in everything below them."""
    pieces = [node for node in _all(root.children) if isinstance(node, Html) and not node.end]
    begun: dict[str, list[int]] = {name: [] for name in _MUST_END}
    for node in pieces:
        for number, line in enumerate(node.lines, node.first):
            for slash, name in _NAMES.findall(line):
                if not slash:
                    begun[name.lower()].append(number)
                elif begun[name.lower()]:
                    begun[name.lower()].pop()
    for name, numbers in begun.items():
        if numbers and not any(f"</{name}>" in line.lower() for line in lines[numbers[0] :]):
            yield Finding(problems.HTML_NOT_CLOSED, numbers[0], (("end", f"</{name}>"),))


def _all(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, List):
            for item in node.items:
                yield from _all(item.children)
        elif isinstance(node, Container):
            yield from _all(node.children)
        else:
            yield node
