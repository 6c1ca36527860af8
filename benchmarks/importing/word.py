"""Writes Word files with python-docx: paragraphs, tables, styles, lists that Word counts, and fonts of TCVN3."""

from collections.abc import Sequence

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.text.paragraph import Paragraph

from tests.domain.text.garblers import in_tcvn3
from tests.importing.readers.word.files import counted, level, parsed, saved, set_lists

Lines = Sequence[str]
"""The paragraphs of a cell."""
_LIST = 1
_LEVELS = level(0, "Điều %1.") + level(1, "%2.") + level(2, "%3)", "lowerLetter")


class WordFile:
    """A Word file that grows at its end.

    With a ``font`` of TCVN3 all is typed in it, what is in capitals in its font of capitals.
    """

    def __init__(self, font: str = "", *, counted: bool = False) -> None:
        self._made = docx.Document()
        self._font = font
        self.written: list[str] = []
        if counted:
            set_lists(self._made, {1: _LEVELS}, {_LIST: (1, "")})

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return saved(self._made)

    def lines(self, *texts: str) -> None:
        """Adds plain paragraphs."""
        for text in texts:
            self._type(self._made.add_paragraph(), text)

    def centred(self, *texts: str) -> None:
        """Adds bold paragraphs in the middle."""
        for text in texts:
            one = self._made.add_paragraph()
            one.alignment = ALIGN.CENTER
            self._type(one, text, bold=True)

    def right(self, text: str) -> None:
        """Adds a paragraph on the right, in italics."""
        one = self._made.add_paragraph()
        one.alignment = ALIGN.RIGHT
        self._type(one, text)
        one.runs[0].italic = True

    def styled(self, style: str, text: str) -> None:
        """Adds a paragraph with a style of Word."""
        self._type(self._made.add_paragraph(style=style), text)

    def counted(self, depth: int, text: str) -> None:
        """Adds a paragraph whose label Word counts: an article, a clause or a point."""
        one = self._made.add_paragraph()
        one._p.get_or_add_pPr().append(parsed(counted(_LIST, depth)))  # noqa: SLF001 - python-docx has no other way
        self._type(one, text)

    def table(self, rows: Sequence[Sequence[Lines]]) -> None:
        """Adds a table of cells, each with its paragraphs."""
        made = self._made.add_table(len(rows), max(map(len, rows)))
        for row, cells in zip(made.rows, rows, strict=True):
            for cell, texts in zip(row.cells, cells, strict=False):
                for number, text in enumerate(texts):
                    one = cell.add_paragraph() if number else cell.paragraphs[0]
                    one.alignment = ALIGN.CENTER
                    self._type(one, text)

    def _type(self, paragraph: Paragraph, text: str, *, bold: bool = False) -> None:
        self.written.append(text)
        if self._font:
            font = f"{self._font}H" if text.isupper() else self._font
            run = paragraph.add_run(in_tcvn3(text.lower() if text.isupper() else text))
            run.font.name = font
        else:
            run = paragraph.add_run(text)
        run.bold = bold or None
