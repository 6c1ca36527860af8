"""Decodes UTF-8 and detects legacy encodings of Vietnamese text, so that editors learn how to convert a file.

Nothing is converted here: a guess that is right nine times in ten would publish every tenth name misspelt.
"""

import codecs
import re
import unicodedata
from collections import Counter
from itertools import islice

from msgspec.structs import replace

from bantin.domain.text.legacy_encodings import Legacy, LegacyPassage, find_legacy_passage

_SAMPLE = 100_000
# UTF-8 that was read as Windows-1252 or Latin-1 and saved: 'CÃ´ng', 'Bá»™', 'Ä‘á»“ng', 'Æ°'. (Ã before a space is a
# Vietnamese capital.)
_AFTER_LEAD = "\x80-\x9f\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf‘-›€™…†‡‰‹ŒœŠšŽžŸƒˆ˜–—•"
_MOJIBAKE = f"Ã[{_AFTER_LEAD}]|á[º»][{_AFTER_LEAD}]|Ä[‘\x90\x91]|Æ[°¡]|â€[{_AFTER_LEAD}]"
# Letters that are rare in Vietnamese, but occur in nearly any two words that were typed in a legacy encoding.
# Substring tests for single letters are much faster than a character class or another pattern.
_SUSPECTS = "»ïðøµ®ä\u00adÞºñ¸ßªö¯¹«ûÖåîæÛ½©Ä¨¾Ø¬¢üë¶ÆÏÑËÜ€"
# Common letters in positions in which Vietnamese does not have them.
_SUSPECT_PAIRS = tuple(
    re.compile(pair)
    for pair in (
        f"Ã[{_AFTER_LEAD}]",
        *(f"{tone}(?<=[âêôãõýaeouy]{tone})" for tone in "ìòÌÒ"),
        *(f"{capital}(?<=[a-z]{capital})" for capital in "ÊÒÔÕ"),
    )
)
# Very common letters in such positions: only searched for at the beginning, where the titles are.
_FIRST_PAIRS = tuple(
    re.compile(pair)
    for pair in ("â(?<=[aeo]â)", "á(?<=[ae]á)", "ù(?<=[yô]ù)", "Â(?<=[AEO]Â)", "Á(?<=[AE]Á)", "Ù(?<=[YÔ]Ù)")
)
_FIRST = 2_000

HINT = (
    rf"[{_SUSPECTS}]|Ã[{_AFTER_LEAD}]|[âêôãõýaeouy][ìòÌÒ]|[a-z][ÊÒÔÕ]"
    r"|[aeo]â|[ae]á|[yô]ù|[AEO]Â|[AE]Á|[YÔ]Ù"
)
"""A pattern without lookarounds that matches every text in which :func:`find_legacy` finds something."""

_ENOUGH = 3
_MOST_LINES = 1_000
_SHORTEST_UTF_16 = 16
_OF_FILES = (Legacy.TCVN3, Legacy.VNI, Legacy.VISCII, Legacy.WINDOWS_1258)


class NotUtf8(ValueError):
    """The bytes are not UTF-8. ``text`` is what comes before the first invalid byte, ``legacy`` the likely encoding."""

    def __init__(self, text: str, legacy: Legacy) -> None:
        self.text = text
        self.legacy = legacy
        super().__init__(text, legacy)


def decode(data: bytes) -> str:
    """Decodes a UTF-8 file: in NFC, with ``\\n`` between lines and without a byte order mark.

    Raises ``NotUtf8`` with a guess at the actual encoding.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    if b"\0" in data and _is_utf_16(data):
        raise NotUtf8("", Legacy.UTF_16)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise NotUtf8(data[: error.start].decode(), _guess(data)) from error
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def find_legacy(text: str) -> LegacyPassage | None:
    """The first words of ``text``, valid UTF-8, that were typed in a legacy encoding, if any.

    An odd pair of letters alone may be a foreign name, so words only count if that encoding turns them into Vietnamese.
    """
    if not _is_suspect(text):
        return None
    at = 0
    odd_lines = 0
    for line in text.split("\n"):
        if odd_lines < _MOST_LINES and not line.isascii() and _is_suspect(line):
            odd_lines += 1
            found = find_legacy_passage(line)
            if found:
                return replace(found, start=at + found.start, end=at + found.end)
        at += len(line) + 1
    return _foreign_mojibake(text)


def _foreign_mojibake(text: str) -> LegacyPassage | None:
    """Mojibake of a text that is not Vietnamese: several different occurrences."""
    found = list(islice(re.compile(_MOJIBAKE).finditer(text), _MOST_LINES))
    if len(found) < _ENOUGH or len({match[0] for match in found}) == 1:
        return None
    return LegacyPassage(Legacy.MOJIBAKE, found[0].start(), found[0].end())


def _is_suspect(text: str) -> bool:
    if any(letter in text for letter in _SUSPECTS):
        return True
    if any(pair.pattern[0] in text and pair.search(text) for pair in _SUSPECT_PAIRS):
        return True
    return any(pair.search(text, 0, _FIRST) for pair in _FIRST_PAIRS)


def _is_utf_16(data: bytes) -> bool:
    """Whether, as in UTF-16 text, many null bytes are at even offsets and hardly any at odd ones, or vice versa."""
    sample = data[:_SAMPLE]
    fewer, more = sorted((sample[::2].count(0), sample[1::2].count(0)))
    return len(sample) >= _SHORTEST_UTF_16 and more > len(sample) // 4 and fewer * 10 < more


def _guess(data: bytes) -> Legacy:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:_SAMPLE]:
        return Legacy.UTF_16
    # Mojibake is not tried: any UTF-8 read as Latin-1 looks like it, which says nothing about the invalid bytes.
    lines = (line for line in data[:_SAMPLE].decode("latin-1").split("\n") if not line.isascii())
    found = Counter(one.legacy for line in islice(lines, _MOST_LINES) if (one := find_legacy_passage(line, _OF_FILES)))
    return found.most_common(1)[0][0] if found else Legacy.UNKNOWN
