"""The Markdown being converted, and where things stand in it."""

import hashlib
import re
from functools import cached_property

from generator.content.prose import place_at
from generator.errors import Location
from generator.model import Place


class Source:
    """The Markdown being converted. Python-Markdown forgets positions, so places are found by searching for them."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line

    @cached_property
    def mark(self) -> str:
        """A word that the text cannot hold, because it is a digest of the text."""
        return hashlib.blake2b(self.text.encode(), digest_size=12).hexdigest()

    def place(self, offset: int, width: int) -> Place:
        """The place in its file of what stands at a position of the text."""
        place = place_at(self.text, offset, width)
        return Place(place.line + self.first_line - 1, place.column, place.width)

    def location(self, offset: int, width: int) -> Location:
        """The same with the file, for a problem."""
        return self.place(offset, width).within(self.path)

    def find(self, words: str, begin: int = 0) -> Location:
        """Where ``words`` first stand from position ``begin`` on, capital letters or not."""
        found = re.compile(re.escape(words), re.IGNORECASE).search(self.text, begin)
        return self.location(found.start(), len(words)) if found else self.location(0, 1)
