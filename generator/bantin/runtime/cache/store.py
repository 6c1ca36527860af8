"""The file of the cache: an SQLite database, never pickle, whose rows are sealed with a secret of the user."""

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

from bantin.runtime.cache.memory import Memory

NAME = "cache.db"
_JOURNAL = f"{NAME}-journal"
_SCHEMA = {
    "CREATE TABLE source("
    "path TEXT PRIMARY KEY, size INT, modified INT, digest TEXT, record BLOB, inode INT, seal BLOB)",
    "CREATE TABLE text(digest TEXT PRIMARY KEY, text BLOB, seal BLOB)",
    "CREATE TABLE note(subject TEXT PRIMARY KEY, record BLOB, seal BLOB)",
}
_SOURCES = "SELECT path, size, modified, digest, record, inode, seal FROM source"
_STEP = 2_000_000_000  # nanoseconds: the coarsest file systems tell the time in steps of two seconds
_NEVER = -(2**63)
_AT_ONCE = 500  # SQLite takes no more than 999 values in one question, in its oldest versions
_PATIENCE = 10.0  # seconds that another build may hold the file for


class DamagedCache(Exception):
    """The cache cannot be used. It has been removed, and whoever relied on it begins again without one."""


class CachedSource(Struct, frozen=True):
    """What was made of a file: ``record``, when it had this size, time of change (nanoseconds since 1970) and inode."""

    path: str
    size: int
    modified: int
    digest: str
    record: bytes
    inode: int = 0


class Store(Struct, frozen=True):
    """A cache file, used by the program ``version`` since ``began`` by the clock of the disk, in nanoseconds.

    Every call opens it anew, so that processes may share a store. Rows are sealed with ``secret``.
    """

    file: Path
    version: bytes
    began: int
    secret: bytes

    def stamp(self, modified: int) -> int:
        """The time of change to remember for a file that is read now.

        A file that may still change without its time doing so, since that passes in steps, gets one that no file has.
        """
        return modified if modified > _NEVER and self.settled(modified) else _NEVER

    def settled(self, modified: int) -> bool:
        """Whether a file with this time of change cannot change any more without its time doing so."""
        return modified < self.began - _STEP

    def sources(self, context: str) -> dict[str, CachedSource]:
        """What is remembered of files that were read in ``context``, by path."""
        with self._open() as database:
            rows = database.execute(_SOURCES).fetchall()
        return {known.path: known for row in rows if (known := self._remembered(context, row))}

    def source(self, context: str, path: str) -> CachedSource | None:
        """What is remembered of one file that was read in ``context``."""
        with self._open() as database:
            row = database.execute(f"{_SOURCES} WHERE path = ?", (path,)).fetchone()
        return row and self._remembered(context, row)

    def remember(self, context: str, sources: Iterable[CachedSource], texts: Iterable[tuple[str, bytes]]) -> None:
        """Adds or replaces what is known of some files, and their ``texts`` by digest."""
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

    def forget(self, paths: Iterable[str]) -> None:
        """Removes what is known of some files, and every text that belongs to none."""
        with self._open() as database:
            database.executemany("DELETE FROM source WHERE path = ?", ((path,) for path in paths))
            database.execute("DELETE FROM text WHERE digest NOT IN (SELECT digest FROM source)")

    def texts(self, digests: Iterable[str]) -> dict[str, bytes]:
        """The texts of files that have been remembered. Raises ``DamagedCache`` when one of them is gone."""
        wanted = list(digests)
        found = {}
        with self._open() as database:
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                rows = database.execute(f"SELECT digest, text, seal FROM text WHERE digest IN ({marks})", some)  # noqa: S608
                found.update({digest: text for digest, text, seal in rows if self._fits(seal, "text", text, digest)})
            if found.keys() != set(wanted):
                raise sqlite3.DatabaseError("a text is gone")
        return found

    def noted(self, subject: str) -> bytes | None:
        """The latest record on ``subject``."""
        with self._open() as database:
            row = database.execute("SELECT record, seal FROM note WHERE subject = ?", (subject,)).fetchone()
        return row[0] if row is not None and self._fits(row[1], "note", row[0], subject) else None

    def note(self, subject: str, record: bytes) -> None:
        """Puts ``record`` in the place of what was noted on ``subject``."""
        self.note_all({subject: record})

    def note_all(self, records: Mapping[str, bytes]) -> None:
        """Puts each of ``records`` in the place of what was noted on its subject."""
        with self._open() as database:
            rows = ((subject, record, self._seal("note", record, subject)) for subject, record in records.items())
            database.executemany("INSERT OR REPLACE INTO note VALUES(?, ?, ?)", rows)

    def drop_notes(self, subjects: Iterable[str]) -> None:
        """Removes what was noted on ``subjects``."""
        with self._open() as database:
            database.executemany("DELETE FROM note WHERE subject = ?", ((subject,) for subject in subjects))

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The database in one transaction. Whatever is wrong with it, it goes."""
        try:
            with contextlib.closing(sqlite3.connect(self.file, timeout=_PATIENCE)) as database, database:
                # A kill leaves the file whole even so; after a loss of power the seals tell what is damaged.
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

    def _remembered(self, context: str, row: tuple[Any, ...]) -> CachedSource | None:
        *said, seal = row
        return CachedSource(*said) if self._fits(seal, "source", said[4], context, *said[:4], said[5]) else None

    def _fits(self, seal: object, table: str, blob: object, *said: object) -> bool:
        if not (isinstance(blob, bytes) and isinstance(seal, bytes)):
            return False
        return hmac.compare_digest(seal, self._seal(table, blob, *said))

    def _seal(self, table: str, blob: bytes, *said: object) -> bytes:
        """What only this user can have made of a row (RFC 2104)."""
        # Of the digests that are strong enough, the one that most processors have an instruction for.
        return hmac.digest(self.secret, repr((self.version, table, *said)).encode() + blob, "sha256")


@contextlib.contextmanager
def open_store(memory: Memory | None, version: bytes) -> Iterator[Store]:
    """The store in ``memory``, made if need be; a new one in a temporary folder if that is ``None`` or cannot be used.

    ``version`` tells which program's rows count.
    """
    usable = _usable(memory, version) if memory else None
    if usable:
        yield usable
        return
    with tempfile.TemporaryDirectory(prefix="bantin-") as temporary:
        yield _new(Memory(Path(temporary), secrets.token_bytes()), version)


def _usable(memory: Memory, version: bytes) -> Store | None:
    folder = memory.folder
    for _ in range(2):  # a file that is damaged is removed at the first attempt
        with contextlib.suppress(DamagedCache, OSError):
            folder.mkdir(parents=True, exist_ok=True)
            for path in (folder / NAME, folder / _JOURNAL):
                if _is_strange(path):  # what a link leads to is none of ours, and a pipe would never end
                    path.unlink()
            store = _new(memory, version)
            store.remember("", (), ())
            return store
    return None


def _is_strange(path: Path) -> bool:
    try:
        return not stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False


def _new(memory: Memory, version: bytes) -> Store:
    with tempfile.TemporaryFile(dir=memory.folder) as clock:
        return Store(memory.folder / NAME, version, os.fstat(clock.fileno()).st_mtime_ns, memory.secret)


def _check_schema(database: sqlite3.Connection) -> None:
    """Makes the tables of a new file. A file with others, or with views and triggers, is none of ours."""
    found = {sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    if not found:
        database.execute("BEGIN IMMEDIATE")  # another process may find the file new at the same time
        for statement in _SCHEMA:
            database.execute(statement.replace("TABLE", "TABLE IF NOT EXISTS", 1))
    elif found != _SCHEMA:
        raise sqlite3.DatabaseError("unknown tables")
