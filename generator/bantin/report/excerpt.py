"""Excerpts: the line of a problem, shortened and without characters that a terminal would interpret."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path

from msgspec import Struct

from bantin.domain.problems import Location

_LARGEST = 4 << 20
_WIDEST = 100
_BEFORE = 40
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


class Excerpt(Struct, frozen=True):
    """A line, perhaps shortened, with the marked columns: ``width`` of them from ``start``, which counts from 0."""

    line: str
    start: int
    width: int


Excerpts = Callable[[Location], Excerpt | None]
"""A function that returns the excerpt for a location, or ``None`` if there is none."""


def excerpts_below(root: Path, edits: Mapping[str, bytes] | None = None) -> Excerpts:
    """Returns a function for excerpts of files below ``root``; those of ``edits``, by path, have this content instead.

    It returns ``None`` for a location without a line, and if the line cannot be read. The last file is cached, since
    one file may have many problems.
    """
    lines_of = lru_cache(maxsize=1)(partial(lines_of_file, root, edits=edits))

    def excerpt(location: Location) -> Excerpt | None:
        lines = lines_of(location.path) if location.line else []
        if not 0 < location.line <= len(lines):
            return None
        return _cut(lines[location.line - 1], max(0, location.column - 1), location.width)

    return excerpt


def lines_of_file(root: Path, path: str, edits: Mapping[str, bytes] | None = None) -> list[str]:
    """The lines of a file below ``root``, or in ``edits``; none if it cannot be read."""
    try:
        data = edits[path] if edits and path in edits else _beginning(root / path)
    except (OSError, ValueError):
        return []
    text = unicodedata.normalize("NFC", data.decode("utf-8-sig", "replace"))
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def shown(text: str) -> str:
    """Replaces all control and formatting characters in ``text``, which a terminal would interpret."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _cut(line: str, start: int, width: int) -> Excerpt:
    first = max(0, start - _BEFORE) if len(line) > _WIDEST else 0
    last = first + _WIDEST
    before, after = "…" if first else "", "…" if len(line) > last else ""
    text = shown(line[first:last].replace("\t", " "))
    position = start - first + len(before)
    return Excerpt(f"{before}{text}{after}", position, max(1, min(width, len(before) + len(text) - position)))


def _beginning(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_LARGEST)
