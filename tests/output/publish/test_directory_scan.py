"""Existing files at the paths of the site are recognised correctly, at little cost."""

import os
from pathlib import Path

import pytest

from bantin.output.publish.directory_scan import DirectoryScan, EntryType, ScannedEntry
from tests.bulletins import write
from tests.output.publish.sites import asked_for


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, {"file": "text", "a/b/c": "x", "elsewhere/inner/x": "x"})
    (tmp_path / "link").symlink_to("elsewhere")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "a/link").symlink_to("../elsewhere")
    os.mkfifo(tmp_path / "pipe")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("file", ScannedEntry(EntryType.FILE, "file", 4)),
        ("a/b/c", ScannedEntry(EntryType.FILE, "a/b/c", 1)),
        ("a/b/none", ScannedEntry(EntryType.NOTHING, "a/b/none")),
        ("none/b/c", ScannedEntry(EntryType.NOTHING, "none")),
        ("file/b/c", ScannedEntry(EntryType.FILE, "file", 4)),
        ("pipe", ScannedEntry(EntryType.OTHER, "pipe")),
        ("pipe/b", ScannedEntry(EntryType.OTHER, "pipe")),
    ],
)
def test_what_stands_at_a_place_or_on_the_way_is_found(folder: Path, path: str, found: ScannedEntry) -> None:
    assert DirectoryScan(folder).at(path) == found


@pytest.mark.parametrize(
    ("path", "at"),
    [
        ("link", "link"),
        ("link/inner/x", "link"),
        ("dangling", "dangling"),
        ("dangling/x", "dangling"),
        ("a/link/inner/x", "a/link"),
    ],
)
def test_links_are_not_followed(folder: Path, path: str, at: str) -> None:
    found = DirectoryScan(folder).at(path)
    assert (found.type, found.path) == (EntryType.LINK, at)


def test_a_folder_is_looked_at_once_and_what_is_below_nothing_never(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asked_for(monkeypatch)
    scan = DirectoryScan(folder)
    for number in range(3):
        scan.at(f"new/deep/{number}/index.html")
        scan.at(f"a/b/{number}")
        scan.at(f"link/{number}")
    expected = ["new", "a", "a/b", "a/b/0", "link", "a/b/1", "a/b/2"]
    assert asked == [str(folder / path) for path in expected]


@pytest.mark.parametrize(
    ("made", "path", "ours"),
    [
        (["file"], "file", True),
        ([], "file", False),
        (["a/b/c"], "a/b", True),
        (["a/b/c"], "a", False),
        (["a/b/c", "a/link"], "a", False),
        ([], "a/b", False),
        (["elsewhere/inner/x"], "elsewhere", True),
        (["elsewhere"], "elsewhere", False),
        (["link", "link/inner/x"], "link", False),
        (["pipe"], "pipe", False),
        (["empty"], "empty", False),
        (["empty/lost"], "empty", True),
    ],
)
def test_ours_is_what_an_earlier_build_made_and_is_still_a_file(
    folder: Path, made: list[str], path: str, ours: bool
) -> None:
    (folder / "empty").mkdir()
    scan = DirectoryScan(folder, frozenset(made))
    assert scan.is_ours(scan.at(path)) is ours
