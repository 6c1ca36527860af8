"""The matrix of agencies: each has a row and a column; their common agreements are shown where these cross.

It is a table whose heads stay in sight. Columns are headed by vertical names, which are shortened to fit; the whole
name heads the row.
"""

from collections.abc import Iterator, Mapping

from bantin.site.charts.graph import Graph
from bantin.site.charts.names import fold
from bantin.site.views import CellView, LinkView, MatrixRowView, MatrixView, NameplateView, PlaceView

# In sixteenths of an em.
_CELL, _LEFT, _TOP, _EDGE = 32, 200, 30, 1
_LONGEST = 26
# Characters of a line of a vertical name.
_HIGHEST = 22
_FREE = 8
# The baseline of the first line of a name, by its number of lines.
_BASELINE = {1: 21, 2: 14}
_SHADES = 3


def matrix(made: Graph) -> MatrixView:
    """The matrix of a graph; each edge has two squares."""
    size = len(made.agencies) * _CELL
    cells = dict(_cells(made))
    return MatrixView(
        agencies=tuple(_place(number, link) for number, link in enumerate(made.agencies)),
        cells=tuple(cells.values()),
        cell=_CELL,
        left=_LEFT,
        top=_TOP,
        width=_LEFT + size + _EDGE,
        height=_TOP + size + _EDGE,
        rows=tuple(_rows(made, cells)),
    )


def _rows(made: Graph, cells: Mapping[tuple[int, int], CellView]) -> Iterator[MatrixRowView]:
    for row, link in enumerate(made.agencies):
        squares = tuple(cells.get((row, column)) for column in range(len(made.agencies)))
        yield MatrixRowView(link, fold(link.label, _HIGHEST), squares)


def _place(number: int, link: LinkView) -> PlaceView:
    """An agency on the diagonal, with its name in front of the row."""
    x, y = _LEFT + number * _CELL, _TOP + number * _CELL
    lines = fold(f"{number + 1}. {link.label}", _LONGEST)
    plate = NameplateView(lines, _LEFT - _FREE, y + _BASELINE[len(lines)], "end")
    return PlaceView(number + 1, link.label, link.url, x, y, 0, plate)


def _cells(made: Graph) -> Iterator[tuple[tuple[int, int], CellView]]:
    """The squares, each with its row and its column."""
    most = max((edge.count for edge in made.edges), default=0)
    for edge in made.edges:
        shade = _shade(edge.count, most)
        for row, column in ((edge.first, edge.second), (edge.second, edge.first)):
            x, y = _LEFT + column * _CELL, _TOP + row * _CELL
            yield (row, column), CellView(made.title(edge), edge.url, edge.count, shade, x, y)


def _shade(count: int, most: int) -> int:
    """The shade of a square: 1 for a single agreement, 3 for ``most`` agreements, the nearest for numbers between."""
    span = max(1, most - 1)
    return 1 + (2 * (_SHADES - 1) * (count - 1) + span) // (2 * span)
