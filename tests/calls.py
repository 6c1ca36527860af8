"""Calls within calls, of which Python allows a thousand: too many for tests to lay out on a disk, so they allow few."""

import contextlib
import inspect
import sys
from collections.abc import Iterator

ROOM = 150
"""How many calls ``few_calls`` leaves: enough for anything but what calls itself for each folder."""


@contextlib.contextmanager
def few_calls() -> Iterator[None]:
    """Allows no more calls within one another than those that there are and ``ROOM``."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + ROOM)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
