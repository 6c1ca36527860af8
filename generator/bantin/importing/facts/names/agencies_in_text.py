"""Agencies in running text: those that the bulletin knows, and others by the way that Vietnamese agencies are named.

Where a name ends is told by capitals, by the names of places and by words that stand in names or behind them. A name in
part, ``Công an tỉnh``, is completed where the text names one such place only.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from bantin.domain.text.letter_case import CAPITAL, SMALL
from bantin.domain.text.person_names import is_surname, post_at, rank_at
from bantin.domain.text.provinces import province_at
from bantin.importing.facts.model import AgencyName
from bantin.importing.facts.names.agency_words import (
    behind_name,
    fixed_name,
    listed_province,
    local_name,
    open_head,
    several_behind,
    spelt_out,
    unit_word,
    units_word,
    within_name,
)
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.names.named_places import completed, only_places

_MOST_WORDS_OF_PLACE = 3
_LONGEST_NAME = 160
MOST_UNKNOWN = 3
"""The words in lower case that no list has, up to which the end of a name is certain enough."""
_LONGEST_WORD = 12
_OF_COUNTRY = " Việt Nam"
_ABBREVIATION = "[A-ZĐƯƠÂÊÔ][A-ZĐƯƠÂÊÔ0-9&-]{1,9}"
_NAMED_AFTER_PEOPLE = ("xã", "phường")


class AgencyMention(Struct, frozen=True):
    """An agency in a text, from ``start`` to ``end``. The name is in full where the text allows to complete it."""

    start: int
    end: int
    agency: AgencyName


def agencies_in(text: str, known: KnownNames, places: tuple[str, ...] = ()) -> tuple[AgencyMention, ...]:
    """Finds the agencies in ``text``, in order; they do not overlap.

    ``places`` (``tỉnh Lào Cai``) complete names such as ``Công an tỉnh``; without them those of which the text names
    one only do. An abbreviation in brackets behind a name means that agency from there on.
    """
    found = tuple(_scan(text, known, places or only_places(text)))
    found = tuple(one for index, one in enumerate(found) if not (index and _explains(text, found[index - 1], one)))
    return tuple(sorted((*found, *_abbreviated(text, found)), key=lambda one: one.start))


def _explains(text: str, one: AgencyMention, other: AgencyMention) -> bool:
    """Whether ``other`` is the abbreviation in brackets behind ``one``."""
    return text[one.end : other.start].strip() == "(" and text.startswith(")", other.end)


def _scan(text: str, known: KnownNames, places: tuple[str, ...]) -> Iterator[AgencyMention]:
    at = 0
    while word := _first_word().search(text, at):
        mentions = _at(text, word.start(), known, places)
        yield from mentions
        at = mentions[-1].end if mentions else word.end()


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/&-]){CAPITAL}[\w&]*")


def _at(text: str, start: int, known: KnownNames, places: tuple[str, ...]) -> tuple[AgencyMention, ...]:
    """The agency whose name begins at ``start``; several for ``Công an các tỉnh Lào Cai, Yên Bái``."""
    several = tuple(_of_several_places(text, start, known))
    if several:
        return several
    listed, end = known.agency_at(text, start), _name_end(text, start)
    if listed and listed[1] >= end:
        return (AgencyMention(start, listed[1], listed[0]),)
    if end == start or text.endswith(" Bộ", start, end) or several_behind().match(text, end):
        # 'Thanh tra Bộ' and 'UBND các xã' do not tell of which.
        return ()
    name = completed(spelt_out(" ".join(text[start:end].split())), places)
    return (AgencyMention(start, end, known.agency(name)),)


def _of_several_places(text: str, start: int, known: KnownNames) -> Iterator[AgencyMention]:
    head = local_name().match(text, start)
    units = units_word().match(text, head.end()) if head else None
    if head is None or units is None:
        return
    at = units.end() - 1
    while found := listed_province().match(text, at):
        begin = start if at < units.end() else found.start(1)
        unit = units[1].split(",")[0]
        yield AgencyMention(begin, found.end(), known.agency(f"{head[0]} {unit} {found[1]}"))
        at = found.end()


def _name_end(text: str, start: int) -> int:
    """The offset behind the name that begins at ``start``; ``start`` if none does."""
    fixed, local = fixed_name().match(text, start), local_name().match(text, start)
    if fixed and not (local and local.end() > fixed.end()):
        return fixed.end()
    if local:
        return _local_end(text, local.end())
    head = open_head().match(text, start)
    return _open_end(text, start, head.end()) if head else start


def _local_end(text: str, at: int) -> int:
    """The offset behind the place of an agency whose kind ends at ``at``: ``tỉnh Lào Cai``, ``tỉnh``, ``Hà Nội``."""
    at += len(_OF_COUNTRY) if text.startswith(_OF_COUNTRY, at) else 0
    if _of_district().search(text, max(0, at - _LONGEST_OF_DISTRICT), at):
        return _place_end(text, at)
    unit = unit_word().match(text, at)
    if unit:
        return _place_end(text, unit.end())
    province = province_at(text, at + 1)
    return province if province > at + 1 else at


_LONGEST_OF_DISTRICT = len("Huyện đoàn")


@cache
def _of_district() -> re.Pattern[str]:
    """The Party or the Youth Union of a district, whose name follows."""
    return re.compile(r"(?:Huyện|Quận|Thị) (?:[ủu][ỷy]|[Đđ]oàn)\Z")


def _place_end(text: str, at: int) -> int:
    """The offset behind the name of a place, which stands behind the word for its unit that ends at ``at``."""
    end = province_at(text, at + 1)
    if end > at + 1:
        return end
    number, person = _place_number().match(text, at), _person().match(text, at + 1)
    if person and is_surname(person[1]) and not text[max(0, at - 8) : at].lower().endswith(_NAMED_AFTER_PEOPLE):
        return at
    return number.end() if number else _capitals_end(text, at, _MOST_WORDS_OF_PLACE)


@cache
def _number() -> re.Pattern[str]:
    """The number that a hospital, a regiment or the like has for a name: ``Bệnh viện 19-8``."""
    return re.compile(r"[ \xa0][0-9]{1,3}(?:[-/][0-9]{1,2})?(?![\w/])")


@cache
def _place_number() -> re.Pattern[str]:
    return re.compile(r"[ \xa0][0-9]{1,2}(?![\w/])")


def _capitals_end(text: str, at: int, most: int, least: int = 1) -> int:
    """The offset behind up to ``most`` words with capitals from ``at``; a person's name is not taken for a place."""
    for count in range(most):
        word = _capital_word().match(text, at)
        if word is None or begins_other(text, word.start(1), could_be_person=count > least):
            break
        at = word.end()
    return at


@cache
def _capital_word() -> re.Pattern[str]:
    return re.compile(rf"(?:[ \xa0]|[ \xa0]?[-–&][ \xa0]?)({CAPITAL}[\w'’]*)")


@cache
def _other_word() -> re.Pattern[str]:
    return re.compile(
        r"(?:Đồng chí|Ông|Bà(?! Rịa)|Tham dự|Quy chế|Kế hoạch phối|Chương trình phối|Biên bản|Thỏa thuận)(?!\w)"
    )


def begins_other(text: str, at: int, *, could_be_person: bool = True) -> bool:
    """Whether another agency, a title or a person's name begins at ``at``."""
    if text.startswith("Hồ Chí Minh", at):
        return False
    titled = _is_ranked(text, at) or (post_at(text, at) > at and not text.startswith("Thường trực", at))
    if titled or _other_word().match(text, at) or fixed_name().match(text, at) or local_name().match(text, at):
        return True
    head = open_head().match(text, at) if could_be_person else None
    if head and head[0] not in ("Đoàn", "Vùng", "Điện lực", "Đài", "Hội"):
        return True
    name = _person().match(text, at)
    return bool(could_be_person and name and is_surname(name[1]) and province_at(text, at) == at)


def _is_ranked(text: str, at: int) -> bool:
    """Whether a rank begins at ``at`` that somebody has, and not one within a name: ``Hội Nhà báo``."""
    end = rank_at(text, at)
    behind = text[end : end + len(_OF_COUNTRY) + 1].lstrip(".,:– ")
    return end > at and behind[:1].isupper() and not behind.startswith(_OF_COUNTRY.strip())


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"({CAPITAL}\w*) {CAPITAL}\w*")


def _open_end(text: str, start: int, at: int) -> int:
    """The offset behind a name whose first word ends at ``at``: words with capitals, and words that names have.

    ``start`` if nothing follows, as the first word alone, ``Cục``, is no name, and if it is not certain where the name
    ends.
    """
    begin = at
    if text[at : at + 1] == " ":
        own = _name_end(text, at + 1)  # 'Văn phòng Bộ Y tế', 'Bộ Tư lệnh Bộ đội Biên phòng'
        if own > at + 1:
            return own
        number = _number().match(text, at)
        at = number.end() if number else at
    unknown = 0
    while at - begin < _LONGEST_NAME and unknown <= MOST_UNKNOWN:
        end = next_part(text, at)
        if end == at:
            break
        unknown += is_unknown(text, at)
        at = end
    return at if at > begin and unknown <= MOST_UNKNOWN else start


def next_part(text: str, at: int) -> int:
    """The offset behind the next word of a name, or words that belong together; ``at`` if the name ends."""
    within, unit = within_name().match(text, at), unit_word().match(text, at)
    if unit and not within:
        return _place_end(text, unit.end())
    province = province_at(text, at + 1) if text[at : at + 1] == " " else at
    if province > at + 1:
        return province
    word = _capital_word().match(text, at) or _joined_capital().match(text, at)
    if word and begins_other(text, word.start(1)):
        return at
    if within or word:
        return max(one.end() for one in (within, word) if one)
    if behind_name().match(text, at):
        return at
    unknown = _lower_word().match(text, at)
    return unknown.end() if unknown else at


def is_unknown(text: str, at: int) -> bool:
    """Whether the word behind ``at`` is one that may as well be the verb behind a name: ``Cục X công bố nội dung``.

    A word behind one with a capital belongs to that: ``Cảnh sát``, ``Dầu khí``.
    """
    before = text[max(0, at - _LONGEST_WORD) : at].split()[-1:]
    if (before and before[0][:1].isupper()) or within_name().match(text, at) or unit_word().match(text, at):
        return False
    return _lower_word().match(text, at) is not None


@cache
def _joined_capital() -> re.Pattern[str]:
    return re.compile(rf"(?:[ \xa0]và[ \xa0]|,[ \xa0](?=Thể thao|Xã hội|Trẻ em|Nhân văn|Tin học))({CAPITAL}\w*)")


@cache
def _lower_word() -> re.Pattern[str]:
    return re.compile(rf"[ \xa0]{SMALL}\w*")


def _abbreviated(text: str, mentions: tuple[AgencyMention, ...]) -> Iterator[AgencyMention]:
    """The mentions by an abbreviation that the text itself explains: ``Cục Cảnh sát hình sự (C02)``, then ``C02``."""
    meant = {
        found[1]: (one.agency, found.end())
        for one in mentions
        if (found := _in_brackets().match(text, one.end)) and not one.agency.name.endswith(found[1])
    }
    starts = [one.start for one in mentions]
    for found in _short_name().finditer(text) if meant else ():
        agency, begin = meant.get(found[0], (None, 0))
        before = bisect_left(starts, found.end()) - 1
        if agency and begin <= found.start() and (before < 0 or mentions[before].end <= found.start()):
            yield AgencyMention(found.start(), found.end(), agency)


@cache
def _short_name() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/-]){_ABBREVIATION}(?![\w/-])")


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(rf"[ \xa0]?\((?:(?:gọi|viết) tắt là |sau đây gọi (?:tắt )?là )?({_ABBREVIATION})\)")
