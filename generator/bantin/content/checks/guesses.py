"""VALIDATE: guesses of an import that nobody has confirmed yet."""

from collections.abc import Iterator

from bantin.content.problems import leftovers as problems
from bantin.domain.problems import Location, Problem
from bantin.domain.text.guesses import MARK, find_guesses


def check_guesses(yaml: str, path: str, first_line: int = 1) -> Iterator[Problem]:
    """Reports the number of open guesses in ``yaml``, once for a file, at the first of them."""
    found = tuple(find_guesses(yaml, first_line))
    if found:
        at = Location(path, found[0].line, found[0].column, len(MARK))
        yield problems.OPEN_GUESSES.at(at, count=len(found))
