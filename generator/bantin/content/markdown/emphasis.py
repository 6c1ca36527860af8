"""Emphasis: which asterisks and underscores make words italic or bold (CommonMark 0.31, section 6.2).

Python-Markdown 3.11 has nearly the same rules, but loses the character after some asterisks that do not match.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct

_RUN = re.compile(r"\*+|_+")
WHOLE, PART = "\x02", "\x03"
"""Characters that stand for one piece of other markup: for a link or code, and for an escaped sign or a tag."""

_BEGINNING = frozenset(f"“‘«([{{\"'<{WHOLE}")
_ENDING = frozenset(f".,;:!?…)]}}”’»\"'%>{WHOLE}")


class EmphasisSpan(Struct):
    """Emphasised words from ``first`` to ``last``; with the signs around them, from ``begin`` to ``end``."""

    begin: int
    first: int
    last: int
    end: int

    @property
    def tag(self) -> str:
        """The name of the HTML element."""
        return "strong" if self.first - self.begin == 2 else "em"


class _Run(Struct):
    """A run of equal signs; those from ``begin`` to ``end`` are not used yet."""

    sign: str
    begin: int
    end: int
    opens: bool
    closes: bool
    length: int

    @property
    def left(self) -> int:
        return self.end - self.begin


def find_emphasis(text: str) -> list[EmphasisSpan]:
    """Finds emphasis in ``text``, outer spans before inner ones."""
    opened: list[_Run] = []
    found: list[EmphasisSpan] = []
    # By type of closing run, the number of open runs from the bottom that are known not to match it.
    bottoms: dict[tuple[str, bool, int], int] = {}
    for run in _runs(text):
        while run.closes and run.left:
            key = (run.sign, run.opens, run.length % 3)
            at = _opening(opened, run, bottoms.get(key, 0))
            if at is None:
                bottoms[key] = len(opened)
                break
            found.append(_pair(opened[at], run))
            del opened[at + 1 if opened[at].left else at :]
            bottoms = {one: min(bottom, len(opened)) for one, bottom in bottoms.items()}
        if run.opens and run.left:
            opened.append(run)
    return sorted(found, key=lambda one: one.begin)


def _opening(opened: Sequence[_Run], closing: _Run, bottom: int) -> int | None:
    for at in range(len(opened) - 1, bottom - 1, -1):
        run = opened[at]
        both = run.closes or closing.opens
        odd = both and (run.length + closing.length) % 3 == 0 and (run.length % 3 or closing.length % 3)
        if run.sign == closing.sign and not odd:
            return at
    return None


def _pair(opening: _Run, closing: _Run) -> EmphasisSpan:
    width = 2 if opening.left > 1 and closing.left > 1 else 1
    opening.end -= width
    closing.begin += width
    return EmphasisSpan(opening.end, opening.end + width, closing.begin - width, closing.begin)


def _runs(text: str) -> Iterator[_Run]:
    for found in _RUN.finditer(text):
        begin, end = found.span()
        before, behind = text[begin - 1 : begin] or " ", text[end : end + 1] or " "
        opens = _may_open(before, behind)
        closes = _may_open(behind, before)
        if found[0][0] == "_":
            opens, closes = opens and (not closes or _is_sign(before)), closes and (not opens or _is_sign(behind))
        else:
            # Beyond CommonMark: in ``**Điều 1.**Phạm vi`` the intention is clear.
            opens, closes = opens or behind in _BEGINNING, closes or before in _ENDING
        yield _Run(found[0][0], begin, end, opens, closes, end - begin)


def _may_open(before: str, behind: str) -> bool:
    """Whether a run between two characters may open emphasis; with these swapped, whether it may close it."""
    if behind.isspace():
        return False
    return not _is_sign(behind) or before.isspace() or _is_sign(before)


def _is_sign(character: str) -> bool:
    return character in (WHOLE, PART) or unicodedata.category(character)[0] in "PS"
