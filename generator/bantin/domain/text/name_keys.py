"""Names as people type them: what is the same name, however it is spaced, capitalised and toned.

Marks are never dropped: ``Bộ Nội vụ`` is not ``Bò nồi vú``. Where the tone stands in a syllable does not matter
(``hoà`` and ``hòa`` are one word), nor which dash is typed.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
# A dash is a dash, and what a wrong keyboard layout types for đ is đ.
_ALIKE = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), "ð": "đ", "ɖ": "đ", "’": "'", "“": '"', "”": '"'})
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")


@lru_cache(maxsize=10_000)
def name_key(text: str) -> str:
    """What all ways to type the name ``text`` have in common, and no other name has."""
    folded = unicodedata.normalize("NFD", " ".join(text.casefold().translate(_ALIKE).split()))
    toned = _WORD.sub(_with_tone_last, folded) if any(tone in folded for tone in _TONES) else folded
    return toned.strip(" .,;:")


def _with_tone_last(word: re.Match[str]) -> str:
    letters = "".join(letter for letter in word[0] if letter not in _TONES)
    return letters + "".join(letter for letter in word[0] if letter in _TONES)
