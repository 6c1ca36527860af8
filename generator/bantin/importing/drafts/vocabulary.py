"""Adds types and fields of agreements to ``vocabulary.yml``, as lines below those that are there."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from bantin.content.yaml.parser import Plain, parse_yaml, plain
from bantin.content.yaml.tree import MappingNode, Node, SequenceNode
from bantin.domain.text.guesses import guess_comment
from bantin.importing.drafts.yaml_writer import scalar

_INDENT = "  "


class TermKind(StrEnum):
    """What a term is, by its key in the vocabulary."""

    TYPE = "types"
    FIELD = "fields"


class NewTerm(Struct, frozen=True):
    """A term that a source names and the vocabulary does not know: its id, its label, and the words that name it."""

    kind: TermKind
    id: str
    label: str
    evidence: str


def with_terms(text: str, terms: Iterable[NewTerm]) -> str | None:
    """The text of the vocabulary with ``terms``; ``None`` if its lines do not allow it, such as those in brackets.

    Whatever the text looks like, the result says the same and the new terms, or there is none.
    """
    for kind, new in _by_kind(terms):
        before, text = _said(text), _added(text, kind, new)
        if _said(text) != {**before, kind: {**_of(before, kind), **_as_said(new)}}:
            return None
    return text


def _by_kind(terms: Iterable[NewTerm]) -> Iterator[tuple[TermKind, tuple[NewTerm, ...]]]:
    """The kinds of which there are new terms, with these."""
    all_terms = tuple(terms)
    for kind in TermKind:
        if new := tuple(term for term in all_terms if term.kind is kind):
            yield kind, new


def _added(text: str, kind: TermKind, terms: Iterable[NewTerm]) -> str:
    root = parse_yaml(text, "").root
    key, value = (root.key(kind), root.get(kind)) if isinstance(root, MappingNode) else (None, None)
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if key is None or value is None:
        return "".join((*lines, f"{kind}:\n", *_lines(terms, _INDENT)))
    indent = " " * (value.place.column - 1) if isinstance(value, MappingNode) else _INDENT
    end = max(key.line, _last_line(value))
    return "".join((*lines[:end], *_lines(terms, indent), *lines[end:]))


def _said(text: str) -> dict[str, Plain]:
    root = parse_yaml(text, "").root
    said = plain(root, []) if root else {}
    return said if isinstance(said, dict) else {}


def _of(said: Mapping[str, Plain], kind: TermKind) -> Mapping[str, Plain]:
    terms = said.get(kind)
    return terms if isinstance(terms, dict) else {}


def _as_said(terms: Iterable[NewTerm]) -> Mapping[str, Plain]:
    return {one.id: {"vi": one.label} for one in terms}


def _lines(terms: Iterable[NewTerm], indent: str) -> Iterator[str]:
    for one in terms:
        yield f"{indent}{one.id}:\n"
        yield f"{indent}{_INDENT}vi: {scalar(one.label)}  {guess_comment(one.evidence)}\n"


def _last_line(node: Node) -> int:
    """The last line on which something of ``node`` begins, from 1."""
    if isinstance(node, MappingNode):
        return max((node.place.line, *(max(key.line, _last_line(value)) for key, value in node.items)))
    if isinstance(node, SequenceNode):
        return max((node.place.line, *map(_last_line, node.items)))
    return node.line
