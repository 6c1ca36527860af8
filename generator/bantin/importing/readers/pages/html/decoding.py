"""Decodes web pages: by byte order mark, as UTF-8 if they are, else by the encoding that they declare."""

import codecs
import re
import unicodedata

from bantin.domain.text.encodings import NotUtf8, decode
from bantin.domain.text.legacy_encodings import Legacy
from bantin.importing.material import Refusal, Unreadable

_HEAD = 4_096
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
# By the names that pages use for them. Browsers take ISO 8859-1 for Windows-1252, too (WHATWG Encoding Standard).
_SINGLE_BYTE = {
    b"windows-1258": "cp1258",
    b"cp1258": "cp1258",
    b"windows-1252": "cp1252",
    b"iso-8859-1": "cp1252",
    b"latin1": "cp1252",
    b"us-ascii": "cp1252",
}
_UTF_8 = (b"utf-8", b"utf8")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_page(data: bytes) -> str:
    """The text of a page in NFC.

    Valid UTF-8 is read as such whatever the page declares: browsers save pages as UTF-8 with the old declaration in
    them, and text in another encoding is hardly ever valid UTF-8. Raises ``Unreadable`` if the encoding is not certain.
    """
    if data.startswith(_UTF_16):
        return unicodedata.normalize("NFC", data.decode("utf-16", "replace"))
    try:
        return decode(data)
    except NotUtf8 as error:
        encoding = _encoding(data, error.legacy)
    return unicodedata.normalize("NFC", data.decode(encoding, "replace")).replace("\r\n", "\n").replace("\r", "\n")


def _encoding(data: bytes, guess: Legacy) -> str:
    declared = _DECLARED.search(data, 0, _HEAD)
    name = declared[1].lower() if declared else b""
    # A page that declares Windows-1252 may have been typed in Windows-1258, which the words show.
    if guess is Legacy.WINDOWS_1258 and name not in _UTF_8:
        return "cp1258"
    if name in _SINGLE_BYTE:
        return _SINGLE_BYTE[name]
    if name in _UTF_8:
        return "utf-8"
    raise Unreadable(Refusal.DAMAGED, "encoding")
