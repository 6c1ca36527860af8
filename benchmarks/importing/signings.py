"""Signings for made sources to tell of: the same for the same seed. The people are invented."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from benchmarks.corpus import File
from benchmarks.relevance import TOPICS

TYPES = ("Quy chế phối hợp", "Kế hoạch phối hợp", "Chương trình phối hợp", "Biên bản ghi nhớ")
PROVINCES = ("Lào Cai", "Hà Giang", "Nghệ An", "Cà Mau", "Đắk Lắk", "Quảng Trị", "Bến Tre", "Thái Bình")
_FIELDS = TOPICS[:12]
_RANKS = ("Trung tá", "Thượng tá", "Đại tá", "Thiếu tướng")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Hoàng", "Vũ", "Bùi", "Ngô", "Lý", "Giàng", "Huỳnh")
_MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Hữu", "Thanh", "Quốc", "Ngọc")
_GIVEN = ("Mốc", "Sương", "Suối", "Đồi", "Bụi", "Triều", "Khe", "Mận", "Sấm", "Chớp", "Lúa", "Gió", "Mây")
_FIRST_DAY, _DAYS = date(2008, 1, 3), 5_500
_SUBJECTS = (
    "trong công tác {}", "về {}", "trong lĩnh vực {}", "về việc tăng cường {}", "trong {} giai đoạn 2021 - 2025",
    "bảo đảm an ninh, trật tự trong lĩnh vực {}", "trong quản lý nhà nước về {}",
)  # fmt: skip
_WAYS = ("kể từ ngày ký", "từ ngày ký", "kể từ ngày ký kết")


class Office(Struct, frozen=True):
    """A kind of agency: its name without the place, its abbreviation, who heads it, and who stands in."""

    name: str
    short: str
    head: str
    deputy: str
    ranked: bool = False


_OFFICES = (
    Office("Công an", "CAT", "Giám đốc", "Phó Giám đốc", ranked=True),
    Office("Sở Y tế", "SYT", "Giám đốc", "Phó Giám đốc"),
    Office("Sở Giáo dục và Đào tạo", "SGDĐT", "Giám đốc", "Phó Giám đốc"),
    Office("Ban Dân tộc", "BDT", "Trưởng ban", "Phó Trưởng ban"),
    Office("Hội Nông dân", "HND", "Chủ tịch", "Phó Chủ tịch"),
    Office("Hội Liên hiệp Phụ nữ", "HPN", "Chủ tịch", "Phó Chủ tịch"),
    Office("Liên đoàn Lao động", "LĐLĐ", "Chủ tịch", "Phó Chủ tịch"),
    Office("Viện kiểm sát nhân dân", "VKS", "Viện trưởng", "Phó Viện trưởng"),
    Office("Bảo hiểm xã hội", "BHXH", "Giám đốc", "Phó Giám đốc"),
    Office("Văn phòng Ủy ban nhân dân", "VPUBND", "Chánh Văn phòng", "Phó Chánh Văn phòng"),
)
_CENTRAL = (
    Office("Bộ Công an", "BCA", "Bộ trưởng", "Thứ trưởng", ranked=True),
    Office("Bộ Y tế", "BYT", "Bộ trưởng", "Thứ trưởng"),
    Office("Bộ Giáo dục và Đào tạo", "BGDĐT", "Bộ trưởng", "Thứ trưởng"),
    Office("Văn phòng Quốc hội", "VPQH", "Chủ nhiệm", "Phó Chủ nhiệm"),
    Office("Tổng cục Thống kê", "TCTK", "Tổng cục trưởng", "Phó Tổng cục trưởng"),
)
PEOPLES_COMMITTEE = Office("Ủy ban nhân dân", "UBND", "Chủ tịch", "Phó Chủ tịch")


class Party(Struct, frozen=True):
    """An agency that signs, and who signs for it; ``deputy`` if that is not its head."""

    agency: str
    short: str
    person: str
    rank: str
    post: str
    head: str
    deputy: bool


class Signing(Struct, frozen=True):
    """A signing and the agreement. ``in_force`` are words or a day; ``until`` is a day, ``years`` count from the day.

    ``older`` is the day of an agreement that this one replaces.
    """

    type: str
    topic: str
    subject: str
    number: str
    parties: tuple[Party, ...]
    day: date
    place: str
    clauses: int
    in_force: str | date = ""
    years: int = 0
    until: date | None = None
    rotating: bool = False
    reviewed: bool = False
    older: date | None = None

    @property
    def title(self) -> str:
        """The type with what the agreement is about."""
        return f"{self.type} {self.subject}"

    @property
    def replaced(self) -> str:
        """The number of the agreement that this one replaces; empty for none."""
        return f"7{self.number}" if self.older else ""


def signings(count: int, parties: int = 2, seed: int = 1, *, office: Office | None = None) -> Iterator[Signing]:
    """Yields ``count`` signings of so many ``parties``; those of one ``office`` are of several provinces."""
    dice = random.Random(seed)
    for number in range(count):
        yield _signing(number, parties, office, dice)


def _signing(number: int, count: int, office: Office | None, dice: random.Random) -> Signing:
    made = _parties(count, office, dice)
    day = _FIRST_DAY + timedelta(days=dice.randrange(_DAYS))
    years, until = dice.choice(((0, None), (3, None), (5, None), (0, date(day.year + 4, 12, 31))))
    kind, topic = dice.choice(TYPES), dice.choice(TOPICS)
    short = "-".join(party.short for party in made)
    return Signing(
        type=kind,
        topic=topic,
        subject=dice.choice(_SUBJECTS).format(topic),
        number=f"{number + 1:02}/{_initials(kind)}-{short}",
        parties=made,
        day=day,
        place=_place(made),
        clauses=dice.randint(3, 8),
        in_force=dice.choice((*_WAYS, day + timedelta(days=dice.randrange(10, 60)), "")),
        years=years,
        until=until,
        reviewed=dice.random() < 0.7,
        rotating=dice.random() < 0.5,
        older=day - timedelta(days=dice.randrange(400, 3_000)) if dice.random() < 0.3 else None,
    )


def _initials(kind: str) -> str:
    return "".join(word[0] for word in kind.split()).upper()


def _parties(count: int, office: Office | None, dice: random.Random) -> tuple[Party, ...]:
    names = dice.sample([f"{a} {b} {c}" for a in _FAMILIES for b in _MIDDLES for c in _GIVEN], count)
    if office:
        places = dice.sample(PROVINCES, count)
        return tuple(_party(office, place, name, dice) for place, name in zip(places, names, strict=True))
    if dice.random() < 0.3:
        offices = dice.sample(_CENTRAL, count)
        return tuple(_party(one, "", name, dice) for one, name in zip(offices, names, strict=True))
    place = dice.choice(PROVINCES)
    offices = dice.sample(_OFFICES, count)
    return tuple(_party(one, place, name, dice) for one, name in zip(offices, names, strict=True))


def _party(office: Office, province: str, person: str, dice: random.Random) -> Party:
    deputy = dice.random() < 0.4
    return Party(
        agency=f"{office.name} tỉnh {province}" if province else office.name,
        short=office.short,
        person=person,
        rank=dice.choice(_RANKS) if office.ranked else "",
        post=office.deputy if deputy else office.head,
        head=office.head,
        deputy=deputy,
    )


def _place(parties: tuple[Party, ...]) -> str:
    return next((one for one in PROVINCES if parties[0].agency.endswith(one)), "Hà Nội")


def bulletin() -> Iterator[File]:
    """Yields the files of a bulletin that knows some of the agencies, types and fields."""
    yield "content/site.yml", _SITE
    fields = "".join(f"  linh-vuc-{number}: {topic.capitalize()}\n" for number, topic in enumerate(_FIELDS))
    yield (
        "content/vocabulary.yml",
        f"types:\n  quy-che: Quy chế phối hợp\n  ke-hoach: Kế hoạch phối hợp\nfields:\n{fields}",
    )
    for number, office in enumerate(_CENTRAL):
        yield f"content/agencies/trung-uong-{number}.yml", f"name: {office.name}\nlevel: central\n"
    for number, office in enumerate(_OFFICES[:5]):
        for place in PROVINCES[:4]:
            name = f"{office.name} tỉnh {place}"
            yield f"content/agencies/dia-phuong-{number}-{PROVINCES.index(place)}.yml", f"name: {name}\n"


def fields_of(topic: str) -> tuple[str, ...]:
    """The fields of the bulletin that a title with this topic names."""
    return (topic.capitalize(),) if topic in _FIELDS else ()


_SITE = """\
title: Bản tin thử nhập tài liệu
base_url: https://nhap.example/
language: vi
timezone: Asia/Ho_Chi_Minh
search: off
"""
