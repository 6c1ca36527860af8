"""Natural questions to the search, on the bulletin of ``benchmarks/portal.py``, with the pages that answer them.

They are asked as people ask: by the name of a body, of two bodies, by a number, a title, or with the words for a
status, a year or a type; some without marks, and some with abbreviations.
"""

from collections.abc import Iterator, Sequence

from benchmarks.portal import BODIES, Accord, Body
from benchmarks.relevance import Query, bare

_NAMED = ("{}", "{}?", "văn bản của {}", "{} đã ký với ai")
_PAIRED = ("{} ký với {}", "{} và {}", "quy chế giữa {} và {}", "{} ký kết với {}", "giữa {} và {}")


def questions(made: Sequence[Accord]) -> list[Query]:
    """Returns the questions; each is asked once, every third one without marks."""
    asked = [*_bodies(), *_pairs(made), *_only(made), *_records(made), *_narrowed(made), *_lists()]
    return [
        Query(one.kind, bare(one.text).lower() if number % 3 == 2 else one.text, one.right, one.first)
        for number, one in enumerate(asked)
    ]


def _query(kind: str, text: str, *right: str) -> Query:
    return Query(kind, text, frozenset(right), frozenset(right))


def _bodies() -> Iterator[Query]:
    for number, body in enumerate(BODIES[::3]):
        yield _query("agency", _NAMED[number % len(_NAMED)].format(body.name), f"co-quan/{body.id}/")
        yield _query("agency in short", body.short, f"co-quan/{body.id}/")
    for body in BODIES:
        if body.id.startswith("ubnd-"):
            place = body.name.removeprefix("Ủy ban nhân dân tỉnh ")
            yield _query("agency in short", f"UBND {place}", f"co-quan/{body.id}/")
            yield _query("agency in short", f"UBND tỉnh {place}", f"co-quan/{body.id}/")


def _pairs(made: Sequence[Accord]) -> Iterator[Query]:
    several = [pair for pair in _all_pairs(made) if len(_signed(made, *pair)) > 1]
    for number, (one, other) in enumerate(several[::7]):
        first, second = sorted((one.id, other.id))
        way = _PAIRED[number % len(_PAIRED)]
        names = (one.short, other.short) if number % 4 == 3 else (one.name, other.name)
        yield _query("two agencies", way.format(*names), f"co-quan/{first}/voi/{second}/")


def _only(made: Sequence[Accord]) -> Iterator[Query]:
    single = [pair for pair in _all_pairs(made) if len(_signed(made, *pair)) == 1]
    for number, (one, other) in enumerate(single[::9]):
        (only,) = _signed(made, one, other)
        yield _query("two agencies, one agreement", _PAIRED[number % 2].format(one.name, other.name), only.url)


def _records(made: Sequence[Accord]) -> Iterator[Query]:
    for one in made[::33]:
        yield _query("number", one.reference, one.url)
        yield _query("number", f"văn bản số {one.reference}", one.url)
        yield _query("title", one.title, *(other.url for other in made if other.title == one.title))


def _narrowed(made: Sequence[Accord]) -> Iterator[Query]:
    """Subjects of agreements, narrowed by what is known of these: right are all that have both."""
    for one in made[5::29]:
        alike = [other for other in made if other.subject == one.subject]
        year, party = one.signed.year, one.parties[0]
        yield _found("subject and year", f"{one.subject} năm {year}", [o for o in alike if o.signed.year == year])
        yield _found("subject and type", f"{one.kind} về {one.subject}", [o for o in alike if o.kind == one.kind])
        text = f"{party.name} ký về {one.subject}"
        yield _found("subject and agency", text, [o for o in alike if party in o.parties])
    replaced = [one for one in made if one.after and one.fate == "replaced"]
    for one in replaced[::4]:
        right = [other for other in replaced if other.subject == one.subject]
        yield _found("subject and status", f"{one.subject} đã bị thay thế", right)


def _found(kind: str, text: str, right: Sequence[Accord]) -> Query:
    return _query(kind, text, *(url for one in right for url in _told(one)))


def _told(one: Accord) -> Iterator[str]:
    """The pages of an agreement: its own, and the news about it."""
    yield one.url
    if not one.in_article and one.number % 2:
        yield f"bai-viet/{one.published.year}/tin-{one.number:03}/"


def _lists() -> Iterator[Query]:
    yield _query("list", "còn hiệu lực", "van-ban/tinh-trang/con-hieu-luc/")
    yield _query("list", "những văn bản còn hiệu lực", "van-ban/tinh-trang/con-hieu-luc/")
    yield _query("list", "hết hiệu lực", "van-ban/tinh-trang/het-hieu-luc-toan-bo/")
    yield _query("list", "văn bản nào sắp hết hạn?", "van-ban/sap-den-han/")
    yield _query("list", "sắp hết hiệu lực", "van-ban/sap-den-han/")
    yield _query("list", "văn bản ký năm 2021", "van-ban/nam/2021/")
    yield _query("list", "năm 2019", "van-ban/nam/2019/")
    yield _query("list", "Biên bản ghi nhớ", "van-ban/loai/bien-ban-ghi-nho/")


def _all_pairs(made: Sequence[Accord]) -> list[tuple[Body, Body]]:
    """The pairs of bodies that have signed together, in the order in which they first did."""
    found = ((one, other) for accord in made for one in accord.parties for other in accord.parties if one.id < other.id)
    return list(dict.fromkeys(found))


def _signed(made: Sequence[Accord], one: Body, other: Body) -> list[Accord]:
    return [accord for accord in made if one in accord.parties and other in accord.parties]
