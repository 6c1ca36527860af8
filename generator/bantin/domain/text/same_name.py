"""Whether two names are one: marks tell names apart, how they were typed does not.

``công chứng`` and ``công chúng`` are two words, ``Hùng`` and ``Hưng`` two people. Capitals, spaces, dashes and where an
open syllable carries its tone (``hòa``, ``hoà``) make no other name.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache

from bantin.domain.text.folding import strip_marks
from bantin.domain.text.slugs import LONGEST_NAME, slugify

_MARKS = {"\u0306": "w", "\u0302": "", "\u031b": "w"} | {
    "\u0301": "s",
    "\u0300": "f",
    "\u0309": "r",
    "\u0303": "x",
    "\u0323": "j",
}
_CIRCUMFLEX = "\u0302"
_D = str.maketrans({"ð": "đ", "ɖ": "đ"})
_BETWEEN = re.compile(r"[\s\u200b\u00ad.,;:!?'\"‘’“”()\[\]{}/\\_\u2010-\u2015·•-]+")
# The tone of oa, oe and uy moves to the first vowel, but for that of 'quy', whose u is no vowel.
_LATER_TONE = re.compile(r"(?:(o)([àáảãạèéẻẽẹ])|(?<!q)(u)([ỳýỷỹỵ]))(?![a-zà-ỹđăâêôơư])")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_TWO_WAYS = re.compile("aa|dd|ee|oo")
_DIGEST_SIZE = 3
_SHORT = 40
"""Letters of a name whose length need not be looked at: each has three keys at most, and one letter in its slug."""


@lru_cache(maxsize=20_000)
def same_name(name: str) -> str:
    """What all spellings of ``name`` have in common, and no other name has."""
    if name.isascii():
        return " ".join(_BETWEEN.sub(" ", name.lower()).split())
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold().translate(_D))
    return _LATER_TONE.sub(_with_tone_before, " ".join(_BETWEEN.sub(" ", folded).split()))


@lru_cache(maxsize=20_000)
def without_marks(name: str) -> str:
    """What all names have in common that differ in their marks only."""
    return strip_marks(same_name(name))


def spelt_out(name: str) -> str:
    """``name`` as it is typed in Telex, in the characters of an address: ``công chứng`` is ``coong-chuwsng``.

    Two names that :func:`same_name` tells apart, and that have one slug, are never spelt alike.
    """
    key = same_name(name)
    words = re.sub("[^a-z0-9]+", "-", "".join(map(_typed, key))).strip("-")
    # 'âa' and 'aâ' are typed alike, and what is no Vietnamese letter cannot be typed at all.
    if all(map(_is_typed, key)) and not _TWO_WAYS.search(strip_marks(key)):
        return words
    told = hashlib.blake2b(key.encode(), digest_size=_DIGEST_SIZE).hexdigest()
    return f"{words}-{told}".strip("-")


def fits_address(name: str) -> bool:
    """Whether an address can be made of ``name``, even where that has to be told from another one by its marks."""
    return len(name) <= _SHORT or len(f"{slugify(name)}--{spelt_out(name)}") <= LONGEST_NAME


def _with_tone_before(match: re.Match[str]) -> str:
    first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
    letter, tone = list(unicodedata.normalize("NFD", second))
    return unicodedata.normalize("NFC", first + tone) + letter


def _typed(char: str) -> str:
    """A letter with the keys that make its marks, the tone last."""
    if char == "đ":
        return "dd"
    letter, *marks = list(unicodedata.normalize("NFD", char))
    keys = [letter if mark == _CIRCUMFLEX else _MARKS.get(mark, "") for mark in sorted(marks, key=_TONES.__contains__)]
    return "".join((letter, *keys))


def _is_typed(char: str) -> bool:
    if char in " đ":
        return True
    letter, *marks = list(unicodedata.normalize("NFD", char))
    return letter.isascii() and letter.isalnum() and all(mark in _MARKS for mark in marks)
