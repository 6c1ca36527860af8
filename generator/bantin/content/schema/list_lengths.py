"""How many items a list must have at least, and may have at most."""

from typing import TypeVar

from msgspec import Struct
from pydantic import AfterValidator

from bantin.content.problems.values import TOO_FEW
from bantin.content.problems.yaml import TOO_MANY_ENTRIES
from bantin.content.schema.invalid import Invalid

T = TypeVar("T")


class Fewest(Struct, frozen=True):
    """Asks for at least so many items of a list."""

    key: str
    least: int

    def __call__(self, items: tuple[T, ...]) -> tuple[T, ...]:
        """The items, if they are enough."""
        if len(items) < self.least:
            raise Invalid(TOO_FEW, key=self.key, least=self.least)
        return items


class Most(Struct, frozen=True):
    """Allows no more than so many items of a list."""

    most: int

    def __call__(self, items: tuple[T, ...]) -> tuple[T, ...]:
        """The items, if they are not too many."""
        if len(items) > self.most:
            raise Invalid(TOO_MANY_ENTRIES, limit=self.most, index=self.most)
        return items


def at_most(most: int) -> AfterValidator:
    """Allows no more than so many items of a list."""
    return AfterValidator(Most(most))


def at_least(least: int, key: str) -> AfterValidator:
    """Asks for at least so many items of the list ``key``."""
    return AfterValidator(Fewest(key, least))
