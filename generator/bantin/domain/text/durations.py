"""ISO 8601 durations in the units that agreements use: years, months, weeks, days (``P1Y``, ``P6M``, ``P1Y6M``)."""

import calendar
import re
from datetime import MAXYEAR, MINYEAR, date

from msgspec import Struct

from bantin.domain.problems import Language
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.written_numbers import number_of

_DURATION = re.compile(r"P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,4})D)?", re.ASCII)
_UNITS: dict[Language, tuple[tuple[str, str], ...]] = {
    "vi": (("năm", "năm"), ("tháng", "tháng"), ("tuần", "tuần"), ("ngày", "ngày")),
    "en": (("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days")),
}
_WORDS = {name_key(word): unit for word, unit in (("năm", "Y"), ("tháng", "M"), ("tuần", "W"), ("ngày", "D"))}
_QUARTER, _HALF, _AND_A_HALF = name_key("quý"), name_key("nửa"), name_key("rưỡi")
# Words for a recurrence ("every …"), before the length or after it.
_EACH = re.compile(rf"(?:(?:cứ|{'|'.join(map(name_key, ('định kỳ', 'hằng', 'hàng', 'mỗi', 'theo')))}) )+")
_EACH_TIME = re.compile(rf"(?: ?/ ?| )(?:{'|'.join(map(name_key, ('một lần', 'lần', '1 lần', '01 lần')))})")


class Duration(Struct, frozen=True, array_like=True):
    """A length of calendar time, not normalised: twelve months are not converted to a year."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> "Duration":
        """Parses an ISO 8601 duration. Raises ``ValueError`` for anything else, and for a length of zero."""
        match = _DURATION.fullmatch(text)
        duration = cls(*(int(part or 0) for part in match.groups())) if match else cls()
        if duration == cls():
            raise ValueError(text)
        return duration

    @classmethod
    def parse_words(cls, text: str) -> "Duration | None":
        """Reads a duration in Vietnamese: ``1 năm``, ``hằng quý``, ``hai năm một lần``; ``None`` if it is none."""
        words = _bare(text).split()
        if words == name_key("thường niên").split():
            return cls(years=1)
        if words[:1] == [_HALF] and words[1:] == [name_key("năm")]:
            return cls(months=6)
        if words[-1:] == [_AND_A_HALF]:
            years = cls.parse_words(" ".join(words[:-1]))
            return cls(years.years, 6) if years and years == cls(years.years) else None
        return _counted(words)

    def __str__(self) -> str:
        parts = zip((self.years, self.months, self.weeks, self.days), "YMWD", strict=True)
        return "P" + "".join(f"{count}{unit}" for count, unit in parts if count)


def format_duration(duration: Duration, language: Language) -> str:
    """Formats a duration for readers: ``P1Y6M`` as ``1 năm 6 tháng`` or ``1 year 6 months``."""
    counts = (duration.years, duration.months, duration.weeks, duration.days)
    units = zip(counts, _UNITS[language], strict=True)
    return " ".join(f"{count} {singular if count == 1 else plural}" for count, (singular, plural) in units if count)


def format_recurrence(duration: Duration, language: Language) -> str:
    """Formats how often something happens: ``P1Y`` as ``mỗi năm một lần``, ``P6M`` as ``every 6 months``."""
    text = format_duration(duration, language)
    one = re.fullmatch(r"1 (\w+)", text)
    if language == "vi":
        return f"mỗi {one[1]} một lần" if one else f"{text} một lần"
    return f"every {one[1]}" if one else f"every {text}"


def later(day: date, duration: Duration, times: int = 1) -> date | None:
    """The day that comes ``times`` durations after ``day``; ``None`` if it is outside the range of ``date``.

    Years and months are added first, by the calendar, as in XML Schema (part 2, appendix E): a month after 31 January
    is the last day of February, two months after it is 31 March.
    """
    months = day.year * 12 + day.month - 1 + times * (12 * duration.years + duration.months)
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    ordinal = date(year, month + 1, min(day.day, last)).toordinal() + times * (7 * duration.weeks + duration.days)
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _bare(text: str) -> str:
    """The name key of ``text`` without words for a recurrence."""
    key = name_key(text)
    each, times = _EACH.match(key), _EACH_TIME.search(key)
    end = times.start() if times and times.end() == len(key) else len(key)
    start = each.end() if each else 0
    return key[start:end].strip()


def _counted(words: list[str]) -> Duration | None:
    """Reads alternating numbers and units. A unit alone counts once; a quarter is three months."""
    counts: dict[str, int] = {}
    number: list[str] = []
    for at, word in enumerate(words):
        # 'Năm' means both "year" and "five": before another unit it is the number.
        is_unit = word in _WORDS or word == _QUARTER
        is_five = word == name_key("năm") and not number and at + 1 < len(words) and not words[at + 1][0].isdigit()
        if not is_unit or is_five:
            number.append(word)
            continue
        count = number_of(" ".join(number)) if number else (1 if len(words) == 1 else None)
        unit = "M" if word == _QUARTER else _WORDS[word]
        if not count or unit in counts:
            return None
        counts[unit] = 3 * count if word == _QUARTER else count
        number = []
    if number or not counts:
        return None
    try:
        return Duration.parse("P" + "".join(f"{counts[unit]}{unit}" for unit in "YMWD" if unit in counts))
    except ValueError:
        return None
