"""The links of a site to other sites, by its pages."""

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
    """Every address on another site that the pages ``paths`` link to, with those pages.

    ``read`` gives a page's bytes, ``None`` if it cannot be had. Fragments are left out: no server sees them. The site
    at ``base_url`` is checked by every build.
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
    """The address that ``link`` leads to on another site than the host ``own``; empty if it does not."""
    try:
        parts = urlsplit(link)
        leads = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.netloc != own
    except ValueError:
        return ""
    return urldefrag(link).url if leads else ""
