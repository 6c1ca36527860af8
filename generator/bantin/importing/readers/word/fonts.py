"""Text in the fonts of TCVN3 and VNI, which have Vietnamese letters at the places of others: told by the font alone."""

from bantin.domain.text.legacy_encodings import from_tcvn3, from_vni

_TCVN3, _VNI = ".vn", "vni-"
_LATIN_1 = 0xFF


def is_legacy(font: str) -> bool:
    """Whether the name is one of a font of TCVN3 (``.VnTime``) or VNI (``VNI-Times``)."""
    return font.lower().startswith((_TCVN3, _VNI))


def decode(text: str, font: str) -> str:
    """``text`` as the font shows it. Fonts of TCVN3 whose name ends in H show capitals for small letters.

    Syllables may not be cut: VNI has a mark behind its letter.
    """
    if not font.lower().startswith(_TCVN3):
        return from_vni(text)
    decoded = from_tcvn3(text)
    return decoded.upper() if font.endswith("H") else decoded


def is_unicode(text: str) -> bool:
    """Whether ``text`` has letters that these fonts lack: then it was typed in Unicode, and another font shows it."""
    return any(ord(char) > _LATIN_1 and char.isalpha() for char in text)
