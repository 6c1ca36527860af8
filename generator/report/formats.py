"""Problems as text for people, as JSON for programs, as annotations for GitHub and GitLab."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence

import click

from generator.errors import Language, Location, Problem, Severity
from generator.report.excerpt import Excerpt, shown
from generator.report.summary import Summary

JSON_VERSION = 1
"""Of the format that ``as_json`` writes and ``docs/problems.md`` describes: raised when a field changes or goes."""

Excerpts = Callable[[Location], Excerpt | None]
_SEVERITIES: dict[Language, dict[Severity, str]] = {
    "vi": {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning"},
}
_MOST_TOLD = 50
_HEADINGS: dict[Language, str] = {"vi": "| Ở đâu | Vấn đề | Cách sửa |", "en": "| Where | What | How to mend it |"}
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def as_text(problems: Sequence[Problem], language: Language, excerpts: Excerpts, *, coloured: bool = False) -> str:
    """The problems for a terminal: place, message, the line with a caret, and how to mend it."""
    return "".join(_text(problem, language, excerpts(problem.location), coloured=coloured) for problem in problems)


def as_json(problems: Sequence[Problem], language: Language, excerpts: Excerpts, summary: Summary) -> str:
    """The problems and the summary as one JSON object; ``docs/problems.md`` describes it."""
    document = {
        "version": JSON_VERSION,
        "ok": summary.ok,
        "problems": [_record(problem, language, excerpts(problem.location)) for problem in problems],
        "summary": {
            "articles": summary.articles,
            "written": summary.written,
            "unchanged": summary.unchanged,
            "removed": summary.removed,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "seconds": round(summary.seconds, 3),
            "published": summary.published,
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], language: Language) -> str:
    """The problems as workflow commands, which GitHub shows beside the lines of a pull request."""
    return "".join(_annotation(problem, language) for problem in problems)


def as_markdown(problems: Sequence[Problem], language: Language, summary: Summary) -> str:
    """The problems and the summary for the page that GitHub shows of a run."""
    mark = "✅" if summary.ok else "❌"
    lines = [f"### {mark} {_cell(summary.sentence(language))}", ""]
    if problems:
        lines += [_HEADINGS[language], "|---|---|---|"]
    for problem in problems[:_MOST_TOLD]:
        words = (str(problem.location), problem.message(language), problem.hint(language))
        lines.append(f"| {' | '.join(map(_cell, words))} |")
    if len(problems) > _MOST_TOLD:
        lines += ["", f"… {len(problems) - _MOST_TOLD}"]
    return "\n".join(lines) + "\n\n"


def as_gitlab(problems: Sequence[Problem], language: Language) -> str:
    """The problems as a report of code quality, which GitLab shows beside the lines of a merge request.

    See https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
    """
    return json.dumps([_finding(problem, language) for problem in problems], ensure_ascii=False, indent=1) + "\n"


def _text(problem: Problem, language: Language, excerpt: Excerpt | None, *, coloured: bool) -> str:
    def style(text: str, *, fg: str | None = None, bold: bool = False) -> str:
        return click.style(text, fg=fg, bold=bold) if coloured else text

    colour = _COLOURS[problem.severity]
    severity = style(_SEVERITIES[language][problem.severity], fg=colour, bold=True)
    place = style(shown(str(problem.location)), bold=True)
    lines = [f"{place}: {severity}: {shown(problem.message(language))} [{problem.code}]"]
    if excerpt is not None:
        number = str(problem.location.line)
        margin = " " * len(number)
        caret = style("^" * excerpt.width, fg=colour, bold=True)
        lines += [f"  {number} | {excerpt.line}", f"  {margin} | {' ' * excerpt.start}{caret}"]
    hint = problem.hint(language)
    if hint:
        lines.append(f"  → {shown(hint)}")
    return "\n".join(lines) + "\n\n"


def _record(problem: Problem, language: Language, excerpt: Excerpt | None) -> dict[str, object]:
    at = problem.location
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "path": at.path,
        "line": at.line or None,
        "column": at.column or None,
        "width": at.width if at.column else None,
        "message": problem.message(language),
        "hint": problem.hint(language),
        "excerpt": excerpt.line if excerpt else None,
    }


def _annotation(problem: Problem, language: Language) -> str:
    at = problem.location
    properties = {"file": at.path, "title": problem.code}
    if at.line:
        properties["line"] = str(at.line)
    if at.column:
        properties |= {"col": str(at.column), "endColumn": str(at.column + at.width)}
    told = ",".join(f"{name}={_escape(value, ':,')}" for name, value in properties.items())
    return f"::{problem.severity} {told}::{_escape(f'{problem.message(language)} {problem.hint(language)}'.strip())}\n"


def _finding(problem: Problem, language: Language) -> dict[str, object]:
    at = problem.location
    said = f"{problem.message(language)} {problem.hint(language)}".strip()
    return {
        "description": said,
        "check_name": problem.code,
        # What tells one finding from all others, wherever its line moves to.
        "fingerprint": hashlib.sha256(repr((at.path, problem.code, problem.values)).encode()).hexdigest(),
        "severity": "major" if problem.severity is Severity.ERROR else "minor",
        "location": {"path": at.path, "lines": {"begin": at.line or 1}},
    }


def _cell(text: str) -> str:
    """``text`` as it is, in a table of Markdown: none of it may be taken for more."""
    return re.sub(r"([\\`*_{}\[\]<>()#+!|~-])", r"\\\1", " ".join(text.split()))


def _escape(text: str, also: str = "") -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
