"""Formats problems as JSON for programs, as annotations for GitHub and GitLab, and as Markdown."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence

from bantin.domain.problems import Language, Location, Problem, Severity
from bantin.domain.text.number_format import format_integer
from bantin.report.excerpt import Excerpt, Excerpts
from bantin.report.summary import Summary
from bantin.report.text import errors_first

FieldOf = Callable[[Location], str]
"""Returns the label of the field of the editors' form at a location; empty if there is none."""

JSON_VERSION = 1
"""Version of the ``as_json`` format, which ``docs/problems.md`` describes; raised if a field changes or is removed."""

_LARGEST_PAGE = 500_000
"""Bytes of the summary page of a run: GitHub drops it if all commands of a step together write over a megabyte."""
_HEADINGS: dict[Language, str] = {
    "vi": "| Mục | Vấn đề | Cách sửa | Tệp |",
    "en": "| Field | What | How to mend it | File |",
}
_MORE: dict[Language, str] = {"vi": "… và {more} vấn đề khác.", "en": "… and {more} more."}


def no_field(_location: Location) -> str:
    """Knows no fields."""
    return ""


def as_json(problems: Sequence[Problem], language: Language, excerpts: Excerpts, summary: Summary) -> str:
    """The problems and the summary as a JSON object, which ``docs/problems.md`` describes."""
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
    """The problems as workflow commands, which GitHub shows next to the lines of a pull request.

    Errors come first: GitHub shows no more than ten errors and ten warnings of a step.
    """
    errors, warnings = errors_first(problems)
    return "".join(_annotation(problem, language) for problem in (*errors, *warnings))


def as_markdown(problems: Sequence[Problem], language: Language, summary: Summary, field_of: FieldOf = no_field) -> str:
    """The summary and the problems, errors first, as Markdown for GitHub's page of a run.

    It is for readers of the editors' form as well, so each problem begins with the label of its field.
    """
    mark = "✅" if summary.ok else "❌"
    lines = [f"### {mark} {escaped(summary.sentence(language))}", ""]
    if problems:
        lines += [_HEADINGS[language], "|---|---|---|---|"]
    errors, warnings = errors_first(problems)
    size = 0
    for number, problem in enumerate((*errors, *warnings)):
        at = problem.location
        cells = (field_of(at), problem.message(language), problem.hint(language), str(at))
        row = f"| {' | '.join(map(escaped, cells))} |"
        size += len(row.encode()) + 1
        if size > _LARGEST_PAGE:
            lines += ["", _MORE[language].format(more=format_integer(len(problems) - number, language))]
            break
        lines.append(row)
    return "\n".join(lines) + "\n\n"


def as_gitlab(problems: Sequence[Problem], language: Language, field_of: FieldOf = no_field) -> str:
    """The problems as a code quality report, which GitLab shows next to the lines of a merge request.

    A description begins with the label of the field in the editors' form.

    See https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
    """
    return (
        json.dumps(
            [_finding(problem, language, field_of(problem.location)) for problem in problems],
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


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
    joined = ",".join(f"{name}={_escape(value, ':,')}" for name, value in properties.items())
    return (
        f"::{problem.severity} {joined}::{_escape(f'{problem.message(language)} {problem.hint(language)}'.strip())}\n"
    )


def _finding(problem: Problem, language: Language, field: str) -> dict[str, object]:
    at = problem.location
    said = f"{problem.message(language)} {problem.hint(language)}".strip()
    return {
        "description": f"{field}: {said}" if field else said,
        "check_name": problem.code,
        # Identifies a finding even if its line moves.
        "fingerprint": hashlib.sha256(repr((at.path, problem.code, problem.values)).encode()).hexdigest(),
        "severity": "major" if problem.severity is Severity.ERROR else "minor",
        "location": {"path": at.path, "lines": {"begin": at.line or 1}},
    }


def escaped(text: str) -> str:
    """Escapes ``text`` for a line of Markdown, such as a cell of a table."""
    return re.sub(r"([\\`*_{}\[\]<>()#+!|~-])", r"\\\1", " ".join(text.split()))


def _escape(text: str, also: str = "") -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
