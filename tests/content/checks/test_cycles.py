"""Cycles: each told once, as short as it is, whatever the order in which its members come."""

import pytest

from bantin.content.checks.cycles import cycles


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ("", []),
        ("a>b b>c a>c", []),
        ("a>a", ["a a"]),
        ("b>a a>b", ["a b a"]),
        ("a>b b>c c>a a>d d>a", ["a d a", "b c a b"]),
        ("x>y y>x a>b b>a", ["a b a", "x y x"]),
    ],
)
def test_each_cycle_is_reported_once(edges: str, expected: list[str]) -> None:
    graph: dict[str, dict[str, None]] = {}
    for edge in edges.split():
        one, _, other = edge.partition(">")
        graph.setdefault(one, {})[other] = None
    assert [" ".join(chain) for chain in cycles(graph)] == expected
