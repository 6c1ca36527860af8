"""DISCOVER: the commits that files were last changed in, told as they are or not at all."""

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from bantin.build.build import check
from bantin.content import git_history
from bantin.content.git_history import check_history, find_head, read_history
from bantin.domain.model import Commit, History
from bantin.runtime.cache import DamagedCache, Store, open_store
from tests.bulletins import COMPLETE, request, tools, write
from tests.repositories import MAY_6, commit, git

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BAI = "content/articles/2020/bai.md"
LATER = MAY_6 + timedelta(days=1)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bulletin in a repository of its own, committed twice; the article was not changed the second time."""
    root = write(tmp_path_factory.mktemp("original"), COMPLETE)
    commit(root)
    commit(write(root, {"content/agencies/co-quan-a.yml": "name: Cơ quan Á\n"}), at=LATER)
    return root


@pytest.fixture
def root(original: Path, tmp_path: Path) -> Path:
    """A copy of the bulletin, to be changed."""
    return shutil.copytree(original, tmp_path / "bulletin")


def told(root: Path, store: Store | None = None) -> History:
    """The history of the bulletin in ``root``, none where there is nothing to ask."""
    head = find_head(root)
    if head is None:
        return History()
    if store:
        return read_history(root, head, ZONE, store)
    with open_store(None, b"") as new:
        return read_history(root, head, ZONE, new)


def first(root: Path) -> str:
    return git(root, "rev-list", "--max-parents=0", "HEAD")


def test_each_file_has_the_commit_that_last_changed_it(root: Path) -> None:
    found = told(root)
    assert found.head == git(root, "rev-parse", "HEAD")
    assert not found.modified
    assert found.commits.keys() == COMPLETE.keys()
    assert found.commits[BAI] == Commit(first(root), MAY_6)
    assert found.commits["content/agencies/co-quan-a.yml"] == Commit(found.head, LATER)


def test_a_commit_has_the_day_that_it_was_in_the_zone_of_the_site(root: Path) -> None:
    on = told(root).commits[BAI].on
    assert on.isoformat() == "2020-05-07T03:00:00+07:00"
    assert on.tzinfo is ZONE


def test_a_file_that_is_not_as_it_was_committed_has_no_commit(root: Path) -> None:
    write(root, {BAI: "khác", "content/articles/2020/moi.md": "mới", "content/agencies/co-quan-b.yml": "thêm"})
    git(root, "add", "content/agencies")
    (root / "content/site.yml").unlink()
    found = told(root)
    assert found.commits.keys() == COMPLETE.keys() - {BAI, "content/agencies/co-quan-b.yml", "content/site.yml"}
    assert (found.head, found.modified) == (git(root, "rev-parse", "HEAD"), True)


def test_a_file_that_was_only_touched_is_as_it_was_committed(root: Path) -> None:
    (root / BAI).touch()
    assert not told(root).modified
    assert BAI in told(root).commits


@pytest.mark.parametrize(("path", "modified"), [("themes/own/theme.yml", True), ("notes.txt", False)])
def test_what_the_site_is_made_of_is_what_counts(root: Path, path: str, modified: bool) -> None:
    assert told(write(root, {path: "x"})).modified is modified


def test_a_file_that_was_removed_and_made_again_has_no_commit_until_there_is_one(root: Path) -> None:
    (root / BAI).unlink()
    commit(root, at=LATER)
    write(root, {BAI: COMPLETE[BAI]})
    assert BAI not in told(root).commits
    again = commit(root, at=LATER)
    assert told(root).commits[BAI] == Commit(again, LATER)


def test_a_renamed_file_was_changed_when_it_was_renamed(root: Path) -> None:
    (root / BAI).rename(root / "content/articles/2020/khac.md")
    renamed = commit(root, at=LATER)
    found = told(root).commits
    assert BAI not in found
    assert found["content/articles/2020/khac.md"].id == renamed


def test_a_change_that_came_by_way_of_a_branch_was_made_by_the_merge(root: Path) -> None:
    git(root, "checkout", "-q", "-b", "branch")
    commit(write(root, {BAI: "on the branch"}))
    git(root, "checkout", "-q", "main")
    commit(write(root, {"content/agencies/co-quan-b.yml": "name: Cơ quan Bê\n"}))
    git(root, "merge", "-q", "--no-ff", "-m", "x", "branch", at=LATER)
    found = told(root)
    assert found.commits[BAI] == Commit(found.head, LATER)
    assert found.commits["content/agencies/co-quan-b.yml"].id == git(root, "rev-parse", "HEAD^1")
    # Whatever the settings of the repository.
    for setting in (("log.diffMerges", "combined"), ("log.showSignature", "true"), ("color.ui", "always")):
        git(root, "config", *setting)
    assert told(root) == found


@pytest.mark.parametrize("name", ["Bài ký kết", "a\nb", " ‘quoted” ", ":100644 x"])
def test_any_name_is_understood(root: Path, name: str) -> None:
    path = f"content/media/{name}.txt"
    last = commit(write(root, {path: "x"}))
    assert told(root).commits[path].id == last
    write(root, {path: "changed"})
    assert path not in told(root).commits


def test_a_name_with_decomposed_letters_is_reported_as_the_rest_of_the_program_does(root: Path) -> None:
    commit(write(root, {"content/media/Bài.txt": "x"}))
    assert "content/media/Bài.txt" in told(root).commits


def test_a_bulletin_may_lie_deep_in_a_repository(root: Path) -> None:
    inner = write(root / "Bản tin/một", COMPLETE)
    last = commit(root, at=LATER)
    write(root, {"content/site.yml": "elsewhere"})
    write(inner, {"content/site.yml": "here"})
    found = told(inner)
    assert found.commits.keys() == COMPLETE.keys() - {"content/site.yml"}
    assert {one.id for one in found.commits.values()} == {last}


def test_a_link_is_no_file_that_a_commit_could_vouch_for(root: Path) -> None:
    (root / "content/media").mkdir()
    (root / "content/media/link.txt").symlink_to("../site.yml")
    commit(root)
    assert "content/media/link.txt" not in told(root).commits


def test_a_shallow_repository_tells_its_head_and_no_more(root: Path, tmp_path: Path) -> None:
    git(root, "clone", "-q", "--depth", "1", f"file://{root}", str(tmp_path / "shallow"))
    assert told(tmp_path / "shallow") == History(head=git(root, "rev-parse", "HEAD"), shallow=True)
    git(tmp_path / "shallow", "fetch", "-q", "--unshallow")
    assert told(tmp_path / "shallow") == told(root)


def test_what_is_remembered_is_that_of_the_same_commit(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(None, b"") as store:
        cold = told(root, store)
        with monkeypatch.context() as patch:
            patch.setattr(git_history, "_read_log", lambda *_given: pytest.fail("the log is read again"))
            assert told(root, store) == cold
        commit(write(root, {BAI: "khác"}), at=LATER)
        assert told(root, store) == told(root) != cold
        store.note(f"history {root}", b"\xc1")
        with pytest.raises(DamagedCache):
            told(root, store)


def outside(root: Path) -> None:
    shutil.rmtree(root / ".git")


def empty(root: Path) -> None:
    shutil.rmtree(root / ".git")
    git(root, "init", "-q")


def ignored(root: Path) -> None:
    shutil.rmtree(root / ".git")
    commit(write(root, {".gitignore": "content\n"}))


def damaged(root: Path) -> None:
    (root / ".git/HEAD").write_text("nonsense")


def objects_gone(root: Path) -> None:
    shutil.rmtree(root / ".git/objects")


@pytest.mark.parametrize("spoil", [outside, empty, ignored, damaged, objects_gone])
def test_where_there_is_no_history_nothing_is_shown(root: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(root)
    assert told(root) == History()


def test_without_git_nothing_is_shown(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert told(root) == History()
    monkeypatch.setattr(shutil, "which", lambda _name: str(root / "khong-co"))
    assert told(root) == History()


def test_a_repository_of_somebody_else_is_not_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = subprocess.run

    def as_somebody_else(*given: object, env: dict[str, str], **options: object) -> object:
        return run(*given, env={**env, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", as_somebody_else)
    assert told(root) == History()
    home = write(root.parent / "home", {".gitconfig": f"[safe]\n\tdirectory = {root}\n"})
    monkeypatch.setenv("HOME", str(home))
    assert BAI in told(root).commits


def test_a_repository_that_git_cannot_be_asked_about_is_reported(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(check_history(root)) == []
    run = subprocess.run

    def as_somebody_else(*given: object, env: dict[str, str], **options: object) -> object:
        return run(*given, env={**env, "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "run", as_somebody_else)
    assert [one.code for one in check_history(root)] == ["repository-not-trusted"]
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert [one.code for one in check_history(root)] == ["git-not-found"]


@pytest.mark.parametrize("spoil", [outside, empty, ignored])
def test_where_git_could_tell_if_there_were_a_history_nothing_is_wrong(root: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(root)
    assert list(check_history(root)) == []


def test_a_build_warns_of_it_unless_the_history_is_not_asked_for(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    asked = request(root, history=True)
    assert "git-not-found" in [one.code for one in check(asked, tools()).problems]
    assert "git-not-found" not in [one.code for one in check(replace(asked, history=False), tools()).problems]


def test_the_environment_does_not_lead_elsewhere(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = told(root)
    commit(write(tmp_path / "other", COMPLETE))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "other"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other/.git/index"))
    assert told(root) == expected


def trap_in(root: Path) -> Path:
    """A program that leaves the file ``sprung`` in ``root`` when it is run."""
    trap = write(root, {"trap": f"#!/bin/sh\ntouch {root}/sprung\n"}) / "trap"
    trap.chmod(0o755)
    return trap


def filter_all(root: Path, kind: str, trap: Path) -> None:
    """Has the repository in ``root`` filter every file, of which none looks as it did when it was committed."""
    git(root, "config", f"filter.any.{kind}", str(trap))
    place = Path(git(root, "rev-parse", "--absolute-git-dir")) / "info"
    write(place, {"attributes": "* filter=any\n"})
    for path in root.rglob("*.*"):
        if ".git" not in path.parts:
            path.touch()


def test_nothing_in_the_repository_is_run(root: Path) -> None:
    trap = trap_in(root)
    for name in ("core.fsmonitor", "core.pager", "diff.external", "gpg.program", "core.sshCommand"):
        git(root, "config", name, str(trap))
    git(root, "config", "log.showSignature", "true")
    for hook in ("post-index-change", "fsmonitor-watchman"):
        (root / ".git/hooks").mkdir(exist_ok=True)
        shutil.copy(trap, root / ".git/hooks" / hook)
    index = (root / ".git/index").stat()
    (root / BAI).touch()
    assert BAI in told(root).commits
    assert not (root / "sprung").exists()
    assert (root / ".git/index").stat().st_mtime_ns == index.st_mtime_ns


@pytest.mark.parametrize("kind", ["clean", "process"])
def test_a_filter_of_the_repository_is_not_run(root: Path, kind: str) -> None:
    head = git(root, "rev-parse", "HEAD")
    filter_all(root, kind, trap_in(root))
    assert told(root) == History()
    assert not (root / "sprung").exists()
    git(root, "config", "--remove-section", "filter.any")
    assert told(root).head == head


def test_a_filter_of_the_user_is(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(write(root, {".gitattributes": "*.txt filter=plain\n", "content/media/a.txt": "x"}))
    home = write(tmp_path / "home", {".gitconfig": '[filter "plain"]\n\tclean = cat\n'})
    monkeypatch.setenv("HOME", str(home))
    (root / "content/media/a.txt").touch()
    assert "content/media/a.txt" in told(root).commits


def test_files_that_look_like_a_repository_are_none(root: Path) -> None:
    inner = write(root / "inner", COMPLETE)
    commit(inner)
    git(inner, "config", "core.worktree", str(inner))
    for path in (inner / ".git").iterdir():
        path.rename(inner / path.name)
    (inner / ".git").rmdir()
    assert git(inner, "rev-parse", "--git-dir") in (".", str(inner))
    assert told(inner) == History()


def test_what_a_repository_lacks_is_not_fetched(root: Path) -> None:
    for name, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", f"ext::{trap_in(root)} %S"),
        ("protocol.ext.allow", "always"),
    ):
        git(root, "config", name, value)
    tree = git(root, "rev-parse", "HEAD:content")
    (root / ".git/objects" / tree[:2] / tree[2:]).unlink()
    assert not told(root).commits
    assert not (root / "sprung").exists()


def test_a_submodule_is_as_committed_if_all_in_it_is(root: Path, tmp_path: Path) -> None:
    commit(write(tmp_path / "theme", {"theme.yml": "x", "a.css": "x"}))
    git(root, "submodule", "--quiet", "add", str(tmp_path / "theme"), "themes/own")
    commit(root)
    assert not told(root).modified
    write(root, {"themes/own/new.css": "x"})
    assert told(root).modified
    (root / "themes/own/new.css").unlink()
    filter_all(root / "themes/own", "clean", trap_in(root))
    assert told(root).modified
    assert not (root / "sprung").exists()
    shutil.rmtree(root / "themes/own")
    (root / "themes/own").mkdir()
    assert not told(root).modified


def test_a_commit_of_a_clock_that_was_far_out_is_not_reported(root: Path) -> None:
    git(root, "commit", "-q", "--date", "@99999999999999 +0000", "-m", "x", str(write(root, {BAI: "khác"}) / BAI))
    assert told(root).commits.keys() == COMPLETE.keys() - {BAI}
