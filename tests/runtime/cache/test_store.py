"""The cache file returns stored values unchanged or not at all, whatever has happened to the file."""

import multiprocessing
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.runtime.cache import CachedSource, DamagedCache, Store, open_store
from tests.bulletins import memory_in
from tests.conftest import REPOSITORY, examples

VERSION = b"this program"
CONTEXT = "vi Asia/Ho_Chi_Minh"
LONG_AGO = 1_600_000_000_000_000_000

MOT = CachedSource("content/articles/2020/mot.md", 11, LONG_AGO, "digest-1", b"record 1", 21)
HAI = CachedSource("content/articles/2020/hai.md", 12, LONG_AGO + 1, "digest-2", b"record 2", 22)
TEXTS = {"digest-1": b"text 1", "digest-2": b"text 2"}
SUBJECT = "files /var/www/bantin"
OTHER = "files /elsewhere"

SOURCES = {one.path: one for one in (MOT, HAI)}
NOTES = {SUBJECT: b"note 1", OTHER: b"note 2"}

bounded = settings(max_examples=examples(60), deadline=None)


def fill(store: Store) -> Store:
    store.put(CONTEXT, [MOT, HAI], TEXTS.items())
    for subject, record in NOTES.items():
        store.note(subject, record)
    return store


def notes(store: Store, subjects: Iterable[str] = NOTES) -> dict[str, bytes]:
    found = {subject: store.noted(subject) for subject in subjects}
    return {subject: record for subject, record in found.items() if record is not None}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store in the folder ``tmp_path`` that remembers two files, their texts and two notes."""
    with open_store(memory_in(tmp_path), VERSION) as opened:
        yield fill(opened)


def alter(store: Store, *statements: str, given: tuple[object, ...] = ()) -> None:
    """Changes the file behind the back of the program."""
    with closing(sqlite3.connect(store.file)) as database, database:
        for statement in statements:
            database.execute(statement, given)


def test_what_is_remembered_is_recalled(store: Store) -> None:
    assert store.sources(CONTEXT) == SOURCES
    assert store.texts(TEXTS) == TEXTS
    assert notes(store) == NOTES


def test_it_is_recalled_when_the_file_is_opened_again(store: Store) -> None:
    with open_store(memory_in(store.file.parent), VERSION) as again:
        assert (again.sources(CONTEXT), again.texts(TEXTS), notes(again)) == (SOURCES, TEXTS, NOTES)


ANY_TEXT = st.text(max_size=20)
ANY_BYTES = st.binary(max_size=20)
ANY_SIZE = st.integers(-(2**63), 2**63 - 1)


@bounded
@given(
    st.lists(
        st.builds(CachedSource, ANY_TEXT, ANY_SIZE, ANY_SIZE, ANY_TEXT, ANY_BYTES), unique_by=lambda one: one.path
    ),
    st.dictionaries(ANY_TEXT, ANY_BYTES),
    st.dictionaries(ANY_TEXT, ANY_BYTES),
    ANY_TEXT,
)
def test_whatever_it_says_is_recalled_as_it_was(
    sources: list[CachedSource], texts: dict[str, bytes], records: dict[str, bytes], name: str
) -> None:
    with open_store(None, VERSION) as store:
        store.put(name, sources, texts.items())
        for subject, record in records.items():
            store.note(subject, record)
        assert list(store.sources(name).values()) == sources
        assert store.texts(texts) == texts
        assert notes(store, records) == records


def test_the_latest_word_on_a_file_counts(store: Store) -> None:
    newer = CachedSource(MOT.path, 13, LONG_AGO, "digest-3", b"record 3")
    store.put(CONTEXT, [newer], [("digest-3", b"text 3"), ("digest-2", b"text 2, again")])
    assert store.sources(CONTEXT) == {HAI.path: HAI, MOT.path: newer}
    assert store.texts(["digest-2", "digest-3"]) == {"digest-2": b"text 2, again", "digest-3": b"text 3"}


def test_a_file_that_is_forgotten_takes_its_text_with_it(store: Store) -> None:
    store.remove([MOT.path, "content/unknown.md"])
    assert store.sources(CONTEXT) == {HAI.path: HAI}
    assert store.texts(["digest-2"]) == {"digest-2": b"text 2"}
    with pytest.raises(DamagedCache):
        store.texts(["digest-1"])


def test_a_text_that_belongs_to_no_file_any_more_is_forgotten_with_the_next(store: Store) -> None:
    store.put(CONTEXT, [CachedSource(MOT.path, 13, LONG_AGO, "digest-3", b"")], [("digest-3", b"text 3")])
    store.remove([])
    assert store.texts(["digest-2", "digest-3"]) == {"digest-2": b"text 2", "digest-3": b"text 3"}
    with pytest.raises(DamagedCache):
        store.texts(["digest-1"])


def test_the_latest_note_on_a_subject_counts(store: Store) -> None:
    store.note(SUBJECT, b"note 3")
    assert notes(store) == {SUBJECT: b"note 3", OTHER: b"note 2"}
    assert store.noted("another subject") is None


def test_another_program_recalls_nothing(store: Store) -> None:
    with open_store(memory_in(store.file.parent), b"another program") as other:
        assert (other.sources(CONTEXT), notes(other)) == ({}, {})
        with pytest.raises(DamagedCache):
            other.texts(["digest-1"])


def test_what_was_read_in_another_context_is_not_recalled(store: Store) -> None:
    assert store.sources("en Asia/Ho_Chi_Minh") == {}
    assert store.sources("vi Europe/Berlin") == {}
    assert store.sources(CONTEXT) == SOURCES


def test_a_text_that_is_not_there_cannot_be_relied_on(store: Store) -> None:
    with pytest.raises(DamagedCache):
        store.texts(["digest-1", "digest-3"])
    assert not store.file.exists()


# No value here is what stands in the column, even after SQLite has made a number of a text that looks like one.
OTHERS: tuple[object, ...] = (None, 0, 7, -1, 1.5, "x", "", b"x", b"", "a\0b", "7.5", 2**62)


@pytest.mark.parametrize("value", OTHERS, ids=repr)
@pytest.mark.parametrize("column", ["path", "size", "modified", "digest", "record", "inode", "seal"])
def test_a_file_of_which_anything_was_altered_is_not_recalled(store: Store, column: str, value: object) -> None:
    alter(store, f"UPDATE source SET {column} = ? WHERE digest = 'digest-1'", given=(value,))
    assert store.sources(CONTEXT) == {HAI.path: HAI}


@pytest.mark.parametrize("value", OTHERS, ids=repr)
@pytest.mark.parametrize("column", ["subject", "record", "seal"])
def test_a_note_of_which_anything_was_altered_is_not_recalled(store: Store, column: str, value: object) -> None:
    alter(store, f"UPDATE note SET {column} = ? WHERE subject = '{SUBJECT}'", given=(value,))
    assert notes(store) == {OTHER: b"note 2"}
    assert store.noted(str(value)) is None


@pytest.mark.parametrize("value", OTHERS, ids=repr)
@pytest.mark.parametrize("column", ["digest", "text", "seal"])
def test_a_text_of_which_anything_was_altered_is_not_recalled(store: Store, column: str, value: object) -> None:
    alter(store, f"UPDATE text SET {column} = ? WHERE digest = 'digest-1'", given=(value,))
    assert store.texts(["digest-2"]) == {"digest-2": b"text 2"}
    with pytest.raises(DamagedCache):
        store.texts(["digest-1"])


def test_what_was_altered_by_a_bit_is_not_recalled(store: Store) -> None:
    alter(store, "UPDATE source SET record = x'7265636f72642030'", "UPDATE note SET record = x'6e6f74652030'")
    assert (store.sources(CONTEXT), notes(store)) == ({}, {})


@pytest.mark.parametrize("columns", ["path", "size", "modified", "digest", "record", "seal", "record, seal"])
def test_what_was_taken_from_another_row_is_not_recalled(store: Store, columns: str) -> None:
    alter(
        store,
        "CREATE TEMP TABLE other AS SELECT * FROM source WHERE digest = 'digest-2'",
        "DELETE FROM source WHERE digest = 'digest-2'",
        f"UPDATE source SET ({columns}) = (SELECT {columns} FROM other)",
    )
    assert store.sources(CONTEXT) == {}


def test_a_text_in_the_place_of_another_is_not_recalled(store: Store) -> None:
    alter(store, "DELETE FROM text WHERE digest = 'digest-1'", "UPDATE text SET digest = 'digest-1'")
    with pytest.raises(DamagedCache):
        store.texts(["digest-1"])


@pytest.mark.parametrize("columns", ["subject", "record", "seal", "record, seal"])
def test_a_note_on_another_subject_is_not_recalled(store: Store, columns: str) -> None:
    alter(
        store,
        f"CREATE TEMP TABLE other AS SELECT * FROM note WHERE subject = '{OTHER}'",
        f"DELETE FROM note WHERE subject = '{OTHER}'",
        f"UPDATE note SET ({columns}) = (SELECT {columns} FROM other)",
    )
    assert notes(store) == {}


def assert_true_or_damaged(store: Store) -> None:
    """Whatever ``store`` still recalls is true; what it finds damaged is removed, so that it may begin again."""
    recalls: list[tuple[Callable[[], Any], Mapping[str, object]]] = [
        (lambda: store.sources(CONTEXT), SOURCES),
        (lambda: notes(store), NOTES),
        (lambda: store.texts(TEXTS), TEXTS),
    ]
    for recall, truth in recalls:
        try:
            found = recall()
        except DamagedCache:
            assert not store.file.exists()
            continue
        assert found.items() <= truth.items()
    fill(store)
    assert (store.sources(CONTEXT), store.texts(TEXTS), notes(store)) == (SOURCES, TEXTS, NOTES)


def whole_file() -> bytes:
    with open_store(None, VERSION) as store:
        return fill(store).file.read_bytes()


WHOLE = whole_file()


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The file of the cache cut short or with some bytes changed."""
    data = bytearray(WHOLE[: draw(st.integers(0, len(WHOLE)) | st.just(len(WHOLE)))])
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, 120) | st.integers(0, max(0, len(data) - 1)))
        data[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
    return bytes(data)


def assert_harmless(data: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(memory_in(Path(folder)), VERSION) as store:
        fill(store)
        (Path(folder) / name).write_bytes(data)
        try:
            assert_true_or_damaged(store)
        except DamagedCache:
            # It was found out only when something was to be written.
            assert_true_or_damaged(store)
        with open_store(memory_in(Path(folder)), VERSION) as again:
            assert again.sources(CONTEXT) == SOURCES


@settings(max_examples=examples(150), deadline=None)
@given(damaged() | st.binary(max_size=300) | st.binary(max_size=300).map(lambda data: WHOLE[:100] + data))
def test_no_damage_to_the_file_does_harm(data: bytes) -> None:
    assert_harmless(data, "cache.db")


JOURNAL = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


@bounded
@given(st.sampled_from([b"", JOURNAL]), st.binary(max_size=600))
def test_no_journal_that_another_program_left_does_harm(begin: bytes, data: bytes) -> None:
    assert_harmless(begin + data, "cache.db-journal")


def test_a_text_that_is_none_is_damage(store: Store) -> None:
    alter(store, "UPDATE source SET path = CAST(x'ff' AS TEXT) WHERE digest = 'digest-1'")
    assert_true_or_damaged(store)


FOREIGN = {
    "table": ("CREATE TABLE mine(a)",),
    "column": ("ALTER TABLE text ADD COLUMN more",),
    "other-column": ("DROP TABLE text", "CREATE TABLE text(digest TEXT, text BLOB, seal BLOB)"),
    "missing": ("DROP TABLE text",),
    "index": ("CREATE INDEX mine ON source(size)",),
    "view": ("CREATE VIEW mine AS SELECT * FROM source",),
    "view-instead": ("ALTER TABLE text RENAME TO t", "CREATE VIEW text AS SELECT * FROM t"),
    "trigger": ("CREATE TRIGGER mine AFTER INSERT ON source BEGIN DELETE FROM note; END",),
    "trigger-of-the-same-name": (
        "DROP TABLE source",
        "CREATE TRIGGER source AFTER INSERT ON text BEGIN DELETE FROM note; END",
        "CREATE TABLE source("
        "path TEXT PRIMARY KEY, size INT, modified INT, digest TEXT, record BLOB, inode INT, seal BLOB)",
    ),
    "hidden-trigger": (
        "CREATE TRIGGER mine AFTER INSERT ON text BEGIN DELETE FROM note; END",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET name = 'sqlite_autoindex_mine', sql = replace(sql, 'mine', 'sqlite_autoindex_mine')"
        " WHERE name = 'mine'",
    ),
    "statistics": ("ANALYZE",),
    "nonsense": ("PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'text'"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_with_other_tables_is_none_of_ours(store: Store, name: str) -> None:
    alter(store, *FOREIGN[name])
    with pytest.raises(DamagedCache):
        store.sources(CONTEXT)
    assert not store.file.exists()
    assert fill(store).sources(CONTEXT) == SOURCES


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_with_other_tables_is_replaced_when_it_is_opened(store: Store, name: str) -> None:
    alter(store, *FOREIGN[name])
    with open_store(memory_in(store.file.parent), VERSION) as fresh:
        assert fresh.file == store.file
        assert fresh.sources(CONTEXT) == {}
        assert notes(fill(fresh)) == NOTES


def test_a_file_that_is_removed_while_it_is_in_use_begins_again(store: Store) -> None:
    store.file.unlink()
    assert store.sources(CONTEXT) == {}
    assert fill(store).sources(CONTEXT) == SOURCES


def test_a_folder_that_is_removed_while_it_is_in_use_is_damage(tmp_path: Path) -> None:
    with open_store(memory_in(tmp_path / "folder"), VERSION) as store:
        store.file.unlink()
        store.file.parent.rmdir()
        with pytest.raises(DamagedCache):
            store.sources(CONTEXT)


def test_a_number_that_the_file_cannot_hold_is_damage(store: Store) -> None:
    with pytest.raises(DamagedCache):
        store.put(CONTEXT, [CachedSource("a", 2**63, 0, "", b"")], [])


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bantin.runtime.cache.store._TIMEOUT", 0.05)


@pytest.mark.usefixtures("impatient")
def test_a_file_that_another_build_holds_is_left_to_it(store: Store) -> None:
    with closing(sqlite3.connect(store.file)) as database:
        database.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DamagedCache):
            store.sources(CONTEXT)
        with pytest.raises(DamagedCache):
            store.remove([MOT.path])
    assert store.sources(CONTEXT) == SOURCES


@pytest.mark.usefixtures("impatient")
def test_a_build_goes_on_without_a_file_that_another_holds(store: Store) -> None:
    with closing(sqlite3.connect(store.file)) as database:
        database.execute("BEGIN EXCLUSIVE")
        with open_store(memory_in(store.file.parent), VERSION) as other:
            assert other.file != store.file
            assert fill(other).sources(CONTEXT) == SOURCES
    assert store.sources(CONTEXT) == SOURCES


def in_the_way(folder: Path, name: str) -> Path:
    """A folder that cannot be used for a cache."""
    if name == "file":
        folder.write_bytes(b"mine")
    elif name == "below-a-file":
        folder.write_bytes(b"mine")
        return folder / "below"
    elif name == "folder-in-place-of-the-file":
        (folder / "cache.db/mine").mkdir(parents=True)
    elif name == "dead-link":
        folder.symlink_to(folder.parent / "nowhere/at/all")
    return folder


@pytest.mark.parametrize("name", ["file", "below-a-file", "folder-in-place-of-the-file", "dead-link"])
def test_where_a_folder_cannot_be_used_a_temporary_one_is(tmp_path: Path, name: str) -> None:
    folder = in_the_way(tmp_path / "folder", name)
    before = sorted(tmp_path.rglob("*"))
    with open_store(memory_in(folder), VERSION) as store:
        assert fill(store).sources(CONTEXT) == SOURCES
        assert not store.file.is_relative_to(tmp_path)
    assert not store.file.parent.exists()
    assert sorted(tmp_path.rglob("*")) == before


def test_a_store_without_a_folder_is_forgotten_at_its_end() -> None:
    with open_store(None, VERSION) as store:
        assert fill(store).sources(CONTEXT) == SOURCES
    assert not store.file.parent.exists()


def test_a_folder_is_made_where_there_is_none(tmp_path: Path) -> None:
    with open_store(memory_in(tmp_path / "a/b"), VERSION) as store:
        fill(store)
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["cache.db"]


def test_nothing_but_the_file_is_written_even_where_links_stand_in_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("cache.db", "cache.db-journal", "clock"):
        (tmp_path / name).write_bytes(b"")
        (folder / name).symlink_to(tmp_path / name)
    with open_store(memory_in(folder), VERSION) as store:
        assert fill(store).sources(CONTEXT) == SOURCES
    assert [path.read_bytes() for path in tmp_path.iterdir() if path.is_file()] == [b"", b"", b""]


def test_a_time_of_change_is_remembered_once_it_has_passed_for_certain(store: Store) -> None:
    two_seconds = 2_000_000_000
    for modified in (0, LONG_AGO, store.began - two_seconds - 1):
        assert store.stamp(modified) == modified
    for modified in (store.began - two_seconds, store.began, store.began + 1, 2**70, -(2**70)):
        assert store.stamp(modified) != modified


@bounded
@given(st.integers())
def test_every_time_of_change_can_be_remembered(modified: int) -> None:
    with open_store(None, VERSION) as store:
        one = CachedSource("a", 1, store.stamp(modified), "", b"")
        store.put(CONTEXT, [one], [])
        assert store.sources(CONTEXT) == {"a": one}


def test_a_store_begins_by_the_clock_of_the_disk(tmp_path: Path) -> None:
    with open_store(memory_in(tmp_path), VERSION) as store:
        (tmp_path / "later").write_bytes(b"")
    assert abs((tmp_path / "later").stat().st_mtime_ns - store.began) < 60_000_000_000
    assert store.stamp((tmp_path / "later").stat().st_mtime_ns) != (tmp_path / "later").stat().st_mtime_ns


def test_no_build_ever_sees_a_file_with_some_of_its_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    seen: set[int] = set()

    class Watched(sqlite3.Connection):
        """Has another connection count the tables after every step."""

        def execute(self, *given: Any) -> sqlite3.Cursor:
            done = super().execute(*given)
            with closing(connect(tmp_path / "cache.db")) as other:
                seen.update(other.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone())
            return done

    monkeypatch.setattr(sqlite3, "connect", partial(connect, factory=Watched))
    with open_store(memory_in(tmp_path), VERSION) as store:
        assert fill(store).sources(CONTEXT) == SOURCES
    assert seen == {0, 3}


TURNS = 10


def take_turns(folder: Path, number: int) -> None:
    """Remembers things, and finds them again, while others do so too."""
    while not (folder / "go").exists():
        time.sleep(0.001)
    with open_store(memory_in(folder), VERSION) as store:
        for turn in range(TURNS):
            one = CachedSource(f"{number}/{turn}", 1, 1, f"{number}/{turn}", b"")
            store.put(CONTEXT, [one], [(one.digest, b"text")])
            assert store.sources(CONTEXT)[one.path] == one
            assert store.texts([one.digest]) == {one.digest: b"text"}


def test_builds_that_share_a_file_lose_nothing(tmp_path: Path) -> None:
    with ProcessPoolExecutor(4, multiprocessing.get_context("spawn")) as pool:
        for attempt in range(8):
            folder = tmp_path / str(attempt)
            folder.mkdir()
            working = [pool.submit(take_turns, folder, number) for number in range(4)]
            time.sleep(0.05)
            (folder / "go").touch()
            for one in working:
                one.result()
            with open_store(memory_in(folder), VERSION) as store:
                assert len(store.sources(CONTEXT)) == 4 * TURNS


KILLED = """
import os, sys
from pathlib import Path
from tests.runtime.cache.test_store import CONTEXT, MOT, VERSION, memory_in, open_store

def texts():
    for number in range(100):
        yield f"more {number}", bytes(100_000)
    os._exit(9)

with open_store(memory_in(Path(sys.argv[1])), VERSION) as store:
    store.remove([MOT.path])
    store.put(CONTEXT, (), texts())
"""


def test_a_build_that_is_killed_leaves_the_file_as_it_was_after_its_last_step(store: Store) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, store.file.parent], cwd=REPOSITORY, check=False)
    assert done.returncode == 9
    assert (store.file.parent / "cache.db-journal").exists()
    assert store.sources(CONTEXT) == {HAI.path: HAI}
    assert [path.name for path in store.file.parent.iterdir()] == ["cache.db"]
    with pytest.raises(DamagedCache):
        store.texts(["more 1"])
