"""Blocks: an element of a page → its paragraphs, headings, items of lists, pictures and tables, in their order."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement
from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.text.urls import SCHEMES, scheme_of
from bantin.importing.material import Align, Block, Notice, NoticeKind, Paragraph, Picture, Place, PlaceKind, Table
from bantin.importing.readers.pages.html import styles
from bantin.importing.readers.pages.html.inline import Run, escaped, joined, markdown_of, plain_of
from bantin.importing.readers.pages.html.pictures import picture_of
from bantin.importing.readers.pages.html.tables import TableForm, cells_of, form_of
from bantin.importing.readers.pages.html.tree import is_inline, marks_of, words_of

_CAPTION = re.compile(r"caption|chu-?thich|(?:image|img|photo|pic)-?(?:note|desc|title)|(?:^|\s)imgdesc(?:$|\s)")
_HEADING = re.compile(r"h([1-6])")
_OBJECTS = frozenset({"iframe", "video", "audio", "object", "embed", "applet"})


class Blocks(Struct, frozen=True):
    """The blocks of an element, and what in it is no text or is hidden."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()


def blocks_of(elements: Sequence[HtmlElement], captions: frozenset[HtmlElement] = frozenset()) -> Blocks:
    """The blocks of ``elements``, counted from 1. ``captions`` are those that caption the picture before them."""
    maker = _Maker(captions)
    for element in elements:
        maker.read(element, _Form())
        maker.end_line(_Form())
    return Blocks(tuple(maker.blocks), tuple(maker.notices))


class _Form(Struct, frozen=True):
    """What the elements around a text make of it. ``marker`` is that of an item of a list, before its first words."""

    bold: bool = False
    italic: bool = False
    href: str = ""
    level: int = 0
    align: Align = Align.LEFT
    marker: str = ""
    indent: str = ""


class _Maker:
    """The blocks that are made so far, and the runs of the line that is open."""

    def __init__(self, captions: frozenset[HtmlElement]) -> None:
        self.blocks: list[Block] = []
        self.notices: list[Notice] = []
        self._captions = captions
        self._runs: list[Run] = []
        self._label = ""
        self._marked: set[str] = set()

    def read(self, element: HtmlElement, form: _Form) -> None:
        """Reads what is in ``element``; a page is at most 256 levels deep."""
        self._add(element.text, form)
        for child in element:
            self._read_child(child, form)
            self._add(child.tail, form)

    def _add(self, text: str | None, form: _Form) -> None:
        if text:
            self._runs.append(Run(text, form.bold, form.italic, form.href))

    def _read_child(self, child: HtmlElement, form: _Form) -> None:
        if styles.is_hidden(child):
            self._tell(NoticeKind.HIDDEN_TEXT, words_of(child))
        elif styles.is_list_number(child):
            self._label = words_of(child)
        elif child.tag == "img":
            self._picture(child, "")
        elif child.tag in _OBJECTS:
            self._tell(NoticeKind.OBJECT, child.get("src") or child.get("data") or child.tag)
        elif child.tag == "br":
            self._break(form)
        elif self._is_caption(child):
            self._caption(child)
        elif is_inline(child):
            self.read(child, self._inline_form(child, form))
        else:
            self._read_block(child, form)

    def _inline_form(self, child: HtmlElement, form: _Form) -> _Form:
        href = form.href
        if child.tag == "a" and child.get("href"):
            href = self._link(child)
        bold, italic = styles.is_bold(child, inherited=form.bold), styles.is_italic(child, inherited=form.italic)
        return replace(form, bold=bold, italic=italic, href=href)

    def _link(self, link: HtmlElement) -> str:
        address = link.get("href").strip()
        if scheme_of(address) in {"", *SCHEMES}:
            return "" if address.startswith("#") else address
        self._tell(NoticeKind.SCRIPT, f"{words_of(link)} ({address[:80]})")
        return ""

    def _break(self, form: _Form) -> None:
        # A heading over two lines is one heading.
        if form.level:
            self._add(" ", form)
        else:
            self.end_line(form)

    def _read_block(self, child: HtmlElement, form: _Form) -> None:
        self.end_line(form)
        inner = _block_form(child, form)
        if child.tag == "figure":
            self._figure(child, inner)
        elif child.tag == "table":
            self._table(child, inner)
        elif child.tag in ("ul", "ol"):
            self._list(child, inner)
        else:
            self.read(child, inner)
            self.end_line(inner)

    def end_line(self, form: _Form) -> None:
        """Ends the line that is open: a paragraph, if it has words."""
        runs, label = joined(self._runs), self._label
        self._runs, self._label = [], ""
        if runs:
            self.blocks.append(self._paragraph(runs, label, form))

    def _paragraph(self, runs: tuple[Run, ...], label: str, form: _Form) -> Paragraph:
        words, marker = plain_of(runs), self._take_marker(form)
        if not marker and label:
            marker, label = ("", label) if any(char.isalnum() for char in label) else ("- ", "")
        # Headings are bold anyway.
        markdown = markdown_of(tuple(replace(run, bold=False) for run in runs) if form.level else runs)
        return Paragraph(
            text=words,
            place=self._place(),
            markdown=f"{form.indent}{marker}{markdown or escaped(words)}" if marker else markdown,
            label=label or marker.strip(" -"),
            level=form.level,
            align=form.align,
            bold=all(run.bold for run in runs),
            italic=all(run.italic for run in runs),
        )

    def _take_marker(self, form: _Form) -> str:
        """The marker of an item, for the first of its paragraphs."""
        place = f"{form.indent}{form.marker}"
        if not form.marker or place in self._marked:
            return ""
        self._marked.add(place)
        return form.marker

    def _list(self, element: HtmlElement, form: _Form) -> None:
        indent = form.indent + " " * len(form.marker)
        number = _start_of(element)
        plain = replace(form, marker="", indent=indent)
        self._add(element.text, plain)
        for item in element:
            if item.tag == "li" and not styles.is_hidden(item):
                self._item(item, replace(plain, marker=f"{number}. " if element.tag == "ol" else "- "))
                number += 1
            else:
                self._read_child(item, plain)
            self._add(item.tail, plain)
        self.end_line(plain)

    def _item(self, item: HtmlElement, form: _Form) -> None:
        self.end_line(form)
        self._marked.discard(f"{form.indent}{form.marker}")
        self.read(item, form)
        self.end_line(form)

    def _picture(self, picture: HtmlElement, caption: str) -> None:
        found = picture_of(picture, self._place(), caption)
        if found:
            self.blocks.append(found)

    def _figure(self, figure: HtmlElement, form: _Form) -> None:
        pictures = list(figure.iter("img"))
        caption = " ".join(words_of(one) for one in figure.iter("figcaption"))
        if len(pictures) == 1 and words_of(figure) == caption:
            self._picture(pictures[0], caption)
        else:
            self.read(figure, form)
            self.end_line(form)

    def _is_caption(self, element: HtmlElement) -> bool:
        before = self.blocks[-1] if self.blocks and not joined(self._runs) else None
        if not isinstance(before, Picture) or before.caption:
            return False
        marks = marks_of(element)
        named = element.tag in ("figcaption", "p", "div", "span") and bool(marks) and _CAPTION.search(marks) is not None
        return (named or element.tag == "figcaption" or element in self._captions) and not _has_picture(element)

    def _caption(self, element: HtmlElement) -> None:
        self._runs = []
        self.blocks[-1] = replace(self.blocks[-1], caption=words_of(element))

    def _table(self, table: HtmlElement, form: _Form) -> None:
        match form_of(table):
            case TableForm.LAYOUT:
                self.read(table, form)
                self.end_line(form)
            case TableForm.PICTURES:
                for picture, caption in cells_of(table).pictures():
                    self._picture(picture, caption)
            case TableForm.DATA:
                self._data(table)

    def _data(self, table: HtmlElement) -> None:
        for heading in table.iterchildren("caption"):
            self.read(heading, _Form())
            self.end_line(_Form())
        place = self._place(PlaceKind.TABLE)
        rows = tuple(tuple(self._cell(cell, place) for cell in row) for row in cells_of(table).rows)
        self.blocks.append(Table(rows, place))

    def _cell(self, cell: HtmlElement, place: Place) -> tuple[Paragraph | Picture, ...]:
        inner = blocks_of((cell,))
        self.notices += inner.notices
        return tuple(_in_table(inner.blocks, place))

    def _tell(self, kind: NoticeKind, words: str) -> None:
        if words:
            self.notices.append(Notice(kind, words[:300], self._place()))

    def _place(self, kind: PlaceKind = PlaceKind.PARAGRAPH) -> Place:
        return Place(kind, len(self.blocks) + 1)


def _block_form(element: HtmlElement, form: _Form) -> _Form:
    level = _HEADING.fullmatch(element.tag)
    bold, italic = styles.is_bold(element, inherited=form.bold), styles.is_italic(element, inherited=form.italic)
    align = styles.align_of(element) or form.align
    return replace(form, bold=bold, italic=italic, align=align, level=int(level[1]) if level else form.level)


def _start_of(element: HtmlElement) -> int:
    start = element.get("start") or ""
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _has_picture(element: HtmlElement) -> bool:
    return next(element.iter("img"), None) is not None


def _in_table(blocks: Sequence[Block], place: Place) -> Iterator[Paragraph | Picture]:
    for block in blocks:
        if not isinstance(block, Table):
            yield replace(block, place=place)
