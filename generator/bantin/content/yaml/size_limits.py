"""PARSE: limits to the size of YAML, since every entry and every character of a value costs time.

They are far beyond any real agreement, agency or vocabulary. The Markdown of an article has limits of its own.
"""

from collections.abc import Iterator

from bantin.content.problems import yaml as problems
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode
from bantin.domain.model import Position
from bantin.domain.problems import Location, Problem

_MOST_CHARACTERS = 200_000
_MOST_ENTRIES = 1_000
_MOST_NODES = 20_000
_LONGEST_VALUE = 10_000
# An entry has at least two characters: itself and a separator.
_ALWAYS_FITS = 2 * _MOST_ENTRIES


def too_large(text: str, at: Location) -> Problem | None:
    """Reports at its beginning ``at`` a ``text`` that is too long to be parsed."""
    return problems.YAML_TOO_LONG.at(at, limit=_MOST_CHARACTERS) if len(text) > _MOST_CHARACTERS else None


def too_many(text: str, root: Node, path: str) -> Problem | None:
    """Reports the first place in the tree of ``text`` with too many entries or too long a value."""
    if len(text) <= _ALWAYS_FITS:
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
    """``node`` and its descendants, parents first."""
    yield node
    if isinstance(node, MappingNode):
        for key, value in node.items:
            yield key
            yield from _nodes(value)
    elif not isinstance(node, ScalarNode):
        for item in node.items:
            yield from _nodes(item)


def _place(node: Node, number: int) -> Position:
    """The place of the entry with this number, counted from 0."""
    if isinstance(node, MappingNode):
        return list(node.items)[number][0].place
    return node.place if isinstance(node, ScalarNode) else node.items[number].place
