"""PARSE: the lines of YAML as they were typed."""

from msgspec import Struct

from bantin.domain.problems import Location


class YamlSource(Struct, frozen=True):
    """The lines that were typed, the first of which is line ``first_line`` of the file ``path``."""

    lines: tuple[str, ...]
    path: str
    first_line: int

    def at(self, line: int, column: int, width: int = 1) -> Location:
        """The place of what stands in a line and from a column on, both counted from 0."""
        return Location(self.path, self.first_line + line, column + 1, max(1, width))

    def line(self, number: int) -> str:
        """A line, empty behind the last one."""
        return self.lines[number] if number < len(self.lines) else ""
