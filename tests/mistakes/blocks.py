"""Mistakes in the blocks of a text: lists, tables, code, what is pasted from Word or Excel."""

from tests.mistakes.mistake import Mistake

MISTAKES: tuple[Mistake, ...] = ()
