"""Facts, lead and text that contradict each other."""

from tests.mistakes.mistake import Mistake

MISTAKES: tuple[Mistake, ...] = ()
