"""Finds citations of legal documents and agreements in running text, in Vietnamese and in English.

Found are: a kind with a number (*Nghị định số 30/2020/NĐ-CP*, *NĐ 30/2020*, *Nghị định 30*), a number whose symbol
implies the kind (*số 09/2019/NĐ-CP*), a law by its name (*Luật Công an nhân dân năm 2018*, *Luật ANM*), and the text's
own document (*Quy chế này*, *khoản 2 Điều này*), each with the provisions named before it. Not found are: documents
named by an earlier sentence (*Nghị định nêu trên*), provisions without a document (*theo Điều 5*), drafts, and
agreements without a number. The time is linear in the length of the text.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from bantin.domain.text.cited_dates import date_after, year_after
from bantin.domain.text.dates import Edtf
from bantin.domain.text.document_numbers import NUMBER, SHORT_NUMBER, read_number
from bantin.domain.text.instruments import (
    ABBREVIATED,
    BETWEEN,
    BLANK,
    COUNTED,
    KIND_WORDS,
    NAMED,
    InstrumentKind,
    is_known_symbol,
    kind_of_symbol,
    kind_of_word,
)
from bantin.domain.text.issuing_bodies import issuing_body
from bantin.domain.text.law_names import CODE_ABBREVIATIONS, names_of
from bantin.domain.text.provision_references import WORD, ProvisionReference, read_provisions


class Citation(Struct, frozen=True):
    """A citation in a text, from ``start`` to ``end``, with its facts about the document.

    ``kind`` is ``None`` if there is only a number that does not imply it. ``number`` is normalised (``30/2020/NĐ-CP``),
    and may lack the year and the symbol. ``name`` is that of a law, as written. ``date`` is a day or a year.
    ``provisions`` are the anchors of the cited provisions. ``own`` is true if the document is the one that contains the
    text; if ``kind`` is a part, such as the article, the provisions are within that.
    """

    start: int
    end: int
    kind: InstrumentKind | None
    number: str = ""
    name: str = ""
    date: Edtf | None = None
    body: str = ""
    provisions: tuple[str, ...] = ()
    own: bool = False


_HINT = re.compile("[0-9]|này|NÀY|[Tt]his |uật|UẬT|Law|BL|háp lệnh|iến pháp")


def find_citations(text: str) -> tuple[Citation, ...]:
    """Finds the citations in ``text``, which is in NFC, in order; they do not overlap."""
    return tuple(_scan(text)) if _HINT.search(text) else ()


def _scan(text: str) -> Iterator[Citation]:
    at = 0
    while found := _start().search(text, at):
        citation, end = _read(text, found.start())
        if citation:
            yield citation
        at = max(end, found.end(), found.start() + 1)


@cache
def _start() -> re.Pattern[str]:
    """Where a citation may begin."""
    before_word = r"(?<!\w)"
    short = "|".join(sorted(ABBREVIATED, key=len, reverse=True))
    return re.compile(
        rf"{before_word}(?:(?i:(?:từ{BLANK}|các{BLANK}|những{BLANK}|from{BLANK})?{WORD}s?{BLANK}|this{BLANK})"
        rf"|(?i:{_ungrouped()})(?!\w)|(?:{short})(?={BLANK}?(?:số{BLANK})?[0-9])|{CODE_ABBREVIATIONS}"
        rf"|(?<![/.,-])(?:số:?{BLANK})?(?={NUMBER}))"
    )


@cache
def _ungrouped() -> str:
    return re.sub(r"\?P<k[0-9]+>", "?:", KIND_WORDS)


def _read(text: str, start: int) -> tuple[Citation | None, int]:
    """The citation at ``start`` if there is one, and the offset from which to continue."""
    reference = read_provisions(text, start)
    if reference is None:
        return _document(text, start, start, ())
    if reference.own:
        return _own_part(text, start, reference), reference.end
    link = _of().match(text, reference.end)
    at = link.end() if link else reference.end
    citation, end = _document(text, at, start, reference.anchors)
    return citation, max(end, reference.end)


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"{BLANK}?,?{BLANK}?(?:(?:của|tại|trong|thuộc|of|in|under){BLANK})?(?:the{BLANK})?")


_PARTS = {
    "điều": InstrumentKind.ARTICLE,
    "khoản": InstrumentKind.CLAUSE,
    "chương": InstrumentKind.CHAPTER,
    "mục": InstrumentKind.SECTION,
    "phụ lục": InstrumentKind.ANNEX,
}
_PREPOSITION = re.compile(rf"(?:tại|theo|của|trong|ở|với|thuộc){BLANK}\Z")


def _own_part(text: str, start: int, reference: ProvisionReference) -> Citation | None:
    """*Khoản 2 Điều này*; without a provision only after a preposition, since *điều này* also means “this thing”."""
    kind = _PARTS.get(reference.own)
    if kind is None:
        return None
    if not reference.anchors:
        after_preposition = _PREPOSITION.search(text, max(0, start - 8), start)
        is_capital = text[start].isupper() or kind is InstrumentKind.CLAUSE
        if not (after_preposition and is_capital):
            return None
    return Citation(start, reference.end, kind, provisions=reference.anchors, own=True)


class _Reading(Struct):
    """The parsed part of a citation, up to the offset ``end``."""

    end: int
    kind: InstrumentKind | None
    number: str = ""
    name: str = ""
    body: str = ""
    date: Edtf | None = None


def _document(text: str, at: int, start: int, provisions: tuple[str, ...]) -> tuple[Citation | None, int]:
    """The citation whose document begins at ``at`` and whose provisions begin at ``start``, and where it ends.

    Documents that are not cited, such as drafts, have an end too: their numbers are no citations either.
    """
    own = _own(text, at)
    read = None if own else _read_document(text, at, within=bool(provisions))
    if _is_other(text, start):
        return None, read.end if read else start
    if own:
        return Citation(start, own[1], own[0], provisions=provisions, own=True), own[1]
    if read is None:
        return None, start
    year, end = year_after(text, read.end) if not read.number else (None, read.end)
    day, end = date_after(text, end)
    behind = issuing_body().match(text, end)
    body = read.body or (behind[1] if behind else "")
    return Citation(start, end, read.kind, read.number, read.name, day or year or read.date, body, provisions), end


_OTHER = re.compile(
    r"(?:dự thảo|dự án|đại học|trường|khoa|viện|công ty|tạp chí|ngành|báo|pháp|kỷ|công ước[^;.]{0,30}|hội|hãng|vp)\s\Z"
)


def _is_other(text: str, start: int) -> bool:
    """Whether the words before show that the document is not cited, such as a draft."""
    return _OTHER.search(text[max(0, start - 40) : start].lower()) is not None


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?:{KIND_WORDS})(?!\w)", re.IGNORECASE)


def _own(text: str, at: int) -> tuple[InstrumentKind, int] | None:
    """The text's own document, and the offset after it: *Quy chế này*, *this Regulation*."""
    english = text[at : at + 5].lower() == "this "
    match = _word().match(text, at + 5 if english else at)
    if match is None or not match[0][0].isupper():
        return None
    behind = _this().match(text, match.end())
    end = match.end() if english else behind.end() if behind else None
    kind = kind_of_word(match)
    return (kind, end) if kind and end else None


@cache
def _this() -> re.Pattern[str]:
    return re.compile(rf"{BLANK}này(?!\w)", re.IGNORECASE)


def _read_document(text: str, at: int, *, within: bool) -> _Reading | None:
    match = _word().match(text, at)
    if match is None:
        return _by_abbreviation(text, at) or _by_symbol(text, at)
    kind = kind_of_word(match)
    is_capital = match[0][0].isupper()
    if kind is InstrumentKind.CONSTITUTION:
        return _constitution(text, match.end(), within=within) if is_capital else None
    read = _by_number(text, match.end(), kind, is_capital=is_capital)
    if read is None and kind in NAMED:
        return _by_name(text, match.end(), kind)
    return read


_NUMBER_WORD = rf"(?:{BLANK}?\(?(?:số|no\.?|number){BLANK}?:?{BLANK}?)"


@cache
def _full_number() -> re.Pattern[str]:
    return re.compile(rf"(?:(?i:{_NUMBER_WORD})|{BLANK}?)({NUMBER})")


@cache
def _short_number() -> re.Pattern[str]:
    return re.compile(rf"(?:(?i:{_NUMBER_WORD})|{BLANK})({SHORT_NUMBER})")


@cache
def _bare_number() -> re.Pattern[str]:
    """A bare number, unless the next word could be what it counts."""
    follows = (
        "và|của|về|quy định|đã|có|thì|được|cũng|nêu|yêu cầu|cho|là|ra đời|đến|sẽ|vào|hoặc|xử phạt|hướng dẫn|ban hành"
        "|sửa đổi|thay thế|đi vào"
    )
    behind = rf"[,;:)\]\"”]|\.?\s*\Z|\.\s|{BLANK}(?:{follows})(?!\w)|{BLANK}năm{BLANK}[12]|{BLANK}ngày{BLANK}[0-9]"
    return re.compile(rf"((?i:{_NUMBER_WORD})|{BLANK})([0-9]{{1,4}})(?={behind})")


@cache
def _between_word_and_number() -> re.Pattern[str]:
    """The parties of an agreement, between its kind and its number."""
    return re.compile(rf"{BLANK}(?:giữa|between){BLANK}[^;.()\n]{{1,160}}?(?=(?i:{_NUMBER_WORD}){NUMBER})")


def _by_number(text: str, at: int, kind: InstrumentKind | None, *, is_capital: bool) -> _Reading | None:
    body = issuing_body().match(text, at)
    start = body.end() if body else at
    parties = _between_word_and_number().match(text, start) if kind in BETWEEN else None
    start = parties.end() if parties else start
    found = _full_number().match(text, start) or _short_number().match(text, start)
    if found is None and is_capital and kind in COUNTED:
        bare = _bare_number().match(text, start)
        return _Reading(bare.end(), kind, bare[2]) if bare else None
    number = read_number(found[1]) if found else None
    if found is None or number is None:
        return None
    return _Reading(found.end(), kind, number.text, body=body[1] if body else "")


def _by_abbreviation(text: str, at: int) -> _Reading | None:
    """*NĐ 30/2020/NĐ-CP*, *NĐ 30/2020*, *BLHS*."""
    match = _abbreviation().match(text, at)
    if match is None:
        return None
    if match["code"]:
        return _Reading(match.end(), InstrumentKind.CODE, name=match["code"])
    kind = kind_of_symbol(match["symbol"])
    return _by_number(text, match.end(), kind, is_capital=True)


@cache
def _abbreviation() -> re.Pattern[str]:
    short = "|".join(sorted(ABBREVIATED, key=len, reverse=True))
    return re.compile(rf"(?P<code>{CODE_ABBREVIATIONS})|(?P<symbol>{short})(?={BLANK}?(?:số{BLANK})?[0-9])")


def _by_symbol(text: str, at: int) -> _Reading | None:
    """A number without a word: *số 09/2019/NĐ-CP*."""
    found = _alone().match(text, at)
    number = read_number(found[1]) if found else None
    if found is None or number is None or not is_known_symbol(number.symbol):
        return None
    return _Reading(found.end(), kind_of_symbol(number.symbol), number.text)


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?:số:?{BLANK})?({NUMBER})")


@cache
def _the_constitution() -> re.Pattern[str]:
    state = " nước Cộng (?:hòa|hoà) xã hội chủ nghĩa Việt Nam".replace(" ", BLANK)
    return re.compile(rf"(?:{state})?(?:{BLANK}of(?={BLANK}[12]))?", re.IGNORECASE)


def _constitution(text: str, at: int, *, within: bool) -> _Reading | None:
    """*Hiến pháp năm 2013*; without its year only after a provision, since it could be any constitution."""
    state = _the_constitution().match(text, at)
    at = state.end() if state else at
    year, end = year_after(text, at)
    return _Reading(end, InstrumentKind.CONSTITUTION, date=year) if year or within else None


@cache
def _amending() -> re.Pattern[str]:
    """The name of a law that is not in the list, up to its number, year or day."""
    stops = "[0-9]+|này|đó|đã|được|quy|do|thì|có|là|để|tại|vào|khi|nếu|phải|hiện|mới|nêu|trên|Luật"
    first = r"(?:[A-ZĐÀ-Ỹ]\w*|sửa đổi)"
    amended = rf"(?:sửa{BLANK}đổi,?{BLANK}bổ{BLANK}sung|sửa{BLANK}đổi){BLANK}[^;.()\n]{{0,200}}?"
    named = rf"{first}(?:,?{BLANK}(?!(?:{stops})(?!\w))\w+){{0,24}}?"
    return re.compile(
        rf"{BLANK}((?i:{amended})|{named})(?={BLANK}(?:số{BLANK}[0-9]|năm{BLANK}(?:19|20)[0-9]|ngày{BLANK}[0-9]))"
    )


@cache
def _abbreviated_name() -> re.Pattern[str]:
    return re.compile(rf"{BLANK}([A-ZĐ]{{2,10}})(?!\w)(?!{BLANK}[A-ZĐÀ-Ỹ]{{2}})")


@cache
def _english_name() -> re.Pattern[str]:
    word = r"(?!(?:Law|No)\b)[A-Z][\w-]*"
    small = rf"(?:and|of|the|for|in|against|to|on){BLANK}"
    return re.compile(rf"{BLANK}on{BLANK}((?:the{BLANK})?{word}(?:,?{BLANK}(?:{small}){{0,2}}{word}){{0,12}})")


def _by_name(text: str, at: int, kind: InstrumentKind) -> _Reading | None:
    english = _english_name().match(text, at) if text[at - 3 : at] == "Law" else None
    blank = re.compile(BLANK).match(text, at)
    known = names_of(kind).match(text, blank.end()) if blank else None
    amended = _amending().match(text, at)
    if english:
        name, end = english[1], english.end()
    elif amended and (known is None or amended[1].lower().startswith("sửa")):
        name, end = amended[1], amended.end()
    elif known and known[0][0].isupper() | text[at - 4 : at].strip()[:1].isupper():
        name, end = known[0], known.end()
    else:
        short = _abbreviated_name().match(text, at) if not text[at - 2 : at].isupper() else None
        if short is None:
            return None
        name, end = short[1], short.end()
    found = _full_number().match(text, end)
    number = read_number(found[1]) if found else None
    name = re.sub(r"\s+", " ", name)
    return _Reading(found.end(), kind, number.text, name) if found and number else _Reading(end, kind, name=name)
