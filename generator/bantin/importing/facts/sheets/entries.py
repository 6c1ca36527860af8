"""Entries: what a record has in one column, and what can be read from it: values, or a problem."""

from typing import Any, Generic, TypeVar

from msgspec import Struct

from bantin.content.yaml.keys import NOT_GIVEN
from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.model import Evidence, Found, LeftOut
from bantin.importing.facts.sheets.columns import Column
from bantin.importing.material import Cell, CellKind, Place

T = TypeVar("T")

# Marks that stand in a cell where nothing is known.
_EMPTY = frozenset({"", "-", "--", "---", "…", "...", "/", "x", "?", "n/a", "na", "không", "không có", "none", "null"})


class Entry(Struct, frozen=True):
    """The words of a record in one column, and their place."""

    words: str
    place: Place
    column: Column
    kind: CellKind = CellKind.TEXT
    is_computed: bool = False

    def found(self, value: T, *, is_certain: bool = True, words: str = "") -> Found[T]:
        """A value that the entry states; a guess if it is not certain, or the result of a formula."""
        return Found(value, Evidence(words or self.words, self.place), is_certain and not self.is_computed)

    def problem(self, reason: str) -> "Reading[Any]":
        """A reading without values."""
        return Reading(problems=(LeftOut(self.words, reason, self.place),))


class Reading(Struct, Generic[T], frozen=True):
    """What has been read from an entry: values in their order, and what could not be read."""

    values: tuple[Found[T], ...] = ()
    problems: tuple[LeftOut, ...] = ()


def entry_of(cell: Cell, place: Place, column: Column) -> Entry:
    """The entry of a cell."""
    return Entry(cell.text, place, column, cell.kind, cell.is_computed)


def is_not_given(words: str) -> bool:
    """Whether ``words`` say that nothing is known."""
    return words in NOT_GIVEN or name_key(words) in _EMPTY or words.lower() in _EMPTY


def lines_of(words: str) -> tuple[str, ...]:
    """The parts of a list in a cell: lines, and parts between semicolons, without the signs before them."""
    parts = (part.strip(" \t-–—•*+,.") for line in words.split("\n") for part in line.split(";"))
    return tuple(part for part in parts if part)
