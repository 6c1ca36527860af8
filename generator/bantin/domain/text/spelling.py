"""Finds typing errors that are hard to see: letters that look like Đ, and mixed tone placement.

Nothing is rewritten: a name on an official page stays as its editor typed it.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from bantin.domain.text.fast_search import matches

_LOOK_ALIKES = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}
_LOOK_ALIKE = re.compile("[ÐƉðɖ]")
# The open syllables oa, oe, uy may have the tone on either vowel: hòa or hoà, khỏe or khoẻ, thủy or thuỷ. There is only
# one placement after 'qu', which is a consonant ('quý'), and in closed syllables ('hoàn').
_LETTER = "a-zà-ỹđăâêôơư"
_O, _U = "òóỏõọ", "ùúủũụ"
_A_OR_E, _Y = "àáảãạèéẻẽẹ", "ỳýỷỹỵ"
_OLD_HINTS = tuple(
    re.compile(f"{letter}(?<=([{tones}{tones.upper()}]){letter})(?![a-z])")
    for letters, tones in (("aAeE", _O), ("yY", _U))
    for letter in letters
)
_NEW_HINTS = tuple(
    re.compile(f"{letter}([{tones}{tones.upper()}])(?![a-z]){unless}")
    for letters, tones, unless in (("oO", _A_OR_E, ""), ("uU", _Y, "(?<![qQ]..)"))
    for letter in letters
)
_WORD = re.compile(r"\w+")


class LookAlike(Struct, frozen=True):
    """A letter at ``start`` that looks like the letter ``meant``."""

    start: int
    typed: str
    meant: str


class MixedTones(Struct, frozen=True):
    """Two words of one text that place their tones differently: ``other`` comes first, ``word`` is at ``start``."""

    start: int
    word: str
    other: str


def look_alikes(text: str) -> Iterator[LookAlike]:
    """Finds the letters of ``text`` that look like Đ or đ."""
    # Substring tests for single letters are much faster than a character class.
    if any(letter in text for letter in _LOOK_ALIKES):
        for match in _LOOK_ALIKE.finditer(text):
            yield LookAlike(match.start(), match[0], _LOOK_ALIKES[match[0]])


def mixed_tones(text: str) -> MixedTones | None:
    """Finds the first word where ``text`` changes its tone placement; ``None`` if it is consistent."""
    new = next(matches(_NEW_HINTS, _new, text), None)
    old = next(matches(_OLD_HINTS, _old, text), None) if new else None
    if old is None or new is None:
        return None
    first, second = sorted((old, new), key=lambda match: match.start())
    start, word = _word_around(text, second.start())
    return MixedTones(start, word, _word_around(text, first.start())[1])


@cache
def _old() -> re.Pattern[str]:
    return re.compile(
        rf"[{_O}{_O.upper()}{_U}{_U.upper()}](?i:(?:(?<=[{_O}])[ae]|(?<=[{_U}])(?<!q.)y)(?![{_LETTER}]))",
    )


@cache
def _new() -> re.Pattern[str]:
    return re.compile(
        rf"[{_A_OR_E}{_A_OR_E.upper()}{_Y}{_Y.upper()}](?i:(?:(?<=o[{_A_OR_E}])|(?<=u[{_Y}])(?<!q..))(?![{_LETTER}]))",
    )


def _word_around(text: str, position: int) -> tuple[int, str]:
    start = position
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    match = _WORD.match(text, start)
    return start, match[0] if match else ""
