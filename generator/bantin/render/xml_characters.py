"""The characters that XML 1.0 can represent (section 2.2)."""

import re

_OTHER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_xml(text: str) -> str:
    """``text`` with ``U+FFFD`` for each character that XML cannot represent, not even escaped."""
    # Fast check for the common case: XML can represent all printable characters.
    return text if text.isprintable() else _OTHER.sub("\ufffd", text)
