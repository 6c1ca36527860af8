"""Groups items by their keys."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")


def group(items: Iterable[T], keys: Callable[[T], Iterable[K]]) -> Mapping[K, tuple[T, ...]]:
    """Groups ``items``, in their order, by each of their ``keys``; an item appears once under each key."""
    groups: defaultdict[K, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups[key].append(item)
    return MappingProxyType({key: tuple(found) for key, found in groups.items()})
