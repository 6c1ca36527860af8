"""Records for tests of the register's pages: made by hand, or by hypothesis."""

from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Article, Event, EventKind, FullText, Person, Review, Signatory
from bantin.domain.text.durations import Duration
from tests.index.contents import agreement, article, on, varied

_EFFECTIVE = (None, "2012-12-01", "2020", "2020-06", "2027-01-01")
_EXPIRES = (None, "2026-03-01", None, "2026-08", "2020-12-31", "2026")
_NAMES = ("Nguyễn Văn Ánh", "Nguyễn Văn Anh", "Lê Đức", "Trang", "Đỗ Ăn")
_REVIEWS = (None, Review(every=Duration(years=1)), Review(next=on("2025-12-01")), Review(next=on("2026-06-01")))
_TEXTS = (None, FullText(True), FullText(False, "Tài liệu nội bộ"))
_EVENTS = (
    (),
    (Event(EventKind.SUSPENDED, on("2020-07-01"), until=on("2020-12-31")),),
    (Event(EventKind.TERMINATED), Event(EventKind.AMENDED, on("2021-05"), "Điều 3", "Biên bản")),
    (Event(EventKind.EXTENDED, on("2020-08-01"), until=on("2027-01-01")),),
)


def record(name: str, *agencies: str, signed: str | None = None, **changes: Any) -> Article:
    """An article about an agreement; ``signed`` is its date of signing."""
    told = agreement(*agencies, id=name, signed_on=on(signed) if signed else None, **changes)
    return article(name, agreement=told)


def signed_by(*names: str, **changes: Any) -> tuple[Signatory, ...]:
    return tuple(Signatory(Person(name, **changes), "a") for name in names)


def _of_all_sorts(number: int) -> Article:
    """Article ``number``, whose agreement has more facts than its signing."""
    made = varied(number)
    if made.agreement is None:
        return made
    effective, expires = _EFFECTIVE[number % len(_EFFECTIVE)], _EXPIRES[number // 2 % len(_EXPIRES)]
    names = _NAMES[: number % 3], _NAMES[number % len(_NAMES) :][:1]
    told = replace(
        made.agreement,
        effective_on=on(effective) if effective else None,
        expires_on=on(expires) if expires else None,
        signatories=signed_by(*(name for part in names for name in part)),
        review=_REVIEWS[number // 3 % len(_REVIEWS)],
        full_text=_TEXTS[number // 2 % len(_TEXTS)],
        events=_EVENTS[number // 5 % len(_EVENTS)],
    )
    return replace(made, agreement=told)


_ALL = tuple(_of_all_sorts(number) for number in range(99))


def records(most: int = 12) -> st.SearchStrategy[list[Article]]:
    """Articles in files of their own, most of them about agreements of all kinds."""
    return st.lists(st.sampled_from(_ALL), max_size=most, unique_by=lambda one: one.path)
