"""Registers of any size for charts, with long and short names of agencies, some of which sign with many others."""

from collections.abc import Mapping
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from bantin.domain.model import Article, Succession
from bantin.index import Bulletin
from bantin.site.charts.layout import Ends
from tests.index.contents import agency, agreement, article, bulletin, on

_KINDS = (
    "Bộ Số {}",
    "Cục Số {}",
    "Công an tỉnh Số {}",
    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Số {}",
)
_DATES = ("2012-11-20", "2012", "1998", "2021-05", "XXXX-08-18", None)


def signed(*agencies: int, number: int = 0, date: str | None = "2012") -> Article:
    """An article about an agreement between the agencies with these numbers."""
    parties = [f"cq-{one:03}" for one in agencies]
    made = agreement(*parties, id=f"ban-ghi-{number}", signed_on=on(date) if date else None)
    return article(f"bai-{number}", agreement=made)


def corpus(agencies: int, *articles: Article, successors: Mapping[int, int] | None = None) -> Bulletin:
    """A bulletin with ``agencies`` agencies and these ``articles``; some agencies have ``successors`` among them."""
    after = {one: (Succession(f"cq-{other:03}", on("2015")),) for one, other in (successors or {}).items()}
    named = (
        agency(f"cq-{one:03}", _KINDS[one % len(_KINDS)].format(one), successors=after.get(one, ()))
        for one in range(agencies)
    )
    return bulletin(*named, *articles)


def busy(agencies: int, agreements: int, seed: int = 1) -> Bulletin:
    """A bulletin in which few agencies sign much and many sign little, generated deterministically."""
    chance = Random(seed)
    found = []
    for number in range(agreements):
        first = min(int(chance.expovariate(6 / agencies)), agencies - 1)
        others = {chance.randrange(agencies) for _ in range(chance.choice((1, 1, 1, 2)))} - {first}
        parties = (first, *sorted(others or {(first + 1) % agencies}))
        found.append(signed(*parties, number=number, date=chance.choice(_DATES)))
    return corpus(agencies, *found)


def registers(most_agencies: int = 8) -> st.SearchStrategy[Bulletin]:
    """Bulletins of a few agencies, any of which may have signed with any other."""

    def made(agencies: int) -> st.SearchStrategy[Bulletin]:
        parties = st.lists(st.integers(0, agencies - 1), min_size=2, max_size=3, unique=True)
        signings = st.lists(st.tuples(parties, st.sampled_from(_DATES)), max_size=12)
        return signings.map(
            lambda found: corpus(
                agencies, *(signed(*who, number=number, date=date) for number, (who, date) in enumerate(found))
            )
        )

    return st.integers(2, most_agencies).flatmap(made)


def graphs(most: int = 14) -> st.SearchStrategy[tuple[int, list[Ends]]]:
    """Graphs of a few nodes, as the number of nodes and the edges."""

    def edges(size: int) -> st.SearchStrategy[tuple[int, list[Ends]]]:
        pairs = list(combinations(range(size), 2))
        return st.tuples(st.just(size), st.lists(st.sampled_from(pairs), unique=True, max_size=20))

    return st.integers(2, most).flatmap(edges)
