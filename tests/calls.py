"""Lowers Python's recursion limit, so that tests of deep folders need only a few levels."""

import contextlib
import inspect
import sys
from collections.abc import Iterator

ROOM = 150
"""The calls that ``few_calls`` leaves: enough, unless a function calls itself for each folder."""


@contextlib.contextmanager
def few_calls() -> Iterator[None]:
    """Limits the depth of calls to the current one plus ``ROOM``."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + ROOM)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
