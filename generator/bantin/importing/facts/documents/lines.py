"""The lines of a document: paragraphs, the lines of a PDF, and those within the cells of tables that only lay out."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec
from msgspec import Struct

from bantin.domain.provisions.formulas import is_basis
from bantin.domain.provisions.labels import Label, headed_label
from bantin.domain.text.letter_case import SMALL
from bantin.importing.facts.model import Evidence, LeftOut
from bantin.importing.material import Block, Paragraph, Place, Table


class Line(Struct, frozen=True):
    """A line with words: ``text`` has single spaces and begins with the label that a program counted.

    ``row`` and ``column`` are those of its cell, or of its piece between wide gaps. ``emphatic`` if it is bold, centred
    or a heading; ``is_piece`` if it is part of a line that was divided by a guess.
    """

    text: str
    place: Place
    row: int = 0
    column: int = 0
    emphatic: bool = False
    is_piece: bool = False

    def evidence(self, words: str = "") -> Evidence:
        """The line, or some ``words`` of it, as evidence."""
        return Evidence(words or self.text, self.place)

    def left_out(self, reason: str) -> LeftOut:
        """The line as one that is not part of the draft."""
        return LeftOut(self.text, reason, self.place)


def squeezed(text: str) -> str:
    """``text`` with single spaces."""
    return " ".join(text.split())


def line_of(paragraph: Paragraph) -> Line:
    """A paragraph as one line."""
    emphatic = bool(paragraph.bold or paragraph.level or paragraph.align)
    return Line(squeezed(paragraph.labelled), paragraph.place, emphatic=emphatic)


def cells_of(table: Table) -> Iterator[Line]:
    """The lines in the cells of a table, row by row."""
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            for one in cell:
                line = line_of(one) if isinstance(one, Paragraph) else Line(one.words, one.place)
                if line.text:
                    yield Line(line.text, line.place, row, column, line.emphatic)


def pieces_of(paragraph: Paragraph) -> Iterator[Line]:
    """A line with its pieces between wide gaps, as the columns of a PDF have them, each in a column of its own."""
    for column, piece in enumerate(_gap().split(paragraph.labelled.strip())):
        if piece.strip():
            yield Line(squeezed(piece), paragraph.place, 0, column, line_of(paragraph).emphatic)


@cache
def _gap() -> re.Pattern[str]:
    # A gap before a small letter or a bar is one to fill in by hand: 'ngày      tháng', 'Số:      /QCPH'.
    return re.compile(rf"(?:\s{{3,}}|\t+)(?!\s|/|{SMALL})")


def lines_in(block: Block) -> tuple[Line, ...]:
    """All lines of a block, whatever it is."""
    if isinstance(block, Table):
        return tuple(cells_of(block))
    return (line_of(block) if isinstance(block, Paragraph) else Line(block.words, block.place),)


def label_of(text: str) -> Label | None:
    """The label of an annex, part, chapter, section or article with which a line begins."""
    return headed_label(text) if text else None


def with_labels(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with a counted label such as ``Chương I`` in a paragraph of its own where no stop parts it."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.text and label_of(block.label) and not label_of(block.labelled):
            yield msgspec.structs.replace(block, label="", text=block.label, markdown="")
            yield msgspec.structs.replace(block, label="")
        else:
            yield block


def begins_text(text: str) -> bool:
    """Whether a line is one of the legal basis, or begins the first provision."""
    return bool(text) and (is_basis(text) or label_of(text) is not None)


def is_rule(text: str) -> bool:
    """Whether a line is only drawn, as between the parts of a head."""
    return not any(map(str.isalnum, text))


def is_english(text: str) -> bool:
    """Whether a line has English words alone, and so repeats what stands above in a document of two languages."""
    return text.isascii() and _english().search(text) is not None


@cache
def _english() -> re.Pattern[str]:
    words = "of|the|for|ministry|department|office|committee|police|province|provincial|minister|director|chairman"
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def all_left_out(lines: Iterable[Line], reason: str) -> tuple[LeftOut, ...]:
    """``lines`` as left out for one reason; drawn ones are so as ``rule``."""
    return tuple(line.left_out("rule" if is_rule(line.text) else reason) for line in lines if line.text)
