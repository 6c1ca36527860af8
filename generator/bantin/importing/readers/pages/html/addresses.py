"""The old address of a page: the path and the query at which its portal published it."""

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from bantin.domain.text.urls import decoded

_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\([0-9]{1,6}\)(https?://[^\s<>]{1,2000})\s{0,9}-->", re.IGNORECASE)
_HEAD = 4_096
_NOT_ASCII = re.compile(r"(?:%[89A-F][0-9A-F])+", re.IGNORECASE)
_HOME = re.compile(r"/?(?:(?:index|default|home)(?:\.[a-z]{2,5})?)?", re.IGNORECASE)


def path_of(url: str) -> str:
    """The path and the query of an address, with letters instead of their percent codes; empty if it is not one."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https") or not parts.path.startswith("/"):
        return "" if parts.path or not parts.netloc else f"/?{parts.query}" if parts.query else "/"
    return _readable(f"{parts.path}?{parts.query}" if parts.query else parts.path)


def _readable(path: str) -> str:
    read = _NOT_ASCII.sub(lambda code: decoded(code[0]), path)
    return path if "\N{REPLACEMENT CHARACTER}" in read else read


def old_address(root: HtmlElement, text: str) -> str:
    """The old address that the page ``root`` states, or that the browser wrote into its ``text`` when it saved it.

    Where the two name one path and one of them lacks the query, that with the query: some portals state one address for
    all of their news. That of the home page is none.
    """
    stated = _stated(root)
    saved = _SAVED_FROM.search(text, 0, _HEAD)
    visited = _article_path(saved[1]) if saved else ""
    if visited and (not stated or visited.partition("?")[0] == stated):
        return visited
    return stated


def _stated(root: HtmlElement) -> str:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (path := _article_path(link.get("href") or "")):
            return path
    for meta in root.iter("meta"):
        if meta.get("property") == "og:url" and (path := _article_path(meta.get("content") or "")):
            return path
    return ""


def _article_path(url: str) -> str:
    path = path_of(url)
    return "" if _HOME.fullmatch(path) else path
