"""Adds types of agreements to ``vocabulary.yml``, as lines below those that are there."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from bantin.content.yaml.parser import Plain, parse_yaml, plain
from bantin.content.yaml.tree import MappingNode, Node, SequenceNode
from bantin.domain.text.guesses import guess_comment
from bantin.importing.drafts.yaml_writer import scalar

_KEY, _INDENT = "types", "  "


class NewType(Struct, frozen=True):
    """A type that a source names and the vocabulary does not know: its id, its label, and the words that name it."""

    id: str
    label: str
    evidence: str


def with_types(text: str, types: Iterable[NewType]) -> str | None:
    """The text of the vocabulary with ``types``; ``None`` if its lines do not allow it, such as those in brackets.

    Whatever the text looks like, the result says the same and the new types, or there is none.
    """
    new = [*types]
    before = _said(text)
    changed = _added(text, new)
    return changed if _said(changed) == {**before, _KEY: {**_types_of(before), **_as_said(new)}} else None


def _added(text: str, types: Iterable[NewType]) -> str:
    root = parse_yaml(text, "").root
    key, value = (root.key(_KEY), root.get(_KEY)) if isinstance(root, MappingNode) else (None, None)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if key is None or value is None:
        return "".join((*lines, f"{_KEY}:\n", *_lines(types, _INDENT)))
    indent = " " * (value.place.column - 1) if isinstance(value, MappingNode) else _INDENT
    end = max(key.line, _last_line(value))
    return "".join((*lines[:end], *_lines(types, indent), *lines[end:]))


def _said(text: str) -> dict[str, Plain]:
    root = parse_yaml(text, "").root
    said = plain(root, []) if root else {}
    return said if isinstance(said, dict) else {}


def _types_of(said: Mapping[str, Plain]) -> Mapping[str, Plain]:
    types = said.get(_KEY)
    return types if isinstance(types, dict) else {}


def _as_said(types: Iterable[NewType]) -> Mapping[str, Plain]:
    return {one.id: {"vi": one.label} for one in types}


def _lines(types: Iterable[NewType], indent: str) -> Iterator[str]:
    for one in types:
        yield f"{indent}{one.id}:\n"
        yield f"{indent}{_INDENT}vi: {scalar(one.label)}  {guess_comment(one.evidence)}\n"


def _last_line(node: Node) -> int:
    """The last line on which something of ``node`` begins, from 1."""
    if isinstance(node, MappingNode):
        return max((node.place.line, *(max(key.line, _last_line(value)) for key, value in node.items)))
    if isinstance(node, SequenceNode):
        return max((node.place.line, *map(_last_line, node.items)))
    return node.line
