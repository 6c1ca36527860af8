"""Maintenance of the figures: a backup is complete and anonymous, and inconsistencies are found."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bantin.counter.hit import Day, Hit, Start
from bantin.counter.maintenance import backup, verify
from bantin.counter.sqlite import SqliteStore
from bantin.counter.store import StoreFailed
from tests.counter.counters import HANOI, NOON

VISITOR = 0x1122334455667788
# As SQLite writes a number of 64 bits: eight times seven of them, and then eight.
WRITTEN = bytes(0x80 | VISITOR >> shift & 0x7F for shift in range(57, 7, -7)) + bytes([VISITOR & 0xFF])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "counter.db"
    with closing(SqliteStore(made, HANOI, Start())) as store:
        store.count([Hit(NOON, "/", VISITOR), Hit(NOON, "/a/"), Hit(NOON, "/", bot=True)])
        store.add({date(2020, 1, 1): Day(10, 5)})
        store.count([Hit(NOON + 500 * 86_400, "/", VISITOR)])
    return made


def alter(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(statement)


def test_what_was_counted_agrees(file: Path) -> None:
    assert verify(file) == ()


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE day SET views = views + 1 WHERE day = '2028-04-08'", "2028-04-08: 2 views, 1 by page"),
        ("UPDATE page SET views = views + 1 WHERE path = '/a/'", "total: 13 views, 14 by page"),
        ("DELETE FROM day WHERE day = '2020-01-01'", "total: 3 views, 13 by page"),
    ],
)
def test_what_does_not_agree_is_found(file: Path, statement: str, found: str) -> None:
    alter(file, statement)
    assert found in verify(file)


def test_damage_is_found(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[8192:9000] = b"\xff" * 808
    file.write_bytes(data)
    with pytest.raises(StoreFailed, match="malformed"):
        verify(file)


def test_a_backup_has_the_figures_and_nothing_of_visitors(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with closing(SqliteStore(file, HANOI, Start())) as counting:
        backup(file, copy)
        counting.count([Hit(NOON + 500 * 86_400, "/", 1)])
    assert verify(copy) == ()
    assert WRITTEN in file.read_bytes()
    assert WRITTEN not in copy.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db", "counter.db"]
    with closing(SqliteStore(copy, HANOI, Start())) as restored:
        assert restored.days() == {
            date(2020, 1, 1): Day(10, 5, 0), date(2026, 11, 25): Day(2, 1, 1), date(2028, 4, 8): Day(1, 1, 0),
        }  # fmt: skip


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    for work in (lambda: verify(tmp_path / "none.db"), lambda: backup(tmp_path / "none.db", tmp_path / "copy.db")):
        with pytest.raises(StoreFailed):
            work()
    assert list(tmp_path.iterdir()) == []
