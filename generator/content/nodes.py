"""PARSE: YAML as a tree of texts, lists and mappings that knows where each of them stands.

Scalars are read as text, never guessed at: ``no``, ``012``, ``22:26`` and ``2024-02-31`` are what the editor typed, and
the schema types them. The tree is made from events rather than by a constructor, which makes it safe on any input:
it refuses aliases (and with them 'billion laughs'), tags, second documents and deep nesting, and it reports duplicate
keys.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import yaml
from msgspec import Struct
from yaml.events import CollectionEndEvent, DocumentStartEvent, MappingStartEvent, NodeEvent, ScalarEvent

from generator.content.plainyaml import read_plain
from generator.content.problems import files as problems
from generator.content.prose import find_control
from generator.content.syntax import syntax_problem
from generator.content.tree import MappingNode, Node, ScalarNode, SequenceNode
from generator.errors import Kind, Location, Problem
from generator.model import Place

# The C parser where PyYAML was built with it: ten times faster, same events.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 12
# What people who know YAML write, unquoted, for a value that is not known.
_NOTHING = ("~", "null")

Step = str | int
Plain = str | list["Plain"] | dict[str, "Plain"]
Locate = Callable[[tuple[Step, ...]], Place]
# Stubs do not tell what the events of each kind have.
_Event = Any
_NextEvent = Callable[[], _Event]


class YamlError(Exception):
    """YAML that cannot be read, as the problem to report."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message("en"))


class Tree(Struct, frozen=True):
    """What a YAML text holds. ``root`` is ``None`` when it holds nothing."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


def parse_yaml(text: str, path: str, first_line: int = 1) -> Tree:
    """The tree of ``text``, whose first line is line ``first_line`` of the file ``path``.

    A text that cannot be read gives no root and the one problem that stopped it.
    """
    plain_root = read_plain(text, first_line)
    if plain_root is not None:
        return Tree(plain_root)
    return _parse(text, path, first_line)


def _parse(text: str, path: str, first_line: int) -> Tree:
    """The tree as the library tells it."""
    # A control that does not stand in the text can be in a scalar only where it is escaped.
    may_hold_control = "\\" in text or find_control(text) is not None
    try:
        reader = _Reader(_LOADER(text).get_event, path, first_line, may_hold_control=may_hold_control)
        root = reader.document()
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
    return {name: value for name, (_, inner) in node.by_name.items() if (value := plain(inner)) != ""}


def locate(node: Node, path: tuple[Step, ...]) -> Place:
    """Where the value at ``path`` stands, or the nearest thing above it that does stand in the file."""
    return _locate(node, node.place, path)


def find_below(node: Node, key: str) -> Locate:
    """Does what :func:`locate` does for paths that begin with ``key``, given the rest of them."""
    inner, place = _child(node, key), locate(node, (key,))
    return partial(_locate, inner, place) if inner else lambda _: place


def _locate(node: Node, place: Place, path: tuple[Step, ...]) -> Place:
    for step in path:
        if isinstance(node, MappingNode) and isinstance(step, str):
            item = node.by_name.get(step)
            if item is None:
                return place
            key, node = item
            place = node.place if isinstance(node, ScalarNode) else key.place
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

    def __init__(self, next_event: _NextEvent, path: str, first_line: int, *, may_hold_control: bool) -> None:
        self.met: list[Problem] = []
        self._next = next_event
        self._path = path
        self._first_line = first_line
        self._may_hold_control = may_hold_control

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        while (event := self._next()) is not None:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._error(problems.YAML_SECOND_DOCUMENT, event)
            elif isinstance(event, NodeEvent):
                root = self._node(event, 0)
        return None if root is None or _is_empty(root) else root

    def _node(self, event: _Event, depth: int) -> Node:
        # An alias has an anchor, too.
        if depth > _DEEPEST or event.anchor is not None or event.tag is not None:
            raise self._refusal(event, depth)
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        return self._mapping(event, depth) if isinstance(event, MappingStartEvent) else self._sequence(event, depth)

    def _scalar(self, event: _Event) -> ScalarNode:
        text = event.value
        if self._may_hold_control:
            control = find_control(text)
            if control is not None:
                raise self._error(problems.CONTROL_CHARACTER, event, code=f"U+{ord(control[0]):04X}")
        if text in _NOTHING and event.implicit[0]:
            text = ""
        place = self._place(event)
        return ScalarNode(text, place.line, place.column, place.width)

    def _sequence(self, start: _Event, depth: int) -> SequenceNode:
        items: list[Node] = []
        while not isinstance(event := self._next(), CollectionEndEvent):
            items.append(self._node(event, depth + 1))
        return SequenceNode(tuple(items), self._place(start))

    def _mapping(self, start: _Event, depth: int) -> MappingNode:
        items: dict[str, tuple[ScalarNode, Node]] = {}
        while not isinstance(event := self._next(), CollectionEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, ScalarNode):
                raise self._error(problems.BAD_KEY, event)
            value = self._node(self._next(), depth + 1)
            first = items.setdefault(key.text, (key, value))[0]
            if first is not key:
                at = key.place.within(self._path)
                self.met.append(problems.DUPLICATE_KEY.at(at, key=key.text, line=first.place.line))
        return MappingNode(items, self._place(start))

    def _place(self, event: _Event) -> Place:
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        # Only a text on one line has a width.
        width = end.column - column if line == end.line and isinstance(event, ScalarEvent) else 1
        return Place(line + self._first_line, column + 1, width or 1)

    def _refusal(self, event: _Event, depth: int) -> YamlError:
        if depth > _DEEPEST:
            return self._error(problems.YAML_TOO_DEEP, event)
        if event.anchor is not None:
            return self._error(problems.YAML_ALIAS, event)
        return self._error(problems.YAML_TAG, event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _error(self, kind: Kind, event: _Event, **values: object) -> YamlError:
        return YamlError(kind.at(self._place(event).within(self._path), **values))
