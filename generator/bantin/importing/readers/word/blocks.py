"""The blocks of a Word file in their order: paragraphs with the numbers that Word counts, tables, pictures."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from bantin.importing.material import (
    Align,
    Block,
    Notice,
    NoticeKind,
    Paragraph,
    Picture,
    Place,
    PlaceKind,
    Table,
    flat,
)
from bantin.importing.readers.word.drawings import Pictures, description, drawn, object_name
from bantin.importing.readers.word.fonts import is_legacy
from bantin.importing.readers.word.numbering import Counter
from bantin.importing.readers.word.runs import Inset, InsetKind, Piece, RunReader, Told, is_prompt
from bantin.importing.readers.word.spans import Span, decoded, lines_of, markdown, plain
from bantin.importing.readers.word.styles import Layout, Styles, layout_of
from bantin.importing.readers.word.xml import Element, child, name_of, shown_alternative, text_of, value

_WRAPPERS = frozenset({"w:customXml", "w:ins", "w:moveTo", "w:smartTag", "w:sdtContent"})
_BULLETS = frozenset("-–—+*")


class Reference(Struct, frozen=True):
    """A reference to a note or a comment, and its place."""

    element: Element
    place: Place


class BlockReader:
    """Reads blocks in the order of the document: numbers count on, and places are counted.

    ``notices``, and what refers to ``notes`` and ``comments``, are complete once all blocks are read.
    """

    def __init__(self, styles: Styles, counter: Counter, runs: RunReader, pictures: Pictures) -> None:
        self._styles, self._counter, self._runs, self._pictures = styles, counter, runs, pictures
        self._paragraphs = self._tables = 0
        self._fonts: set[str] = set()
        self._numbers: dict[tuple[str, str], int] = {}
        self.notices: list[Notice] = []
        self.notes: list[Reference] = []
        self.comments: list[Reference] = []

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks of an element that holds paragraphs and tables: ``w:body``, ``w:tc``, ``w:txbxContent``."""
        for group in _grouped(_block_elements(parent)):
            element = group[-1]
            name = name_of(element)
            if name == "w:p":
                yield from self._paragraph(group)
            elif name == "w:tbl":
                yield from self._table(element)
            elif name == "w:sdt":
                self._tell(NoticeKind.WIDGET, text_of(element))
            else:
                self._tell(NoticeKind.OBJECT, name)

    @property
    def _place(self) -> Place:
        return Place(PlaceKind.PARAGRAPH, self._paragraphs)

    def _tell(self, kind: NoticeKind, words: str) -> None:
        self.notices.append(Notice(kind, words, self._place))

    def _paragraph(self, elements: Sequence[Element]) -> Iterator[Block]:
        """The blocks of ``elements``, which deleted marks have made one paragraph; it looks like the last of them."""
        self._paragraphs += len(elements)
        pieces = [piece for element in elements for piece in self._runs.pieces(element)]
        spans = decoded(self._spans(pieces))
        self._tell_fates(spans)
        shown = [span for span in spans if span.is_shown]
        element = elements[-1]
        layout = layout_of(child(element, "w:pPr")).over(self._styles.of_paragraph(element).layout)
        is_counted = plain(shown) != "" or not self._has_hidden_mark(element)
        label = self._label(element, layout) if is_counted else ""
        yield from _lines(shown, label, layout, self._place)
        for piece in pieces:
            if isinstance(piece, Inset) and piece.kind is InsetKind.DRAWING and piece.is_shown:
                yield from self._drawing(piece.element)

    def _spans(self, pieces: Iterable[Piece]) -> Iterator[Span]:
        """The spans among ``pieces``; what is only told of is told."""
        for piece in pieces:
            if isinstance(piece, Span):
                self._tell_font(piece.font)
                yield piece
            elif isinstance(piece, Told):
                self._tell(piece.kind, piece.words)
            elif piece.kind is InsetKind.COMMENT:
                self.comments.append(Reference(piece.element, self._place))
            elif piece.kind is InsetKind.NOTE and piece.is_shown:
                yield Span("", note=str(self._number_of_note(piece.element)))

    def _number_of_note(self, reference: Element) -> int:
        """The number of a note by the first reference to it."""
        key = (name_of(reference), value(reference, "w:id"))
        if key not in self._numbers:
            self.notes.append(Reference(reference, self._place))
            self._numbers[key] = len(self.notes)
        return self._numbers[key]

    def _tell_font(self, font: str) -> None:
        if is_legacy(font) and font not in self._fonts:
            self._fonts.add(font)
            self._tell(NoticeKind.LEGACY_FONT, font)

    def _tell_fates(self, spans: Iterable[Span]) -> None:
        for fate, group in groupby(spans, key=lambda span: span.fate):
            words = plain(group)
            if fate is not None and words:
                self._tell(fate, words)

    def _label(self, element: Element, layout: Layout) -> str:
        label = self._counter.label(layout, value(child(element, "w:pPr/w:pStyle")))
        if label is None:
            self._tell(NoticeKind.UNREADABLE, "w:numFmt")
        return label or ""

    def _has_hidden_mark(self, element: Element) -> bool:
        mark = child(element, "w:pPr/w:rPr")
        look = self._styles.look(mark, self._styles.of_paragraph(element).look)
        return look.hidden or False

    def _drawing(self, drawing: Element) -> Iterator[Block]:
        alt = description(drawing)
        for element in drawn(drawing):
            if name_of(element) == "w:txbxContent":
                yield from self.blocks(element)
            elif name_of(element) in ("a:blip", "v:imagedata"):
                taken = self._pictures.take(element, alt, self._place)
                if isinstance(taken, Picture):
                    yield taken
                else:
                    self.notices.append(taken)
            else:
                self._tell(NoticeKind.OBJECT, object_name(element))

    def _table(self, table: Element) -> Iterator[Table]:
        self._tables += 1
        place = Place(PlaceKind.TABLE, self._tables)
        rows = tuple(filter(None, (self._row(row) for row in _inner(table, "w:tr"))))
        if any(cell for row in rows for cell in row):
            yield Table(rows, place)

    def _row(self, row: Element) -> tuple[tuple[Paragraph | Picture, ...], ...]:
        """The cells of a row; none if the row is deleted, which is told."""
        if child(row, "w:trPr/w:del") is not None:
            self._tell(NoticeKind.TRACKED_DELETION, text_of(row))
            return ()
        cells = []
        for cell in _inner(row, "w:tc"):
            if child(cell, "w:tcPr/w:cellDel") is not None:
                self._tell(NoticeKind.TRACKED_DELETION, text_of(cell))
            elif not _goes_on(cell, "w:hMerge"):
                cells.append(() if _goes_on(cell, "w:vMerge") else tuple(flat(self.blocks(cell))))
        return tuple(cells)


def _lines(spans: Iterable[Span], label: str, layout: Layout, place: Place) -> Iterator[Paragraph]:
    """The lines of a paragraph that have words, the first behind its label."""
    for line in lines_of(spans):
        text = plain(line)
        if not text and label in ("", *_BULLETS):
            continue
        words = [span for span in line if span.text.strip()]
        yield Paragraph(
            text,
            place,
            markdown(line),
            label,
            layout.heading,
            layout.align or Align.LEFT,
            bool(words) and all(span.bold for span in words),
            bool(words) and all(span.italic for span in words),
        )
        label = ""


def _block_elements(parent: Element) -> Iterator[Element]:
    """The paragraphs, tables, prompts and foreign parts in ``parent``, also within what wraps them."""
    for element in parent.iterchildren():
        name = name_of(element)
        if name in ("w:p", "w:tbl", "w:altChunk") or (name == "w:sdt" and is_prompt(element)):
            yield element
        elif name in _WRAPPERS or name == "w:sdt":
            yield from _block_elements(element)
        elif name == "mc:AlternateContent":
            shown = shown_alternative(element)
            yield from () if shown is None else _block_elements(shown)


def _inner(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also within what wraps them."""
    for element in parent.iterchildren():
        if name_of(element) == name:
            yield element
        elif name_of(element) in _WRAPPERS or name_of(element) == "w:sdt":
            yield from _inner(element, name)


def _grouped(elements: Iterable[Element]) -> Iterator[list[Element]]:
    """Each element alone, but paragraphs whose mark is deleted together with the one that they go on in."""
    group: list[Element] = []
    for element in elements:
        if group and name_of(element) != "w:p":
            yield group
            group = []
        group.append(element)
        if child(element, "w:pPr/w:rPr/w:del") is None:
            yield group
            group = []
    if group:
        yield group


def _goes_on(cell: Element, direction: str) -> bool:
    """Whether a cell only continues the one above (``w:vMerge``) or before it (``w:hMerge``)."""
    merged = child(cell, f"w:tcPr/{direction}")
    return merged is not None and value(merged) != "restart"
