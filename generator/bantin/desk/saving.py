"""Saving: commits the files of a form in its editor's name, unless that would overwrite what another one has saved."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from http import HTTPStatus

from msgspec import Struct

from bantin.desk import words
from bantin.desk.changes import (
    BRANCHES,
    IN_REVIEW,
    READY,
    Change,
    State,
    begin_change,
    change_of,
    keep_commits,
    update_change,
)
from bantin.desk.checkout import advance
from bantin.desk.editor import Editor
from bantin.desk.files import TEXTS, require_fit, require_no_link, require_writable, suffix_of
from bantin.desk.git import NOTHING, Entry, Git, GitFailed
from bantin.desk.refusal import Refused

_SLASHES = 2
Check = Callable[[str, str], None]
"""Raises ``Refused`` if a commit must not become public upon another one."""


class Bulletin(Struct, frozen=True):
    """What the desk works on: the repository, its public ``branch``, and the ``publishers`` who may change that.

    ``publishers`` are logins or mail addresses.
    """

    git: Git
    branch: str
    publishers: Collection[str]

    def may_publish(self, editor: Editor) -> bool:
        """Whether ``editor`` may change the public branch."""
        return editor.is_among(self.publishers)

    def require_publisher(self, editor: Editor) -> None:
        """Raises ``Refused`` unless ``editor`` may publish."""
        if not self.may_publish(editor):
            people = ", ".join(sorted(self.publishers)) or words.NOBODY.vi
            raise Refused(HTTPStatus.FORBIDDEN, words.NOT_PUBLISHER, publishers=people)


class Verb(StrEnum):
    """What is done to a file."""

    CREATE = "create"
    UPDATE = "update"
    MOVE = "move"
    DELETE = "delete"


class Edit(Struct, frozen=True):
    """What a form does to a file.

    ``was`` is the path that it had before it moved; ``opened`` is the text that the form began with, if it had any.
    """

    verb: Verb
    path: str
    data: bytes = b""
    was: str = ""
    opened: str | None = None


def save(
    bulletin: Bulletin,
    editor: Editor,
    edits: Sequence[Edit],
    message: str,
    now: datetime,
    *,
    branch: str,
    check: Check,
    start: str | None = None,
) -> str:
    """Commits ``edits`` onto ``branch``, which begins at the branch ``start`` if that is given; returns the commit.

    A new branch is a change that waits for review. What is public at once passes the ``check`` before. Raises
    ``Refused`` when nothing may be, or was, written.
    """
    git = bulletin.git
    if branch == bulletin.branch:
        bulletin.require_publisher(editor)
    elif not is_branch_of_change(git, branch):
        raise Refused(HTTPStatus.FORBIDDEN, words.NOT_FOUND, what=branch)
    head = git.head(branch)
    if start is not None and head:
        raise Refused(HTTPStatus.BAD_REQUEST, words.BRANCH_EXISTS)
    base = git.head(bulletin.branch) if start == bulletin.branch else head
    if base is None:
        raise Refused(HTTPStatus.NOT_FOUND, words.NOT_FOUND, what=branch)
    files = _files(git, base, edits)
    commit = git.write_commit(git.write_tree(base, files), [base], editor, message, now)
    if branch == bulletin.branch:
        check(commit, base)
        advance(git, branch, commit, base)
        return commit
    # Before the branch moves: a text that nobody has approved is never on a branch that counts as approved.
    change = _noted(bulletin, editor, branch, message, now)
    try:
        git.move(f"refs/heads/{branch}", commit, head or NOTHING)
    except GitFailed as error:
        if head is None:
            update_change(git, change, editor, now, state=State.CLOSED)
        raise Refused(HTTPStatus.CONFLICT, words.MOVED) from error
    keep_commits(git, change)
    return commit


def is_branch_of_change(git: Git, branch: str) -> bool:
    """Whether ``branch`` can be that of a change: ``cms/``, a list of the form, and an entry of it."""
    if not branch.startswith(BRANCHES) or branch.count("/") < _SLASHES:
        return False
    try:
        git("check-ref-format", f"refs/heads/{branch}")
    except GitFailed:
        return False
    return True


def _noted(bulletin: Bulletin, editor: Editor, branch: str, message: str, now: datetime) -> Change:
    """Records that a change is edited. What was approved is to be approved again, unless who may do so edits it."""
    git = bulletin.git
    change = change_of(git, branch)
    if change is None:
        return begin_change(git, branch, message.partition("\n")[0], editor, now)
    again = READY in change.labels and not bulletin.may_publish(editor)
    labels = tuple(IN_REVIEW if one == READY and again else one for one in change.labels)
    return update_change(git, change, editor, now, labels=labels)


def _files(git: Git, base: str, edits: Sequence[Edit]) -> Mapping[str, bytes | None]:
    """The files to write, or to remove, with ``edits`` upon the commit ``base``. Raises ``Refused``."""
    files: dict[str, bytes | None] = {}
    there = git.entries(base, "content")
    for edit in edits:
        for path in filter(None, (edit.path, edit.was)):
            require_writable(path)
            require_no_link(git, base, path)
        source = edit.was if edit.verb is Verb.MOVE else edit.path
        _require_fresh(git, base, edit, source, there)
        if edit.verb is Verb.DELETE:
            files[source] = None
            continue
        require_fit(edit.path, edit.data)
        if source != edit.path:
            files.setdefault(source, None)
        files[edit.path] = edit.data
    return files


def _require_fresh(git: Git, base: str, edit: Edit, source: str, there: Mapping[str, Entry]) -> None:
    """Raises ``Refused`` if the file is not as the form knows it: another editor has saved since it was opened."""
    is_new = edit.verb is Verb.CREATE or (edit.verb is Verb.MOVE and edit.path != source)
    if is_new and edit.path in there and git.blob(there[edit.path].id) != edit.data:
        raise Refused(HTTPStatus.CONFLICT, words.EXISTS, path=edit.path)
    if edit.verb is Verb.CREATE:
        return
    if source not in there:
        raise Refused(HTTPStatus.CONFLICT, words.MISSING, path=source)
    if edit.opened is None:
        if edit.verb is not Verb.DELETE and suffix_of(source) in TEXTS.values():
            raise Refused(HTTPStatus.PRECONDITION_REQUIRED, words.OPENED_UNKNOWN, path=source)
        return
    if _normal(git.blob(there[source].id).decode(errors="replace")) != _normal(edit.opened):
        last = git.history(base, source, 1)
        raise Refused(HTTPStatus.CONFLICT, words.CHANGED, path=source, name=last[0].name if last else "?")


def _normal(text: str) -> str:
    """A text as the form knows it: with line ends of one kind, and no blank space around it."""
    return text.replace("\r\n", "\n").strip("\ufeff \t\n\r")
