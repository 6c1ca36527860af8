"""Problems that the tests of reports share."""

from bantin.domain.problems import Kind, Location, Severity, Wording
from bantin.report import Excerpt, Summary

TYPO = Kind(
    "typo",
    Severity.ERROR,
    Wording("There is no {one}.", "Write {near}."),
    Wording("Không có {one}.", "Hãy viết {near}."),
)
LATE = Kind("late", Severity.WARNING, Wording("Too late.", ""), Wording("Quá muộn.", ""))
HERE = Location("content/a.md", 2, 8, 3)
PROBLEMS = (TYPO.at(HERE, one="hia", near="hai"), LATE.at(Location("content/b.md")))
PASSED = Summary.passed((), 2, None, 0.5)


def no_excerpt(_location: Location) -> Excerpt | None:
    return None
