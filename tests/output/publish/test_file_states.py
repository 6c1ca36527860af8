"""File states: unchanged files are recognised, with their checksums."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bantin.output.publish import FileStates, Output
from bantin.output.publish.output import MANIFEST
from bantin.output.publish.receipt import FileSum, sum_of
from bantin.runtime.cache import DamagedCache, Store, open_store
from tests.bulletins import memory_in, write

KEYS = {"a.html": b"a", "b/index.html": b"b"}
SUMS = {"a.html": sum_of(b"one"), "b/index.html": sum_of(b"two")}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(memory_in(tmp_path / "memory"), b"") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "site", {"a.html": "one", "b/index.html": "two"})


def file_states(store: Store, folder: Path, *made: str) -> FileStates:
    return FileStates(store, Output(folder, frozenset(made or KEYS)))


def test_what_was_left_stands_with_its_sums(store: Store, folder: Path) -> None:
    file_states(store, folder).note(KEYS, SUMS, {})
    unchanged = file_states(store, folder).up_to_date(KEYS)
    assert {path: left.sum for path, left in unchanged.items()} == SUMS
    # Unchanged files are recorded again without being read.
    os.utime(folder / "a.html", (1, 1))
    file_states(store, folder).note(KEYS, SUMS, unchanged)
    assert file_states(store, folder).up_to_date(KEYS).keys() == {"b/index.html"}


CHANGES: dict[str, Callable[[Path], object]] = {
    "longer": lambda path: path.write_text("another"),
    "another time": lambda path: os.utime(path, (1, 1)),
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_not_as_it_was_left_does_not_stand(store: Store, folder: Path, change: str) -> None:
    file_states(store, folder).note(KEYS, SUMS, {})
    CHANGES[change](folder / "a.html")
    assert file_states(store, folder).up_to_date(KEYS).keys() == {"b/index.html"}


def test_only_what_is_of_the_same_key_and_ours_stands(store: Store, folder: Path) -> None:
    file_states(store, folder).note(KEYS, SUMS, {})
    assert file_states(store, folder).up_to_date({**KEYS, "a.html": b"x", "c.html": b"c"}).keys() == {"b/index.html"}
    assert file_states(store, folder, "a.html").up_to_date(KEYS).keys() == {"a.html"}


def test_what_is_not_there_as_it_was_published_is_not_noted(store: Store, folder: Path) -> None:
    (folder / "a.html").write_text("changed meanwhile")
    (folder / "b/index.html").unlink()
    file_states(store, folder).note(KEYS, SUMS, {})
    assert file_states(store, folder).up_to_date(KEYS) == {}


def test_a_file_without_a_key_stands_for_nothing_that_has_one(store: Store, folder: Path) -> None:
    file_states(store, folder).note({"a.html": b"a"}, {"b/index.html": FileSum(3, "")}, {})
    assert file_states(store, folder).up_to_date(KEYS) == {}


def whole(store: Store, folder: Path, *paths: str) -> bool:
    return file_states(store, folder).untouched(paths) is not None


def test_a_site_is_whole_while_every_file_is_as_it_was_left(store: Store, folder: Path) -> None:
    write(folder, {MANIFEST: "{}"})
    file_states(store, folder).note({"a.html": b"a"}, SUMS, {})
    assert whole(store, folder, *SUMS)
    assert not whole(store, folder, *SUMS, "c.html")
    # A changed mode does not change the content, but the file is not as the build left it.
    (folder / "a.html").chmod(0o600)
    assert not whole(store, folder, *SUMS)
    assert whole(store, folder, "b/index.html")
    assert file_states(store, folder).up_to_date({"a.html": b"a"}).keys() == {"a.html"}
    os.utime(folder / MANIFEST, (1, 1))
    assert not whole(store, folder, "b/index.html")


def test_what_has_changed_besides_its_bytes_is_noted_when_it_stands(store: Store, folder: Path) -> None:
    write(folder, {MANIFEST: "{}"})
    file_states(store, folder).note(KEYS, SUMS, {})
    (folder / "a.html").chmod(0o600)
    file_states(store, folder).note(KEYS, SUMS, file_states(store, folder).up_to_date(KEYS))
    assert whole(store, folder, *SUMS)


def test_each_folder_has_a_ledger_of_its_own(store: Store, folder: Path, tmp_path: Path) -> None:
    file_states(store, folder).note(KEYS, SUMS, {})
    assert file_states(store, tmp_path / "other").up_to_date(KEYS) == {}


def test_a_record_that_cannot_be_read_ends_the_memory(store: Store, folder: Path) -> None:
    store.note(f"files {os.path.realpath(folder)}", b"\xc1")
    with pytest.raises(DamagedCache):
        file_states(store, folder).up_to_date(KEYS)
