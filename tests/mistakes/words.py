"""Mistakes in names, words and dates that stand for an id, a choice or a day."""

from tests.mistakes.mistake import Mistake

MISTAKES: tuple[Mistake, ...] = ()
