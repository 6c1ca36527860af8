"""VALIDATE: the days of the agreement that an article's text mentions, against those of its facts.

A text mentions many days: of laws, of earlier agreements, of later work. So a day counts only where words tie it to
this signing, and not where the sentence before it refers to another one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from bantin.content.checks.prose import ArticleProse
from bantin.domain.text.dates import Edtf
from bantin.domain.text.fast_search import ignoring_case
from bantin.domain.text.mentioned_dates import Mention, mentions

# 'Ký' alone is part of other words: chữ ký, đăng ký, thư ký, nhật ký, ký hiệu, ký túc xá, ngày ký.
SIGN = (
    r"(?<!chữ )(?<!đăng )(?<!thư )(?<!nhật )(?<!ngày )(?<!lưu )(?<!bút )\bký\b"
    r"(?! hiệu| túc| tự| ức| quỹ| gửi| giả| sự| sinh| lục| họa| thác)|đặt bút ký|\bsign(?:s|ed|ing)?\b"
)
AGREEMENT = (
    r"quy chế|thỏa thuận|thoả thuận|kế hoạch|chương trình|biên bản|bản ghi nhớ|ghi nhớ|hợp đồng|văn bản|văn kiện"
    r"|nghị quyết liên tịch|thông tư liên tịch|quy định phối hợp|giao ước"
)
LAW = (
    r"\b(?:bộ luật|luật|nghị định|thông tư(?! liên tịch)|quyết định|nghị quyết(?! liên tịch)|pháp lệnh|hiến pháp"
    r"|hiệp định|chỉ thị|kết luận|công văn|đề án)\b|\bsố [0-9]+[\w./-]*/|\bcũ\b|trước đây|trước đó|thay thế|đã hết"
    r"|\b(?:law|decree|circular|decision|resolution|directive|previous|replac\w+)\b"
)
# Words that make a sentence refer to another signing, or to a future one.
_OTHER = (
    r"thay cho|sửa đổi|bổ sung|căn cứ|theo (?:tinh thần|nội dung|quy chế|thỏa|thoả|kế hoạch)|thực hiện|sơ kết"
    r"|tổng kết|đánh giá|kỷ niệm|lần (?:đầu|trước|thứ)|\btừng\b|phụ lục|gia hạn|dự kiến|\bsẽ\b|kế thừa|tiếp (?:tục"
    r"|nối)"
    r"|từ khi|kể từ|\bsau\b|\btrước\b|năm qua|hiệu lực|dự thảo|\btrình\b|việc ký|chuẩn bị|tiến tới|hướng tới|\bbàn\b"
    r"|đề xuất|xin ý kiến|lấy ý kiến|góp ý|họp báo|làm việc|kiểm tra|triển khai|phổ biến|quán triệt|công bố"
    r"|giới thiệu"
    r"|thẩm định|rà soát|ngày (?:bầu cử|giải phóng|thành lập|truyền thống)|quốc khánh"
    r"|\b(?:will|amend\w*|extend\w*|after|before|since|implement\w*|review\w*|earlier|annivers\w+|prepar\w+)\b"
)
# The same for this day in another year, where fewer words cast doubt.
_ANNIVERSARY = (
    r"kỷ niệm|\btròn\b|năm (?:ngày|thực hiện)|sơ kết|tổng kết|gia hạn|\bsẽ\b|dự kiến|việc ký|chuẩn bị|hiệu lực"
    r"|annivers\w+|\bwill\b"
)
# Other documents that may be signed on the day, unless the agreement's title has the word.
_DEED = (
    r"\s(?:kết\s|ban hành\s|vào\s|các\s|một\s|bản\s){0,2}(quyết định|nghị định|luật|lệnh|nghị quyết|thông tư"
    r"|chỉ thị|công văn"
    r"|hợp đồng|phụ lục|cam kết|giao ước|kế hoạch|biên bản|thỏa thuận|thoả thuận|chương trình|quy chế|ghi nhớ)"
)
_DAY_BEGINS = (
    r"(?:[\"“(\W]*|.{0,40}, |.{0,30}\(|.{0,40}[-–—:] )(?:vào )?(?:hôm |lúc \S+ )?(?:rạng sáng|sáng|trưa|chiều|tối"
    r"|đêm)?,? ?(?:nay,? ?)?"
    r"(?:(?:thứ \w+|chủ nhật),? ?)?\(?(?:ngày|on|on the (?:morning|afternoon|evening) of)?"
)
_JOINED = (
    r"(?:(?:kết|ban hành|tại \S+(?: \S+){0,3}|vào|hôm|lúc \S+|sáng|trưa|chiều|tối|diễn ra|được tổ chức|tổ chức"
    r"|là)\W* ?)"
)
_VERB_BEFORE = rf"(?:{SIGN})\s?{_JOINED}{{0,5}}\(?(?:ngày|on)?\W*$"
_CEREMONY_BEFORE = (
    r"(?:lễ ký|được ký|cùng ký|đã ký|\bký)[^()]{0,200}(?:diễn ra|tổ chức|vào|hôm|sáng|trưa|chiều|tối)(?: vào)?"
    r"(?: lúc \S+)?(?: sáng| trưa| chiều| tối)?,?(?: ngày)?$"
)
_DAY_OF_SIGNING = r"\bngày ký(?: kết)?(?: là)?\W*(?:ngày)?$"
_SIGNED_AT_END = r"(?:^|[\s,])ngày$"
_PLACE_AND_DAY = r"[^\W\d]+(?: [^\W\d]+){0,5}, ngày"
_VERBS = ("ký", "Ký", "KÝ", "sign")
_FIRST_LONG_MONTH = 10
_LONGEST_OPENING = 90
_LONGEST_NEWS = 3_000
_LONGEST_SENTENCE = 250
_LONGEST_PLACE = 60


def may_contradict_signing(opening: ArticleProse, text: str, signed: Edtf, title: str) -> bool:
    """Whether the opening of an article contradicts ``signed``, or the text after it may do so.

    A cheap test that rules out most articles; ``text`` is the whole file.
    """
    if contradicting_signing(opening, list(mentions(opening.text)), signed, title):
        return True
    # The news comes first; the whole text of the agreement may follow.
    begin, end = opening.opening_end, opening.opening_end + _LONGEST_NEWS
    if any(text.find(words, begin, end) >= 0 for words in _written(signed)):
        return True
    at = text.find("ễ ký", begin, end)
    return at >= 0 and "ngày" in text[at : at + _LONGEST_SENTENCE]


def _written(when: Edtf) -> Iterator[str]:
    """The ways to write the day and the month of ``when`` up to the year."""
    if when.day is None or when.month is None:
        return
    yield f"{when.day}/{when.month}/"
    yield f"{when.day} tháng {when.month} năm"
    if when.month < _FIRST_LONG_MONTH:
        yield f"{when.day}/{when.month:02}/"


def contradicting_signing(prose: ArticleProse, dates: Sequence[Mention], signed: Edtf, title: str) -> Mention | None:
    """Finds the first day other than ``signed`` on which the text says that the agreement was signed.

    ``title`` is that of the agreement. Where the text also mentions the right day, only the same day of another year is
    taken for a mistake: any other day belongs to another event.
    """
    others = [one for one in dates if not one.fits(signed)]
    has_right_day = len(others) < len(dates)
    for one in others:
        is_wrong_year = one.is_anniversary_of(signed) and one.year is not None
        if (has_right_day and not is_wrong_year) or not (is_wrong_year or _may_be_this(one, signed)):
            continue
        if not (is_wrong_year or prose.is_chief(one.start) or _may_be_ceremony(prose, one)):
            continue
        if _is_day_of_signing(prose, one, title, certain=is_wrong_year and not has_right_day):
            return one
    return None


def _may_be_this(one: Mention, signed: Edtf) -> bool:
    """Whether a day may be that of this agreement; an earlier year is usually that of an earlier one."""
    return one.year is None or signed.year is None or one.year >= signed.year


def _may_be_ceremony(prose: ArticleProse, one: Mention) -> bool:
    """Whether a day may follow 'Lễ ký … diễn ra ngày', 'Ngày ký:' or the place at the head of a document."""
    before = prose.text[max(0, one.start - _LONGEST_SENTENCE) : one.start]
    return (
        "Lễ ký" in before or "gày ký" in before[-20:] or (before[-7:] == ", ngày " and "\n" in before[-_LONGEST_PLACE:])
    )


def _is_day_of_signing(prose: ArticleProse, one: Mention, title: str, *, certain: bool) -> bool:
    before = prose.before(one.start)
    signs = any(verb in before for verb in _VERBS)
    if signs and (ignoring_case(_DAY_OF_SIGNING).search(before) or _verb_first(before, certain=certain)):
        return True
    if not (certain or (len(before) <= _LONGEST_OPENING and ignoring_case(_DAY_BEGINS).fullmatch(before))):
        return False
    behind = prose.behind(one.end)
    if not behind.strip(" ."):
        return ignoring_case(_PLACE_AND_DAY).fullmatch(before) is not None
    return any(verb in behind for verb in _VERBS) and _day_first(before, behind, title, certain=certain)


def _day_first(before: str, behind: str, title: str, *, certain: bool) -> bool:
    """Whether the sentence is like 'Ngày …, tại Hà Nội, hai bên ký …' and about the agreement with this ``title``."""
    verb = ignoring_case(SIGN).search(behind)
    if verb is None:
        return False
    other = _ANNIVERSARY if certain else _OTHER
    if ignoring_case(other).search(f"{before} {behind[: verb.end()]}") or ignoring_case(LAW).search(
        behind[: verb.start()]
    ):
        return False
    deed = ignoring_case(_DEED).match(behind, verb.end())
    return deed is None or bool(title and deed[1].lower() in title.lower())


def _verb_first(before: str, *, certain: bool) -> bool:
    """Whether the sentence is like 'Hai bên ký Quy chế vào ngày …'; any 'ngày' is accepted when ``certain``."""
    if not (ignoring_case(_VERB_BEFORE).search(before) or ignoring_case(_CEREMONY_BEFORE).search(before)):
        loose = certain and (ignoring_case(_SIGNED_AT_END).search(before) or before.endswith("("))
        if not (loose and ignoring_case(SIGN).search(before)):
            return False
    return not (ignoring_case(_ANNIVERSARY if certain else _OTHER).search(before) or ignoring_case(LAW).search(before))


_IN_FORCE = r"(?:hiệu lực|in force|effective|into force)[^.,;()]{0,40}?(?:từ|vào|from|on)(?: ngày)?$"
_FROM_SIGNING = r"hiệu lực[^.,;()\n]{0,30}?từ\s(?:ngày|khi)\sk[ýí](?:\skết)?(?!\w)"
_ENDS = r"(?:hết hiệu lực|chấm dứt hiệu lực)(?: thi hành| thực hiện)?(?: kể)?(?: từ| vào)?(?: ngày)?$"
_UNTIL = (
    r"(?:hiệu lực|thời hạn|giá trị)[^.;()]{0,80}?(?:đến|tới)(?: hết)?(?: ngày)?$|(?:in force|effective"
    r"|valid)[^.;()]{0,40} until$"
)


def contradicting_start(prose: ArticleProse, dates: Iterable[Mention], effective: Edtf) -> Mention | None:
    """Finds the first day from which the text says the agreement is in force, unless one such day is ``effective``."""
    starts = [one for one in dates if _is_of_this(prose, one, _IN_FORCE) and not _is_of_this(prose, one, _ENDS)]
    return None if any(one.fits(effective) for one in starts) else next(iter(starts), None)


def contradicting_end(prose: ArticleProse, dates: Iterable[Mention], expires: Sequence[Edtf]) -> Mention | None:
    """Finds the first day on which the text says the agreement ends, unless one such day is in ``expires``."""
    ends = [one for one in dates if _is_of_this(prose, one, _UNTIL) or _is_of_this(prose, one, _ENDS)]
    return None if any(one.fits(end) for one in ends for end in expires) else next(iter(ends), None)


def ends_on_next_day(prose: ArticleProse, one: Mention) -> bool:
    """Whether the text gives ``one`` as the first day on which the agreement is no longer in force."""
    before = prose.before(one.start)
    return bool(ignoring_case(_ENDS).search(before)) and "từ" in before[-12:]


def in_force_from_signing(prose: ArticleProse) -> re.Match[str] | None:
    """Finds where the text says that the agreement is in force from the day of its signing."""
    for found in ignoring_case(_FROM_SIGNING).finditer(prose.text):
        if not ignoring_case(LAW).search(prose.before(found.start())):
            return found
    return None


def _is_of_this(prose: ArticleProse, one: Mention, words: str) -> bool:
    before = prose.before(one.start)
    return bool(ignoring_case(words).search(before)) and not _is_of_other(before)


def _is_of_other(before: str) -> bool:
    """Whether the words before in the sentence refer to a law or to another period."""
    return bool(ignoring_case(LAW).search(before) or ignoring_case(_OF_OTHER_TIME).search(before))


_OF_OTHER_TIME = r"gia hạn|phụ lục|dự kiến|sửa đổi|tạm|điều khoản|extended"


def durations(prose: ArticleProse) -> Iterator[tuple[re.Match[str], str]]:
    """Finds each 'có hiệu lực trong 5 năm' about the agreement, with the number that it states."""
    for found in ignoring_case(_DURATION).finditer(prose.text):
        before = prose.before(found.start())
        of_this = ignoring_case(AGREEMENT).search(f"{before} {found[0]}") or "hiệu lực" in found[0].lower()
        if of_this and not _is_of_other(before):
            yield found, found[1]


_DURATION = (
    r"(?:có\s+hiệu\s+lực|có\s+thời\s+hạn|thời\s+hạn\s+hiệu\s+lực|thời\s+hạn\s+thực\s+hiện|có\s+giá\s+trị"
    r"|thời\s+hạn(?=\s+của))"
    r"(?:\s+(?:thi\s+hành|thực\s+hiện|của\s+(?:Quy\s+chế|Thỏa\s+thuận|Kế\s+hoạch|Chương\s+trình)(?:\s+này)?))?"
    r"(?:\s+(?:là|trong|vòng|thời\s+hạn|thời\s+gian))*\s+([0-9]{1,2}|[^\W\d_]{2,4}(?:\s(?:mươi|lăm"
    r"|mốt))?)\s+năm(?![\w]|\s+[0-9]{4})"
)
