"""A bulletin with queries whose right results are known.

All people, places and topics are made up. It is designed to confuse: the syllables of each topic also occur separately
in other articles, names have parts in common, and different words are spelt alike without diacritics.
"""

import random
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from benchmarks.corpus import File
from benchmarks.prose import sentence

TOPICS = (
    "quản lý đất đai", "phòng cháy chữa cháy", "bảo vệ rừng", "an toàn thực phẩm", "cấp nước sạch", "chuyển đổi số",
    "giao thông đường thủy", "đào tạo nghề", "cải cách hành chính", "bảo tồn di sản", "khám chữa bệnh", "thú y",
    "hòa giải cơ sở", "tiếp công dân", "thi hành án", "quốc phòng toàn dân", "cứu hộ cứu nạn", "quản lý cư trú",
    "đo đạc bản đồ", "nuôi trồng thủy sản", "bình đẳng giới", "trợ giúp pháp lý", "xuất bản sách", "thể dục thể thao",
    "khí tượng thủy văn", "dự trữ lương thực", "kiểm dịch động vật", "xóa mù chữ", "du lịch sinh thái", "bưu chính",
    "hộ tịch", "thống kê dân số", "đường sắt đô thị", "chiếu sáng công cộng", "vệ sinh lao động", "đê điều",
)  # fmt: skip
_BODIES = (
    ("Sở Nội vụ", "SNV"), ("Sở Y tế", "SYT"), ("Sở Tài chính", "STC"), ("Công an", "CA"), ("Văn phòng", "VP"),
    ("Ủy ban nhân dân", "UBND"), ("Thanh tra", "TTr"), ("Trung tâm Truyền thông", "TT-TT"),
)  # fmt: skip
_PLACES = (("Hòa Thử", "HT"), ("Đông Thử", "ĐT"), ("Bắc Thử", "BT"), ("Thủy Thử", "ThT"), ("Lạng Thử", "LT"))
_FAMILIES = ("Nguyễn", "Trần", "Đặng", "Hoàng", "Lý", "Phùng")
_MIDDLES = ("Văn", "Thị", "Đức", "Thúy", "Hữu")
_GIVEN = ("Hòa", "Đạt", "Lâm", "Tuấn", "Thủy", "Định", "Mẫu")
_TYPE, _FIELD = "quy-che-phoi-hop", "linh-vuc-chung"
_FIRST_DAY, _DAYS = date(2012, 1, 1), 4_000

SETTINGS = """\
title: Bản tin thử tìm kiếm
base_url: https://tim-kiem.example/
language: vi
timezone: Asia/Ho_Chi_Minh
search: full
"""
VOCABULARY = f"types:\n  {_TYPE}: Quy chế phối hợp\nfields:\n  {_FIELD}: Lĩnh vực chung\n"


@dataclass(frozen=True)
class Body:
    """A public body: its id, its name and its abbreviation."""

    id: str
    name: str
    short: str


@dataclass(frozen=True)
class Item:
    """An article with its topic in the title; other topics are ``mentioned`` in the text."""

    number: int
    topic: str
    mentioned: tuple[str, ...]
    parties: tuple[Body, ...]
    people: tuple[str, ...]
    signed: date

    @property
    def url(self) -> str:
        """The address of its page, relative to the root of the site."""
        return f"bai-viet/{self.signed.year}/bai-{self.number:03}/"

    @property
    def reference(self) -> str:
        """The number of its agreement."""
        return f"{self.number + 1:02}/QCPH-{'-'.join(body.short for body in self.parties)}"


@dataclass(frozen=True)
class Query:
    """A query. ``right`` are the addresses of all right results, ``first`` those that may come first."""

    kind: str
    text: str
    right: frozenset[str]
    first: frozenset[str]

    @property
    def marked(self) -> bool:
        """Whether it contains diacritics."""
        return self.text != bare(self.text)


def bare(text: str) -> str:
    """Removes the diacritics of ``text``, as readers type without a Vietnamese keyboard."""
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


BODIES = tuple(
    Body(f"co-quan-{number:02}", f"{body} tỉnh {place}", f"{short}-{of}" if short != "UBND" else f"UBND {of}")
    for number, ((body, short), (place, of)) in enumerate(product(_BODIES, _PLACES))
)


def items(count: int, seed: int = 1) -> tuple[Item, ...]:
    """Generates ``count`` articles, deterministically."""
    dice = random.Random(seed)
    names = [" ".join(parts) for parts in product(_FAMILIES, _MIDDLES, _GIVEN)]
    return tuple(
        Item(
            number=number,
            topic=dice.choice(TOPICS),
            mentioned=tuple(dice.sample(TOPICS, dice.randrange(3))),
            parties=tuple(dice.sample(BODIES, 2)),
            people=tuple(dice.sample(names, 2)),
            signed=_FIRST_DAY + timedelta(days=dice.randrange(_DAYS)),
        )
        for number in range(count)
    )


def files(made: Iterable[Item]) -> Iterator[File]:
    """Yields the files of a bulletin with these articles."""
    yield "content/site.yml", SETTINGS
    yield "content/vocabulary.yml", VOCABULARY
    yield from agency_files()
    for item in made:
        yield f"content/articles/{item.signed.year}/bai-{item.number:03}.md", _article(item)


def agency_files() -> Iterator[File]:
    """Yields the files of all bodies."""
    for body in BODIES:
        yield f"content/agencies/{body.id}.yml", f"name: {body.name}\nabbreviations: [{body.short}]\n"


def queries(made: Iterable[Item]) -> list[Query]:
    """Returns the queries for these articles, each with and without diacritics."""
    found = list(made)
    asked = [*_topics(found), *_bodies(found), *_people(found), *_numbers(found), *_days(found)]
    return [query for with_marks in asked if with_marks.right for query in _both(with_marks, found)]


def _article(item: Item) -> str:
    dice = random.Random(item.number)
    first, second = item.parties
    scattered = [word for topic in TOPICS if topic not in (item.topic, *item.mentioned) for word in topic.split()]
    sentences = [f"Hai bên phối hợp {topic} trên địa bàn." for topic in item.mentioned]
    # Syllables of other topics, out of order: an article with these alone is not a right result.
    sentences += [f"{sentence(dice, 9)} {' và '.join(dice.sample(scattered, 8))}." for _ in range(6)]
    dice.shuffle(sentences)
    signatories = ", ".join(
        f"{{name: {name}, party: {body.id}}}" for name, body in zip(item.people, item.parties, strict=True)
    )
    return f"""\
---
title: {first.name} và {second.name} ký quy chế về {item.topic}
published: {item.signed}
lead: Tin thử số {item.number}.
authors: [Máy]
agreement:
  type: {_TYPE}
  title: Quy chế phối hợp trong {item.topic}
  number: {item.reference}
  parties: [{first.id}, {second.id}]
  signatories: [{signatories}]
  signed_on: {item.signed}
  signed_at: Thử
  fields: [{_FIELD}]
  scope: provincial
  text_public: yes
---

{" ".join(sentences[:4])}

{" ".join(sentences[4:])}
"""


def _topics(made: list[Item]) -> Iterator[Query]:
    for topic in TOPICS:
        title = {item.url for item in made if item.topic == topic}
        mentioned = {item.url for item in made if topic in item.mentioned}
        yield Query("topic", topic, frozenset(title | mentioned), frozenset(title or mentioned))


def _bodies(made: list[Item]) -> Iterator[Query]:
    for body in BODIES[::2]:
        right = frozenset((*(item.url for item in made if body in item.parties), f"co-quan/{body.id}/"))
        yield Query("agency", body.name, right, right)
        yield Query("agency in short", body.short, right, right)


def _people(made: list[Item]) -> Iterator[Query]:
    for name in sorted({name for item in made for name in item.people})[::8]:
        right = frozenset(item.url for item in made if name in item.people)
        yield Query("person", name, right, right)


def _numbers(made: list[Item]) -> Iterator[Query]:
    for item in made[::20]:
        yield Query("number", item.reference, frozenset((item.url,)), frozenset((item.url,)))
        begun = item.reference.split("-")[0]
        right = frozenset(other.url for other in made if other.reference.startswith(f"{begun}-"))
        yield Query("number in part", begun, right, right)


def _days(made: list[Item]) -> Iterator[Query]:
    for item in made[7::25]:
        right = frozenset(other.url for other in made if other.signed == item.signed)
        day = item.signed
        yield Query("day", f"{day.day:02}/{day.month:02}/{day.year}", right, right)
        yield Query("day", f"{day.day}-{day.month}-{day.year}", right, right)


def _both(query: Query, made: list[Item]) -> Iterator[Query]:
    """Yields a query and its form without diacritics, for which results spelt alike are right as well."""
    yield query
    text = bare(query.text)
    if text == query.text:
        return
    alike = frozenset(item.url for item in made if _says(item, text)) | query.right
    yield Query(query.kind, text.lower(), alike, query.first if query.first != query.right else alike)


def _says(item: Item, text: str) -> bool:
    said = bare(" | ".join((item.topic, *item.mentioned, *item.people, *(body.name for body in item.parties))))
    return re.search(rf"\b{re.escape(text)}\b", said, re.IGNORECASE) is not None
