"""Mistakes about what is the same and what is another: people, topics, copied articles, files."""

from tests.mistakes.mistake import Mistake

MISTAKES: tuple[Mistake, ...] = ()
