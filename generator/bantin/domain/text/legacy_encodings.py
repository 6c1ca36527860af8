"""Recognises and decodes Vietnamese text that was typed in a legacy encoding.

Text that was typed with TCVN3, VNI or VISCII fonts, or UTF-8 that was read as Windows-1252, is valid Unicode, but its
words are not Vietnamese. So each encoding is tried, and the one that turns most words into syllables wins.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import islice, pairwise

from msgspec import Struct

from bantin.domain.text.syllables import is_syllable


class Legacy(StrEnum):
    """The encoding in which a text seems to have been typed instead of UTF-8."""

    UTF_16 = "UTF-16"
    WINDOWS_1258 = "Windows-1258"
    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"
    VISCII = "VISCII"
    MOJIBAKE = "UTF-8 → Windows-1252"
    UNKNOWN = "unknown"


# Letters, and the Latin-1 characters that have the same codes.
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
)
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
    "".join(map(chr, range(0x80, 0x100))),
)
_VNI_WHOLE = {"ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}
# VNI writes marks after the letter: grave, hook, tilde, acute, dot; alone, with a circumflex and with a breve.
_VNI_MARKS = {
    sign: (shape, tone)
    for shape, signs in (("", "øûõùï"), ("\u0302", "àåãáä"), ("\u0306", "èúüéë"))
    for sign, tone in zip(signs, "\u0300\u0309\u0303\u0301\u0323", strict=True)
} | {"â": ("\u0302", ""), "ê": ("\u0306", "")}
_VNI_PAIR = re.compile("([aeouyôö])([øûõùïàåãáäèúüéëâê])|[ñìíæóòîôö]", re.IGNORECASE)


def from_tcvn3(word: str) -> str:
    """Decodes text in a font of TCVN3, whose characters were taken for those of Latin-1."""
    return word.translate(_table(*_TCVN3))


def _from_viscii(word: str) -> str:
    return _in_latin_1(word).translate(_table(*_VISCII))


def from_vni(word: str) -> str:
    """Decodes text in a font of VNI, whose characters were taken for those of Latin-1; the result is in NFC."""
    return unicodedata.normalize("NFC", _VNI_PAIR.sub(_vni_letter, word))


def _from_windows_1258(word: str) -> str:
    decoded = _bytes_of(word).decode("cp1258", "replace")
    return unicodedata.normalize("NFC", decoded)


def _from_mojibake(word: str) -> str:
    for encoding in ("cp1252", "cp1258"):
        try:
            return unicodedata.normalize("NFC", _bytes_of(word, encoding).decode())
        except ValueError:
            continue
    return word


@cache
def _table(letters: str, signs: str) -> Mapping[int, str]:
    return {ord(sign): letter for sign, letter in zip(signs, letters, strict=True)}


def _vni_letter(match: re.Match[str]) -> str:
    base, sign = match[1], match[2]
    if base is None:
        letter = _VNI_WHOLE[match[0].lower()]
        return letter.upper() if match[0].isupper() else letter
    shape, tone = _VNI_MARKS[sign.lower()]
    whole = _VNI_WHOLE.get(base.lower(), base)
    return f"{whole.upper() if base.isupper() else whole}{shape}{tone}"


def _in_latin_1(word: str) -> str:
    """Replaces characters of Windows-1252 with the Latin-1 control characters of the same codes."""
    return "".join(chr(char.encode("cp1252")[0]) if char in _WINDOWS else char for char in word)


_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"


def _bytes_of(word: str, encoding: str = "cp1252") -> bytes:
    """The bytes that ``encoding`` decodes to ``word``. Raises ``ValueError`` if there are none."""
    return b"".join(bytes([ord(char)]) if 0x7F < ord(char) < 0xA0 else char.encode(encoding) for char in word)


_DECODERS: Mapping[Legacy, Callable[[str], str]] = {
    Legacy.MOJIBAKE: _from_mojibake,
    Legacy.TCVN3: from_tcvn3,
    Legacy.VNI: from_vni,
    Legacy.VISCII: _from_viscii,
    Legacy.WINDOWS_1258: _from_windows_1258,
}


class LegacyPassage(Struct, frozen=True):
    """A passage of a text, from ``start`` to ``end``, that is Vietnamese only if decoded as ``legacy``.

    ``reading`` is the decoded passage if all of its words are valid then; empty if that is not certain.
    """

    legacy: Legacy
    start: int
    end: int
    reading: str = ""


_WORD = re.compile(r"[^ \t\n|]+")
_AROUND = "\"'“”‘’()[]{}*_#>~:;,.!?…-–—/«»"
_QUOTES = "«».,:;"
_HAS_LETTER = re.compile("[A-Za-z]")
_FIGURE = re.compile("[0-9]")
_PARTS = re.compile("[-/–—]")
_ENOUGH = 2
_LEAST_DECODABLE = 0.8
_SAMPLE = 12
_MOST_WORDS = 400
_LONGEST_WORD = 40
_NEVER = re.compile("(?!)")
# Sequences that occur in no word of any language.
_ODDEST = {
    Legacy.MOJIBAKE: re.compile(""),
    Legacy.TCVN3: re.compile(r"[A-Za-z][¨©«¬®¸¹»¼½¾][a-z]"),
    Legacy.VNI: _NEVER,
    Legacy.VISCII: _NEVER,
    Legacy.WINDOWS_1258: re.compile("[âêôãõý][ìòÌÒÞ]"),
}


def find_legacy_passage(line: str, legacies: Sequence[Legacy] = tuple(_DECODERS)) -> LegacyPassage | None:
    """The words of ``line`` that are in one of ``legacies``, if at least two become syllables only in that encoding.

    One word is enough if it contains a sequence that no other text has.
    """
    words = (found for found in _WORD.finditer(line) if not found[0].isascii())
    invalid = list(islice((found for found in words if not _is_valid(found[0])), _MOST_WORDS))
    if not invalid:
        return None
    first = invalid[:_SAMPLE]
    best = max(legacies, key=lambda legacy: len(_decodable(first, legacy)))
    if len(_decodable(first, best)) < _LEAST_DECODABLE * len({found[0] for found in first}):
        return None
    decodable = _decodable(invalid, best)
    if len(decodable) < (1 if any(map(_ODDEST[best].search, decodable)) else _ENOUGH):
        return None
    return _widened(line, invalid, best)


def _decodable(invalid: Sequence[re.Match[str]], legacy: Legacy) -> set[str]:
    """The words that become valid when decoded as ``legacy``."""
    return {found[0] for found in invalid if _is_valid(_read(found[0], legacy))}


def _is_valid(word: str) -> bool:
    """Whether a word, without punctuation around it, is a Vietnamese syllable, or has a digit, or has no letters."""
    bare = word.strip(_AROUND)
    if len(bare) > _LONGEST_WORD:
        return True
    if not _HAS_LETTER.search(bare):
        return not any(char.isalpha() for char in bare) or is_syllable(bare)
    if _FIGURE.search(bare):
        return True
    mixed = any(before.islower() and char.isupper() for before, char in pairwise(bare))
    return not mixed and all(is_syllable(part) for part in _PARTS.split(bare) if part)


def _read(word: str, legacy: Legacy) -> str:
    try:
        read = _decoded(word, legacy)
    except ValueError:
        return word
    # TCVN3 has no capitals with marks: a second font shows the small letters as capitals.
    return read.lower() if legacy is Legacy.TCVN3 else read


def _decoded(word: str, legacy: Legacy) -> str:
    """Decodes ``word`` as ``legacy``; quotation marks around it may be encoded letters or real ones."""
    whole = _DECODERS[legacy](word)
    core = word.strip(_QUOTES)
    if core in ("", word) or _is_valid(whole.lower()):
        return whole
    before, _, behind = word.partition(core)
    return f"{before}{_DECODERS[legacy](core)}{behind}"


def _widened(line: str, invalid: Sequence[re.Match[str]], legacy: Legacy) -> LegacyPassage:
    """The passage from the first to the last of the invalid words, with the words around them that may belong to it."""
    head, tail = invalid[0], invalid[-1]
    first = head.start() + len(head[0]) - len(head[0].lstrip(_AROUND))
    last = tail.end() - len(tail[0]) + len(tail[0].rstrip(_AROUND))
    begin, end = _edge_before(line, first), _edge_behind(line, last)
    for start, stop in ((begin, end), (first, last)):
        reading = _reading(line[start:stop], legacy)
        if reading is not None:
            return LegacyPassage(legacy, start, stop, reading)
    return LegacyPassage(legacy, first, last)


def _edge_before(line: str, first: int) -> int:
    """Where the passage of the word at ``first`` begins: after a key, a list marker or a cell border.

    After a word in Unicode the beginning is not known, so it is ``first``.
    """
    edges = list(_EDGE_BEFORE.finditer(line, 0, first))
    return first if edges[-1]["unicode"] else edges[-1].end()


def _edge_behind(line: str, last: int) -> int:
    edge = _EDGE_BEHIND.search(line, last)
    if edge is None:
        return last + len(line[last:].rstrip())
    return last if edge["unicode"] else last + len(line[last : edge.start()].rstrip())


# A letter that no legacy encoding shows, with the rest of its word.
_UNICODE = r"(?P<unicode>[^\s\x00-\u00ff‘’“”–—…€][^\s]*)"
_EDGE_BEFORE = re.compile(
    rf"^\s*(?:[-*+>#]+\s+|[0-9]+[.)]\s+)?(?:- )?(?:[\w-]+:\s+)?[\"']?|\|\s*|[\[{{,]\s?|: |{_UNICODE}"
)
_EDGE_BEHIND = re.compile(rf"\||[\"']\s*$|[\]}},]|[.:;]\s*$|{_UNICODE}")


def _reading(piece: str, legacy: Legacy) -> str | None:
    """``piece`` decoded as ``legacy``, if all of its words are valid then."""
    try:
        read = [word if word.isascii() else _in_case(_decoded(word, legacy)) for word in piece.split(" ")]
    except ValueError:
        return None
    if not all(word.isascii() or _is_valid(word) for word in read):
        return None
    letters = [char for char in piece if char.isascii() and char.isalpha()]
    in_capitals = len(letters) > _ENOUGH and all(map(str.isupper, letters))
    return " ".join(read).upper() if in_capitals else " ".join(read)


def _in_case(word: str) -> str:
    """``word`` in capitals, if it has one after its first letter: TCVN3 has capitals without marks only."""
    return word.upper() if any(char.isupper() for char in word[1:]) else word
