"""What publishing did."""

from msgspec import Struct

from bantin.domain.problems import Problem


class Report(Struct, frozen=True):
    """How many files publishing wrote, left as they were and removed, and what it noticed."""

    written: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...] = ()
