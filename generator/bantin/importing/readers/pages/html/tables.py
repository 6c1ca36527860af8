"""Tables of a page: tables of data, tables that only lay the page out, and pictures with their captions below."""

from collections.abc import Iterator
from enum import Enum, auto

from lxml.html import HtmlElement
from msgspec import Struct

from bantin.importing.readers.pages.html.pictures import address_of
from bantin.importing.readers.pages.html.tree import words_of

_PARTS = frozenset({"thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col"})
_LONGEST_CELL = 400
_LONGEST_CAPTION = 400


class TableForm(Enum):
    """What a table is used for."""

    DATA = auto()
    LAYOUT = auto()
    PICTURES = auto()


class Cells(Struct, frozen=True):
    """The cells of a table, row by row."""

    rows: tuple[tuple[HtmlElement, ...], ...]

    @property
    def width(self) -> int:
        """The number of cells in the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def pictures(self) -> Iterator[tuple[HtmlElement, str]]:
        """The pictures in the cells, each with its caption: the words in its cell, else those in the cell below."""
        for number, row in enumerate(self.rows):
            below = self.rows[number + 1] if number + 1 < len(self.rows) else ()
            for column, cell in enumerate(row):
                for picture in _pictures_in(cell):
                    yield picture, words_of(cell) or _caption_below(column, row, below)


def _caption_below(column: int, row: tuple[HtmlElement, ...], below: tuple[HtmlElement, ...]) -> str:
    if len(below) != len(row) or any(_pictures_in(cell) for cell in below):
        return ""
    return words_of(below[column])


def cells_of(table: HtmlElement) -> Cells:
    """The cells of ``table`` without those of tables in it; rows without words and pictures are left out."""
    rows = (row for part in table for row in ([part] if part.tag == "tr" else part) if row.tag == "tr")
    cells = (tuple(cell for cell in row if cell.tag in ("td", "th")) for row in rows)
    return Cells(tuple(row for row in cells if any(words_of(cell) or _pictures_in(cell) for cell in row)))


def form_of(table: HtmlElement) -> TableForm:
    """What ``table`` is used for. In doubt it is layout, of which every line is kept as a paragraph."""
    is_nested = next(table.iterdescendants("table"), None) is not None
    if table.get("role") == "presentation" or is_nested or _has_words_between_cells(table):
        return TableForm.LAYOUT
    cells = cells_of(table)
    if _is_of_pictures(cells) and next(table.iterchildren("caption"), None) is None:
        return TableForm.PICTURES
    long = any(len(words_of(cell)) > _LONGEST_CELL or _pictures_in(cell) for row in cells.rows for cell in row)
    return TableForm.LAYOUT if long or cells.width < 2 or len(cells.rows) < 2 else TableForm.DATA


def _has_words_between_cells(table: HtmlElement) -> bool:
    for part in table.iter("table", "thead", "tbody", "tfoot", "tr"):
        others = (child for child in part if child.tag not in _PARTS)
        texts = (part.text, *(child.tail for child in part), *(words_of(child) for child in others))
        if any(text and text.strip() for text in texts):
            return True
    return False


def _is_of_pictures(cells: Cells) -> bool:
    """Whether each row is of pictures, or of captions for the row of pictures before it."""
    before: tuple[HtmlElement, ...] = ()
    for row in cells.rows:
        if any(_pictures_in(cell) for cell in row):
            if not all(_is_picture(cell) for cell in row):
                return False
            before = row
        elif len(row) != len(before) or any(words_of(cell) for cell in before) or not all(map(_is_short, row)):
            return False
        else:
            before = ()
    return bool(cells.rows)


def _is_picture(cell: HtmlElement) -> bool:
    """Whether a cell has one picture, and no more words than a caption."""
    return len(_pictures_in(cell)) == 1 and _is_short(cell)


def _is_short(cell: HtmlElement) -> bool:
    return len(words_of(cell)) <= _LONGEST_CAPTION


def _pictures_in(cell: HtmlElement) -> list[HtmlElement]:
    return [picture for picture in cell.iter("img") if address_of(picture)]
