"""Finds phrases in lines of text, however they are spelt: capitals, position of the tone mark, kind of dash."""

import re
import unicodedata
from functools import cache

from bantin.domain.text.name_keys import name_key

# A key has tones behind the last letter of a word, some of which combine with no letter, so \b is of no use.
_LETTER = r"[\w\u0300-\u036f]"
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")


def line_key(text: str) -> str:
    """A key that is equal for all spellings of a line: that of names, in NFC."""
    return unicodedata.normalize("NFC", name_key(text))


@cache
def phrase_keys(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of ``phrases``; a point or colon at their end, which a key has not, stays."""
    return tuple(line_key(phrase) + (phrase[-1] if phrase[-1] in ".:" else "") for phrase in phrases)


@cache
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for the longest of ``phrases`` in a key, whole words only."""
    longest_first = sorted(phrase_keys(phrases), key=len, reverse=True)
    return re.compile(rf"(?<!{_LETTER})(?:{'|'.join(map(re.escape, longest_first))})(?!{_LETTER})")


def words_of(key: str) -> list[str]:
    """The words of a key, without figures."""
    return _WORD.findall(key)


@cache
def vocabulary(phrases: tuple[str, ...]) -> frozenset[str]:
    """All words of ``phrases``."""
    return frozenset(word for phrase in phrases for word in words_of(line_key(phrase)))
