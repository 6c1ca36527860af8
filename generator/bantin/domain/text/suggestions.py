"""'Did you mean': the known word that an unknown one is a slip of.

Only slips count: letters mistyped, left out or swapped, marks and signs forgotten. Names of agencies share most of
their words (``bo-cong-an``, ``bo-quoc-phong``), so only the words in which two of them differ are compared.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from bantin.domain.text.folding import fold

_WORDS = re.compile(r"[^\W_]+")
# Words that people leave out of a name, or put in.
_FILLERS = frozenset({"tinh", "thanh", "pho", "tp", "va", "cua", "nuoc"})
# Words that tell one sort of agency from another, which a letter may do: Bộ Y tế, Sở Y tế.
_SORTS = frozenset({"bo", "so", "to", "vu", "cuc", "ban", "doan", "ubnd", "hdnd", "huyen", "xa", "phong", "truong"})
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
    """The known word that ``word`` may be a slip of, marks and case aside; ``None`` when it is none of any."""
    words = _words(word)
    if not words:
        return None
    # The slips by how bad they are; among equals, the first in the alphabet.
    slips = ((slip, one) for one in sorted(known) if (slip := _slip(words, _words(one))) is not None)
    best = min(slips, key=lambda pair: pair[0], default=None)
    return best[1] if best else None


def misspelt(word: str, known: Iterable[str]) -> str:
    """The known file name or anchor that ``word`` is with a slip; empty when none is.

    Names with other numbers in them are other names, and short ones are too much alike.
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


def _slip(typed: tuple[str, ...], meant: tuple[str, ...]) -> int | None:
    """How many letters are wrong in ``typed`` if ``meant`` is meant; ``None`` if something else is."""
    if not meant:
        return None
    if "".join(typed) == "".join(meant):
        return 0
    if _spelt(typed) == _spelt(meant):
        return 1
    shared, one, other = _differing(typed, meant)
    if one and other and one[0] != other[0] and {one[0], other[0]} <= _SORTS:
        return None
    first, second = "".join(one), "".join(other)
    distance = _distance(first, second, _most(max(len(first), len(second)), shared))
    if distance is None and len(one) == len(other) == 1 and _is_other_form(first, second):
        return _ENDING
    return distance


@lru_cache(maxsize=10_000)
def _spelt(words: tuple[str, ...]) -> str:
    """The words without fillers, abbreviations in full."""
    return "".join(part for word in words for part in _SPELT.get(word, (word,)) if part not in _FILLERS)


def _differing(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """How many letters two names share in whole words at their beginnings and ends, and the words between these."""
    begin, end, most = 0, 0, min(len(one), len(other))
    while begin < most and one[begin] == other[begin]:
        begin += 1
    while end < most - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    shared = sum(map(len, one[:begin])) + sum(map(len, one[len(one) - end :]))
    return shared, one[begin : len(one) - end], other[begin : len(other) - end]


def _most(length: int, shared: int) -> int:
    """How many letters may be wrong in ``length`` of them, besides those that are right."""
    if length <= 2:
        return 1 if length == 2 and shared >= _SHARED else 0
    return 1 if length <= 5 else 2 if length <= 9 else 3


def _is_other_form(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone: ``party``, ``parties``."""
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    shorter, longer = sorted((len(one), len(other)))
    return shared >= _STEM and 3 * shared >= 2 * shorter and longer - shared <= _ENDING


def _distance(one: str, other: str, most: int) -> int | None:
    """How many letters must be changed, added, left out or swapped with the next; ``None`` if more than ``most``."""
    # A letter that is wrong is one too many, one too few, or both.
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return None
    # Only cells near the diagonal can hold so little.
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
