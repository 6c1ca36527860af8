"""The layout of a network: each connected part is laid out alone, and the parts are arranged in rows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, combinations
from math import ceil, dist, sqrt

from msgspec import Struct

from bantin.site.charts.layout import Ends, Point, components, layout

# In sixteenths of an em: the maximum width of a network, the side of the square for each circle, the margins of a part.
_WIDEST = 1150
_SPREAD = 150
_ASIDE, _ABOVE = 100, 52
# The minimum distance of the centres of two circles, and the number of passes that push them apart.
_APART, _PUSHES = 26, 100


class _Part(Struct, frozen=True):
    """A part of a network: its nodes, their positions in its box, and the size of the box."""

    nodes: Sequence[int]
    points: Sequence[Point]
    width: float
    height: float


class NetworkLayout(Struct, frozen=True):
    """The positions of circles, and the size of the area that contains them."""

    points: tuple[Point, ...]
    width: int
    height: int


def places(size: int, edges: Sequence[Ends]) -> NetworkLayout:
    """The positions of the nodes 0 to ``size - 1``."""
    found: dict[int, Point] = {}
    parts = [_part(nodes, edges) for nodes in components(size, edges)]
    shelves = list(_shelves(parts))
    width = max((_width(shelf) for shelf in shelves), default=0.0)
    tops = list(accumulate((max(part.height for part in shelf) for shelf in shelves), initial=0.0))
    for shelf, top, bottom in zip(shelves, tops, tops[1:], strict=False):
        left = (width - _width(shelf)) / 2
        for part in shelf:
            above = top + (bottom - top - part.height) / 2
            found.update(
                (node, (round(left + x, 1), round(above + y, 1)))
                for node, (x, y) in zip(part.nodes, part.points, strict=True)
            )
            left += part.width
    return NetworkLayout(tuple(found[node] for node in range(size)), ceil(width), ceil(tops[-1]))


def _part(nodes: Sequence[int], edges: Iterable[Ends]) -> _Part:
    """Lays out some nodes of a network in a box; its size depends on their number."""
    position = {node: number for number, node in enumerate(nodes)}
    inner = [(position[one], position[other]) for one, other in edges if one in position]
    reach = min(_SPREAD * sqrt(len(nodes)), _WIDEST - 2 * _ASIDE - 2 * _APART) / 2
    points = _apart([(x * reach, y * reach) for x, y in layout(len(nodes), inner)])
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return _Part(
        nodes,
        [(x - left + _ASIDE, y - top + _ABOVE) for x, y in points],
        max(x for x, _ in points) - left + 2 * _ASIDE,
        max(y for _, y in points) - top + 2 * _ABOVE,
    )


def _apart(points: Sequence[Point]) -> list[Point]:
    """Moves ``points`` until no circle covers another: the layout does not consider the size of circles."""
    moved = list(points)
    for _ in range(_PUSHES):
        near = [(a, b) for a, b in combinations(range(len(moved)), 2) if dist(moved[a], moved[b]) < _APART]
        if not near:
            break
        for a, b in near:
            (ax, ay), (bx, by) = moved[a], moved[b]
            between = dist(moved[a], moved[b])
            # Two circles in the same place are moved sideways.
            dx, dy = ((bx - ax) / between, (by - ay) / between) if between else (1.0, 0.0)
            push = max(0.0, (_APART - between) / 2 + 0.01)
            moved[a], moved[b] = (ax - dx * push, ay - dy * push), (bx + dx * push, by + dy * push)
    return moved


def _shelves(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    """Divides the parts, in their order, into rows that are not wider than the limit."""
    shelf: list[_Part] = []
    for part in parts:
        if shelf and _width(shelf) + part.width > _WIDEST:
            yield shelf
            shelf = []
        shelf.append(part)
    if shelf:
        yield shelf


def _width(shelf: Iterable[_Part]) -> float:
    return sum(part.width for part in shelf)
