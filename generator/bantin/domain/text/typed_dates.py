"""Converts dates as people type them to EDTF: ``20/11/2026``, ``ngày 20 tháng 11 năm 2026``.

In Vietnam the day comes first. An ambiguous date is returned with its other meaning, so that it can be reported.
"""

import re
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from bantin.domain.text.dates import Edtf, ImpossibleDate, iso_instant
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.written_numbers import number_of

_FIRST_SERIAL, _LAST_SERIAL = 18_000, 80_000
_SERIAL_ZERO = date(1899, 12, 30)
_EARLIEST, _LATEST = 1900, 2200
_CENTURY, _THIS_CENTURY, _FIRST_OF_LAST = 100, 2000, 45
_MONTHS_IN_YEAR, _NOON, _LAST_HOUR, _LAST_MINUTE = 12, 12, 23, 59
_LONGEST = 80


class Ambiguity(StrEnum):
    """The reason why a typed date may mean another date as well."""

    NONE = ""
    ORDER = "order"
    CENTURY = "century"


class TypedDate(Struct, frozen=True):
    """The meaning of a typed date, in EDTF, with its time of day (``09:30``) if it has one.

    ``offset`` is the UTC offset of the time, if it was typed. ``other`` is the other possible date if there is a
    ``doubt``.
    """

    day: str
    time: str = ""
    offset: str = ""
    doubt: Ambiguity = Ambiguity.NONE
    other: str = ""

    def moment(self, zone: tzinfo | None) -> str:
        """The date and time in RFC 3339, with the typed offset or that of ``zone``; empty if a part is missing."""
        try:
            written = datetime.fromisoformat(f"{self.day}T{self.time}{self.offset}" if self.time else "")
        except ValueError:
            return ""
        aware = written.replace(tzinfo=zone) if written.tzinfo is None else written
        return iso_instant(aware).replace(":00+", "+" if len(self.time) == len("00:00") else ":00+", 1) if zone else ""


class _Unclear(ValueError):
    """The typed text is not recognisable as a date."""


class _Day(NamedTuple):
    """The parts of a typed date; ``None`` for a part that is missing or unknown."""

    year: int | None
    month: int | None
    day: int | None
    qualifier: str = ""

    def edtf(self) -> str:
        """The date in EDTF. Raises ``ImpossibleDate``, or ``_Unclear`` if too little of it is known."""
        if self.month is None:
            if self.year is None:
                raise _Unclear
            return f"{self.year:04}{self.qualifier}"
        year = "XXXX" if self.year is None else f"{self.year:04}"
        day = "" if self.day is None else f"-{self.day:02}"
        written = f"{year}-{self.month:02}{day}{self.qualifier}"
        Edtf.parse(written)
        return written


def _words(*words: str) -> str:
    """A pattern for the longest of ``words`` that matches."""
    return "|".join(re.escape(word) for word in sorted(map(name_key, words), key=len, reverse=True))


_ENGLISH = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
    "november nov|december dec"
)
_MONTHS = {name: number for number, names in enumerate(_ENGLISH.split("|"), 1) for name in names.split()}
_LUNAR_NAMES = {name_key("giêng"): 1, name_key("chạp"): 12}
_DAY, _MONTH, _YEAR = map(name_key, ("ngày", "tháng", "năm"))
_LEADING = (
    *("ngày ký", "ký ngày", "ký", "ngày", "vào", "kể từ", "từ", "hồi", "mồng", "mùng"),
    *("đến hết", "đến", "cho đến", "hết", "hết ngày"),
)
_WEEKDAY = (
    rf"(?:{_words('chủ nhật', 'cn')}|"
    rf"{_words('thứ')} ?(?:[2-7]|{_words('hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'bẩy')})|t[2-7]|"
    "(?:mon|tues?|wednes|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
)
_BEFORE = (
    rf"(?:{_words(*_LEADING)}|{_WEEKDAY})"
    r"(?=[ ,.:]) ?[,.:]? ?"
)
_WEEKDAY_AFTER = rf",? ?\(?{_WEEKDAY}\)?$"
# As at the head of a letter: Hà Nội, ngày 20 tháng 11 năm 2026.
_PLACE = rf"^[^\d,]+, (?={_DAY} )"
_UNKNOWN_FIRST = r"^/"
_ABOUT = re.compile(
    rf"(?:{_words('vào khoảng', 'khoảng', 'chừng', 'circa', 'about', 'đầu', 'giữa', 'cuối', 'ước')} |~ ?)"
)
_PERHAPS = rf"(?:{_words('có lẽ', 'có thể', 'hình như')}) | ?\(\?\)$|(?<!\?)\?$"
_TIME = (
    rf"(?:(?:{_words('lúc', 'vào lúc', 'hồi')}) )?"
    rf"(?<![\d.])(?P<hour>\d{{1,2}}) ?(?::|(?:h|g|{_words('giờ')})(?![^\W\d_])) ?"
    rf"(?P<minute>\d{{2}}(?![/.\-]))?(?: ?(?::|{_words('phút')}) ?(?P<second>\d{{2}})?(?:\.\d+)?)?(?!\d)"
    rf"(?: ?(?P<half>{_words('sáng', 'chiều', 'tối', 'trưa')}|(?:am|pm|sa|ch)(?![^\W\d_])))?"
    r"(?P<offset>z| ?(?:gmt|utc)? ?[+-]\d{1,2}(?::?\d\d)?(?![\d/.-]))?"
)
_AFTERNOON = ("pm", "ch", *map(name_key, ("chiều", "tối")))
_NO_YEAR = rf",? ?\(?(?:{_words('không rõ năm', 'chưa rõ năm', 'không nhớ năm', 'không biết năm')})\)?"
_UNKNOWN = r"(?:\?+|x+|-{2,}|_+|…|\.{2,})"
_SIGN = r" ?[/.,\-\\ ] ?"
_WORD_DAY = rf"(?P<day>\d{{1,2}}|{_UNKNOWN}|[^\W\d_][^\d/,.?]*?)"
_D, _M, _Y = rf"(?P<day>\d{{1,2}}|{_UNKNOWN})", rf"(?P<month>\d{{1,2}}|{_UNKNOWN})", r"(?P<year>\d{4})"
_SHORT_Y = rf"(?P<year>\d{{4}}|\d{{2}}|{_UNKNOWN})"
_NAMED = rf"(?P<month>{_words(*_MONTHS)})\.?"
_WORD_MONTH = rf"(?P<month>\d{{1,2}}|{_UNKNOWN}|[^\W\d_][^\d/,.?]*?)"
_OF_YEAR = rf"(?:{_SIGN})?(?:{_YEAR} )?"


# The formats of dates. In the first the day precedes the month, but the reverse may have been meant.
_FORMS = (
    rf"{_D}{_SIGN}{_M}{_SIGN}{_SHORT_Y}",
    rf"{_Y}{_SIGN}{_M}(?:{_SIGN}{_D})?",
    rf"{_WORD_DAY}(?:{_SIGN})?{_MONTH} ?{_WORD_MONTH}(?:{_OF_YEAR}(?P<year>\d{{4}}|{_UNKNOWN}))?",
    rf"{_MONTH} ?{_WORD_MONTH}{_OF_YEAR}{_Y}",
    # Something must separate the two: five digits are the serial number of a day in a spreadsheet.
    rf"(?P<month>\d{{1,2}})(?=\D){_OF_YEAR}{_Y}",
    rf"{_YEAR} {_Y}",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:{_SIGN})?{_NAMED}{_SIGN}{_Y}",
    rf"{_NAMED} ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_SIGN}{_Y}",
    rf"{_NAMED}{_SIGN}{_Y}",
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
    r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d{4})",
    r"(?P<day>\d{1,2}) ?[/\-] ?(?P<month>\d{1,2})",
    r"(?P<serial>\d{5})(?:\.\d+)?",
    _Y,
)


def parse_typed_date(text: str) -> TypedDate | None:
    """Reads the date in ``text``; ``None`` if it is not recognisable.

    Raises ``ImpossibleDate`` for a date that does not exist, such as 31/02/2026.
    """
    if len(text) > _LONGEST:
        return None
    key = re.sub(_UNKNOWN_FIRST, "??/", name_key(re.sub(r"(?<=\d)[tT](?=\d)", " ", text)))
    rest, time, offset = _without_time(key)
    rest, qualifier = _without_qualifier(re.sub(_NO_YEAR, "", rest, count=1))
    rest = re.sub(_PLACE, "", re.sub(_WEEKDAY_AFTER, "", rest, count=1), count=1)
    while (match := re.match(_BEFORE, rest)) and match.end() < len(rest):
        rest = rest[match.end() :]
    rest = rest.strip(" ,;:()'\"")
    impossible: ImpossibleDate | None = None
    for form in _FORMS:
        found = re.fullmatch(form, rest)
        try:
            meant = _meant(found.groupdict(), qualifier, day_first=form is _FORMS[0]) if found else None
        except ImpossibleDate as error:
            impossible = error
        except _Unclear:
            continue
        else:
            if meant:
                return TypedDate(meant.day, time, offset, meant.doubt, meant.other)
    if impossible:
        raise impossible
    return None


def _without_time(key: str) -> tuple[str, str, str]:
    match = re.search(_TIME, key)
    hour, minute = (int(match["hour"]), int(match["minute"] or 0)) if match else (0, 0)
    if match is None or hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return key, "", ""
    hour += _NOON if match["half"] in _AFTERNOON and hour < _NOON else 0
    rest = f"{key[: match.start()]} {key[match.end() :]}".strip(" ,.;-")
    second = f":{match['second']}" if match["second"] else ""
    return " ".join(rest.split()), f"{hour:02}:{minute:02}{second}", _offset(match["offset"] or "")


def _offset(typed: str) -> str:
    match = re.search(r"([+-])(\d{1,2}):?(\d\d)?", typed)
    return f"{match[1]}{int(match[2]):02}:{match[3] or '00'}" if match else ("+00:00" if typed else "")


def _without_qualifier(key: str) -> tuple[str, str]:
    about, perhaps = re.match(_ABOUT, key), re.search(_PERHAPS, key)
    if about:
        return key[about.end() :], "~"
    return (f"{key[: perhaps.start()]}{key[perhaps.end() :]}", "?") if perhaps else (key, "")


def _meant(parts: dict[str, str | None], qualifier: str, *, day_first: bool) -> TypedDate | None:
    if parts.get("serial"):
        return _of_serial(int(parts["serial"] or 0))
    typed_year = parts.get("year") or ""
    year, month, day = _number(typed_year), _number(parts.get("month")), _number(parts.get("day"))
    if year is not None and len(typed_year) == len("26"):
        year += _THIS_CENTURY if year < _FIRST_OF_LAST else _THIS_CENTURY - _CENTURY
        other = year - _CENTURY if year >= _THIS_CENTURY else year + _CENTURY
        written = _Day(year, month, day, qualifier).edtf()
        return TypedDate(written, doubt=Ambiguity.CENTURY, other=_Day(other, month, day, qualifier).edtf())
    if year is not None and not _EARLIEST <= year <= _LATEST:
        raise _Unclear
    typed, turned = _Day(year, month, day, qualifier), _Day(year, day, month, qualifier)
    if not (day_first and day and month and day != month and day <= _MONTHS_IN_YEAR):
        return TypedDate(typed.edtf())
    # A month above 12 can only be the day: the month was typed first, as in America.
    if month > _MONTHS_IN_YEAR:
        return TypedDate(turned.edtf(), doubt=Ambiguity.ORDER)
    return TypedDate(typed.edtf(), doubt=Ambiguity.ORDER, other=turned.edtf())


def _of_serial(serial: int) -> TypedDate | None:
    """The date of the serial number of a day in a spreadsheet."""
    if not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        return None
    return TypedDate((_SERIAL_ZERO + timedelta(days=serial)).isoformat())


def _number(typed: str | None) -> int | None:
    """The number of a part in digits or words; ``None`` for a placeholder such as ``??``."""
    if not typed or re.fullmatch(_UNKNOWN, typed):
        return None
    number = _MONTHS.get(typed) or _LUNAR_NAMES.get(typed) or number_of(typed)
    if number is None:
        raise _Unclear
    return number
