"""The parties of an agreement, from sentences which say that these sign it or that it is between them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bantin.domain.text.fast_search import ignoring_case
from bantin.domain.text.name_keys import name_key
from bantin.domain.text.provinces import PROVINCE
from bantin.domain.text.small_numbers import count_of
from bantin.importing.facts.model import AgencyName
from bantin.importing.facts.names.agencies_in_text import AgencyMention
from bantin.importing.facts.signing.telling import Sentence
from bantin.importing.facts.signing.words import COUNT, SIDES, SIGN

_FEWEST = 2
_NEAR = 300
_BRACKETS = rf"\)?(?:\s?\([^()]{{1,60}}\))?(?:,? (?:tỉnh|thành phố|TP\.?) (?:{PROVINCE})(?!\w))?"
_WHO = r"(?:(?:đại diện|lãnh đạo|tập thể)\s)*"
_GLUE = rf"{_BRACKETS}[\s,;]*(?:(?:và|với|cùng|[-–]|(?:đã )?phối hợp với|phối hợp cùng)[\s,]*)*{_WHO}"
_BEFORE_VERB = (
    rf"{_BRACKETS}[,:\s]*(?:(?:đã|vừa|cùng|cùng nhau|chính thức|tiến hành|long trọng|trang trọng|phối hợp|đồng"
    rf"|tổ chức|có"
    r"|thống nhất|buổi|chương trình|lễ|hội nghị|công bố và|và|trực tuyến|lần đầu tiên|gặp mặt|trao đổi|hội thảo"
    r"|tọa đàm|giao ban|sơ kết"
    r"|tổng kết|công tác)[\s,]+)*"
)
_BEHIND_VERB = rf"{SIGN}[^.;:]{{0,200}}?\bvới\s{_WHO}$"
_PLACE = re.compile(
    r"\b(?:tại|ở|trụ sở|hội trường|phòng họp|phòng khách|của|thuộc|theo|do|dự|có)\s(?:lãnh đạo\s)?$", re.IGNORECASE
)
_BETWEEN = rf"(?:giữa)\s(?:{COUNT}\s{SIDES}:?\s)?{_WHO}$"
_COUNTED = rf"\b({COUNT})\s{SIDES}(?!\w)"
_LISTED = rf"\b{COUNT}\s{SIDES}\b[^:.;]*:\s*$"


def parties_in(sentence: Sentence) -> tuple[AgencyName, ...]:
    """The parties that ``sentence``, which tells of a signing, names; none if it does not name all that it counts."""
    lists = tuple(_lists(sentence))
    found = _behind(sentence, lists, _BETWEEN) or _behind(sentence, lists, _LISTED) or _subject(sentence, lists)
    named = tuple({_key(one.agency): one.agency for one in found}.values())
    return named if len(named) >= _FEWEST and _fits_count(sentence, len(named)) else ()


def _key(agency: AgencyName) -> str:
    return agency.id or name_key(agency.name)


def same_agency(one: AgencyName, other: AgencyName) -> bool:
    """Whether two names mean one agency."""
    return _key(one) == _key(other)


def may_be_same(one: AgencyName, other: AgencyName) -> bool:
    """Whether two names are one, or the longer one says more of where the agency is: ``Công an tỉnh (Lào Cai)``."""
    short, full = sorted((name_key(one.name), name_key(other.name)), key=len)
    return same_agency(one, other) or full.startswith(f"{short} ")


def all_among(ones: Sequence[AgencyName], others: Sequence[AgencyName]) -> bool:
    """Whether all of the fewer agencies are among the others."""
    fewer, more = sorted((ones, others), key=len)
    return all(any(may_be_same(one, other) for other in more) for one in fewer)


def fuller_name(agency: AgencyName, mentioned: Iterable[AgencyName]) -> AgencyName:
    """The agency by the one longer name of those ``mentioned`` that says where it is, if there is just one."""
    places = rf"{re.escape(agency.name)} (?:(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường) \w.*|{PROVINCE})"
    longer = {name_key(one.name): one for one in mentioned if ignoring_case(places).fullmatch(one.name)}
    return next(iter(longer.values())) if len(longer) == 1 and not agency.id else agency


def _lists(sentence: Sentence) -> Iterator[tuple[AgencyMention, ...]]:
    """The agencies that are named together. One of which the words before say a place is not among them."""
    group: tuple[AgencyMention, ...] = ()
    for one in sentence.agencies:
        between = _text(sentence, group[-1].end, one.start) if group else ""
        if group and _is_parent(group[-1], between, one):
            group = (*group[:-1], _of_whole(group[-1], between, one))
            continue
        if group and not ignoring_case(_GLUE).fullmatch(between):
            yield group
            group = ()
        if (not group and _PLACE.search(_before(sentence, one))) or _is_explained(sentence, one):
            continue
        group = (*group, one)
    if group:
        yield group


def _of_whole(part: AgencyMention, between: str, whole: AgencyMention) -> AgencyMention:
    """``part`` up to the end of the words that say whose part it is, which belong to a name such as ``Phòng X``."""
    belongs = not between.strip() and not part.agency.id and not part.agency.name.startswith(_PART)
    name = AgencyName(f"{part.agency.name} {whole.agency.name}") if belongs else part.agency
    return AgencyMention(part.start, whole.end, name)


_PART, _WHOLE = ("Cục ", "Vụ ", "Học viện ", "Trường ", "Trung tâm ", "Viện "), "Bộ "
_NO_PART, _NO_WHOLE = "Viện kiểm sát", ("Bộ Chỉ huy", "Bộ chỉ huy", "Bộ Tư lệnh", "Bộ CHQS", "Bộ đội")


def _is_parent(one: AgencyMention, between: str, other: AgencyMention) -> bool:
    """Whether ``other`` only says whose part ``one`` is: ``Cục X, Bộ Y``, ``Cục X (Bộ Y)``, ``Cục X thuộc Bộ Y``."""
    words = re.sub(r"\([^()]*\)", "", between).strip()
    if words in ("", "thuộc", "của", "trực thuộc", "("):
        return True
    name, whole = one.agency.name, other.agency.name
    is_part = name.startswith(_PART) and not name.lower().startswith(_NO_PART.lower())
    if words == "," and name.startswith("Phòng ") and whole.startswith("Công an "):
        return True
    return words == "," and is_part and whole.startswith(_WHOLE) and not whole.startswith(_NO_WHOLE)


def _is_explained(sentence: Sentence, one: AgencyMention) -> bool:
    """Whether an agency stands in brackets behind another, of which they say whose part it is."""
    before = _before(sentence, one)
    opens = before.rfind("(")
    at = one.start - len(before) + opens
    return opens > before.rfind(")") and any(0 <= at - other.end <= 1 for other in sentence.agencies)


def _text(sentence: Sentence, start: int, end: int) -> str:
    return sentence.text[max(0, start - sentence.start) : end - sentence.start]


def _before(sentence: Sentence, one: AgencyMention) -> str:
    return sentence.text[: one.start - sentence.start][-_NEAR:]


def _behind(sentence: Sentence, lists: Sequence[tuple[AgencyMention, ...]], words: str) -> tuple[AgencyMention, ...]:
    """The list that stands behind ``words``."""
    for group in lists:
        if ignoring_case(words).search(_before(sentence, group[0])):
            return group
    return ()


def _subject(sentence: Sentence, lists: Sequence[tuple[AgencyMention, ...]]) -> tuple[AgencyMention, ...]:
    """The list before the verb, and the one behind ``ký … với``."""
    found: tuple[AgencyMention, ...] = ()
    for group in lists:
        behind = _text(sentence, group[-1].end, sentence.end)
        is_subject = ignoring_case(rf"{_BEFORE_VERB}(?:{SIGN})").match(behind)
        if is_subject or (found and ignoring_case(_BEHIND_VERB).search(_before(sentence, group[0]))):
            found = (*found, *group)
    return found


def _fits_count(sentence: Sentence, number: int) -> bool:
    """Whether a number of parties that the sentence tells (``bốn cơ quan``) is that of those it names."""
    counts = [count_of(found[1].lower()) for found in ignoring_case(_COUNTED).finditer(sentence.text)]
    return not counts or number in counts
