"""Addresses as texts: which a page may link to, which a browser would see in a text, how one is written in full."""

import html
import re
from urllib.parse import urljoin, urlsplit

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What a page may link to."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_OTHER_HOST = re.compile(r"[/\\]{2}")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\xa0]")


def scheme_of(url: str) -> str:
    """The scheme that a browser would see in ``url``, in lower case; empty for an address inside the site."""
    read = _IGNORED_BY_BROWSERS.sub("", html.unescape(url))
    match = _SCHEME.match(read)
    if match is not None:
        return match[1].lower()
    return "https" if _OTHER_HOST.match(read) else ""


def origin_of(url: str) -> str:
    """The scheme and host of a full address, as policies name them; empty for an address inside the site."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def full(root: str, address: str) -> str:
    """``address`` behind ``root``, which ends with a slash; where that is a full address, ``../`` goes up from it."""
    return urljoin(root, address) if address.startswith("../") and scheme_of(root) else root + address
