"""PARSE: the lines of a YAML text as they were typed."""

from msgspec import Struct

from bantin.domain.problems import Location


class YamlSource(Struct, frozen=True):
    """The typed lines; the first is line ``first_line`` of the file ``path``."""

    lines: tuple[str, ...]
    path: str
    first_line: int

    def at(self, line: int, column: int, width: int = 1) -> Location:
        """The location of a line and column, both counted from 0."""
        return Location(self.path, self.first_line + line, column + 1, max(1, width))

    def line(self, number: int) -> str:
        """The line with this number, counted from 0; empty after the last one."""
        return self.lines[number] if number < len(self.lines) else ""
