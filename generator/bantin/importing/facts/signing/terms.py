"""What news say of the content of an agreement: its length, review, force, and what it replaces."""

import re
from collections.abc import Sequence
from functools import cache

from bantin.domain.model import RelationKind
from bantin.domain.text.citations import find_citations
from bantin.domain.text.dates import Edtf, ImpossibleDate
from bantin.domain.text.document_numbers import NUMBER, read_number
from bantin.domain.text.fast_search import ignoring_case
from bantin.domain.text.instruments import is_legal_symbol
from bantin.domain.text.mentioned_dates import Mention, mentions
from bantin.domain.text.small_numbers import count_of
from bantin.importing.facts.model import Found, RelationFacts, ReviewFacts
from bantin.importing.facts.signing.telling import Sentence
from bantin.importing.facts.signing.words import COUNT, EARLIER, SHORT_TYPE, SIDES, SPEECH, TYPE

_CLAUSES = (
    rf"(?:gồm|có|với|kết cấu|bố cục|chia thành|thành)\s(?:có |thành |là |tổng cộng )*(?:{COUNT}\s(?:chương|phần|mục)"
    rf"\s?(?:,|và|với|gồm|\()?\s?(?:gồm\s|với\s)?)?({COUNT})\sđiều(?!\s(?:kiện|luật|lệ|tra|của (?:Luật|Nghị)"
    rf"|khoản của))"
    r"(?!\w)"
)
_REVIEWING = r"sơ kết|tổng kết|đánh giá|rút kinh nghiệm|nhìn lại|kiểm điểm|giao ban"
_ROTATING = r"luân phiên"
_PERIODS = (
    (
        r"h[ằà]ng năm|mỗi năm(?: một lần)?|(?:một|1|01) năm (?:một|1|01) lần|(?:một|1|01) năm ?/ ?(?:1 )?lần"
        r"|định kỳ (?:một |1 |01 )?năm|(?:một|1|01) năm (?:sơ kết|tổng kết|đánh giá)",
        "P1Y",
    ),
    (r"(?:6|06|sáu) tháng(?: một lần| 1 lần)?(?! (?:đầu|cuối))", "P6M"),
    (r"h[ằà]ng quý|mỗi quý|(?:3|03|ba) tháng(?: một lần)?", "P3M"),
    (r"h[ằà]ng tháng|mỗi tháng", "P1M"),
    (r"(?:hai|2|02) năm (?:một|1|01) lần", "P2Y"),
)
_OF_LAW = r"\b(?:luật|nghị định|thông tư|bộ luật|pháp lệnh)\b"
_FROM_DAY = r"có hiệu lực[^.,;()]{0,40}?(?:từ|vào)(?: ngày)?\s$"
# Not the day on which something else was signed: 'từ ngày ký biên bản bàn giao'.
_FROM_SIGNING = (
    r"có hiệu lực[^.,;()]{0,40}?((?:kể )?từ (?:ngày|khi) ký(?: kết)?)(?!\w)"
    r"(?! (?:kết )?(?:hợp đồng|biên bản|văn bản|phụ lục|nghị định|quyết định)(?!\w))"
)
_UNTIL = r"(?:hiệu lực|thời hạn)[^.;()]{0,80}?đến (?:hết )?ngày\s$"
_NEAR = 120
# Tests for these letters rule out most sentences, in either case of the first.
_FORCE, _TERM = "iệu lực", "hời hạn"
_RELATIONS = (
    (r"thay thế(?: cho)?|thay cho", RelationKind.REPLACES),
    (r"sửa đổi(?:,? bổ sung)?(?: một số (?:điều|nội dung)(?: của| trong| tại)?)?", RelationKind.AMENDS),
)


def clauses_in(sentence: Sentence) -> int | None:
    """The number of articles that ``sentence`` says the agreement has; ``None`` if it does not say."""
    found = ignoring_case(_CLAUSES).search(sentence.text) if "iều" in sentence.text else None
    before = sentence.text[: found.start()] if found else ""
    if (
        found is None
        or ignoring_case(EARLIER).search(sentence.text)
        or not ignoring_case(SHORT_TYPE).search(before)
        or ignoring_case(_OF_LAW).search(before)
    ):
        return None
    return count_of(found[1].lower())


def review_of(sentences: Sequence[Sentence]) -> Found[ReviewFacts] | None:
    """How often the parties review the agreement, and whether they chair in turn, by the first sentence about it."""
    for one in sentences:
        period = next(filter(None, map(_reviewed, one.text.split(";"))), "")
        if period and not ignoring_case(rf"{_PAST_REVIEW}|{SPEECH}").search(one.text):
            rotating = ignoring_case(_ROTATING).search(one.text) is not None
            return Found(ReviewFacts(period, rotating or _turns_behind(sentences, one)), one.evidence)
    return None


def _reviewed(clause: str) -> str:
    """How often the parties review the agreement, if ``clause`` is about that."""
    turns = ignoring_case(_ROTATING).search(clause) and not ignoring_case(_OTHER_TURNS).search(clause)
    reviewing = ignoring_case(_REVIEWING).search(clause) and not ignoring_case(_OTHER_REVIEW).search(clause)
    is_theirs = turns or ignoring_case(_OF_PARTIES).search(clause)
    return _period(clause) if is_theirs and (turns or reviewing) else ""


_OTHER_TURNS = (
    rf"{_ROTATING}(?: (?:chủ trì|tổ chức|đăng cai|tham gia|thực hiện)(?: tổ chức)?)?(?: (?:các|buổi"
    rf"|cuộc))? (?:hội thảo|hội thi"
    r"|hội thao|hội diễn|giải|diễn đàn|tọa đàm|liên hoan|tuần tra|tuyên truyền|trực|giao lưu|huấn luyện|tập huấn|thăm"
    r"|kiểm tra|lễ|ngày hội)(?!\w)"
)
# A review of the agreement, or by the parties, and not of what one of them does anyway.
_OF_PARTIES = (
    rf"{SHORT_TYPE}|\b(?:{COUNT}|các)\s(?:{SIDES}|văn phòng|công an|huyện|xã)(?!\w)|^\W*(?:định kỳ\s)?(?:{_REVIEWING})"
)
_OTHER_REVIEW = r"(?:sơ kết|tổng kết|đánh giá) (?:công tác|phong trào|hoạt động)(?! phối hợp)(?!\w)"
_PAST_REVIEW = r"\b(?:năm (?:qua|thực hiện)|hội nghị (?:sơ|tổng) kết|thời gian qua|báo cáo kết quả)\b"
_TURNS = rf"(?:hai|các|ba|bốn) (?:bên|bộ|đơn vị|cơ quan|ngành)[^.;]{{0,40}}{_ROTATING}"


def _turns_behind(sentences: Sequence[Sentence], one: Sentence) -> bool:
    """Whether the sentence behind ``one`` says that the parties take turns."""
    return any(
        other.start > one.start and other.place == one.place and ignoring_case(_TURNS).search(other.text)
        for other in sentences
    )


def _period(text: str) -> str:
    """The one period that ``text`` names; empty for none or several."""
    named = {period for words, period in _PERIODS if ignoring_case(rf"\b(?:{words})(?!\w)").search(text)}
    return named.pop() if len(named) == 1 else ""


def effective_in(sentence: Sentence, signed_on: str) -> str:
    """The first day in force that ``sentence`` tells, in EDTF: a day, or that of the signing if that is known."""
    if _FORCE not in sentence.text or ignoring_case(rf"{_OF_LAW}|{EARLIER}").search(sentence.text):
        return ""
    if ignoring_case(_FROM_SIGNING).search(sentence.text):
        return signed_on if "X" not in signed_on else ""
    return _day_behind(sentence.text, _FROM_DAY)


def effective_words(sentence: Sentence) -> str:
    """How ``sentence`` says that the agreement comes into force: ``kể từ ngày ký``; empty if it does not."""
    found = ignoring_case(_FROM_SIGNING).search(sentence.text) if _FORCE in sentence.text else None
    return found[1] if found and not ignoring_case(_OF_LAW).search(sentence.text) else ""


def expires_in(sentence: Sentence) -> str:
    """The last day in force that ``sentence`` tells, in EDTF; empty if it does not."""
    is_of_force = _FORCE in sentence.text or _TERM in sentence.text
    return "" if not is_of_force or ignoring_case(_OF_LAW).search(sentence.text) else _day_behind(sentence.text, _UNTIL)


def _day_behind(text: str, words: str) -> str:
    for one in mentions(text):
        if one.year and ignoring_case(words).search(text[: one.start][-_NEAR:]):
            return _edtf(one)
    return ""


def _edtf(one: Mention) -> str:
    try:
        return str(Edtf.parse(f"{one.year:04}-{one.month:02}-{one.day:02}"))
    except ImpossibleDate:
        return ""


def relation_in(sentence: Sentence) -> RelationFacts | None:
    """The earlier agreement with a number that ``sentence`` says this one replaces or amends."""
    for words, kind in (
        _RELATIONS if any(letters in sentence.text for letters in ("hay th", "hay cho", "ửa đổi")) else ()
    ):
        found = ignoring_case(
            rf"\b(?:{words})\s(?:cho\s)?((?:{TYPE})[^.;()]{{0,120}}?)\s(?:số:?\s)?(?={NUMBER})"
        ).search(sentence.text)
        number = _number().match(sentence.text, found.end()) if found else None
        read = read_number(number[0]) if number else None
        if found and number and read:
            days = [one for one in mentions(sentence.text) if 0 <= one.start - number.end() <= len(", ký ngày ")]
            return RelationFacts(
                kind.value, _named(found[1]), read.text, _edtf(days[0]) if days and days[0].year else ""
            )
    return None


def _named(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}".strip(" ,")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(NUMBER)


def basis_in(sentence: Sentence) -> tuple[str, ...]:
    """The legal documents that ``sentence`` says the agreement is based on, as cited."""
    found = ignoring_case(r"\bcăn cứ(?: vào)?\s").search(sentence.text) if "ăn cứ" in sentence.text else None
    if found is None:
        return ()
    cited = (one for one in find_citations(sentence.text) if one.start >= found.end() and one.number and not one.own)
    return tuple(
        sentence.text[one.start : one.end]
        for one in cited
        if (number := read_number(one.number)) and is_legal_symbol(number.symbol)
    )
