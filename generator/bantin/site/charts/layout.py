"""Where the nodes of a graph are to stand: the layout of Kamada and Kawai (1989), by a library.

It is a module of its own because the library is loaded only where a network is drawn.
"""

from collections.abc import Iterable, Sequence
from math import cos, sin, tau

import rustworkx

from bantin.runtime.workers import run_apart

Point = tuple[float, float]
"""A place: how far to the right, and how far down."""

Ends = tuple[int, int]
"""The two nodes that an edge connects."""

_MOST_STEPS = 10_000


def components(size: int, edges: Iterable[Ends]) -> list[list[int]]:
    """The parts of the graph of the nodes 0 to ``size - 1`` that no edge connects, the largest first."""
    parts = [sorted(part) for part in rustworkx.connected_components(_graph(size, edges))]
    return sorted(parts, key=lambda part: (-len(part), part))


def layout(size: int, edges: Iterable[Ends]) -> Sequence[Point]:
    """The places of the nodes 0 to ``size - 1`` of a connected graph, within -1 and 1.

    It begins at a circle and draws no lots, so that one graph always lies in one way. The circle is rounded since
    machines differ in the last digits of sines.
    """
    # The library starts threads, and the preview goes on forking workers.
    return run_apart(_layout, (size, list(edges)))


def _layout(graph: tuple[int, list[Ends]]) -> list[Point]:
    size, edges = graph
    circle = {node: (round(cos(tau * node / size), 6), round(sin(tau * node / size), 6)) for node in range(size)}
    placed = rustworkx.kamada_kawai_layout(_graph(size, edges), pos=circle, max_outer=_MOST_STEPS)
    return [(float(placed[node][0]), float(placed[node][1])) for node in range(size)]


def _graph(size: int, edges: Iterable[Ends]) -> "rustworkx.PyGraph[None, float]":
    graph: rustworkx.PyGraph[None, float] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * size)
    graph.add_edges_from([(first, second, 1.0) for first, second in edges])
    return graph
