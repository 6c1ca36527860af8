"""A commit changes everything or nothing, whichever write fails."""

import errno
import os
import shutil
from itertools import count
from pathlib import Path

import pytest

from bantin.domain.problems import BulletinError
from bantin.output.publish.output import STAGING
from tests.bulletins import files_of, write
from tests.output.publish.faults import NEEDS_ROOM, watched
from tests.output.publish.sites import COPIES, NEW, OLD, PHOTO, everything, put, put_new, put_old, shown


class Fault:
    """Makes the write with a number fail; on a full disk, also all later ones that need room."""

    def __init__(self, number: int, code: int, *, full: bool) -> None:
        self.hits: list[str] = []
        self.failed: list[str] = []
        self._number = number
        self._code = code
        self._full = full

    def hit(self, name: str) -> None:
        self.hits.append(name)
        now = len(self.hits) - 1
        if now == self._number or (self._full and now > self._number and name in NEEDS_ROOM):
            self.failed.append(name)
            raise OSError(self._code, os.strerror(self._code))


FAULTS = [(errno.ENOSPC, False), (errno.ENOSPC, True), (errno.EACCES, False)]


@pytest.mark.parametrize(("code", "full"), FAULTS, ids=["no-space-once", "disk-full", "no-access"])
def test_wherever_the_system_refuses_a_write_the_old_site_stands(tmp_path: Path, code: int, full: bool) -> None:
    put_old(tmp_path)
    expected = {**shown(tmp_path), **NEW, "media/b.png": "new photo"}
    for path in OLD.keys() - NEW.keys():
        del expected[path]
    before = everything(tmp_path)
    refusals = set()
    for number in count():
        fault = Fault(number, code, full=full)
        try:
            with watched(fault.hit):
                put_new(tmp_path)
        except BulletinError as error:
            (problem,) = error.problems
            assert problem.code == "cannot-write"
            assert problem.location.path.startswith("site")
            assert os.strerror(code) in problem.message("en")
            assert everything(tmp_path) == before
            refusals.add(fault.failed[0])
        else:
            # Failures of the clean-up, or of writes with an alternative, are ignored.
            put_new(tmp_path)
            assert shown(tmp_path) == expected
            assert not (tmp_path / "site" / STAGING).exists()
            if not fault.failed:
                break
            shutil.rmtree(tmp_path)
            put_old(tmp_path)
            before = everything(tmp_path)
    assert number > 60
    assert refusals >= {"open", "write", "mkdir", "replace", "rename", "fsync", "sendfile"}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES])
def test_a_first_site_is_whole_or_not_there_at_all(tmp_path: Path, code: int) -> None:
    write(tmp_path, {PHOTO: "new photo"})
    for number in count():
        fault = Fault(number, code, full=False)
        try:
            with watched(fault.hit):
                put(tmp_path, NEW, copies=COPIES, out="deep/down/site")
        except BulletinError:
            assert files_of(tmp_path) == {PHOTO: b"new photo"}
            assert not (tmp_path / "deep").exists()
        else:
            assert (tmp_path / "deep/down/site/index.html").read_text() == "new"
            if not fault.failed:
                break
            shutil.rmtree(tmp_path / "deep")
    assert number > 40


def test_wherever_the_system_refuses_to_look_the_old_site_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_old(tmp_path)
    before = everything(tmp_path)
    lstat = os.lstat
    for number in count():
        asked: list[str] = []

        def look(path: str, *, dir_fd: int | None = None, asked: list[str] = asked, at: int = number) -> os.stat_result:
            asked.append(path)
            if len(asked) == at + 1:
                raise PermissionError(errno.EACCES, "closed to you")
            return lstat(path, dir_fd=dir_fd)

        with monkeypatch.context() as patch:
            patch.setattr(os, "lstat", look)
            codes = codes_of(tmp_path)
        if codes:
            assert codes == ["cannot-write"]
            assert everything(tmp_path) == before
        elif len(asked) <= number:
            break
        else:
            shutil.rmtree(tmp_path)
            put_old(tmp_path)
            before = everything(tmp_path)
    assert number > 20
    assert shown(tmp_path)["index.html"] == "new"


def codes_of(root: Path) -> list[str]:
    """The codes of the errors that stop the new edition."""
    try:
        put_new(root)
    except BulletinError as error:
        return [problem.code for problem in error.problems]
    return []


class Stop(BaseException):
    """Somebody interrupts the build."""


def test_an_interrupted_commit_is_undone(tmp_path: Path) -> None:
    put_old(tmp_path)
    before = everything(tmp_path)
    for number in (24, 30, 40, 50):
        hits: list[str] = []

        def stop(name: str, hits: list[str] = hits, number: int = number) -> None:
            hits.append(name)
            if len(hits) == number:
                raise Stop

        with pytest.raises(Stop), watched(stop):
            put_new(tmp_path)
        assert everything(tmp_path) == before


def test_where_there_are_no_hard_links_files_are_copied(tmp_path: Path) -> None:
    put_old(tmp_path)
    before = everything(tmp_path)
    linked = 0
    for number in count(36):
        hits: list[str] = []

        def refuse(name: str, hits: list[str] = hits, number: int = number) -> None:
            nonlocal linked
            hits.append(name)
            if name == "link":
                linked += 1
                raise OSError(errno.EPERM, "no links here")
            if len(hits) == number:
                raise OSError(errno.ENOSPC, "full")

        try:
            with watched(refuse):
                put_new(tmp_path)
        except BulletinError:
            # A copy is another file, with the same bytes and the same time.
            assert {path: one[:2] if isinstance(one, tuple) else one for path, one in everything(tmp_path).items()} == {
                path: one[:2] if isinstance(one, tuple) else one for path, one in before.items()
            }
        else:
            break
    assert linked > 10
    assert shown(tmp_path)["index.html"] == "new"


def test_when_even_undoing_fails_every_file_of_ours_stays_listed(tmp_path: Path) -> None:
    put_old(tmp_path)
    known = {**shown(tmp_path)}
    hits: list[str] = []

    def refuse(name: str) -> None:
        hits.append(name)
        if len(hits) > 45:
            raise OSError(errno.EROFS, "read-only now")

    with pytest.raises(BulletinError), watched(refuse):
        put_new(tmp_path)
    assert all(text in {known.get(path), NEW.get(path), "new photo"} for path, text in shown_site(tmp_path).items())
    report = put_new(tmp_path)
    assert report.problems == ()
    assert set(shown(tmp_path)) == {*NEW, *COPIES, "CNAME", "b/own.html", "new.txt"}


def shown_site(root: Path) -> dict[str, str]:
    return {path: text for path, text in shown(root).items() if not path.startswith(STAGING)}


def test_folders_that_are_new_move_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"old/a.html": "old"})
    moved: list[str] = []
    rename = os.rename

    def tell(source: str, target: str) -> None:
        moved.append(os.path.relpath(target, tmp_path / "site"))
        rename(source, target)

    monkeypatch.setattr(os, "rename", tell)
    put(tmp_path, {"old/a.html": "old", "old/new/a.html": "a", "new/a.html": "b", "new/b/c.html": "c", "d.html": "d"})
    assert moved == ["old/new", "new"]
    assert shown(tmp_path)["new/b/c.html"] == "c"
