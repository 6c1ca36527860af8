"""The store of one process: an SQLite file, written by groups of hits and durable after each."""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from bantin.counter.aggregate import Additions, by_day, reckon
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
_PATIENCE = 2.0  # seconds to wait for another process that holds the file
_DAYS_BY_PAGE = 400
_AT_ONCE = 500  # SQLite takes no more than 999 values in one question, in its oldest versions


class LogMark(Struct, frozen=True):
    """How far the access log ``log`` has been counted: up to ``offset``, with a line whose checksum is ``last``.

    ``until`` is the latest time that a line told.
    """

    log: int
    offset: int
    last: int
    until: int


class SqliteStore:
    """See :class:`~bantin.counter.store.Store`.

    No grand total is kept, so that none can drift: it is ``start`` and the sum of the days.
    """

    def __init__(self, file: Path, calendar: Calendar, start: Start) -> None:
        self._calendar = calendar
        self._online = Online(calendar)
        self._start = start
        self._totals: Mapping[date, Day] = {}
        self._version = -1
        self._files: Mapping[str, tuple[int, int]] = {}
        with telling():
            self._database = sqlite3.connect(
                file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False, cached_statements=200
            )
        try:
            self._prepare()
            self._files = _files_of(self._database)
            self._follow()
        except StoreFailed:
            self._database.close()
            raise

    def count(self, hits: Sequence[Hit], mark: LogMark | None = None) -> None:
        """See :class:`~bantin.counter.store.Store`.

        ``mark`` is kept in the same stroke: both are, or neither. What logs tell is too old to say who is online.
        """
        with self._transaction():
            additions = list(self._reckoned(hits))
            if mark:
                self._note(mark)
        self._require_files()
        if mark is None:
            self._online.see(hits)
        self._totals = _added(self._totals, additions)

    def figures(self, at: int) -> Figures:
        """See :class:`~bantin.counter.store.Store`."""
        self._follow()
        return figures_of(self._totals, self._start, self._calendar, at, self._online.count(at))

    def pages(self, paths: Sequence[str]) -> Mapping[str, int]:
        """See :class:`~bantin.counter.store.Store`."""
        with telling():
            marks = ", ".join("?" * len(paths))
            rows = self._database.execute(
                "SELECT path, page.views + COALESCE((SELECT SUM(views) FROM page_day WHERE page_id = page.id), 0) "  # noqa: S608
                f"FROM page WHERE path IN ({marks})",
                paths,
            ).fetchall()
        return dict.fromkeys(paths, 0) | dict(rows)

    def days(self) -> Mapping[date, Day]:
        """See :class:`~bantin.counter.store.Store`."""
        self._follow()
        return dict(sorted(self._totals.items()))

    def counted(self, log: int) -> tuple[int, int] | None:
        """The offset and the checksum up to which an access log has been counted, if it was met before.

        Raises ``StoreFailed``.
        """
        with telling():
            row = self._database.execute("SELECT offset, last FROM log WHERE id = ?", (log,)).fetchone()
        return (int(row[0]), int(row[1])) if row else None

    def counted_until(self) -> int:
        """The latest time of all lines that were counted. Raises ``StoreFailed``."""
        with telling():
            until = self._meta("until")
        return until if isinstance(until, int) else 0

    def add(self, days: Mapping[date, Day]) -> None:
        """Adds days of an older counter, which does not tell their pages: all of them, or none.

        Raises ``StoreFailed``.
        """
        additions = [Additions(day, counts, {"": counts.views}, {}) for day, counts in sorted(days.items())]
        with self._transaction():
            for made in additions:
                self._add(made)
        self._totals = _added(self._totals, additions)

    def close(self) -> None:
        """See :class:`~bantin.counter.store.Store`."""
        self._database.close()

    def _prepare(self) -> None:
        database = self._database
        with telling():
            database.execute("PRAGMA journal_mode = WAL")
            # A commit that has been answered for must survive a loss of power.
            database.execute("PRAGMA synchronous = FULL")
            database.execute("PRAGMA secure_delete = ON")
        # Whoever waits for the group that moves the log into the file waits longer, so it is moved seldom.
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

    def _reckoned(self, hits: Sequence[Hit]) -> Iterator[Additions]:
        written = self._meta("last_day")
        last_day = date.fromisoformat(written) if isinstance(written, str) else None
        for day, group in by_day(hits, self._calendar, last_day).items():
            if day != last_day:
                self._turn_to(day)
                last_day = day
            made = reckon(day, group, self._seen(group))
            self._add(made)
            yield made

    def _turn_to(self, day: date) -> None:
        """Begins ``day``: yesterday's visitors are forgotten, and what pages had long ago is told in one figure.

        Up to which day that is so is noted: by a clock that was ahead, it was done with days that were not over.
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

    def _add(self, made: Additions) -> None:
        database = self._database
        day = made.day.isoformat()
        database.execute(
            "INSERT INTO day VALUES(?, ?, ?, ?) ON CONFLICT(day) DO UPDATE SET "
            "views = views + excluded.views, visits = visits + excluded.visits, bots = bots + excluded.bots",
            (day, made.counts.views, made.counts.visits, made.counts.bots),
        )
        database.executemany("INSERT INTO page(path, views) VALUES(?, 0) ON CONFLICT DO NOTHING", zip(made.pages))
        database.executemany(
            "INSERT INTO page_day SELECT id, ?, ? FROM page WHERE path = ? "
            "ON CONFLICT(page_id, day) DO UPDATE SET views = views + excluded.views",
            ((day, views, path) for path, views in made.pages.items()),
        )
        database.executemany("INSERT OR REPLACE INTO seen VALUES(?, ?)", made.seen.items())

    def _note(self, mark: LogMark) -> None:
        self._database.execute("INSERT OR REPLACE INTO log VALUES(?, ?, ?)", (mark.log, mark.offset, mark.last))
        self._database.execute("INSERT OR REPLACE INTO meta VALUES('until', ?)", (mark.until,))

    def _follow(self) -> None:
        """Reads the totals again if another process has changed them, as an import does."""
        self._require_files()
        with telling():
            (version,) = self._database.execute("PRAGMA data_version").fetchone()
            if version != self._version:
                rows = self._database.execute("SELECT day, views, visits, bots FROM day").fetchall()
                try:
                    self._totals = {date.fromisoformat(day): Day(*map(int, counts)) for day, *counts in rows}
                except (TypeError, ValueError) as error:
                    raise StoreFailed(f"the figures are damaged: {error}") from error
                self._version = version

    def _require_files(self) -> None:
        """Raises ``StoreFailed`` if the files that are written to are no longer those that a start would find."""
        for file, known in self._files.items():
            if _identity(file) != known:
                raise StoreFailed(f"{file} was removed or replaced while it was in use: start the counter again")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._require_files()
        with telling():
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise


def _files_of(database: sqlite3.Connection) -> Mapping[str, tuple[int, int]]:
    """The files of ``database``, with its log, by name, and what tells each from another; none for one in memory."""
    with telling():
        file = database.execute("PRAGMA database_list").fetchone()[2]
    found = {name: _identity(name) for name in (file, f"{file}-wal")} if file else {}
    return {name: one for name, one in found.items() if one}


def _identity(file: str) -> tuple[int, int] | None:
    try:
        found = os.stat(file)  # noqa: PTH116 - for each group, on which readers wait
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _added(totals: Mapping[date, Day], additions: Sequence[Additions]) -> Mapping[date, Day]:
    added = dict(totals)
    for made in additions:
        added[made.day] = added.get(made.day, Day()) + made.counts
    return added


@contextmanager
def telling() -> Iterator[None]:
    """What goes wrong with the file is told as ``StoreFailed``."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreFailed(str(error)) from error
