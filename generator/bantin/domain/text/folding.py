"""Folds Vietnamese letters to plain ones, for addresses and approximate matching."""

import unicodedata
from itertools import filterfalse

# Letters that Unicode does not decompose. Ð (Icelandic eth) and Ɖ (African d) are included because a wrong keyboard
# layout types them for Đ.
_PLAIN = str.maketrans(
    {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ɖ": "d", "Ɖ": "D", "ı": "i", "ł": "l", "Ł": "L"}
    | {"ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ſ": "s"}
)


def strip_marks(text: str) -> str:
    """``text`` without marks: ``Bộ Công an`` becomes ``Bo Cong an``; ``đ`` becomes ``d``."""
    decomposed = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(filterfalse(unicodedata.combining, decomposed))


def fold(text: str) -> str:
    """``text`` without marks and case, for comparisons that ignore how it was typed."""
    return strip_marks(text).casefold()
