"""PARSE: the nodes of a YAML tree: texts, lists and mappings, with their places in the file."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from bantin.domain.model import Position


class ScalarNode(Struct, frozen=True):
    """A text; ``""`` where the value was left empty.

    The parts of its place are stored without a ``Position``, which is needed for few of the texts of a file.
    """

    text: str
    line: int
    column: int
    width: int = 1

    @property
    def place(self) -> Position:
        """The place of the text in the file."""
        return Position(self.line, self.column, self.width)


class SequenceNode(Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    place: Position

    @property
    def is_between_brackets(self) -> bool:
        """Whether it is written as ``[a, b]``, so that another item can be added on the line of the first."""
        first = self.items[0].place
        return first.line == self.place.line and first.column == self.place.column + 1


class MappingNode(Struct, frozen=True):
    """Keys with their values, in the order of the file; each key once."""

    by_name: Mapping[str, tuple[ScalarNode, "Node"]]
    place: Position

    @property
    def items(self) -> Collection[tuple[ScalarNode, "Node"]]:
        """The keys, each with its value."""
        return self.by_name.values()

    def key(self, name: str) -> ScalarNode | None:
        """The node of the key called ``name``."""
        item = self.by_name.get(name)
        return item[0] if item else None

    def get(self, name: str) -> "Node | None":
        """The value of the key called ``name``."""
        item = self.by_name.get(name)
        return item[1] if item else None


Node = ScalarNode | SequenceNode | MappingNode
