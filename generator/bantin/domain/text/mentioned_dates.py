"""Finds dates in running text, in Vietnamese and in English, and rewrites them for another day in the same format."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from bantin.domain.text.date_format import month_name
from bantin.domain.text.dates import Edtf

_SIGNS = "/.-"
_LATEST_MONTH, _LATEST_DAY = 12, 31
_MONTHS_EN = tuple(month_name(month, "en") for month in range(1, _LATEST_MONTH + 1))
# Words before '20/11' that make it the twentieth of November rather than a fraction.
_DAY_WORDS = ("ngày", "sáng", "trưa", "chiều", "tối", "hôm", "nay", "hôm qua")


class Mention(Struct, frozen=True):
    """A date in a text, from ``start`` to ``end``.

    ``form`` is its format, with the fields ``{d}``, ``{m}``, ``{y}`` and, for an English month, ``{name}``.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    form: str

    def fits(self, when: Edtf) -> bool:
        """Whether it may be the same day as ``when``, which may be partly known."""
        if when.day not in (None, self.day) or when.month not in (None, self.month):
            return False
        return self.year is None or when.year in (None, self.year)

    def is_anniversary_of(self, when: Edtf) -> bool:
        """Whether it is the same day of the year as ``when``."""
        return (self.day, self.month) == (when.day, when.month)

    def rewritten_for(self, when: Edtf) -> str:
        """The date ``when`` in the same format; parts of ``when`` that are unknown stay as they are here."""
        day, month, year = when.day or self.day, when.month or self.month, when.year or self.year
        return self.form.format(d=day, m=month, y=year, name=_MONTHS_EN[month - 1])


def mentions(text: str) -> Iterator[Mention]:
    """Finds each date in ``text`` that has a day and a month."""
    for sign in _SIGNS:
        if sign in text:
            yield from _in_figures(text, sign)
    yield from _in_words(text, "tháng")
    if "he " in text:
        yield from _in_english(text)


@cache
def _figures(sign: str) -> re.Pattern[str]:
    """The rest of a date after the day. It begins with a fixed character, so it is fast to search for."""
    mark = re.escape(sign)
    return re.compile(rf"{mark}\s?([0-9]{{1,2}})(?:\s?{mark}\s?([0-9]{{4}}))?(?![0-9]|{mark}[0-9])")


_DAY_BEFORE = re.compile(r"(?<![0-9/.,-])([0-9]{1,2})\s?\Z")
_LONGEST_DAY = 4


def _in_figures(text: str, sign: str) -> Iterator[Mention]:
    for found in _figures(sign).finditer(text):
        at, year = found.start(), found[2]
        if text[at - 1 : at] not in _BEFORE_SIGN:
            continue
        before = _DAY_BEFORE.search(text, max(0, at - _LONGEST_DAY), at)
        if before is None or (year is None and not _after_day_word(text, before.start(1))):
            continue
        day, month = before[1], found[1]
        form = f"{_day_form(day)}{sign}{'{m:02}' if month.startswith('0') else '{m}'}"
        yield from _mention(before.start(1), found.end(), (day, month, year), f"{form}{sign}{{y}}" if year else form)


_BEFORE_SIGN = frozenset("0123456789 \n\N{NO-BREAK SPACE}")


def _day_form(typed: str) -> str:
    """The format of a day: two figures, as in official documents, unless the text has only one."""
    return "{d}" if len(typed) == 1 else "{d:02}"


def _after_day_word(text: str, start: int) -> bool:
    return text[max(0, start - 12) : start].rstrip(" \n(*_").lower().endswith(_DAY_WORDS)


_REST_VI = re.compile(r"tháng\s{1,6}([0-9]{1,2})(?![0-9/.-])(?:\s{1,6}năm\s{1,6}([0-9]{4})(?![0-9]))?")
_BEFORE_VI = re.compile(r"(?:ngày|sáng|trưa|chiều|tối)\s{1,6}(?:mồng\s|mùng\s)?([0-9]{1,2})\s{1,6}\Z")
_LONGEST_BEFORE = 24


def _in_words(text: str, word: str) -> Iterator[Mention]:
    at = text.find(word)
    while at >= 0:
        if not text[max(0, at - 6) : at].rstrip()[-1:].isdigit():
            at = text.find(word, at + len(word))
            continue
        begin = max(0, at - _LONGEST_BEFORE)
        rest, before = _REST_VI.match(text, at), _BEFORE_VI.search(text[begin:at].lower())
        if rest and before:
            start = begin + before.start(1)
            month = "{m:02}" if rest[1].startswith("0") else "{m}"
            form = f"{_day_form(before[1])} tháng {month}{' năm {y}' if rest[2] else ''}"
            yield from _mention(start, rest.end(), (before[1], rest[1], rest[2]), form)
        at = text.find(word, at + len(word))


@cache
def _english() -> re.Pattern[str]:
    months = "|".join(_MONTHS_EN)
    return re.compile(
        rf"(?<![0-9/])([0-9]{{1,2}})(?:st|nd|rd|th)?\s({months})(?:,?\s([0-9]{{4}})(?![0-9]))?"
        rf"|\b({months})\s([0-9]{{1,2}})(?![0-9])(?:,?\s([0-9]{{4}})(?![0-9]))?"
    )


def _in_english(text: str) -> Iterator[Mention]:
    for found in _english().finditer(text):
        day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        form = "{d} {name}" if found[1] else "{name} {d}"
        behind = "" if year is None else " {y}" if found[1] else ", {y}"
        number = str(_MONTHS_EN.index(month) + 1)
        yield from _mention(found.start(), found.end(), (day, number, year), f"{form}{behind}")


def _mention(start: int, end: int, parts: tuple[str, str, str | None], form: str) -> Iterator[Mention]:
    """A mention of a date, or nothing if day or month are out of range."""
    day, month, year = int(parts[0]), int(parts[1]), int(parts[2]) if parts[2] else None
    if 1 <= day <= _LATEST_DAY and 1 <= month <= _LATEST_MONTH:
        yield Mention(start, end, day, month, year, form)
