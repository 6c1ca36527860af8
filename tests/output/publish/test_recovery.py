"""An interrupted build is completed, and its journal never does harm, whatever it contains."""

import errno
import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from bantin.domain.problems import BulletinError
from bantin.output.publish import open_output, reserve
from bantin.output.publish.journal import JOURNAL
from bantin.output.publish.output import MANIFEST, STAGING, manifest_bytes, read_manifest
from tests.bulletins import write
from tests.output.publish.faults import watched
from tests.output.publish.sites import everything, put, shown


def leave(root: Path, moves: Mapping[str, str], gone: list[str], listed: list[str]) -> None:
    """Simulates a build that was killed when its files ``0`` and ``1`` were about to move."""
    staged = {"0": "zero", "1": "one", JOURNAL: json.dumps({"version": 1, "moves": moves, "gone": gone})}
    write(root / "site" / STAGING, staged)
    write(root / "site", {MANIFEST: manifest_bytes(listed)})


def recovered(root: Path) -> None:
    output = open_output(root / "site", root, adopt=False)
    with reserve(output, root):
        pass
    assert not (root / "site" / STAGING).exists()


def test_what_was_begun_is_ended(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "old", "b/c/d.html": "old", "keep.html": "old"})
    leave(
        tmp_path,
        {"0": "a.html", "1": "new/x.html"},
        ["b/c/d.html"],
        ["a.html", "b/c/d.html", "keep.html", "new/x.html"],
    )
    recovered(tmp_path)
    assert shown(tmp_path) == {"a.html": "zero", "new/x.html": "one", "keep.html": "old"}
    assert read_manifest(tmp_path / "site") == frozenset(shown(tmp_path))
    assert not (tmp_path / "site/b").exists()


def test_what_had_moved_already_stays(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "old"})
    leave(tmp_path, {"0": "a.html", "1": "b/x.html", "2": "c.html"}, [], ["a.html", "b/x.html", "c.html"])
    write(tmp_path / "site", {"c.html": "two"})
    recovered(tmp_path)
    assert shown(tmp_path) == {"a.html": "zero", "b/x.html": "one", "c.html": "two"}


def test_files_and_folders_take_each_others_place(tmp_path: Path) -> None:
    put(tmp_path, {"a": "old", "b/c/d.html": "old", "b/e.html": "old"})
    leave(
        tmp_path,
        {"0": "a/x.html", "1": "b"},
        ["a", "b/c/d.html", "b/e.html"],
        ["a", "b/c/d.html", "b/e.html", "a/x.html", "b"],
    )
    recovered(tmp_path)
    assert shown(tmp_path) == {"a/x.html": "zero", "b": "one"}
    assert read_manifest(tmp_path / "site") == frozenset({"a/x.html", "b"})


def test_without_a_list_of_our_files_nothing_had_begun(tmp_path: Path) -> None:
    leave(tmp_path, {"0": "a.html"}, [], ["a.html"])
    (tmp_path / "site" / MANIFEST).unlink()
    recovered(tmp_path)
    assert not shown(tmp_path)


DAMAGED = ["", "{", "[]", '{"version": 1, "moves": {"0": "../elsewhere/x"}, "gone": []}']


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_journal_is_thrown_away(tmp_path: Path, data: str) -> None:
    put(tmp_path, {"a.html": "old"})
    before = everything(tmp_path)
    write(tmp_path / "site" / STAGING, {"0": "zero", JOURNAL: data})
    recovered(tmp_path)
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    "path", ["../elsewhere/own.html", "{root}/elsewhere/own.html", "link/own.html", "a/../../elsewhere/own.html"]
)
@pytest.mark.parametrize("listed", [True, False])
def test_nothing_outside_of_the_folder_is_written_or_removed(tmp_path: Path, path: str, listed: bool) -> None:
    path = path.format(root=tmp_path)
    write(tmp_path, {"elsewhere/own.html": "mine"})
    put(tmp_path, {"a.html": "old"})
    (tmp_path / "site/link").symlink_to(tmp_path / "elsewhere")
    before = everything(tmp_path / "elsewhere")
    leave(tmp_path, {"0": path}, [], ["a.html", *([path] if listed else [])])
    recovered(tmp_path)
    leave(tmp_path, {}, [path], ["a.html", *([path] if listed else [])])
    recovered(tmp_path)
    leave(
        tmp_path, {"0": f"{path}/x", "1": path.rpartition("/")[0]}, [], ["a.html", f"{path}/x", path.rpartition("/")[0]]
    )
    recovered(tmp_path)
    assert everything(tmp_path / "elsewhere") == before
    assert (tmp_path / "site/link").is_symlink()
    assert (tmp_path / "site/a.html").read_text() == "old"


def test_what_is_not_ours_is_neither_replaced_nor_removed(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "old"})
    write(tmp_path / "site", {"own.html": "mine", "folder/own.html": "mine"})
    (tmp_path / "site/link.html").symlink_to("own.html")
    os.mkfifo(tmp_path / "site/pipe.html")
    mine = ["own.html", "folder"]
    replaced = ["link.html", "pipe.html", "folder"]
    for path in (*mine, *replaced):
        listed = ["a.html", *(replaced if path in replaced else [])]
        before = everything(tmp_path / "site")
        leave(tmp_path, {"0": path}, [path], listed)
        recovered(tmp_path)
        after = everything(tmp_path / "site")
        assert {one for one in before if before[one] != after.get(one)} <= {MANIFEST}
        assert path not in (read_manifest(tmp_path / "site") or ())
        write(tmp_path / "site", {MANIFEST: manifest_bytes(["a.html"])})


def test_a_staged_link_is_not_put_into_the_site(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "old"})
    leave(tmp_path, {"0": "a.html"}, ["b.html"], ["a.html", "b.html"])
    (tmp_path / "site" / STAGING / "0").unlink()
    write(tmp_path, {"elsewhere.html": "mine"})
    (tmp_path / "site" / STAGING / "0").symlink_to(tmp_path / "elsewhere.html")
    (tmp_path / "site" / STAGING / MANIFEST).symlink_to(tmp_path / "elsewhere.html")
    recovered(tmp_path)
    assert shown(tmp_path) == {"a.html": "old"}
    assert not (tmp_path / "site/a.html").is_symlink()
    assert (tmp_path / "elsewhere.html").read_text() == "mine"


def test_links_and_folders_in_the_staging_folder_are_removed_and_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"elsewhere/own.html": "mine", f"site/{STAGING}/old-1/a/b": "x", f"site/{STAGING}/7/c": "x"})
    (tmp_path / "site" / STAGING / "old-2").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "site" / STAGING / "0").symlink_to(tmp_path / "elsewhere/own.html")
    put(tmp_path, {"a.html": "ours"})
    assert (tmp_path / "elsewhere/own.html").read_text() == "mine"
    assert shown(tmp_path) == {"a.html": "ours"}


def test_what_cannot_be_ended_now_is_ended_by_a_later_build(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "old", "b.html": "old"})
    leave(tmp_path, {"0": "a.html", "1": "new/x.html"}, ["b.html"], ["a.html", "b.html", "new/x.html"])

    def refuse(name: str) -> None:
        if name == "mkdir" and (tmp_path / "site/a.html").read_text() == "zero":
            raise OSError(errno.ENOSPC, "full")

    for _ in range(2):
        with pytest.raises(BulletinError) as stopped, watched(refuse):
            put(tmp_path, {"a.html": "newer"})
        assert [(one.code, str(one.location)) for one in stopped.value.problems] == [
            ("cannot-write", "site/new/x.html")
        ]
        assert (tmp_path / "site" / STAGING / "1").read_text() == "one"
    recovered(tmp_path)
    assert shown(tmp_path) == {"a.html": "zero", "new/x.html": "one"}
