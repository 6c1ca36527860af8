"""ISO 8601 durations in the units that agreements use: years, months, weeks, days (``P1Y``, ``P6M``, ``P1Y6M``)."""

import calendar
import re
from datetime import MAXYEAR, MINYEAR, date

from msgspec import Struct

from generator.errors import Language

_DURATION = re.compile(r"P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?", re.ASCII)
_UNITS: dict[Language, tuple[tuple[str, str], ...]] = {
    "vi": (("năm", "năm"), ("tháng", "tháng"), ("tuần", "tuần"), ("ngày", "ngày")),
    "en": (("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days")),
}


class Duration(Struct, frozen=True, array_like=True):
    """A length of calendar time, as written: twelve months are not rewritten as a year."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """The duration that ``text`` writes. Raises ``ValueError`` for anything else, a length of nothing included."""
        match = _DURATION.fullmatch(text)
        duration = cls(*(int(part or 0) for part in match.groups())) if match else cls()
        if duration == cls():
            raise ValueError(text)
        return duration

    def __str__(self) -> str:
        parts = zip((self.years, self.months, self.weeks, self.days), "YMWD", strict=True)
        return "P" + "".join(f"{count}{unit}" for count, unit in parts if count)


def format_duration(duration: Duration, language: Language) -> str:
    """``P1Y6M`` as ``1 năm 6 tháng`` or ``1 year 6 months``."""
    counts = (duration.years, duration.months, duration.weeks, duration.days)
    units = zip(counts, _UNITS[language], strict=True)
    return " ".join(f"{count} {singular if count == 1 else plural}" for count, (singular, plural) in units if count)


def later(day: date, duration: Duration, times: int = 1) -> date | None:
    """The day that comes ``times`` durations after ``day``; ``None`` when it is beyond the years that dates can have.

    Years and months are counted first and by the calendar, as XML Schema adds durations to dates (part 2, appendix E):
    a month after 31 January is the last day of February, and two months after it is 31 March.
    """
    months = day.year * 12 + day.month - 1 + times * (12 * duration.years + duration.months)
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    ordinal = date(year, month + 1, min(day.day, last)).toordinal() + times * (7 * duration.weeks + duration.days)
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
