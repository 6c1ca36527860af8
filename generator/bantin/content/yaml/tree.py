"""PARSE: what a YAML text is made of: texts, lists and mappings, and where each of them stands."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from bantin.domain.model import Position


class ScalarNode(Struct, frozen=True):
    """A text; ``""`` where the value was left empty.

    Its place is kept in its parts: of all the texts of a file, hardly any is ever asked for it.
    """

    text: str
    line: int
    column: int
    width: int = 1

    @property
    def place(self) -> Position:
        """Where it stands."""
        return Position(self.line, self.column, self.width)


class SequenceNode(Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    place: Position

    @property
    def is_between_brackets(self) -> bool:
        """Whether it is written as ``[a, b]``, so that another item can be typed on the line of the first."""
        first = self.items[0].place
        return first.line == self.place.line and first.column == self.place.column + 1


class MappingNode(Struct, frozen=True):
    """Keys with their values, in the order of the file, each key once."""

    by_name: Mapping[str, tuple[ScalarNode, "Node"]]
    place: Position

    @property
    def items(self) -> Collection[tuple[ScalarNode, "Node"]]:
        """Each key with its value."""
        return self.by_name.values()

    def key(self, name: str) -> ScalarNode | None:
        """The key as it stands in the file."""
        item = self.by_name.get(name)
        return item[0] if item else None

    def get(self, name: str) -> "Node | None":
        """The value of a key."""
        item = self.by_name.get(name)
        return item[1] if item else None


Node = ScalarNode | SequenceNode | MappingNode
