"""PARSE: YAML as a tree of texts, lists and mappings with their places.

Scalars are read as text and never guessed at: ``no``, ``012``, ``22:26`` and ``2024-02-31`` stay as typed, and the
schema gives them types. The tree is built from events rather than by a constructor, which makes it safe on any input:
it refuses aliases (and with them 'billion laughs'), tags, second documents, deep nesting and sizes beyond any real
file, and it reports duplicate keys.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import yaml
from msgspec import Struct
from yaml.events import CollectionEndEvent, DocumentStartEvent, MappingStartEvent, NodeEvent, ScalarEvent

from bantin.content.checks.text import find_control
from bantin.content.problems import yaml as problems
from bantin.content.problems.files import CONTROL_CHARACTER
from bantin.content.yaml.braces import Pair, cut_values, is_cut_off
from bantin.content.yaml.keys import LISTS, NOT_GIVEN
from bantin.content.yaml.losses import comment_behind, lines_below, losses, may_be_lost, may_be_typographic
from bantin.content.yaml.plain import read_plain
from bantin.content.yaml.size_limits import too_large, too_many
from bantin.content.yaml.source import YamlSource
from bantin.content.yaml.syntax_errors import LOADER, no_key, syntax_problem, with_suggestion
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode, SequenceNode
from bantin.domain.model import Position
from bantin.domain.problems import Kind, Location, Problem

_DEEPEST = 12
# YAML's own values for nothing; quoted, they are texts.
_NULLS = ("~", "null")

# Signs in a key that was not meant as one: a colon without a space after it or its look-alikes, a bullet, an asterisk.
_NOT_QUITE_A_KEY = re.compile("[:\uff1a=\xa0*•+–—]")

Step = str | int
Plain = str | list["Plain"] | dict[str, "Plain"]
Locate = Callable[[tuple[Step, ...]], Position]
# The type stubs do not declare the attributes of events.
_Event = Any
_NextEvent = Callable[[], _Event]


class YamlError(Exception):
    """YAML that cannot be read; ``problem`` is what to report."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message("en"))


class Tree(Struct, frozen=True):
    """A parsed YAML text. ``root`` is ``None`` if the text is empty or could not be read."""

    root: Node | None
    problems: tuple[Problem, ...] = ()


def parse_yaml(text: str, path: str, first_line: int = 1) -> Tree:
    """Parses ``text``, whose first line is line ``first_line`` of the file ``path``.

    A text that cannot be read has no root, and its problems are the one that stopped the parser and those before it.
    """
    large = too_large(text, Location(path, first_line, 1))
    if large:
        return Tree(None, (large,))
    plain_root = None if may_be_typographic(text) else read_plain(text, first_line)
    tree = Tree(plain_root) if plain_root is not None else _parse(text, path, first_line)
    many = too_many(text, tree.root, path) if tree.root else None
    return Tree(None, (*tree.problems, many)) if many else tree


def _parse(text: str, path: str, first_line: int) -> Tree:
    """Parses with the library."""
    # A scalar can contain a control character that is not in the text only where one is escaped.
    may_hold_control = "\\" in text or find_control(text) is not None
    at = Location(path, first_line, 1)
    reader = _Reader(text, at, may_hold_control=may_hold_control)
    try:
        root = reader.document()
    except YamlError as error:
        return Tree(None, (with_suggestion(error.problem, reader.source),))
    except yaml.MarkedYAMLError as error:
        return Tree(None, _without_consequence(reader.problems, syntax_problem(error, text, at)))
    except yaml.YAMLError as error:
        return Tree(None, (problems.YAML_SYNTAX.at(at, reason=error),))
    return Tree(root, tuple(reader.problems))


def _without_consequence(found: Sequence[Problem], stopped: Problem) -> tuple[Problem, ...]:
    """The problems ``found`` before the parser ``stopped``; the last is left out if one next to it is its cause."""
    near = range(stopped.location.line - 1, stopped.location.line + 1)
    return (*found,) if any(one.location.line in near for one in found) else (*found, stopped)


def text_in(node: ScalarNode) -> str:
    """The text as the schema reads it: no-break spaces are spaces, and spaces at both ends are stripped."""
    return node.text.replace("\N{NO-BREAK SPACE}", " ").strip()


def plain(node: Node, odd: list[ScalarNode]) -> Plain:
    """Converts a node to strings, lists and dicts for the schema; texts in ``NOT_GIVEN`` are added to ``odd``."""
    if isinstance(node, ScalarNode):
        # The same as ``text_in``, inlined because this runs for every text of every file.
        text = node.text.replace("\N{NO-BREAK SPACE}", " ").strip()
        if text in NOT_GIVEN:
            odd.append(node)
        return text
    if isinstance(node, SequenceNode):
        return [plain(item, odd) for item in node.items]
    return {name: plain(inner, odd) for name, (_, inner) in node.by_name.items()}


def locate(node: Node, path: tuple[Step, ...]) -> Position:
    """The place of the value at ``path``, or of its nearest ancestor that is in the file."""
    return _locate(node, node.place, path)


def find_below(node: Node, key: str) -> Locate:
    """A function like :func:`locate` for the paths below ``key``, given without it."""
    inner, place = _child(node, key), locate(node, (key,))
    return partial(_locate, inner, place) if inner else lambda _: place


def _locate(node: Node, place: Position, path: tuple[Step, ...]) -> Position:
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


def locate_key(node: Node, path: tuple[Step, ...]) -> Position:
    """The place of the last key of ``path`` itself, rather than of its value."""
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


def node_at(node: Node, steps: Sequence[Step]) -> Node | None:
    """The node at ``steps``, if there is one."""
    for step in steps:
        inner = _child(node, step)
        if inner is None:
            return None
        node = inner
    return node


def is_empty(node: Node) -> bool:
    """Whether a value was left empty."""
    return isinstance(node, ScalarNode) and not text_in(node)


class _Reader:
    """Builds the tree of one document; ``problems`` collects those that do not stop it."""

    def __init__(self, text: str, at: Location, *, may_hold_control: bool) -> None:
        self.problems: list[Problem] = []
        self.source = YamlSource(tuple(text.removesuffix("\n").split("\n")), at.path, at.line)
        self._next: _NextEvent = LOADER(text).get_event
        self._path = at.path
        self._brackets = 0
        self._has_comment = "#" in text
        self._first_line = at.line
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
        if isinstance(root, ScalarNode):
            self._refuse_key(root)
        return None if root is None or is_empty(root) else root

    def _node(self, event: _Event, depth: int) -> Node:
        # The event of an alias also has an anchor.
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
                raise self._error(CONTROL_CHARACTER, event, code=f"U+{ord(control[0]):04X}")
        if text in _NULLS and event.implicit[0]:
            text = ""
        may_lose = self._has_comment or may_be_lost(event)
        for loss in losses(event, self.source, in_brackets=self._brackets > 0) if may_lose else ():
            if loss.text is None:
                raise YamlError(loss.problem)
            self.problems.append(loss.problem)
            text = loss.text
        place = self._place(event)
        return ScalarNode(text, place.line, place.column, place.width)

    def _sequence(self, start: _Event, depth: int) -> SequenceNode:
        items: list[Node] = []
        self._brackets += start.flow_style
        while not isinstance(event := self._next(), CollectionEndEvent):
            items.append(self._node(event, depth + 1))
        self._close(start, event)
        return SequenceNode(tuple(items), self._place(start))

    def _mapping(self, start: _Event, depth: int) -> MappingNode:
        items: dict[str, tuple[ScalarNode, Node]] = {}
        pairs: list[Pair] = []
        self._brackets += start.flow_style
        while not isinstance(event := self._next(), CollectionEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, ScalarNode):
                raise self._error(problems.BAD_KEY, event)
            if not event.style and _NOT_QUITE_A_KEY.search(key.text):
                self._refuse_key(key)
            behind = self._next()
            value = self._node(behind, depth + 1)
            if start.flow_style:
                pairs.append(Pair(event, behind))
                if is_cut_off(pairs[-1], self.source):
                    continue
            self._check_list(key.text, event, behind)
            first = items.setdefault(key.text, (key, value))[0]
            if first is not key:
                at = key.place.within(self._path)
                self.problems.append(problems.DUPLICATE_KEY.at(at, key=key.text, line=first.place.line))
        self._close(start, event)
        for cut in cut_values(pairs, self.source, start, event) if pairs else ():
            if not cut.key:
                raise YamlError(cut.problem)
            self.problems.append(cut.problem)
            if cut.key in items:
                name, before = items[cut.key]
                items[cut.key] = name, ScalarNode(cut.text, before.place.line, before.place.column)
        return MappingNode(items, self._place(start))

    def _close(self, start: _Event, end: _Event) -> None:
        """Ends a list or mapping, which may have been in brackets."""
        if start.flow_style:
            self._brackets -= 1
            comment = None if self._brackets else comment_behind(end, self.source)
            if comment:
                self.problems.append(comment)

    def _check_list(self, key: str, event: _Event, behind: _Event) -> None:
        """Reports lines that were meant as a list but are one text."""
        if key in LISTS and isinstance(behind, ScalarEvent) and len(lines_below(event, behind)) > 1:
            at = self._place(behind).within(self._path)
            self.problems.append(problems.LINES_ARE_NO_LIST.at(at, key=key))

    def _refuse_key(self, key: ScalarNode) -> None:
        """Refuses a key that certainly resulted from a missing space, or another kind of space."""
        problem = no_key(key.line, self.source)
        if problem:
            raise YamlError(problem)

    def _place(self, event: _Event) -> Position:
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        # Only the width of a text on one line is known.
        width = end.column - column if line == end.line and isinstance(event, ScalarEvent) else 1
        return Position(line + self._first_line, column + 1, width or 1)

    def _refusal(self, event: _Event, depth: int) -> YamlError:
        if depth > _DEEPEST:
            return self._error(problems.YAML_TOO_DEEP, event)
        if event.anchor is not None:
            return self._error(problems.YAML_ALIAS, event)
        return self._error(problems.YAML_TAG, event, tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _error(self, kind: Kind, event: _Event, **values: object) -> YamlError:
        return YamlError(kind.at(self._place(event).within(self._path), **values))
