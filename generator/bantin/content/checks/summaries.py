"""VALIDATE: summaries: short enough to be read in a hurry."""

from collections.abc import Iterator

from bantin.content.problems import values as problems
from bantin.content.yaml.parser import Locate
from bantin.domain.problems import Problem

_LONGEST = 600
"""The most characters of a summary: about a hundred words, which take half a minute."""


def check_summary(summary: str, path: str, find: Locate) -> Iterator[Problem]:
    """Reports a summary in the file ``path`` that is too long; ``find`` gives the place of its key."""
    if len(summary) > _LONGEST:
        at = find(("summary",)).within(path)
        yield problems.LONG_SUMMARY.at(at, length=str(len(summary)), most=str(_LONGEST))
