"""PARSE: explains an error of the YAML parser to an editor."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any

import yaml
from msgspec.structs import replace

from bantin.content.problems import yaml as problems
from bantin.content.yaml.source import YamlSource
from bantin.content.yaml.suggested_fixes import SuggestedFix, depths, guesses, line_with_open_quote
from bantin.domain.problems import Location, Problem

# The C parser where PyYAML was built with it: ten times faster, same events.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# A part of libyaml's message, the rule to report, and whether to report it where the construct began rather than where
# the parser gave up.
_SYNTAX = (
    ("unknown escape character", problems.YAML_ESCAPE, False),
    ("quoted scalar", problems.YAML_QUOTE, True),
    ("an alias", problems.YAML_ALIAS, True),
    ("an anchor", problems.YAML_ALIAS, True),
    ("a tab character", problems.YAML_TAB, False),
    ("block sequence entries", problems.YAML_DASH, False),
    ("flow sequence", problems.YAML_BRACKET, True),
    ("flow mapping", problems.YAML_BRACKET, True),
    ("flow node", problems.YAML_BRACKET, True),
    ("could not find expected ':'", problems.YAML_NO_COLON, True),
    ("expected '-' indicator", problems.YAML_INDENT, False),
    ("expected <document start>", problems.YAML_INDENT, False),
)
_OPENING = re.compile(r"^[^:]*:[ \t]+([\[{])")
# The whole text is parsed again for each guess; texts longer than any front matter are not.
_LONGEST = 20_000
_MOST_GUESSES = 10


def syntax_problem(error: yaml.MarkedYAMLError, text: str, at: Location) -> Problem:
    """Explains ``error``, with a suggested fix where one is known; ``at`` is the location where ``text`` begins."""
    lines = text.removesuffix("\n").split("\n")
    return _mended(error, text, lines, at) or _explained(error, lines, at)


def with_suggestion(problem: Problem, source: YamlSource) -> Problem:
    """Adds a suggested fix, if one is known, to ``problem`` of a line that is refused though YAML can read it."""
    if problem.value("mended") or problem.value("mended_line"):
        return problem
    meant = (guess for guess in _guesses(problem.location.line, source) if guess.kind.code == problem.code)
    guess = next(meant, None)
    return _problem(guess, source.at(0, 0)) if guess else problem


def no_key(line: int, source: YamlSource) -> Problem | None:
    """Reports a ``line`` that would begin with a key if the space after its colon, or its indentation, were right."""
    kinds = (problems.NO_SPACE, problems.INDENT_MENDED)
    guess = next((guess for guess in _guesses(line, source) if guess.kind in kinds), None)
    return _problem(guess, source.at(0, 0)) if guess else None


def _guesses(line: int, source: YamlSource) -> Iterator[SuggestedFix]:
    number = line - source.first_line
    return guesses(source.lines, number) if 0 <= number < len(source.lines) else iter(())


def _mended(error: yaml.MarkedYAMLError, text: str, lines: Sequence[str], at: Location) -> Problem | None:
    """The problem with a suggested fix, if one of the guesses lets the parser get further."""
    if len(text) > _LONGEST:
        return None
    read = _read(text)
    suspects = _suspects(error, lines)
    meant = chain(
        *(islice(guesses(lines, number), _MOST_GUESSES) for number in suspects),
        # If only the first line is indented differently, the others are right.
        *(depths(lines, number) for number in suspects if not number),
        *(depths(lines, number) for number in reversed(suspects)),
    )
    for guess in meant:
        typed = guess.typed(lines)
        if typed != lines and _read("\n".join(typed) + "\n") > read:
            return _problem(guess, at)
    return None


def _problem(guess: SuggestedFix, at: Location) -> Problem:
    here = replace(at, line=at.line + guess.line, column=guess.column + 1, width=guess.width)
    mended = {"mended_line" if guess.is_whole else "mended": guess.mended}
    return guess.kind.at(here, **guess.values, **mended)


def _read(text: str) -> float:
    """The number of events that the parser yields for ``text`` before it gives up; infinite if it does not."""
    events = 0
    try:
        loader = LOADER(text)
        while loader.get_event() is not None:
            events += 1
    except yaml.YAMLError:
        return events
    return float("inf")


def _suspects(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> list[int]:
    """The numbers of the lines that may be at fault, in order; the parser gives up on the last of them or after it."""
    marks = [mark.line for mark in (error.context_mark, error.problem_mark) if mark]
    last = min(max(marks, default=0), len(lines) - 1)
    begun = {mark for mark in marks if mark < len(lines) and "block" not in str(error.context)}
    open_quote = line_with_open_quote(lines[: last + 1])
    near = {number for number in range(last - 2, last + 1) if number >= 0}
    return sorted(begun | near | ({open_quote} if open_quote is not None else set()))


def _explained(error: yaml.MarkedYAMLError, lines: Sequence[str], at: Location) -> Problem:
    message = f"{error.context or ''} {error.problem or ''}".strip()
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return problems.YAML_SYNTAX.at(at, reason=message)
    here = _place(mark, lines, at)
    line = lines[here.line - at.line]
    if "mapping values" in message:
        return (problems.YAML_COLON if ": " in line[: mark.column] else problems.YAML_INDENT).at(here)
    if "cannot start any token" in message:
        char = line[mark.column : mark.column + 1]
        return problems.YAML_TAB.at(here) if char == "\t" else problems.YAML_RESERVED.at(here, char=char)
    if "did not find expected key" in message:
        return _stray_words(line, here)
    if "a tag" in message and error.context_mark:
        start = error.context_mark.column
        return problems.YAML_TAG.at(replace(here, column=start + 1), tag=line[start:].split(" ")[0])
    for piece, kind, at_its_start in _SYNTAX:
        if piece in message:
            begin = error.context_mark if at_its_start else None
            return kind.at(_place(begin, lines, at) if begin else here)
    return problems.YAML_SYNTAX.at(here, reason=message)


def _place(mark: yaml.Mark, lines: Sequence[str], at: Location) -> Location:
    """The location of ``mark``; if it is after the last line, where the parser may stop, the end of that line."""
    number = min(mark.line, len(lines) - 1)
    column = mark.column if number == mark.line else len(lines[number])
    return replace(at, line=at.line + number, column=column + 1)


def _stray_words(line: str, here: Location) -> Problem:
    """Reports words where a key should be: after a closing quote or bracket, or on a line of another depth."""
    before = line[: here.column - 1]
    opening = _OPENING.match(before)
    if opening is not None:
        return problems.YAML_RESERVED.at(replace(here, column=opening.start(1) + 1), char=opening[1])
    return (problems.YAML_QUOTE if "'" in before or '"' in before else problems.YAML_INDENT).at(here)
