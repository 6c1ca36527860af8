"""Reads Word files for tests, and says what came in."""

from bantin.importing.material import Material, NoticeKind, Paragraph, Table
from bantin.importing.readers.word.reading import read_word
from tests.importing.readers.word.files import word_file


def read(*body: str) -> Material:
    """The material of a document with the body ``body``."""
    return read_word(word_file(*body), "a.docx")


def paragraphs(material: Material) -> list[Paragraph]:
    """The paragraphs outside tables."""
    return [block for block in material.blocks if isinstance(block, Paragraph)]


def texts(*body: str) -> list[str]:
    """The texts of the paragraphs of a document."""
    return [block.text for block in paragraphs(read(*body))]


def told(material: Material) -> list[tuple[NoticeKind, str, int]]:
    """The notices: their kinds, words and places."""
    return [(notice.kind, notice.words, notice.place.number) for notice in material.notices]


def cells(material: Material) -> list[list[list[str]]]:
    """The texts in each cell of each row of the only table."""
    (block,) = (block for block in material.blocks if isinstance(block, Table))
    return [[[one.text for one in inner if isinstance(one, Paragraph)] for inner in outer] for outer in block.rows]
