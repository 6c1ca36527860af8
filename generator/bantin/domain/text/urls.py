"""Addresses (URLs): their schemes, their full forms, and addresses that people type without a scheme."""

import re
import unicodedata
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from bantin.domain.text.html_entities import unescape

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""The schemes to which a page may link."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_OTHER_HOST = re.compile(r"[/\\]{2}")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\xa0]")


def scheme_of(url: str) -> str:
    """The scheme of ``url`` as a browser reads it, in lower case; empty for an address inside the site."""
    read = _IGNORED_BY_BROWSERS.sub("", unescape(url))
    match = _SCHEME.match(read)
    if match is not None:
        return match[1].lower()
    return "https" if _OTHER_HOST.match(read) else ""


def origin_of(url: str) -> str:
    """The origin of a full address (scheme and host); empty for an address inside the site."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def decoded(part: str) -> str:
    """Decodes a percent-encoded part of an address, in NFC: some file systems decompose letters in names."""
    return unicodedata.normalize("NFC", unquote(part))


def full(root: str, address: str) -> str:
    """Joins ``root``, which ends with a slash, and ``address``; if ``root`` is a full address, ``../`` is resolved."""
    return urljoin(root, address) if address.startswith("../") and scheme_of(root) else root + address


_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:vn|com|org|net|int|info|eu|asia)"
_PLACE = re.compile(rf"(?:www\.[^\s<>@]+\.[^\s<>@]+|{_HOST}(?::[0-9]+)?(?:[/?#]\S*)?)", re.IGNORECASE)
# Misspelt schemes: https:/x.vn, https:\\\\x.vn, https//x.vn, http;//x.vn
_SCHEME_SLIP = re.compile(r"(https?)(?!://[^\s/])(?:[:;][/\\\s]*|[/\\]{2})([^\s/\\]+\.\S+)", re.IGNORECASE)
_MAIL = re.compile(r"[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_PHONE = re.compile(r"(\(?\+?[0-9][0-9 ().-]{6,18}[0-9])")
_NOT_DIGIT = re.compile(r"[^0-9]")
_ADDRESS = re.compile(
    r"(?:https?://|mailto:|tel:|www\.|\.{0,2}/)\S+|\S+\.(?:md|pdf|docx?|xlsx?|jpe?g|png|html?|od[ts]|zip)(?:[#?]\S*)?",
    re.IGNORECASE,
)
_LOCAL_FILE = re.compile(r"file:|[A-Za-z]:[\\/]|\\\\", re.IGNORECASE)


def completed_address(words: str) -> str:
    """The full address for ``words`` such as ``www.x.vn``, ``a@b.vn``, ``024 3936 1234``; empty for anything else."""
    words = words.strip()
    slip = _SCHEME_SLIP.fullmatch(words)
    if slip:
        return f"{slip[1].lower()}://{slip[2]}"
    if _MAIL.fullmatch(words):
        return f"mailto:{words}"
    if _PLACE.fullmatch(words):
        return f"https://{words}"
    digits = _NOT_DIGIT.sub("", words)
    if not _PHONE.fullmatch(words) or not 8 <= len(digits) <= 15:
        return ""
    if "+" in words:
        return f"tel:+{digits}"
    return f"tel:+84{digits[1:]}" if digits[0] == "0" else f"tel:{digits}"


def is_address(words: str) -> bool:
    """Whether ``words`` look like the address of a page, a file or a mailbox."""
    return _ADDRESS.fullmatch(words) is not None or bool(completed_address(words))


def is_local_file(address: str) -> bool:
    """Whether an address is that of a file on the editor's own computer or network, such as ``C:\\...``."""
    return _LOCAL_FILE.match(address) is not None


def tail_of(parts: SplitResult) -> str:
    """The query and the fragment of an address, with ``?`` and ``#``: ``?page=2#notes``."""
    return (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
