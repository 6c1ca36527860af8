"""PARSE: mappings in braces, where a comma ends a value and the words after it become a key without a value."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from yaml.events import ScalarEvent

from bantin.content.problems import yaml as problems
from bantin.content.yaml.source import YamlSource
from bantin.content.yaml.suggested_fixes import quoted
from bantin.domain.problems import Problem

# The type stubs do not declare the attributes of events.
_Event = Any


class Pair(Struct, frozen=True):
    """The event of a key and the first event of its value."""

    key: _Event
    value: _Event


class CutValue(Struct, frozen=True):
    """A value cut by a comma: its ``key``, its whole ``text``, and the problem; no key if no value was cut."""

    key: str
    text: str
    problem: Problem


def is_cut_off(pair: Pair, source: YamlSource) -> bool:
    """Whether a key in braces has no colon."""
    value, end = pair.value, pair.key.end_mark
    if not isinstance(value, ScalarEvent) or value.value or value.style:
        return False
    begin: Any = value.start_mark
    return begin.line == end.line and ":" not in source.line(end.line)[end.column : begin.column]


def cut_values(pairs: Sequence[Pair], source: YamlSource, start: _Event, end: _Event) -> Iterator[CutValue]:
    """Finds the cut values of a mapping whose events are ``start`` and ``end``."""
    whole, cut = None, list[Pair]()
    for pair in pairs:
        if is_cut_off(pair, source):
            cut.append(pair)
            continue
        if cut:
            yield _cut(whole, cut, source, start, end)
        whole, cut = pair, []
    if cut:
        yield _cut(whole, cut, source, start, end)


def _cut(whole: Pair | None, cut: Sequence[Pair], source: YamlSource, start: _Event, end: _Event) -> CutValue:
    lost, last = cut[0].key, cut[-1].key.end_mark
    if whole is None:
        return _no_pairs(lost, source, start, end)
    value = whole.value
    begin, close = value.start_mark, value.end_mark
    if not isinstance(value, ScalarEvent) or begin.line != last.line:
        at = source.at(lost.start_mark.line, lost.start_mark.column, len(lost.value))
        return CutValue("", "", problems.NOT_PAIRS.at(at, lost=lost.value))
    text = value.value + source.line(last.line)[close.column : last.column]
    at = source.at(begin.line, begin.column, last.column - begin.column)
    return CutValue(whole.key.value, text, problems.COMMA_CUTS.at(at, lost=lost.value, mended=quoted(text)))


def _no_pairs(lost: _Event, source: YamlSource, start: _Event, end: _Event) -> CutValue:
    begin, close = start.start_mark, end.end_mark
    line = source.line(begin.line)
    inner = line[begin.column + 1 : close.column - 1]
    if begin.line == close.line and "," in inner and ":" not in inner:
        at = source.at(begin.line, begin.column, close.column - begin.column)
        return CutValue("", "", problems.NOT_A_LIST.at(at, lost=lost.value, mended=f"[{inner.strip()}]"))
    at = source.at(lost.start_mark.line, lost.start_mark.column, len(lost.value))
    return CutValue("", "", problems.NOT_PAIRS.at(at, lost=lost.value))
