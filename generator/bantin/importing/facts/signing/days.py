"""When and where an agreement was signed, by the sentence that tells of it."""

import re
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from bantin.domain.text.citations import find_citations
from bantin.domain.text.dates import Edtf, ImpossibleDate, Moment
from bantin.domain.text.fast_search import ignoring_case
from bantin.domain.text.letter_case import CAPITAL
from bantin.domain.text.mentioned_dates import Mention, mentions
from bantin.domain.text.provinces import PROVINCE
from bantin.importing.facts.signing.telling import Sentence
from bantin.importing.facts.signing.words import SIGN

# News appear soon: a day of the months before is that of this year.
_SOON = timedelta(days=60)
_NOT_OF_SIGNING = (
    r"(?:hiệu lực[^,.;]{0,30}|đến(?: hết)?|trước|sau|kể từ|từ|kỷ niệm[^,.;]{0,60}|thành lập[^,.;]{0,30}|truyền thống"
    r"[^,.;]{0,20}|số [0-9]\S*|quy chế(?![^,.;]{0,60}\bvào\b)[^,.;]{0,60}|hạn)\s(?:ngày\s)?$"
)
_TODAY = r"(?:sáng|trưa|chiều|tối|hôm|ngày) nay(?!,? \(?(?:ngày )?[0-9])"
_OPENING = 120
_OPENS_CLAUSE = (
    r"(?:^|[,;(])\s*(?:(?:vào\s)?(?:sáng|trưa|chiều|tối|hôm)?\s?(?:nay|qua)?,?\s?\(?)(?:thứ \w{2,4},?\s)?(?:ngày\s)?$"
)


def day_in(sentence: Sentence, published: date | None) -> str:
    """The day in EDTF on which ``sentence`` says that the signing was; empty if it does not say.

    A year that is left out is that of the last such day before ``published``, if that is near.
    """
    verb = ignoring_case(SIGN).search(sentence.text)
    cited = [(one.start, one.end) for one in find_citations(sentence.text)]
    named = [
        one
        for one in sorted(mentions(sentence.text), key=lambda one: one.start)
        if verb and _is_of_signing(sentence.text, one, verb) and not any(a <= one.start < b for a, b in cited)
    ]
    if len(named) > 1:
        named = [one for one in named if ignoring_case(_OPENS_CLAUSE).search(sentence.text[: one.start][-_OPENING:])]
    if named:
        return _day(named[0], published) if len({_day(one, published) for one in named}) == 1 else ""
    today = ignoring_case(_TODAY).search(sentence.text[:_OPENING])
    return published.isoformat() if today and published else ""


def _is_of_signing(text: str, one: Mention, verb: re.Match[str]) -> bool:
    before = text[: one.start][-_OPENING:]
    if ignoring_case(_NOT_OF_SIGNING).search(before):
        return False
    return one.start < _OPENING if one.end <= verb.start() else ignoring_case(_BEHIND_VERB).search(before) is not None


_BEHIND_VERB = r"(?:vào|diễn ra|tổ chức|tại [^,.;]{1,60},?|ký|kết|sáng|chiều|tối|hôm)\s?,?\s?\(?(?:ngày\s)?$"


def _day(one: Mention, published: date | None) -> str:
    year = one.year or _year(one, published)
    written = f"{'XXXX' if year is None else f'{year:04}'}-{one.month:02}-{one.day:02}"
    try:
        return str(Edtf.parse(written))
    except ImpossibleDate:
        return ""


def _year(one: Mention, published: date | None) -> int | None:
    """The year of a day without one: that which makes it a day shortly before ``published``."""
    for year in (published.year, published.year - 1) if published else ():
        try:
            day = date(year, one.month, one.day)
        except ValueError:
            continue
        if published and timedelta() <= published - day <= _SOON:
            return year
    return None


def day_of(published: str) -> date | None:
    """The day of ``published``, an EDTF day or a moment in RFC 3339, as written; ``None`` if it has none."""
    try:
        return Moment.parse(published, None).day.exact if published else None
    except ValueError:
        return None


class Site(Struct, frozen=True):
    """Where it was: a place (``Hà Nội``), a venue (``trụ sở Bộ Công an``); empty where the sentence does not say."""

    place: str = ""
    venue: str = ""


def site_in(sentence: Sentence) -> Site:
    """The place and the venue that ``sentence`` names behind ``tại``."""
    place = venue = ""
    for found in re.finditer(r"\b[Tt]ại\s", sentence.text):
        at = found.end()
        venue = venue or _venue(sentence, at)
        town = _town().match(sentence.text, at)
        place = place or (town[0].strip() if town and not _venue(sentence, at) else "")
        behind = _town_behind().match(sentence.text, at + len(venue)) if venue else None
        place = place or (behind[1] if behind else "")
    return Site(place, venue)


def _venue(sentence: Sentence, at: int) -> str:
    """The venue at ``at``: an agency, or a building with the agency whose it is."""
    building = _building().match(sentence.text, at)
    if building is None:
        agency = next((one for one in sentence.agencies if one.start - sentence.start == at), None)
        return sentence.text[at : agency.end - sentence.start] if agency else ""
    agency = next((one for one in sentence.agencies if at <= one.start - sentence.start <= building.end() + 1), None)
    end = agency.end - sentence.start if agency else _words().match(sentence.text, building.end())
    end = end if isinstance(end, int) else end.end() if end else building.end()
    return sentence.text[at:end].strip()


@cache
def _building() -> re.Pattern[str]:
    return re.compile(
        r"(?:[Tt]rụ sở(?: làm việc)?(?: của)?|[Hh]ội trường|[Pp]hòng họp|[Pp]hòng khách|[Tt]rung tâm [Hh]ội nghị"
        r"|[Kk]hách sạn|[Đđ]ồn [Bb]iên phòng|[Nn]hà [Vv]ăn hóa|[Nn]hà khách|[Cc]ung [Vv]ăn hóa|[Nn]hà Quốc hội"
        r"|Phủ Chủ tịch)(?!\w)(?: (?:lớn|số [0-9]{1,3}|[A-Z]?[0-9]{1,3})(?!\w))?"
    )


@cache
def _words() -> re.Pattern[str]:
    """The further words of a venue: names, and numbers of halls."""
    return re.compile(
        rf"(?:\s(?:{CAPITAL}|[0-9])[\w.]*|\s(?:lớn|số|tầng|khối|tỉnh|huyện|xã|phường|thị trấn|thị xã|thành phố|quận"
        rf"|của|khẩu|quốc tế|quốc gia))*"
    )


@cache
def _town() -> re.Pattern[str]:
    unit = r"(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Tt]hị xã|[Hh]uyện|[Tt]hủ đô|[Xx]ã|[Pp]hường|[Tt]hị trấn)"
    word = rf"{CAPITAL}[^\W\d_]*"
    return re.compile(rf"(?:{unit}\s)?(?:{PROVINCE})(?!\w)|{unit}\s{word}(?:\s{word}){{0,3}}")


@cache
def _town_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:,|\s\()\s?((?:(?:tỉnh|thành phố|TP\.?)\s)?(?:{PROVINCE}))(?!\w)")
