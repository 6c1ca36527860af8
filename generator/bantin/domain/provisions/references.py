"""References to provisions, as editors write them (``điểm d khoản 2 Điều 5``) and as texts contain them.

Vietnamese documents name a provision from the innermost level to the outermost one; English ones also write ``Article
5(2)(d)``.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model.provision import Provision, ProvisionKind
from bantin.domain.provisions.anchors import LEVELS, WORDS, Word, anchor_under, is_anchor, word_for
from bantin.domain.provisions.labels import ORDINAL

K = ProvisionKind
_WORDS = {word.written.lower(): word for word in WORDS}
_SMALL = frozenset((K.ARTICLE, K.CLAUSE, K.POINT))
_CONTINUED_BY_ARTICLE = frozenset((K.PART, K.CHAPTER, K.SECTION, K.SUBSECTION))
_LONGEST_REFERENCE = 200


class Document(StrEnum):
    """The document of a reference: its own (*Quy chế này*), another one, or none."""

    THIS = "this"
    OTHER = "other"
    UNSAID = "unsaid"


class Step(Struct, frozen=True):
    """A level of a reference, with its word and its number."""

    word: Word
    number: str


class Reference(Struct, frozen=True):
    """A reference in a text, from ``start`` to ``end``.

    ``steps`` begin with the outermost level. They are relative to the provision of the kind ``within`` that contains
    the reference (*Điều này*), or else to the document.
    """

    start: int
    end: int
    steps: tuple[Step, ...]
    within: ProvisionKind | None = None
    document: Document = Document.UNSAID

    def names(self, *kinds: ProvisionKind) -> bool:
        """Whether one of its steps is of one of ``kinds``."""
        return any(step.word.kind in kinds for step in self.steps)


def parse_reference(written: str) -> str | None:
    """The anchor of the provision that an editor names, by its anchor or in words; ``None`` if it names none."""
    text = " ".join(written.split())
    if len(text) > _LONGEST_REFERENCE:
        return None
    if is_anchor(text):
        return text
    steps: list[Step] = []
    at = 0
    while at < len(text):
        found = _step().match(text, at) or (_bracketed().match(text, at) if steps else None)
        if found is None:
            return None
        further = [_step_of(found)] if found.re is _step() else _next_steps(steps[-1], found[1])
        if not all(_can_count(step.word, step.number) for step in further):
            return None
        steps += further
        gap = _gap().match(text, found.end())
        at = gap.end() if gap else found.end()
    return _anchor("", steps) if steps and _are_of_different_levels(steps) else None


def find_references(text: str) -> tuple[Reference, ...]:
    """The references to provisions in a paragraph, in their order, except to a clause alone (*khoản 2*)."""
    groups = _joined(text, list(_groups(text, list(_tokens(text)))))
    return tuple(one for one in groups if one.within or one.names(*(set(LEVELS) - {K.CLAUSE, K.POINT})))


def anchors_meant(reference: Reference, path: Sequence[Provision]) -> tuple[str, ...]:
    """The anchors that a reference may mean, the likeliest first.

    ``path`` leads from the outermost provision to the one that contains the reference. Inside an annex an article is
    one of this annex or of the main part.
    """
    if reference.within:
        holders = [one.anchor for one in path if one.kind is reference.within]
        return tuple(_anchor(holder, reference.steps) for holder in holders)
    annexes = [] if reference.names(K.ANNEX) else [one.anchor for one in path if one.kind is K.ANNEX]
    return tuple(_anchor(base, reference.steps) for base in (*annexes, ""))


def _anchor(base: str, steps: Sequence[Step]) -> str:
    ordered = sorted(steps, key=lambda step: LEVELS.index(step.word.kind))
    has_article = any(step.word.kind is K.ARTICLE for step in ordered)
    for step in ordered:
        if not (has_article and step.word.kind in _CONTINUED_BY_ARTICLE):
            base = anchor_under(base, step.word, step.number)
    return base


def _are_of_different_levels(steps: Sequence[Step]) -> bool:
    return len({step.word.kind for step in steps}) == len(steps)


def _step_of(found: re.Match[str]) -> Step:
    return Step(_WORDS[found["word"].lower()], found["number"].strip("()"))


def _next_steps(last: Step, number: str) -> list[Step]:
    """The clauses or points in brackets after a number: ``5(2)(d)``."""
    level = {K.ARTICLE: K.CLAUSE, K.CLAUSE: K.POINT}.get(last.word.kind)
    if level is K.CLAUSE and not number[0].isdigit():
        level = K.POINT
    return [Step(word_for(level, last.word.language), number)] if level else [last]


class _Token(Struct, frozen=True):
    """A level in a text with its numbers, each with its span; no numbers: ``này``. ``tail`` are steps in brackets."""

    start: int
    end: int
    word: Word
    numbers: tuple[tuple[int, int, str], ...]
    tail: tuple[Step, ...] = ()


def _tokens(text: str) -> Iterator[_Token]:
    for found in _mentioned().finditer(text):
        own = (found["this"] or found["word"] or "").lower()
        word = _WORDS[own]
        written = found["this"] or found["word"]
        is_relative = found["numbers"] is None
        if not written[0].isupper() and (word.kind not in _SMALL or (is_relative and word.kind is K.ARTICLE)):
            continue  # 'điều này' is 'this thing', 'phần 2' may be a part of anything
        begin = 0 if is_relative else found.start("numbers")
        spans = () if is_relative else tuple(_numbers(found["numbers"], begin))
        if not all(_can_count(word, number) for _, _, number in spans):
            continue
        yield _with_brackets(text, _Token(found.start(), found.end(), word, spans))


def _can_count(word: Word, number: str) -> bool:
    """Whether provisions of this level have such numbers: figures for articles and clauses, letters for points."""
    return word.kind not in _SMALL or number[0].isdigit() is (word.kind is not K.POINT)


def _numbers(text: str, begin: int) -> Iterator[tuple[int, int, str]]:
    for found in _number_in_list().finditer(text):
        yield begin + found.start(), begin + found.end(), found[0].strip("()")


def _with_brackets(text: str, token: _Token) -> _Token:
    steps = [Step(token.word, "")]
    end = token.end
    while token.numbers and len(steps) <= 2 and (found := _bracketed().match(text, end)):
        further = _next_steps(steps[-1], found[1])
        if further == steps[-1:]:
            break
        steps += further
        end = found.end()
    return replace(token, end=end, tail=tuple(steps[1:]))


def _groups(text: str, tokens: list[_Token]) -> Iterator[Reference]:
    """Joins a level with the outer ones after it: ``điểm d khoản 2 Điều 5``; each item of a list is a reference."""
    index = 0
    while index < len(tokens):
        group = [tokens[index]]
        while index + len(group) < len(tokens):
            inner, outer = group[-1], tokens[index + len(group)]
            is_outer = LEVELS.index(outer.word.kind) < LEVELS.index(inner.word.kind)
            if not is_outer or not inner.numbers or not _gap_only().fullmatch(text, inner.end, outer.start):
                break
            group.append(outer)
        index += len(group)
        yield from _references(text, group)


def _references(text: str, group: list[_Token]) -> Iterator[Reference]:
    outermost = group[-1]
    within = None if outermost.numbers else outermost.word.kind
    outer = tuple(Step(token.word, token.numbers[0][2]) for token in reversed(group[1:]) if token.numbers)
    document = _document(text, outermost.end)
    first = group[0]
    if not first.numbers:
        yield Reference(first.start, first.end, (), within, document)
    last = len(first.numbers) - 1
    for place, (start, end, number) in enumerate(first.numbers):
        whole = group[-1].end if place == last else end
        steps = (*outer, Step(first.word, number), *(first.tail if place == last else ()))
        yield Reference(start if place else first.start, whole, steps, within, document)
    for token in group[1:]:
        for start, end, number in token.numbers[1:]:
            yield Reference(start, end, (Step(token.word, number),), within, document)


def _joined(text: str, references: list[Reference]) -> list[Reference]:
    """Completes each reference with the shared part of the next one: ``khoản 1 và khoản 2 Điều 5 Quy chế này``."""
    for index in range(len(references) - 2, -1, -1):
        one, following = references[index], references[index + 1]
        if one.end > following.start or not _conjunction().fullmatch(text, one.end, following.start):
            continue
        if one.document is Document.UNSAID:
            one = replace(one, document=following.document)
        if one.within is None and one.steps and one.steps[0].word.kind in (K.CLAUSE, K.POINT):
            level = LEVELS.index(one.steps[0].word.kind)
            outer = tuple(step for step in following.steps if LEVELS.index(step.word.kind) < level)
            one = replace(one, steps=(*outer, *one.steps), within=following.within)
        references[index] = one
    return references


def _document(text: str, end: int) -> Document:
    found = _of_document().match(text, end)
    if found is None:
        return Document.UNSAID
    return Document.THIS if found["this"] else Document.OTHER


_SLUGS = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = r"(?:\([a-zđ][0-9]?\)|[0-9]{1,4}(?:\.[0-9]{1,2})?[a-zđ]?|[IVXLC]{1,7}|[a-zđA-Z][0-9]?)(?!\w)"
_NAMES = (
    r"Hiến pháp|Bộ luật|Luật|Pháp lệnh|Lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Quy chế|Quy định|Quy chuẩn"
    r"|Thỏa thuận|Thoả thuận|Kế hoạch|Chương trình|Biên bản|Bản ghi nhớ|Ghi nhớ|Hợp đồng|Hiệp định|Công ước|Điều lệ"
    r"|Hướng dẫn|Nội quy|Quy trình|Đề án|Điều ước|Công văn|Phương án|Hiệp ước|Tuyên bố|Hiến chương|Văn bản"
)


@cache
def _step() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{_SLUGS}) (?:số )?(?P<number>{_NUMBER}|{ORDINAL}\b)", re.IGNORECASE)


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"\(([0-9]{1,3}[a-zđ]?|[a-zđ][0-9]?)\)")


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r",? (?:của |thuộc |of |in )?|,")


@cache
def _gap_only() -> re.Pattern[str]:
    return re.compile(r",?\s(?:(?:của|thuộc|of|in)\s)?")


@cache
def _conjunction() -> re.Pattern[str]:
    return re.compile(r"\s?[,;]?\s?(?:(?:và|hoặc|đến|and|or|to)\s)?(?:(?:các|tại|của)\s)?")


@cache
def _number_in_list() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_NUMBER}")


@cache
def _mentioned() -> re.Pattern[str]:
    counted = r"(?!\s(?:ngày|tháng|năm|giờ|bên|cơ quan|đơn vị|người|lần|days|months|years|parties|times)\b)"
    numbers = rf"{_NUMBER}(?:(?:,\s?{_NUMBER}){{0,20}},?\s(?:và|hoặc|đến|and|or|to)\s{_NUMBER}{counted})?"
    return re.compile(
        rf"(?<!\w)(?:(?P<word>(?i:{_SLUGS}))s?\s(?:(?:số\s)?(?P<numbers>{numbers})|này\b)|[Tt]his\s(?P<this>(?i:{_SLUGS}))\b)"
    )


@cache
def _of_document() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<this>\s(?:(?:của|tại|trong)\s)?(?:bản\s)?(?i:{_NAMES})(?:\s[^\W\d]{{1,20}}){{0,4}}?\snày\b|\s(?:of|in|to)\sthis\s|\shereof\b)"
        rf"|,?\s(?:(?:của|tại|trong|ban hành kèm theo|kèm theo)\s)?(?:(?:các|bản)\s)?(?i:{_NAMES})\b"
        r"|\s(?:nói|nêu|dẫn|đã)\s|\strên\b|\s(?:đó|kèm theo|của)\b|\s(?:of|in|to)\s(?:the|that|an?|[A-Z])"
    )
