"""Saving: in the editor's name, onto a branch or the public one, and never over what somebody else has saved."""

import os
from http import HTTPStatus
from pathlib import Path

import pytest

from bantin.desk.changes import IN_REVIEW, READY, change_of, update_change
from bantin.desk.git import Git, GitFailed, find_git
from bantin.desk.refusal import Refused
from bantin.desk.saving import Bulletin, Edit, Verb
from tests.bulletins import ARTICLE
from tests.desk.repository import (
    BRANCH,
    LAN,
    LATER,
    MINH,
    NEW,
    NOW,
    PATH,
    edited,
    git_in,
    repository,
    save,
    text_at,
    waiting,
)


@pytest.fixture
def bulletin(tmp_path: Path) -> Bulletin:
    return repository(tmp_path / "ban-tin")


def refusal(bulletin: Bulletin, *edits: Edit, **options: object) -> Refused:
    """Why ``edits`` are not saved. No branch moves."""
    git = bulletin.git
    before = git.line("for-each-ref")
    with pytest.raises(Refused) as refused:
        save(bulletin, LAN, edits, "Sửa bài", LATER, **{"branch": BRANCH, "start": "main", **options})  # type: ignore[arg-type]
    assert git.line("for-each-ref") == before
    return refused.value


def test_what_is_saved_for_review_is_a_commit_of_the_editor_on_a_branch_of_its_own(bulletin: Bulletin) -> None:
    git, public = bulletin.git, bulletin.git.head("main")
    photo = Edit(Verb.CREATE, "content/articles/2026/tin-moi/le-ky.jpg", b"\xff\xd8\xff")
    commit = save(
        bulletin, LAN, [Edit(Verb.CREATE, NEW, b"---\ntitle: A\n---\n"), photo], "Tin", NOW, branch=BRANCH, start="main"
    )
    assert git.head(BRANCH) == commit
    assert git.changed(public or "", commit) == {NEW: "A", photo.path: "A"}
    (last,) = git.history(commit, most=1)
    assert (last.name, last.email, last.time, last.subject) == (LAN.name, LAN.email, NOW, "Tin")
    assert git.head("main") == public
    assert not (git.root / NEW).exists()
    change = change_of(git, BRANCH)
    assert change
    assert (change.title, change.author) == ("Tin", LAN)
    # The next save is one more commit of the same change.
    save(bulletin, LAN, [edited("---\ntitle: A\n---\n", old="A", new="B", path=NEW)], "Tin", LATER, branch=BRANCH)
    assert text_at(git, BRANCH, NEW) == "---\ntitle: B\n---\n"
    assert git.line("rev-list", "--count", f"main..{BRANCH}") == "2"


def test_a_publisher_saves_straight_into_the_public_branch_and_its_folder(bulletin: Bulletin) -> None:
    git = bulletin.git
    (git.root / "content/pages").mkdir()
    (git.root / "content/pages/nhap.md").write_text("chưa xong")
    (git.root / "content/vocabulary.yml").write_text("đang sửa")
    save(bulletin, MINH, [edited()], "Sửa bài", NOW, branch="main")
    assert text_at(git, "main", PATH) == ARTICLE.replace("Sa-pô", "Sa-pô mới")
    assert (git.root / PATH).read_text() == ARTICLE.replace("Sa-pô", "Sa-pô mới")
    # What was being edited there is as it was, and nothing else.
    assert (git.root / "content/vocabulary.yml").read_text() == "đang sửa"
    assert git_in(git.root, "status", "--short") == "M content/vocabulary.yml\n?? content/pages/"


def test_only_publishers_save_there(bulletin: Bulletin) -> None:
    found = refusal(bulletin, edited(), branch="main", start=None)
    assert found.status == HTTPStatus.FORBIDDEN
    assert found.text("vi") == "Chỉ người có quyền đăng mới làm được việc này (minh). Hãy gửi duyệt."


def test_uncommitted_edits_of_the_same_file_stay(bulletin: Bulletin) -> None:
    git = bulletin.git
    (git.root / PATH).write_text("đang sửa dở")
    head = git.head("main")
    with pytest.raises(Refused, match="uncommitted"):
        save(bulletin, MINH, [edited()], "Sửa bài", NOW, branch="main")
    assert git.head("main") == head
    assert (git.root / PATH).read_text() == "đang sửa dở"
    assert git_in(git.root, "status", "--short") == f"M {PATH}"


def test_a_file_in_the_way_of_a_new_one_stays(bulletin: Bulletin) -> None:
    git = bulletin.git
    (git.root / NEW).parent.mkdir(parents=True)
    (git.root / NEW).write_text("của người khác")
    with pytest.raises(Refused, match="uncommitted"):
        save(bulletin, MINH, [Edit(Verb.CREATE, NEW, b"A")], "Tin", NOW, branch="main")
    assert (git.root / NEW).read_text() == "của người khác"


def test_a_stale_form_overwrites_nothing(bulletin: Bulletin) -> None:
    save(bulletin, MINH, [edited(new="Của Minh")], "Sửa bài", NOW, branch="main")
    found = refusal(bulletin, edited(new="Của Lan"))
    assert found.status == HTTPStatus.CONFLICT
    assert "Trần Minh sửa sau khi biểu mẫu này được mở" in found.text("vi")
    assert text_at(bulletin.git, "main", PATH) == ARTICLE.replace("Sa-pô", "Của Minh")


def test_nor_does_one_of_two_who_edit_the_same_change(bulletin: Bulletin) -> None:
    waiting(bulletin, edited(new="Của Minh"), editor=MINH)
    found = refusal(bulletin, edited(new="Của Lan"), start=None)
    assert found.status == HTTPStatus.CONFLICT
    assert text_at(bulletin.git, BRANCH, PATH) == ARTICLE.replace("Sa-pô", "Của Minh")


def test_a_form_that_does_not_say_what_it_opened_changes_no_text(bulletin: Bulletin) -> None:
    assert (
        refusal(bulletin, Edit(Verb.UPDATE, PATH, b"---\ntitle: A\n---\n")).status == HTTPStatus.PRECONDITION_REQUIRED
    )


def test_line_ends_and_blank_space_make_no_form_stale(bulletin: Bulletin) -> None:
    was = ARTICLE.strip().replace("\n", "\r\n")
    save(
        bulletin,
        LAN,
        [Edit(Verb.UPDATE, PATH, b"---\ntitle: B\n---\n", opened=was)],
        "Sửa",
        NOW,
        branch=BRANCH,
        start="main",
    )
    assert text_at(bulletin.git, BRANCH, PATH) == "---\ntitle: B\n---\n"


def test_two_new_articles_of_one_name_are_two_editors_work(bulletin: Bulletin) -> None:
    waiting(bulletin, Edit(Verb.CREATE, NEW, b"Minh"), editor=MINH)
    # The form first asks for a new branch, and then, since there is one on which a change waits, commits onto it.
    assert refusal(bulletin, Edit(Verb.CREATE, NEW, b"Lan")).status == HTTPStatus.BAD_REQUEST
    found = refusal(bulletin, Edit(Verb.CREATE, NEW, b"Lan"), start=None)
    assert found.status == HTTPStatus.CONFLICT
    assert "Đã có tệp" in found.text("vi")
    assert text_at(bulletin.git, BRANCH, NEW) == "Minh"


def test_what_is_gone_is_not_brought_back(bulletin: Bulletin) -> None:
    save(bulletin, MINH, [Edit(Verb.DELETE, PATH)], "Xóa", NOW, branch="main")
    assert not (bulletin.git.root / PATH).exists()
    assert "không còn nữa" in refusal(bulletin, edited()).text("vi")


def test_a_file_moves_with_its_name(bulletin: Bulletin) -> None:
    new = "content/articles/2020/ten-moi.md"
    moved = Edit(Verb.MOVE, new, ARTICLE.encode(), was=PATH, opened=ARTICLE)
    save(bulletin, LAN, [moved], "Đổi tên", NOW, branch=BRANCH, start="main")
    assert text_at(bulletin.git, BRANCH, new) == ARTICLE
    assert text_at(bulletin.git, BRANCH, PATH) is None


@pytest.mark.parametrize(
    "branch", ["other", "cms/a..b", "cms/", "refs/bantin/desk", "cms/x/y.lock", "cms/../main", "cms/x"]
)
def test_only_branches_of_changes_are_written(bulletin: Bulletin, branch: str) -> None:
    assert refusal(bulletin, edited(), branch=branch).status == HTTPStatus.FORBIDDEN


def test_what_was_approved_and_then_edited_is_approved_again(bulletin: Bulletin) -> None:
    change = waiting(bulletin)
    update_change(bulletin.git, change, MINH, NOW, labels=(READY,))
    now = ARTICLE.replace("Sa-pô", "Sa-pô mới")
    save(bulletin, LAN, [edited(now, old="Nội dung", new="Khác")], "Sửa", LATER, branch=BRANCH)
    found = change_of(bulletin.git, BRANCH)
    assert found
    assert found.labels == (IN_REVIEW,)
    update_change(bulletin.git, found, MINH, NOW, labels=(READY,))
    save(
        bulletin,
        MINH,
        [edited(now.replace("Nội dung", "Khác"), old="Khác", new="Đã duyệt")],
        "Sửa",
        LATER,
        branch=BRANCH,
    )
    found = change_of(bulletin.git, BRANCH)
    assert found
    assert found.labels == (READY,)


def test_the_approval_is_gone_before_the_text_is_there(bulletin: Bulletin, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever fails between: what counts as approved is what was read."""
    change = waiting(bulletin)
    update_change(bulletin.git, change, MINH, NOW, labels=(READY,))
    head = bulletin.git.head(BRANCH)
    move = Git.move

    def refuse(git: Git, reference: str, new: str, old: str) -> None:
        if reference == f"refs/heads/{BRANCH}":
            raise GitFailed("full")
        move(git, reference, new, old)

    monkeypatch.setattr(Git, "move", refuse)
    now = ARTICLE.replace("Sa-pô", "Sa-pô mới")
    with pytest.raises(Refused):
        save(bulletin, LAN, [edited(now, old="Nội dung", new="Khác")], "Sửa", LATER, branch=BRANCH)
    found = change_of(bulletin.git, BRANCH)
    assert found
    assert found.labels == (IN_REVIEW,)
    assert bulletin.git.head(BRANCH) == head


def test_a_bulletin_in_a_folder_of_the_repository_keeps_to_it(tmp_path: Path) -> None:
    repository(tmp_path, {"ban-tin/" + path: text for path, text in {PATH: "khác", "content/site.yml": "x"}.items()})
    git = find_git(tmp_path / "ban-tin", os.environ)
    assert git
    inside = Bulletin(git, "main", ["minh"])
    save(inside, MINH, [edited("khác", old="khác", new="mới")], "Sửa", NOW, branch="main")
    assert (tmp_path / "ban-tin" / PATH).read_text() == "mới"
    assert (tmp_path / PATH).read_text() == ARTICLE
