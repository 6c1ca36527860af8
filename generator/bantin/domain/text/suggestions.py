"""'Did you mean': finds the known name that a misspelt one was meant for.

Only typing errors count: letters mistyped, left out or swapped, marks and punctuation forgotten. Names of agencies have
most of their words in common (``bo-cong-an``, ``bo-quoc-phong``), so only the words in which they differ are compared.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from bantin.domain.text.folding import fold

_WORDS = re.compile(r"[^\W_]+")
# Words that people leave out of a name or add to it.
_FILLERS = frozenset({"tinh", "thanh", "pho", "tp", "va", "cua", "nuoc"})
# Words for kinds of agencies; some differ in a single letter: Bộ Y tế, Sở Y tế.
_AGENCY_KINDS = frozenset(
    {"bo", "so", "to", "vu", "cuc", "ban", "doan", "ubnd", "hdnd", "huyen", "xa", "phong", "truong"}
)
_SPELT: dict[str, tuple[str, ...]] = {
    "ubnd": ("uy", "ban", "nhan", "dan"),
    "hdnd": ("hoi", "dong", "nhan", "dan"),
    "tand": ("toa", "an", "nhan", "dan"),
    "vksnd": ("vien", "kiem", "sat", "nhan", "dan"),
    "dbqh": ("dai", "bieu", "quoc", "hoi"),
    "vp": ("van", "phong"),
}
_NUMBER = re.compile(r"[0-9]+")
_APART = re.compile(r"[\s_-]+")
_LONG_ENOUGH = 5
_STEM = 4
_ENDING = 3
_SHARED = 6


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that ``word`` was probably meant for, ignoring marks and case; ``None`` if there is none."""
    words = _words(word)
    if not words:
        return None
    # Among equally close names, the first in the alphabet.
    close = ((errors, one) for one in sorted(known) if (errors := _errors(words, _words(one))) is not None)
    best = min(close, key=lambda pair: pair[0], default=None)
    return best[1] if best else None


def misspelt(word: str, known: Iterable[str]) -> str:
    """The known file name or anchor that ``word`` is a misspelling of; empty if there is none.

    Names that contain different numbers do not match, and short names must match exactly, since many are alike.
    """
    by_key = {_key(candidate): candidate for candidate in sorted(known, reverse=True)}
    key = _key(word)
    if key in by_key:
        return by_key[key]
    alike = [other for other in by_key if _NUMBER.findall(other) == _NUMBER.findall(key)]
    near = nearest(key, alike) if len(key) >= _LONG_ENOUGH else None
    return by_key[near] if near else ""


def _key(name: str) -> str:
    return _APART.sub("-", fold(name)).strip("-")


@lru_cache(maxsize=10_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORDS.findall(fold(text)))


def _errors(typed: tuple[str, ...], meant: tuple[str, ...]) -> int | None:
    """The number of wrong letters in ``typed``, taken as ``meant``; ``None`` if they are too different."""
    if not meant:
        return None
    if "".join(typed) == "".join(meant):
        return 0
    if _spelt(typed) == _spelt(meant):
        return 1
    shared, one, other = _differing(typed, meant)
    if one and other and one[0] != other[0] and {one[0], other[0]} <= _AGENCY_KINDS:
        return None
    first, second = "".join(one), "".join(other)
    distance = _distance(first, second, _most(max(len(first), len(second)), shared))
    if distance is None and len(one) == len(other) == 1 and _is_other_form(first, second):
        return _ENDING
    return distance


@lru_cache(maxsize=10_000)
def _spelt(words: tuple[str, ...]) -> str:
    """The words joined, without fillers and with abbreviations in full."""
    return "".join(part for word in words for part in _SPELT.get(word, (word,)) if part not in _FILLERS)


def _differing(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """The number of letters in whole words that two names share at their ends, and the words of each in between."""
    begin, end, most = 0, 0, min(len(one), len(other))
    while begin < most and one[begin] == other[begin]:
        begin += 1
    while end < most - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    shared = sum(map(len, one[:begin])) + sum(map(len, one[len(one) - end :]))
    return shared, one[begin : len(one) - end], other[begin : len(other) - end]


def _most(length: int, shared: int) -> int:
    """How many of ``length`` letters may be wrong, if the names share ``shared`` other letters."""
    if length <= 2:
        return 1 if length == 2 and shared >= _SHARED else 0
    return 1 if length <= 5 else 2 if length <= 9 else 3


def _is_other_form(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone: ``party``, ``parties``."""
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shorter, longer = sorted((len(one), len(other)))
    return shared >= _STEM and 3 * shared >= 2 * shorter and longer - shared <= _ENDING


def _distance(one: str, other: str, most: int) -> int | None:
    """The edit distance with swaps of adjacent letters (optimal string alignment); ``None`` if more than ``most``."""
    # Each edit changes the length by one at most, and the sets of letters by two.
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return None
    # Only cells near the diagonal can have so small a distance.
    far = most + 1
    before: list[int] = []
    row = [min(j, far) for j in range(len(other) + 1)]
    for i, letter in enumerate(one, 1):
        next_row = [far] * len(row)
        next_row[0] = min(i, far)
        for j in range(max(1, i - most), min(len(other), i + most) + 1):
            cost = min(row[j] + 1, next_row[j - 1] + 1, row[j - 1] + (letter != other[j - 1]))
            if before and j > 1 and letter == other[j - 2] and one[i - 2] == other[j - 1]:
                cost = min(cost, before[j - 2] + 1)
            next_row[j] = cost
        if min(next_row) > most:
            return None
        before, row = row, next_row
    return row[-1] if row[-1] <= most else None
