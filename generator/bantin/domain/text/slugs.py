"""Slugs: the parts that addresses are made of: lower-case ASCII letters and digits, joined by single hyphens."""

import re
from functools import lru_cache

from bantin.domain.text.folding import fold

LONGEST_NAME = 252
"""Bytes of the longest part of an address: common file systems take 255, and ``.gz`` may be put behind it."""
LONGEST_ADDRESS = 1000
"""Bytes of the longest address: object stores take 1,024, and a deployment may put a folder before it."""
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")


class _Spelling(dict[int, str]):
    """What characters are spelt with in a slug, and spaces in the place of the others; each is learnt when it is met.

    To fold a text is to fold its characters one by one, since what depends on their neighbours is the order of marks,
    of which none is left.
    """

    def __missing__(self, code: int) -> str:
        self[code] = spelt = _OTHER.sub(" ", fold(chr(code)))
        return spelt


_SPELLING = _Spelling()


@lru_cache(maxsize=10_000)
def slugify(text: str) -> str:
    """The slug of ``text``: ``Quy chế phối hợp`` becomes ``quy-che-phoi-hop``. Empty when nothing can be spelt."""
    return "-".join(text.translate(_SPELLING).split())


def is_slug(text: str) -> bool:
    """Whether ``text`` can stand in an address as it is."""
    return SLUG.fullmatch(text) is not None


def fits(path: str) -> bool:
    """Whether a file can have the address ``path``, wherever the site lies."""
    if len(path) * 4 <= LONGEST_NAME:  # no character has more bytes in UTF-8
        return True
    parts = path.encode("utf-8", "replace").split(b"/")
    return max(map(len, parts)) <= LONGEST_NAME and sum(map(len, parts)) + len(parts) <= LONGEST_ADDRESS


def shorten(slug: str, length: int) -> str:
    """``slug`` cut to at most ``length`` characters, between words where that is possible."""
    if len(slug) <= length:
        return slug
    whole_words, _, _ = slug[: length + 1].rpartition("-")
    return whole_words or slug[:length]
