"""Previews beside the public site, on every kind of target: neither touches the other, and one can be removed."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bantin.deploy import deploy, pack, preview, preview_place, remove_preview, roll_back
from bantin.deploy.git_branch import GitBranch
from bantin.domain.model import TargetKind
from bantin.domain.problems import BulletinError
from tests.bulletins import files_of
from tests.deploy.kinds import KEYS, Ground, ground
from tests.deploy.sites import FIRST, SECOND, Files, around, contents, count, parcel, site, target

BESIDE = (TargetKind.FOLDER, TargetKind.SSH, TargetKind.BRANCH)


@pytest.fixture(params=BESIDE)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ground]:
    with ground(request.param, tmp_path) as made:
        yield made


def seen(place: Ground) -> tuple[dict[str, bytes], dict[str, dict[str, bytes]]]:
    """The files of the public site, and those of each preview, by its id."""
    if place.target.kind is not TargetKind.BRANCH:
        folders = [one for one in place.folder.glob("preview/*") if (one / "current").is_symlink()]
        return place.public(), {one.name: files_of((one / "current").resolve()) for one in folders}
    public, previews = dict[str, bytes](), dict[str, dict[str, bytes]]()
    for path, data in place.public().items():
        folder, *rest = path.split("/", 2)
        if folder == "preview":
            previews.setdefault(rest[0], {})[rest[1]] = data
        else:
            public[path] = data
    return public, previews


def show(place: Ground, preview_id: str, files: Files, folder: Path) -> dict[str, bytes]:
    release = parcel(folder, files, preview_id)
    deploy(release, preview_place(place.target, preview_id), place.around, count, allow_removals=True)
    return contents(release)


def codes(error: pytest.ExceptionInfo[BulletinError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_a_preview_comes_and_goes_and_the_public_site_stays(place: Ground, tmp_path: Path) -> None:
    public = parcel(tmp_path / "site", FIRST)
    before = contents(public)
    deploy(public, place.target, place.around, count, allow_removals=True)
    changed = {**FIRST, "index.html": "<p>Sửa</p>"}
    planned = preview(parcel(tmp_path / "42", changed, "42"), preview_place(place.target, "42"), place.around)
    assert (len(planned.added), planned.removed, seen(place)) == (len(changed) + 1, (), (before, {}))

    shown = show(place, "42", changed, tmp_path / "42")
    assert seen(place) == (before, {"42": shown})
    other = show(place, "tin-moi", SECOND, tmp_path / "tin-moi")
    assert seen(place) == (before, {"42": shown, "tin-moi": other})
    # A later state of the same change replaces the earlier one, with what is gone.
    shown = show(place, "42", {"index.html": "<p>Sửa nữa</p>"}, tmp_path / "42")
    assert seen(place) == (before, {"42": shown, "tin-moi": other})

    # The public site moves on, and back: previews stay.
    second = parcel(tmp_path / "second", SECOND)
    made = deploy(second, place.target, place.around, count, allow_removals=False)
    assert not [path for path in made.removed if path.startswith("preview")]
    assert seen(place) == (contents(second), {"42": shown, "tin-moi": other})
    roll_back(place.target, place.around, None)
    assert seen(place) == (before, {"42": shown, "tin-moi": other})

    assert remove_preview(preview_place(place.target, "42"), place.around)
    assert seen(place) == (before, {"tin-moi": other})
    assert not remove_preview(preview_place(place.target, "42"), place.around)
    assert not remove_preview(preview_place(place.target, "khong-co"), place.around)
    assert seen(place) == (before, {"tin-moi": other})
    # Going back still knows the releases of the public site, and no preview as one of them.
    with pytest.raises(BulletinError) as raised:
        roll_back(place.target, place.around, None)
    assert codes(raised) == ["no-such-release"]


def test_a_preview_needs_no_public_site(place: Ground, tmp_path: Path) -> None:
    shown = show(place, "1", FIRST, tmp_path / "1")
    assert seen(place) == ({}, {"1": shown})
    assert remove_preview(preview_place(place.target, "1"), place.around)
    assert seen(place) == ({}, {})


@pytest.mark.parametrize(
    "preview_id", ["", ".", "..", "../releases", "a/b", "/", "-a", "a-", "A", "á", "a b", "a\n", "x" * 64, "*", "~"]
)
def test_nothing_but_a_preview_can_be_removed(preview_id: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r".*"):
        preview_place(target(TargetKind.FOLDER, tmp_path), preview_id)


def test_the_public_site_is_no_preview(tmp_path: Path) -> None:
    with ground(TargetKind.FOLDER, tmp_path) as place:
        deploy(parcel(tmp_path / "site", FIRST), place.target, place.around, count, allow_removals=True)
        with pytest.raises(ValueError, match="noi"):
            remove_preview(place.target, place.around)
        assert place.public()


def test_what_others_have_put_beside_a_preview_stays(tmp_path: Path) -> None:
    with ground(TargetKind.FOLDER, tmp_path) as place:
        show(place, "1", FIRST, tmp_path / "1")
        mine = place.folder / "preview/1/ghi-chu.txt"
        mine.write_text("của tôi")
        assert remove_preview(preview_place(place.target, "1"), place.around)
        assert files_of(place.folder / "preview") == {"1/ghi-chu.txt": "của tôi".encode()}


def test_a_link_in_the_place_of_a_preview_leads_to_no_removal_elsewhere(tmp_path: Path) -> None:
    with ground(TargetKind.FOLDER, tmp_path) as place:
        show(place, "1", FIRST, tmp_path / "1")
        kept = tmp_path / "kept"
        (kept / "releases").mkdir(parents=True)
        (kept / "releases/a.txt").write_text("của tôi")
        (place.folder / "preview/2").symlink_to(kept)
        with pytest.raises(BulletinError) as raised:
            remove_preview(preview_place(place.target, "2"), place.around)
        assert codes(raised) == ["target-not-ours"]
        assert (kept / "releases/a.txt").read_text() == "của tôi"


def test_a_preview_does_not_take_the_place_of_the_public_site_nor_of_another(tmp_path: Path) -> None:
    made = site(tmp_path / "1", FIRST, "1")
    for asked, code in (("", "preview-not-deployed"), ("2", "not-this-preview")):
        with pytest.raises(BulletinError) as raised:
            pack(made, asked)
        assert codes(raised) == [code]
    with pytest.raises(BulletinError) as raised:
        pack(site(tmp_path / "site", FIRST), "1")
    assert codes(raised) == ["not-this-preview"]


def test_a_store_says_that_it_takes_no_previews(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(BulletinError) as raised:
        preview_place(target(TargetKind.S3, "kho/ban-tin"), "1")
    assert codes(raised) == ["target-without-previews"]


def test_a_file_in_the_way_on_a_branch_is_reported_and_stays(tmp_path: Path) -> None:
    with ground(TargetKind.BRANCH, tmp_path) as place:
        deploy(
            parcel(tmp_path / "site", {**FIRST, "preview": "x"}), place.target, place.around, count, allow_removals=True
        )
        before = place.public()
        with pytest.raises(BulletinError) as raised:
            show(place, "1", FIRST, tmp_path / "1")
        assert (codes(raised), place.public()) == (["previews-blocked"], before)


def test_a_preview_waits_for_others_who_write_to_the_branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ground(TargetKind.BRANCH, tmp_path) as place:
        push, left = GitBranch._push, 2

        def overtaken(self: GitBranch, *words: Any) -> None:
            nonlocal left
            if left:
                left -= 1
                monkeypatch.setattr(GitBranch, "_push", push)
                show(place, f"other-{left}", SECOND, tmp_path / "other")
                monkeypatch.setattr(GitBranch, "_push", overtaken)
            push(self, *words)

        monkeypatch.setattr(GitBranch, "_push", overtaken)
        show(place, "1", FIRST, tmp_path / "1")
        assert seen(place)[1].keys() == {"1", "other-0", "other-1"}


def test_a_preview_adds_one_commit_to_the_branch(tmp_path: Path) -> None:
    with ground(TargetKind.BRANCH, tmp_path) as place:
        show(place, "1", FIRST, tmp_path / "1")
        show(place, "1", FIRST, tmp_path / "1")
        remove_preview(preview_place(place.target, "1"), around(tmp_path))
        log = ["git", "-C", str(place.folder), "log", "--format=%s", "gh-pages"]
        told = subprocess.run(log, capture_output=True, text=True, check=True).stdout.splitlines()
        assert [line.split(",")[0] for line in told] == ["Without preview/1/", "Preview at https://bantin.example/"]
