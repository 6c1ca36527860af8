"""Where the circles of a network stand: each part that hangs together is laid out alone, and all stand on shelves."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, combinations
from math import ceil, dist, sqrt

from msgspec import Struct

from bantin.site.charts.layout import Ends, Point, components, layout

# In sixteenths of an em: how wide a network may be, the square of one circle, and what is left free around a part.
_WIDEST = 880
_SPREAD = 110
_ASIDE, _ABOVE = 100, 52
# How far apart the centres of two circles are at least, and how often they are pushed: each time a little further.
_APART, _PUSHES = 26, 100


class _Part(Struct, frozen=True):
    """A part of a network: its nodes, their places in its box, and the size of that."""

    nodes: Sequence[int]
    points: Sequence[Point]
    width: float
    height: float


class NetworkLayout(Struct, frozen=True):
    """The places of circles, and the size of what they stand on."""

    points: tuple[Point, ...]
    width: int
    height: int


def places(size: int, edges: Sequence[Ends]) -> NetworkLayout:
    """The places of the nodes 0 to ``size - 1``."""
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
    """Some nodes of a network in a box of their own: the more there are, the larger it is."""
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
    """``points``, moved so that none covers another: a layout cares for distances in the network, not for circles."""
    moved = list(points)
    for _ in range(_PUSHES):
        near = [(a, b) for a, b in combinations(range(len(moved)), 2) if dist(moved[a], moved[b]) < _APART]
        if not near:
            break
        for a, b in near:
            (ax, ay), (bx, by) = moved[a], moved[b]
            between = dist(moved[a], moved[b])
            # Two in one place go aside.
            dx, dy = ((bx - ax) / between, (by - ay) / between) if between else (1.0, 0.0)
            push = max(0.0, (_APART - between) / 2 + 0.01)
            moved[a], moved[b] = (ax - dx * push, ay - dy * push), (bx + dx * push, by + dy * push)
    return moved


def _shelves(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    """The parts in their order, as many beside one another as there is room for."""
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
