"""Slugs: the parts that addresses are made of: lower-case ASCII letters and digits, joined by single hyphens."""

import re
from functools import lru_cache

from generator.text.folding import fold

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=10_000)
def slugify(text: str) -> str:
    """The slug of ``text``: ``Quy chế phối hợp`` becomes ``quy-che-phoi-hop``. Empty when nothing can be spelt."""
    return _OTHER.sub("-", fold(text)).strip("-")


def is_slug(text: str) -> bool:
    """Whether ``text`` can stand in an address as it is."""
    return SLUG.fullmatch(text) is not None


def shorten(slug: str, length: int) -> str:
    """``slug`` cut to at most ``length`` characters, between words where that is possible."""
    if len(slug) <= length:
        return slug
    whole_words, _, _ = slug[: length + 1].rpartition("-")
    return whole_words or slug[:length]
