"""Puts a text on one line, without invisible characters."""

import unicodedata


def one_line(text: str) -> str:
    """``text`` in NFC with single blanks; control characters become blanks, invisible ones are removed."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    seen = "".join(char if char.isprintable() else _instead(char) for char in unicodedata.normalize("NFC", text))
    return " ".join(seen.split())


def _instead(char: str) -> str:
    return "" if unicodedata.category(char) == "Cf" else " "
