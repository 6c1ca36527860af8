"""Addresses of pages and sites in front matter and settings."""

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"\[?\w(?:[\w.:-]*\w)?\]?")
_NOT_IN_URL = re.compile(r"[\s<>\"\\]")
# Only characters that mean the same in links, in patterns and in the settings of web servers. Without passwords.
_SITE = re.compile(r"https?://[^/@?#]+(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")


def is_url(text: str) -> bool:
    """Whether ``text`` is an absolute web address (``http`` or ``https``) without spaces or quotes."""
    try:
        parts = urlsplit(text)
        host = parts.hostname if parts.port is None or parts.port else None
    except ValueError:
        return False
    return bool(host and _HOST.fullmatch(host) and parts.scheme in ("http", "https") and not _NOT_IN_URL.search(text))


def is_site(text: str) -> bool:
    """Whether ``text`` is the address of a site that the settings of a web server can contain unescaped."""
    return is_url(text) and text.isascii() and _SITE.fullmatch(text) is not None
