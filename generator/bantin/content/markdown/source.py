"""The Markdown source of a text, and positions in it."""

import re
from functools import cached_property

from bantin.content.markdown.code import hide_code
from bantin.domain.model import Position
from bantin.domain.problems import Location


class MarkdownSource:
    """The Markdown source of a text. Python-Markdown does not keep positions, so these are found by searching.

    ``mark`` is a word that the text cannot contain, for use in placeholders.
    """

    def __init__(self, text: str, path: str, first_line: int, mark: str) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.mark = mark
        self._counted = (0, first_line)

    @cached_property
    def shown(self) -> str:
        """The text with code, comments and escaped signs overwritten; offsets are the same as in ``text``."""
        return hide_code(self.text)

    def place(self, offset: int, width: int) -> Position:
        """The position in the file of ``offset`` in the text."""
        # Most calls are in ascending order, so that lines need not be counted from the first one each time.
        begin, line = self._counted if self._counted[0] <= offset else (0, self.first_line)
        line += self.text.count("\n", begin, offset)
        self._counted = (offset, line)
        return Position(line, offset - self.text.rfind("\n", 0, offset), max(1, width))

    def location(self, offset: int, width: int) -> Location:
        """Like ``place``, with the file: for a problem."""
        return self.place(offset, width).within(self.path)

    def find(self, words: str, begin: int = 0) -> Location:
        """The location of the first ``words`` from offset ``begin`` on, ignoring case; else the beginning."""
        found = re.compile(re.escape(words), re.IGNORECASE).search(self.text, begin)
        return self.location(found.start(), len(words)) if found else self.location(0, 1)

    def find_line(self, number: int, line: str) -> Location:
        """The location of the words of ``line``, which has this number, counted from 0.

        If the numbered line differs, as in footnotes, which are parsed on their own, the words are searched for.
        """
        at = 0
        for _ in range(number):
            at = self.text.find("\n", at) + 1
        end = self.text.find("\n", at)
        written = self.text[at : end if end >= 0 else None]
        words = line.strip()
        if written.strip() != words:
            return self.find(words)
        return self.location(at + written.find(words), len(words))
