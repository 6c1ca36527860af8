"""The places of circles: each part of a network by itself, each circle apart from all others."""

from itertools import combinations
from math import dist

from hypothesis import given

from bantin.site.charts.layout import Ends
from bantin.site.charts.network_layout import places
from tests.index.contents import quick
from tests.site.charts.corpora import graphs


@quick
@given(graphs())
def test_circles_stand_apart_and_within_the_drawing(graph: tuple[int, list[Ends]]) -> None:
    ground = places(*graph)
    assert len(ground.points) == graph[0]
    assert all(100 <= x <= ground.width - 100 and 52 <= y <= ground.height - 52 for x, y in ground.points)
    assert ground.width <= 1150
    assert all(dist(one, other) > 22 for one, other in combinations(ground.points, 2))


def test_where_there_is_nothing_the_drawing_has_no_size() -> None:
    ground = places(0, [])
    assert (ground.points, ground.width, ground.height) == ((), 0, 0)


def test_parts_that_nothing_connects_stand_beside_and_below_one_another() -> None:
    pairs = [(2 * number, 2 * number + 1) for number in range(9)]
    points = places(18, pairs).points
    boxes = [tuple(zip(points[one], points[other], strict=True)) for one, other in pairs]
    for one, other in combinations(boxes, 2):
        assert any(max(a) < min(b) or max(b) < min(a) for a, b in zip(one, other, strict=True))
