"""Mistakes in letters: legacy encodings, invisible characters, signs of other alphabets."""

from tests.mistakes.mistake import Mistake

MISTAKES: tuple[Mistake, ...] = ()
