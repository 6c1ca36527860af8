"""Date lines: when a page was published or updated, as portals write it on a line near the headline."""

import re
from datetime import date, tzinfo
from functools import cache
from itertools import pairwise

from msgspec import Struct

from bantin.domain.text.date_format import SHORT_WEEKDAYS, WEEKDAYS
from bantin.domain.text.dates import ImpossibleDate
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.typed_dates import Ambiguity, TypedDate, parse_typed_date
from bantin.importing.facts.news.bylines import Byline, read_bare_byline, read_labelled_byline
from bantin.importing.facts.news.widgets import WidgetKind, widget_kind

_LONGEST = 200
_WEEKDAY = r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s?nhật|t[2-7]|cn)(?!\w)"
_TIME = (
    r"(?:(?:vào\s)?lúc\s)?(?<![\d./-])\d{1,2}\s?(?::|h|g|giờ)\s?\d{2}(?!\d)(?::\d\d(?:\.\d{1,9})?)?(?:\s?phút|['’′])?"
    r"(?:\s?(?:am|pm|sa|ch)(?!\w))?(?:\s?\(?(?:gmt|utc)?\s?\+\s?\d{1,2}(?::?\d\d)?\)?)?"
)
_DAY = (
    r"(?:ngày\s)?(?<![\d./-])(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}[\s,]{1,2}tháng\s(?:\d{1,2}|[^\W\d_]{2,5}(?:\s[^\W\d_]{2,4})?)(?:,\s?|\snăm\s|,\snăm\s|\s)\d{4})(?!\d)"
)
_UPDATED = (
    r"(?:(?:ngày|thời\sgian|lần)\s)?cập\snhật(?:\s(?:lần\scuối|mới\snhất|gần\snhất|lúc|ngày|vào))*|(?:last\s)?updated?(?:\son)?"
    r"|(?:ngày\s)?(?:chỉnh\s)?sửa\s(?:đổi\s)?lần\scuối"
)
_PUBLISHED = (
    r"(?:(?:ngày|thời\sgian|giờ)\s)?(?:đăng(?:\stải|\stin|\sbài)?|xuất\sbản|phát\shành|đưa\stin|tạo)(?:\s(?:ngày|lúc|vào|bài))*"
    r"|thời\sgian|ngày(?=\s?:)|post(?:ed)?(?:\son)?|published(?:\son)?"
)
# As in the head of a document: Hà Nội, ngày 20 tháng 11 năm 2012. And the clock of a portal: Hôm nay, …
_NO_LINE = re.compile(
    r"(?!thứ\s|chủ\s)[^\W\d_][^\d|:]{1,30},\s?ngày\s|\W{0,3}(?:hôm\snay|bây\sgiờ)(?!\w)", re.IGNORECASE
)
_MERIDIEM = re.compile(r"\b(?:am|pm)\b", re.IGNORECASE)
# Said twice: 17:32 PM.
_MERIDIEM_OF_24 = re.compile(r"(?<=\b(?:1[3-9]|2[0-3]):[0-5][0-9])\s?pm\b", re.IGNORECASE)


class DateLine(Struct, frozen=True):
    """What a date line says: EDTF days or moments in RFC 3339, empty where it says none, or one that cannot be right.

    ``byline`` is read from the words beside the dates.
    """

    published: str = ""
    updated: str = ""
    byline: Byline | None = None


def read_date_line(text: str, zone: tzinfo) -> DateLine | None:
    """Reads a line that has dates with their years and little else; ``None`` if ``text`` is none.

    A date is left open if its weekday is another one, and if a time of the American form makes its order doubtful.
    """
    if len(text) > _LONGEST or not _day().search(text) or _NO_LINE.match(text):
        return None
    published, updated, beside = "", "", []
    for part in _parts(text):
        label, is_update = _label(part)
        words = part[len(label) :]
        day = _day().search(words)
        if day is None:
            beside.append(part)
            continue
        said = _when(words, day, zone)
        published, updated = (published, updated or said) if is_update else (published or said, updated)
        beside.append(_without_dates(words))
    rest = " | ".join(filter(None, (_without_widgets(words) for one in beside for words in one.split("|"))))
    byline = read_labelled_byline(rest) or read_bare_byline(rest)
    return DateLine(published, updated, byline) if byline or len(rest.split()) <= _MOST_BESIDE else None


_MOST_BESIDE = 4


@cache
def _day() -> re.Pattern[str]:
    return re.compile(_DAY, re.IGNORECASE)


@cache
def _tokens() -> re.Pattern[str]:
    """What a date is made of, to be taken out of a line."""
    return re.compile(rf"{_DAY}|{_TIME}|\b{_WEEKDAY}", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:(?P<updated>{_UPDATED})|(?:{_PUBLISHED}))(?!\w)\s?:?\s?", re.IGNORECASE)


def _parts(text: str) -> list[str]:
    """``text`` before, between and from its labels ‘Ngày đăng’, ‘Cập nhật’."""
    starts = [0, *(found.start() for found in _labels().finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(starts) if text[start:end].strip(" |,-–•·([")]


def _label(part: str) -> tuple[str, bool]:
    """The label at the beginning of ``part``, and whether it is that of an update."""
    found = _labels().match(part)
    return (found[0], bool(found["updated"])) if found else ("", False)


def _when(words: str, day: re.Match[str], zone: tzinfo) -> str:
    """The day or the moment that ``words`` state; empty if it is not certain."""
    weekday, clock = re.search(rf"\b{_WEEKDAY}", words, re.IGNORECASE), re.search(_TIME, words, re.IGNORECASE)
    time = _MERIDIEM_OF_24.sub("", re.sub(r"[()'’′]", " ", clock[0])) if clock else ""
    try:
        typed = parse_typed_date(f"{day[0]} {time}".strip())
    except ImpossibleDate:
        return ""
    if typed is None or (weekday and not _fits(typed, weekday[0])):
        return ""
    is_american = typed.doubt is Ambiguity.ORDER and typed.other and _MERIDIEM.search(time)
    return "" if is_american else typed.moment(zone) or typed.day


def _fits(typed: TypedDate, words: str) -> bool:
    """Whether the day falls on the weekday ``words``: ``Thứ Tư``, ``Thứ 4``, ``T4``."""
    number = date.fromisoformat(typed.day).weekday()
    names = (WEEKDAYS["vi"][number], SHORT_WEEKDAYS["vi"][number], f"thứ {number + 2}")
    return name_key(words.lower().replace("bẩy", "bảy")) in map(name_key, names)


def _without_dates(words: str) -> str:
    return _tokens().sub("|", words)


def _without_widgets(words: str) -> str:
    bare = words.strip(" |,;:-–—•·()[]./")
    return "" if not bare or widget_kind(bare) in (WidgetKind.TOOLS, WidgetKind.WORDS, WidgetKind.COMMENTS) else bare
