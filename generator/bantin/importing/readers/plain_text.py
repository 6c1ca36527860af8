"""Reads raw text, as copied from a page of a portal into a file: each line is a paragraph."""

import unicodedata

from bantin.domain.text.encodings import NotUtf8, decode, find_legacy
from bantin.domain.text.legacy_encodings import Legacy, find_legacy_passage
from bantin.importing.material import (
    Form,
    Material,
    Notice,
    NoticeKind,
    Paragraph,
    Place,
    PlaceKind,
    Refusal,
    Unreadable,
)

_MOST_BYTES = 1_000_000
_MOST_LINES = 10_000
# What copying from a browser leaves between letters.
_INVISIBLE = dict.fromkeys(map(ord, "\0\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BY_LETTER = (Legacy.TCVN3, Legacy.VNI, Legacy.VISCII)


def read_text(data: bytes, name: str) -> Material:
    """Reads the raw text ``data`` of the file ``name``. Blank lines are left out, but counted in the places.

    Raises ``Unreadable`` for more than a megabyte or 10,000 lines, for no text at all, and for bytes in no encoding
    of Vietnamese.
    """
    if len(data) > _MOST_BYTES:
        raise Unreadable(Refusal.TOO_LARGE, name)
    text, legacy = _decoded(data, name)
    blocks = tuple(
        Paragraph(words, Place(PlaceKind.LINE, number))
        for number, line in enumerate(text.split("\n"), 1)
        if (words := " ".join(line.translate(_INVISIBLE).split()))
    )
    if not blocks:
        raise Unreadable(Refusal.EMPTY, name)
    if len(blocks) > _MOST_LINES:
        raise Unreadable(Refusal.TOO_COSTLY, name)
    return Material(name, Form.PAGE, blocks, notices=_notices(text, legacy))


def _decoded(data: bytes, name: str) -> tuple[str, Legacy | None]:
    """The text in NFC, and the legacy encoding that it was in, if not UTF-8."""
    try:
        return decode(data), None
    except NotUtf8 as error:
        legacy = error.legacy
    try:
        text = _from_legacy(data, legacy)
    except UnicodeError as error:
        raise Unreadable(Refusal.DAMAGED, name) from error
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")), legacy


def _from_legacy(data: bytes, legacy: Legacy) -> str:
    """Decodes ``data``. Raises ``UnicodeError`` if it is not in that encoding, or the encoding is unknown."""
    if legacy is Legacy.UTF_16:
        return data.decode(_byte_order(data)).removeprefix("\ufeff")
    if legacy is Legacy.WINDOWS_1258:
        return data.decode("cp1258")
    if legacy in _BY_LETTER:
        return "\n".join(_read_line(line, legacy) for line in data.decode("latin-1").split("\n"))
    raise UnicodeError(legacy)


def _byte_order(data: bytes) -> str:
    """UTF-16 with the byte order of its mark, or that in which most zeros are high bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    return "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"


def _read_line(line: str, legacy: Legacy) -> str:
    """A line with its Vietnamese words decoded. Raises ``UnicodeError`` if some of them are none then."""
    found = find_legacy_passage(line, (legacy,))
    if found is None:
        return line
    if not found.reading:
        raise UnicodeError(legacy)
    return f"{line[: found.start]}{found.reading}{line[found.end :]}"


def _notices(text: str, legacy: Legacy | None) -> tuple[Notice, ...]:
    """Tells of a text that was converted, or of words that should have been."""
    if legacy in (*_BY_LETTER, Legacy.WINDOWS_1258):
        return (Notice(NoticeKind.LEGACY_FONT, str(legacy), Place(PlaceKind.LINE, 1)),)
    found = find_legacy(text)
    if found is None:
        return ()
    place = Place(PlaceKind.LINE, text.count("\n", 0, found.start) + 1)
    return (Notice(NoticeKind.LEGACY_FONT, text[found.start : found.end][:200], place),)
