"""Layouts: connected nodes are together, each node has its own position, and the result is always the same."""

import multiprocessing
import subprocess
import sys

from hypothesis import given

from bantin.site.charts.layout import Ends, components, layout
from tests.index.contents import quick
from tests.site.charts.corpora import graphs


@quick
@given(graphs())
def test_every_node_stands_in_one_component_with_its_neighbours(graph: tuple[int, list[Ends]]) -> None:
    size, edges = graph
    parts = components(size, edges)
    assert sorted(node for part in parts for node in part) == list(range(size))
    home = {node: number for number, part in enumerate(parts) for node in part}
    assert all(home[one] == home[other] for one, other in edges)
    assert [len(part) for part in parts] == sorted((len(part) for part in parts), reverse=True)


def test_a_component_is_no_larger_than_what_hangs_together() -> None:
    assert components(5, [(3, 1), (0, 4)]) == [[0, 4], [1, 3], [2]]


@quick
@given(graphs())
def test_a_layout_is_the_same_each_time_and_stays_within_its_bounds(graph: tuple[int, list[Ends]]) -> None:
    size, edges = graph
    path = [(node, node + 1) for node in range(size - 1)]
    connected = sorted({*edges, *path})
    points = layout(size, connected)
    assert points == layout(size, connected)
    assert len(points) == size
    assert all(abs(x) <= 1.001 and abs(y) <= 1.001 for x, y in points)


def test_planning_does_not_load_the_library() -> None:
    told = "import sys, bantin.site; print('rustworkx' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"


def test_workers_that_are_forked_after_a_layout_make_one_too() -> None:
    """The preview draws a network in its own process after a small edit, and in forked workers after a large one."""
    edges = [(node, (node + 1) % 8) for node in range(8)]
    layout(8, edges)
    worker = multiprocessing.get_context("fork").Process(target=layout, args=(8, edges))
    worker.start()
    worker.join(60)
    ended = worker.exitcode
    worker.kill()
    assert ended == 0
