"""Maintenance of an SQLite store while counting goes on: backup, verification, repair."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from bantin.counter.sqlite import store_errors

_CHECKS = (
    (
        "SELECT day.day, day.views, COALESCE(SUM(page_day.views), 0) AS by_page FROM day "
        "JOIN page_day USING (day) WHERE day.day >= COALESCE((SELECT value FROM meta WHERE key = 'folded'), '') "
        "GROUP BY day.day HAVING by_page <> day.views ORDER BY day.day"
    ),
    (
        "SELECT 'total', by_day, by_page FROM (SELECT (SELECT COALESCE(SUM(views), 0) FROM day) AS by_day, "
        "(SELECT COALESCE(SUM(views), 0) FROM page) + (SELECT COALESCE(SUM(views), 0) FROM page_day) AS by_page) "
        "WHERE by_day <> by_page"
    ),
)

_REPAIRS = (
    (
        "INSERT INTO day SELECT :to, SUM(views), SUM(visits), SUM(bots) FROM day WHERE day > :to HAVING COUNT(*) "
        "ON CONFLICT(day) DO UPDATE SET "
        "views = views + excluded.views, visits = visits + excluded.visits, bots = bots + excluded.bots"
    ),
    (
        "INSERT INTO page_day SELECT page_id, :to, SUM(views) FROM page_day WHERE day > :to GROUP BY page_id "
        "ON CONFLICT(page_id, day) DO UPDATE SET views = views + excluded.views"
    ),
    "DELETE FROM day WHERE day > :to",
    "DELETE FROM page_day WHERE day > :to",
    "DELETE FROM seen WHERE last > :now",
    "UPDATE meta SET value = :to WHERE key = 'last_day' AND value > :to",
    "UPDATE meta SET value = :next WHERE key = 'folded' AND value > :next",
    "UPDATE meta SET value = :now WHERE key = 'until' AND value > :now",
)


def backup(file: Path, copy: Path) -> None:
    """Copies the store in ``file`` to the new file ``copy``, atomically, while counting may go on.

    The data of today's visitors are left out. Raises ``StoreFailed`` and ``OSError``.
    """
    draft = copy.with_name(f".{copy.name}.part")
    draft.unlink(missing_ok=True)
    try:
        with store_errors(), closing(_open(file)) as database, closing(sqlite3.connect(draft)) as target:
            database.backup(target)
            # A single file, without a write-ahead log.
            target.execute("PRAGMA journal_mode = DELETE")
            target.execute("PRAGMA secure_delete = ON")
            target.execute("DELETE FROM seen")
            target.commit()
            target.execute("VACUUM")
        draft.rename(copy)
    finally:
        draft.unlink(missing_ok=True)


def verify(file: Path) -> tuple[str, ...]:
    """Checks the store in ``file`` for damage, and for daily views that differ from the sum of the pages.

    Returns descriptions of what is wrong. Raises ``StoreFailed`` if the file is not a store.
    """
    with store_errors(), closing(_open(file)) as database:
        damage = [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
        differing = [row for check in _CHECKS for row in database.execute(check)]
    return (*damage, *(f"{day}: {views} views, {by_page} by page" for day, views, by_page in differing))


def repair(file: Path, to: date, now: int) -> tuple[str, ...]:
    """Moves the counts of days after ``to``, caused by a clock that was ahead, to that day.

    Counting may go on meanwhile; ``now`` is the present instant. Returns the days that were moved, in their order.
    Raises ``StoreFailed``; then nothing is changed.
    """
    with store_errors(), closing(_open(file)) as database, database:
        database.execute("BEGIN IMMEDIATE")
        after = {"to": to.isoformat(), "next": (to + timedelta(days=1)).isoformat(), "now": now}
        days = database.execute("SELECT day FROM day WHERE day > :to ORDER BY day", after).fetchall()
        for statement in _REPAIRS:
            database.execute(statement, after)
    return tuple(day for (day,) in days)


def _open(file: Path) -> sqlite3.Connection:
    """Opens the database in ``file``, without creating it."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)
