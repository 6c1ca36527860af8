"""Adds an event to the history of an agreement: new lines in its file, all others unchanged."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from msgspec import Struct

from bantin.content.yaml.parser import Plain, is_empty, node_at, plain
from bantin.content.yaml.quoting import flow_list, flow_text
from bantin.content.yaml.tree import MappingNode, ScalarNode, SequenceNode
from bantin.migration.front_lines import FrontLines, is_after, is_bracketed, read_front, sign_of, values_of, with_lines

_EVENTS = "events"

Event = Mapping[str, str | Sequence[str]]
"""The keys of an event with their values, texts or lists of texts; none is empty."""


def with_event(data: bytes, path: str, event: Event, above: Sequence[str]) -> bytes | None:
    """The file ``path`` with ``event`` as the last of the agreement below the keys ``above``.

    ``None`` if that is impossible without rewriting other lines: where all is between braces. Raises ``ValueError`` if
    the file has no front matter.
    """
    front = read_front(data, path)
    holder = node_at(front.tree, above)
    if not isinstance(holder, MappingNode) or sign_of(front, holder) == "{":
        return None
    lines = _added(front, _Holder(holder, tuple(above)), event)
    if lines is None:
        return None
    made = with_lines(data, lines)
    return made if _says(made, path, _expected(front, event, above)) else None


def has_event(data: bytes, path: str, event: Event, above: Sequence[str]) -> bool:
    """Whether the agreement below the keys ``above`` of the file ``path`` has this very event already."""
    events = node_at(read_front(data, path).tree, (*above, _EVENTS))
    return _plain(event) in (plain(one, []) for one in (events.items if isinstance(events, SequenceNode) else ()))


def event_lines(event: Event) -> tuple[str, ...]:
    """The lines of ``event`` as an item of a list, without line ends."""
    first, *others = (f"{key}: {_value(value)}" for key, value in event.items())
    return (f"- {first}", *(f"  {line}" for line in others))


class _Holder(Struct, frozen=True):
    """The mapping with the facts of an agreement, and the keys that lead to it."""

    node: MappingNode
    above: tuple[str, ...]

    @property
    def column(self) -> int:
        """The column of its keys, counted from 0."""
        return self.node.place.column - 1


def _added(front: FrontLines, holder: _Holder, event: Event) -> list[str] | None:
    key, value = holder.node.key(_EVENTS), holder.node.get(_EVENTS)
    lines = [*front.lines]
    items = event_lines(event)
    if key is None or value is None:
        made = _indented((f"{_EVENTS}:", *(f"  {line}" for line in items)), holder.column, front)
        return _inserted(lines, _end(front, holder, None), made)
    below = _indented(items, holder.column + 2, front)
    if is_empty(value):
        return _inserted(lines, key.line, below)
    if not isinstance(value, SequenceNode):
        return None
    if not value.items:
        emptied = _without_brackets(lines[value.place.line - 1], value.place.column - 1)
        lines[value.place.line - 1] = emptied or ""
        return _inserted(lines, value.place.line, below) if emptied and value.place.line == key.line else None
    if is_bracketed(front, value):
        return _in_brackets(lines, front, holder, event)
    if sign_of(front, value) != "-":
        return None
    item = (f"- {_flow(event)}",) if sign_of(front, value.items[-1]) == "{" else items
    return _inserted(lines, _end(front, holder, key), _indented(item, value.place.column - 1, front))


def _in_brackets(lines: list[str], front: FrontLines, holder: _Holder, event: Event) -> list[str]:
    """Adds the event behind the last item between brackets, whose end the library knows."""
    # The type stubs do not say which nodes have keys.
    node: Any = yaml.compose("".join(lines[front.begin : front.end]), Loader=yaml.BaseLoader)
    for key in (*holder.above, _EVENTS):
        node = next(value for name, value in node.value if name.value == key)
    end = node.value[-1].end_mark
    line = lines[front.begin + end.line]
    lines[front.begin + end.line] = f"{line[: end.column]}, {_flow(event)}{line[end.column :]}"
    return lines


def _end(front: FrontLines, holder: _Holder, key: ScalarNode | None) -> int:
    """The number of lines up to the end of ``key`` with its value, or else of all keys of the holder."""
    end = front.block(holder.above[0]).stop if holder.above else front.end
    later = (other.line for other, _ in holder.node.items if key and other.line > key.line)
    end = min((line - 1 for line in later), default=end)
    while is_after(front.lines[end - 1], holder.column):
        end -= 1
    return end


def _inserted(lines: list[str], at: int, made: Sequence[str]) -> list[str]:
    lines[at:at] = made
    return lines


def _indented(items: Sequence[str], column: int, front: FrontLines) -> list[str]:
    return [f"{' ' * column}{line}{front.line_end}" for line in items]


def _without_brackets(line: str, column: int) -> str | None:
    """The line without the empty brackets at ``column``; ``None`` if they are not empty on this line."""
    inside, closed, rest = line[column + 1 :].partition("]")
    if not closed or inside.strip():
        return None
    return line[:column].rstrip() + rest if not rest.strip() else line[:column] + rest.lstrip(" ")


def _flow(event: Event) -> str:
    return f"{{{', '.join(f'{key}: {_value(value)}' for key, value in event.items())}}}"


def _value(value: str | Sequence[str]) -> str:
    return flow_text(value) if isinstance(value, str) else flow_list(value)


def _expected(front: FrontLines, event: Event, above: Sequence[str]) -> dict[str, Plain]:
    """The values of the front matter with the event."""
    values = values_of(front)
    holder: dict[str, Plain] = values
    for key in above:
        inner = holder[key]
        holder = inner if isinstance(inner, dict) else {}
    before = holder.get(_EVENTS)
    holder[_EVENTS] = [*(before if isinstance(before, list) else ()), _plain(event)]
    return values


def _plain(event: Event) -> Plain:
    return {key: value if isinstance(value, str) else [*value] for key, value in event.items()}


def _says(data: bytes, path: str, expected: Mapping[str, Plain]) -> bool:
    try:
        return values_of(read_front(data, path)) == expected
    except ValueError:
        return False
