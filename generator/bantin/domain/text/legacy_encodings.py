"""Legacy encodings of Vietnamese: what a text in one of them looks like when it is taken for another, and what it was.

Text that was typed with fonts of TCVN3, VNI or VISCII, or read as Windows-1252, is well-formed Unicode: only its words
are none. So each is tried, and the one under which words become syllables is the one.
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
    """What a text seems to have been written in instead of UTF-8."""

    UTF_16 = "UTF-16"
    WINDOWS_1258 = "Windows-1258"
    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"
    VISCII = "VISCII"
    MOJIBAKE = "UTF-8 → Windows-1252"
    UNKNOWN = "unknown"


# Each letter beside the Latin-1 sign that has its place.
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
)
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
    "".join(map(chr, range(0x80, 0x100))),
)
_VNI_WHOLE = {"ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}
# VNI writes tones and shapes behind the letter: grave, hook, tilde, acute, dot, alone and with a hat and with a breve.
_VNI_MARKS = {
    sign: (shape, tone)
    for shape, signs in (("", "øûõùï"), ("\u0302", "àåãáä"), ("\u0306", "èúüéë"))
    for sign, tone in zip(signs, "\u0300\u0309\u0303\u0301\u0323", strict=True)
} | {"â": ("\u0302", ""), "ê": ("\u0306", "")}
_VNI_PAIR = re.compile("([aeouyôö])([øûõùïàåãáäèúüéëâê])|[ñìíæóòîôö]", re.IGNORECASE)


def _from_tcvn3(word: str) -> str:
    return word.translate(_table(*_TCVN3))


def _from_viscii(word: str) -> str:
    return _in_latin_1(word).translate(_table(*_VISCII))


def _from_vni(word: str) -> str:
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
    """``word`` with the controls of Latin-1 in the place of the signs that Windows-1252 shows for them."""
    return "".join(chr(char.encode("cp1252")[0]) if char in _WINDOWS else char for char in word)


_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"


def _bytes_of(word: str, encoding: str = "cp1252") -> bytes:
    """The bytes that ``encoding`` has shown as ``word``; raises ``ValueError`` where it cannot have."""
    return b"".join(bytes([ord(char)]) if 0x7F < ord(char) < 0xA0 else char.encode(encoding) for char in word)


_DECODERS: Mapping[Legacy, Callable[[str], str]] = {
    Legacy.MOJIBAKE: _from_mojibake,
    Legacy.TCVN3: _from_tcvn3,
    Legacy.VNI: _from_vni,
    Legacy.VISCII: _from_viscii,
    Legacy.WINDOWS_1258: _from_windows_1258,
}


class Decoded(Struct, frozen=True):
    """A piece of a text, from ``start`` to ``end``, that is no Vietnamese unless it is read as ``legacy``.

    ``reading`` is what it is then, if all of its words are sound; empty if it cannot be told for certain.
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
_LEAST_MENDED = 0.8
_SAMPLE = 12
_MOST_WORDS = 400
_LONGEST_WORD = 40
_NEVER = re.compile("(?!)")
# What no word of any language in UTF-8 has.
_ODDEST = {
    Legacy.MOJIBAKE: re.compile(""),
    Legacy.TCVN3: re.compile(r"[A-Za-z][¨©«¬®¸¹»¼½¾][a-z]"),
    Legacy.VNI: _NEVER,
    Legacy.VISCII: _NEVER,
    Legacy.WINDOWS_1258: re.compile("[âêôãõý][ìòÌÒÞ]"),
}


def find_decoded(line: str, legacies: Sequence[Legacy] = tuple(_DECODERS)) -> Decoded | None:
    """The words of ``line`` that are in one of ``legacies``: two of them at least are no syllables but in that.

    One is enough where no other text can look so.
    """
    words = (found for found in _WORD.finditer(line) if not found[0].isascii())
    unsound = list(islice((found for found in words if not _is_sound(found[0])), _MOST_WORDS))
    if not unsound:
        return None
    first = unsound[:_SAMPLE]
    best = max(legacies, key=lambda legacy: len(_mended(first, legacy)))
    if len(_mended(first, best)) < _LEAST_MENDED * len({found[0] for found in first}):
        return None
    mended = _mended(unsound, best)
    if len(mended) < (1 if any(map(_ODDEST[best].search, mended)) else _ENOUGH):
        return None
    return _widened(line, unsound, best)


def _mended(unsound: Sequence[re.Match[str]], legacy: Legacy) -> set[str]:
    """The words that become syllables when they are read as ``legacy``."""
    return {found[0] for found in unsound if _is_sound(_read(found[0], legacy))}


def _is_sound(word: str) -> bool:
    """Whether a word, without the signs around it, is a syllable, or has no letters, or figures."""
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
    # Capitals with marks are small letters in TCVN3, which another font shows as capitals.
    return read.lower() if legacy is Legacy.TCVN3 else read


def _decoded(word: str, legacy: Legacy) -> str:
    """``word`` as ``legacy``, in which signs of quotation around it may be letters, or not."""
    whole = _DECODERS[legacy](word)
    core = word.strip(_QUOTES)
    if core in ("", word) or _is_sound(whole.lower()):
        return whole
    before, _, behind = word.partition(core)
    return f"{before}{_DECODERS[legacy](core)}{behind}"


def _widened(line: str, unsound: Sequence[re.Match[str]], legacy: Legacy) -> Decoded:
    """From the first to the last of the unsound words, and what may belong to them on either side."""
    head, tail = unsound[0], unsound[-1]
    first = head.start() + len(head[0]) - len(head[0].lstrip(_AROUND))
    last = tail.end() - len(tail[0]) + len(tail[0].rstrip(_AROUND))
    begin, end = _edge_before(line, first), _edge_behind(line, last)
    for start, stop in ((begin, end), (first, last)):
        reading = _reading(line[start:stop], legacy)
        if reading is not None:
            return Decoded(legacy, start, stop, reading)
    return Decoded(legacy, first, last)


def _edge_before(line: str, first: int) -> int:
    """Where the words begin that belong to the one at ``first``: behind a key, a mark of an item, a border of a cell.

    Behind words that are in no such encoding it is not known where they begin.
    """
    edges = list(_EDGE_BEFORE.finditer(line, 0, first))
    return first if edges[-1]["sound"] else edges[-1].end()


def _edge_behind(line: str, last: int) -> int:
    edge = _EDGE_BEHIND.search(line, last)
    if edge is None:
        return last + len(line[last:].rstrip())
    return last if edge["sound"] else last + len(line[last : edge.start()].rstrip())


# A word with a letter that no such encoding has any place for.
_SOUND = r"(?P<sound>[^\s\x00-\u00ff‘’“”–—…€][^\s]*)"
_EDGE_BEFORE = re.compile(
    rf"^\s*(?:[-*+>#]+\s+|[0-9]+[.)]\s+)?(?:- )?(?:[\w-]+:\s+)?[\"']?|\|\s*|[\[{{,]\s?|: |{_SOUND}"
)
_EDGE_BEHIND = re.compile(rf"\||[\"']\s*$|[\]}},]|[.:;]\s*$|{_SOUND}")


def _reading(piece: str, legacy: Legacy) -> str | None:
    """``piece`` read as ``legacy``, if all its words are sound then."""
    try:
        read = [word if word.isascii() else _in_case(_decoded(word, legacy)) for word in piece.split(" ")]
    except ValueError:
        return None
    if not all(word.isascii() or _is_sound(word) for word in read):
        return None
    letters = [char for char in piece if char.isascii() and char.isalpha()]
    in_capitals = len(letters) > _ENOUGH and all(map(str.isupper, letters))
    return " ".join(read).upper() if in_capitals else " ".join(read)


def _in_case(word: str) -> str:
    """``word`` in capitals, if it has them behind its first letter: only those without marks are in TCVN3."""
    return word.upper() if any(char.isupper() for char in word[1:]) else word
