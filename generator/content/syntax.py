"""PARSE: what an error of the YAML parser means to an editor."""

import re
from collections.abc import Sequence

import yaml
from msgspec.structs import replace

from generator.content.problems import files as problems
from generator.errors import Location, Problem

# What libyaml says, and what it means to an editor: a piece of its message, the rule, and whether the place to show is
# where the construct began rather than where the parser gave up.
_SYNTAX = (
    ("unknown escape character", problems.YAML_ESCAPE, False),
    ("quoted scalar", problems.YAML_QUOTE, True),
    ("an alias", problems.YAML_ALIAS, True),
    ("an anchor", problems.YAML_ALIAS, True),
    ("block sequence entries", problems.YAML_DASH, False),
    ("flow sequence", problems.YAML_BRACKET, True),
    ("flow mapping", problems.YAML_BRACKET, True),
    ("flow node", problems.YAML_BRACKET, True),
    ("could not find expected ':'", problems.YAML_NO_COLON, True),
    ("expected '-' indicator", problems.YAML_INDENT, False),
    ("expected <document start>", problems.YAML_INDENT, False),
)
_OPENING = re.compile(r"^[^:]*:[ \t]+([\[{])")


def syntax_problem(error: yaml.MarkedYAMLError, text: str, at: Location) -> Problem:
    """The problem that ``error`` is; ``at`` is the place of the first line of ``text``."""
    message = f"{error.context or ''} {error.problem or ''}".strip()
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return problems.YAML_SYNTAX.at(at, reason=message)
    lines = text.removesuffix("\n").split("\n")
    here = _place(mark, lines, at)
    line = lines[here.line - at.line]
    if "mapping values" in message:
        return (problems.YAML_COLON if ": " in line[: mark.column] else problems.YAML_INDENT).at(here)
    if "cannot start any token" in message:
        char = line[mark.column : mark.column + 1]
        return problems.YAML_TAB.at(here) if char == "\t" else problems.YAML_RESERVED.at(here, char=char)
    if "did not find expected key" in message:
        return _stray(line, here)
    if "a tag" in message and error.context_mark:
        start = error.context_mark.column
        return problems.YAML_TAG.at(replace(here, column=start + 1), tag=line[start:].split(" ")[0])
    for piece, kind, at_its_start in _SYNTAX:
        if piece in message:
            begin = error.context_mark if at_its_start else None
            return kind.at(_place(begin, lines, at) if begin else here)
    return problems.YAML_SYNTAX.at(here, reason=message)


def _place(mark: yaml.Mark, lines: Sequence[str], at: Location) -> Location:
    """Where ``mark`` points; a place behind the last line, where the parser may stand, is the end of that line."""
    number = min(mark.line, len(lines) - 1)
    column = mark.column if number == mark.line else len(lines[number])
    return replace(at, line=at.line + number, column=column + 1)


def _stray(line: str, here: Location) -> Problem:
    """Words where a key should be: behind a closing quote or bracket, or on a line of another depth."""
    before = line[: here.column - 1]
    opening = _OPENING.match(before)
    if opening is not None:
        return problems.YAML_RESERVED.at(replace(here, column=opening.start(1) + 1), char=opening[1])
    return (problems.YAML_QUOTE if "'" in before or '"' in before else problems.YAML_INDENT).at(here)
