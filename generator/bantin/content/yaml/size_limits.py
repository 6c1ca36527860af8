"""PARSE: how much YAML may hold: what becomes of each entry, and of each letter of a value, takes its time.

The limits are far beyond what any agreement, agency or vocabulary has; a text is not bound by them.
"""

from collections.abc import Iterator

from bantin.content.problems import yaml as problems
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode
from bantin.domain.model import Position
from bantin.domain.problems import Location, Problem

_MOST_LETTERS = 200_000
_MOST_ENTRIES = 1_000
_MOST_NODES = 20_000
_LONGEST_VALUE = 10_000
# An entry has two letters at least: itself, and what sets it apart from the next.
_LITTLE = 2 * _MOST_ENTRIES


def too_large(text: str, at: Location) -> Problem | None:
    """The problem that there is more YAML than is looked at, told ``at`` its beginning."""
    return problems.YAML_TOO_LONG.at(at, limit=_MOST_LETTERS) if len(text) > _MOST_LETTERS else None


def too_many(text: str, root: Node, path: str) -> Problem | None:
    """What there is first too much of in the tree of ``text``: entries, all together or in one place, or letters."""
    if len(text) <= _LITTLE:
        return None
    for count, node in enumerate(_nodes(root)):
        if isinstance(node, ScalarNode):
            if len(node.text) > _LONGEST_VALUE:
                return problems.VALUE_TOO_LONG.at(node.place.within(path), limit=_LONGEST_VALUE)
        elif len(node.items) > _MOST_ENTRIES:
            return problems.TOO_MANY_ENTRIES.at(_place(node, _MOST_ENTRIES).within(path), limit=_MOST_ENTRIES)
        if count >= _MOST_NODES:
            return problems.TOO_MANY_ENTRIES.at(node.place.within(path), limit=_MOST_NODES)
    return None


def _nodes(node: Node) -> Iterator[Node]:
    """``node`` and all below it, from the top."""
    yield node
    if isinstance(node, MappingNode):
        for key, value in node.items:
            yield key
            yield from _nodes(value)
    elif not isinstance(node, ScalarNode):
        for item in node.items:
            yield from _nodes(item)


def _place(node: Node, number: int) -> Position:
    """Where the entry with this number stands, counted from 0."""
    if isinstance(node, MappingNode):
        return list(node.items)[number][0].place
    return node.place if isinstance(node, ScalarNode) else node.items[number].place
