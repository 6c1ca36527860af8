"""The provinces and centrally governed cities of Vietnam, those before the mergers of 2025 included."""

import re
from functools import cache

from bantin.domain.text.name_keys import name_key

_CITIES = "Cần Thơ|Đà Nẵng|Hà Nội|Hải Phòng|Hồ Chí Minh|Huế"
_PROVINCES = (
    "An Giang|Bà Rịa - Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|Bình Phước"
    "|Bình Thuận|Cà Mau|Cao Bằng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Tĩnh"
    "|Hải Dương|Hậu Giang|Hòa Bình|Hoà Bình|Hưng Yên|Khánh Hòa|Khánh Hoà|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng"
    "|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam"
    "|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thanh Hoá"
    "|Thừa Thiên Huế|Thừa Thiên - Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái|Hà Tây"
)
PROVINCE = "|".join(sorted(f"{_CITIES}|{_PROVINCES}".split("|"), key=len, reverse=True))
"""The names as alternatives of a pattern, longer ones first."""


@cache
def _city_keys() -> frozenset[str]:
    return frozenset(map(name_key, _CITIES.split("|")))


@cache
def _named() -> re.Pattern[str]:
    unit = r"(?:tỉnh|Tỉnh(?:[ \xa0](?:ủy|uỷ|đoàn))?|[Tt]hành phố|Thành (?:ủy|uỷ)|TP\.?)"
    return re.compile(rf"\b(?:{unit}[ \xa0])({PROVINCE})(?!\w)")


def provinces_in(text: str) -> tuple[str, ...]:
    """The provinces in ``text``, without duplicates, that have the word for the unit: ``tỉnh Lào Cai``."""
    names: dict[str, str] = {}
    for found in _named().finditer(text):
        names.setdefault(name_key(found[1]), found[1])
    return tuple(f"{'thành phố' if key in _city_keys() else 'tỉnh'} {name}" for key, name in names.items())


def only_province(text: str) -> str:
    """The province in ``text`` if it names exactly one (see :func:`provinces_in`); otherwise empty."""
    found = provinces_in(text)
    return found[0] if len(found) == 1 else ""


def province_at(text: str, at: int) -> int:
    """The offset after the name of a province that begins at ``at``; ``at`` if there is none."""
    found = _name().match(text, at)
    return found.end() if found else at


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?:{PROVINCE})(?!\w)")
