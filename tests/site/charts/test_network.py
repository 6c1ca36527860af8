"""The network: lines between the circles that they join, and sizes that follow the numbers."""

from hypothesis import given

from bantin.site.charts.graph import Graph
from bantin.site.charts.network import network
from tests.index.contents import quick
from tests.site.charts.corpora import graphs
from tests.site.charts.test_matrix import graph_of


@quick
@given(graphs())
def test_a_line_joins_the_circles_of_its_agencies(graph: tuple[int, list[tuple[int, int]]]) -> None:
    size, edges = graph
    view = network(graph_of(size, *((one, other, 1) for one, other in edges)))
    at = {(place.x, place.y): place.number - 1 for place in view.agencies}
    joined = [(at[edge.x1, edge.y1], at[edge.x2, edge.y2]) for edge in view.edges]
    assert joined == edges
    assert [edge.url for edge in view.edges] == [f"{one}/{other}/" for one, other in edges]


def test_the_more_was_signed_the_larger_the_circle_and_the_thicker_the_line() -> None:
    view = network(graph_of(4, (0, 1, 1), (1, 2, 5), (2, 3, 10)))
    strokes = [edge.stroke for edge in view.edges]
    assert strokes == sorted(set(strokes))
    radii = {place.number: place.radius for place in view.agencies}
    assert radii[1] < radii[2] < radii[4] < radii[3] <= 19
    assert min(radii.values()) >= 11


def test_every_circle_of_a_small_network_has_its_name() -> None:
    view = network(graph_of(6, (0, 1, 1), (1, 2, 1), (3, 4, 1)))
    assert [place.plate.lines for place in view.agencies if place.plate] == [
        (f"Cơ quan {number}",) for number in range(6)
    ]


def test_a_network_of_no_agencies_is_empty() -> None:
    view = network(Graph((), ()))
    assert (view.agencies, view.edges) == ((), ())
