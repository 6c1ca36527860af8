"""VALIDATE: figures and names of an agreement in its article's text: clauses, parties, number, signatories."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from bantin.content.checks.prose import ArticleProse
from bantin.content.checks.signing_dates import AGREEMENT, LAW, SIGN
from bantin.domain.text.fast_search import ignoring_case
from bantin.domain.text.folding import fold, strip_marks
from bantin.domain.text.small_numbers import NUMBER_WORDS, count_of, in_words

_COUNT = rf"[0-9]{{1,3}}|(?:{NUMBER_WORDS})(?:\s(?:{NUMBER_WORDS})){{0,2}}"


_NUMERALS = frozenset((*NUMBER_WORDS.split("|"), "two", "three", "four", "five", "six"))
_LONGEST_WORD = 8
_OPENING = "'\"“«("


class Statement(Struct, frozen=True):
    """Words of a text, from ``span[0]`` to ``span[1]``, and the right words for them."""

    span: tuple[int, int]
    mended: str


# At least the length of 'hai mươi mốt'; some patterns also match words before the number.
_LONGEST_COUNT = 40


def _counted(source: str, nouns: Sequence[str], text: str, end: int) -> Iterator[re.Match[str]]:
    """Finds each match of the pattern ``source`` in ``text[:end]`` around one of ``nouns`` with a number before it.

    Searching for the nouns first, and for the pattern only around these, takes a tenth of the time.
    """
    last = 0
    found_nouns = [at for noun in nouns if noun in text for at in _offsets(noun, text, end)]
    for at in sorted(found_nouns):
        word = text[max(0, at - _LONGEST_WORD) : at].replace("\n", " ").rpartition(" ")[2].lstrip(_OPENING)
        if at >= last and (word.lower() in _NUMERALS or word.isdigit()):
            found = ignoring_case(source).search(text, max(last, at - _LONGEST_COUNT), at + 2 * _LONGEST_COUNT)
            if found:
                last = found.end()
                yield found


def _offsets(part: str, text: str, end: int) -> Iterator[int]:
    at = text.find(part, 0, end)
    while at >= 0:
        yield at
        at = text.find(part, at + 1, end)


def _in_form(typed: str, count: int) -> str:
    """Writes ``count`` in the form of ``typed``: in digits, with a leading zero, or in words."""
    if typed.isdigit():
        return f"{count:02}" if typed.startswith("0") else str(count)
    words = in_words(count)
    return words.capitalize() if typed[:1].isupper() else words


# 'Sáu điều Bác Hồ dạy' are not clauses of an agreement.
_CLAUSES = (
    rf"\b({_COUNT})\s+(?:điều(?:\s+khoản)?|articles)\b(?!\s+(?:Bác|của (?:Luật|Nghị|Thông)|kiện|luật|kể|cần|quan"
    rf"|tốt|đảng"
    r"|ước|mà|khó|lệ|này|đó|chỉnh|tra|hành|động|phối|trị|dưỡng))"
)
_CLAUSE_NOUNS = (" điều", " Điều", "\nđiều", "\nĐiều", " articles")
_HAS = (
    rf"(?:\bgồm|\bcó|\bvới|\bkết cấu|\bbố cục|\bchia thành|\btrong|consists? of|has|with)(?:\s(?:có|thành|là"
    rf"|tất cả|tổng cộng"
    rf"|tổng số|thành))*\s?(?:(?:lời nói đầu|phần mở đầu)\s?(?:,|và)?\s?)?(?:(?:{_COUNT})\s(?:chương|phần|mục"
    rf"|chapters)"
    r"\s?(?:,|và|với|gồm|and|\()?\s?(?:gồm\s)?)?$"
)
_NAMED = rf"(?:{AGREEMENT})(?:\sphối hợp)?(?:\snày)?,?$"
_OF_NAMED = rf"(?:của|trong|of)\s(?:bản\s)?(?:{AGREEMENT})"
_NEAR = 40
# The headings of clauses in the full text of an agreement.
_HEADED = r"(?m:^)[#*_> ]{0,8}Điều ([0-9]{1,3})(?![0-9a-zđ/])"
_LAST_ARTICLE = r"hiệu lực|thi hành|tổ chức thực hiện|khoản cuối"
_FEWEST_HEADED = 3


def contradicting_clauses(prose: ArticleProse, clauses: int) -> Statement | None:
    """Finds where the text states or shows a number of clauses of its agreement other than ``clauses``."""
    wrong: Statement | None = None
    for found in _counted(_CLAUSES, _CLAUSE_NOUNS, prose.text, len(prose.text)):
        count = count_of(found[1])
        if count == clauses:
            return None
        if wrong is None and count is not None and _is_of_agreement(prose, found):
            wrong = Statement(found.span(1), _in_form(found[1], clauses))
    return wrong or _other_headings(prose, clauses)


def _is_of_agreement(prose: ArticleProse, found: re.Match[str]) -> bool:
    before, behind = prose.sentence(found.start(), found.end())
    if ignoring_case(LAW).search(before) or ignoring_case(LAW).search(behind[:_NEAR]):
        return False
    if ignoring_case(_NAMED).search(before) or ignoring_case(_OF_NAMED).match(behind):
        return True
    of_agreement = ignoring_case(AGREEMENT).search(f"{before} {behind}") or prose.is_chief(found.start())
    return bool(of_agreement and ignoring_case(_HAS).search(before))


def _other_headings(prose: ArticleProse, clauses: int) -> Statement | None:
    """Finds the last of 'Điều 1', 'Điều 2' …, if the article has the full text with another number of clauses."""
    if "Điều 1" not in prose.text:
        return None
    headings = list(ignoring_case(_HEADED).finditer(prose.text, prose.front_end))
    numbers = [int(heading[1]) for heading in headings]
    count = len(numbers)
    if count < _FEWEST_HEADED or count == clauses or numbers != list(range(1, count + 1)):
        return None
    last = headings[-1]
    if count < clauses and not ignoring_case(_LAST_ARTICLE).search(prose.text, last.end()):
        return None
    return Statement(last.span(1), "")


_PARTIES = (
    rf"\b({_COUNT})\s(?:bên|cơ quan|đơn vị)\s(?:(?:đã|cùng|cũng|chính thức|tiến hành|thống nhất|thỏa thuận|vừa"
    rf"|tham gia|lễ)\s)*"
    rf"(?:{SIGN})"
    rf"|(?:giữa|của)\s({_COUNT})\s(?:bên|cơ quan|đơn vị)(?=\s*[.,;:)\n]|$)"
    rf"|(?:lễ ký(?:\skết)?|quy chế(?:\sphối hợp)?|thỏa thuận|thoả thuận|biên bản ghi nhớ"
    rf"|bản ghi nhớ)\s({_COUNT})\sbên\b"
    r"|\b(two|three|four|five|six)\s(?:parties|agencies|sides|bodies)\s(?:have\s)?sign(?:ed)?\b"
)
_SIDES = rf"\b({_COUNT})\s(?:bên|cơ quan|đơn vị)\b"
_ENGLISH = ("two", "three", "four", "five", "six")
_SIDE_NOUNS = (" bên", " cơ quan", " đơn vị")
_SIDE_NOUNS_EN = (" parties", " agencies", " sides", " bodies")
_FIVE_OR_YEAR = "năm"
_FEWEST_PARTIES = 2


def contradicting_parties(prose: ArticleProse, count: int) -> Statement | None:
    """Finds where the title, the lead or the first paragraph states a number of parties other than ``count``."""
    text = prose.text
    wrong: Statement | None = None
    nouns = (*_SIDE_NOUNS, *_SIDE_NOUNS_EN) if " sign" in text else _SIDE_NOUNS
    for found in _counted(_PARTIES, nouns, text, prose.opening_end):
        group = found.lastindex or 1
        typed = found[group]
        english = typed.lower() in _ENGLISH
        stated = _ENGLISH.index(typed.lower()) + _FEWEST_PARTIES if english else count_of(typed)
        if stated == count:
            return None
        if wrong is None and stated and stated >= _FEWEST_PARTIES and _is_of_parties(prose, found, typed):
            if stated == _FEWEST_PARTIES and _has_sides(text, count):
                # 'Hai bên' may be two sides, each of several parties.
                continue
            mended = _ENGLISH[count - _FEWEST_PARTIES] if english and count < len(_ENGLISH) else _in_form(typed, count)
            wrong = Statement(found.span(group), mended)
    return wrong


def _has_sides(text: str, count: int) -> bool:
    return any(count_of(one[1]) == count for one in ignoring_case(_SIDES).finditer(text))


def _is_of_parties(prose: ArticleProse, found: re.Match[str], typed: str) -> bool:
    before, behind = prose.sentence(found.start(), found.end())
    if typed == _FIVE_OR_YEAR and before:
        return False
    return not ignoring_case(LAW).search(before) and not ignoring_case(_OTHERS).match(behind)


_OTHERS = r"\W{0,2}(?:kết\s)?(?:khác|mỗi|từng|cam kết|giao ước|kế hoạch|phụ lục|tham mưu)"


_NUMBER = re.compile(r"([0-9]{1,5})((?:/[0-9]{4})?)(/[A-ZĐ][A-ZĐƯƠÔÂÊ0-9&-]*[A-ZĐ0-9])")


def may_contradict_number(opening: ArticleProse, text: str, number: str) -> bool:
    """Whether the text has the letters of ``number`` but not the whole number, or its opening has the digits."""
    own = _NUMBER.fullmatch(number)
    if own is None:
        return False
    if text.find(own[3], opening.front_end) >= 0 or own[3] in opening.text:
        return text.find(number, opening.front_end) < 0 and number not in opening.text
    return f"{own[1]}{own[2]}/" in opening.text


def contradicting_number(prose: ArticleProse, number: str, others: Sequence[str]) -> Statement | None:
    """Finds where the text gives the agreement a number other than ``number``; ``others`` are of related documents."""
    text = prose.text
    own = _NUMBER.fullmatch(number)
    if own is None or number in text:
        return None
    for found in _NUMBER.finditer(text):
        if found[0] in others or text[found.start() - 1 : found.start()].isalnum():
            continue
        same_figures = int(found[1]) == int(own[1]) and found[2] == own[2]
        if found[3] != own[3] and not (same_figures and _is_typo(found[3], own[3])):
            continue
        before, _ = prose.sentence(found.start(), found.end())
        before = ignoring_case(_NUMBER_WORD).sub("", before)
        if not (ignoring_case(LAW).search(before) or ignoring_case(_EARLIER).search(before)):
            return Statement(found.span(), number)
    return None


_NUMBER_WORD = r"(?:số|No\.?)[: ]*$"
_EARLIER = (
    r"căn cứ|thực hiện|sửa đổi|bổ sung|thay|theo|gia hạn|phụ lục|kế thừa|sơ kết|tổng kết|\btừng\b|trước|năm qua"
    r"|các quy chế"
    r"|của \S+ số|replac|amend|earlier"
)


def _is_typo(one: str, other: str) -> bool:
    """Whether two codes differ as by a typing error: the same letters in another order, or one other letter."""
    if one == other:
        return False
    if Counter(one.replace("-", "")) == Counter(other.replace("-", "")):
        return True
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


_FEWEST_WORDS = 2


def contradicting_name(flat: str, name: str, known: Sequence[str]) -> Statement | None:
    """Finds where ``flat``, a text on one line without ``name``, has it with other marks; ``known`` are all names."""
    words = name.split()
    if len(words) < _FEWEST_WORDS:
        return None
    firsts = dict.fromkeys((words[0], words[0].upper(), strip_marks(words[0])))
    spans = [span for first in firsts if first in flat for span in _candidates(flat, first, words)]
    spans = spans or _around_last(flat, words)
    known_letters = {_letters(one) for one in known} if spans else set()
    if not spans or any(_letters(flat[start:end]) in known_letters for start, end in spans):
        return None
    start, end = spans[0]
    return Statement((start, end), name.upper() if flat[start:end].isupper() else name)


def _candidates(flat: str, first: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Finds spans that begin with ``first`` and differ from ``words`` only in marks and capitals."""
    length = sum(map(len, words)) + 2 * len(words)
    for at in _offsets(f"{first} ", flat, len(flat)):
        typed = flat[at : at + length].split(" ")[: len(words)]
        if len(typed) == len(words) and _same_but_marks(typed[1:], words[1:]):
            last = _WORD.match(typed[-1])
            yield at, at + len(" ".join(typed)) - len(typed[-1]) + (last.end() if last else 0)


def _around_last(flat: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """The same where the first word is the one that differs."""
    rest = " ".join(words[1:])
    if len(words) <= _FEWEST_WORDS or rest not in flat:
        return []
    at = flat.index(rest)
    first = flat[:at].rstrip(" ").rpartition(" ")[2]
    start = at - len(first) - 1
    return [(start, at + len(rest))] if start >= 0 and _same_but_marks([first], words[:1]) else []


def _same_but_marks(typed: Sequence[str], words: Sequence[str]) -> bool:
    pairs = list(zip(typed, words, strict=True))
    if not all(one and one[0].isalpha() and abs(len(one) - len(other)) <= _SIGNS_BEHIND for one, other in pairs):
        return False
    return all(fold(found[0]) == fold(other) for one, other in pairs if (found := _WORD.match(one))) and all(
        one.isalpha() for one in typed[:-1]
    )


_WORD = re.compile(r"[^\W\d_]+")
# A comma, a bracket or the like may follow a name.
_SIGNS_BEHIND = 4


def _letters(name: str) -> tuple[str, ...]:
    """``name`` without case, and the same for both places of a tone mark: 'òa' and 'oà'."""
    letters = unicodedata.normalize("NFD", " ".join(name.split()).casefold())
    return tuple("".join(sorted(word)) for word in letters.split())
