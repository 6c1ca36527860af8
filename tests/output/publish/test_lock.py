"""Only one build at a time publishes into a folder, and an unused folder is removed again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bantin.domain.problems import BulletinError, UsageError
from bantin.output.publish import Output, open_output, reserve
from bantin.output.publish.output import MANIFEST, STAGING
from bantin.output.publish.staging_folder import LOCK
from tests.bulletins import files_of, write
from tests.conftest import REPOSITORY
from tests.output.publish.sites import everything, put

HOLD = """
import os, sys, time
from pathlib import Path
from bantin.output.publish import open_output, reserve
root = Path(sys.argv[1])
with reserve(open_output(root / "site", root, adopt=False), root):
    # The worker tells of itself: where only its builder does, it may not have let go of the lock yet.
    if os.fork() == 0:
        print(os.getpid(), flush=True)
    time.sleep(60)
"""


def opened(root: Path) -> Output:
    return open_output(root / "site", root, adopt=False)


def test_a_second_build_into_the_same_folder_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "one"})
    with reserve(opened(tmp_path), tmp_path):
        write(tmp_path / "site" / STAGING, {"0": "staged"})
        before = everything(tmp_path)
        for _ in range(2):
            with pytest.raises(UsageError) as refused:
                put(tmp_path, {"a.html": "two"})
            assert (refused.value.problem.code, str(refused.value.problem.location)) == ("output-busy", "site")
            assert everything(tmp_path) == before
    put(tmp_path, {"a.html": "two"})
    assert (tmp_path / "site/a.html").read_text() == "two"


def test_builds_into_other_folders_go_on(tmp_path: Path) -> None:
    with reserve(opened(tmp_path), tmp_path):
        put(tmp_path, {"a.html": "one"}, out="other")
    assert (tmp_path / "other/a.html").exists()


def test_a_folder_is_the_same_by_any_name(tmp_path: Path) -> None:
    put(tmp_path, {"a.html": "one"})
    (tmp_path / "link").symlink_to("site")
    with reserve(opened(tmp_path), tmp_path), pytest.raises(UsageError):
        put(tmp_path, {"a.html": "two"}, out="link")


def test_a_killed_build_holds_nothing_though_its_workers_live_on(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as builder:
        assert builder.stdout
        worker = int(builder.stdout.readline())
        try:
            with pytest.raises(UsageError):
                put(tmp_path, {"a.html": "one"})
            builder.kill()
            builder.wait()
            os.kill(worker, 0)
            put(tmp_path, {"a.html": "one"})
        finally:
            os.kill(worker, signal.SIGKILL)
    assert sorted(files_of(tmp_path / "site")) == [MANIFEST, "a.html"]


def test_a_lock_that_was_left_behind_is_no_lock(tmp_path: Path) -> None:
    write(tmp_path, {f"site/{STAGING}/{LOCK}": "4711"})
    put(tmp_path, {"a.html": "one"})
    assert sorted(files_of(tmp_path / "site")) == [MANIFEST, "a.html"]


@pytest.mark.parametrize("place", ["site", "new/deep/site"])
def test_a_folder_that_nothing_was_put_into_is_gone_again(tmp_path: Path, place: str) -> None:
    output = open_output(tmp_path / place, tmp_path, adopt=False)
    with reserve(output, tmp_path):
        assert (tmp_path / place / STAGING / LOCK).is_file()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(RuntimeError), reserve(output, tmp_path):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_that_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with reserve(opened(tmp_path), tmp_path):
        pass
    assert list(tmp_path.rglob("*")) == [tmp_path / "site"]


def test_what_an_earlier_build_made_is_read_again(tmp_path: Path) -> None:
    before = opened(tmp_path)
    put(tmp_path, {"a.html": "one"})
    with reserve(before, tmp_path) as reserved:
        assert reserved.published == {"a.html"}


@pytest.mark.parametrize("name", [LOCK, ""])
def test_a_lock_is_never_taken_through_a_link(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"elsewhere/lock": "mine", "site/.x": ""})
    place = tmp_path / "site" / STAGING / name
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(tmp_path / "elsewhere" / name)
    with pytest.raises(BulletinError):
        put(tmp_path, {"a.html": "one"})
    assert files_of(tmp_path / "elsewhere") == {"lock": b"mine"}
    assert not (tmp_path / "site/a.html").exists()


def test_many_builds_at_once_leave_a_whole_site(tmp_path: Path) -> None:
    children = []
    for number in range(6):
        child = os.fork()
        if child == 0:
            os._exit(publish_again_and_again(tmp_path, str(number)))
        children.append(child)
    assert all(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
    texts = {data for path, data in files_of(tmp_path / "site").items() if path != MANIFEST}
    assert len(texts) == 1
    assert not (tmp_path / "site" / STAGING).exists()
    assert len(files_of(tmp_path / "site")) == 21


def publish_again_and_again(root: Path, text: str) -> int:
    """The number of times a site could be published in a while; 0 if anything but another build prevented it."""
    published, end = 0, time.monotonic() + 1
    try:
        while published < 100 and (time.monotonic() < end or not published):
            try:
                put(root, {f"{number}/index.html": text for number in range(20)})
                published += 1
            except UsageError as error:
                if error.problem.code != "output-busy":
                    raise
    except BaseException as error:  # noqa: BLE001 - told by the status
        print(repr(error), file=sys.stderr)
        return 0
    return published


def test_a_link_that_leads_to_itself_is_no_place_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("site")
    with pytest.raises(BulletinError) as stopped:
        put(tmp_path, {"a.html": "one"})
    assert [(one.code, str(one.location)) for one in stopped.value.problems] == [("cannot-write", "site")]
