"""The formats in which Word shows a number of a list (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from bantin.domain.text.small_numbers import in_words

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN, _MOST_WORDS = 3_999, 99
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_REPEATED = 30
# The format of Word 2010 for numbers with leading zeros: "001, 002, 003, ..."
_PADDED = re.compile(r"(0{1,9}1), ")


def numeral(count: int, form: str) -> str | None:
    """``count`` as Word shows it in the format ``form``: ``lowerLetter``, or ``001, 002, 003, ...``.

    ``None`` for a format that depends on the language of Word or is not known, and for a number that it does not have.
    """
    padded = _PADDED.match(form)
    if padded:
        return str(count).zfill(len(padded[1]))
    format_of = _formats().get(form)
    return None if format_of is None or count < 0 else format_of(count)


@cache
def _formats() -> Mapping[str, Callable[[int], str | None]]:
    return {
        "decimal": str,
        "decimalZero": lambda count: f"{count:02}",
        "lowerLetter": _letters,
        "upperLetter": lambda count: _upper(_letters(count)),
        "lowerRoman": _roman,
        "upperRoman": lambda count: _upper(_roman(count)),
        "numberInDash": lambda count: f"- {count} -",
        "vietnameseCounting": lambda count: in_words(count) if 1 <= count <= _MOST_WORDS else None,
        "none": lambda _count: "",
    }


def _letters(count: int) -> str | None:
    """a, b … z, aa, bb … zz, aaa: Word repeats the letter, and has those of English only."""
    repeated, place = divmod(count - 1, len(_LETTERS))
    return _LETTERS[place] * (repeated + 1) if count > 0 and repeated < _MOST_REPEATED else None


def _roman(count: int) -> str | None:
    if not 1 <= count <= _MOST_ROMAN:
        return None
    numerals = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        numerals += letters * times
    return numerals


def _upper(text: str | None) -> str | None:
    return text.upper() if text else None
