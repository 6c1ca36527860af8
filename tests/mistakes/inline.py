"""Mistakes within the lines of a text: links, notes, signs, what is no HTML."""

from tests.mistakes.mistake import Mistake

MISTAKES: tuple[Mistake, ...] = ()
