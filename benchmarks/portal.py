"""A bulletin of 300 agreements as a country's public bodies sign them, to look at pages and to try searches on.

Names are as long, and as alike, as real ones; what became of the agreements is as varied. Ministries and their mergers
of 2025 are real; provinces, people, and all agreements are made up.
"""

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import yaml

from benchmarks.corpus import File, write_files
from benchmarks.prose import sentence

COUNT = 300
LAST_DAY = date(2025, 12, 20)
"""No agreement is signed later, and nothing is said of one that happens later, but for the ends of terms."""

_FIRST_DAY = date(2008, 1, 10)
_REFORM = date(2025, 3, 1)
_MERGED = {"btttt": "bkhcn", "bgtvt": "bxd", "bkhdt": "btc", "bldtbxh": "bnv", "btnmt": "bnnmt", "bnnptnt": "bnnmt"}

_MINISTRIES = (
    ("bca", "Bộ Công an", "BCA"), ("bqp", "Bộ Quốc phòng", "BQP"), ("byt", "Bộ Y tế", "BYT"),
    ("bgddt", "Bộ Giáo dục và Đào tạo", "BGDĐT"), ("bnv", "Bộ Nội vụ", "BNV"), ("btp", "Bộ Tư pháp", "BTP"),
    ("btc", "Bộ Tài chính", "BTC"), ("bct", "Bộ Công Thương", "BCT"), ("bxd", "Bộ Xây dựng", "BXD"),
    ("bkhcn", "Bộ Khoa học và Công nghệ", "BKHCN"), ("bnnmt", "Bộ Nông nghiệp và Môi trường", "BNNMT"),
    ("bvhttdl", "Bộ Văn hóa, Thể thao và Du lịch", "BVHTTDL"), ("bng", "Bộ Ngoại giao", "BNG"),
    ("ttcp", "Thanh tra Chính phủ", "TTCP"), ("vpqh", "Văn phòng Quốc hội", "VPQH"),
    ("tandtc", "Tòa án nhân dân tối cao", "TANDTC"), ("vksndtc", "Viện kiểm sát nhân dân tối cao", "VKSNDTC"),
    ("tldldvn", "Tổng Liên đoàn Lao động Việt Nam", "TLĐLĐVN"), ("nhnn", "Ngân hàng Nhà nước Việt Nam", "NHNN"),
    ("btttt", "Bộ Thông tin và Truyền thông", "BTTTT"), ("bgtvt", "Bộ Giao thông vận tải", "BGTVT"),
    ("bkhdt", "Bộ Kế hoạch và Đầu tư", "BKHĐT"), ("btnmt", "Bộ Tài nguyên và Môi trường", "BTNMT"),
    ("bldtbxh", "Bộ Lao động - Thương binh và Xã hội", "BLĐTBXH"),
    ("bnnptnt", "Bộ Nông nghiệp và Phát triển nông thôn", "BNNPTNT"),
)  # fmt: skip
_PROVINCES = (("an-lam", "An Lâm", "AL"), ("bac-hai", "Bắc Hải", "BH"), ("dong-ha-son", "Đông Hà Sơn", "ĐHS"),
              ("tan-phuoc", "Tân Phước", "TP"), ("yen-thuy", "Yên Thủy", "YT"))  # fmt: skip
_IN_PROVINCES = (
    ("ubnd", "Ủy ban nhân dân tỉnh {}", "UBND-{}"), ("ca", "Công an tỉnh {}", "CA-{}"),
    ("syt", "Sở Y tế tỉnh {}", "SYT-{}"), ("snnmt", "Sở Nông nghiệp và Môi trường tỉnh {}", "SNNMT-{}"),
    ("vp", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh {}", "VPĐĐBQH-{}"),
    ("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh {}", "MTTQ-{}"),
)  # fmt: skip
_TYPES = (
    ("quy-che-phoi-hop", "Quy chế phối hợp", "Coordination regulation", "QCPH"),
    ("chuong-trinh-phoi-hop", "Chương trình phối hợp", "Joint programme", "CTPH"),
    ("ke-hoach-phoi-hop", "Kế hoạch phối hợp", "Joint plan", "KHPH"),
    ("bien-ban-ghi-nho", "Biên bản ghi nhớ", "Memorandum of understanding", "BBGN"),
    ("thong-tu-lien-tich", "Nghị quyết liên tịch", "Joint resolution", "NQLT"),
)
_FIELDS = (
    ("an-ninh-trat-tu", "An ninh, trật tự"), ("y-te", "Y tế"), ("giao-duc", "Giáo dục và đào tạo"),
    ("dat-dai", "Quản lý đất đai"), ("moi-truong", "Bảo vệ môi trường"), ("lao-dong", "Lao động, việc làm"),
    ("chuyen-doi-so", "Chuyển đổi số"), ("phong-chay", "Phòng cháy, chữa cháy và cứu nạn, cứu hộ"),
    ("van-hoa", "Văn hóa, du lịch"), ("tai-chinh", "Tài chính, ngân sách"),
)  # fmt: skip
_SUBJECTS = {
    "an-ninh-trat-tu": (
        "công tác bảo đảm an ninh, trật tự tại các khu công nghiệp",
        "quản lý cư trú của người lao động",
        "phòng, chống tội phạm và vi phạm pháp luật trên không gian mạng",
        "công tác cảnh vệ",
    ),
    "y-te": (
        "bảo đảm an ninh, trật tự tại cơ sở khám bệnh, chữa bệnh",
        "phòng, chống dịch bệnh truyền nhiễm",
        "kết nối dữ liệu sổ sức khỏe điện tử",
        "bảo đảm an toàn thực phẩm",
    ),
    "giao-duc": (
        "phòng, chống bạo lực học đường",
        "giáo dục pháp luật về trật tự, an toàn giao thông cho học sinh",
        "quản lý học sinh, sinh viên nội trú",
    ),
    "dat-dai": (
        "giải quyết khiếu nại, tố cáo về đất đai",
        "cập nhật cơ sở dữ liệu quốc gia về đất đai",
        "đo đạc, lập bản đồ địa chính",
    ),
    "moi-truong": (
        "phòng, chống vi phạm pháp luật về bảo vệ môi trường",
        "quản lý chất thải nguy hại",
        "ứng phó sự cố tràn dầu trên biển",
    ),
    "lao-dong": (
        "quản lý người lao động nước ngoài",
        "giải quyết tranh chấp lao động và đình công",
        "phòng, chống mua bán người",
    ),
    "chuyen-doi-so": (
        "kết nối, chia sẻ dữ liệu dân cư",
        "bảo đảm an toàn thông tin mạng",
        "cung cấp dịch vụ công trực tuyến",
    ),
    "phong-chay": ("công tác phòng cháy, chữa cháy rừng", "cứu nạn, cứu hộ trên sông, trên biển"),
    "van-hoa": ("quản lý lễ hội", "bảo vệ di sản văn hóa", "bảo đảm an ninh, an toàn cho khách du lịch"),
    "tai-chinh": (
        "chống buôn lậu, gian lận thương mại và hàng giả",
        "quản lý tài sản công",
        "thu hồi nợ bảo hiểm xã hội, bảo hiểm y tế",
    ),
}
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
_MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Thanh", "Quốc", "Thị Thu")
_GIVEN = ("An", "Bình", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Nam", "Phương", "Sơn", "Tâm", "Yến")
_FATES = (
    *("open",) * 9, *("term",) * 4, "extended", "replaced", "replaced", "terminated", "ended in part", "suspended",
    "suspended in part", "amended", "reviewed", "rotating", "unknown",
)  # fmt: skip
_NOT_YET = 0.2
"""The share of the agreements of the last year that enter into force after it."""


@dataclass(frozen=True)
class Body:
    """A public body: its id, name and abbreviation, and whether it is one of a province."""

    id: str
    name: str
    short: str
    provincial: bool


@dataclass(frozen=True)
class Accord:
    """An agreement. ``fate`` is what became of it, ``before`` the number of the one that it replaces or amends."""

    number: int
    type: str
    field: str
    subject: str
    parties: tuple[Body, ...]
    people: tuple[str, ...]
    signed: date
    fate: str
    before: int | None = None
    after: int | None = None

    @property
    def id(self) -> str:
        """Its record id, which is the name of its file."""
        return f"{self.type}-{self.number:03}"

    @property
    def in_article(self) -> bool:
        """Whether it is part of an article; the others have files of their own, with their text."""
        return self.number % 3 > 0

    @property
    def published(self) -> date:
        """The day on which the news about it was published: at most two days after the signing."""
        return self.signed + timedelta(days=self.number % 3)

    @property
    def url(self) -> str:
        """The address of its page, relative to the root of the site."""
        folder, day = ("bai-viet", self.published) if self.in_article else ("van-ban", self.signed)
        return f"{folder}/{day.year}/{self.id}/"

    @property
    def kind(self) -> str:
        """The name of its type."""
        return next(name for one, name, _, _ in _TYPES if one == self.type)

    @property
    def title(self) -> str:
        """Its subject line."""
        verb = "sửa đổi, bổ sung Quy chế phối hợp trong" if self.fate == "amends" else "trong"
        return f"{self.kind} {verb} {self.subject} giữa {_joined([body.name for body in self.parties])}"

    @property
    def reference(self) -> str:
        """Its number."""
        code = next(code for one, _, _, code in _TYPES if one == self.type)
        return f"{self.number + 1:02}/{code}-{'-'.join(body.short for body in self.parties)}"


BODIES = (
    *(Body(*one, provincial=False) for one in _MINISTRIES),
    *(
        Body(f"{id_}-{place}", name.format(of), short.format(code), provincial=True)
        for place, of, code in _PROVINCES
        for id_, name, short in _IN_PROVINCES
    ),
)


def accords(count: int = COUNT, seed: int = 1) -> tuple[Accord, ...]:
    """Generates ``count`` agreements, deterministically, in the order of their days of signing."""
    dice = random.Random(seed)
    days = sorted(_FIRST_DAY + timedelta(days=dice.randrange((LAST_DAY - _FIRST_DAY).days)) for _ in range(count))
    made: list[Accord] = []
    waiting: list[int] = []
    for number, day in enumerate(days):
        # Every fourth one follows an older one that is to be replaced or amended, between the same parties.
        old = waiting.pop(0) if number % 4 == 3 and waiting and (day - made[waiting[0]].signed).days > 400 else None
        one = _first(number, day, dice) if old is None else _next(number, day, made[old], dice)
        if old is not None:
            made[old] = replace(made[old], after=number)
        elif one.fate in ("replaced", "amended"):
            waiting.append(number)
        made.append(one)
    # Nothing has followed the last ones yet.
    return tuple(replace(one, fate="open") if one.number in waiting else one for one in made)


def files(made: Sequence[Accord], search: str = "full") -> Iterator[File]:
    """Yields the files of a bulletin of these agreements; ``search`` is the scope of its search."""
    yield "content/site.yml", _yaml({**_SETTINGS, "search": search})
    yield "content/vocabulary.yml", _yaml(_vocabulary())
    yield "content/pages/gioi-thieu.md", "---\ntitle: Giới thiệu\n---\n\nBản tin này do máy tạo ra để thử.\n"
    for body in BODIES:
        yield f"content/agencies/{body.id}.yml", _yaml(_agency(body))
    for one in made:
        yield from _accord_files(one, made)


def _first(number: int, day: date, dice: random.Random) -> Accord:
    field = dice.choice(list(_SUBJECTS))
    return Accord(
        number=number,
        type=dice.choices(_TYPES, (6, 3, 2, 2, 1))[0][0],
        field=field,
        subject=dice.choice(_SUBJECTS[field]),
        parties=_parties(day, dice),
        people=tuple(_person(dice) for _ in range(4)),
        signed=day,
        fate="not yet" if day.year == LAST_DAY.year and dice.random() < _NOT_YET else dice.choice(_FATES),
    )


def _next(number: int, day: date, old: Accord, dice: random.Random) -> Accord:
    parties = tuple(dict.fromkeys(_today(body, day) for body in old.parties))
    fate = "replaces" if old.fate == "replaced" else "amends"
    people = tuple(_person(dice) for _ in range(4))
    return Accord(number, old.type, old.field, old.subject, parties, people, day, fate, before=old.number)


def _parties(day: date, dice: random.Random) -> tuple[Body, ...]:
    # The first ministries sign most, as in reality; a province signs within itself as often as with a ministry.
    ministries = [body for body in BODIES if not body.provincial]
    if dice.random() < 0.4:
        place = dice.choice(_PROVINCES)[0]
        local = [body for body in BODIES if body.provincial and body.id.endswith(f"-{place}")]
        chosen = dice.sample(local, dice.choice((2, 2, 3, 4)))
        if dice.random() < 0.3:
            chosen[0] = ministries[dice.randrange(3)]
    else:
        weights = [1 / (place + 2) for place in range(len(ministries))]
        chosen = dice.choices(ministries, weights, k=dice.choice((2, 2, 2, 3)))
    parties = tuple(dict.fromkeys(_today(body, day) for body in chosen))
    return parties if len(parties) > 1 else _parties(day, dice)


def _today(body: Body, day: date) -> Body:
    heir = _MERGED.get(body.id)
    return next(one for one in BODIES if one.id == heir) if heir and day >= _REFORM else body


def _person(dice: random.Random) -> str:
    return f"{dice.choice(_FAMILIES)} {dice.choice(_MIDDLES)} {dice.choice(_GIVEN)}"


def _joined(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} và {names[-1]}"


_SETTINGS = {
    "title": "Bản tin Thử nghiệm liên ngành",
    "base_url": "https://lien-nganh.example/",
    "language": "vi",
    "timezone": "Asia/Ho_Chi_Minh",
    "description": "Dữ liệu do máy tạo ra để thử: không văn bản nào trong đây có thật.",
    "contact": {"email": "bien-tap@lien-nganh.example", "phone": "024 0000 0000", "address": "Số 1, phố Thử, Hà Nội"},
    "sections": {"tin-tuc": "Tin tức - Sự kiện", "van-ban-moi": "Văn bản mới"},
    "menu": [{"to": f"/{one}/"} for one in ("chuyen-muc/tin-tuc", "van-ban", "co-quan", "linh-vuc", "luu-tru")],
}


def _vocabulary() -> dict[str, object]:
    return {
        "types": {one: {"vi": name, "en": english} for one, name, english, _ in _TYPES},
        "fields": {one: {"vi": name, "en": f"Field {one}"} for one, name in _FIELDS},
    }


def _agency(body: Body) -> dict[str, object]:
    heir = _MERGED.get(body.id)
    return {
        "name": body.name,
        "abbreviations": [body.short],
        "level": "provincial" if body.provincial else "central",
        "website": f"https://{body.id}.example/",
        "contact": {"phone": "024 0000 0001", "email": f"lien-he@{body.id}.example"},
        **({"successors": [{"agency": heir, "on": _REFORM}]} if heir else {}),
    }


def _accord_files(one: Accord, made: Sequence[Accord]) -> Iterator[File]:
    facts = _facts(one, made)
    dice = random.Random(one.number)
    names = _joined([body.name for body in one.parties])
    headline = f"{names} ký {one.kind} trong {one.subject}"
    news = {
        "title": headline[:1].upper() + headline[1:],
        "published": one.published,
        "lead": f"Các bên thống nhất nội dung, hình thức phối hợp và trách nhiệm trong {one.subject}.",
        "authors": [f"Ban Biên tập {one.number % 4}"],
        "section": dice.choice(("tin-tuc", "van-ban-moi")),
        "tags": [_FIELDS[[field for field, _ in _FIELDS].index(one.field)][1].replace(",", " và")],
    }
    said = "\n\n".join(" ".join(f"{sentence(dice, 22)}." for _ in range(4)) for _ in range(3))
    if one.in_article:
        yield f"content/articles/{one.published.year}/{one.id}.md", _page(news | {"agreement": facts}, said)
        return
    yield f"content/agreements/{one.id}.md", _page(facts, _text(one, dice))
    if one.number % 2:
        yield f"content/articles/{one.published.year}/tin-{one.number:03}.md", _page(news | {"about": [one.id]}, said)


def _facts(one: Accord, made: Sequence[Accord]) -> dict[str, object]:
    return {
        "type": one.type,
        "title": one.title,
        "number": one.reference,
        "parties": [body.id for body in one.parties],
        "signatories": [
            {"name": name, "position": f"Phó Thủ trưởng {body.name}", "party": body.id, "on_behalf": "KT"}
            for name, body in zip(one.people, one.parties, strict=False)
        ],
        "signed_on": one.signed,
        "fields": [one.field],
        "scope": "provincial" if all(body.provincial for body in one.parties) else "central",
        "text_public": {"no": "Văn bản lưu hành nội bộ"} if one.in_article else True,
        **_fate(one, made),
    }


def _fate(one: Accord, made: Sequence[Accord]) -> dict[str, object]:
    """What the facts say of ``fate``: when it entered into force, its term, its history and its relations."""
    force: dict[str, object] = {"effective_on": one.signed}
    if one.fate in ("replaces", "amends") and one.before is not None:
        return {**force, "relations": [{"kind": one.fate, "to": made[one.before].id}]}
    if one.fate == "replaced" and one.after is not None:
        after = made[one.after]
        return {**force, "events": [{"kind": "replaced", "on": after.signed, "by": after.reference}]}
    end = _years_after(one.signed, 5)
    held, ended = (min(day, LAST_DAY) for day in (_years_after(one.signed, 1), end))
    longer = {"kind": "extended", "on": end - timedelta(days=40), "until": _years_after(one.signed, 10)}
    facts: dict[str, dict[str, object]] = {
        "term": {"expires_on": end},
        "extended": {"expires_on": end} | ({"events": [longer]} if end <= LAST_DAY else {}),
        "terminated": {"events": [{"kind": "terminated", "on": ended, "note": "Hết nhiệm vụ"}]},
        "ended in part": {"events": [{"kind": "terminated", "on": ended, "part": "Điều 3"}]},
        "suspended": {"events": [{"kind": "suspended", "on": ended}]},
        "suspended in part": {"events": [{"kind": "suspended", "on": ended, "part": "Điều 4"}]},
        "reviewed": {"review": {"every": "P1Y"}, "events": [{"kind": "reviewed", "on": held}]},
        "rotating": {"review": {"every": "P1Y", "chair": "rotating"}},
        "unknown": {"effective_on": "unknown"},
        "not yet": {"effective_on": _years_after(LAST_DAY, 1)},
    }
    return force | facts.get(one.fate, {"expires_on": "indefinite"} if one.number % 2 else {})


def _years_after(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def _text(one: Accord, dice: random.Random) -> str:
    lines = ["Căn cứ chức năng, nhiệm vụ của các bên;"]
    for article, heading in enumerate(("Phạm vi điều chỉnh", "Nguyên tắc phối hợp", "Trách nhiệm", "Tổ chức"), start=1):
        lines += [f"Điều {article}. {heading}"]
        lines += [f"{clause}. {sentence(dice, 18)} về {one.subject}." for clause in range(1, dice.randrange(3, 6))]
    return "\n\n".join(lines)


def _page(front: Mapping[str, object], body: str) -> str:
    return f"---\n{_yaml(front)}---\n\n{body}\n"


def _yaml(value: Mapping[str, object]) -> str:
    return yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1_000)


class _Plain(yaml.SafeDumper):
    """Writes a value that occurs twice both times, as an editor does, instead of an anchor and an alias."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def main() -> None:
    """Writes the bulletin into a folder, to be built and looked at."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.portal", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write it")
    arguments = parser.parse_args()
    write_files(arguments.folder, files(accords()))


if __name__ == "__main__":
    main()
