"""Limits to the number of items in a list."""

from typing import TypeVar

from msgspec import Struct
from pydantic import AfterValidator

from bantin.content.problems.values import TOO_FEW
from bantin.content.problems.yaml import TOO_MANY_ENTRIES
from bantin.content.schema.invalid import Invalid

T = TypeVar("T")


class Fewest(Struct, frozen=True):
    """Validates that a list has at least ``least`` items; ``key`` is its name in the message."""

    key: str
    least: int

    def __call__(self, items: tuple[T, ...]) -> tuple[T, ...]:
        """Returns ``items``. Raises ``Invalid`` if there are too few."""
        if len(items) < self.least:
            raise Invalid(TOO_FEW, key=self.key, least=self.least)
        return items


class Most(Struct, frozen=True):
    """Validates that a list has at most ``most`` items."""

    most: int

    def __call__(self, items: tuple[T, ...]) -> tuple[T, ...]:
        """Returns ``items``. Raises ``Invalid`` if there are too many."""
        if len(items) > self.most:
            raise Invalid(TOO_MANY_ENTRIES, limit=self.most, index=self.most)
        return items


def at_most(most: int) -> AfterValidator:
    """A validator for lists with at most ``most`` items."""
    return AfterValidator(Most(most))


def at_least(least: int, key: str) -> AfterValidator:
    """A validator for lists with at least ``least`` items; ``key`` is the name of the list in the message."""
    return AfterValidator(Fewest(key, least))
