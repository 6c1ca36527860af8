"""Both stores count like a plain list of all hits in memory, with any clock and any number of restarts."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bantin.counter.calendar import Calendar
from bantin.counter.hit import IDLE_SECONDS, ONLINE_SECONDS, Day, Figures, Hit, Start
from bantin.counter.sqlite import SqliteStore
from bantin.counter.store import Store
from tests.conftest import examples
from tests.counter.counters import HANOI, NOON, at
from tests.counter.redises import redis_server

HAVANA = Calendar(ZoneInfo("America/Havana"), week_start=6)
START = Start(264_994, date(2026, 11, 25))
PAGES = ("/", "/a/", "/bài/")
MIDNIGHT = at("2026-11-26T00:00:00")

Open = Callable[[Calendar], Store]


class Memory:
    """The expected counts, computed in the simplest way, without groups, sums or deletions."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.days: dict[date, Day] = {}
        self.pages: Counter[str] = Counter()
        self.last: dict[tuple[date, int], int] = {}
        self.online: dict[tuple[date, int], int] = {}

    def count(self, hits: list[Hit]) -> None:
        last_day = max(self.days, default=date.min)
        for hit in sorted(hits, key=lambda hit: max(last_day, self.calendar.day(hit.at))):
            self.count_one(hit, max(last_day, self.calendar.day(hit.at)))

    def count_one(self, hit: Hit, day: date) -> None:
        counts = self.days.get(day, Day())
        if hit.bot:
            self.days[day] = counts + Day(0, 0, 1)
            return
        visits = 0
        if hit.visitor is not None:
            last = self.last.get((day, hit.visitor))
            visits = int(last is None or hit.at - last >= IDLE_SECONDS)
            self.last[day, hit.visitor] = max(hit.at, last or 0)
            own = self.calendar.day(hit.at)
            for online_day, visitor in ((own, hit.visitor), (self.calendar.before(own), hit.before)):
                if visitor is not None:
                    self.online[online_day, visitor] = max(hit.at, self.online.get((online_day, visitor), 0))
        self.days[day] = counts + Day(1, visits, 0)
        self.pages[hit.page] += 1

    def figures(self, now: int) -> Figures:
        today = max([self.calendar.day(now), *self.days])
        first = self.calendar.day(now - ONLINE_SECONDS)
        online = sum(day == first and last > now - ONLINE_SECONDS for (day, _), last in self.online.items())

        def visits(begin: date) -> int:
            return sum(counts.visits for day, counts in self.days.items() if day >= begin)

        return Figures(
            online,
            visits(today),
            visits(self.calendar.week(today)),
            visits(self.calendar.month(today)),
            START.total + visits(START.on or date.min),
        )


@contextmanager
def sqlite(folder: Path) -> Iterator[Open]:
    yield lambda calendar: SqliteStore(folder / "counter.db", calendar, START)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with redis_server(tmp_path_factory.mktemp("r")) as address:
        yield address


@st.composite
def steps(draw: st.DrawFn, calendar: Calendar) -> list[tuple[int, list[Hit]]]:
    """Groups of hits, and the time at which each is counted; the clock may step back, and midnight is near."""
    now = draw(st.sampled_from([NOON, MIDNIGHT - 400, at("2026-11-30T23:58:00"), at("2026-12-31T23:58:00")]))
    made = []
    for _ in range(draw(st.integers(1, 6))):
        now += draw(st.sampled_from([0, 1, 10, 150, 290, 310, 1799, 1800, 7200, 86_400, -1, -600]))
        turning = now < calendar.begin(calendar.day(now)) + ONLINE_SECONDS
        hits = []
        for _ in range(draw(st.integers(1, 6))):
            visitor = draw(st.none() | st.integers(-3, 3))
            before = visitor + 2**62 if visitor is not None and turning else None
            page, bot = draw(st.sampled_from(PAGES)), draw(st.sampled_from([False, False, True]))
            hits.append(Hit(now + draw(st.integers(0, 2)), page, visitor, before, bot))
        made.append((now + 2, hits))
    return made


def check(opened: Open, calendar: Calendar, groups: list[tuple[int, list[Hit]]], restarts: list[bool]) -> None:
    """Counts ``groups`` and compares after each.

    After a restart or a clock that was put back, ``online`` is unknown.
    """
    memory, store = Memory(calendar), opened(calendar)
    knows_online, latest = True, 0
    try:
        for (now, hits), restarting in zip(groups, restarts, strict=False):
            if restarting:
                store.close()
                store = opened(calendar)
                knows_online = False
            knows_online &= now >= latest
            latest = max(now, latest)
            store.count(hits)
            memory.count(hits)
            expected, found = memory.figures(now), store.figures(now)
            assert (found.today, found.week, found.month, found.total) == (
                expected.today, expected.week, expected.month, expected.total,
            )  # fmt: skip
            assert found.online == expected.online or not knows_online
            assert dict(store.days()) == memory.days
            assert dict(store.pages(PAGES)) == {page: memory.pages[page] for page in PAGES}
    finally:
        store.close()


RESTARTS = st.lists(st.sampled_from([False, False, True]), min_size=6, max_size=6)
# Redis syncs after each group, so fewer examples fit into the time.
FAST = settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SLOW = settings(FAST, max_examples=examples(30))


@FAST
@given(st.data(), st.sampled_from([HANOI, HAVANA]), RESTARTS)
def test_sqlite_counts_as_plain_memory_does(data: st.DataObject, calendar: Calendar, restarts: list[bool]) -> None:
    with tempfile.TemporaryDirectory() as folder, sqlite(Path(folder)) as opened:
        check(opened, calendar, data.draw(steps(calendar)), restarts)


@SLOW
@given(st.data(), st.sampled_from([HANOI, HAVANA]), RESTARTS)
def test_redis_counts_as_plain_memory_does(
    server: str, data: st.DataObject, calendar: Calendar, restarts: list[bool]
) -> None:
    from redis import Redis

    from bantin.counter.redis import RedisStore

    with Redis.from_url(server) as client:
        client.flushall()
    check(lambda one: RedisStore(server, one, START), calendar, data.draw(steps(calendar)), restarts)
