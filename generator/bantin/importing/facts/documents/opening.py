"""The opening of a document below its title: when and where the parties met, and who ``Bên A`` and ``Bên B`` are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from bantin.domain.text.capital_names import begins_agency
from bantin.domain.text.dates import Edtf, ImpossibleDate
from bantin.domain.text.mentioned_dates import mentions
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.provinces import province_at
from bantin.importing.facts.documents.agencies import NamedAgency
from bantin.importing.facts.documents.lines import Line, label_of
from bantin.importing.facts.model import Found

_LONGEST_VENUE = 120


class Meeting(Struct, frozen=True):
    """The day in EDTF, and the town or the venue, that ``Hôm nay, ngày …, tại …`` tells."""

    signed_on: Found[str] | None = None
    place: Found[str] | None = None
    venue: Found[str] | None = None


def opening_of(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines above the first provision."""
    opening: list[Line] = []
    for line in lines:
        if label_of(line.text):
            break
        opening.append(line)
    return tuple(opening)


def read_meeting(opening: Iterable[Line]) -> Meeting:
    """What the opening says of the day and the place; nothing if it does not."""
    line = next((line for line in opening if _today().match(line.text)), None)
    if line is None:
        return Meeting()
    day = next((mention for mention in mentions(line.text) if mention.year), None)
    site = _site().search(line.text, day.end if day else 0)
    words = site[1].strip() if site else ""
    is_town = bool(words) and province_at(words, _behind_unit(words)) == len(words)
    found = Found(words[:1].upper() + words[1:], line.evidence()) if words else None
    signed_on = _edtf(day.year, day.month, day.day) if day else ""
    return Meeting(
        Found(signed_on, line.evidence()) if signed_on else None,
        found if is_town else None,
        None if is_town else found,
    )


def _edtf(year: int | None, month: int, day: int) -> str:
    try:
        return str(Edtf.parse(str(Edtf(year, month, day))))
    except ImpossibleDate:
        return ""


@cache
def _today() -> re.Pattern[str]:
    return re.compile(r"(?:[-–] ?)?hôm nay\b", re.IGNORECASE)


@cache
def _site() -> re.Pattern[str]:
    return re.compile(rf"(?:tại|ở) ([^,;:.]{{2,{_LONGEST_VENUE}}})(?=[,;:.]|$)")


def _behind_unit(words: str) -> int:
    unit = re.match(r"(?:(?:tỉnh|thành phố|TP\.?) )?", words, re.IGNORECASE)
    return unit.end() if unit else 0


def read_sides(opening: Iterable[Line]) -> Mapping[str, NamedAgency]:
    """The agencies by the key of what they are called in the text: ``bên a``."""
    return dict(side for line in opening for side in _sides(line))


def _sides(line: Line) -> Iterator[tuple[str, NamedAgency]]:
    for pattern in (_side_before(), _side_behind()):
        found = pattern.search(line.text)
        if found and begins_agency(found["agency"]):
            yield name_key(found["side"]), NamedAgency(found["agency"].strip(" ,.;"), line)
            return


_SIDE = r"(?P<side>BÊN (?:[A-D]|THỨ (?:NHẤT|HAI|BA|TƯ))|Bên (?:[A-D]|thứ (?:nhất|hai|ba|tư)))\b"


@cache
def _side_before() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:[-–+IVX0-9.)]{{1,4}} )?{_SIDE} ?(?:\([^()]{{1,80}}\) ?)?[:–-] ?(?P<agency>[^(;:]{{3,160}})"
    )


@cache
def _side_behind() -> re.Pattern[str]:
    return re.compile(
        r"^(?:[-–+IVX0-9.)]{1,4} )?(?P<agency>[^(;:]{3,160}?) ?\((?:sau đây )?(?:gọi|viết)(?: tắt| chung)? là:? "
        rf"[“\"]?{_SIDE}"
    )
