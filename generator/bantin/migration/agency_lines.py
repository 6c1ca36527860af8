"""Edits the lines of an agency's file: who succeeds it, from which day, and which agency is above it.

Each edit is compared with what it is to say, so that lines in an unforeseen form are left alone rather than damaged.
"""

import unicodedata
from collections.abc import Mapping
from datetime import date

from bantin.content.yaml.parser import Plain, node_at, text_in
from bantin.content.yaml.quoting import flow_text
from bantin.content.yaml.tree import MappingNode, Node, ScalarNode, SequenceNode
from bantin.migration.front_lines import (
    Edit,
    FrontLines,
    dash_of,
    edited_lines,
    is_bracketed,
    read_lines,
    sign_of,
    values_of,
    with_first,
    with_lines,
)

_SUCCESSORS, _PARENT, _AGENCY, _ON = "successors", "parent", "agency", "on"


def successor_item(successor: str, day: date) -> str:
    """An item of the list of successors, as it is written."""
    return f"{{{_AGENCY}: {successor}, {_ON}: {day}}}"


def with_successor(data: bytes, path: str, successor: str, day: date) -> bytes | None:
    """The file ``path`` with one more successor, which took over on ``day``; ``None`` if its lines do not allow it."""
    front = read_lines(data, path)
    said = values_of(front)
    listed = said.get(_SUCCESSORS) or []
    if not isinstance(listed, list):
        return None
    lines = _with_item(front, _SUCCESSORS, successor_item(successor, day))
    new: Plain = {_AGENCY: successor, _ON: str(day)}
    value = front.tree.get(_SUCCESSORS)
    is_first = isinstance(value, SequenceNode) and is_bracketed(front, value)
    expected = {**said, _SUCCESSORS: [new, *listed] if is_first else [*listed, new]}
    return _if_said(with_lines(data, lines), path, expected)


def with_day(data: bytes, path: str, steps: tuple[str, int], day: date) -> bytes | None:
    """The file ``path`` with ``day`` as that of the succession at ``steps``; ``None`` if its lines do not allow it."""
    front = read_lines(data, path)
    key, index = steps
    said = values_of(front)
    listed = said.get(key)
    item = node_at(front.tree, steps)
    edit = _dated(item, str(day), front) if item else None
    if edit is None or not isinstance(listed, list):
        return None
    before = listed[index]
    named: dict[str, Plain] = {**before} if isinstance(before, dict) else {_AGENCY: before}
    expected = {**said, key: [*listed[:index], {**named, _ON: str(day)}, *listed[index + 1 :]]}
    return _if_said(with_lines(data, edited_lines(front.lines, [edit])), path, expected)


def with_parent(data: bytes, path: str, parent: str) -> bytes | None:
    """The file ``path`` with another agency above; ``None`` if its lines do not allow it."""
    front = read_lines(data, path)
    node = front.tree.get(_PARENT)
    if not isinstance(node, ScalarNode):
        return None
    lines = edited_lines(front.lines, [_instead(node, parent)])
    return _if_said(with_lines(data, lines), path, {**values_of(front), _PARENT: parent})


def _with_item(front: FrontLines, key: str, item: str) -> list[str]:
    """The lines of a file with one more ``item`` of the list ``key``: the first between brackets, else the last."""
    node, value = front.tree.key(key), front.tree.get(key)
    if isinstance(value, SequenceNode) and is_bracketed(front, value):
        return edited_lines(front.lines, [with_first(front, value, item)])
    own = [
        f"{dash_of(front, value) if isinstance(value, SequenceNode) else f'{front.indent}  - '}{item}{front.line_end}"
    ]
    at = front.block(key).stop
    if node is None:
        own, at = [f"{front.indent}{key}:{front.line_end}", *own], front.end
    before = [*front.lines[:at]]
    if before and not before[-1].endswith(("\r", "\n")):
        before[-1] += front.line_end
    return [*before, *own, *front.lines[at:]]


def _dated(item: Node, day: str, front: FrontLines) -> Edit | None:
    """The edit that makes ``day`` that of a succession; ``None`` if it is written in an unforeseen form."""
    if isinstance(item, ScalarNode):
        return _instead(item, f"{{{_AGENCY}: {flow_text(text_in(item))}, {_ON}: {day}}}")
    if not isinstance(item, MappingNode):
        return None
    agency, on = item.get(_AGENCY), item.get(_ON)
    if isinstance(on, ScalarNode) and text_in(on):
        return _instead(on, day)
    if on is not None or not isinstance(agency, ScalarNode):
        return None
    if sign_of(front, item) == "{":
        return Edit(agency.line, agency.column + agency.width, 0, f", {_ON}: {day}")
    end = len(unicodedata.normalize("NFC", front.lines[agency.line - 1].rstrip("\r\n"))) + 1
    return Edit(agency.line, end, 0, f"{front.line_end}{' ' * (item.place.column - 1)}{_ON}: {day}")


def _instead(node: ScalarNode, text: str) -> Edit:
    return Edit(node.line, node.column, node.width, text)


def _if_said(data: bytes, path: str, expected: Mapping[str, Plain]) -> bytes | None:
    """``data`` if it says what is ``expected``."""
    try:
        return data if values_of(read_lines(data, path)) == expected else None
    except ValueError:
        return None
