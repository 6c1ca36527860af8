"""A clock that was ahead: what it began is bounded, and is put right."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bantin.counter.hit import Day, Hit, Start
from bantin.counter.maintenance import repair, verify
from bantin.counter.sqlite import LogMark, SqliteStore
from bantin.counter.store import Store
from bantin.counter.visitor import DayKeys, VisitorIdMaker
from tests.counter.counters import HANOI, NOON, Counter, at, run
from tests.counter.redises import redis_server

TODAY, TOMORROW = date(2026, 11, 25), date(2026, 11, 26)
AHEAD = at("2031-01-01T10:00:00")


def sqlite(folder: Path) -> SqliteStore:
    return SqliteStore(folder / "counter.db", HANOI, Start())


def check(store: Store) -> None:
    """Counts before, while and after the clock is five years ahead."""
    with closing(store):
        store.count([Hit(NOON, "/", 1)])
        store.count([Hit(AHEAD, "/", 2)])
        store.count([Hit(NOON + 10, "/", 3), Hit(NOON + 20, "/a/", 4)])
        store.count([Hit(at("2026-11-26T10:00:00"), "/", 5)])
        assert store.days() == {TODAY: Day(3, 3), TOMORROW: Day(1, 1), date(2031, 1, 1): Day(1, 1)}
        found = store.figures(at("2026-11-26T11:00:00"))
        assert (found.today, found.week, found.month, found.total) == (1, 4, 4, 5)


def test_a_hit_while_the_clock_is_ahead_moves_no_other_hit(tmp_path: Path) -> None:
    check(sqlite(tmp_path))


def test_a_hit_while_the_clock_is_ahead_moves_no_other_hit_in_redis(tmp_path: Path) -> None:
    with redis_server(tmp_path) as address:
        from bantin.counter.redis import RedisStore

        check(RedisStore(address, HANOI, Start()))


def test_the_service_tells_of_today_once_its_clock_is_right(tmp_path: Path) -> None:
    async def work() -> dict[str, int]:
        counter = Counter(tmp_path, now=AHEAD)
        await counter.hit()
        counter.now = NOON
        await counter.hit(headers={"x-forwarded-for": "198.51.100.9"}, client=None)
        return await counter.figures()

    assert run(work())["today"] == 1


def test_what_was_counted_on_days_to_come_is_moved_to_today_while_counting_goes_on(tmp_path: Path) -> None:
    with closing(sqlite(tmp_path)) as store:
        store.count([Hit(NOON, "/", 1), Hit(NOON, "/a/", 2)])
        store.count([Hit(AHEAD, "/", 3), Hit(AHEAD, "/b/", 4, bot=True)], LogMark(1, 2, 3, AHEAD))
        moved = repair(tmp_path / "counter.db", TODAY, NOON)
        assert moved == ("2031-01-01",)
        store.count([Hit(NOON + 60, "/", 5)])
        assert store.days() == {TODAY: Day(4, 4, 1)}
        assert store.figures(NOON + 60).total == store.figures(NOON + 60).today == 4
        assert store.pages(["/", "/a/"]) == {"/": 3, "/a/": 1}
        assert store.counted_until() == NOON
        assert repair(tmp_path / "counter.db", TODAY, NOON) == ()
        assert verify(tmp_path / "counter.db") == ()
        # From the next day on, views are compared with those of pages again.
        store.count([Hit(at("2026-11-26T10:00:00"), "/", 6)])
        assert verify(tmp_path / "counter.db") == ()
    with closing(sqlite3.connect(tmp_path / "counter.db")) as database, database:
        database.execute("UPDATE day SET views = views + 1 WHERE day = '2026-11-26'")
    assert verify(tmp_path / "counter.db")[0] == "2026-11-26: 2 views, 1 by page"


@pytest.mark.parametrize("keys", [lambda _folder: DayKeys(), lambda folder: DayKeys(folder / "keys")])
def test_no_key_of_a_day_to_come_is_left(keys: Callable[[Path], DayKeys], tmp_path: Path) -> None:
    made = keys(tmp_path)
    ahead, right = (VisitorIdMaker(HANOI, made) for _ in range(2))
    first = ahead.id_of(date(2031, 1, 1), b"x", b"y")
    right.id_of(TODAY, b"x", b"y")
    assert {file.stem for file in tmp_path.glob("keys/*")} <= {TODAY.isoformat()}
    assert ahead.id_of(date(2031, 1, 1), b"x", b"y") != first
