"""The labels of provisions at the beginning of a line: ``Điều 5.``, ``CHƯƠNG II``, ``1.``, ``đ)``, ``Article 5``.

Labels are recognised by their form; whether a provision begins there depends on the context (``reading.py``).
"""

import re
from functools import cache

from msgspec import Struct

from bantin.domain.model.provision import ProvisionKind
from bantin.domain.provisions.anchors import WORDS, Word
from bantin.domain.provisions.numbers import order_of

K = ProvisionKind
_WORDS = {word.written.lower(): word for word in WORDS}
_OF_HEADS = "|".join(sorted((written for written in _WORDS), key=len, reverse=True))
# Markdown's emphasis, and a backslash that prevents a list.
_MARK = r"[*_]{0,3}"
_BEGINNINGS = frozenset("*_").union(word.written[0] for word in WORDS)
ORDINAL = r"thứ (?:nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm))?)"
"""A number in words as a pattern: ``thứ nhất``."""
_COUNT = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_COUNT_EN = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"


class Label(Struct, frozen=True):
    """A label with the words after it.

    ``word`` is absent if there is only a number; ``sign`` is the punctuation after it.
    """

    kind: ProvisionKind
    number: str
    rest: str
    word: Word | None = None
    sign: str = ""


def headed_label(text: str) -> Label | None:
    """The label of an annex, part, chapter, section or article at the beginning of a line."""
    found = _headed().match(text) if text[0] in _BEGINNINGS else None
    if found is None or not found["word"][0].isupper():
        return None
    word = _WORDS[found["word"].lower()]
    number, rest, sign = found["number"] or "", found["rest"], found["sign"].strip(" *_")
    if word.kind is K.CLAUSE or word.kind is K.POINT or not _has_number(word, number, rest):
        return None
    in_capitals = text.upper() == text and text.lower() != text
    if rest and not sign and not in_capitals and not (word.kind is K.ARTICLE and found["word"].isupper()):
        return None
    rest = rest.removesuffix(found["mark"]) if found["mark"] else rest
    number = number if len(number) <= 1 or roman_like(number) else number.lower()
    return Label(word.kind, number, rest.strip(), word, sign)


def roman_like(number: str) -> bool:
    """Whether ``number`` consists of the letters of Roman numerals."""
    return not set(number) - set("IVXLC")


def _has_number(word: Word, number: str, rest: str) -> bool:
    if number:
        return word.kind is not K.ARTICLE or number[0].isdigit()
    return word.kind is K.ANNEX and not rest


@cache
def _headed() -> re.Pattern[str]:
    number = rf"(?:số )?(?:[0-9]{{1,4}}[a-zđ]?[0-9]?|[ivxlc]{{1,7}}|[a-z]|{ORDINAL}|{_COUNT}|{_COUNT_EN})(?!\w)"
    return re.compile(
        rf"(?P<mark>{_MARK})(?P<word>{_OF_HEADS})(?: (?P<number>{number}))?"
        rf"(?P<sign>{_MARK} ?(?:[.:](?!\d)|[-–—](?= )){_MARK}|{_MARK}(?= |$)) ?(?P<rest>.*)",
        re.IGNORECASE,
    )


def bare_label(text: str) -> Label | None:
    """The label of a part (``A.``) or section (``II.``) that has only a number."""
    found = _bare_number().match(text)
    if found is None:
        return None
    number = found["number"]
    kind = K.SECTION if not set(number) - set("IVX") else K.PART
    return Label(kind, number, _rest(found), sign=".") if order_of(kind, number) else None


def clause_label(text: str) -> Label | None:
    """The label of a clause at the beginning of a line: ``1.``, ``1a.``, ``1)``, ``(1)`` or ``1/``."""
    found = _clause().match(text)
    return Label(K.CLAUSE, found["number"].lower(), _rest(found), sign=found["sign"]) if found else None


def dotted_label(text: str) -> Label | None:
    """The label of a clause that repeats the number of its article: ``2.1.``"""
    found = _dotted().match(text)
    return Label(K.CLAUSE, found["number"], _rest(found), sign=".") if found else None


def point_label(text: str) -> Label | None:
    """The label of a point at the beginning of a line: ``a)``, ``(a)``, ``đ)``, ``a1)``, ``a.`` or ``a/``."""
    found = _point().match(text)
    return Label(K.POINT, found["number"], _rest(found), sign=found["open"] + found["sign"]) if found else None


def _rest(found: re.Match[str]) -> str:
    rest = found["rest"]
    return rest.removesuffix(found["mark"]) if found["mark"] else rest


@cache
def _bare_number() -> re.Pattern[str]:
    return re.compile(rf"(?P<mark>{_MARK})(?P<number>[IVX]{{1,6}}|[A-ZĐ])\\?[.:]{_MARK} (?P<rest>\S.*)")


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<mark>{_MARK})\(?(?P<number>[0-9]{{1,3}}[a-zđ]?)\\?(?P<sign>[.)/]){_MARK}(?: |$)(?P<rest>.*)"
    )


@cache
def _dotted() -> re.Pattern[str]:
    return re.compile(rf"(?P<mark>{_MARK})(?P<number>[0-9]{{1,3}}\.[0-9]{{1,2}})\.?{_MARK} (?P<rest>\S.*)")


@cache
def _point() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<mark>{_MARK})(?P<open>\(?)(?P<number>[a-zđ][0-9]?)\\?(?P<sign>[.)/]){_MARK}(?: |$)(?P<rest>.*)"
    )
