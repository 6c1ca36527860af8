"""Publishing: what was approved is merged, by those who may; what contradicts the public branch is not."""

from http import HTTPStatus
from pathlib import Path

import pytest

from bantin.desk.changes import (
    IN_REVIEW,
    READY,
    REMOVAL,
    Change,
    State,
    change_of,
    find_change,
    open_changes,
    update_change,
)
from bantin.desk.editor import Editor
from bantin.desk.publishing import discard, prepare, publish
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


def approved(bulletin: Bulletin, *edits: Edit) -> Change:
    return update_change(bulletin.git, waiting(bulletin, *edits), MINH, NOW, labels=(READY,))


def refusal(bulletin: Bulletin, change: Change, editor: Editor = MINH, seen: str = "") -> Refused:
    """Why a change is not published. No branch moves."""
    before = bulletin.git.line("for-each-ref")
    with pytest.raises(Refused) as refused:
        prepare(bulletin, editor, change, seen, LATER)
    assert bulletin.git.line("for-each-ref") == before
    return refused.value


def test_an_approved_change_becomes_public(bulletin: Bulletin) -> None:
    git = bulletin.git
    change = approved(bulletin)
    head = git.head(BRANCH) or ""
    (git.root / "content/vocabulary.yml").write_text("đang sửa")
    publish(bulletin, MINH, change.number, prepare(bulletin, MINH, change, head, LATER), LATER)
    assert text_at(git, "main", PATH) == ARTICLE.replace("Sa-pô", "Sa-pô mới")
    assert (git.root / PATH).read_text() == ARTICLE.replace("Sa-pô", "Sa-pô mới")
    assert git_in(git.root, "status", "--short") == "M content/vocabulary.yml"
    assert {one.name for one in git.history("main")} == {"Trần Minh", "Nguyễn Thị Lan", "Quản trị"}
    assert git.head(BRANCH) is None
    assert open_changes(git) == []
    assert find_change(git, change.number).state is State.MERGED


def test_only_publishers_publish_and_only_what_was_approved(bulletin: Bulletin) -> None:
    change = waiting(bulletin)
    assert refusal(bulletin, change).status == HTTPStatus.UNPROCESSABLE_ENTITY
    change = update_change(bulletin.git, change, MINH, NOW, labels=(READY,))
    assert refusal(bulletin, change, LAN).status == HTTPStatus.FORBIDDEN


def test_what_was_edited_after_it_was_read_is_not_published(bulletin: Bulletin) -> None:
    change = approved(bulletin)
    seen = bulletin.git.head(BRANCH) or ""
    now = ARTICLE.replace("Sa-pô", "Sa-pô mới")
    save(bulletin, MINH, [edited(now, old="Nội dung", new="Khác")], "Sửa", LATER, branch=BRANCH)
    assert refusal(bulletin, change, seen=seen).status == HTTPStatus.CONFLICT


def test_what_was_changed_elsewhere_is_merged_line_by_line(bulletin: Bulletin) -> None:
    change = approved(bulletin)
    save(bulletin, MINH, [edited(old="Nội dung", new="Nội dung mới")], "Sửa", NOW, branch="main")
    publish(bulletin, MINH, change.number, prepare(bulletin, MINH, change, "", LATER), LATER)
    assert text_at(bulletin.git, "main", PATH) == ARTICLE.replace("Sa-pô", "Sa-pô mới").replace(
        "Nội dung", "Nội dung mới"
    )


def test_two_changes_of_the_same_line_are_told(bulletin: Bulletin) -> None:
    change = approved(bulletin)
    save(bulletin, MINH, [edited(new="Của Minh")], "Sửa", NOW, branch="main")
    found = refusal(bulletin, change)
    assert found.status == HTTPStatus.CONFLICT
    assert PATH in found.text("vi")
    assert change_of(bulletin.git, BRANCH) == change


def test_the_public_branch_that_has_moved_since_the_check_stays(bulletin: Bulletin) -> None:
    git = bulletin.git
    change = approved(bulletin)
    merge = prepare(bulletin, MINH, change, "", LATER)
    save(bulletin, MINH, [Edit(Verb.CREATE, NEW, b"Tin")], "Tin", NOW, branch="main")
    head = git.head("main")
    with pytest.raises(Refused):
        publish(bulletin, MINH, change.number, merge, LATER)
    assert git.head("main") == head
    assert git_in(git.root, "status", "--short") == ""
    assert change_of(git, BRANCH) == change


def test_nor_is_a_change_published_without_what_was_saved_during_the_check(bulletin: Bulletin) -> None:
    change = approved(bulletin)
    merge = prepare(bulletin, MINH, change, "", LATER)
    now = ARTICLE.replace("Sa-pô", "Sa-pô mới")
    save(bulletin, LAN, [edited(now, old="Nội dung", new="Khác")], "Sửa", LATER, branch=BRANCH)
    head = bulletin.git.head("main")
    with pytest.raises(Refused):
        publish(bulletin, MINH, change.number, merge, LATER)
    assert bulletin.git.head("main") == head
    assert text_at(bulletin.git, BRANCH, PATH) == now.replace("Nội dung", "Khác")


def test_nor_is_one_whose_approval_was_taken_back_during_the_check(bulletin: Bulletin) -> None:
    change = approved(bulletin)
    merge = prepare(bulletin, MINH, change, "", LATER)
    update_change(bulletin.git, change, MINH, LATER, labels=(IN_REVIEW,))
    head = bulletin.git.head("main")
    with pytest.raises(Refused):
        publish(bulletin, MINH, change.number, merge, LATER)
    assert bulletin.git.head("main") == head


def test_a_removal_needs_no_approval_but_an_edit_that_is_called_one_does(bulletin: Bulletin) -> None:
    edit = update_change(bulletin.git, waiting(bulletin), LAN, NOW, labels=(REMOVAL,))
    assert refusal(bulletin, edit).status == HTTPStatus.UNPROCESSABLE_ENTITY
    gone = waiting(bulletin, Edit(Verb.DELETE, PATH), branch="cms/articles-2020/xoa")
    removal = update_change(bulletin.git, gone, LAN, NOW, labels=(REMOVAL,))
    publish(bulletin, MINH, removal.number, prepare(bulletin, MINH, removal, "", LATER), LATER)
    assert text_at(bulletin.git, "main", PATH) is None


def test_a_file_that_git_ignores_is_not_overwritten(bulletin: Bulletin) -> None:
    git = bulletin.git
    (git.root / ".git/info/exclude").write_text("*.md\n")
    change = approved(bulletin, Edit(Verb.CREATE, NEW, b"---\ntitle: A\n---\n"))
    (git.root / NEW).parent.mkdir(parents=True)
    (git.root / NEW).write_text("của quản trị viên")
    with pytest.raises(Refused, match="uncommitted"):
        publish(bulletin, MINH, change.number, prepare(bulletin, MINH, change, "", LATER), LATER)
    assert (git.root / NEW).read_text() == "của quản trị viên"


def test_uncommitted_edits_of_the_same_file_stay(bulletin: Bulletin) -> None:
    change = approved(bulletin)
    (bulletin.git.root / PATH).write_text("đang sửa dở")
    with pytest.raises(Refused, match="uncommitted"):
        publish(bulletin, MINH, change.number, prepare(bulletin, MINH, change, "", LATER), LATER)
    assert (bulletin.git.root / PATH).read_text() == "đang sửa dở"
    assert change_of(bulletin.git, BRANCH) == change


def test_what_is_discarded_is_kept(bulletin: Bulletin) -> None:
    git = bulletin.git
    change, head = waiting(bulletin), git.head(BRANCH)
    stranger = Editor("hoa", "Hoa", "hoa@co-quan.example")
    with pytest.raises(Refused):
        discard(bulletin, stranger, change, LATER)
    assert discard(bulletin, LAN, change, LATER).state is State.CLOSED
    assert git.head(BRANCH) is None
    assert git.commit_at(f"refs/bantin/changes/{change.number}") == head
    # The next change of the entry has a number of its own.
    assert waiting(bulletin).number == change.number + 1


def test_nothing_is_lost_when_the_desk_is_restarted(bulletin: Bulletin) -> None:
    change = approved(bulletin)
    again = Bulletin(bulletin.git, "main", ["minh"])
    assert open_changes(again.git) == [change]
