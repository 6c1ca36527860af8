"""How a text is spelt for the search engine. ``themes/default/static/search.js`` spells what is asked the same way.

The engine takes marks for optional, since it decomposes letters; but đ has no decomposition. It is written as ḏ, which
has one and which Vietnamese does not use, so that ``dat dai`` finds ``đất đai``; results are spelt back.
"""

import re
import unicodedata

_STROKE = str.maketrans("đĐ", "ḏḎ")
_JOINTS = re.compile(r"(?<=\w)[/.\-–](?=\w)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?!\d)")


def spelt(text: str) -> str:
    """``text`` as the engine is given it."""
    return unicodedata.normalize("NFC", text).translate(_STROKE)


def apart(text: str) -> str:
    """``text`` with dates and document numbers in parts: ``01 QCPH BCA`` for 01/QCPH-BCA, ``05 06 2020`` for 5/6/2020.

    So a part of a number is found as its own words, and the whole as a phrase.
    """
    return _JOINTS.sub(" ", _DAY.sub(lambda day: f"{int(day[1]):02} {int(day[2]):02} {day[3]}", text))
