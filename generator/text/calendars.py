"""Dates as people read them, in Vietnamese and in English.

The Vietnamese forms are those of the administration: ``dd/MM/yyyy`` and ``ngày d tháng M năm yyyy``. (The ``long`` form
of locale libraries is not.)
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache

from msgspec import Struct

from generator.errors import Language
from generator.text.dates import Edtf, Moment
from generator.text.folding import fold
from generator.text.hints import matches

WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
SHORT_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_HINTS_VI = tuple(
    re.compile(rf"{letter}\s{{1,3}}(?i:{behind})")
    for letters, behind in (("ứỨ", "[hbtns]"), ("ủỦ", "nh"))
    for letter in letters
)
_HINTS_EN = tuple(re.compile(rf"{letter}[aA][yY]") for letter in "dD")


@cache
def _dated_weekday_vi() -> re.Pattern[str]:
    return re.compile(
        # 'lần thứ hai' is the second time, not a Monday.
        r"[ứỨủỦ](?i:(?<!lần ...)(?<!kỳ ...)(?<!đợt ...)(?<!khóa ...)(?<!khoá ...)"
        r"((?<=\bthứ)\s{1,3}(?:hai|ba|tư|năm|sáu|bảy)|(?<=\bchủ)\s{1,3}nhật)\s{0,3}[,(]?\s{0,3}(?:ngày\s{1,3})?"
        r"([0-9]{1,2})(?:\s?[/.-]\s?([0-9]{1,2})\s?[/.-]\s?|\s{1,3}tháng\s{1,3}([0-9]{1,2})\s{1,3}năm\s{1,3})"
        r"([0-9]{4})\b)"
    )


@cache
def _dated_weekday_en() -> re.Pattern[str]:
    behind = "|".join(rf"(?<=\b({name}))" for name in WEEKDAYS["en"])
    return re.compile(
        rf"[dD](?i:ay(?:{behind})\s{{0,3}},?\s{{0,3}}(?:the\s{{1,3}})?"
        rf"([0-9]{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}({'|'.join(_MONTHS)}),?\s{{1,3}}([0-9]{{4}})\b)"
    )


def format_long(when: Edtf, language: Language) -> str:
    """The date in words: ``ngày 20 tháng 11 năm 2012``, ``ngày 18 tháng 8 (chưa rõ năm)``; empty if all is unknown."""
    words = _long_vi(when) if language == "vi" else _long_en(when)
    return _qualify(words, when, language)


def format_short(when: Edtf, language: Language) -> str:
    """The date as short as it can be told: ``20/11/2012``, ``11/2012``, ``2012``, ``18/8 (chưa rõ năm)``.

    In English it is the long form: figures alone are read differently on the two sides of the Atlantic.
    """
    day, month, year = when.day, when.month, when.year
    if language == "en":
        return format_long(when, language)
    if year is None or (month is None and day is not None):
        known = day is not None and month is not None
        return _qualify(f"{day}/{month} (chưa rõ năm)", when, language) if known else format_long(when, language)
    if month is None:
        return _qualify(str(year), when, language)
    figures = f"{month:02}/{year}" if day is None else f"{day:02}/{month:02}/{year}"
    return _qualify(figures, when, language)


def format_full(moment: Moment, language: Language) -> str:
    """The moment with its weekday, and its time if known: ``Thứ Tư, 24/11/2021 22:26``."""
    day = moment.day.exact
    if day is None:
        return format_long(moment.day, language)
    figures = format_short(moment.day, language)
    clock = f" {moment.instant.hour:02}:{moment.instant.minute:02}" if moment.instant else ""
    return f"{weekday(day, language)}, {figures}{clock}"


def format_month(year: int, month: int, language: Language) -> str:
    """The month of a year: ``Tháng 11 năm 2012``, ``November 2012``."""
    return f"Tháng {month} năm {year}" if language == "vi" else f"{_MONTHS[month - 1]} {year}"


def month_name(month: int, language: Language) -> str:
    """The name of a month, 1 to 12: ``Tháng 11``, ``November``."""
    return f"Tháng {month}" if language == "vi" else _MONTHS[month - 1]


def weekday(day: date, language: Language) -> str:
    """The name of the day of the week."""
    return WEEKDAYS[language][day.weekday()]


class DatedWeekday(Struct, frozen=True):
    """A weekday with a date beside it, found in running text from ``start`` to ``end``."""

    start: int
    end: int
    stated: int
    day: date

    @property
    def fits(self) -> bool:
        """Whether the date falls on the weekday stated."""
        return self.day.weekday() == self.stated


def dated_weekdays(text: str) -> Iterator[DatedWeekday]:
    """Each 'Thứ Tư, ngày 24/11/2021' and 'Wednesday, 24 November 2021' in ``text`` whose date exists."""
    for match in matches(_HINTS_VI, _dated_weekday_vi, text):
        start = match.start() - len("th")
        stated = _index(text[start : match.end(1)], WEEKDAYS["vi"])
        with suppress(ValueError):
            day = date(int(match[5]), int(match[3] or match[4]), int(match[2]))
            yield DatedWeekday(start, match.end(), stated, day)
    for match in matches(_HINTS_EN, _dated_weekday_en, text):
        *weekdays, day_of_month, month, year = match.groups()
        stated = next(index for index, name in enumerate(weekdays) if name)
        with suppress(ValueError):
            day = date(int(year), _index(month, _MONTHS) + 1, int(day_of_month))
            yield DatedWeekday(match.start(stated + 1), match.end(), stated, day)


def _index(name: str, names: tuple[str, ...]) -> int:
    """The position of a name, in any case; patterns that ignore case let odd letters through (ſ for s, İ for i)."""
    plain = " ".join(fold(name).split())
    return [fold(one) for one in names].index(plain)


def _long_vi(when: Edtf) -> str:
    day = f"ngày {when.day}" if when.day else ""
    month = f"tháng {when.month}" if when.month else "(chưa rõ tháng)" if when.day else ""
    year = f"năm {when.year}" if when.year else "(chưa rõ năm)" if when.day or when.month else ""
    return " ".join(part for part in (day, month, year) if part)


def _long_en(when: Edtf) -> str:
    day = f"{when.day}" if when.day else ""
    month = _MONTHS[when.month - 1] if when.month else "(month unknown)" if when.day else ""
    year = f"{when.year}" if when.year else "(year unknown)" if when.day or when.month else ""
    return " ".join(part for part in (day, month, year) if part)


def _qualify(words: str, when: Edtf, language: Language) -> str:
    if not words:
        return ""
    about, unsure = ("khoảng ", " (chưa chắc chắn)") if language == "vi" else ("about ", " (uncertain)")
    approximate, uncertain = when.qualifier in ("~", "%"), when.qualifier in ("?", "%")
    return f"{about if approximate else ''}{words}{unsure if uncertain else ''}"
