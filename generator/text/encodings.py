"""Telling UTF-8 from the legacy encodings of Vietnamese text, so that an editor is told what to do about it.

Nothing is converted: a guess that is right nine times in ten puts the tenth name wrong on an official page.
"""

import codecs
import re
import unicodedata
from enum import StrEnum
from functools import cache

from msgspec import Struct

_SAMPLE = 100_000


class Legacy(StrEnum):
    """What a text seems to have been written in instead of UTF-8."""

    UTF_16 = "UTF-16"
    WINDOWS_1258 = "Windows-1258"
    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"
    MOJIBAKE = "UTF-8 → Windows-1252"
    UNKNOWN = "unknown"


# TCVN3 puts Vietnamese letters on Latin-1 signs, which stand neither in a word nor at its end: 'C«ng an', 'vµ', '®ång'.
_TCVN3 = r"[a-z][¢£¤¥¦§¨©ª«¬®µ¶¸¹¼½¾]+[a-z]|[a-z][µ¶¸¬¨ª](?!\w)|®[a-zµ¸¶¹Ò-þ]"
# VNI puts the marks of a letter behind it, as other letters: 'Coäng hoøa', 'ñieàu' for đ; none is Vietnamese in UTF-8.
_VNI = r"[aeiouyôö][øûïåäëü]|[öô][øùûõï]|\bñ[aeiouyöô]"
# UTF-8 read as Windows-1252 or Latin-1, then saved: 'CÃ´ng', 'Bá»™', 'Ä‘á»“ng', 'Æ°'. (Ã before a space is a Vietnamese
# capital.)
_AFTER_LEAD = "\x80-\x9f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf‘-›€™…†‡‰‹ŒœŠšŽžŸƒˆ˜–—•"
_MOJIBAKE = f"Ã[{_AFTER_LEAD}]|á[º»][{_AFTER_LEAD}]|Ä[‘\x90\x91]|Æ[°¡]|â€[{_AFTER_LEAD}]"
# Letters that Vietnamese in UTF-8 seldom has, and without which none of these patterns fits, in either case and in any
# form of it that NFC leaves (Greek μ for µ): õ and ù only behind ô, Ã only as the beginning of something. One letter is
# sought much faster than any of several, or than a pattern.
_SUSPECTS = "¢£¤¥¦§¨©ª«¬®µ¶¸¹º»¼½¾ΜμÄäÅåÆËëÏïÑñÖöØøÛûÜü€"
_SUSPECT_PAIRS = tuple(re.compile(pair) for pair in ("ô[õùÕÙ]", "Ô[õùÕÙ]", f"Ã[{_AFTER_LEAD}]"))
_ENOUGH = 3
# VNI's pairs of letters occur in French and Spanish; in VNI text they are dense.
_ENOUGH_VNI, _WORDS_A_VNI_PAIR = 4, 8


class Garbled(Struct, frozen=True):
    """Legacy text found in a decoded string: what it seems to be and where it first shows."""

    legacy: Legacy
    start: int
    end: int


class NotUtf8(ValueError):
    """Bytes that are not UTF-8. ``text`` is what comes before the first wrong one."""

    def __init__(self, text: str, legacy: Legacy) -> None:
        self.text = text
        self.legacy = legacy
        super().__init__(text, legacy)


def decode(data: bytes) -> str:
    """The text of a UTF-8 file, in NFC, with ``\\n`` between its lines and without a byte order mark.

    Raises ``NotUtf8`` with a guess at what it is.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise NotUtf8(data[: error.start].decode(), _guess(data)) from error
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def find_legacy(text: str) -> Garbled | None:
    """The legacy encoding that well-formed UTF-8 ``text`` carries inside, if any.

    One odd pair of letters may be a foreign name; several are an encoding.
    """
    if not _is_suspect(text):
        return None
    enough_vni = max(_ENOUGH_VNI, len(text.split()) // _WORDS_A_VNI_PAIR)
    for legacy, pattern in _patterns().items():
        enough = enough_vni if legacy is Legacy.VNI else _ENOUGH
        found = list(pattern.finditer(text))
        if len(found) >= enough and len({match[0].lower() for match in found}) > 1:
            return Garbled(legacy, found[0].start(), found[0].end())
    return None


@cache
def _patterns() -> dict[Legacy, re.Pattern[str]]:
    """What each encoding looks like. Few texts are so suspect that this is needed."""
    return {
        Legacy.MOJIBAKE: re.compile(_MOJIBAKE),
        Legacy.TCVN3: re.compile(_TCVN3, re.IGNORECASE),
        Legacy.VNI: re.compile(_VNI, re.IGNORECASE),
    }


def _is_suspect(text: str) -> bool:
    if any(letter in text for letter in _SUSPECTS):
        return True
    return any(pair.pattern[0] in text and pair.search(text) for pair in _SUSPECT_PAIRS)


def _guess(data: bytes) -> Legacy:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:_SAMPLE]:
        return Legacy.UTF_16
    sample = data[:_SAMPLE]
    garbled = find_legacy(sample.decode("latin-1"))
    # Good UTF-8 read as Latin-1 is mojibake by definition, which says nothing of the bytes that are not UTF-8.
    if garbled is not None and garbled.legacy is not Legacy.MOJIBAKE:
        return garbled.legacy
    # Windows-1258 writes tones as combining marks behind the vowel: CC grave, D2 hook, DE tilde, EC acute, F2 dot.
    tones = re.findall(rb"[AEIOUYaeiouy\xc2\xca\xd4\xe2\xea\xf4\xd5\xdd\xf5\xfd\xc3\xe3][\xcc\xd2\xde\xec\xf2]", sample)
    return Legacy.WINDOWS_1258 if len(tones) >= _ENOUGH else Legacy.UNKNOWN
