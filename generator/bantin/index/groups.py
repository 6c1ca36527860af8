"""Groups: things by what they have in common."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")


def group(things: Iterable[T], keys: Callable[[T], Iterable[K]]) -> Mapping[K, tuple[T, ...]]:
    """``things`` by each of their ``keys``, in their order; a thing that has a key twice stands under it once."""
    groups: defaultdict[K, list[T]] = defaultdict(list)
    for thing in things:
        for key in dict.fromkeys(keys(thing)):
            groups[key].append(thing)
    return MappingProxyType({key: tuple(found) for key, found in groups.items()})
