"""The title of an agreement in a sentence that tells of its signing: where it begins, and where other words begin."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from bantin.domain.text.citations import find_citations
from bantin.domain.text.document_numbers import NUMBER, read_number
from bantin.domain.text.fast_search import ignoring_case
from bantin.domain.text.letter_case import CAPITAL
from bantin.domain.text.person_names import post_at, rank_at
from bantin.importing.facts.signing.telling import Sentence
from bantin.importing.facts.signing.words import COUNT, OTHER_DOCUMENT, SIDES, TYPE

# Words behind a comma with which the title is over; other commas are part of it: `an ninh, trật tự`.
_BEHIND_COMMA = (
    r"nhằm|với|do|tại|vào|ngày|có|gồm|đồng thời|qua đó|góp phần|trong đó|theo|dưới|cùng|sáng|chiều|tối|để|được|đã|thay"
    r"|trên cơ sở|căn cứ|đây|hai bên|các bên|đánh dấu|tạo|mở ra|thể hiện|hướng tới|quy định|khẳng định|kể từ|sau|trước"
    r"|đại diện|lãnh đạo|và|thống nhất|đề ra|xác định|bao gồm|như|cũng|trước sự|là|hiệu lực|tiếp nối|nối tiếp"
    r"|kế thừa|thay thế|mà|nội dung|lễ|buổi|chủ trì"
)
_BREAK = (
    r" (?:nhằm|được|đã|diễn ra|dưới sự|với sự|trước sự|gồm|có(?! (?:tổ chức|yếu tố|liên quan|tính|hiệu quả|nguy cơ"
    r"|thẩm quyền|điều kiện)(?!\w))|này|nói trên|nêu trên|vừa|sẽ|là|do|chính thức"
    r"|mới|để|đang|cũ)(?!\w)"
    r"| vào (?:sáng|chiều|tối|ngày|hồi|lúc)| (?:sáng|chiều|tối) (?:ngày|nay|[0-9])| ngày [0-9]| số:? [0-9]"
    r"| (?:thay thế|trực tiếp|cùng ngày|hôm nay|tại (?:buổi|lễ|hội nghị|trụ sở|hội trường|khách sạn|nhà))(?!\w)"
    rf"|(?: -| –) (?={CAPITAL})| và (?=[A-ZĐ])(?=(?i:{TYPE}))"
)
_SIDES = rf"\s?(?:giữa|của)\s(?:{COUNT}|các)\s{SIDES}(?!\w)"
_NEAR = 80
_FEWEST_WORDS = 3
# How the subject of an agreement begins, and no verb does.
_SUBJECT = r"(?:về|trong|bảo đảm|bảo vệ|công tác|giữa|“|\")"
# The parties behind the subject, which news name once more.
_PARTIES_BEHIND = r"(?<=\w)\sgiữa\s(?:[A-ZĐÂÊÔƠƯ0-9]|hai|ba|bốn|năm|các).*$"
_PARTIES_ALONE = rf"{_PARTIES_BEHIND[:-3]}(?:(?! (?:về|trong|nhằm|để) ).)*$"


class Title(Struct, frozen=True):
    """A kind of agreement as a sentence names it, its title as far as it is certain, its number and the offset behind.

    ``title`` is empty where the sentence has no more than the kind.
    """

    type: str
    title: str
    number: str
    start: int
    end: int

    @property
    def has_subject(self) -> bool:
        """Whether the title tells more than the parties."""
        return bool(self.title) and not re.search(_PARTIES_ALONE, self.title)


def titles_in(sentence: Sentence) -> Iterator[Title]:
    """The agreements that ``sentence`` names, except those that it refers to as earlier ones."""
    at = 0
    while found := ignoring_case(rf"\b(?:{TYPE})(?!\w)").search(sentence.text, at):
        title = _title(sentence.text, found)
        at = title.end
        if not ignoring_case(OTHER_DOCUMENT).search(sentence.text[: found.start()][-_NEAR:]) and not found[0].isupper():
            yield title


def _title(text: str, kind: re.Match[str]) -> Title:
    number = _number().match(text, kind.end())
    begin = number.end() if number else kind.end()
    end = _end(text, begin)
    name = _sentence_case(kind[0])
    words = _subject(text, begin, end)
    # At its beginning, or with 'Quy chế' alone, a sentence may tell what the agreement does: 'Quy chế xác định …'.
    is_certain = kind.start() > 0 and " " in name.removeprefix("Quy chế")
    is_ruling = words.startswith("quy định") and not name.lower().endswith("liên tịch")
    is_subject = len(words.split()) > 1 and words != "công tác" and not is_ruling
    title = f"{name} {words}" if is_subject and (is_certain or ignoring_case(_SUBJECT).match(words)) else ""
    read = read_number(number[1]) if number else None
    return Title(name, title, read.text if read else "", kind.start(), max(end, begin))


def _subject(text: str, begin: int, end: int) -> str:
    """The words of a title behind its kind, without the parties where they stand around the subject."""
    sides = ignoring_case(_SIDES).match(text, begin)
    words = text[sides.end() if sides else begin : end].strip(" ,–-")
    subject = re.sub(_PARTIES_BEHIND, "", words)
    return subject if len(subject.split()) >= _FEWEST_WORDS else words


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"\s(?:số:?\s)?({NUMBER})")


def _end(text: str, begin: int) -> int:
    """The offset behind the title whose kind ends at ``begin``."""
    quoted = re.compile(r"\s?[“\"]([^“”\"]{3,300})[”\"]").match(text, begin)
    if quoted:
        period = _years().match(text, quoted.end())
        return period.end() if period else quoted.end()
    cited = [(one.start, one.end) for one in find_citations(text) if one.start > begin]
    for found in _stops().finditer(text, begin):
        if any(start <= found.start() < end for start, end in cited):
            continue
        between = found[0].startswith(" với") and " giữa " in text[begin : found.start()]
        if not between and (found[0] != "," or _is_over(text, found.end())):
            return found.start()
    return len(text.rstrip(" .!?…"))


@cache
def _years() -> re.Pattern[str]:
    return re.compile(r"\s(?:trong )?giai đoạn [0-9]{4}\s?[-–]\s?[0-9]{4}")


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(rf"[;:(”\")]|,|{_BREAK}| (?:tại|với) (?={CAPITAL})")


def _is_over(text: str, at: int) -> bool:
    """Whether what stands behind a comma is no more of the title."""
    rest = text[at:].lstrip()
    start = len(text) - len(rest)
    person = rank_at(text, start) > start or post_at(text, start) > start
    clause = ignoring_case(r"[^,.;:()]{0,80}?\b(?:đã|đang|sẽ|vừa)(?!\w)").match(rest)
    return (
        person
        or clause is not None
        or ignoring_case(rf"(?:{_BEHIND_COMMA}|{COUNT} {SIDES}|các {SIDES}|(?:các )?đồng chí|ông|bà)(?!\w)").match(rest)
        is not None
    )


def kind_of(type_: str) -> str:
    """The word that stays the same however the type is written: ``quy chế`` for ``Quy chế phối hợp liên ngành``.

    Memoranda and agreements to cooperate are one kind: news call one by the name of the other.
    """
    words = type_.lower()
    return next((kind for kind in ("quy chế", "kế hoạch", "chương trình", "nghị quyết") if kind in words), "")


def _sentence_case(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
