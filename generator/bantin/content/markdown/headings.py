"""Headings: their levels under the page's own, and their anchors."""

from collections.abc import Iterable, Iterator

from bantin.domain.problems import Language
from bantin.domain.text.slugs import slugify

_HIGHEST, _LOWEST = 2, 6
_NAMELESS: dict[Language, str] = {"vi": "muc", "en": "section"}


def fit_levels(written: Iterable[int]) -> Iterator[int]:
    """Levels that fit headings under the page's ``<h1>``, one for each of the levels ``written``.

    The highest become 2, and no level is skipped on the way down. Editors begin with ``#`` or with ``##``; a reader who
    goes from heading to heading must not notice.
    """
    above: list[int] = []
    for level in written:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        yield min(_HIGHEST + len(above) - 1, _LOWEST)


def anchor_of(words: str, language: Language) -> str:
    """The anchor of a heading with these words, unless another one has it already."""
    return slugify(words) or _NAMELESS[language]
