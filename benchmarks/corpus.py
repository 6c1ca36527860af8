"""A synthetic bulletin: the same bytes for the same numbers, on any machine.

Every agency, person and agreement in it is made up of numbers, so that nobody takes it for news.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

_WORDS = """
an bảo biên cơ công chế chính cùng cấp dân dự đảm điều định đơn đồng giao hành hiện hiệu hoạt hội hợp kế kết khai kiểm
ký lãnh lập lễ liên luật mục nghị ngành nhiệm nội pháp phân phát phối phòng quan quản quốc quy quyết soát sự tác thành
thẩm thực tin toàn tổ tra trách triển trì trình trung trưởng ủy vấn văn vụ xã xây ý yêu
"""
_SYLLABLES = _WORDS.split()
_FIRST_DAY = date(2005, 1, 1)
_TYPES = ("quy-che-phoi-hop", "bien-ban-ghi-nho", "ke-hoach-phoi-hop")
_FIELDS = ("an-ninh", "giao-duc", "moi-truong", "quan-ly-dat-dai", "y-te")


@dataclass(frozen=True)
class Corpus:
    """How large a bulletin to make: its articles, about ``size`` bytes each, and the agencies that sign in them."""

    articles: int
    agencies: int = 60
    size: int = 7_000
    seed: int = 1


def write_corpus(root: Path, corpus: Corpus) -> Path:
    """Writes the bulletin below ``root``, and returns ``root``."""
    for path, text in corpus_files(corpus):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return root


def corpus_files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The files of the bulletin, each with its path from the root."""
    yield "content/site.yml", _SITE
    yield "content/vocabulary.yml", _vocabulary()
    yield "content/pages/gioi-thieu.md", "---\ntitle: Giới thiệu\n---\n\nBản tin này do máy tạo ra để đo tốc độ.\n"
    for number in range(corpus.agencies):
        yield f"content/agencies/co-quan-{number:03}.yml", _agency(number)
    dice = random.Random(corpus.seed)
    for number in range(corpus.articles):
        day = _FIRST_DAY + timedelta(days=dice.randrange(20 * 365))
        path = f"content/articles/{day.year}/bai-so-{number:06}.md"
        yield path, _article(number, day, corpus, dice)


_SITE = """\
title: Bản tin thử tốc độ
base_url: https://bantin.example/
language: vi
timezone: Asia/Ho_Chi_Minh
sections:
  tin-tuc: {vi: Tin tức, en: News}
  van-ban: {vi: Văn bản, en: Documents}
"""


def _vocabulary() -> str:
    def terms(ids: tuple[str, ...]) -> str:
        return "".join(f"  {one}: {{vi: Mục {one}, en: Term {one}}}\n" for one in ids)

    return f"types:\n{terms(_TYPES)}fields:\n{terms(_FIELDS)}"


def _agency(number: int) -> str:
    level = "central" if number % 3 else "provincial"
    name = f"{{vi: Cơ quan thử số {number}, en: Test agency {number}}}"
    return f"name: {name}\nabbreviations: [CQ{number}]\nlevel: {level}\n"


def _article(number: int, day: date, corpus: Corpus, dice: random.Random) -> str:
    parties = dice.sample(range(corpus.agencies), 2 if dice.random() < 0.9 else 3)
    signed = day - timedelta(days=dice.randrange(3))
    body = "\n".join(_body(corpus.size, dice))
    people = "".join(
        f"    - {{name: Người ký {dice.randrange(500)}, position: Thủ trưởng, party: co-quan-{party:03}}}\n"
        for party in parties
    )
    return f"""\
---
title: {_sentence(dice, 9)} (số {number})
published: {day.isoformat()}T{dice.randrange(7, 22):02}:{dice.randrange(60):02}+07:00
lead: {_sentence(dice, 30)}.
authors: [Người viết {dice.randrange(40)}]
section: {dice.choice(("tin-tuc", "van-ban"))}
tags: [chủ đề {dice.randrange(60)}, chủ đề {dice.randrange(60)}]
agreement:
  type: {dice.choice(_TYPES)}
  title: Quy chế phối hợp về {_sentence(dice, 8).lower()}
  number: {number:05}/QCPH
  parties: [{", ".join(f"co-quan-{party:03}" for party in parties)}]
  signatories:
{people}  signed_on: {signed.isoformat()}
  signed_at: Hà Nội
  fields: [{dice.choice(_FIELDS)}]
  scope: central
  text_public: yes
---

{body}
"""


def _body(size: int, dice: random.Random) -> Iterator[str]:
    """Paragraphs, with now and then what an editor puts between them."""
    written = 0
    while written < size - 1_200:
        paragraph = ". ".join(_sentence(dice, dice.randrange(12, 30)) for _ in range(4)) + ".\n"
        written += len(paragraph.encode())
        yield paragraph
        if dice.random() < 0.2:
            yield f"## {_sentence(dice, 5)}\n"
        elif dice.random() < 0.15:
            yield "\n".join(f"- {_sentence(dice, 10)};" for _ in range(3)) + "\n"
        elif dice.random() < 0.1:
            yield f"Xem **{_sentence(dice, 3)}** tại [danh mục cơ quan](/co-quan/)[^{written}].\n"
            yield f"[^{written}]: {_sentence(dice, 8)}.\n"


def _sentence(dice: random.Random, length: int) -> str:
    return " ".join(dice.choice(_SYLLABLES) for _ in range(length)).capitalize()
