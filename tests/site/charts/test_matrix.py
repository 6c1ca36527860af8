"""The matrix: each pair twice, mirrored at the diagonal, in the shade of its number."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.site.charts.graph import Edge, Graph
from bantin.site.charts.matrix import matrix
from bantin.site.views import LinkView
from tests.site.charts.corpora import graphs


def graph_of(size: int, *edges: tuple[int, int, int]) -> Graph:
    agencies = tuple(LinkView(f"Cơ quan {number}", f"co-quan/{number}/") for number in range(size))
    return Graph(agencies, tuple(Edge(one, other, count, f"{one}/{other}/") for one, other, count in edges))


@given(graphs(), st.data())
def test_a_square_stands_where_the_row_and_the_column_of_its_agencies_cross(
    graph: tuple[int, list[tuple[int, int]]], data: st.DataObject
) -> None:
    size, edges = graph
    counted = [(one, other, data.draw(st.integers(1, 9))) for one, other in edges]
    view = matrix(graph_of(size, *counted))
    at = {(place.x, place.y): place.number - 1 for place in view.agencies}
    assert sorted(at.values()) == list(range(size))
    columns, rows = {x: number for (x, _), number in at.items()}, {y: number for (_, y), number in at.items()}
    shown = Counter((rows[cell.y], columns[cell.x], cell.count, cell.url) for cell in view.cells)
    assert shown == Counter(
        (*where, count, f"{one}/{other}/") for one, other, count in counted for where in ((one, other), (other, one))
    )
    assert all(cell.x + view.cell <= view.width and cell.y + view.cell <= view.height for cell in view.cells)


@pytest.mark.parametrize(
    ("counts", "shades"),
    [([1], [1]), ([1, 1], [1, 1]), ([1, 2], [1, 3]), ([1, 2, 3], [1, 2, 3]), ([1, 3, 5, 9, 10], [1, 1, 2, 3, 3])],
)
def test_the_shade_follows_the_number(counts: list[int], shades: list[int]) -> None:
    edges = [(number, number + 1, count) for number, count in enumerate(counts)]
    view = matrix(graph_of(len(counts) + 1, *edges))
    assert [cell.shade for cell in view.cells[::2]] == shades


def test_a_row_bears_its_number_and_the_whole_name_stands_beside_the_shortened_one() -> None:
    name = "Văn phòng Đoàn đại biểu Quốc hội tỉnh Lào Cai"
    (place,) = matrix(Graph((LinkView(name, "co-quan/a/"),), ())).agencies
    assert place.plate
    assert (place.name, place.url) == (name, "co-quan/a/")
    assert place.plate.lines == ("1. Văn phòng Đoàn đại biểu", "Quốc hội tỉnh Lào Cai")


def test_a_matrix_of_no_agencies_has_no_squares() -> None:
    view = matrix(Graph((), ()))
    assert (view.agencies, view.cells, view.rows) == ((), (), ())


def test_as_a_table_it_has_the_same_squares_and_names_short_enough_to_stand_upright() -> None:
    name = "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lào Cai"
    links = (LinkView("Bộ Công an", "co-quan/a/"), LinkView("Bộ Y tế", "co-quan/b/"), LinkView(name, "co-quan/c/"))
    view = matrix(Graph(links, (Edge(0, 2, 5, "ac/"), Edge(1, 2, 1, "bc/"))))
    assert [row.link for row in view.rows] == list(links)
    assert [[cell.count if cell else 0 for cell in row.cells] for row in view.rows] == [[0, 0, 5], [0, 0, 1], [5, 1, 0]]
    assert [row.lines for row in view.rows] == [
        ("Bộ Công an",),
        ("Bộ Y tế",),
        ("Văn phòng Đoàn đại", "… dân tỉnh Lào Cai"),
    ]
