"""Compares the problems of successive builds, such as those at each save in a preview."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from bantin.domain.problems import Language, Problem, Severity
from bantin.domain.text.number_format import format_integer

_REMAINING: dict[Language, str] = {
    "vi": "Như lần trước: {errors} lỗi, {warnings} cảnh báo.",
    "en": "As before: {errors} {error}, {warnings} {warning}.",
}
_GONE: dict[Language, str] = {"vi": "Đã hết: {gone}.", "en": "Gone: {gone}."}


class Changes(Struct, frozen=True):
    """The difference to the problems reported before: new ones, remaining ones, and the number of those gone."""

    new: tuple[Problem, ...]
    remaining: tuple[Problem, ...]
    gone: int

    @property
    def known(self) -> tuple[Problem, ...]:
        """All known problems, the remaining ones first."""
        return (*self.remaining, *self.new)

    def sentence(self, language: Language) -> str:
        """A sentence on the remaining problems and those gone; empty if there are none."""
        if not self.remaining and not self.gone:
            return ""
        gone = f" {_GONE[language].format(gone=format_integer(self.gone, language))}" if self.gone else ""
        errors = sum(problem.severity is Severity.ERROR for problem in self.remaining)
        warnings = len(self.remaining) - errors
        remaining = _REMAINING[language].format(
            errors=format_integer(errors, language),
            warnings=format_integer(warnings, language),
            error="error" if errors == 1 else "errors",
            warning="warning" if warnings == 1 else "warnings",
        )
        return remaining + gone


def changes(before: Sequence[Problem], now: Sequence[Problem], *, partial: bool = False) -> Changes:
    """Compares problems with those reported ``before``; a problem that only moved to another line is the same.

    A failed build is ``partial``: it may stop before warnings are found, so missing warnings are not counted as gone.
    """
    left = Counter(map(_identity, before))
    new: list[Problem] = []
    remaining: list[Problem] = []
    for problem in now:
        known = left[_identity(problem)] > 0
        left[_identity(problem)] -= known
        (remaining if known else new).append(problem)
    gone = 0
    for problem in before:
        missing = left[_identity(problem)] > 0
        left[_identity(problem)] -= missing
        if missing and partial and problem.severity is Severity.WARNING:
            remaining.append(problem)
        else:
            gone += missing
    return Changes(tuple(new), tuple(remaining), gone)


def _identity(problem: Problem) -> tuple[object, ...]:
    return problem.location.path, problem.code, problem.values
