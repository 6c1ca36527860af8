"""Cycles of references between files, such as relations of agreements; each is reported once, in its shortest form."""

from collections import deque
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter


def cycles(graph: Mapping[str, Mapping[str, object]]) -> Iterator[list[str]]:
    """Cycles of ``graph``, which has the followers of each node, so that each node in a cycle is in one of them.

    A cycle begins and ends with the same node.
    """
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        told: set[str] = set()
        for start in sorted(graph):
            chain = shortest_cycle(start, graph) if start not in told else []
            told.update(chain)
            if chain:
                yield chain


def shortest_cycle(start: str, graph: Mapping[str, Mapping[str, object]]) -> list[str]:
    """The shortest path from ``start`` back to itself; empty if there is none."""
    before: dict[str, str] = {}
    pending = deque([start])
    while pending and start not in before:
        current = pending.popleft()
        for other in graph.get(current, ()):
            if other not in before:
                before[other] = current
                pending.append(other)
    if start not in before:
        return []
    chain = [start]
    while len(chain) == 1 or chain[-1] != start:
        chain.append(before[chain[-1]])
    return chain[::-1]
