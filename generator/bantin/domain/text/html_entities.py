"""Entities of HTML: ``&amp;``, ``&#7853;``."""

import html
import re

# Python refuses to read numbers of thousands of digits; no character has a number of more than seven.
_TOO_LONG = re.compile(r"&#0*+[0-9]{8,}+;?")
_ZEROS = re.compile(r"&#0+(?=[0-9])")


def unescape(text: str) -> str:
    """``text`` with characters in the place of entities, as browsers read them, however long their numbers are."""
    if "&#" in text:
        text = _ZEROS.sub("&#", _TOO_LONG.sub("\N{REPLACEMENT CHARACTER}", text))
    return html.unescape(text)
