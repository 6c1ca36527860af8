"""Contents in memory for tests of the stages after reading: made by hand, or by hypothesis."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import (
    Agency,
    Agreement,
    Article,
    Content,
    Label,
    Outline,
    Party,
    RecordFile,
    Site,
    StaticPage,
    Term,
    Vocabulary,
)
from bantin.domain.text.dates import Edtf, Moment
from bantin.index import Bulletin, index
from tests.conftest import examples

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = date(2026, 1, 1)
NOW = datetime(2026, 1, 1, 23, 59, 59, tzinfo=ZONE)
"""The last second of ``TODAY``."""

TYPES = (Term("quy-che", Label("Quy chế", "Regulation")), Term("ke-hoach", Label("Kế hoạch", "Plan")))
FIELDS = (Term("an-ninh", Label("An ninh", "Security")), Term("y-te", Label("Y tế", "Health")))
SECTIONS = (Term("tin", Label("Tin", "News")), Term("thong-bao", Label("Thông báo", "Notices")))
AGENCY_IDS = ("a", "b", "c", "d")
SITE = Site(
    title="Bản tin", base_url="https://bantin.example/", language="vi", timezone=ZONE, sections=SECTIONS, page_size=2
)

quick = settings(deadline=None, max_examples=examples(40))
"""Settings for properties of whole bulletins, which are slow to generate."""


def on(text: str) -> Edtf:
    return Edtf.parse(text)


def when(text: str) -> Moment:
    return Moment.parse(text, ZONE)


def agency(agency_id: str, name: str = "", **changes: Any) -> Agency:
    label = Label(name or f"Cơ quan {agency_id.upper()}")
    return replace(Agency(agency_id, f"content/agencies/{agency_id}.yml", label), **changes)


def agreement(*agencies: str, **changes: Any) -> Agreement:
    parties = tuple(Party(one) for one in agencies or ("a", "b"))
    return replace(Agreement(id="ban-ghi", type="quy-che", parties=parties, fields=("an-ninh",)), **changes)


def article(name: str = "bai", year: int | None = 2020, **changes: Any) -> Article:
    """An article with a file of its own."""
    path = f"content/articles/{year or 'undated'}/{name}.md"
    return replace(Article(path, name, year, f"Bài {name}", Outline(), digest=path, meta_digest=path), **changes)


def record(record_id: str, **changes: Any) -> RecordFile:
    """A record in a file of its own."""
    path = f"content/agreements/{record_id}.md"
    facts = agreement(id=record_id, signed_on=on("2015-03-10"), title=f"Bản {record_id}")
    return replace(RecordFile(path, facts, digest=path, meta_digest=path), **changes)


def page(name: str = "gioi-thieu", **changes: Any) -> StaticPage:
    path = f"content/pages/{name}.md"
    return replace(StaticPage(path, name, f"Trang {name}", Outline(), digest=path), **changes)


Item = Article | RecordFile | StaticPage | Agency


def content(*items: Item, site: Site = SITE, files: tuple[str, ...] = ()) -> Content:
    """The content of ``items``; the agencies are ``a`` to ``d`` unless some are given."""
    agencies = tuple(item for item in items if isinstance(item, Agency))
    return Content(
        site=site,
        vocabulary=Vocabulary(TYPES, FIELDS),
        agencies=agencies or tuple(agency(one) for one in AGENCY_IDS),
        articles=tuple(item for item in items if isinstance(item, Article)),
        pages=tuple(item for item in items if isinstance(item, StaticPage)),
        files=frozenset({*(item.path for item in items), *files}),
        broken=frozenset(),
        orphans=(),
        records=tuple(item for item in items if isinstance(item, RecordFile)),
    )


def bulletin(*items: Item, site: Site = SITE, drafts: bool = False) -> Bulletin:
    return index(content(*items, site=site), NOW, drafts=drafts)


def edtf_dates() -> st.SearchStrategy[Edtf]:
    """A few dates, known in full or in part, so that many articles share a period and some share a day."""
    years, months, days = st.integers(2019, 2021), st.integers(1, 2), st.integers(1, 3)
    return st.one_of(
        st.builds(Edtf, years, months, days),
        st.builds(Edtf, years, months),
        st.builds(Edtf, years),
        st.builds(Edtf, st.none(), months, days),
        st.builds(Edtf, years, st.none(), days),
    )


def moments() -> st.SearchStrategy[Moment]:
    instants = st.datetimes(datetime(2019, 1, 1), datetime(2021, 12, 31), timezones=st.just(UTC))
    timed = instants.map(lambda instant: instant.astimezone(ZONE))
    return st.one_of(edtf_dates().map(Moment), timed.map(lambda instant: Moment(Edtf.of(instant.date()), instant)))


_PUBLISHED = (
    None, "2020-05-06", "2020-05-06T08:00+07:00", "2020-05", "2020", "2019-12-31T23:00+00:00", "XXXX-05-06",
    "2021-01-01", "2020-XX-06", "2020-05-06T08:30+07:00", "2019",
)  # fmt: skip
_SIGNED = (None, "2020-05-05", "2020-05", "2020", "XXXX-08-18", "2012-11-20")
_PARTIES = (("a", "b"), (), ("a", "c"), ("b", "c", "d"), (), ("c", "d"), ("d", "a"))
_FIELDS = (("an-ninh",), ("y-te",), ("y-te", "an-ninh"))
_TAGS = ((), ("Biển",), ("bien", "Rừng"), ("Biển", "bien"))
_TITLES = ("Ánh", "ánh", "Anh", "Đà", "Da", "Ảnh", "anh", "Ăn")


def varied(number: int) -> Article:
    """Article ``number``: articles differ in which facts they have, and in the facts."""
    published = when(text) if (text := _PUBLISHED[number % len(_PUBLISHED)]) else None
    signed = on(text) if (text := _SIGNED[number % len(_SIGNED)]) else None
    expired = number % 10 == 7
    # The record of an expired article would stay, in none of the lists of articles.
    parties = () if expired else _PARTIES[number % len(_PARTIES)]
    signing = agreement(
        *parties,
        id=f"bai-{number}",
        type=TYPES[number // 3 % len(TYPES)].id,
        fields=_FIELDS[number // 2 % len(_FIELDS)],
        signed_on=signed,
    )
    return article(
        f"bai-{number}",
        published.day.year if published else None,
        title=_TITLES[number % len(_TITLES)],
        published=published,
        agreement=signing if parties else None,
        section=(None, "tin", "thong-bao")[number // 5 % 3],
        tags=_TAGS[number // 2 % len(_TAGS)],
        draft=number % 10 == 3,
        expires=when("2025") if expired else None,
    )


_ALL = tuple(varied(number) for number in range(99))
_SHOWN = tuple(one for one in _ALL if not one.draft and not one.expires)


def articles(most: int = 12, *, hidden: bool = True) -> st.SearchStrategy[list[Article]]:
    """Articles of all kinds, in files of their own; if ``hidden`` is true, some are not to be published."""
    pool = _ALL if hidden else _SHOWN
    return st.lists(st.sampled_from(pool), max_size=most, unique_by=lambda one: one.path)
