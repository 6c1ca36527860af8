"""Links that come with a bulletin: nothing outside of it is changed, whatever they lead to."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.build.build import build
from bantin.build.request import MEMORY
from bantin.domain.problems import UsageError
from tests.bulletins import COMPLETE, files_of, memory_in, request, tools, write
from tests.cli.commands import bantin
from tests.preview.previews import preview_of
from tests.repositories import commit, git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "bulletin", COMPLETE)


@pytest.fixture
def others(tmp_path: Path) -> Path:
    """A folder beside the bulletin that looks as if Bantin had filled it."""
    other = write(tmp_path / "others", COMPLETE)
    build(request(other), other / "site", tools(memory=other / MEMORY))
    write(other, {f"{MEMORY}/images/mine.webp": "mine", f"{MEMORY}/preview/mine.html": "mine"})
    return other


def refused(work: Callable[[], object]) -> tuple[str, str]:
    """The code and the place of the problem that ``work`` is refused for."""
    with pytest.raises(UsageError) as error:
        work()
    return error.value.problem.code, str(error.value.problem.location)


def warm(root: Path) -> None:
    build(request(root), root / "site", tools(memory=root / MEMORY))


@pytest.mark.parametrize("place", [MEMORY, f"{MEMORY}/images", f"{MEMORY}/preview"])
def test_a_memory_that_is_a_link_is_refused(root: Path, others: Path, place: str) -> None:
    before = files_of(others)
    (root / place).parent.mkdir(exist_ok=True)
    (root / place).symlink_to(others / place)
    assert refused(lambda: warm(root)) == ("symlink-in-memory", place)
    assert refused(lambda: preview_of(root)) in {("symlink-in-memory", place), ("unsafe-output", f"{MEMORY}/preview")}
    assert files_of(others) == before


def test_a_link_in_place_of_the_file_goes_and_what_it_leads_to_stays(root: Path, others: Path) -> None:
    before = files_of(others)
    (root / MEMORY).mkdir()
    (root / MEMORY / "cache.db").symlink_to(others / MEMORY / "cache.db")
    warm(root)
    assert files_of(others) == before
    assert not (root / MEMORY / "cache.db").is_symlink()


@pytest.mark.parametrize("place", ["site", "public/site"])
def test_a_site_that_a_link_of_the_bulletin_leads_out_of_is_refused(root: Path, others: Path, place: str) -> None:
    before = files_of(others)
    link = root / place.partition("/")[0]
    link.symlink_to(others if "/" in place else others / "site")
    assert refused(lambda: build(request(root), root / place, tools())) == ("unsafe-output", place)
    assert files_of(others) == before


def test_a_link_outside_of_the_bulletin_is_for_the_user_to_choose(root: Path, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "current").symlink_to("disk")
    (tmp_path / "here").symlink_to(root)
    build(request(tmp_path / "here"), tmp_path / "current", tools())
    assert (tmp_path / "disk/index.html").exists()


@pytest.mark.parametrize("name", [MEMORY, ".BANTIN"])
def test_a_memory_that_git_tracks_is_refused(root: Path, name: str) -> None:
    warm(root)
    commit(root)
    warm(root)
    (root / MEMORY).rename(root / name)
    git(root, "add", "-f", name)
    (root / name).rename(root / MEMORY)
    assert refused(lambda: warm(root)) == ("tracked-memory", MEMORY)
    build(request(root), root / "site", tools())
    git(root, "rm", "-r", "--cached", "-q", name)
    warm(root)


HOMELESS = """
import os, pwd

def unknown(user):
    raise KeyError(user)

pwd.getpwuid = unknown
del os.environ["HOME"]
from bantin.cli import main
main()
"""


@pytest.mark.parametrize("state", ["", "relative"])
def test_a_user_without_a_home_builds_without_remembering(root: Path, state: str) -> None:
    user = {"HOME": "", "XDG_STATE_HOME": state, "PATH": ""}
    command = [sys.executable, "-c", HOMELESS, "build", str(root)]
    done = subprocess.run(command, env=user, check=False, capture_output=True, text=True)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert (root / "site/index.html").exists()
    assert not (root / MEMORY).exists()


def test_a_memory_elsewhere_is_nothing_to_ask_git_about(root: Path, tmp_path: Path) -> None:
    assert memory_in(tmp_path / "memory").links(root) == []


@pytest.mark.parametrize(
    ("link", "command"),
    [
        ("themes", ["theme", "eject", "default", "ROOT"]),
        ("content/articles/2026", ["new", "ROOT", "Hai cơ quan ký", "--agency", "co-quan-a", "--agency", "co-quan-b"]),
        (".github", ["ci", "github", "ROOT"]),
        (".gitlab-ci.yml", ["ci", "gitlab", "ROOT", "--force"]),
    ],
)
def test_no_command_writes_out_of_the_bulletin(root: Path, tmp_path: Path, link: str, command: list[str]) -> None:
    outside = tmp_path / "outside"
    write(outside, {"mine": "mine"})
    (root / link).symlink_to(outside / "mine" if link.endswith(".yml") else outside)
    done = bantin(*(str(root) if word == "ROOT" else word for word in command))
    assert (done.exit_code, "liên kết" in done.stderr) == (2, True)
    assert files_of(outside) == {"mine": b"mine"}
