"""Finds weekdays that running text states with a date, and whether the date falls on them."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache

from msgspec import Struct

from bantin.domain.problems import Language
from bantin.domain.text.date_format import MONTHS, WEEKDAYS
from bantin.domain.text.fast_search import matches
from bantin.domain.text.folding import fold

_HINTS_VI = tuple(
    re.compile(rf"{letter}\s{{1,3}}(?i:{behind})")
    for letters, behind in (("ứỨ", "[hbtns2-7]"), ("ủỦ", "nh"))
    for letter in letters
)
_HINTS_EN = tuple(re.compile(rf"{letter}[aA][yY]") for letter in "dD")
_IN_BRACKETS = re.compile(r"\((?i:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật)(?=\))")
_DATE_VI = (
    r"([0-9]{1,2})(?:\s?[/.-]\s?([0-9]{1,2})\s?[/.-]\s?|\s{1,3}tháng\s{1,3}([0-9]{1,2})\s{1,3}năm\s{1,3})([0-9]{4})"
)
_DATE_BEFORE = re.compile(rf"(?<![0-9/.-]){_DATE_VI}\s?\Z")
_LONGEST_DATE = 36


@cache
def _dated_weekday_vi() -> re.Pattern[str]:
    return re.compile(
        # 'lần thứ hai' means "the second time", not a Monday.
        r"[ứỨủỦ](?i:(?<!lần ...)(?<!kỳ ...)(?<!đợt ...)(?<!khóa ...)(?<!khoá ...)"
        r"((?<=\bthứ)\s{1,3}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|(?<=\bchủ)\s{1,3}nhật)\s{0,3}[,(]?\s{0,3}(?:ngày\s{1,3})?"
        rf"{_DATE_VI}\b)"
    )


@cache
def _dated_weekday_en() -> re.Pattern[str]:
    behind = "|".join(rf"(?<=\b({name}))" for name in WEEKDAYS["en"])
    months = "|".join(MONTHS)
    return re.compile(
        rf"[dD](?i:ay(?:{behind})\s{{0,3}},?\s{{0,3}}(?:the\s{{1,3}})?"
        rf"(?:([0-9]{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}({months})|({months})\s{{1,3}}([0-9]{{1,2}})(?:st|nd|rd|th)?)"
        r",?\s{1,3}([0-9]{4})\b)"
    )


class DatedWeekday(Struct, frozen=True):
    """A weekday next to a date, in a text from ``start`` to ``end``.

    ``stated`` is the weekday, 0 for Monday. ``mended`` is the same text with the right weekday, in the same style.
    """

    start: int
    end: int
    stated: int
    day: date
    mended: str

    @property
    def fits(self) -> bool:
        """Whether the date falls on the stated weekday."""
        return self.day.weekday() == self.stated


def dated_weekdays(text: str) -> Iterator[DatedWeekday]:
    """Finds each 'Thứ Tư, ngày 24/11/2021' and 'Wednesday, 24 November 2021' in ``text`` whose date exists."""
    for match in matches(_HINTS_VI, _dated_weekday_vi, text):
        start = match.start() - len("th")
        with suppress(ValueError):
            day = date(int(match[5]), int(match[3] or match[4]), int(match[2]))
            yield _dated_weekday(text, (start, match.end()), (start, match.end(1)), day, "vi")
    if "(" in text:
        yield from _after_dates(text)
    for match in matches(_HINTS_EN, _dated_weekday_en, text):
        *weekdays, number, month, other_month, other_number, year = match.groups()
        stated = next(index for index, name in enumerate(weekdays) if name) + 1
        with suppress(ValueError):
            day = date(int(year), _index(month or other_month, MONTHS) + 1, int(number or other_number))
            yield _dated_weekday(text, (match.start(stated), match.end()), match.span(stated), day, "en")


def _after_dates(text: str) -> Iterator[DatedWeekday]:
    """Finds each '24/11/2021 (thứ Tư)'."""
    for match in _IN_BRACKETS.finditer(text):
        begin = max(0, match.start() - _LONGEST_DATE)
        before = _DATE_BEFORE.search(text[begin : match.start()])
        if before is None:
            continue
        with suppress(ValueError):
            day = date(int(before[4]), int(before[2] or before[3]), int(before[1]))
            named = (match.start() + 1, match.end())
            yield _dated_weekday(text, (begin + before.start(), match.end()), named, day, "vi")


def _dated_weekday(
    text: str, span: tuple[int, int], named: tuple[int, int], day: date, language: Language
) -> DatedWeekday:
    """The weekday at ``named`` in ``text``; ``span`` includes its date."""
    start, end = span
    typed = text[named[0] : named[1]]
    number = typed.split()[-1]
    stated = int(number) - 2 if number.isdigit() else _index(typed, WEEKDAYS[language])
    mended = f"{text[start : named[0]]}{_in_form(typed, day, language)}{text[named[1] : end]}"
    return DatedWeekday(start, end, stated, day, mended)


def _in_form(typed: str, day: date, language: Language) -> str:
    """The weekday of ``day`` in the style of ``typed``: in figures or words, in capitals or small letters."""
    name = WEEKDAYS[language][day.weekday()]
    first, *others = typed.split()
    if typed[-1].isdigit() and day.weekday() < len(WEEKDAYS["vi"]) - 1:
        return f"{first} {day.weekday() + 2}"
    if typed.isupper():
        return name.upper()
    if first.islower():
        name = f"{name[0].lower()}{name[1:]}"
    head, space, rest = name.partition(" ")
    return f"{head}{space}{rest.lower()}" if others and others[-1].islower() else name


def _index(name: str, names: tuple[str, ...]) -> int:
    """The position of a name, in any case. Folded: patterns that ignore case also match odd letters (ſ for s)."""
    plain = " ".join(fold(name).split())
    return [fold(one) for one in names].index(plain)
