"""The result of publishing."""

from msgspec import Struct

from bantin.domain.problems import Problem


class Report(Struct, frozen=True):
    """The numbers of files that publishing wrote, left unchanged and removed, and the problems that it found."""

    written: int
    unchanged: int
    removed: int
    problems: tuple[Problem, ...] = ()
