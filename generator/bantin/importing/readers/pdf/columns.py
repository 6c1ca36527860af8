"""Columns: words that stand side by side on a page, such as the agencies of a head or two signatures.

A page is rows from top to bottom, each of one or more pieces. What becomes of it are lines, in which a tab separates
the pieces of columns; and of these, paragraphs and tables.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from msgspec import Struct

from bantin.importing.material import Block, Paragraph, Place, PlaceKind, Table

TAB = "\t"
_TWO = 2


class Piece(Struct, frozen=True):
    """Words of a row, without a wide gap between them, and where they begin and end, in any unit."""

    left: float
    right: float
    text: str

    @property
    def middle(self) -> float:
        """The middle between both ends."""
        return (self.left + self.right) / 2


Row = tuple[Piece, ...]


class _Gap(Struct, frozen=True):
    """The space between two columns."""

    left: float
    right: float

    def beside(self, row: Row) -> "_Gap | None":
        """The space that is left beside the pieces of ``row``; ``None`` if these are not in the two columns."""
        if len(row) == _TWO:
            gap = _Gap(max(self.left, row[0].right), min(self.right, row[1].left))
        elif len(row) == 1 and self.is_left(row[0]):
            gap = _Gap(max(self.left, row[0].right), self.right)
        elif len(row) == 1 and self.is_right(row[0]):
            gap = _Gap(self.left, min(self.right, row[0].left))
        else:
            return None
        return gap if gap.left < gap.right else None

    def is_left(self, piece: Piece) -> bool:
        """Whether ``piece`` is in the left column."""
        return piece.right < self.right and piece.middle < self.left

    def is_right(self, piece: Piece) -> bool:
        """Whether ``piece`` is in the right column. A title is not: its middle is that of the page."""
        return piece.left > self.left and piece.middle > self.right


def lines_of(rows: Sequence[Row]) -> list[str]:
    """The lines of a page, with a tab between columns. A tab begins a line that is in the right column alone.

    Each row has pieces, and each piece has words.
    """
    rows = [_without_blanks(row) for row in rows]
    lines: list[str] = []
    while len(lines) < len(rows):
        at = len(lines)
        lines += _two_columns(rows, at) or _table(rows, at) or [" ".join(piece.text for piece in rows[at])]
    return lines


def _without_blanks(row: Row) -> Row:
    """``row`` with one piece around each gap that parts no columns.

    Such gaps are those to be filled in by hand, ``Số:        /QCPH`` and ``ngày      tháng``, and those behind a number
    that the program has set, ``Điều 1.    Phạm vi``.
    """
    pieces = list(row[:1])
    is_numbered = len(row) == _TWO and _number().fullmatch(row[0].text) is not None
    for piece in row[1:]:
        if is_numbered or piece.text[0].islower() or piece.text[0] == "/":
            pieces[-1] = Piece(pieces[-1].left, piece.right, f"{pieces[-1].text} {piece.text}")
        else:
            pieces.append(piece)
    return tuple(pieces)


@cache
def _number() -> re.Pattern[str]:
    """The number of a provision or of an item of a list, or its bullet."""
    named = r"(?:Điều|Chương|Phần|Mục|Article|Chapter|Part|Section) [0-9IVXLC]{1,6}[.:]?"
    return re.compile(
        rf"{named}|[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,3}}[.)]|[a-zđ]{{1,2}}[.)]|[IVXLC]{{1,6}}[.)]|[-–+•*·]", re.I
    )


def _two_columns(rows: Sequence[Row], start: int) -> list[str]:
    """The lines in two columns that begin with a row of two pieces; none if there are not two."""
    if len(rows[start]) != _TWO:
        return []
    gap = _Gap(rows[start][0].right, rows[start][1].left)
    lines: list[str] = []
    kept = 0
    for row in rows[start:]:
        narrowed = gap.beside(row)
        if narrowed is None:
            break
        lines.append(_line(row, gap))
        # Short lines of running text behind the columns end at the left, too.
        kept = kept if len(row) == 1 and gap.is_left(row[0]) else len(lines)
        gap = narrowed
    return lines[:kept]


def _line(row: Row, gap: _Gap) -> str:
    if len(row) == _TWO:
        return TAB.join(piece.text for piece in row)
    return row[0].text + TAB if gap.is_left(row[0]) else TAB + row[0].text


def _table(rows: Sequence[Row], start: int) -> list[str]:
    """The lines of a table of three columns or more. A single such row is a line that was spread over its width."""
    width = len(rows[start])
    same = next((at for at in range(start, len(rows)) if len(rows[at]) != width), len(rows))
    if width <= _TWO or same - start < _TWO:
        return []
    return [TAB.join(piece.text for piece in row) for row in rows[start:same]]


def page_blocks(number: int, lines: Iterable[str]) -> Iterator[Block]:
    """Yields the paragraphs and tables of the page ``number``: a line is a paragraph, lines with tabs are a table."""
    place = Place(PlaceKind.PAGE, number)
    for width, some in groupby(lines, key=lambda line: line.count(TAB) + 1):
        if width == 1:
            yield from (Paragraph(line, place) for line in some if line.strip())
            continue
        rows = tuple(tuple(_cell(words, place) for words in line.split(TAB)) for line in some)
        yield Table((_joined(rows),) if width == _TWO else rows, place)


def _cell(words: str, place: Place) -> tuple[Paragraph, ...]:
    return (Paragraph(words.strip(), place),) if words.strip() else ()


def _joined(rows: Sequence[tuple[tuple[Paragraph, ...], ...]]) -> tuple[tuple[Paragraph, ...], ...]:
    """One row of two cells, which has all that stands in each column."""
    return tuple(tuple(paragraph for cell in column for paragraph in cell) for column in zip(*rows, strict=True))
