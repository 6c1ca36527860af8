"""The matrix of agencies: each has a row and a column; their common agreements are shown where these cross.

Columns have numbers as headings, since vertical names are hard to read. The numbers are repeated on the diagonal, so
that both agencies of a square can be found however far the matrix is scrolled.
"""

from collections.abc import Iterator

from bantin.site.charts.graph import Graph
from bantin.site.charts.names import fold
from bantin.site.views import CellView, LinkView, MatrixView, NameplateView, PlaceView

# In sixteenths of an em.
_CELL, _LEFT, _TOP, _EDGE = 32, 200, 30, 1
_LONGEST = 26
_FREE = 8
# The baseline of the first line of a name, by its number of lines.
_BASELINE = {1: 21, 2: 14}
_SHADES = 3


def matrix(made: Graph) -> MatrixView:
    """The matrix of a graph; each edge has two squares."""
    size = len(made.agencies) * _CELL
    return MatrixView(
        agencies=tuple(_place(number, link) for number, link in enumerate(made.agencies)),
        cells=tuple(_cells(made)),
        cell=_CELL,
        left=_LEFT,
        top=_TOP,
        width=_LEFT + size + _EDGE,
        height=_TOP + size + _EDGE,
    )


def _place(number: int, link: LinkView) -> PlaceView:
    """An agency on the diagonal, with its name in front of the row."""
    x, y = _LEFT + number * _CELL, _TOP + number * _CELL
    lines = fold(f"{number + 1}. {link.label}", _LONGEST)
    plate = NameplateView(lines, _LEFT - _FREE, y + _BASELINE[len(lines)], "end")
    return PlaceView(number + 1, link.label, link.url, x, y, 0, plate)


def _cells(made: Graph) -> Iterator[CellView]:
    most = max((edge.count for edge in made.edges), default=0)
    for edge in made.edges:
        shade = _shade(edge.count, most)
        for row, column in ((edge.first, edge.second), (edge.second, edge.first)):
            x, y = _LEFT + column * _CELL, _TOP + row * _CELL
            yield CellView(made.title(edge), edge.url, edge.count, shade, x, y)


def _shade(count: int, most: int) -> int:
    """The shade of a square: 1 for a single agreement, 3 for ``most`` agreements, the nearest for numbers between."""
    span = max(1, most - 1)
    return 1 + (2 * (_SHADES - 1) * (count - 1) + span) // (2 * span)
