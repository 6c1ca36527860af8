"""The store for a single process: an SQLite file, written in groups of hits and durable after each."""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from bantin.counter.aggregate import Additions, aggregate, by_day
from bantin.counter.calendar import Calendar
from bantin.counter.hit import Day, Figures, Hit, Start
from bantin.counter.online import Online
from bantin.counter.store import StoreFailed, figures_of

SCHEMA = 1
_TABLES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE day(
  day TEXT PRIMARY KEY, views INTEGER NOT NULL, visits INTEGER NOT NULL, bots INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE page(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, views INTEGER NOT NULL);
CREATE TABLE page_day(page_id INTEGER, day TEXT, views INTEGER NOT NULL, PRIMARY KEY(page_id, day)) WITHOUT ROWID;
CREATE TABLE seen(v INTEGER PRIMARY KEY, last INTEGER NOT NULL);
CREATE TABLE log(id INTEGER PRIMARY KEY, offset INTEGER NOT NULL, last INTEGER NOT NULL);
"""
_LARGEST_LOG = 8_000  # pages: 32 MB
_TIMEOUT = 2.0  # seconds to wait for a lock that another process holds
_DAYS_BY_PAGE = 400
_AT_ONCE = 500  # old versions of SQLite take no more than 999 values in a query


class LogMark(Struct, frozen=True):
    """The position up to which the access log ``log`` has been counted.

    The last counted line ends at ``offset`` and has the checksum ``last``; ``until`` is the latest time of all lines.
    """

    log: int
    offset: int
    last: int
    until: int


class SqliteStore:
    """See :class:`~bantin.counter.store.Store`.

    The total is not stored, so that it cannot drift: it is computed from ``start`` and the days.
    """

    def __init__(self, file: Path, calendar: Calendar, start: Start) -> None:
        self._calendar = calendar
        self._online = Online(calendar)
        self._start = start
        self._totals: Mapping[date, Day] = {}
        self._version = -1
        self._files: Mapping[str, tuple[int, int]] = {}
        with store_errors():
            self._database = sqlite3.connect(
                file, timeout=_TIMEOUT, isolation_level=None, check_same_thread=False, cached_statements=200
            )
        try:
            self._prepare()
            self._files = _files_of(self._database)
            self._refresh_totals()
        except StoreFailed:
            self._database.close()
            raise

    def count(self, hits: Sequence[Hit], mark: LogMark | None = None) -> None:
        """See :class:`~bantin.counter.store.Store`.

        ``mark`` is stored in the same transaction. Hits from logs are too old to show who is online.
        """
        with self._transaction():
            additions = list(self._count_by_day(hits))
            if mark:
                self._store_mark(mark)
        self._require_files()
        if mark is None:
            self._online.see(hits)
        self._totals = _added(self._totals, additions)

    def figures(self, at: int) -> Figures:
        """See :class:`~bantin.counter.store.Store`."""
        self._refresh_totals()
        return figures_of(self._totals, self._start, self._calendar, at, self._online.count(at))

    def pages(self, paths: Sequence[str]) -> Mapping[str, int]:
        """See :class:`~bantin.counter.store.Store`."""
        with store_errors():
            marks = ", ".join("?" * len(paths))
            rows = self._database.execute(
                "SELECT path, page.views + COALESCE((SELECT SUM(views) FROM page_day WHERE page_id = page.id), 0) "  # noqa: S608
                f"FROM page WHERE path IN ({marks})",
                paths,
            ).fetchall()
        return dict.fromkeys(paths, 0) | dict(rows)

    def days(self) -> Mapping[date, Day]:
        """See :class:`~bantin.counter.store.Store`."""
        self._refresh_totals()
        return dict(sorted(self._totals.items()))

    def counted(self, log: int) -> tuple[int, int] | None:
        """The offset and the checksum of the last counted line of an access log; ``None`` for an unknown log.

        Raises ``StoreFailed``.
        """
        with store_errors():
            row = self._database.execute("SELECT offset, last FROM log WHERE id = ?", (log,)).fetchone()
        return (int(row[0]), int(row[1])) if row else None

    def counted_until(self) -> int:
        """The latest time of all counted lines. Raises ``StoreFailed``."""
        with store_errors():
            until = self._meta("until")
        return until if isinstance(until, int) else 0

    def add(self, days: Mapping[date, Day]) -> None:
        """Adds days of an older counter, which has no figures by page: all of them, or none.

        Raises ``StoreFailed``.
        """
        additions = [Additions(day, counts, {"": counts.views}, {}) for day, counts in sorted(days.items())]
        with self._transaction():
            for one in additions:
                self._add(one)
        self._totals = _added(self._totals, additions)

    def close(self) -> None:
        """See :class:`~bantin.counter.store.Store`."""
        self._database.close()

    def _prepare(self) -> None:
        database = self._database
        with store_errors():
            database.execute("PRAGMA journal_mode = WAL")
            # An acknowledged commit must survive a power failure.
            database.execute("PRAGMA synchronous = FULL")
            database.execute("PRAGMA secure_delete = ON")
        # Checkpoints are rare: the hits of a group wait longer if its commit triggers one.
        database.execute(f"PRAGMA wal_autocheckpoint = {_LARGEST_LOG}")
        with self._transaction():
            if not database.execute("SELECT 1 FROM sqlite_master").fetchone():
                for statement in filter(str.strip, _TABLES.split(";")):
                    database.execute(statement)
                database.execute("INSERT INTO meta VALUES('schema', ?)", (SCHEMA,))
            if self._meta("schema") != SCHEMA:
                raise StoreFailed("the file was made by another version of Bantin")

    def _meta(self, key: str) -> object:
        row = self._database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def _count_by_day(self, hits: Sequence[Hit]) -> Iterator[Additions]:
        stored = self._meta("last_day")
        last_day = date.fromisoformat(stored) if isinstance(stored, str) else None
        for day, group in by_day(hits, self._calendar, last_day).items():
            if day != last_day:
                self._start_day(day)
                last_day = day
            additions = aggregate(day, group, self._seen(group))
            self._add(additions)
            yield additions

    def _start_day(self, day: date) -> None:
        """Begins ``day``: deletes yesterday's visitors, and folds old views of each page into one figure.

        The day up to which views are folded is stored, since a clock that was ahead may have folded recent days.
        """
        database = self._database
        database.execute("INSERT OR REPLACE INTO meta VALUES('last_day', ?)", (day.isoformat(),))
        database.execute("DELETE FROM seen")
        old = (day - timedelta(days=_DAYS_BY_PAGE)).isoformat()
        database.execute(
            "INSERT INTO meta VALUES('folded', ?) ON CONFLICT(key) DO UPDATE SET value = MAX(value, excluded.value)",
            (old,),
        )
        database.execute(
            "UPDATE page SET views = views + (SELECT SUM(views) FROM page_day WHERE page_id = page.id AND day < ?1) "
            "WHERE id IN (SELECT page_id FROM page_day WHERE day < ?1)",
            (old,),
        )
        database.execute("DELETE FROM page_day WHERE day < ?", (old,))

    def _seen(self, hits: Sequence[Hit]) -> Mapping[int, int]:
        visitors = list({hit.visitor for hit in hits if hit.visitor is not None})
        seen: dict[int, int] = {}
        for start in range(0, len(visitors), _AT_ONCE):
            some = visitors[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            seen.update(self._database.execute(f"SELECT v, last FROM seen WHERE v IN ({marks})", some))  # noqa: S608
        return seen

    def _add(self, additions: Additions) -> None:
        database = self._database
        day = additions.day.isoformat()
        database.execute(
            "INSERT INTO day VALUES(?, ?, ?, ?) ON CONFLICT(day) DO UPDATE SET "
            "views = views + excluded.views, visits = visits + excluded.visits, bots = bots + excluded.bots",
            (day, additions.counts.views, additions.counts.visits, additions.counts.bots),
        )
        database.executemany("INSERT INTO page(path, views) VALUES(?, 0) ON CONFLICT DO NOTHING", zip(additions.pages))
        database.executemany(
            "INSERT INTO page_day SELECT id, ?, ? FROM page WHERE path = ? "
            "ON CONFLICT(page_id, day) DO UPDATE SET views = views + excluded.views",
            ((day, views, path) for path, views in additions.pages.items()),
        )
        database.executemany("INSERT OR REPLACE INTO seen VALUES(?, ?)", additions.seen.items())

    def _store_mark(self, mark: LogMark) -> None:
        self._database.execute("INSERT OR REPLACE INTO log VALUES(?, ?, ?)", (mark.log, mark.offset, mark.last))
        self._database.execute("INSERT OR REPLACE INTO meta VALUES('until', ?)", (mark.until,))

    def _refresh_totals(self) -> None:
        """Reads the totals again if another process, such as an import, has changed them."""
        self._require_files()
        with store_errors():
            (version,) = self._database.execute("PRAGMA data_version").fetchone()
            if version != self._version:
                rows = self._database.execute("SELECT day, views, visits, bots FROM day").fetchall()
                try:
                    self._totals = {date.fromisoformat(day): Day(*map(int, counts)) for day, *counts in rows}
                except (TypeError, ValueError) as error:
                    raise StoreFailed(f"the figures are damaged: {error}") from error
                self._version = version

    def _require_files(self) -> None:
        """Raises ``StoreFailed`` if the open files have been removed or replaced."""
        for file, known in self._files.items():
            if _identity(file) != known:
                raise StoreFailed(f"{file} was removed or replaced while it was in use: start the counter again")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._require_files()
        with store_errors():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise


def _files_of(database: sqlite3.Connection) -> Mapping[str, tuple[int, int]]:
    """The names of the files of ``database``, its log included, and their identities; none for one in memory."""
    with store_errors():
        file = database.execute("PRAGMA database_list").fetchone()[2]
    found = {name: _identity(name) for name in (file, f"{file}-wal")} if file else {}
    return {name: one for name, one in found.items() if one}


def _identity(file: str) -> tuple[int, int] | None:
    try:
        found = os.stat(file)  # noqa: PTH116 - faster, and called for each group, for which readers wait
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _added(totals: Mapping[date, Day], additions: Sequence[Additions]) -> Mapping[date, Day]:
    added = dict(totals)
    for one in additions:
        added[one.day] = added.get(one.day, Day()) + one.counts
    return added


@contextmanager
def store_errors() -> Iterator[None]:
    """Converts errors of SQLite to ``StoreFailed``."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreFailed(str(error)) from error
