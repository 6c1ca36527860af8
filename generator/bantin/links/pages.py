"""Collects the external links of a site's pages."""

from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from urllib.parse import urldefrag, urlsplit

_ATTRIBUTES = {"a": "href", "area": "href", "img": "src", "source": "src", "iframe": "src"}


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wanted = _ATTRIBUTES.get(tag)
        self.found += (value.strip() for name, value in attrs if name == wanted and value)


def links_of(paths: Iterable[str], read: Callable[[str], bytes | None], base_url: str) -> dict[str, tuple[str, ...]]:
    """All addresses on other sites to which the pages ``paths`` link, each with these pages.

    ``read`` returns the bytes of a page, ``None`` if it is not available. Fragments are left out, since servers do not
    see them. Links to the site itself, at ``base_url``, are left out: every build checks them.
    """
    found: dict[str, list[str]] = {}
    own = urlsplit(base_url).netloc
    for path in paths:
        parser = _Links()
        parser.feed((read(path) or b"").decode("utf-8", "replace"))
        for url in dict.fromkeys(_elsewhere(link, own) for link in parser.found):
            if url:
                found.setdefault(url, []).append(path)
    return {url: tuple(pages) for url, pages in found.items()}


def _elsewhere(link: str, own: str) -> str:
    """The address of ``link`` without its fragment; empty unless it leads to another host than ``own``."""
    try:
        parts = urlsplit(link)
        is_external = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.netloc != own
    except ValueError:
        return ""
    return urldefrag(link).url if is_external else ""
