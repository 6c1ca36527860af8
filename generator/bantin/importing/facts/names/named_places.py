"""Places that a text names, which complete names: ``Công an huyện`` in a text about ``huyện Mường La`` alone."""

import re
from functools import cache

from bantin.domain.text.letter_case import CAPITAL
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.person_names import is_surname, posts_in
from bantin.domain.text.provinces import PROVINCE, only_province

_CITY = "thành phố"
_SMALLER = "huyện|quận|thị xã|thị trấn|xã|phường"
_NEAR = 60


def only_places(text: str) -> tuple[str, ...]:
    """The places of ``text``, each with its unit, of which it names one only: ``tỉnh Sơn La``, ``huyện Mường La``."""
    smaller: dict[str, dict[str, str]] = {}
    for found in _smaller().finditer(text):
        unit = _CITY if found[1].lower().startswith("tp") else found[1].lower()
        name = "" if _may_be_person(text, found) else found[2]
        smaller.setdefault(unit, {}).setdefault(name_key(found[2]), name)
    single = ((unit, *names.values()) for unit, names in smaller.items() if len(names) == 1)
    return tuple(filter(None, (only_province(text), *(f"{unit} {name}" for unit, name in single if name))))


def completed(name: str, places: tuple[str, ...]) -> str:
    """``name`` with the place that it leaves out, if it ends with the word for a unit of which ``places`` have one."""
    last = _unit_last().search(name)
    if last is None:
        return name
    unit = _CITY if last[1].lower().startswith(("tp", "thành")) else last[1].lower()
    fitting = [place.removeprefix(f"{unit} ") for place in places if place.startswith(f"{unit} ")]
    return f"{name} {fitting[0]}" if len(fitting) == 1 else name


def _may_be_person(text: str, place: re.Match[str]) -> bool:
    """Whether what stands behind the unit may be who holds a post there: ``Chủ tịch UBND xã Lê Văn An``."""
    before = text[max(0, place.start() - _NEAR) : place.start()].rpartition(",")[2]
    return is_surname(place[2].split()[0]) and bool(posts_in(before))


@cache
def _unit_last() -> re.Pattern[str]:
    """A unit at the end of a name, or the Party or Youth Union of one: ``Tỉnh ủy``, ``Huyện đoàn``."""
    party = r"(?:thành|tỉnh|huyện|quận)(?=\s(?:[ủu][ỷy]|đoàn)$)"
    return re.compile(
        rf"(?:^|\s)({party}|(?:tỉnh|{_CITY}|tp\.?|{_SMALLER})(?=$))(?:\s(?:[ủu][ỷy]|đoàn))?$", re.IGNORECASE
    )


@cache
def _smaller() -> re.Pattern[str]:
    """Units below the provinces, and cities that are no provinces, with their names."""
    return re.compile(
        rf"(?<!\w)((?i:{_SMALLER})|(?:[Tt]hành phố|TP\.?)(?![ \xa0](?:{PROVINCE})(?!\w)))[ \xa0]"
        rf"({CAPITAL}[^\W\d_]*(?:[ \xa0]{CAPITAL}[^\W\d_]*){{0,3}})"
    )
