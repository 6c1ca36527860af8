"""Finds personal numbers: of identity cards and of mobile telephones.

The number of a Vietnamese identity card has 12 digits: three for the province, one for century and sex, two for the
year of birth, six random ones (Decree 137/2015/NĐ-CP, article 13); older cards have 9. Mobile numbers begin with 03,
05, 07, 08 or 09. Office telephones (024…, 1900…), accounts and taxpayers are not personal.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from msgspec import Struct

from bantin.domain.text.fast_search import places


class NumberKind(StrEnum):
    """The kind of a personal number."""

    IDENTITY = "identity"
    MOBILE = "mobile"


class PersonalNumber(Struct, frozen=True):
    """A personal number in a text, from ``start`` to ``end``, and its bare ``digits``."""

    kind: NumberKind
    start: int
    end: int
    digits: str


_RUN = re.compile(r"[0-9]+(?:[ .\-–\u00a0()]{1,3}[0-9]+){0,7}")
_HINT = re.compile(r"0(?<![\w/#@=&?%+.,-]0)(?=0|[35789][\d ]|\d\d[ \d.])")
_HINTS_ABROAD = (
    re.compile(r"8(?<=\+8)(?=4)"),
    re.compile(r"8(?<![\w/#@=&?%+.,-]8)(?=4[35789]\d{8}(?!\w))"),
)
_PART_OF_MORE = re.compile(r"(?:\d[ .,\-–\u00a0]|[\w/])\Z")
_GOES_ON = re.compile(r"[\w/@%]|[.,:]\d|\.[a-zA-Z]{2,4}\b")
# Usual groupings of digits; dates and amounts are grouped in other ways.
_MOBILE = " 10 4-3-3 3-3-4 3-4-3 4-6 2-4-4 4-2-2-2 5-5 3-7 3-2-2-3 3-3-2-2 2-8 4-2-4 4-4-2 2-2-3-3 2-3-2-3 2-3-3-2 "
_MOBILE_ABROAD = " 9 3-3-3 2-3-4 2-7 3-6 2-4-3 2-3-2-2 1-4-4 3-2-2-2 3-2-4 "
_IDENTITY = " 12 3-3-3-3 4-4-4 3-1-2-6 6-6 3-9 3-3-6 "
_PROVINCES = (
    " 001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 "
    "044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 "
    "089 091 092 093 094 095 096 "
)
_NEWEST, _OLDEST = 30, 20
_LABELS = ("CMND", "CMT", "CCCD", "ăn cước", "hứng minh", "ịnh danh", "ộ chiếu", "assport")
_LONGEST_LABEL = 48
_AS_DIGITS, _ENOUGH_DIGITS = bytes.maketrans(b"123456789", b"000000000"), b"000000000"
_SEPARATORS = " .-()–\u00a0".encode()
_PASSPORT = "ộ chiếu số".encode()

_CARD = (
    r"(?:CMND|CMTND|CMT|CCCD|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?"
    r"|hộ chiếu|passport)"
)
_OF_CARD = (
    r"(?:\s*/\s*\w+)?(?:\s*\(?số\)?)?[\s:.]*(?:là\s+)?"
    r"([0-9]{12}|[0-9]{9}|[0-9]{3}(?: [0-9]{3}){2,3}|[0-9]{4}(?: [0-9]{4}){2}|[A-Z][0-9]{7,8})"
)
_DIGIT = r"(?:[ .\-–\u00a0()]{0,3}[0-9])"

HINT = rf"(?i:{_CARD}{_OF_CARD})|0[ .\-–\u00a0()]{{0,3}}[35789]{_DIGIT}{{8}}|0{_DIGIT}{{11}}|84{_DIGIT}{{7}}"
"""A pattern without lookarounds that matches every text in which :func:`find_personal_numbers` finds something."""


def may_have_personal_number(data: bytes) -> bool:
    """Fast check whether ``data``, a text in UTF-8, may have a personal number: enough digits in a row."""
    return _ENOUGH_DIGITS in data.translate(_AS_DIGITS, _SEPARATORS) or _PASSPORT in data


def find_personal_numbers(text: str) -> Iterator[PersonalNumber]:
    """Finds each personal number in ``text``, in order, without repetitions."""
    found: set[str] = set()
    for one in sorted((*_labelled(text), *_numbers(text)), key=lambda one: one.start):
        if one.digits not in found:
            found.add(one.digits)
            yield one


def bare(number: str) -> str:
    """The digits of a number; those of a telephone number as dialled within the country."""
    digits = "".join(filter(str.isalnum, number)).removeprefix("00")
    return f"0{digits[2:].removeprefix('0')}" if digits.startswith("84") and len(digits) in (11, 12) else digits


def _numbers(text: str) -> Iterator[PersonalNumber]:
    end = -1
    for start in places((_HINT, *_HINTS_ABROAD) if "84" in text else (_HINT,), text):
        run = _RUN.match(text, start) if start >= end else None
        if run is None or _PART_OF_MORE.search(text, max(0, start - 2), start):
            continue
        end = run.end()
        for one in _parts(run, abroad=text[start - 1 : start] == "+"):
            if not _GOES_ON.match(text, one.end) and not _other_number().search(_before(text, one.start)):
                yield one


def _parts(run: re.Match[str], *, abroad: bool) -> list[PersonalNumber]:
    """The consecutive numbers in a run of digits; none if the run has anything else."""
    groups = list(re.finditer(r"\d+", run[0]))
    found: list[PersonalNumber] = []
    first = 0
    while first < len(groups):
        for last in range(len(groups), first, -1):
            some = [group[0] for group in groups[first:last]]
            kind = _kind(some, abroad=abroad and first == 0)
            if kind:
                begin = groups[first].start() - (abroad and first == 0)
                one = (run.start() + begin, run.start() + groups[last - 1].end())
                found.append(PersonalNumber(kind, *one, bare("".join(some))))
                first = last
                break
        else:
            return []
    return found


def _kind(groups: list[str], *, abroad: bool) -> NumberKind | None:
    """The kind of number that the ``groups`` of digits form; ``abroad`` if there is a plus before them."""
    digits = "".join(groups)
    layout = _layout(groups)
    if digits.startswith("84") and (abroad or layout == " 11 "):
        rest = [groups[0][2:], *groups[1:]]
        kept = [group for group in rest if group not in ("", "0")]
        return NumberKind.MOBILE if kept and kept[0][0] in "35789" and _layout(kept) in _MOBILE_ABROAD else None
    if digits[0] == "0" and digits[1:2] and digits[1] in "35789" and layout in _MOBILE:
        return NumberKind.MOBILE
    return NumberKind.IDENTITY if layout in _IDENTITY and _is_identity(digits) else None


def _layout(groups: list[str]) -> str:
    return f" {'-'.join(str(len(group)) for group in groups)} "


def _is_identity(digits: str) -> bool:
    year = int(digits[4:6])
    born = year >= _OLDEST if digits[3] in "01" else digits[3] in "23" and year <= _NEWEST
    return f" {digits[:3]} " in _PROVINCES and born and len(set(digits)) > 3


def _labelled(text: str) -> Iterator[PersonalNumber]:
    """Numbers that are labelled as those of an identity card or passport."""
    if any(label in text for label in _LABELS):
        for match in _label().finditer(text):
            yield PersonalNumber(NumberKind.IDENTITY, match.start(1), match.end(1), bare(match[1]))


def _before(text: str, start: int) -> str:
    """What stands before ``start`` on its line, at most as many characters as a label has."""
    first = max(0, start - _LONGEST_LABEL)
    return text[max(text.rfind("\n", first, start) + 1, first) : start]


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\b{_CARD}{_OF_CARD}(?![\w/]|[.,]\d)", re.IGNORECASE)


@cache
def _other_number() -> re.Pattern[str]:
    """Labels of numbers that are not personal: of an account, a taxpayer, a file, or an office telephone."""
    return re.compile(
        r"(?:mã số thuế|mst|mã số doanh nghiệp|mã số|mã|tài khoản|stk|mã vạch|isbn|issn|số hiệu|biên lai|hóa đơn"
        r"|đường dây nóng|hotline|tổng đài|trực ban|fax)"
        r"(?:\s+(?:số|là|của\s[\w ]{0,20}|hồ sơ|giao dịch|vận đơn))*[\s:*._]*\Z",
        re.IGNORECASE,
    )
