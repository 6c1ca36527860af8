"""Headings: their levels below the page's own heading, and their anchors."""

from collections.abc import Iterable, Iterator

from bantin.domain.problems import Language
from bantin.domain.text.slugs import slugify

_HIGHEST, _LOWEST = 2, 6
_NAMELESS: dict[Language, str] = {"vi": "muc", "en": "section"}


def fit_levels(written: Iterable[int]) -> Iterator[int]:
    """Fits heading levels under the page's ``<h1>``, one for each of the levels ``written``.

    The highest become 2, and no level is skipped on the way down, whether editors begin with ``#`` or with ``##``:
    screen reader users navigate by headings.
    """
    above: list[int] = []
    for level in written:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        yield min(_HIGHEST + len(above) - 1, _LOWEST)


def anchor_of(words: str, language: Language) -> str:
    """The anchor of a heading with these words, if no other heading has it."""
    return slugify(words) or _NAMELESS[language]
