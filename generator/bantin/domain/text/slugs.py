"""Slugs, the parts of addresses: lower-case ASCII letters and digits, joined by single hyphens."""

import re
from functools import lru_cache

from bantin.domain.text.folding import fold

LONGEST_NAME = 252
"""Bytes of the longest part of an address: common file systems take 255, and ``.gz`` may be appended."""
LONGEST_ADDRESS = 1000
"""Bytes of the longest address: object stores take 1,024, and a deployment may add a folder in front."""
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")


class _Spelling(dict[int, str]):
    """A table for ``str.translate`` from characters to their spelling in a slug, or a space. Filled on demand.

    Folding character by character gives the same result as folding a whole text: only the order of combining marks
    depends on the context, and folding removes them.
    """

    def __missing__(self, code: int) -> str:
        self[code] = spelt = _OTHER.sub(" ", fold(chr(code)))
        return spelt


_SPELLING = _Spelling()


@lru_cache(maxsize=10_000)
def slugify(text: str) -> str:
    """The slug of ``text``: ``Quy chế phối hợp`` becomes ``quy-che-phoi-hop``. Empty if no character can be spelt."""
    return "-".join(text.translate(_SPELLING).split())


def is_slug(text: str) -> bool:
    """Whether ``text`` is a slug."""
    return SLUG.fullmatch(text) is not None


def fits(path: str) -> bool:
    """Whether ``path`` is short enough for the address of a file, wherever the site is deployed."""
    if len(path) * 4 <= LONGEST_NAME:  # no character has more bytes in UTF-8
        return True
    parts = path.encode("utf-8", "replace").split(b"/")
    return max(map(len, parts)) <= LONGEST_NAME and sum(map(len, parts)) + len(parts) <= LONGEST_ADDRESS


def shorten(slug: str, length: int) -> str:
    """Cuts ``slug`` to at most ``length`` characters, between words if possible."""
    if len(slug) <= length:
        return slug
    whole_words, _, _ = slug[: length + 1].rpartition("-")
    return whole_words or slug[:length]
