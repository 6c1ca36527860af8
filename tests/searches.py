"""Counting of how far searches go, which shows whether their time grows with the size of a text or with its square."""

from typing import Self, SupportsIndex


class SearchedText(str):
    """A text that counts the characters that its ``find`` and ``rfind`` go through."""

    __slots__ = ("searched",)
    searched: int

    def __new__(cls, text: str) -> Self:
        """Starts counting at 0."""
        self = super().__new__(cls, text)
        self.searched = 0
        return self

    def find(self, words: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        first, stop, _ = slice(start, end).indices(len(self))
        at = super().find(words, first, stop)
        self.searched += (at + len(words) if at >= 0 else stop) - first
        return at

    def rfind(self, words: str, start: SupportsIndex | None = None, end: SupportsIndex | None = None, /) -> int:
        first, stop, _ = slice(start, end).indices(len(self))
        at = super().rfind(words, first, stop)
        self.searched += stop - (at if at >= 0 else first)
        return at
