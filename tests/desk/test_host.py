"""The host's API as the form calls it."""

import json
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from bantin.desk.changes import DRAFT, IN_REVIEW, READY, change_of
from bantin.desk.editor import Editor
from bantin.desk.host import Call, Host
from bantin.desk.refusal import Refused
from tests.bulletins import ARTICLE
from tests.desk.repository import BRANCH, LAN, MINH, NEW, NOW, PATH, git_in, repository, text_at, waiting

PROJECT = "projects/bantin%2Fdesk"
ENCODED = "cms%2Farticles-2026-folders%2Ftin-moi"


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(repository(tmp_path / "ban-tin"), "http://127.0.0.1:8010/", lambda: NOW, lambda _commit, _base: None)


def ask(host: Host, method: str, path: str, body: object = None, /, *, editor: Editor = LAN, **query: str) -> Any:
    data = json.dumps(body).encode() if body is not None else b""
    return host.answer(Call(editor, method, path, query, data))


def graph(host: Host, **variables: object) -> Any:
    said = {"fullPath": "bantin/desk", **variables}
    return ask(host, "POST", "graphql", {"query": "…", "variables": said})["data"]["project"]


def commit(host: Host, *actions: dict[str, str], **more: str) -> Any:
    said = {"branch": BRANCH, "commit_message": "Tin", "actions": actions, **more}
    return ask(host, "POST", f"{PROJECT}/repository/commits", said)


def new_file(path: str = NEW, content: str = "---\ntitle: A\n---\n", encoding: str = "text") -> dict[str, str]:
    return {"action": "create", "file_path": path, "content": content, "encoding": encoding}


def test_the_editor_is_one_of_those_who_may_use_the_desk(host: Host) -> None:
    user = ask(host, "GET", "user")
    assert (user["username"], user["name"], user["email"]) == (LAN.login, LAN.name, LAN.email)
    assert user in ask(host, "GET", f"{PROJECT}/users", search="lan")


def test_the_form_reads_the_tree_and_the_texts(host: Host) -> None:
    head = host.bulletin.git.head("main")
    tree = graph(host, branch="main", cursor="")["repository"]["tree"]
    assert tree["lastCommit"] == {"sha": head, "message": "Bản tin"}
    nodes = {one["path"]: one["sha"] for one in tree["blobs"]["nodes"]}
    assert nodes[PATH] == host.bulletin.git.line("rev-parse", f"main:{PATH}")
    # Nothing else of the repository is shown.
    assert ".gitignore" not in nodes
    texts = graph(host, branch="main", paths=[PATH, ".gitignore", "content/khong-co.md"])["repository"]["blobs"][
        "nodes"
    ]
    assert [(one["path"], one["rawTextBlob"]) for one in texts] == [(PATH, ARTICLE)]
    assert graph(host, branch="khac", cursor="")["repository"]["tree"] is None
    assert graph(host, fullPath="a/b") is None


def test_a_file_is_read_as_it_is(host: Host) -> None:
    encoded = PATH.replace("/", "%2F")
    assert ask(host, "GET", f"{PROJECT}/repository/files/{encoded}/raw", ref="main") == ARTICLE.encode()
    for path, ref in ((".gitignore", "main"), ("content", "main"), (encoded, "HEAD"), (encoded, "refs/bantin/desk")):
        with pytest.raises(Refused):
            ask(host, "GET", f"{PROJECT}/repository/files/{path}/raw", ref=ref)


def test_a_new_article_is_sent_for_review(host: Host) -> None:
    git = host.bulletin.git
    photo = new_file("content/articles/2026/tin-moi/a.jpg", "/9j/", "base64")
    done = commit(host, new_file(), photo, start_branch="main")
    assert done["id"] == git.head(BRANCH)
    assert git.entry(done["id"], photo["file_path"])
    body = {"title": "Draft: Tin", "source_branch": BRANCH, "target_branch": "main", "labels": DRAFT}
    request = ask(host, "POST", f"{PROJECT}/merge_requests", body)
    assert (request["title"], request["labels"], request["sha"]) == ("Tin", (DRAFT,), done["id"])
    number = request["iid"]
    ask(host, "PUT", f"{PROJECT}/merge_requests/{number}", {"add_labels": IN_REVIEW, "remove_labels": f"{DRAFT},x"})
    (waiting_,) = ask(host, "GET", f"{PROJECT}/merge_requests", state="opened", labels=IN_REVIEW)
    assert waiting_["iid"] == number
    assert ask(host, "GET", f"{PROJECT}/merge_requests", labels=DRAFT) == []
    assert len(ask(host, "GET", f"{PROJECT}/merge_requests", source_branch=BRANCH)) == 1
    files = ask(host, "GET", f"{PROJECT}/merge_requests/{number}/diffs")
    assert {one["new_path"]: one["new_file"] for one in files} == {NEW: True, photo["file_path"]: True}


def test_only_publishers_approve(host: Host) -> None:
    number = waiting(host.bulletin).number
    approving = {"add_labels": READY, "remove_labels": DRAFT, "sha": host.bulletin.git.head(BRANCH)}
    with pytest.raises(Refused) as refused:
        ask(host, "PUT", f"{PROJECT}/merge_requests/{number}", approving)
    assert refused.value.status == HTTPStatus.FORBIDDEN
    ask(host, "PUT", f"{PROJECT}/merge_requests/{number}", approving, editor=MINH)
    found = change_of(host.bulletin.git, BRANCH)
    assert found
    assert found.labels == (READY,)


@pytest.mark.parametrize("sha", ["", "0" * 40])
def test_what_nobody_has_read_is_not_approved(host: Host, sha: str) -> None:
    """The form tells which commit it shows: another editor may have saved since."""
    number = waiting(host.bulletin).number
    with pytest.raises(Refused) as refused:
        ask(host, "PUT", f"{PROJECT}/merge_requests/{number}", {"add_labels": READY, "sha": sha}, editor=MINH)
    assert refused.value.status == HTTPStatus.CONFLICT


@pytest.mark.parametrize("path", ["content/../secret.env", "content/./../secret.env", "secret.env", "content//"])
def test_nothing_outside_the_content_is_read(tmp_path: Path, path: str) -> None:
    made = Host(
        repository(tmp_path / "ban-tin", {"secret.env": "bí mật"}),
        "http://127.0.0.1:8010/",
        lambda: NOW,
        lambda _commit, _base: None,
    )
    with pytest.raises(Refused) as refused:
        ask(made, "GET", f"{PROJECT}/repository/files/{quote(path, safe='')}/raw")
    assert refused.value.status == HTTPStatus.NOT_FOUND
    for one in (path, ":/", ":(glob)**"):
        assert ask(made, "GET", f"{PROJECT}/repository/commits", path=one) == []


def test_what_is_asked_for_repeatedly_is_told_once(host: Host) -> None:
    nodes = graph(host, branch="main", paths=[PATH] * 50)["repository"]["blobs"]["nodes"]
    assert [one["path"] for one in nodes] == [PATH]


def test_no_more_is_taken_than_a_form_sends(host: Host) -> None:
    many = [new_file(f"content/articles/2026/tin-{number}.md") for number in range(201)]
    with pytest.raises(Refused) as refused:
        commit(host, *many, start_branch="main")
    assert refused.value.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    number = waiting(host.bulletin).number
    long = {"title": "Tin\n" * 1_000}
    assert len(ask(host, "PUT", f"{PROJECT}/merge_requests/{number}", long)["title"]) == 200


def test_a_change_that_waits_is_not_deleted_with_its_branch(host: Host) -> None:
    git, change = host.bulletin.git, waiting(host.bulletin)
    with pytest.raises(Refused) as refused:
        ask(host, "DELETE", f"{PROJECT}/repository/branches/{ENCODED}")
    assert refused.value.status == HTTPStatus.FORBIDDEN
    for name in ("main", "refs%2Fbantin%2Fdesk"):
        with pytest.raises(Refused):
            ask(host, "DELETE", f"{PROJECT}/repository/branches/{name}")
    assert git.head("main")
    ask(host, "PUT", f"{PROJECT}/merge_requests/{change.number}", {"state_event": "close"})
    assert git.head(BRANCH) is None
    # The form deletes the branch after it has closed the request.
    assert ask(host, "DELETE", f"{PROJECT}/repository/branches/{ENCODED}") == b""
    with pytest.raises(Refused):
        ask(host, "PUT", f"{PROJECT}/merge_requests/{change.number}", {"add_labels": IN_REVIEW})


def test_a_branch_that_was_left_behind_gives_way(host: Host) -> None:
    git_in(host.bulletin.git.root, "branch", BRANCH)
    with pytest.raises(Refused) as refused:
        commit(host, new_file(), start_branch="main")
    # The form begins anew at this status, and no other.
    assert refused.value.status == HTTPStatus.BAD_REQUEST
    ask(host, "DELETE", f"{PROJECT}/repository/branches/{ENCODED}")
    commit(host, new_file(), start_branch="main")
    assert text_at(host.bulletin.git, BRANCH, NEW)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"branch": 1}', b'{"branch": "a", "actions": [{"action": "chmod"}]}']
)
def test_what_makes_no_sense_is_refused(host: Host, body: bytes) -> None:
    with pytest.raises(Refused) as refused:
        host.answer(Call(LAN, "POST", f"{PROJECT}/repository/commits", {}, body))
    assert refused.value.status == HTTPStatus.BAD_REQUEST


def test_base64_is_read_strictly(host: Host) -> None:
    with pytest.raises(Refused):
        commit(host, new_file(content="%%%", encoding="base64"), start_branch="main")


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "projects/a%2Fb/users"), ("POST", "user"), ("GET", "admin"), ("GET", "")]
)
def test_nothing_else_is_answered(host: Host, method: str, path: str) -> None:
    with pytest.raises(Refused) as refused:
        ask(host, method, path)
    assert refused.value.status == HTTPStatus.NOT_FOUND


def test_the_history_of_a_file_is_shown(host: Host) -> None:
    (last,) = ask(host, "GET", f"{PROJECT}/repository/commits", ref_name="main", path=PATH)
    assert (last["author_name"], last["title"]) == ("Quản trị", "Bản tin")
    assert ask(host, "GET", f"{PROJECT}/repository/branches/main")["commit"]["id"] == host.bulletin.git.head("main")
