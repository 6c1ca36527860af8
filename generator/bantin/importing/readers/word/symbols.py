"""Characters of the symbol fonts, which have no letters: what they look like in Unicode."""

from collections.abc import Mapping
from functools import cache

_PRIVATE = range(0xF000, 0xF100)


def symbol(font: str, code: int) -> str:
    """The character of Unicode that looks like ``code`` (F000 to F0FF, or 00 to FF) in ``font``; empty if unknown."""
    return _symbols().get((font.lower(), code & 0xFF), "")


def is_private(char: str) -> bool:
    """Whether a character of a text has no meaning but in a symbol font."""
    return ord(char) in _PRIVATE


@cache
def _symbols() -> Mapping[tuple[str, int], str]:
    return {
        ("symbol", 0xA3): "≤",
        ("symbol", 0xB0): "°",
        ("symbol", 0xB1): "±",
        ("symbol", 0xB3): "≥",
        ("symbol", 0xB4): "×",
        ("symbol", 0xB7): "•",
        ("symbol", 0xAE): "→",
        ("wingdings", 0x6C): "●",
        ("wingdings", 0x6E): "■",
        ("wingdings", 0x6F): "□",
        ("wingdings", 0xA7): "▪",
        ("wingdings", 0xA8): "☐",
        ("wingdings", 0xD8): "➢",
        ("wingdings", 0xE0): "→",
        ("wingdings", 0xF0): "⇨",
        ("wingdings", 0xFB): "✗",
        ("wingdings", 0xFC): "✓",
        ("wingdings", 0xFD): "☒",
        ("wingdings", 0xFE): "☑",
    }
