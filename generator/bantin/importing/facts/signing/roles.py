"""The people of a signing by what they do there: who signs, presides, attends. One sentence at a time."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.text.fast_search import ignoring_case
from bantin.domain.text.small_numbers import count_of
from bantin.importing.facts.model import PersonFacts
from bantin.importing.facts.names.people_in_text import PersonMention
from bantin.importing.facts.signing.telling import Sentence
from bantin.importing.facts.signing.words import COUNT, DEED, OTHER_EVENT, PLANNED, SHORT_TYPE, SIGN


class Act(StrEnum):
    """What a person does at a signing."""

    SIGNS = "signs"
    PRESIDES = "presides"
    ATTENDS = "attends"


class Role(Struct, frozen=True):
    """A person in a sentence with an act. ``words`` say more of it (``dự và chỉ đạo``)."""

    person: PersonFacts
    act: Act
    sentence: Sentence
    words: str = ""


_HONORIFICS = r"(?:\s?(?:các )?(?:đồng chí|ông|bà)\s?)?:?\s*$"
_CEREMONY = r"(?:buổi |tại )?(?:lễ|hội nghị|buổi|phiên)"
_BETWEEN = (
    r"[\s,;]*(?:(?:và|cùng|với|còn|đồng chí|ông|bà|[-–])[\s,]*)*"
    r"(?:(?:đại diện|thay mặt)[^.;:]{0,120},\s*|[^,.;:]{0,30}(?:là|có)\s)?"
)
_FILLER = (
    r"(?:(?:đã|đang|cùng|cũng|nhau|chính thức|trực tiếp|tiến hành|vừa|lần lượt|đồng|tham gia|thực hiện|nghi thức"
    r"|vinh dự"
    r"|là người|tới|đến|về|có mặt|các đại biểu)\s)*"
)
_FILLERS = rf"{_FILLER}(?:(?:thay mặt|đại diện)[^,.;]{{0,60}}\s)?{_FILLER}"
_SIGNING = rf"\W*{_FILLERS}(?P<verb>{SIGN})"
_PRESIDING = rf"\W*{_FILLERS}chủ trì(?! (?:phối hợp|tham mưu|soạn|xây dựng))(?!\w)"
_ATTENDING = rf"\W*{_FILLERS}(?:tham )?(?:dự(?! thảo| kiến| án| báo| phòng| toán)|chứng kiến)(?!\w)"
_DIRECTING = r"(?:tham )?dự,? (?:và |chứng kiến và |phát biểu và )?(?:phát biểu )?chỉ đạo"
_PIECE = re.compile(r",|;|\bvà\b|\brồi\b")

_BEFORE_PRESIDING = (
    rf"(?:dưới sự (?:đồng )?chủ trì của|chủ trì(?: {_CEREMONY}[^,.;:]{{0,80}})?(?: có| gồm| là|:)){_HONORIFICS}"
)
_BEFORE_SIGNING = (
    rf"(?:(?<!lễ )(?<!buổi )(?<!nghị )\bký(?: kết)?[^,.;:]{{0,60}} (?:bởi|gồm|có)"
    r"|được ký(?: kết)? bởi|(?:đại diện|người) ký[^,.;:]{0,40}(?: là|:))"
    rf"{_HONORIFICS}"
)
_NO_SIGNING = r"\bdự\b|chứng kiến"
_ATTENDED = r"(?:(?:tham|cùng|tới|đến|về)\s)*(?:tham )?dự(?! thảo| kiến| án)|chứng kiến|tham gia"
_BEFORE_ATTENDING = (
    rf"(?:sự (?:tham dự|tham gia|chứng kiến|có mặt|hiện diện)[^,.;:]{{0,30}} của|(?:{_ATTENDED})[^.;:]{{0,80}}?"
    rf"(?: có| gồm|:)){_HONORIFICS}"
)
_OPENS_ATTENDING = rf"\W*(?:(?:{_ATTENDED})[^.]{{0,100}}?(?: có| gồm|:)|về phía [^.]{{0,100}}? có)(?!\w)"
_LONGEST_BEFORE = 160


def roles_in(sentence: Sentence) -> Iterator[Role]:
    """The people in ``sentence`` whose act it tells."""
    if (not sentence.people and not sentence.agencies) or ignoring_case(OTHER_EVENT).search(sentence.text):
        return
    opens = ignoring_case(_OPENS_ATTENDING).match(sentence.text)
    groups = tuple(_groups(sentence))
    for index, group in enumerate(groups):
        last = groups[index + 1][0].start if index + 1 < len(groups) else sentence.end
        before = sentence.text[: group[0].start - sentence.start][-_LONGEST_BEFORE:]
        behind = sentence.text[group[-1].end - sentence.start : last - sentence.start]
        if len(group) > 1 and ignoring_case(_PREPOSITION).search(before):
            yield from _split(sentence, group, before, behind)
            continue
        acts = dict(_acts(before, behind))
        if not acts and opens and group[0].start - sentence.start >= opens.end() - 1:
            acts = {Act.ATTENDS: _directing(opens[0])}
        side = _side(sentence, group[0])
        for act, words in acts.items():
            yield from (Role(_of_side(one.person, side), act, sentence, words) for one in group)
    if opens:
        yield from _agencies_attending(sentence, opens.end())


def _side(sentence: Sentence, person: PersonMention) -> str:
    """The agency on whose side people stand, as in ``về phía Bộ Y tế có các Thứ trưởng``; empty if none is named."""
    before = (one for one in reversed(sentence.agencies) if one.end <= person.start)
    agency = next(before, None)
    start = agency.start - sentence.start if agency else 0
    return agency.agency.name if agency and sentence.text[:start].lower().endswith("về phía ") else ""


def _of_side(person: PersonFacts, side: str) -> PersonFacts:
    """The person with the post in full, where it is one that only the agency ``side`` can have."""
    heads = _POSTS.get(side.partition(" ")[0], ())
    return replace(person, position=f"{person.position} {side}") if person.position in heads else person


_POSTS = {
    "Bộ": ("Bộ trưởng", "Thứ trưởng"),
    "Cục": ("Cục trưởng", "Phó Cục trưởng"),
    "Viện": ("Viện trưởng", "Phó Viện trưởng"),
    "Sở": ("Giám đốc", "Phó Giám đốc"),
}


def _agencies_attending(sentence: Sentence, begin: int) -> Iterator[Role]:
    """The agencies in the list that begins at ``begin``, with the words before them: ``Lãnh đạo Sở Ngoại vụ``."""
    for one in sentence.agencies:
        start, end = one.start - sentence.start, one.end - sentence.start
        if start < begin or _is_post(sentence, one.start):
            continue
        lead = ignoring_case(_LEADING).search(sentence.text[begin:start][-_LONGEST_LEAD:])
        if lead:
            words = f"{lead[1]}{sentence.text[start:end]}".strip()
            yield Role(PersonFacts(f"{words[:1].upper()}{words[1:]}"), Act.ATTENDS, sentence)


def _is_post(sentence: Sentence, start: int) -> bool:
    """Whether the agency at ``start`` belongs to the post of the person before it: ``đồng chí A, lãnh đạo Sở B``."""
    bare = (one for one in sentence.people if not one.person.position and one.end <= start)
    between = (sentence.text[one.end - sentence.start : start - sentence.start] for one in bare)
    return any(ignoring_case(_LED).fullmatch(words) for words in between)


_LED = r",\s*(?:(?:là|nguyên)\s)?(?:đại diện\s)?(?:lãnh đạo|đại diện)\s"
_LEADING = (
    r"(?:^|[,;:]|\bvà\b)\s*(?:có\s|các đồng chí\s|cùng\s|và\s|đồng chí\s)*"
    r"((?:(?:đại diện|lãnh đạo|các|đại biểu|tập thể)\s)*"
    r"(?:(?:hai|ba|bốn|các) (?:văn phòng|bộ|đơn vị|cơ quan|cục) (?:và|cùng) )?)$"
)
_LONGEST_LEAD = 80


_PREPOSITION = (
    rf"(?:(?:dưới sự|trước sự|với sự|sự (?:tham dự|chứng kiến|có mặt))[^,.;:]{{0,60}} của"
    rf"|(?:ủy|uỷ) quyền(?: của)?|thừa lệnh(?: của)?|thay mặt|chỉ đạo của|phân công của){_HONORIFICS}"
)


def _split(sentence: Sentence, group: tuple[PersonMention, ...], before: str, behind: str) -> Iterator[Role]:
    """The acts of people of whom the first ones belong to ``trước sự chứng kiến của`` and the others to the verb.

    They part at the one comma without ``và``; where there are several, only the first and the last are certain.
    """
    between = [sentence.text[a.end - sentence.start : b.start - sentence.start] for a, b in pairwise(group)]
    commas = [index for index, words in enumerate(between, 1) if "và" not in words.split()]
    acting = tuple(_acts("", behind))
    if not acting:
        parted = (group, group[:0])
    elif commas:
        parted = (group[: commas[0]], group[commas[-1] :])
    else:
        parted = (group[:1], group[:0])
    for people, acts in zip(parted, (_acts(before, ""), acting), strict=True):
        yield from (Role(one.person, act, sentence, words) for act, words in acts for one in people)


def _groups(sentence: Sentence) -> Iterator[tuple[PersonMention, ...]]:
    """The people who are named together, as in ``A, Bộ trưởng Bộ X, và B, Bộ trưởng Bộ Y``."""
    group: tuple[PersonMention, ...] = ()
    for one in sentence.people:
        between = sentence.text[group[-1].end - sentence.start : one.start - sentence.start] if group else ""
        if group and not ignoring_case(_BETWEEN).fullmatch(between):
            yield group
            group = ()
        group = (*group, one)
    if group:
        yield group


def _acts(before: str, behind: str) -> Iterator[tuple[Act, str]]:
    """What people do, with words that say more, by the words before and behind their names."""
    signing = ignoring_case(_BEFORE_SIGNING).search(before)
    if ignoring_case(_BEFORE_PRESIDING).search(before):
        yield Act.PRESIDES, ""
    elif signing and not ignoring_case(rf"{_NO_SIGNING}|{PLANNED}").search(before):
        yield Act.SIGNS, ""
    elif ignoring_case(_BEFORE_ATTENDING).search(before):
        yield Act.ATTENDS, _directing(before)
    at = 0
    for piece in (*_PIECE.finditer(behind), None):
        words = behind[at:]
        if ignoring_case(_PRESIDING).match(words):
            yield Act.PRESIDES, ""
        elif ignoring_case(_ATTENDING).match(words):
            yield Act.ATTENDS, _directing(words)
        elif signs(words):
            yield Act.SIGNS, ""
        at = piece.end() if piece else at


def signs(words: str) -> bool:
    """Whether ``words``, which stand behind a subject, say that it signed an agreement."""
    verb = ignoring_case(_SIGNING).match(words)
    if verb is None or ignoring_case(DEED).match(words, verb.end()):
        return False
    behind = words[verb.end() : verb.end() + 100]
    return bool(ignoring_case(SHORT_TYPE).search(behind)) or not behind.strip(" .;,")


def _directing(words: str) -> str:
    found = ignoring_case(_DIRECTING).search(words)
    return found[0].lower() if found else ""


def named_together(sentence: Sentence, people: tuple[PersonFacts, ...]) -> tuple[PersonFacts, ...]:
    """Those of ``people`` who sign in ``sentence`` as ``hai Bộ trưởng đã ký``; none unless their number is right."""
    for found in ignoring_case(_TOGETHER).finditer(sentence.text):
        meant = tuple(one for one in people if one.position.lower().startswith(found[2].lower()))
        if len(meant) == count_of(found[1].lower()) and signs(sentence.text[found.end() :]):
            return meant
    return ()


_TOGETHER = (
    rf"\b({COUNT})\s(?:đồng chí )?(bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng|viện trưởng|giám đốc|tổng giám đốc"
    rf"|chủ tịch"
    r"|chánh văn phòng|chủ nhiệm|hiệu trưởng|tư lệnh)(?!\w)"
)
