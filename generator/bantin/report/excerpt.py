"""The line that a problem is about, as it can be shown: short enough, and without what would confuse a terminal."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path

from msgspec import Struct

from bantin.domain.problems import Location

_LARGEST = 4 << 20
_WIDEST = 100
_BEFORE = 40
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


class Excerpt(Struct, frozen=True):
    """A line, perhaps cut, and the columns of it that are meant: from ``start``, counted from 0, ``width`` of them."""

    line: str
    start: int
    width: int


Excerpts = Callable[[Location], Excerpt | None]
"""What shows the line of a place, where there is one."""


def excerpts_below(root: Path) -> Excerpts:
    """What shows lines of files below ``root``; it shows none for a whole file, nor where the line is not to be had.

    The file that was asked for last is kept, since it may have many problems.
    """
    lines_of = lru_cache(maxsize=1)(partial(_read_lines, root))

    def excerpt(location: Location) -> Excerpt | None:
        lines = lines_of(location.path) if location.line else []
        if not 0 < location.line <= len(lines):
            return None
        return _cut(lines[location.line - 1], max(0, location.column - 1), location.width)

    return excerpt


def _read_lines(root: Path, path: str) -> list[str]:
    """The lines of a file; none if it is not to be had."""
    try:
        with (root / path).open("rb") as file:
            data = file.read(_LARGEST)
    except (OSError, ValueError):
        return []
    text = unicodedata.normalize("NFC", data.decode("utf-8-sig", "replace"))
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def shown(text: str) -> str:
    """``text`` with everything that a terminal would obey rather than show replaced."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _cut(line: str, start: int, width: int) -> Excerpt:
    first = max(0, start - _BEFORE) if len(line) > _WIDEST else 0
    last = first + _WIDEST
    before, after = "…" if first else "", "…" if len(line) > last else ""
    text = shown(line[first:last].replace("\t", " "))
    position = start - first + len(before)
    return Excerpt(f"{before}{text}{after}", position, max(1, min(width, len(before) + len(text) - position)))
