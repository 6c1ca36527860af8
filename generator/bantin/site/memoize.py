"""Caches views that are in many lists, such as cards."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from bantin.index import Directory

T = TypeVar("T")
V = TypeVar("V")

_MOST = 50_000


def once(name: Callable[[T], str], make: Callable[[T, Directory], V]) -> Callable[[T, Directory], V]:
    """Wraps ``make`` with a cache: one view for each ``name`` of a thing, for the latest directory only."""

    @lru_cache(maxsize=1)
    def known(_directory: Directory) -> dict[str, tuple[T, V]]:
        return {}

    def made(thing: T, directory: Directory) -> V:
        views = known(directory)
        found = views.get(name(thing))
        # Comparing articles or records by value would be slower than building a view.
        if found and found[0] is thing:
            return found[1]
        if len(views) >= _MOST:
            views.clear()
        view = make(thing, directory)
        views[name(thing)] = (thing, view)
        return view

    return made
