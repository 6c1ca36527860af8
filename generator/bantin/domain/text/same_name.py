"""Decides whether two names are the same: names differ by their marks, not by how they were typed.

``công chứng`` and ``công chúng`` are two terms, ``Hùng`` and ``Hưng`` two people. Capitals, spaces, dashes and the
position of the tone in an open syllable (``hòa``, ``hoà``) make no difference.
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
# The tone of oa, oe and uy moves to the first vowel, except in 'quy', whose u belongs to the consonant.
_LATER_TONE = re.compile(r"(?:(o)([àáảãạèéẻẽẹ])|(?<!q)(u)([ỳýỷỹỵ]))(?![a-zà-ỹđăâêôơư])")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_TWO_WAYS = re.compile("aa|dd|ee|oo")
_DIGEST_SIZE = 3
_SHORT = 40
"""Characters of a name that fits any address: each is typed with three keys at most, and has one letter in the slug."""


@lru_cache(maxsize=20_000)
def same_name(name: str) -> str:
    """A key that is equal for all spellings of ``name``, and differs for other names."""
    if name.isascii():
        return " ".join(_BETWEEN.sub(" ", name.lower()).split())
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold().translate(_D))
    return _LATER_TONE.sub(_with_tone_before, " ".join(_BETWEEN.sub(" ", folded).split()))


@lru_cache(maxsize=20_000)
def without_marks(name: str) -> str:
    """A key that is equal for all names that differ in their marks only."""
    return strip_marks(same_name(name))


def telex(name: str) -> str:
    """``name`` as typed with the Telex input method, as a slug: ``công chứng`` is ``coong-chuwsng``.

    Two names that differ by :func:`same_name` but share a slug never have the same result.
    """
    key = same_name(name)
    words = re.sub("[^a-z0-9]+", "-", "".join(map(_typed, key))).strip("-")
    # 'âa' and 'aâ' are typed alike, and letters that are not Vietnamese cannot be typed: a digest makes them unique.
    if all(map(_is_typed, key)) and not _TWO_WAYS.search(strip_marks(key)):
        return words
    digest = hashlib.blake2b(key.encode(), digest_size=_DIGEST_SIZE).hexdigest()
    return f"{words}-{digest}".strip("-")


def fits_address(name: str) -> bool:
    """Whether ``name`` is short enough for an address, even if its marks have to be spelt out in it."""
    return len(name) <= _SHORT or len(f"{slugify(name)}--{telex(name)}") <= LONGEST_NAME


def _with_tone_before(match: re.Match[str]) -> str:
    first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
    letter, tone = list(unicodedata.normalize("NFD", second))
    return unicodedata.normalize("NFC", first + tone) + letter


def _typed(char: str) -> str:
    """The keys that type a letter in Telex, the tone last."""
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
