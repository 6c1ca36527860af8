"""The matrix of agencies: each is a row and a column, and where they cross stands what they have signed together.

Columns are headed by numbers, and the numbers stand again where a row crosses its own column: names that stand upright
are hard to read, and so both ends of a square are found wherever the matrix has been scrolled to.
"""

from collections.abc import Iterator

from bantin.site.charts.graph import Graph
from bantin.site.charts.names import fold
from bantin.site.views import CellView, LinkView, MatrixView, NameplateView, PlaceView

# In sixteenths of an em.
_CELL, _LEFT, _TOP, _EDGE = 32, 200, 30, 1
_LONGEST = 26
_FREE = 8
# Of the first line of a name, by how many it has.
_BASELINE = {1: 21, 2: 14}
_SHADES = 3


def matrix(made: Graph) -> MatrixView:
    """The matrix of a graph; each of its edges is two squares."""
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
    """Where the row of an agency crosses its column."""
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
    """1 for a single agreement, 3 for as many as any two have signed, and for others the nearest."""
    span = max(1, most - 1)
    return 1 + (2 * (_SHADES - 1) * (count - 1) + span) // (2 * span)
