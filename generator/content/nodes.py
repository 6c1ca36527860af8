"""PARSE: YAML as a tree of texts, lists and mappings that knows where each of them stands.

Scalars are read as text, never guessed at: ``no``, ``012``, ``22:26`` and ``2024-02-31`` are what the editor typed, and
the schema types them. The tree is made from events rather than by a constructor, which makes it safe on any input:
it refuses aliases (and with them 'billion laughs'), tags, second documents and deep nesting, and it reports duplicate
keys.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from generator.content.problems import files as problems
from generator.content.prose import find_control
from generator.content.syntax import syntax_problem
from generator.errors import Kind, Location, Problem
from generator.model import Place

# The C parser where PyYAML was built with it: ten times faster, same events.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 12
# What people who know YAML write, unquoted, for a value that is not known.
_NOTHING = ("~", "null")

Step = str | int
Plain = str | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True)
class ScalarNode:
    """A text; ``""`` where the value was left empty."""

    text: str
    place: Place


@dataclass(frozen=True)
class SequenceNode:
    """A list."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True)
class MappingNode:
    """Keys with their values, in the order of the file, each key once."""

    by_name: Mapping[str, tuple[ScalarNode, "Node"]]
    place: Place

    @property
    def items(self) -> Collection[tuple[ScalarNode, "Node"]]:
        """Each key with its value."""
        return self.by_name.values()

    def key(self, name: str) -> ScalarNode | None:
        """The key as it stands in the file."""
        return self.by_name[name][0] if name in self.by_name else None

    def get(self, name: str) -> "Node | None":
        """The value of a key."""
        return self.by_name[name][1] if name in self.by_name else None


Node = ScalarNode | SequenceNode | MappingNode
Locate = Callable[[tuple[Step, ...]], Place]


class YamlError(Exception):
    """YAML that cannot be read, as the problem to report."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message("en"))


@dataclass(frozen=True)
class Tree:
    """What a YAML text holds. ``root`` is ``None`` when it holds nothing."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


def parse_yaml(text: str, path: str, first_line: int = 1) -> Tree:
    """The tree of ``text``, whose first line is line ``first_line`` of the file ``path``.

    A text that cannot be read gives no root and the one problem that stopped it.
    """
    reader = _Reader(path, first_line - 1)
    try:
        root = reader.document(iter(_LOADER(text).get_event, None))
    except YamlError as error:
        return Tree(None, (error.problem,))
    except yaml.MarkedYAMLError as error:
        return Tree(None, (syntax_problem(error, text, Location(path, first_line, 1)),))
    except yaml.YAMLError as error:
        return Tree(None, (problems.YAML_SYNTAX.at(Location(path, first_line, 1), reason=error),))
    return Tree(root, tuple(reader.met))


def plain(node: Node) -> Plain:
    """The node as strings, lists and dicts, for the schema. Keys whose value was left empty count as not given."""
    if isinstance(node, ScalarNode):
        return node.text.replace("\N{NO-BREAK SPACE}", " ").strip()
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    values = ((key.text, plain(value)) for key, value in node.items)
    return {key: value for key, value in values if value != ""}


def locate(node: Node, path: tuple[Step, ...]) -> Place:
    """Where the value at ``path`` stands, or the nearest thing above it that does stand in the file."""
    place = node.place
    for step in path:
        if isinstance(node, MappingNode) and isinstance(step, str):
            inner, key = node.get(step), node.key(step)
            if inner is None or key is None:
                return place
            node, place = inner, inner.place if isinstance(inner, ScalarNode) else key.place
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = node.place
    return place


def locate_key(node: Node, path: tuple[Step, ...]) -> Place:
    """Where the last key of ``path`` itself stands."""
    *above, last = path
    for step in above:
        inner = _child(node, step)
        if inner is None:
            break
        node = inner
    key = node.key(str(last)) if isinstance(node, MappingNode) else None
    return key.place if key else node.place


def _child(node: Node, step: Step) -> Node | None:
    if isinstance(node, MappingNode):
        return node.get(str(step))
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not plain(node)


class _Reader:
    """Builds the tree of one document; ``met`` collects the problems that do not stop it."""

    def __init__(self, path: str, offset: int) -> None:
        self.path = path
        self.offset = offset
        self.met: list[Problem] = []

    def document(self, events: Iterator[Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._error(problems.YAML_SECOND_DOCUMENT, event)
            elif isinstance(event, NodeEvent):
                root = self._node(event, events, 0)
        return None if root is None or _is_empty(root) else root

    def _node(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        if depth > _DEEPEST:
            raise self._error(problems.YAML_TOO_DEEP, event)
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self._error(problems.YAML_ALIAS, event)
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise self._error(problems.YAML_TAG, event, tag=tag.replace("tag:yaml.org,2002:", "!!"))
        if isinstance(event, ScalarEvent):
            control = find_control(event.value)
            if control is not None:
                raise self._error(problems.CONTROL_CHARACTER, event, code=f"U+{ord(control[0]):04X}")
            written_as_nothing = event.implicit[0] and event.value in _NOTHING
            return ScalarNode("" if written_as_nothing else event.value, self._place(event))
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, events, depth)
        return self._sequence(event, events, depth)

    def _sequence(self, start: Event, events: Iterator[Event], depth: int) -> SequenceNode:
        items: list[Node] = []
        for event in events:
            if isinstance(event, CollectionEndEvent):
                break
            items.append(self._node(event, events, depth + 1))
        return SequenceNode(tuple(items), self._place(start))

    def _mapping(self, start: Event, events: Iterator[Event], depth: int) -> MappingNode:
        items: dict[str, tuple[ScalarNode, Node]] = {}
        for event in events:
            if isinstance(event, CollectionEndEvent):
                break
            key = self._node(event, events, depth + 1)
            if not isinstance(key, ScalarNode):
                raise self._error(problems.BAD_KEY, event)
            value = self._node(next(events), events, depth + 1)
            first = items.setdefault(key.text, (key, value))[0]
            if first is not key:
                at = key.place.within(self.path)
                self.met.append(problems.DUPLICATE_KEY.at(at, key=key.text, line=first.place.line))
        return MappingNode(items, self._place(start))

    def _place(self, event: Event) -> Place:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Place(1 + self.offset, 1)
        one_line = isinstance(event, ScalarEvent) and start.line == end.line
        return Place(
            start.line + 1 + self.offset, start.column + 1, max(1, end.column - start.column if one_line else 1)
        )

    def _error(self, kind: Kind, event: Event, **values: object) -> YamlError:
        return YamlError(kind.at(self._place(event).within(self.path), **values))
