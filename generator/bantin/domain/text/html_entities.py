"""HTML entities: ``&amp;``, ``&#7853;``."""

import html
import re

# Python refuses to convert numbers of thousands of digits; no code point has more than seven.
_TOO_LONG = re.compile(r"&#0*+[0-9]{8,}+;?")
_ZEROS = re.compile(r"&#0+(?=[0-9])")


def unescape(text: str) -> str:
    """Replaces entities in ``text`` as browsers do, however many digits they have."""
    if "&#" in text:
        text = _ZEROS.sub("&#", _TOO_LONG.sub("\N{REPLACEMENT CHARACTER}", text))
    return html.unescape(text)
