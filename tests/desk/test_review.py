"""Reviewing happens in a checkout of its own, and touches no other one."""

import os
from pathlib import Path

from msgspec.structs import replace

from bantin.desk.changes import Change
from bantin.desk.git import Git, find_git
from bantin.desk.opening import Opening
from bantin.desk.publishing import merged
from bantin.desk.review import FOLDER, Reviewer
from bantin.desk.saving import Bulletin
from tests.bulletins import ARTICLE, MINIMAL, SITE, UNSEARCHED, memory_in
from tests.desk.repository import LAN, NOW, PATH, edited, git_in, repository, waiting

ADDRESS = "http://127.0.0.1:8010/"


def reviewer(git: Git) -> Reviewer:
    return Reviewer(git, ADDRESS, Opening(git, "main", (), ADDRESS, "vi").settings, lambda: NOW)


def commit_of(bulletin: Bulletin, change: Change) -> str:
    return merged(bulletin, LAN, change, NOW).commit


def test_the_folder_of_the_bulletin_stays_as_it_is(tmp_path: Path) -> None:
    bulletin = repository(tmp_path / "ban-tin")
    root = bulletin.git.root
    # A folder that is no checkout is inside one: a command in it would change that.
    (root / FOLDER / "checkout").mkdir(parents=True)
    (root / PATH).write_text("đang sửa dở")
    commit = commit_of(bulletin, waiting(bulletin))
    for _ in range(2):
        assert reviewer(bulletin.git).check(commit, "vi") == []
        assert git_in(root, "symbolic-ref", "HEAD") == "refs/heads/main"
        assert git_in(root, "status", "--short") == f"M {PATH}"
        assert (root / PATH).read_text() == "đang sửa dở"
    assert git_in(root / FOLDER / "checkout", "rev-parse", "HEAD") == commit


def test_errors_come_first_and_warnings_only_of_what_was_changed(tmp_path: Path) -> None:
    bulletin = repository(tmp_path / "ban-tin", {"content/pages/khac.md": "---\ntitle: A\n---\n\nTODO\n"})
    change = waiting(bulletin, edited(old="scope: central\n", new="scope: world\n  clauses: x\n"))
    commit = commit_of(bulletin, change)
    found = reviewer(bulletin.git).review(change, commit, [PATH], "vi")
    assert [(one.field, one.is_error) for one in found] == [("agreement.scope", True), ("agreement.clauses", True)]
    fine = waiting(bulletin, edited(old="lead: Sa-pô.\n", new=""), branch="cms/articles-2020/khac")
    found = reviewer(bulletin.git).review(fine, commit_of(bulletin, fine), [PATH], "vi")
    assert {(one.path, one.is_error) for one in found} == {(PATH, False)}
    assert (reviewer(bulletin.git).preview(fine.number) / "bai-viet/2020/bai/index.html").is_file()
    reviewer(bulletin.git).keep_only({change.number})
    assert not reviewer(bulletin.git).preview(fine.number).exists()


def test_what_a_failed_checkout_has_left_is_in_no_review(tmp_path: Path) -> None:
    bulletin = repository(tmp_path / "ban-tin")
    made = reviewer(bulletin.git)
    change = waiting(bulletin)
    commit = commit_of(bulletin, change)
    made.review(change, commit, [PATH], "vi")
    left = bulletin.git.root / FOLDER / "checkout/content/articles/2020/con-sot.md"
    left.write_text("---\ntitle: Còn sót\n---\n")
    made.review(change, commit, [PATH], "vi")
    assert not left.exists()
    assert "Còn sót" not in (made.preview(change.number) / "index.html").read_text()
    (bulletin.git.root / FOLDER / "checkout/.git").write_text("gitdir: /khong-co\n")
    made.review(change, commit, [PATH], "vi")
    assert (bulletin.git.root / FOLDER / "checkout" / PATH).is_file()


def test_a_review_has_nothing_of_the_public_site_that_others_serve(tmp_path: Path) -> None:
    comments = "comments: {giscus: {repository: a/b, repository_id: R_x, category: Ý kiến, category_id: DIC_x}}\n"
    bulletin = repository(tmp_path / "ban-tin", {"content/site.yml": SITE + comments})
    change = waiting(bulletin)
    made = reviewer(bulletin.git)
    made.review(change, commit_of(bulletin, change), [PATH], "vi")
    folder = made.preview(change.number)
    assert "keeps nothing on the devices" in (folder / "sw.js").read_text()
    assert "giscus" not in (folder / "bai-viet/2020/bai/index.html").read_text()


def test_a_bulletin_in_a_folder_of_the_repository_is_reviewed_there(tmp_path: Path) -> None:
    inside = {f"ban-tin/{path}": text for path, text in {**MINIMAL, **UNSEARCHED}.items()}
    repository(tmp_path, inside, {f"ban-tin/{PATH}": "---\ntitle: A\nscope: x\n---\n"})
    git = find_git(tmp_path / "ban-tin", os.environ)
    assert git
    (error,) = reviewer(git).check(git.head("main") or "", "vi")
    assert (error.path, error.field) == (PATH, "scope")


def test_errors_that_were_there_before_are_mended_one_after_the_other(tmp_path: Path) -> None:
    other = PATH.replace("bai", "khac")
    wrong = ARTICLE.replace("scope: central", "scope: world")
    bulletin = repository(tmp_path / "ban-tin", {PATH: wrong, other: wrong.replace("2020-05-06", "2020-05-07")})
    commit = commit_of(bulletin, waiting(bulletin, edited(wrong, old="world", new="central")))
    public = bulletin.git.head("main") or ""
    (left,) = reviewer(bulletin.git).check(commit, "vi")
    assert left.path == other
    assert reviewer(bulletin.git).new_errors(commit, public, "vi") == []
    assert reviewer(bulletin.git).new_errors(public, commit, "vi") != []


def test_with_a_cache_a_preview_is_that_of_its_own_commit(tmp_path: Path) -> None:
    bulletin = repository(tmp_path / "ban-tin")
    cached = replace(reviewer(bulletin.git), cache=memory_in(tmp_path / "cache"))
    changes = [
        waiting(bulletin, edited(new=f"Sa-pô {number}"), branch=f"cms/articles-2020/{number}") for number in range(2)
    ]
    for change in (*changes, *changes):
        assert not any(one.is_error for one in cached.review(change, commit_of(bulletin, change), [PATH], "vi"))
    for number, change in enumerate(changes):
        page = (cached.preview(change.number) / "bai-viet/2020/bai/index.html").read_text()
        assert f"Sa-pô {number}" in page
        assert f"Sa-pô {1 - number}" not in page
