"""What a text says of its own force: from when and until when it holds, and what it replaces.

Only sentences about the document itself count (``Quy chế này có hiệu lực …``), not what they quote or what may happen.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from bantin.domain.model import RelationKind
from bantin.domain.text.citations import find_citations
from bantin.domain.text.dates import Edtf
from bantin.domain.text.durations import Duration, later
from bantin.domain.text.instruments import KIND_WORDS
from bantin.domain.text.letter_case import CAPITAL
from bantin.domain.text.mentioned_dates import Mention, mentions
from bantin.importing.facts.documents.lines import Line
from bantin.importing.facts.model import Evidence, Found, RelationFacts

_COUNT = r"(?:[0-9]{1,2}(?: ?\([^()]{1,20}\))?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
# How far behind the word for the term the document may be named: 'thời hạn thực hiện của Quy chế này'.
_NEAR = 25
_LONGEST_SENTENCE = 2_000
# What follows must not say that something else was signed: 'ngày ký hợp đồng', 'ngày ký biên bản bàn giao'.
_DAY_OF_SIGNING = (
    r"ngày (?:được )?(?:các bên |hai bên )?(?:ký|kí)(?: kết)?"
    r"(?= ?(?:[.;,:()/”]|$)| (?:ban hành|và|đến|cho đến|thay thế|trừ|nếu)(?!\w)| (?:\w+ ){1,6}này(?!\w)| này(?!\w))"
)


class Sentence(Struct, frozen=True):
    """A sentence of the text, and the line that it stands in."""

    text: str
    line: Line

    @property
    def evidence(self) -> Evidence:
        """The sentence as evidence."""
        return self.line.evidence(self.text)


class Terms(Struct, frozen=True):
    """From when and until when a document holds. Days in EDTF; ``expires_on`` may be ``indefinite``."""

    effective_on: Found[str] | None = None
    effective_method: Found[str] | None = None
    expires_on: Found[str] | None = None


def sentences_of(lines: Iterable[Line]) -> tuple[Sentence, ...]:
    """The sentences of ``lines``; a semicolon ends one too. What is longer than any sentence has no facts."""
    return tuple(
        Sentence(text.strip(), line)
        for line in lines
        for text in _stop().split(line.text)
        if text.strip() and len(text) <= _LONGEST_SENTENCE
    )


@cache
def _stop() -> re.Pattern[str]:
    # A stop behind a number or a letter belongs to a label: '2. Quy chế này'.
    return re.compile(rf"(?<=[^\W\d_][^\W\d_][.;])\s+|(?<=[0-9\)”]{{2}}[.;])\s+(?={CAPITAL})|(?<=[0-9]{{4}}[.;])\s+")


def read_terms(sentences: Sequence[Sentence], signed_on: str) -> Terms:
    """What ``sentences`` say; ``signed_on`` is the day of the signing in EDTF, empty if it is not known."""
    about = [one for one in sentences if _is_about_own_force(one.text)]
    method = _only(found for one in about for found in _method(one))
    day = _only(found for one in about for found in _effective_day(one))
    if (
        day is None
        and method
        and _is_exact(signed_on)
        and re.match(rf"(?:kể |tính )?(?:từ|vào) {_DAY_OF_SIGNING}(?!\w)", method.value)
    ):
        day = Found(signed_on, method.evidence)
    return Terms(day, method, _expiry(about, sentences, signed_on, day.value if day else ""))


def _is_exact(day: str) -> bool:
    return len(day) == len("2012-11-20") and "X" not in day


def _is_about_own_force(text: str) -> bool:
    """Whether a sentence states that the document itself holds; not what if it is changed or ends."""
    found = _force().search(text)
    if found is None or _condition().search(text, 0, found.start()):
        return False
    cited = [one for one in find_citations(text[: found.start()]) if not one.own]
    end = found.start() if found["force"] else found.end() + _NEAR
    return not cited and _own().search(text, 0, end) is not None


@cache
def _force() -> re.Pattern[str]:
    return re.compile(
        r"(?P<force>có (?:hiệu lực|giá trị|thời hạn(?! (?:hiệu|thực hiện|của)))|được thực hiện (?:trong|từ|đến))"
        r"|thời hạn (?:hiệu lực|thực hiện|của)",
        re.IGNORECASE,
    )


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:nếu|khi|trường hợp|hết|không còn|chấm dứt|sửa đổi|các văn bản)(?!\w)", re.IGNORECASE)


@cache
def _own() -> re.Pattern[str]:
    """The document itself: ``Quy chế này``, or ``Quy chế phối hợp`` right before what it says."""
    kinds = re.sub(r"\?P<k[0-9]+>", "?:", KIND_WORDS)
    together = "(?: phối hợp| liên tịch| hợp tác)?"
    return re.compile(
        rf"(?:{kinds}|văn bản|biên bản){together} này|^(?:\S{{1,4}}[.)] )?(?:{kinds}){together} ?$", re.IGNORECASE
    )


def _method(sentence: Sentence) -> Iterator[Found[str]]:
    """How the agreement takes effect, where no day is told: ``kể từ ngày ký``."""
    found = _from_event().search(sentence.text)
    if found and not any(True for _ in mentions(found["words"])):
        yield Found(found["words"].strip(), sentence.evidence)


@cache
def _from_event() -> re.Pattern[str]:
    return re.compile(
        r"có hiệu lực(?: thi hành| áp dụng| thực hiện)?,? "
        r"(?P<words>(?:kể |tính )?(?:từ|sau|ngay|khi) [^.;,]{3,80}?)(?= và | đến | cho đến | thay thế |[.;,]|$)"
    )


def _effective_day(sentence: Sentence) -> Iterator[Found[str]]:
    force = _from_day().search(sentence.text)
    if force is None:
        return
    for mention in mentions(sentence.text):
        if mention.year and force.end() <= mention.start <= force.end() + len("ngày mồng "):
            yield from _found(mention, sentence)


@cache
def _from_day() -> re.Pattern[str]:
    return re.compile(r"hiệu lực(?: thi hành| áp dụng| thực hiện)?,? (?:kể |tính )?(?:từ|vào) (?=ngày)")


def _found(mention: Mention, sentence: Sentence) -> Iterator[Found[str]]:
    try:
        yield Found(str(Edtf.parse(str(Edtf(mention.year, mention.month, mention.day)))), sentence.evidence)
    except ValueError:
        return


def _expiry(
    about: Iterable[Sentence], sentences: Sequence[Sentence], signed_on: str, effective_on: str
) -> Found[str] | None:
    """The last day of the term; nothing if it is prolonged by itself."""
    if any(re.search(r"(?:tự động|mặc nhiên|đương nhiên)[^.;]{0,20}gia hạn", one.text) for one in sentences):
        return None
    return _only(
        found
        for one in about
        for found in (*_last_day(one), *_indefinite(one), *_end_of_term(one, signed_on, effective_on))
    )


def _last_day(sentence: Sentence) -> Iterator[Found[str]]:
    """``đến hết ngày 31 tháng 12 năm 2020``, ``đến hết năm 2020``."""
    for found in _until().finditer(sentence.text):
        if found["year"]:
            yield Found(f"{found['year']}-12-31", sentence.evidence)
            continue
        for mention in mentions(sentence.text):
            if mention.year and found.end() <= mention.start <= found.end() + len("ngày "):
                yield from _found(mention, sentence)


@cache
def _until() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:cho )?đến (?:hết )?(?:ngày (?=[0-9])|(?<=hết )năm (?P<year>20[0-9]{2})(?![0-9]))")


def _indefinite(sentence: Sentence) -> Iterator[Found[str]]:
    if re.search(r"vô thời hạn|không (?:xác định |có |giới hạn )thời hạn", sentence.text):
        yield Found("indefinite", sentence.evidence)


def _end_of_term(sentence: Sentence, signed_on: str, effective_on: str) -> Iterator[Found[str]]:
    """The last day of a term of years or months, whose first day does not count (Civil Code 2015, art. 147, 148)."""
    found = _term().search(sentence.text)
    if found is None:
        return
    start = signed_on if found["signing"] or not effective_on else effective_on
    length = Duration.parse_words(found["length"])
    day = Edtf.parse(start).certain if start else None
    end = later(day, length) if day and length else None
    if end:
        yield Found(end.isoformat(), sentence.evidence)


@cache
def _term() -> re.Pattern[str]:
    return re.compile(
        rf"(?:trong (?:thời hạn|vòng|thời gian)?|thời hạn[^.;0-9]{{0,40}}?|giá trị|hiệu lực) ?(?:là )?"
        rf"(?P<length>{_COUNT} (?:năm|tháng))(?! [0-9]{{4}})"
        rf"(?P<start>,? (?:kể |tính )?từ (?:(?P<signing>{_DAY_OF_SIGNING})|ngày có hiệu lực))",
        re.IGNORECASE,
    )


def _only(found: Iterable[Found[str]]) -> Found[str] | None:
    """What all of ``found`` say; nothing if they differ."""
    every = list(found)
    return every[0] if len({one.value for one in every}) == 1 else None


def read_relations(sentences: Iterable[Sentence]) -> Iterator[Found[RelationFacts]]:
    """The documents that this one replaces or ends: ``thay thế Quy chế phối hợp số 05/QCPH-BCA-VPQH ngày …``."""
    for sentence in sentences:
        replaced, ended = _replacing().search(sentence.text), _ending().match(sentence.text)
        if replaced and not _condition_of_replacing().search(sentence.text, 0, replaced.start()):
            yield _relation(sentence, RelationKind.REPLACES, replaced["what"])
        elif ended and (relation := _relation(sentence, RelationKind.TERMINATES, ended["what"])).value.number:
            yield relation


def _relation(sentence: Sentence, kind: RelationKind, words: str) -> Found[RelationFacts]:
    cited = next((one for one in find_citations(words) if one.start < len("Quy chế ") and not one.own), None)
    title = words.strip(" .;,")
    number, day = (cited.number, str(cited.date or "")) if cited else ("", "")
    return Found(RelationFacts(kind.value, title[0].upper() + title[1:], number, day), sentence.evidence)


@cache
def _replacing() -> re.Pattern[str]:
    kinds = re.sub(r"\?P<k[0-9]+>", "?:", KIND_WORDS)
    return re.compile(
        rf"(?<!, )(?<!hoặc )(?<!\w)thay thế (?:cho )?(?P<what>(?:{kinds}) (?!này|mới|khác)[^;]+)", re.IGNORECASE
    )


@cache
def _condition_of_replacing() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:nếu|khi|trường hợp|sửa đổi|bị|được)(?!\w)", re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    kinds = re.sub(r"\?P<k[0-9]+>", "?:", KIND_WORDS)
    return re.compile(
        rf"(?:[0-9a-zđ]{{1,2}}[.)] )?(?P<what>(?:{kinds}) (?!này)[^;]{{5,400}}?) hết hiệu lực(?: thi hành)?"
        r"(?:,? (?:kể )?từ ngày|\.| khi)",
        re.IGNORECASE,
    )
