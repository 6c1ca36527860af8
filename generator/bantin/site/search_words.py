"""The spelling of texts for the search engine. ``themes/default/static/find.js`` spells queries the same way.

The engine treats diacritics as optional, since it decomposes letters; but đ has no decomposition. It is written as ḏ,
which has one and which Vietnamese does not use, so that ``dat dai`` finds ``đất đai``; ``find.js`` turns it back in
results.
"""

import re
import unicodedata

_STROKE = str.maketrans("đĐ", "ḏḎ")
_JOINTS = re.compile(r"(?<=\w)[/.\-–](?=\w)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?!\d)")


def spelt(text: str) -> str:
    """Returns ``text`` in the spelling for the engine."""
    return unicodedata.normalize("NFC", text).translate(_STROKE)


def apart(text: str) -> str:
    """Splits dates and document numbers: ``01 QCPH BCA`` for 01/QCPH-BCA, ``05 06 2020`` for 5/6/2020.

    So the parts of a number are found as words, and the whole as a phrase.
    """
    return _JOINTS.sub(" ", _DAY.sub(lambda day: f"{int(day[1]):02} {int(day[2]):02} {day[3]}", text))
