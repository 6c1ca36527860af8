"""Staging: everything is prepared, and nothing is changed before the commit."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bantin.domain.problems import BulletinError, Location, Severity
from bantin.output.publish import Report, open_output, reserve, stage, staging_area
from bantin.output.publish.output import MANIFEST, STAGING, read_manifest
from bantin.output.publish.problems import CANNOT_WRITE
from bantin.output.publish.receipt import sum_of
from bantin.output.publish.staging_folder import LOCK
from bantin.render import Artifact, StagedFile
from bantin.site import CopiedFile
from tests.bulletins import write
from tests.output.publish.faults import watched
from tests.output.publish.sites import COPIES, NEW, asked_for, everything, put, put_new, put_old, shown

ARTIFACTS = [Artifact(path, text.encode()) for path, text in NEW.items()]
FILES = [CopiedFile(address, source) for address, source in COPIES.items()]
ONE = sum_of(b"one")


def test_what_is_not_committed_is_forgotten(tmp_path: Path) -> None:
    put_old(tmp_path)
    before = everything(tmp_path)
    output = open_output(tmp_path / "site", tmp_path, adopt=False)
    with reserve(output, tmp_path) as reserved:
        for _ in range(2):
            with stage(ARTIFACTS, FILES, {}, tmp_path, reserved):
                pass
            assert [path.name for path in (tmp_path / "site" / STAGING).iterdir()] == [LOCK]
        with stage(ARTIFACTS, FILES, {}, tmp_path, reserved) as staged:
            staged.commit()
    after = everything(tmp_path)
    put_new(tmp_path)
    assert everything(tmp_path) == after != before


def test_staged_files_lie_side_by_side(tmp_path: Path) -> None:
    output = open_output(tmp_path / "site", tmp_path, adopt=False)
    with reserve(output, tmp_path) as reserved, stage(ARTIFACTS, (), {}, tmp_path, reserved):
        found = {path.relative_to(tmp_path / "site" / STAGING).as_posix() for path in (tmp_path / "site").rglob("*")}
    assert found == {".", LOCK, *(str(number) for number in range(len(ARTIFACTS)))}


def test_all_problems_are_known_before_the_commit_and_in_order(tmp_path: Path) -> None:
    put(tmp_path, {"stale/x.html": "one", "gone/y/z.html": "one"})
    write(tmp_path, {"elsewhere/x.html": "mine", "elsewhere/y/z.html": "mine", "site/b": "mine", "site/c": "mine"})
    (tmp_path / "site/stale/x.html").unlink()
    (tmp_path / "site/stale").rmdir()
    (tmp_path / "site/stale").symlink_to("../elsewhere")
    (tmp_path / "site/a").symlink_to("../elsewhere")
    before = everything(tmp_path)
    paths = ["new.html", "c/d/e.html", "b", "a/x.html", "a/y/z.html"]
    output = open_output(tmp_path / "site", tmp_path, adopt=False)
    with (
        reserve(output, tmp_path) as reserved,
        stage([Artifact(path, b"ours") for path in paths], (), {}, tmp_path, reserved) as staged,
    ):
        told = [(problem.location.path, problem.code, problem.severity) for problem in staged.problems]
    link, foreign = ("symlink-in-output", Severity.ERROR), ("foreign-file", Severity.WARNING)
    assert told == [("site/a", *link), ("site/b", *foreign), ("site/c", *foreign), ("site/stale", *link)]
    assert everything(tmp_path) == before


def test_an_error_while_rendering_leaves_everything_as_it_was(tmp_path: Path) -> None:
    put_old(tmp_path)
    before = everything(tmp_path)

    def rendered() -> Iterator[Artifact]:
        yield from ARTIFACTS
        raise BulletinError([CANNOT_WRITE.at(Location("x"), reason="x")])

    output = open_output(tmp_path / "site", tmp_path, adopt=False)
    with (
        pytest.raises(BulletinError),
        reserve(output, tmp_path) as reserved,
        stage(rendered(), FILES, {}, tmp_path, reserved),
    ):
        pytest.fail("nothing is staged")
    assert everything(tmp_path) == before


def test_files_that_stand_are_neither_asked_for_nor_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [f"a/{number}/index.html" for number in range(20)]
    put(tmp_path, dict.fromkeys(paths, "one"))
    before = everything(tmp_path)
    output = open_output(tmp_path / "site", tmp_path, adopt=False)
    asked = asked_for(monkeypatch)
    writes: list[str] = []
    with reserve(output, tmp_path) as reserved:
        asked.clear()
        with watched(writes.append), stage([], [], dict.fromkeys(paths, ONE), tmp_path, reserved) as staged:
            assert staged.commit() == Report(written=0, unchanged=20, removed=0)
        assert not [path for path in asked if path.endswith("index.html")]
    assert writes == []
    monkeypatch.undo()
    assert everything(tmp_path) == before


def test_a_new_site_costs_no_more_than_a_write_and_a_move_for_each_file(tmp_path: Path) -> None:
    writes: list[str] = []
    artifacts = [Artifact(f"a/{number}.html", b"one") for number in range(50)]
    output = open_output(tmp_path / "site", tmp_path, adopt=False)
    with (
        reserve(output, tmp_path) as reserved,
        watched(writes.append),
        stage(artifacts, [], {}, tmp_path, reserved) as staged,
    ):
        staged.commit()
    # Opened, written and moved; and the folder, the list, and the journal, which goes in the end.
    assert len(writes) == 3 * 50 + 1 + 3 + 5


def test_a_file_somebody_made_with_the_very_bytes_of_the_page_is_as_it_should_be(tmp_path: Path) -> None:
    put(tmp_path, {"index.html": "one"})
    write(tmp_path, {"site/a.html": "same"})
    before = everything(tmp_path / "site")["a.html"]
    assert put(tmp_path, {"index.html": "one", "a.html": "same"}) == Report(written=0, unchanged=2, removed=0)
    assert everything(tmp_path / "site")["a.html"] == before
    assert read_manifest(tmp_path / "site") == frozenset({"index.html", "a.html"})


def test_a_list_of_files_that_was_tampered_with_is_written_again(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "one"})
    manifest = tmp_path / "site" / MANIFEST
    sound = manifest.read_bytes()
    manifest.write_bytes(sound.replace(b"[", b"[   "))
    assert put(tmp_path, {"a.html": "one"}) == Report(written=0, unchanged=1, removed=0)
    assert manifest.read_bytes() == sound


def test_problems_are_shown_in_the_language_of_the_bulletin(tmp_path: Path) -> None:
    write(tmp_path, {"content/site.yml": "language: vi\n"})

    def refuse(name: str) -> None:
        if name == "write":
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(BulletinError) as stopped, watched(refuse):
        put(tmp_path, {"a.html": "one"})
    assert stopped.value.language == "vi"


@pytest.mark.parametrize("what", ["folder", "file"])
def test_what_changes_between_staging_and_commit_is_seen(tmp_path: Path, what: str) -> None:
    put(tmp_path, {"index.html": "one", "a/index.html": "one"})
    write(tmp_path, {"elsewhere/index.html": "mine"})
    artifacts = [Artifact("a/new.html", b"new"), Artifact("index.html", b"new")]
    output = open_output(tmp_path / "site", tmp_path, adopt=False)
    with (
        reserve(output, tmp_path) as reserved,
        stage(artifacts, [], {"a/index.html": ONE}, tmp_path, reserved) as staged,
    ):
        assert staged.problems == ()
        (tmp_path / "site/a").rename(tmp_path / "moved")
        if what == "folder":
            (tmp_path / "site/a").symlink_to("../elsewhere")
        else:
            write(tmp_path, {"site/a": "mine"})
        before = everything(tmp_path)
        with pytest.raises(BulletinError) as stopped:
            staged.commit()
    code = {"folder": "symlink-in-output", "file": "cannot-write"}[what]
    assert [problem.code for problem in stopped.value.problems] == [code]
    before = {path: one for path, one in before.items() if STAGING not in path}
    assert everything(tmp_path) == before
    assert "new.html" not in shown(tmp_path)


def test_what_workers_write_to_the_staging_area_is_staged_as_if_it_had_been_sent(tmp_path: Path) -> None:
    put_old(tmp_path)
    output = open_output(tmp_path / "site", tmp_path, adopt=False)
    with reserve(output, tmp_path) as reserved:
        with stage(ARTIFACTS, FILES, {}, tmp_path, reserved) as staged:
            sent = staged
        with stage(map(staging_area(reserved, tmp_path).write, ARTIFACTS), FILES, {}, tmp_path, reserved) as staged:
            kept = staged
    assert set(kept.journal.moves.values()) == set(sent.journal.moves.values())
    assert (kept.sums, kept.aside, kept.journal.gone) == (sent.sums, sent.aside, sent.journal.gone)


def test_no_number_of_a_process_is_that_of_a_staged_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container the build is process 1, and a file that is staged by itself has the number 1 as well."""
    monkeypatch.setattr(os, "getpid", lambda: 1)
    for text in ("first", "second"):
        site = dict.fromkeys(("a.html", "b.html", "c/index.html", "d/index.html"), text)
        put(tmp_path, site)
        assert shown(tmp_path) == site


def test_each_build_has_a_staging_area_of_its_own(tmp_path: Path) -> None:
    """A worker that outlives a killed build never writes to the folder of the next one."""
    output = open_output(tmp_path / "site", tmp_path, adopt=False)
    assert staging_area(output, tmp_path).name != staging_area(output, tmp_path).name


def test_what_a_worker_cannot_put_on_the_shelf_is_reported_by_its_place_in_the_site(tmp_path: Path) -> None:
    output = open_output(tmp_path / "site", tmp_path, adopt=False)
    with reserve(output, tmp_path) as reserved:
        worker = staging_area(reserved, tmp_path)
        kept = worker.write(Artifact("a/index.html", b"a"))
        assert kept == StagedFile("a/index.html", f"{worker.name}/a/index.html", 1, sum_of(b"a").sha256)
        with pytest.raises(BulletinError) as stopped:
            worker.write(Artifact("a/index.html/b", b"a"))
    (problem,) = stopped.value.problems
    assert (problem.code, problem.location.path) == ("cannot-write", "site/a/index.html/b")
