"""What is new among problems that are told again and again, as at each save in a preview."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from bantin.domain.problems import Language, Problem, Severity
from bantin.domain.text.number_format import format_integer

_STANDING: dict[Language, str] = {
    "vi": "Như lần trước: {errors} lỗi, {warnings} cảnh báo.",
    "en": "As before: {errors} {error}, {warnings} {warning}.",
}
_GONE: dict[Language, str] = {"vi": "Đã hết: {gone}.", "en": "Gone: {gone}."}


class Changes(Struct, frozen=True):
    """How problems differ from those told before: the new ones, those that stand, and how many are gone."""

    new: tuple[Problem, ...]
    standing: tuple[Problem, ...]
    gone: int

    @property
    def told(self) -> tuple[Problem, ...]:
        """All that is known to whoever has been told of the new ones."""
        return (*self.standing, *self.new)

    def sentence(self, language: Language) -> str:
        """What is not told again, in words; empty if there is nothing of the kind."""
        if not self.standing and not self.gone:
            return ""
        gone = f" {_GONE[language].format(gone=format_integer(self.gone, language))}" if self.gone else ""
        errors = sum(problem.severity is Severity.ERROR for problem in self.standing)
        warnings = len(self.standing) - errors
        standing = _STANDING[language].format(
            errors=format_integer(errors, language),
            warnings=format_integer(warnings, language),
            error="error" if errors == 1 else "errors",
            warning="warning" if warnings == 1 else "warnings",
        )
        return standing + gone


def changes(told: Sequence[Problem], now: Sequence[Problem], *, partial: bool = False) -> Changes:
    """Compares problems with those told before; one that a line above it has only moved is the same.

    A build that fails is ``partial``: it may not come to where warnings are found, so those are not gone.
    """
    left = Counter(map(_identity, told))
    new: list[Problem] = []
    standing: list[Problem] = []
    for problem in now:
        known = left[_identity(problem)] > 0
        left[_identity(problem)] -= known
        (standing if known else new).append(problem)
    gone = 0
    for problem in told:
        missing = left[_identity(problem)] > 0
        left[_identity(problem)] -= missing
        if missing and partial and problem.severity is Severity.WARNING:
            standing.append(problem)
        else:
            gone += missing
    return Changes(tuple(new), tuple(standing), gone)


def _identity(problem: Problem) -> tuple[object, ...]:
    return problem.location.path, problem.code, problem.values
