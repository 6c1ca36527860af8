"""Numbers of documents with their symbols, as people type them: ``30/2020/NĐ-CP``, ``13-CT/TW``."""

import re
from functools import cache

from msgspec import Struct

from bantin.domain.text.folding import fold
from bantin.domain.text.instruments import BLANK

_DASHES = r"\-‐‑‒–—−"
_JOIN = rf"{BLANK}?[/{_DASHES}]{BLANK}?"
# An abbreviation: capitals, as in BTNMT, the small letters of TTg and TTr, and digits, as in QH15 and C06.
_PART = r"[A-ZĐƯÔ&]{1,12}[gr]?[0-9]{0,3}(?!\w)"
_LOWER = "(?i:n[đd]-cp|q[đd]-(?:ttg|ubnd|bca)|tt-b[a-z]{1,6}|qh[0-9]{2}|nq-cp)(?!\\w)"

NUMBER = (
    rf"[0-9]{{1,5}}[a-zA-Z]?(?:{BLANK}?/{BLANK}?(?:19|20)[0-9]{{2}})?{_JOIN}"
    rf"(?:{_PART}(?:{_JOIN}{_PART}){{0,6}}|{_LOWER})(?!/\w)"
)
"""A pattern without groups for a number with its symbol."""

SHORT_NUMBER = r"[0-9]{1,4}/(?:19|20)[0-9]{2}(?![\w/])(?!-[0-9])"
"""A pattern without groups for a number with its year only: ``30/2020``."""

_PARTS = re.compile(r"([0-9]+[a-zA-Z]?)(?:/([0-9]{4})(?=[/-]|\Z))?(?:([/-])(.+))?")
_SMALL = {"TTG": "TTg", "TTR": "TTr", "CTR": "CTr"}
_WITH_BAR = {"ND": "NĐ", "QD": "QĐ"}


class DocumentNumber(Struct, frozen=True):
    """The normalised parts of a number: ``30``, ``2020`` or ``""``, ``NĐ-CP`` or ``""``."""

    count: str
    year: str
    symbol: str
    text: str


def read_number(typed: str) -> DocumentNumber | None:
    """Parses ``typed``, which may have blanks and dashes of any kind; ``None`` if it is not the number of a document.

    The text of the result is normalised: ``30 / 2020 / ND – CP`` becomes ``30/2020/NĐ-CP``.
    """
    tight = re.sub(r"\s", "", typed)
    match = _PARTS.fullmatch(re.sub(f"[{_DASHES}]", "-", tight))
    if match is None:
        return None
    count, year, sign, symbol = match[1], match[2] or "", match[3] or "", _spelt(match[4] or "")
    return DocumentNumber(count, year, symbol, f"{count}{'/' if year else ''}{year}{sign}{symbol}")


def number_key(typed: str) -> str:
    """A key that is equal for all spellings of a number: without blanks, marks, case and leading zeros."""
    number = read_number(typed)
    text = number.text if number else typed
    return re.sub(r"[\W_]+", "-", fold(text)).strip("-").lstrip("0")


def _spelt(symbol: str) -> str:
    parts = re.split("([/-])", symbol.upper())
    first = _WITH_BAR.get(parts[0], parts[0]) if len(parts) > 1 else parts[0]
    return "".join(_SMALL.get(part, part) for part in (first, *parts[1:]))


def numbers_in(text: str) -> tuple[str, ...]:
    """All possible numbers with a symbol in ``text``, as typed; they may overlap. Faster than finding citations."""
    return tuple(_numbers().findall(text))


@cache
def _numbers() -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9])(?=({NUMBER}))")
