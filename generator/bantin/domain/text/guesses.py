"""Guesses marked by an import in YAML: comments that begin with ``#?``, which editors remove after confirmation.

``signed_on: 2012-11-20 #? “chiều 20/11/2012” (dòng 5)``
"""

import re
from collections.abc import Iterator
from functools import cache
from textwrap import shorten

from msgspec import Struct

from bantin.domain.text.one_line import one_line

MARK = "#?"
_LONGEST_WORDS = 160


class Guess(Struct, frozen=True):
    """A marked guess: its value, and the words that it is based on; ``line`` and ``column`` of the mark, from 1."""

    line: int
    column: int
    value: str
    evidence: str


def guess_comment(evidence: str) -> str:
    """The comment that marks a guess based on ``evidence``, which is shortened to one line."""
    return f"{MARK} {shorten(one_line(evidence), _LONGEST_WORDS, placeholder=' …')}".rstrip()


def find_guesses(yaml: str, first_line: int = 1) -> Iterator[Guess]:
    """Yields the guesses that are marked in ``yaml``, which begins on ``first_line`` of its file."""
    if MARK not in yaml:
        return
    for number, line in enumerate(yaml.splitlines(), first_line):
        at = _mark_in(line) if MARK in line else -1
        if at >= 0:
            yield Guess(number, at + 1, line[:at].strip(), line[at + len(MARK) :].strip())


def without_guesses(yaml: str) -> tuple[str, int]:
    """``yaml`` without its marks and the words behind them, and how many there were. Values and line ends stay."""
    lines = yaml.splitlines(keepends=True)
    guesses = tuple(find_guesses(yaml))
    for guess in guesses:
        line = lines[guess.line - 1]
        end = line[len(line.splitlines()[0]) :]
        value = line[: guess.column - 1].rstrip()
        lines[guess.line - 1] = f"{value}{end}" if value else ""
    return "".join(lines), len(guesses)


def _mark_in(line: str) -> int:
    """The offset of the mark in ``line``, -1 if there is none.

    It is at the beginning or after a blank, and not in quotes.
    """
    opened = _quoted_value().match(line)
    for match in _mark().finditer(line):
        quotes = line[: match.start()].replace('\\"', "").count(opened[1]) if opened else 0
        if quotes % 2 == 0:
            return match.start()
    return -1


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)#\?")


@cache
def _quoted_value() -> re.Pattern[str]:
    return re.compile(r"""\s*(?:# +)?(?:- +)*(?:[\w-]+: +)?(["'])""")
