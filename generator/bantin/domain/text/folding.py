"""Folding Vietnamese letters to the plain ones that addresses and approximate matching are made of."""

import unicodedata
from itertools import filterfalse

# Letters whose plain form Unicode's decomposition does not give. Ð (Icelandic eth) and Ɖ (African d) are here because
# they are what a wrong keyboard layout types for Đ.
_PLAIN = str.maketrans(
    {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ɖ": "d", "Ɖ": "D", "ı": "i", "ł": "l", "Ł": "L"}
    | {"ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ſ": "s"}
)


def strip_marks(text: str) -> str:
    """``text`` without marks: ``Bộ Công an`` becomes ``Bo Cong an``; ``đ`` becomes ``d``."""
    decomposed = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(filterfalse(unicodedata.combining, decomposed))


def fold(text: str) -> str:
    """``text`` without marks and without case, for comparing what people meant rather than what they typed."""
    return strip_marks(text).casefold()
