"""What publishing did."""

from dataclasses import dataclass

from generator.errors import Problem


@dataclass(frozen=True)
class Report:
    """How many files publishing wrote, left as they were and removed, and what it noticed."""

    written: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...] = ()
