"""Problems: what is wrong in the input, where it is and how to fix it.

Every rule that Bantin enforces is a :class:`Kind`: a permanent code, a severity and its wording in each language that
editors read. A stage that finds a violation creates a :class:`Problem` with ``kind.at(...)`` and continues, so that
one run reports everything.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from bantin.domain.system_errors import in_vietnamese

Language = Literal["vi", "en"]
T = TypeVar("T")

LANGUAGES: tuple[Language, ...] = ("vi", "en")

_LONGEST_VALUE = 240
# Values that users copy into the file or to the command line, so they are never shortened.
_COPIED = ("command", "mended", "mended_line", "releases")


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning does not (unless ``--strict``)."""

    ERROR = "error"
    WARNING = "warning"


class Location(Struct, frozen=True, order=True, array_like=True):
    """A place in a file.

    ``path`` is relative to the root of the bulletin, with ``/`` between its parts. ``line`` and ``column`` count
    from 1, columns in characters; 0 means the whole file. ``width`` is the number of characters concerned.
    """

    path: str
    line: int = 0
    column: int = 0
    width: int = 1

    def __str__(self) -> str:
        parts = [self.path, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


class Wording(Struct, frozen=True, array_like=True):
    """The message and hint of a kind in one language: ``str.format`` templates over the problem's values."""

    message: str
    hint: str


class Kind(Struct, frozen=True, array_like=True):
    """A rule with its severity and wordings. ``code`` is stable: scripts and documentation refer to it."""

    code: str
    severity: Severity
    en: Wording
    vi: Wording

    def at(self, location: Location, **values: object) -> "Problem":
        """Creates a problem of this kind at ``location``; ``values`` fill the wording's placeholders."""
        shown = ((name, str(value)) for name, value in sorted(values.items()))
        return Problem(self, location, tuple((name, v if name in _COPIED else _shorten(v)) for name, v in shown))

    def wording(self, language: Language) -> Wording:
        """The templates in ``language``."""
        return self.vi if language == "vi" else self.en


class Problem(Struct, frozen=True, array_like=True):
    """One broken rule at one place.

    Two of its values are ready-made corrections: ``mended`` replaces the marked characters, ``mended_line`` the whole
    line.
    """

    kind: Kind
    location: Location
    values: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> str:
        """The permanent name of the rule."""
        return self.kind.code

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return self.kind.severity

    def value(self, name: str) -> str:
        """The value called ``name``; empty if there is none."""
        return dict(self.values).get(name, "")

    def message(self, language: Language) -> str:
        """What is wrong, in ``language``."""
        return self.kind.wording(language).message.format(**self._values_in(language))

    def hint(self, language: Language) -> str:
        """How to fix it, in ``language``; may be empty."""
        return self.kind.wording(language).hint.format(**self._values_in(language))

    def _values_in(self, language: Language) -> dict[str, str]:
        values = dict(self.values)
        if language == "vi" and "reason" in values:
            values["reason"] = in_vietnamese(values["reason"])
        return values


class Checked(Struct, Generic[T], frozen=True):
    """The result of a stage, with the problems that it found. ``value`` is ``None`` if the input is unusable."""

    value: T | None
    problems: tuple[Problem, ...] = ()


class BulletinError(Exception):
    """The content has errors, so nothing was published.

    Carries every problem, warnings included, and the language to report them in.
    """

    def __init__(self, problems: Iterable[Problem], language: Language = "en") -> None:
        self.problems = in_order(problems)
        self.language = language
        super().__init__(self.problems, language)

    def __str__(self) -> str:
        return "; ".join(f"{problem.location}: {problem.message('en')}" for problem in self.problems)


class UsageError(Exception):
    """The command was called with something that it must refuse, such as an output folder that holds the content."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem)

    def __str__(self) -> str:
        return f"{self.problem.location}: {self.problem.message('en')}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorts the distinct problems by place, then code, whatever the order in which files were read."""

    def place(problem: Problem) -> tuple[object, ...]:
        return problem.location, problem.code, problem.values, problem.kind.en.message

    return tuple(sorted(set(problems), key=place))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _shorten(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"
