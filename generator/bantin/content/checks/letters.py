"""VALIDATE: characters that readers take for others, or do not see."""

from collections.abc import Iterator, Mapping
from itertools import islice

from bantin.content.checks.text import place_at
from bantin.content.problems import letters as problems
from bantin.domain.problems import Kind, Problem
from bantin.domain.text.odd_letters import Oddity, OddLetter, may_be_odd, odd_letters

# Problems reported for one file; fixing these shows the rest.
_ENOUGH = 10
_KINDS: Mapping[Oddity, Kind] = {
    Oddity.INVISIBLE: problems.INVISIBLE,
    Oddity.LOST: problems.LOST,
    Oddity.BROKEN: problems.BROKEN,
    Oddity.SPACE: problems.SPACE,
    Oddity.MARK: problems.MARK,
    Oddity.ALPHABET: problems.LOOK_ALIKE_WORD,
    Oddity.DASH: problems.DASH,
}


def check_letters(text: str, data: bytes, path: str, front_end: int) -> Iterator[Problem]:
    """Reports odd characters in the ``text`` of the file ``path``, whose bytes are ``data``.

    The text before ``front_end`` is front matter, in which more characters are odd than in running text.
    """
    if may_be_odd(text, data):
        for one in islice(odd_letters(text, front_end), _ENOUGH):
            yield _problem(one, text, path)


def _problem(one: OddLetter, text: str, path: str) -> Problem:
    at = place_at(text, one.start, one.end - one.start).within(path)
    word = text[one.start : one.end]
    codes = {"code": f"U+{ord(one.typed[-1]):04X}", "word": _visible(word), "mended": one.mended}
    kind = _KINDS[one.oddity]
    if one.oddity is Oddity.ALPHABET:
        return kind.at(at, typed=one.typed, meant=one.meant, **codes)
    return kind.at(at, **codes)


def _visible(word: str) -> str:
    """``word`` with its invisible characters replaced by their code points."""
    return "".join(char if char.isprintable() and not char.isspace() else f"‹U+{ord(char):04X}›" for char in word)
