"""The network of agencies: circles, and lines between agencies that have signed together.

Names are shown beside the circles, where they cover nothing.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import dist, inf, sqrt

from bantin.site.charts.graph import Graph
from bantin.site.charts.label_layout import Circle, plates
from bantin.site.charts.layout import Point
from bantin.site.charts.network_layout import places
from bantin.site.views import EdgeView, NetworkView, PlaceView

# In sixteenths of an em.
_SMALLEST, _LARGEST, _FREE = 11.0, 19.0, 1.0
_THINNEST, _THICKEST = 1.5, 6.0


def network(made: Graph) -> NetworkView:
    """The network of a graph. More agreements make larger circles, which never touch, and thicker lines."""
    edges = [(edge.first, edge.second) for edge in made.edges]
    ground = places(len(made.agencies), edges)
    circles = list(_circles(made, ground.points))
    named = plates(circles, edges, ground.width, ground.height)
    agencies = tuple(
        PlaceView(number + 1, link.label, link.url, circle.x, circle.y, circle.radius, named.get(number))
        for number, (circle, link) in enumerate(zip(circles, made.agencies, strict=True))
    )
    return NetworkView(agencies, tuple(_edges(made, ground.points)), ground.width, ground.height)


def _circles(made: Graph, points: Sequence[Point]) -> Iterator[Circle]:
    weights: Counter[int] = Counter()
    for edge in made.edges:
        weights[edge.first] += edge.count
        weights[edge.second] += edge.count
    most = max(weights.values(), default=1)
    for number, (link, (x, y)) in enumerate(zip(made.agencies, points, strict=True)):
        radius = _SMALLEST + (_LARGEST - _SMALLEST) * sqrt(weights[number] / most)
        nearest = min((dist((x, y), other) for other in points if other != (x, y)), default=inf)
        yield Circle(link.label, x, y, round(min(radius, nearest / 2 - _FREE), 1), weights[number])


def _edges(made: Graph, points: Sequence[Point]) -> Iterator[EdgeView]:
    most = max((edge.count for edge in made.edges), default=1)
    for edge in made.edges:
        stroke = _THINNEST + (_THICKEST - _THINNEST) * (edge.count - 1) / max(1, most - 1)
        yield EdgeView(
            made.title(edge),
            edge.url,
            edge.count,
            round(stroke, 1),
            *points[edge.first],
            *points[edge.second],
        )
