"""Parses whole numbers in Vietnamese sentences: ``12``, ``mười hai``, ``05 (năm)``, ``XII``."""

import re

from bantin.domain.text.name_keys import name_key

_DIGITS = {
    name_key(word): digit
    for digit, words in enumerate(
        ("không linh lẻ", "một mốt", "hai", "ba", "bốn tư", "năm lăm nhăm", "sáu", "bảy bẩy", "tám", "chín")
    )
    for word in words.split()
}
_TEN, _TENS, _HUNDRED = map(name_key, ("mười", "mươi", "trăm"))
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_NUMBER = re.compile(r"(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_IN_DIGITS = re.compile(r"([0-9]{1,6})(?: ?\([^()]*\))?")
_MOST_WORDS = 6


def number_of(text: str) -> int | None:
    """The number in ``text``; ``None`` if the text is anything else."""
    key = name_key(text)
    match = _IN_DIGITS.fullmatch(key)
    if match:
        return int(match[1])
    if key and _ROMAN_NUMBER.fullmatch(key):
        return _roman(key)
    words = key.split()
    return _spelt(words) if 0 < len(words) <= _MOST_WORDS else None


def _spelt(words: list[str]) -> int | None:
    """The value of words such as ``một trăm hai mươi mốt``; a digit counts once the unit after it is known."""
    total, digit = 0, None
    for word in words:
        if word in _DIGITS and digit in (None, 0):
            digit = _DIGITS[word]
        elif word == _TEN and digit in (None, 0):
            total, digit = total + 10, None
        elif word == _TENS and digit is not None:
            total, digit = total + 10 * digit, None
        elif word == _HUNDRED and digit is not None and total == 0:
            total, digit = 100 * digit, None
        else:
            return None
    return total + (digit or 0)


def _roman(key: str) -> int:
    values = [_ROMAN[letter] for letter in key]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
