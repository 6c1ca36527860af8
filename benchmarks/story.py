"""The articles of a synthetic bulletin, independent of the formats of tools."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone

from benchmarks.prose import body, sentence

TYPES = ("quy-che-phoi-hop", "bien-ban-ghi-nho", "ke-hoach-phoi-hop", "chuong-trinh-phoi-hop", "nghi-quyet-lien-tich")
FIELDS = (
    "an-ninh",
    "dau-tu",
    "giao-duc",
    "giao-thong",
    "khoa-hoc",
    "lao-dong",
    "moi-truong",
    "quan-ly-dat-dai",
    "van-hoa",
    "y-te",
)
SECTIONS = ("tin-tuc", "van-ban")

_FIRST_DAY = date(2015, 1, 1)
_DAYS = 3653
_ZONE = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Agreement:
    """The agreement that an article is about. ``parties`` are numbers of agencies.

    It is in force from the day ``effective``, if that is known, to the end of the day ``expires``, if there is one.
    """

    type: str
    subject: str
    parties: tuple[int, ...]
    signatories: tuple[str, ...]
    signed: date
    field: str
    place: str = "Hà Nội"
    effective: date | None = None
    expires: date | None = None


@dataclass(frozen=True)
class Story:
    """An article, most often about an agreement; ``body`` is Markdown."""

    number: int
    published: datetime
    title: str
    lead: str
    author: str
    section: str
    topics: tuple[str, ...]
    agreement: Agreement | None
    body: str

    @property
    def slug(self) -> str:
        """The last segment of its address, and the name of its file."""
        return f"bai-so-{self.number:06}"

    @property
    def page(self) -> str:
        """The path of its page in the output; all tools are configured to use the same addresses."""
        return f"bai-viet/{self.published.year}/{self.slug}/index.html"

    @property
    def reference(self) -> str:
        """The number of the agreement, in the form that agencies use."""
        return f"{self.number:05}/QCPH"


def make_story(number: int, agencies: int, size: int, seed: int) -> Story:
    """Generates article ``number``, deterministically, about an agreement of two or three agencies."""
    dice = random.Random(f"{seed}/{number}")
    day = _FIRST_DAY + timedelta(days=dice.randrange(_DAYS))
    parties = _parties(dice, agencies)
    effective, expires = _term(day, random.Random(f"{seed}/{number}/term"))
    return Story(
        number=number,
        published=_at(day, dice),
        title=f"{sentence(dice, dice.randrange(8, 14))} (số {number})",
        lead=f"{sentence(dice, dice.randrange(25, 40))}.",
        author=f"Người viết {dice.randrange(40)}",
        section=dice.choice(SECTIONS),
        topics=tuple(f"chủ đề {topic}" for topic in sorted(dice.sample(range(60), 2))),
        agreement=Agreement(
            type=dice.choice(TYPES),
            subject=f"Quy chế phối hợp về {sentence(dice, 8).lower()}",
            parties=parties,
            signatories=tuple(f"Người ký {dice.randrange(500)}" for _ in parties),
            signed=day - timedelta(days=dice.randrange(3)),
            field=dice.choice(FIELDS),
            effective=effective,
            expires=expires,
        ),
        body=body(dice, round(size * dice.uniform(0.5, 1.3))),
    )


def make_newest_story(number: int, agencies: int, size: int, seed: int) -> Story:
    """Generates article ``number``, but newer than any from :func:`make_story`."""
    story = make_story(number, agencies, size, seed)
    return replace(story, published=datetime(2025, 6, 1, 8, tzinfo=_ZONE) + timedelta(hours=number))


def agency_id(number: int) -> str:
    """Returns the identifier of an agency."""
    return f"co-quan-{number:03}"


def agency_name(number: int) -> str:
    """Returns the name of an agency."""
    return f"Cơ quan thử số {number}"


def label(identifier: str) -> str:
    """Returns the label of a type, a field or a section."""
    return f"Mục {identifier}"


def _parties(dice: random.Random, agencies: int) -> tuple[int, ...]:
    """Draws agencies unevenly: some sign far more often than others."""
    wanted = min(agencies, 2 if dice.random() < 0.9 else 3)
    chosen: dict[int, None] = {}
    while len(chosen) < wanted:
        chosen[int(agencies * dice.random() ** 2)] = None
    return tuple(chosen)


def _term(day: date, dice: random.Random) -> tuple[date | None, date | None]:
    """Draws the term of an agreement that was signed by ``day``; of a third, it is not known.

    Half of the others end, after five or ten years, on the last day of a year: a night in between turns no status.
    """
    if dice.random() < 1 / 3:
        return None, None
    return day, date(day.year + dice.choice((5, 10)), 12, 31) if dice.random() < 0.5 else None


def _at(day: date, dice: random.Random) -> datetime:
    return datetime(day.year, day.month, day.day, dice.randrange(7, 22), dice.randrange(60), tzinfo=_ZONE)
