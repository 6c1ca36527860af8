"""What must never go out: stamps of secrecy, traces in attachments, leftovers of work, personal numbers."""

from tests.mistakes.mistake import Mistake

MISTAKES: tuple[Mistake, ...] = ()
