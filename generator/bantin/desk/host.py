"""The part of a code host's API that the form uses: that of GitLab, answered from the repository of the bulletin.

https://docs.gitlab.com/api/rest/ and https://docs.gitlab.com/api/graphql/, as Sveltia CMS 0.221 calls them. All its
queries in GraphQL are fixed texts that differ in their variables, so an answer is chosen by these and has every field.
"""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

import msgspec
from msgspec import Struct

from bantin.desk import changes, words
from bantin.desk.changes import Change, State, change_of, find_change, open_changes, short_title, update_change
from bantin.desk.editor import Editor
from bantin.desk.files import TEXTS, suffix_of
from bantin.desk.git import CommitFacts, Entry
from bantin.desk.publishing import changed_by, discard
from bantin.desk.refusal import Refused
from bantin.desk.review import preview_path
from bantin.desk.saving import Bulletin, Check, Edit, Verb, is_branch_of_change, save

PROJECT = "bantin/desk"
"""The project as which the form knows the bulletin."""
_BELOW = "content"
"""The only folder that the form is shown."""
_DRAFT = "Draft: "
"""What the form writes before the title of a change that is not ready."""
_MOST_ACTIONS = 200
_LONGEST_MESSAGE = 2_000


class Call(Struct, frozen=True):
    """A request of the form: ``path`` is below the API, as it was sent; ``body`` is its JSON."""

    editor: Editor
    method: str
    path: str
    query: Mapping[str, str]
    body: bytes = b""

    def read(self, kind: type[Any]) -> Any:  # noqa: ANN401 - as msgspec's
        """The body as ``kind``. Raises ``Refused``."""
        try:
            return msgspec.json.decode(self.body, type=kind)
        except msgspec.MsgspecError as error:
            raise Refused(HTTPStatus.BAD_REQUEST, words.BAD_REQUEST) from error


class Query(Struct, frozen=True):
    """The variables of a query in GraphQL."""

    full_path: str = msgspec.field(name="fullPath", default="")
    branch: str = ""
    cursor: str | None = None
    paths: list[str] | None = None


class Graph(Struct, frozen=True):
    """A query in GraphQL."""

    variables: Query


class Action(Struct, frozen=True):
    """A change of one file. ``opened`` is Bantin's own: the text that the form began with."""

    action: Verb
    file_path: str
    content: str = ""
    encoding: str = "text"
    previous_path: str | None = None
    opened: str | None = None

    def edit(self) -> Edit:
        """The change with its data decoded. Raises ``Refused``."""
        try:
            data = base64.b64decode(self.content, validate=True) if self.encoding == "base64" else self.content.encode()
        except (binascii.Error, UnicodeEncodeError) as error:
            raise Refused(HTTPStatus.BAD_REQUEST, words.BAD_REQUEST) from error
        return Edit(self.action, self.file_path, data, self.previous_path or "", self.opened)


class Commit(Struct, frozen=True):
    """Files to commit onto a branch, which may begin at another one."""

    branch: str
    commit_message: str
    actions: list[Action]
    start_branch: str | None = None


class MergeRequest(Struct, frozen=True):
    """A request to review a branch, or new values of one.

    ``sha`` is Bantin's own: the newest commit of the branch that the form knows.
    """

    source_branch: str = ""
    title: str = ""
    labels: str = ""
    add_labels: str = ""
    remove_labels: str = ""
    state_event: str = ""
    sha: str = ""


class Host(Struct, frozen=True):
    """The host of the bulletin, served at ``address``, at the time of ``clock``.

    ``check`` is that of what is saved into the public branch.
    """

    bulletin: Bulletin
    address: str
    clock: Callable[[], datetime]
    check: Check

    def answer(self, call: Call) -> object:
        """The answer to a call: what JSON can say, or bytes. Raises ``Refused``."""
        for method, pattern, function in _ROUTES:
            found = pattern.fullmatch(call.path) if method == call.method else None
            if found:
                return function(self, call, *map(unquote, found.groups()))
        raise Refused(HTTPStatus.NOT_FOUND, words.NOT_FOUND, what=unquote(call.path))

    def user(self, call: Call) -> object:
        """The editor."""
        return _person(call.editor)

    def users(self, call: Call) -> object:
        """Those who may use the desk, among whom the form looks for the editor."""
        return [_person(call.editor)]

    def graph(self, call: Call) -> object:
        """The tree of a branch, its newest commit, and texts in it."""
        asked: Query = call.read(Graph).variables
        head = self.bulletin.git.head(asked.branch or self.bulletin.branch)
        if asked.full_path != PROJECT:
            return {"data": {"project": None}}
        found: dict[str, object] = {"rootRef": self.bulletin.branch, "tree": None, "blobs": None}
        if head and self._is_shown(asked.branch):
            found["tree"] = {
                "lastCommit": self._last(head),
                "blobs": self._tree(head) if asked.cursor is not None else None,
            }
            found["blobs"] = {"nodes": self._texts(head, asked.paths)} if asked.paths is not None else None
        return {"data": {"project": {"repository": found}}}

    def branch(self, _call: Call, name: str) -> object:
        """A branch and its newest commit."""
        head = self.bulletin.git.head(name) if self._is_shown(name) else None
        if head is None:
            raise Refused(HTTPStatus.NOT_FOUND, words.NOT_FOUND, what=name)
        return {"name": name, "commit": {"id": head}}

    def delete_branch(self, _call: Call, name: str) -> object:
        """Deletes a branch that nothing waits on. Those of changes that have ended are deleted already."""
        git = self.bulletin.git
        if not is_branch_of_change(git, name):
            raise Refused(HTTPStatus.NOT_FOUND, words.NOT_FOUND, what=name)
        if change_of(git, name):
            raise Refused(HTTPStatus.FORBIDDEN, words.BRANCH_IN_USE)
        head = git.head(name)
        if head:
            git.delete(f"refs/heads/{name}", head)
        return b""

    def file(self, call: Call, path: str) -> object:
        """The bytes of a file on a branch."""
        git, branch = self.bulletin.git, call.query.get("ref", self.bulletin.branch)
        head = git.head(branch) if self._is_shown(branch) else None
        # Not by its path: Git would follow “..” out of the folder.
        entry = self._entries(head).get(path) if head else None
        if entry is None:
            raise Refused(HTTPStatus.NOT_FOUND, words.NOT_FOUND, what=path)
        return git.blob(entry.id)

    def commits(self, call: Call) -> object:
        """The commits of a file."""
        branch, path = call.query.get("ref_name", self.bulletin.branch), call.query.get("path", "")
        head = self.bulletin.git.head(branch) if self._is_shown(branch) else None
        is_there = head is not None and path in self._entries(head)
        return [_commit(one) for one in self.bulletin.git.history(head, path)] if head and is_there else []

    def commit(self, call: Call) -> object:
        """Saves files."""
        asked: Commit = call.read(Commit)
        if len(asked.actions) > _MOST_ACTIONS:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, words.TOO_MANY, most=_MOST_ACTIONS)
        now = self.clock()
        edits = [one.edit() for one in asked.actions]
        start, message = asked.start_branch, asked.commit_message[:_LONGEST_MESSAGE]
        branch, check = asked.branch, self.check
        done = save(self.bulletin, call.editor, edits, message, now, branch=branch, check=check, start=start)
        return {"id": done, "committed_date": now.isoformat()}

    def requests(self, call: Call) -> object:
        """The changes that wait: those with a label, or that of a branch."""
        label, branch = call.query.get("labels"), call.query.get("source_branch")
        found = open_changes(self.bulletin.git)
        fitting = (one for one in found if label in {None, *one.labels} and branch in {None, one.branch})
        return [self._request(one) for one in fitting]

    def request(self, _call: Call, number: str) -> object:
        """A change."""
        return self._request(find_change(self.bulletin.git, int(number)))

    def new_request(self, call: Call) -> object:
        """Names the change that the first commit on its branch has begun."""
        asked: MergeRequest = call.read(MergeRequest)
        change = change_of(self.bulletin.git, asked.source_branch)
        if change is None:
            raise Refused(HTTPStatus.NOT_FOUND, words.NOT_FOUND, what=asked.source_branch)
        return self._request(self._labelled(call, change, asked, {*asked.labels.split(",")}, {*change.labels}))

    def change_request(self, call: Call, number: str) -> object:
        """Sends a change for review, approves it, or discards it."""
        asked: MergeRequest = call.read(MergeRequest)
        change = find_change(self.bulletin.git, int(number))
        if change.state is not State.OPENED:
            raise Refused(HTTPStatus.NOT_FOUND, words.NOT_FOUND, what=f"!{number}")
        if asked.state_event == "close":
            return self._request(discard(self.bulletin, call.editor, change, self.clock()))
        added, removed = {*asked.add_labels.split(",")}, {*asked.remove_labels.split(",")}
        return self._request(self._labelled(call, change, asked, added, removed))

    def files(self, _call: Call, number: str) -> object:
        """The files that a change touches."""
        change = find_change(self.bulletin.git, int(number))
        return [
            {
                "old_path": path,
                "new_path": path,
                "new_file": kind == "A",
                "deleted_file": kind == "D",
                "renamed_file": False,
            }
            for path, kind in changed_by(self.bulletin, change).items()
        ]

    def _labelled(self, call: Call, change: Change, asked: MergeRequest, added: set[str], removed: set[str]) -> Change:
        labels = (set(change.labels) - removed | added) - {""}
        if changes.READY in labels - set(change.labels):
            self.bulletin.require_publisher(call.editor)
            if asked.sha != self.bulletin.git.head(change.branch):
                raise Refused(HTTPStatus.CONFLICT, words.CHANGED_SINCE_READ)
        title = short_title(asked.title.removeprefix(_DRAFT)) or change.title
        return update_change(
            self.bulletin.git, change, call.editor, self.clock(), labels=tuple(sorted(labels)), title=title
        )

    def _is_shown(self, branch: str) -> bool:
        return branch in {"", self.bulletin.branch} or is_branch_of_change(self.bulletin.git, branch)

    def _last(self, head: str) -> object:
        (last,) = self.bulletin.git.history(head, most=1)
        return {"sha": last.id, "message": last.subject}

    def _tree(self, head: str) -> object:
        files = self._entries(head)
        nodes = [{"type": "blob", "path": path, "sha": one.id} for path, one in files.items()]
        return {"nodes": nodes, "pageInfo": {"endCursor": "", "hasNextPage": False}}

    def _texts(self, head: str, paths: list[str]) -> object:
        files = self._entries(head)
        found = [(path, files[path].id) for path in dict.fromkeys(paths) if path in files and _is_text(path)]
        data = self.bulletin.git.blobs([one for _, one in found])
        return [
            {"path": path, "oid": one, "size": str(len(content)), "rawTextBlob": _text(content)}
            for (path, one), content in zip(found, data, strict=True)
        ]

    def _entries(self, head: str) -> Mapping[str, Entry]:
        return {path: one for path, one in self.bulletin.git.entries(head, _BELOW).items() if one.is_file}

    def _request(self, change: Change) -> object:
        return {
            "id": change.number,
            "iid": change.number,
            "title": change.title,
            "state": change.state,
            "labels": change.labels,
            "source_branch": change.branch,
            "target_branch": self.bulletin.branch,
            "sha": self.bulletin.git.head(change.branch),
            "author": _person(change.author),
            "created_at": change.created.isoformat(),
            "updated_at": change.updated.isoformat(),
            "web_url": f"{self.address}{preview_path(change.number)}",
            "merge_when_pipeline_succeeds": False,
            "detailed_merge_status": "mergeable",
        }


def _person(editor: Editor) -> Mapping[str, object]:
    # The form looks for the number of the editor among those of all who may use the desk.
    number = binascii.crc32(editor.login.encode())
    return {"id": number, "username": editor.login, "name": editor.name, "email": editor.email}


def _commit(one: CommitFacts) -> object:
    return {
        "id": one.id,
        "title": one.subject,
        "author_name": one.name,
        "author_email": one.email,
        "committed_date": one.time.isoformat(),
    }


def _is_text(path: str) -> bool:
    return suffix_of(path) in TEXTS.values()


def _text(data: bytes) -> str | None:
    """The text of a file; ``None`` if it is none."""
    try:
        return None if b"\0" in data else data.decode()
    except UnicodeDecodeError:
        return None


_ID = "projects/" + re.escape(PROJECT.replace("/", "%2F"))
_ROUTES: tuple[tuple[str, re.Pattern[str], Callable[..., object]], ...] = tuple(
    (method, re.compile(pattern), function)
    for method, pattern, function in (
        ("GET", "user", Host.user),
        ("GET", f"{_ID}/users", Host.users),
        ("POST", "graphql", Host.graph),
        ("GET", f"{_ID}/repository/branches/([^/]+)", Host.branch),
        ("DELETE", f"{_ID}/repository/branches/([^/]+)", Host.delete_branch),
        ("GET", f"{_ID}/repository/files/([^/]+)/raw", Host.file),
        ("GET", f"{_ID}/repository/commits", Host.commits),
        ("POST", f"{_ID}/repository/commits", Host.commit),
        ("GET", f"{_ID}/merge_requests", Host.requests),
        ("POST", f"{_ID}/merge_requests", Host.new_request),
        ("GET", rf"{_ID}/merge_requests/(\d{{1,9}})", Host.request),
        ("PUT", rf"{_ID}/merge_requests/(\d{{1,9}})", Host.change_request),
        ("GET", rf"{_ID}/merge_requests/(\d{{1,9}})/diffs", Host.files),
    )
)
