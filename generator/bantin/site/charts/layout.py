"""Positions of the nodes of a graph: the layout of Kamada and Kawai (1989), computed by a library.

A separate module, because loading the library is slow and only networks need it.
"""

from collections.abc import Iterable, Sequence
from math import cos, sin, tau

import rustworkx

from bantin.runtime.workers import run_apart

Point = tuple[float, float]
"""A position: its distances from the left and from the top."""

Ends = tuple[int, int]
"""The two nodes that an edge connects."""

_MOST_STEPS = 10_000


def components(size: int, edges: Iterable[Ends]) -> list[list[int]]:
    """The connected components of the graph of the nodes 0 to ``size - 1``, the largest first."""
    parts = [sorted(part) for part in rustworkx.connected_components(_graph(size, edges))]
    return sorted(parts, key=lambda part: (-len(part), part))


def layout(size: int, edges: Iterable[Ends]) -> Sequence[Point]:
    """The positions of the nodes 0 to ``size - 1`` of a connected graph, between -1 and 1.

    It starts from a circle and uses no random numbers, so the result is always the same. The circle is rounded, since
    the last digits of sines differ between machines.
    """
    # In a process of its own: the library starts threads, and the preview forks worker processes later.
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
