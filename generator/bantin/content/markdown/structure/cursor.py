"""The place in a line up to which it has been read."""

from bantin.content.markdown.structure.markers import TAB


class Cursor:
    """What is left of a line: the ``rest``, which begins in a ``column`` that tab stops are counted from.

    ``text`` is the rest without its indentation of so many columns.
    """

    __slots__ = ("column", "indent", "rest", "text")

    def __init__(self, line: str) -> None:
        self.rest = line
        self.column = 0
        self._look()

    @property
    def is_blank(self) -> bool:
        """Whether nothing but space is left."""
        return not self.text

    def dedent(self, columns: int) -> None:
        """Goes on by so many columns, which are space; a tab that is wider leaves spaces behind."""
        rest, column = self.rest, self.column
        end = column + columns
        at = 0
        while column < end:
            column += TAB - column % TAB if rest[at] == "\t" else 1
            at += 1
        self.rest = " " * (column - end) + rest[at:]
        self.column = end
        self.indent -= columns

    def skip(self, width: int) -> None:
        """Goes on behind the indentation and so many characters, none of them a tab."""
        self.rest = self.text[width:]
        self.column += self.indent + width
        self._look()

    def skip_quote_sign(self) -> None:
        """Goes on behind the sign of a quotation, and one column of space behind that."""
        self.skip(1)
        if self.indent:
            self.dedent(1)

    def _look(self) -> None:
        rest = self.rest
        self.text = text = rest.lstrip(" \t")
        width = len(rest) - len(text)
        if "\t" not in rest[:width]:
            self.indent = width
            return
        column = self.column
        for sign in rest[:width]:
            column += TAB - column % TAB if sign == "\t" else 1
        self.indent = column - self.column
