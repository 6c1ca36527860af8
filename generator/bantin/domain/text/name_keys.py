"""Keys that are equal for all spellings of a name: spacing, capitals, position of the tone mark.

Marks are kept: ``Bộ Nội vụ`` is not ``Bò nồi vú``. The position of the tone within a syllable does not matter (``hoà``
and ``hòa`` are one word), nor does the kind of dash.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
# All dashes are alike, and so are đ and the letters that a wrong keyboard layout types for it.
_ALIKE = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), "ð": "đ", "ɖ": "đ", "’": "'", "“": '"', "”": '"'})
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")


@lru_cache(maxsize=10_000)
def name_key(text: str) -> str:
    """A key that is equal for all ways to type the name ``text``, and differs for other names."""
    folded = unicodedata.normalize("NFD", " ".join(text.casefold().translate(_ALIKE).split()))
    toned = _WORD.sub(_with_tone_last, folded) if any(tone in folded for tone in _TONES) else folded
    return toned.strip(" .,;:")


def _with_tone_last(word: re.Match[str]) -> str:
    letters = "".join(letter for letter in word[0] if letter not in _TONES)
    # Two tones in a word, which no syllable has, stay in the order of NFD, so that the key of a key is itself.
    tones = sorted((letter for letter in word[0] if letter in _TONES), key=unicodedata.combining)
    return letters + "".join(tones)
