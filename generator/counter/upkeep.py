"""Looking after the file of an SQLite store: copying it while counting goes on, and checking it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from generator.counter.sqlite import telling

_CHECKS = (
    (
        "SELECT day.day, day.views, COALESCE(SUM(page_day.views), 0) AS by_page FROM day "
        "JOIN page_day USING (day) GROUP BY day.day HAVING by_page <> day.views ORDER BY day.day"
    ),
    (
        "SELECT 'total', by_day, by_page FROM (SELECT (SELECT COALESCE(SUM(views), 0) FROM day) AS by_day, "
        "(SELECT COALESCE(SUM(views), 0) FROM page) + (SELECT COALESCE(SUM(views), 0) FROM page_day) AS by_page) "
        "WHERE by_day <> by_page"
    ),
)


def backup(file: Path, copy: Path) -> None:
    """Copies the figures of the store in ``file`` into ``copy``, a file that is not there yet, whole or not at all.

    Counting may go on meanwhile. Left out is what tells of today's visitors. Raises ``StoreFailed`` and ``OSError``.
    """
    draft = copy.with_name(f".{copy.name}.part")
    draft.unlink(missing_ok=True)
    try:
        with telling(), closing(_open(file)) as database, closing(sqlite3.connect(draft)) as made:
            database.backup(made)
            # One file, that leaves nothing beside it.
            made.execute("PRAGMA journal_mode = DELETE")
            made.execute("PRAGMA secure_delete = ON")
            made.execute("DELETE FROM seen")
            made.commit()
            made.execute("VACUUM")
        draft.rename(copy)
    finally:
        draft.unlink(missing_ok=True)


def verify(file: Path) -> tuple[str, ...]:
    """What is wrong with the store in ``file``: damage, and views that are not those of the pages.

    Raises ``StoreFailed`` for what is no store.
    """
    with telling(), closing(_open(file)) as database:
        damage = [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
        differing = [row for check in _CHECKS for row in database.execute(check)]
    return (*damage, *(f"{day}: {views} views, {by_page} by page" for day, views, by_page in differing))


def _open(file: Path) -> sqlite3.Connection:
    """The database in ``file``, which is not made if it is not there."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True)
