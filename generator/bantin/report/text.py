"""Formats problems for a terminal: warnings first, perhaps shortened, errors last and in full."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import click

from bantin.domain.problems import Language, Location, Problem, Severity
from bantin.domain.text.number_format import format_integer
from bantin.report.excerpt import Excerpt, Excerpts, shown

_LISTED = 5
"""Number of places listed per rule if warnings are shortened."""

_SEVERITIES: dict[Language, dict[Severity, str]] = {
    "vi": {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning"},
}
_PLACES: dict[Language, str] = {"vi": "{places} chỗ trong {files} tệp", "en": "{places} places in {files} {noun}"}
_MORE: dict[Language, str] = {
    "vi": "… và {more} chỗ khác; xem đủ: --verbose",
    "en": "… and {more} more; to see all: --verbose",
}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
_YEAR = re.compile(r"/([12][0-9]{3})/")


def as_text(
    problems: Sequence[Problem], language: Language, excerpts: Excerpts, *, coloured: bool = False, brief: bool = False
) -> str:
    """Formats problems for a terminal, errors last, where they are next to the prompt.

    Each problem has its place, message, the line with a caret, and the hint. If ``brief``, warnings are grouped by
    rule, with a line each, and only some of many are listed.
    """
    style = _Style(coloured=coloured)
    errors, warnings = errors_first(problems)
    if brief:
        text = "".join(_group(group, language, style) for group in _by_rule(warnings))
    else:
        text = "".join(_in_full(problem, language, excerpts(problem.location), style) for problem in warnings)
    return text + "".join(_in_full(problem, language, excerpts(problem.location), style) for problem in errors)


def errors_first(problems: Iterable[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The errors and the warnings among ``problems``, each in the order given."""
    errors: list[Problem] = []
    warnings: list[Problem] = []
    for problem in problems:
        (errors if problem.severity is Severity.ERROR else warnings).append(problem)
    return errors, warnings


class _Style:
    """Styles text for a terminal, or leaves it plain."""

    def __init__(self, *, coloured: bool) -> None:
        self._coloured = coloured

    def __call__(self, text: str, severity: Severity | None = None) -> str:
        return click.style(text, fg=_COLOURS[severity] if severity else None, bold=True) if self._coloured else text


def _in_full(problem: Problem, language: Language, excerpt: Excerpt | None, style: _Style) -> str:
    lines = [_headline(problem, language, style)]
    if excerpt is not None:
        number = str(problem.location.line)
        margin = " " * len(number)
        caret = style("^" * excerpt.width, problem.severity)
        lines += [f"  {number} | {excerpt.line}", f"  {margin} | {' ' * excerpt.start}{caret}"]
    return "\n".join([*lines, *_hint(problem, language)]) + "\n\n"


def _by_rule(warnings: Iterable[Problem]) -> list[list[Problem]]:
    """Groups warnings by rule, the most frequent rule first, so that rare ones are next to the errors."""
    groups: defaultdict[str, list[Problem]] = defaultdict(list)
    for warning in warnings:
        groups[warning.code].append(warning)
    return sorted(groups.values(), key=len, reverse=True)


def _group(group: Sequence[Problem], language: Language, style: _Style) -> str:
    first = group[0]
    if len(group) == 1:
        return "\n".join([_headline(first, language, style), *_hint(first, language)]) + "\n\n"
    files = len({problem.location.path for problem in group})
    places = _PLACES[language].format(
        places=format_integer(len(group), language),
        files=format_integer(files, language),
        noun="file" if files == 1 else "files",
    )
    lines = [f"{style(_SEVERITIES[language][first.severity], first.severity)}: {places} [{first.code}]"]
    listed = _newest(group)
    # A hint that several problems share is printed once, below them.
    by_hint: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in listed:
        by_hint[problem.hint(language)].append(problem)
    for alike in by_hint.values():
        lines += [f"  {style(_place(one.location))}: {shown(one.message(language))}" for one in alike]
        lines += _hint(alike[0], language)
    if len(group) > len(listed):
        lines.append(f"  {_MORE[language].format(more=format_integer(len(group) - len(listed), language))}")
    return "\n".join(lines) + "\n\n"


def _newest(group: Sequence[Problem]) -> Sequence[Problem]:
    """The problems of the newest articles, in the order given: editors are most likely at work on these."""

    def age(position: int) -> tuple[str, int]:
        year = _YEAR.search(group[position].location.path)
        return (year[1] if year else "", position)

    return [group[position] for position in sorted(sorted(range(len(group)), key=age)[-_LISTED:])]


def _headline(problem: Problem, language: Language, style: _Style) -> str:
    severity = style(_SEVERITIES[language][problem.severity], problem.severity)
    return f"{style(_place(problem.location))}: {severity}: {shown(problem.message(language))} [{problem.code}]"


def _place(location: Location) -> str:
    return shown(str(location))


def _hint(problem: Problem, language: Language) -> list[str]:
    hint = problem.hint(language)
    return [f"  → {shown(hint)}"] if hint else []
