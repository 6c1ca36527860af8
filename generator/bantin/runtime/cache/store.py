"""The cache file: an SQLite database, never pickle, whose rows are sealed with a secret of the user."""

import contextlib
import hmac
import os
import secrets
import sqlite3
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from bantin.runtime.cache.location import CacheLocation

NAME = "cache.db"
_JOURNAL = f"{NAME}-journal"
_SCHEMA = {
    "CREATE TABLE source("
    "path TEXT PRIMARY KEY, size INT, modified INT, digest TEXT, record BLOB, inode INT, seal BLOB)",
    "CREATE TABLE text(digest TEXT PRIMARY KEY, text BLOB, seal BLOB)",
    "CREATE TABLE note(subject TEXT PRIMARY KEY, record BLOB, seal BLOB)",
}
_SOURCES = "SELECT path, size, modified, digest, record, inode, seal FROM source"
_STEP = 2_000_000_000  # nanoseconds: the coarsest file systems have a time resolution of two seconds
_NEVER = -(2**63)
_AT_ONCE = 500  # old versions of SQLite take no more than 999 values in a query
_TIMEOUT = 10.0  # seconds to wait for a lock that another build holds


class DamagedCache(Exception):
    """The cache cannot be used. It has been removed unless it was only locked; callers restart without a cache."""


class CachedSource(Struct, frozen=True):
    """The cached ``record`` of a file that had this size, modification time (nanoseconds since 1970) and inode."""

    path: str
    size: int
    modified: int
    digest: str
    record: bytes
    inode: int = 0


class Store(Struct, frozen=True):
    """A cache file for the program ``version``; rows are sealed with ``secret``.

    ``began`` is the start of use by the clock of the file system, in nanoseconds since 1970. Every call opens a new
    connection, so that processes may share a store.
    """

    file: Path
    version: bytes
    began: int
    secret: bytes

    def stamp(self, modified: int) -> int:
        """The modification time to store for a file that is read now.

        A file that may still change within the time resolution of the file system gets a time that no file has.
        """
        return modified if modified > _NEVER and self.settled(modified) else _NEVER

    def settled(self, modified: int) -> bool:
        """Whether any later change to a file with this modification time would alter that time."""
        return modified < self.began - _STEP

    def sources(self, context: str) -> dict[str, CachedSource]:
        """All cached files that were read in ``context``, by path."""
        with self._open() as database:
            rows = database.execute(_SOURCES).fetchall()
        return {source.path: source for row in rows if (source := self._verified(context, row))}

    def source(self, context: str, path: str) -> CachedSource | None:
        """The cached file ``path`` if it was read in ``context``."""
        with self._open() as database:
            row = database.execute(f"{_SOURCES} WHERE path = ?", (path,)).fetchone()
        return row and self._verified(context, row)

    def put(self, context: str, sources: Iterable[CachedSource], texts: Iterable[tuple[str, bytes]]) -> None:
        """Adds or replaces cached files, and their ``texts`` by digest."""
        rows = [(one.path, one.size, one.modified, one.digest, one.record, one.inode) for one in sources]
        with self._open() as database:
            database.executemany(
                "INSERT OR REPLACE INTO source VALUES(?, ?, ?, ?, ?, ?, ?)",
                ((*row, self._seal("source", row[4], context, *row[:4], row[5])) for row in rows),
            )
            database.executemany(
                "INSERT OR REPLACE INTO text VALUES(?, ?, ?)",
                ((digest, text, self._seal("text", text, digest)) for digest, text in texts),
            )

    def remove(self, paths: Iterable[str]) -> None:
        """Removes cached files, and all texts that no longer belong to any."""
        with self._open() as database:
            database.executemany("DELETE FROM source WHERE path = ?", ((path,) for path in paths))
            database.execute("DELETE FROM text WHERE digest NOT IN (SELECT digest FROM source)")

    def texts(self, digests: Iterable[str]) -> dict[str, bytes]:
        """The texts of cached files, by digest. Raises ``DamagedCache`` if one of them is missing."""
        requested = list(digests)
        found = {}
        with self._open() as database:
            for start in range(0, len(requested), _AT_ONCE):
                some = requested[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                rows = database.execute(f"SELECT digest, text, seal FROM text WHERE digest IN ({marks})", some)  # noqa: S608
                found.update({digest: text for digest, text, seal in rows if self._fits(seal, "text", text, digest)})
            if found.keys() != set(requested):
                raise sqlite3.DatabaseError("a text is gone")
        return found

    def noted(self, subject: str) -> bytes | None:
        """The latest record on ``subject``, if any."""
        with self._open() as database:
            row = database.execute("SELECT record, seal FROM note WHERE subject = ?", (subject,)).fetchone()
        return row[0] if row is not None and self._fits(row[1], "note", row[0], subject) else None

    def note(self, subject: str, record: bytes) -> None:
        """Replaces the record on ``subject``."""
        self.note_all({subject: record})

    def note_all(self, records: Mapping[str, bytes]) -> None:
        """Replaces the records on several subjects."""
        with self._open() as database:
            rows = ((subject, record, self._seal("note", record, subject)) for subject, record in records.items())
            database.executemany("INSERT OR REPLACE INTO note VALUES(?, ?, ?)", rows)

    def drop_notes(self, subjects: Iterable[str]) -> None:
        """Removes the records on ``subjects``."""
        with self._open() as database:
            database.executemany("DELETE FROM note WHERE subject = ?", ((subject,) for subject in subjects))

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Opens the database for one transaction. On any error but a lock, removes it and raises ``DamagedCache``."""
        try:
            with contextlib.closing(sqlite3.connect(self.file, timeout=_TIMEOUT)) as database, database:
                # Safe against a killed process; after a power failure the seals reveal damaged rows.
                database.execute("PRAGMA synchronous = OFF")
                _check_schema(database)
                yield database
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
                self._remove()
            raise DamagedCache(self.file) from error
        except (OverflowError, TypeError, ValueError) as error:
            self._remove()
            raise DamagedCache(self.file) from error

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)
            self.file.with_name(_JOURNAL).unlink(missing_ok=True)

    def _verified(self, context: str, row: tuple[Any, ...]) -> CachedSource | None:
        """The cached file in ``row``; ``None`` if the seal does not match."""
        *values, seal = row
        return CachedSource(*values) if self._fits(seal, "source", values[4], context, *values[:4], values[5]) else None

    def _fits(self, seal: object, table: str, blob: object, *values: object) -> bool:
        if not (isinstance(blob, bytes) and isinstance(seal, bytes)):
            return False
        return hmac.compare_digest(seal, self._seal(table, blob, *values))

    def _seal(self, table: str, blob: bytes, *values: object) -> bytes:
        """A message authentication code of a row (HMAC, RFC 2104), which only this user can compute."""
        # Of the strong digests, SHA-256 is the one for which most processors have instructions.
        return hmac.digest(self.secret, repr((self.version, table, *values)).encode() + blob, "sha256")


@contextlib.contextmanager
def open_store(location: CacheLocation | None, version: bytes) -> Iterator[Store]:
    """Opens or creates the store at ``location``; in a temporary folder if that is ``None`` or cannot be used.

    Only rows that were written by the program ``version`` are used.
    """
    usable = _usable(location, version) if location else None
    if usable:
        yield usable
        return
    with tempfile.TemporaryDirectory(prefix="bantin-") as temporary:
        yield _new(CacheLocation(Path(temporary), secrets.token_bytes()), version)


def _usable(location: CacheLocation, version: bytes) -> Store | None:
    folder = location.folder
    for _ in range(2):  # the first attempt removes a damaged file
        with contextlib.suppress(DamagedCache, OSError):
            folder.mkdir(parents=True, exist_ok=True)
            for path in (folder / NAME, folder / _JOURNAL):
                if _is_irregular(path):  # a link may lead to a foreign file, and reading a pipe would block
                    path.unlink()
            store = _new(location, version)
            store.put("", (), ())
            return store
    return None


def _is_irregular(path: Path) -> bool:
    try:
        return not stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False


def _new(location: CacheLocation, version: bytes) -> Store:
    with tempfile.TemporaryFile(dir=location.folder) as clock:
        return Store(location.folder / NAME, version, os.fstat(clock.fileno()).st_mtime_ns, location.secret)


def _check_schema(database: sqlite3.Connection) -> None:
    """Creates the tables of a new file. Raises ``sqlite3.DatabaseError`` for any other schema."""
    found = {sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    if not found:
        database.execute("BEGIN IMMEDIATE")  # another process may find the file new at the same time
        for statement in _SCHEMA:
            database.execute(statement.replace("TABLE", "TABLE IF NOT EXISTS", 1))
    elif found != _SCHEMA:
        raise sqlite3.DatabaseError("unknown tables")
