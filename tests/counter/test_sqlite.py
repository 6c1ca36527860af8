"""The store of one process: durable, all or nothing, and rid of what it should not keep."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bantin.counter.hit import Day, Hit, Start
from bantin.counter.sqlite import LogMark, SqliteStore
from bantin.counter.store import StoreFailed
from tests.counter.counters import HANOI, NOON, at

DAY = 86_400


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "counter.db"


@pytest.fixture
def store(file: Path) -> Iterator[SqliteStore]:
    with closing(SqliteStore(file, HANOI, Start())) as made:
        yield made


def rows(file: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as database:
        return database.execute(question).fetchall()


def test_a_commit_waits_for_the_disk(store: SqliteStore) -> None:
    settings = [store._database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert settings == ["wal", 2]


def test_what_was_counted_is_there_after_a_restart(file: Path, store: SqliteStore) -> None:
    store.count([Hit(NOON, "/", 1), Hit(NOON, "/a/", 2)])
    store.close()
    with closing(SqliteStore(file, HANOI, Start(100, date(2026, 11, 25)))) as again:
        again.count([Hit(NOON + 60, "/", 1)])
        assert again.days() == {date(2026, 11, 25): Day(3, 2, 0)}
        assert (again.figures(NOON + 60).total, again.figures(NOON + 60).online) == (102, 1)


def test_days_before_an_older_counter_ended_do_not_count_twice(file: Path) -> None:
    with closing(SqliteStore(file, HANOI, Start(1000, date(2026, 11, 26)))) as store:
        store.count([Hit(NOON, "/", 1)])
        store.count([Hit(NOON + DAY, "/", 1)])
        assert store.figures(NOON + DAY).total == 1001


def test_at_midnight_yesterday_s_visitors_are_forgotten(file: Path, store: SqliteStore) -> None:
    store.count([Hit(at("2026-11-25T23:59:59"), "/", 1)])
    assert rows(file, "SELECT v FROM seen") == [(1,)]
    store.count([Hit(at("2026-11-26T00:00:00"), "/", 2, 1)])
    assert rows(file, "SELECT v FROM seen") == [(2,)]
    assert [counts.visits for counts in store.days().values()] == [1, 1]


def test_a_restart_at_midnight_counts_on_the_new_day(file: Path, store: SqliteStore) -> None:
    store.count([Hit(at("2026-11-25T23:59:59"), "/", 1)])
    store.close()
    with closing(SqliteStore(file, HANOI, Start())) as again:
        assert again.figures(at("2026-11-26T00:00:00")).today == 0
        again.count([Hit(at("2026-11-26T00:00:00"), "/", 2)])
        # A clock that is put back a second later goes on with the day that has begun.
        again.count([Hit(at("2026-11-25T23:59:59"), "/", 3)])
        assert list(again.days().items())[-1] == (date(2026, 11, 26), Day(2, 2, 0))


def test_after_400_days_pages_keep_one_figure(file: Path, store: SqliteStore) -> None:
    for later in (0, 1, 400, 401):
        store.count([Hit(NOON + later * DAY, "/", 1), Hit(NOON + later * DAY, f"/{later}/", 1)])
    assert rows(file, "SELECT COUNT(*) FROM page_day") == [(6,)]
    assert store.pages(["/", "/0/", "/401/", "/x/"]) == {"/": 4, "/0/": 1, "/401/": 1, "/x/": 0}
    assert len(store.days()) == 4


def test_a_group_counts_whole_or_not_at_all(store: SqliteStore) -> None:
    store.count([Hit(NOON, "/", 1)])
    with pytest.raises(StoreFailed):
        store.count([Hit(NOON, "/", 2), Hit(NOON, None, 3)])  # type: ignore[arg-type]
    assert store.days() == {date(2026, 11, 25): Day(1, 1, 0)}
    store.count([Hit(NOON, "/", 2)])
    assert store.figures(NOON).today == 2


def test_while_another_process_holds_the_file_nothing_counts(file: Path, store: SqliteStore) -> None:
    store._database.execute("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreFailed, match="locked"):
            store.count([Hit(NOON, "/", 1)])
        other.execute("ROLLBACK")
    store.count([Hit(NOON, "/", 1)])
    assert store.figures(NOON).today == 1


def test_on_a_full_disk_nothing_counts(store: SqliteStore) -> None:
    store.count([Hit(NOON, "/", 1)])
    full = store._database.execute("PRAGMA page_count").fetchone()[0]
    store._database.execute(f"PRAGMA max_page_count = {full}")
    with pytest.raises(StoreFailed, match="full"):
        store.count([Hit(NOON, f"/{page}/", page) for page in range(2000)])
    assert store.figures(NOON).today == 1
    store._database.execute("PRAGMA max_page_count = 100000")
    store.count([Hit(NOON, "/", 2)])
    assert store.figures(NOON).today == 2


def test_a_file_that_may_not_be_written_is_reported(store: SqliteStore) -> None:
    store._database.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreFailed, match="readonly"):
        store.count([Hit(NOON, "/", 1)])
    store._database.execute("PRAGMA query_only = OFF")
    store.count([Hit(NOON, "/", 1)])
    assert store.figures(NOON).today == 1


@pytest.mark.parametrize("content", [b"no database" * 100, b"SQLite format 3\0" + b"\0" * 2000])
def test_what_is_no_store_is_refused_and_left_alone(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(StoreFailed):
        SqliteStore(file, HANOI, Start())
    assert file.read_bytes() == content


def test_a_store_of_another_version_is_refused(file: Path, store: SqliteStore) -> None:
    store._database.execute("UPDATE meta SET value = 99 WHERE key = 'schema'")
    with pytest.raises(StoreFailed, match="another version"):
        SqliteStore(file, HANOI, Start())


def test_days_are_added_whole_and_seen_by_who_counts_meanwhile(file: Path, store: SqliteStore) -> None:
    store.count([Hit(NOON, "/", 1)])
    with closing(SqliteStore(file, HANOI, Start())) as other:
        other.add({date(2020, 1, 1): Day(10, 5), date(2020, 1, 2): Day(20, 6)})
    assert store.figures(NOON).total == 12
    assert list(store.days()) == [date(2020, 1, 1), date(2020, 1, 2), date(2026, 11, 25)]


def test_how_far_a_log_was_counted_is_kept_with_what_was(store: SqliteStore) -> None:
    store.count([Hit(NOON, "/", 1)], LogMark(7, 120, 99, NOON))
    assert (store.counted(7), store.counted(8), store.counted_until()) == ((120, 99), None, NOON)
    with pytest.raises(StoreFailed):
        store.count([Hit(NOON, None, 3)], LogMark(7, 240, 98, NOON + 1))  # type: ignore[arg-type]
    assert (store.counted(7), store.counted_until()) == ((120, 99), NOON)
    assert store.figures(NOON).online == 0


KILLED = """
import sys
from pathlib import Path
from tests.counter.counters import HANOI, NOON
from bantin.counter.hit import Hit, Start
from bantin.counter.sqlite import SqliteStore
store = SqliteStore(Path(sys.argv[1]), HANOI, Start())
for number in range(10**6):
    store.count([Hit(NOON, "/", number)])
    print(number + 1, flush=True)
"""


def test_a_kill_loses_nothing_that_count_has_returned_for(file: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED, str(file)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for _ in range(50):
            process.stdout.readline()
        process.kill()
        told = [line for line in process.stdout.read().split("\n") if line]
    acknowledged = int(told[-1]) if told else 50
    with closing(SqliteStore(file, HANOI, Start())) as store:
        assert store.figures(NOON).today in (acknowledged, acknowledged + 1)
