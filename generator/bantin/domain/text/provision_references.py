"""References to provisions: ``điểm b khoản 2 Điều 5``, ``từ Điều 5 đến Điều 9``, ``Clause 2, Article 5``.

A reference becomes anchors: ``dieu-5-khoan-2-diem-b``. They consist of the numbers from the article to the provision,
since articles are unique within a text; the point *đ* is ``dd``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from msgspec import Struct

from bantin.domain.text.instruments import BLANK

_LEVELS = {
    "phụ lục": ("phu-luc", 0),
    "annex": ("phu-luc", 0),
    "appendix": ("phu-luc", 0),
    "phần": ("phan", 1),
    "part": ("phan", 1),
    "chương": ("chuong", 2),
    "chapter": ("chuong", 2),
    "mục": ("muc", 3),
    "section": ("muc", 3),
    "tiểu mục": ("tieu-muc", 4),
    "điều": ("dieu", 5),
    "article": ("dieu", 5),
    "khoản": ("khoan", 6),
    "clause": ("khoan", 6),
    "paragraph": ("khoan", 6),
    "điểm": ("diem", 7),
    "point": ("diem", 7),
}
"""The words of the levels, with the part of an anchor and the rank: 0 is outermost."""
_ANNEX, _ARTICLE, _POINT = 0, 5, 7
_ROMAN_RANKS = range(4)
_POINTS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in their order (Decree 34/2016/NĐ-CP, article 68, as amended)."""
_LONGEST_RANGE = 200
_MOST_ANCHORS = 400
_MOST_GROUPS = 40

WORD = (
    rf"(?:phụ{BLANK}lục|phần|chương|tiểu{BLANK}mục|mục|điều|khoản|điểm"
    r"|annex|appendix|part|chapter|section|article|clause|paragraph|point)"
)
"""A pattern without groups for the word of a level, in lower case."""

_TO = rf"{BLANK}(?:đến|tới|to)(?:{BLANK}hết)?{BLANK}|{BLANK}?[-–]{BLANK}?"
_AND = rf"{BLANK}(?:và|hoặc|and|or){BLANK}"
_SIGN = rf"{BLANK}?[,;]{BLANK}?(?:(?:và|hoặc|and|or){BLANK})?"
_OF = rf"{BLANK}?(?:(?:của|thuộc|of){BLANK})?(?:the{BLANK})?"


class ProvisionReference(Struct, frozen=True):
    """A reference that ends at the offset ``end``, and the anchors of its provisions, in order.

    ``own`` is the word before *này* (this): ``điều`` in *khoản 2 Điều này*, whose anchors are relative to that level.
    """

    end: int
    anchors: tuple[str, ...]
    own: str = ""


class _Group(Struct, frozen=True):
    """The provisions after one word: ``khoản 1, 2 và 3``; ``joined`` if a conjunction precedes the word."""

    rank: int
    pieces: tuple[str, ...]
    joined: bool
    to: bool


@cache
def _word() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:từ|các|những|from){BLANK})?({WORD})s?{BLANK}(?:(?P<own>này\b)|(?=[\w'\"“]))", re.IGNORECASE
    )


@cache
def _item(rank: int) -> re.Pattern[str]:
    inner = "[IVXLC]{1,7}|[0-9]{1,3}[a-zđ]?" if rank in _ROMAN_RANKS else "[0-9]{1,4}[a-zđ]{0,2}"
    if rank == _POINT:
        inner = r"[a-zđ][0-9]?|[0-9]{1,2}(?:\.[0-9]{1,2})?"
    return re.compile(rf"['\"“]?({inner})(?!\w)(?![/.,][0-9])(?!%)['\"”]?\)?")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"(?P<to>{_TO})|(?P<and>{_AND})|(?P<sign>{_SIGN})|(?P<of>{_OF})", re.IGNORECASE)


def read_provisions(text: str, start: int) -> ProvisionReference | None:
    """Parses the reference to provisions that begins at ``start``; ``None`` if there is none."""
    groups: list[_Group] = []
    end, joined, to = start, False, False
    at = start
    while len(groups) < _MOST_GROUPS and (found := _word().match(text, at)):
        word = re.sub(BLANK, " ", found[1].lower())
        if found["own"]:
            return ProvisionReference(found.end(), _anchors(groups), word)
        read = _items(text, found.end(), *_LEVELS[word])
        if read is None:
            break
        end, pieces = read
        groups.append(_Group(_LEVELS[word][1], pieces, joined, to))
        link = _between().match(text, end)
        if link is None:
            break
        joined, to, at = bool(link["and"] or link["to"]), bool(link["to"]), link.end()
    return ProvisionReference(end, _anchors(groups)) if groups else None


def _items(text: str, at: int, prefix: str, rank: int) -> tuple[int, tuple[str, ...]] | None:
    """The provisions from the offset ``at``, as parts of anchors, and where they end."""
    found = _item(rank).match(text, at)
    if found is None:
        return None
    pieces, last, end = [_piece(prefix, found[1])], found[1], found.end()
    while link := _between().match(text, end):
        found = _item(rank).match(text, link.end()) if link["to"] or link["and"] or link["sign"] else None
        if found is None or len(pieces) > _MOST_ANCHORS:
            break
        run = _run(last, found[1]) if link["to"] else (found[1],)
        pieces += [_piece(prefix, one) for one in run]
        last, end = found[1], found.end()
    return end, tuple(pieces)


def _piece(prefix: str, number: str) -> str:
    return f"{prefix}-{number.lower().replace('đ', 'dd').replace('.', '-')}"


def _run(first: str, last: str) -> Sequence[str]:
    """The numbers after ``first`` up to ``last``; only ``last`` if those between are uncertain."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    if first in _POINTS and last in _POINTS and len(first) == len(last) == 1:
        return _POINTS[_POINTS.index(first) + 1 : _POINTS.index(last) + 1]
    return [last]


def _anchors(groups: Sequence[_Group]) -> tuple[str, ...]:
    """The anchors of ``groups``, which are in the order of the text: usually, inner levels come first."""
    found: list[str] = []
    for index, group in enumerate(groups):
        if _holds_neighbour(groups, index):
            continue
        paths = list(islice(_paths(groups, index), _MOST_ANCHORS))
        if group.to and found and len(paths) == 1:
            before, _, last = found[-1].rpartition("-")
            same, _, this = paths[0].rpartition("-")
            between = _run(last.replace("dd", "đ"), this.replace("dd", "đ")) if before == same else ()
            paths = [_piece(same, number) for number in between[:-1]] + paths
        found += paths
    return tuple(dict.fromkeys(found))[:_MOST_ANCHORS]


def _holds_neighbour(groups: Sequence[_Group], index: int) -> bool:
    """Whether a group only locates the one next to it: the article in ``khoản 2 Điều 5``."""
    rank = groups[index].rank
    if index and groups[index - 1].rank > rank and not groups[index].joined:
        return True
    after = groups[index + 1] if index + 1 < len(groups) else None
    return after is not None and after.rank > rank and not after.joined and _outer(groups, index + 1) == index


def _outer(groups: Sequence[_Group], index: int) -> int | None:
    """The group that contains the one at ``index``: the next one after it of an outer level, or else before it."""
    rank = groups[index].rank
    behind = (one for one in range(index + 1, len(groups)) if groups[one].rank < rank)
    before = (one for one in range(index - 1, -1, -1) if groups[one].rank < rank)
    return next(behind, next(before, None))


def _paths(groups: Sequence[_Group], index: int) -> Iterator[str]:
    group, outer = groups[index], _outer(groups, index)
    if outer is None or (group.rank == _ARTICLE and groups[outer].rank != _ANNEX):
        yield from group.pieces
    else:
        for path in _paths(groups, outer):
            yield from (f"{path}-{piece}" for piece in group.pieces)
