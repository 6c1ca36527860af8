"""Formats dates for readers, in Vietnamese and in English.

The Vietnamese formats are those of the administration: ``dd/MM/yyyy`` and ``ngày d tháng M năm yyyy``. (The ``long``
format of locale libraries is another one.)
"""

from datetime import date

from bantin.domain.problems import Language
from bantin.domain.text.dates import Edtf, Moment

WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
SHORT_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def format_long(when: Edtf, language: Language) -> str:
    """The date in words: ``ngày 20 tháng 11 năm 2012``, ``ngày 18 tháng 8 (chưa rõ năm)``; empty if all is unknown."""
    words = _long_vi(when) if language == "vi" else _long_en(when)
    return _qualify(words, when, language)


def format_short(when: Edtf, language: Language) -> str:
    """The date in figures: ``20/11/2012``, ``11/2012``, ``2012``, ``18/8 (chưa rõ năm)``.

    In English this is the long form: dates in figures are read differently in Britain and America.
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
    """The date with its weekday, and its time if known: ``Thứ Tư, 24/11/2021 22:26``."""
    day = moment.day.exact
    if day is None:
        return format_long(moment.day, language)
    figures = format_short(moment.day, language)
    clock = f" {moment.instant.hour:02}:{moment.instant.minute:02}" if moment.instant else ""
    return f"{weekday(day, language)}, {figures}{clock}"


def format_month(year: int, month: int, language: Language) -> str:
    """The month of a year: ``Tháng 11 năm 2012``, ``November 2012``."""
    return f"Tháng {month} năm {year}" if language == "vi" else f"{MONTHS[month - 1]} {year}"


def month_name(month: int, language: Language) -> str:
    """The name of a month, 1 to 12: ``Tháng 11``, ``November``."""
    return f"Tháng {month}" if language == "vi" else MONTHS[month - 1]


def weekday(day: date, language: Language) -> str:
    """The name of the day of the week."""
    return WEEKDAYS[language][day.weekday()]


def _long_vi(when: Edtf) -> str:
    day = f"ngày {when.day}" if when.day else ""
    month = f"tháng {when.month}" if when.month else "(chưa rõ tháng)" if when.day else ""
    year = f"năm {when.year}" if when.year else "(chưa rõ năm)" if when.day or when.month else ""
    return " ".join(part for part in (day, month, year) if part)


def _long_en(when: Edtf) -> str:
    day = f"{when.day}" if when.day else ""
    month = MONTHS[when.month - 1] if when.month else "(month unknown)" if when.day else ""
    year = f"{when.year}" if when.year else "(year unknown)" if when.day or when.month else ""
    return " ".join(part for part in (day, month, year) if part)


def _qualify(words: str, when: Edtf, language: Language) -> str:
    if not words:
        return ""
    about, unsure = ("khoảng ", " (chưa chắc chắn)") if language == "vi" else ("about ", " (uncertain)")
    approximate, uncertain = when.qualifier in ("~", "%"), when.qualifier in ("?", "%")
    return f"{about if approximate else ''}{words}{unsure if uncertain else ''}"
