"""Output folders: refused if anything but a site could be harmed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.problems import BulletinError, UsageError
from bantin.output.publish import open_output
from bantin.output.publish.output import MANIFEST, STAGING, is_inside, manifest_bytes, read_manifest
from tests.bulletins import COMPLETE, files_of, write

PATHS = st.lists(st.sampled_from(["a", "b.html", "..", ".", "", "Đ", "c d", "\0", "\\", "..\\x"]), max_size=4).map(
    "/".join
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bulletin, in a home folder of its own."""
    home = tmp_path / "people" / "home"
    monkeypatch.setenv("HOME", str(home))
    return write(home / "work" / "bulletin", COMPLETE, {"themes/mine/theme.yml": "name: A\n", ".git/HEAD": "x"})


@pytest.mark.parametrize(
    "place",
    ["site", "new/deep/site", "../site", ".bantin/preview", "contents", "content.old", "themes-old", "site/../out"],
)
def test_a_folder_of_its_own_is_fine(root: Path, place: str) -> None:
    assert open_output(root / place, root, adopt=False).published == frozenset()


@pytest.mark.parametrize(
    "place",
    [
        ".",
        "..",
        "../..",
        "../../..",
        "../../../..",
        "content",
        "content/site",
        "content/../content",
        "site/../content/media",
        "themes",
        "themes/mine/static",
        ".git",
        ".git/site",
        "content/site.yml",
        "link-to-content",
        "link-to-content/site",
        "link-to-root",
    ],
)
@pytest.mark.parametrize("adopt", [False, True])
def test_a_place_where_something_could_be_harmed_is_refused(root: Path, place: str, adopt: bool) -> None:
    (root / "link-to-content").symlink_to(root / "content")
    (root / "link-to-root").symlink_to(root)
    before = files_of(root)
    with pytest.raises(UsageError) as refused:
        open_output(root / place, root, adopt=adopt)
    assert refused.value.problem.code == "unsafe-output"
    assert files_of(root) == before


@pytest.mark.parametrize("place", ["/", "{home}", "{home}/..", "{home}/link-to-disk"])
def test_a_home_folder_or_a_whole_disk_is_refused(root: Path, tmp_path: Path, place: str) -> None:
    home = tmp_path / "people" / "home"
    (home / "link-to-disk").symlink_to("/")
    elsewhere = write(tmp_path / "elsewhere", COMPLETE)
    with pytest.raises(UsageError) as refused:
        open_output(Path(place.format(home=home)), elsewhere, adopt=True)
    assert refused.value.problem.code == "unsafe-output"


def test_a_folder_with_files_that_an_earlier_build_did_not_make_is_refused(root: Path) -> None:
    write(root, {"site/index.html": "mine", "site/a.html": "mine"})
    with pytest.raises(UsageError) as refused:
        open_output(root / "site", root, adopt=False)
    problem = refused.value.problem
    assert (problem.code, str(problem.location)) == ("output-not-ours", "site")
    assert "a.html" in problem.message("en")
    assert files_of(root / "site") == {"index.html": b"mine", "a.html": b"mine"}


def test_such_a_folder_may_be_adopted(root: Path) -> None:
    write(root, {"site/index.html": "mine"})
    assert open_output(root / "site", root, adopt=True).published == frozenset()


@pytest.mark.parametrize(
    "prepare",
    [
        lambda site: None,
        lambda site: site.mkdir(),
        lambda site: write(site, {".gitignore": "*", ".nojekyll": ""}),
        lambda site: write(site, {MANIFEST: manifest_bytes(["a.html"]), "b.html": "mine"}),
    ],
    ids=["missing", "empty", "hidden-files", "ours"],
)
def test_a_folder_without_strangers_needs_no_adoption(root: Path, prepare: Callable[[Path], object]) -> None:
    prepare(root / "site")
    assert open_output(root / "site", root, adopt=False).published <= {"a.html"}


def test_opening_writes_nothing(root: Path) -> None:
    before = files_of(root)
    open_output(root / "site", root, adopt=False)
    assert files_of(root) == before
    assert not (root / "site").exists()


def test_it_is_seen_that_a_build_was_broken_off(root: Path) -> None:
    write(root / "site", {MANIFEST: manifest_bytes([])})
    assert not open_output(root / "site", root, adopt=False).unfinished
    (root / "site" / STAGING).mkdir()
    assert open_output(root / "site", root, adopt=False).unfinished


def test_a_folder_that_cannot_be_looked_into_is_a_problem(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, {"site/own.html": "mine"})

    def refuse(_folder: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(BulletinError) as stopped:
        open_output(root / "site", root, adopt=False)
    assert [(one.code, str(one.location)) for one in stopped.value.problems] == [("cannot-write", "site")]


def test_the_files_of_an_earlier_build_are_known(root: Path) -> None:
    write(root / "site", {MANIFEST: manifest_bytes(["b/c.html", "a.html"])})
    assert open_output(root / "site", root, adopt=False).published == {"a.html", "b/c.html"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b"null",
        b"{}",
        b'{"version": 1}',
        b'{"files": ["a.html"]}',
        b'{"version": 2, "files": ["a.html"]}',
        b'{"version": "1", "files": ["a.html"]}',
        b'{"version": 1, "files": "a.html"}',
        b'{"version": 1, "files": {"a.html": 1}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_list_of_files_makes_nothing_ours(root: Path, data: bytes) -> None:
    write(root / "site", {MANIFEST: data, "a.html": "mine"})
    assert read_manifest(root / "site") is None
    with pytest.raises(UsageError) as refused:
        open_output(root / "site", root, adopt=False)
    assert refused.value.problem.code == "output-not-ours"


def test_a_list_of_files_that_is_no_file_makes_nothing_ours(root: Path) -> None:
    (root / "site" / MANIFEST).mkdir(parents=True)
    assert read_manifest(root / "site") is None


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a/../../x", "", ".", "a//b", "a/", "a\\b", "a\0b", "Đ\ud800"])
def test_a_path_that_leads_out_of_the_folder_is_never_ours(root: Path, path: str) -> None:
    data = json.dumps({"version": 1, "files": ["a.html", path, 7, None]})
    write(root / "site", {MANIFEST: data})
    assert read_manifest(root / "site") == frozenset({"a.html"})


@given(PATHS)
def test_a_path_that_is_inside_stays_inside(path: str) -> None:
    folder = Path("/out/site")
    if is_inside(path):
        assert (folder / path).resolve().is_relative_to(folder)
        assert (folder / path).resolve() != folder


@given(st.lists(st.sampled_from(["a", "b.html", "Đ", "c d", ".x"]), min_size=1, max_size=4).map("/".join))
def test_an_ordinary_path_is_inside(path: str) -> None:
    assert is_inside(path)


@given(st.permutations(["a", "b/c", "Đ/d", "z"]))
def test_the_list_of_files_is_the_same_for_the_same_site(files: list[str]) -> None:
    assert manifest_bytes(files) == manifest_bytes(sorted(files))
    assert json.loads(manifest_bytes(files))["files"] == ["a", "b/c", "z", "Đ/d"]
