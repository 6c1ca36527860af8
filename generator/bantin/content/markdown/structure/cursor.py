"""The position in a line up to which it has been read."""

from bantin.content.markdown.structure.markers import TAB


class Cursor:
    """The ``rest`` of a line, which begins in ``column``; tab stops depend on that.

    ``text`` is the rest without its indentation, which is ``indent`` columns wide.
    """

    __slots__ = ("column", "indent", "rest", "text")

    def __init__(self, line: str) -> None:
        self.rest = line
        self.column = 0
        self._look()

    @property
    def is_blank(self) -> bool:
        """Whether only white space is left."""
        return not self.text

    def dedent(self, columns: int) -> None:
        """Advances by columns of indentation; of a wider tab, the remaining columns are left as spaces."""
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
        """Advances past the indentation and ``width`` characters, none of them a tab."""
        self.rest = self.text[width:]
        self.column += self.indent + width
        self._look()

    def skip_quote_sign(self) -> None:
        """Advances past the sign of a quotation and one column of white space after it."""
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
