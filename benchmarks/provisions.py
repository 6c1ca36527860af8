"""Agreements with texts, and queries from the words of their clauses with known right answers.

Everything is made up. Clauses are similar on purpose, as in real agreements: the same phrases with different topics,
periods and syllables.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.corpus import File
from benchmarks.prose import sentence
from benchmarks.relevance import BODIES, SETTINGS, TOPICS, VOCABULARY, Query, agency_files, bare

HEADINGS = (
    "Phạm vi điều chỉnh", "Nguyên tắc phối hợp", "Nội dung phối hợp", "Trách nhiệm của các bên", "Trao đổi thông tin",
    "Chế độ sơ kết, tổng kết", "Kinh phí thực hiện", "Xử lý vướng mắc", "Khen thưởng, kỷ luật", "Tổ chức thực hiện",
)  # fmt: skip
PHRASES = (
    "Phối hợp tuyên truyền, phổ biến pháp luật về {topic}",
    "Trao đổi thông tin, số liệu về {topic} trước ngày {day} hằng tháng",
    "Cử cán bộ đầu mối theo dõi {topic}, thay đổi phải báo trước {day} ngày",
    "Tổ chức kiểm tra liên ngành về {topic} {day} tháng một lần",
    "Hỗ trợ phương tiện, kinh phí phục vụ {topic} khi có yêu cầu",
    "Báo cáo kết quả {topic} trong thời hạn {day} ngày làm việc",
    "Bảo vệ bí mật nhà nước trong quá trình {topic}",
    "Giải quyết đơn thư liên quan đến {topic} đúng thẩm quyền",
)
_LETTERS = "abcd"
_FEWEST, _MOST = 5, 7  # words of a query


@dataclass(frozen=True)
class Clause:
    """A provision: the address that a search of its words should lead to, and these words."""

    url: str
    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, without punctuation."""
        return tuple(re.findall(r"\w+", self.text))


@dataclass(frozen=True)
class Text:
    """An agreement: its number in the bulletin, the lines of its text and the clauses and points in it."""

    number: int
    lines: tuple[str, ...]
    clauses: tuple[Clause, ...]


def texts(count: int, seed: int = 1) -> tuple[Text, ...]:
    """Generates ``count`` agreements, deterministically."""
    dice = random.Random(seed)
    return tuple(_text(number, dice) for number in range(count))


def files(made: Iterable[Text]) -> Iterator[File]:
    """Yields the files of a bulletin with these agreements."""
    yield "content/site.yml", SETTINGS
    yield "content/vocabulary.yml", VOCABULARY
    yield from agency_files()
    for text in made:
        yield f"content/agreements/van-ban-{text.number:03}.md", _file(text)


def queries(made: Sequence[Text], count: int = 50, seed: int = 2) -> Iterator[Query]:
    """Yields ``count`` queries of adjacent words and as many of two pieces, each with and without diacritics.

    Every provision with these words is a right answer.
    """
    dice = random.Random(seed)
    clauses = [clause for text in made for clause in text.clauses]
    said = [f" {' '.join(clause.words)} ".lower() for clause in clauses]
    spelt, unmarked = _Texts(clauses, said), _Texts(clauses, [bare(text) for text in said])
    for clause in dice.sample(clauses, count):
        words = clause.words
        length = min(dice.randint(_FEWEST, _MOST), len(words))
        start = dice.randrange(len(words) - length + 1)
        together = " ".join(words[start : start + length])
        # Two pieces of a clause as readers remember it: from its beginning and from its end.
        half = len(words) // 2
        begin, end = dice.randrange(half - 2), dice.randrange(half, len(words) - 2)
        apart = " ".join((*words[begin : begin + 3], *words[end : end + 3]))
        for spelling, change in ((spelt, str), (unmarked, bare)):
            phrase, pieces = change(together).lower(), change(apart).lower()
            yield _query("neighbouring words", phrase, spelling.with_words([phrase]))
            yield _query("pieces", pieces, spelling.with_words(pieces.split()))


def _query(kind: str, text: str, right: frozenset[str]) -> Query:
    return Query(kind, text, right, right)


@dataclass(frozen=True)
class _Texts:
    """The words of ``clauses``, between spaces, in one spelling."""

    clauses: Sequence[Clause]
    said: Sequence[str]

    def with_words(self, words: Iterable[str]) -> frozenset[str]:
        """The addresses of clauses that contain all ``words``, which may be phrases."""
        wanted = [f" {word} " for word in words]
        return frozenset(
            clause.url
            for clause, text in zip(self.clauses, self.said, strict=True)
            if all(word in text for word in wanted)
        )


def _text(number: int, dice: random.Random) -> Text:
    lines: list[str] = ["Căn cứ chức năng, nhiệm vụ của các bên;", "Hai bên thống nhất ban hành Quy chế phối hợp:"]
    clauses: list[Clause] = []

    def add(anchor: str, label: str) -> None:
        phrase = dice.choice(PHRASES).format(topic=dice.choice(TOPICS), day=dice.randrange(2, 30))
        said = f"{phrase}; {sentence(dice, dice.randrange(6, 14)).lower()}"
        lines.append(f"{label} {said}.")
        clauses.append(Clause(f"van-ban/{_year(number)}/van-ban-{number:03}/#{anchor}", said))

    for article, heading in enumerate(HEADINGS, start=1):
        lines.append(f"Điều {article}. {heading}")
        for clause in range(1, dice.randint(2, 4) + 1):
            anchor = f"dieu-{article}-khoan-{clause}"
            add(anchor, f"{clause}.")
            for letter in _LETTERS[: dice.choice((0, 0, 2, 3))]:
                add(f"{anchor}-diem-{letter}", f"{letter})")
    return Text(number, tuple(lines), tuple(clauses))


def _year(number: int) -> int:
    return 2012 + number % 10


def _file(text: Text) -> str:
    first, second = random.Random(text.number).sample(BODIES, 2)
    topic = TOPICS[text.number % len(TOPICS)]
    lines = "\n\n".join(text.lines)
    return f"""\
---
type: quy-che-phoi-hop
title: Quy chế phối hợp trong {topic} giữa {first.name} và {second.name}
number: {text.number + 1:02}/QCPH-{first.short}-{second.short}
parties: [{first.id}, {second.id}]
signed_on: {_year(text.number)}-05-06
fields: [linh-vuc-chung]
scope: provincial
text_public: yes
---

{lines}
"""
