"""The numbers of provisions: ``5``, ``5a``, ``IV``, ``thứ nhất``, ``đ``; their order, and how anchors spell them.

Points have letters of the Vietnamese alphabet, without those that only foreign words have: a, b, c, d, đ, e, g …
(Decree 34/2016/NĐ-CP, article 68). An English text uses a to z.
"""

import re

from msgspec import Struct

from bantin.domain.model.provision import ProvisionKind
from bantin.domain.text.small_numbers import count_of

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in Vietnamese documents, in their order."""
ENGLISH_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALL_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_ORDINALS = {"nhất": 1, "nhì": 2, "tư": 4}
_ENGLISH_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ENGLISH = {word: count for count, word in enumerate(_ENGLISH_COUNTS, start=1)}
_ROMAN = re.compile(r"(?=[ivx])x{0,4}(?:ix|iv|v?i{0,4})")
_MOST_FIGURES = 4
_DIGITS = re.compile(r"(?:[0-9]{1,4}\.)?([0-9]{1,4})([a-zđ]?[0-9]?)")
_POINT = re.compile(r"([a-zđ])([0-9]?)")
_ONES = (("ix", 9), ("iv", 4), ("x", 10), ("v", 5), ("i", 1))


class Order(Struct, frozen=True, order=True):
    """The place of a number in its sequence: its value, and the letters of an inserted number."""

    count: int
    inserted: str = ""


def order_of(kind: ProvisionKind, number: str) -> Order | None:
    """The place of ``number`` among the provisions of its kind; ``None`` if it has none (an annex without number)."""
    if _is_plain(number) and kind is not ProvisionKind.POINT:
        return Order(int(number))
    folded = _bare(number)
    if kind is ProvisionKind.POINT:
        point = _POINT.fullmatch(folded)
        return Order(_ALL_LETTERS.index(point[1]) + 1, point[2]) if point else None
    digits = _DIGITS.fullmatch(folded)
    if digits:
        return Order(int(digits[1]), _place(digits[2]))
    count = roman_value(folded) or _in_words(folded)
    if count:
        return Order(count)
    return Order(_ALL_LETTERS.index(folded) + 1) if folded and folded in set(_ALL_LETTERS) else None


def slug_of(kind: ProvisionKind, number: str) -> str:
    """``number`` as anchors spell it: ``IV`` is ``4``, ``5a`` is ``5a``, ``đ`` is ``dd``, ``2.1`` is ``2-1``."""
    if _is_plain(number):
        return number.lstrip("0") or number
    folded = _bare(number)
    if kind is not ProvisionKind.POINT:
        count = None if folded[:1].isdigit() else roman_value(folded) or _in_words(folded)
        folded = str(count) if count else folded
    parts = (part.lstrip("0") or part for part in folded.split("."))
    spelt = "-".join(parts).replace("đ", "dd")
    return "".join(letter for letter in spelt if letter.isascii() and (letter.isalnum() or letter == "-"))


def roman_value(numeral: str) -> int | None:
    """The value of a Roman numeral below fifty, of either case; ``None`` if it is none."""
    rest = numeral.lower()
    if not _ROMAN.fullmatch(rest):
        return None
    value = 0
    for sign, worth in _ONES[:2]:
        if rest.endswith(sign):
            rest, value = rest.removesuffix(sign), worth
    return value + sum(worth for sign, worth in _ONES[2:] for letter in rest if letter == sign)


def letters_between(first: str, last: str, *, english: bool) -> tuple[str, ...]:
    """The letters of points between ``first`` and ``last``; from the beginning if ``first`` is empty."""
    start = _ALL_LETTERS.index(first[0]) + 1 if first else 0
    between = _ALL_LETTERS[start : _ALL_LETTERS.index(last[0])]
    used = ENGLISH_LETTERS if english else POINT_LETTERS
    return tuple(letter for letter in between if letter in used)


def follows(letter: str, previous: str) -> bool:
    """Whether the point ``letter`` directly follows ``previous`` in the Vietnamese or the English alphabet."""
    if not previous:
        return letter == "a"
    if previous[0] == letter or previous[0] not in _ALL_LETTERS or letter not in _ALL_LETTERS:
        return False
    in_order = _ALL_LETTERS.index(previous[0]) < _ALL_LETTERS.index(letter)
    return in_order and any(not letters_between(previous, letter, english=english) for english in (False, True))


def _is_plain(number: str) -> bool:
    """Whether ``number`` is a small one in figures, as most are, which is soon told."""
    return len(number) <= _MOST_FIGURES and number.isascii() and number.isdigit()


def _bare(number: str) -> str:
    folded = number.lower()
    return folded.removeprefix("số ").removeprefix("thứ ").strip()


def _place(suffix: str) -> str:
    """A sort key of a suffix: ``đ`` comes after ``d``."""
    return suffix.replace("đ", "d~")


def _in_words(folded: str) -> int | None:
    return _ORDINALS.get(folded) or _ENGLISH.get(folded) or (None if folded.isdigit() else count_of(folded))
