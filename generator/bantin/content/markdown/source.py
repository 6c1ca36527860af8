"""The Markdown being converted, and where things stand in it."""

import re
from functools import cached_property

from bantin.content.markdown.code import hide_code
from bantin.domain.model import Position
from bantin.domain.problems import Location


class MarkdownSource:
    """The Markdown being converted. Python-Markdown forgets positions, so places are found by searching for them.

    ``mark`` is a word that the text cannot hold, to put in the place of something else.
    """

    def __init__(self, text: str, path: str, first_line: int, mark: str) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.mark = mark
        self._counted = (0, first_line)

    @cached_property
    def shown(self) -> str:
        """The text without code, comments and escaped signs: what is left of it stands where it did."""
        return hide_code(self.text)

    def place(self, offset: int, width: int) -> Position:
        """The place in its file of what stands at a position of the text."""
        # Most places are asked for in their order, so that lines need not be counted from the first one on.
        begin, line = self._counted if self._counted[0] <= offset else (0, self.first_line)
        line += self.text.count("\n", begin, offset)
        self._counted = (offset, line)
        return Position(line, offset - self.text.rfind("\n", 0, offset), max(1, width))

    def location(self, offset: int, width: int) -> Location:
        """The same with the file, for a problem."""
        return self.place(offset, width).within(self.path)

    def find(self, words: str, begin: int = 0) -> Location:
        """Where ``words`` first stand from position ``begin`` on, capital letters or not."""
        found = re.compile(re.escape(words), re.IGNORECASE).search(self.text, begin)
        return self.location(found.start(), len(words)) if found else self.location(0, 1)

    def find_line(self, number: int, line: str) -> Location:
        """Where a line stands that has this number, counted from 0, unless it is one of what was read by itself."""
        at = 0
        for _ in range(number):
            at = self.text.find("\n", at) + 1
        end = self.text.find("\n", at)
        written = self.text[at : end if end >= 0 else None]
        words = line.strip()
        if written.strip() != words:
            return self.find(words)
        return self.location(at + written.find(words), len(words))
