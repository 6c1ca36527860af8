"""Changes that wait for a review: each is a branch and a record of its state, both in the repository of the bulletin.

The records are files in commits of their own, below a reference that no checkout and no push touches: ``open/7.json``,
later ``done/7.json``. Their history says who sent, approved, discarded and published what, and when. The commits of a
change are kept by another reference, whatever becomes of its branch.
"""

from datetime import datetime
from enum import StrEnum
from http import HTTPStatus

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bantin.desk import words
from bantin.desk.editor import Editor
from bantin.desk.git import NOTHING, Git
from bantin.desk.refusal import Refused

RECORDS = "refs/bantin/desk"
"""The reference of the records."""
_HEADS = "refs/bantin/changes"
BRANCHES = "cms/"
"""The beginning of the names of the branches of changes."""
LABELS = "sveltia-cms/"
"""The beginning of the labels by which the form knows the state of a change."""
DRAFT, IN_REVIEW, READY, REMOVAL = (
    f"{LABELS}{state}" for state in ("draft", "pending_review", "pending_publish", "pending_deletion")
)
_OPEN, _DONE = "open", "done"
_LONGEST_TITLE = 200


class State(StrEnum):
    """The states of a change: it waits, was merged into the public branch, or was discarded."""

    OPENED = "opened"
    MERGED = "merged"
    CLOSED = "closed"


class Change(Struct, frozen=True):
    """A change: its ``branch``, its title, the labels of its state, and the editor who began it."""

    number: int
    branch: str
    title: str
    author: Editor
    created: datetime
    updated: datetime
    labels: tuple[str, ...] = (DRAFT,)
    state: State = State.OPENED

    @property
    def path(self) -> str:
        """The path of its record."""
        return f"{_OPEN if self.state is State.OPENED else _DONE}/{self.number}.json"


def open_changes(git: Git) -> list[Change]:
    """The changes that wait, the one that was edited last first."""
    ids = [blob for path, blob in _records(git).items() if path.startswith(f"{_OPEN}/")]
    found = [msgspec.json.decode(data, type=Change) for data in git.blobs(ids)]
    return sorted(
        (one for one in found if git.head(one.branch)), key=lambda one: (one.updated, one.number), reverse=True
    )


def change_of(git: Git, branch: str) -> Change | None:
    """The change that waits on a branch; ``None`` if there is none."""
    return next((one for one in open_changes(git) if one.branch == branch), None)


def find_change(git: Git, number: int) -> Change:
    """The change with a number, whatever its state. Raises ``Refused`` if there is none."""
    records = _records(git)
    found = next((one for folder in (_OPEN, _DONE) if (one := records.get(f"{folder}/{number}.json"))), None)
    if found is None:
        raise Refused(HTTPStatus.NOT_FOUND, words.NOT_FOUND, what=f"!{number}")
    return msgspec.json.decode(git.blob(found), type=Change)


def begin_change(git: Git, branch: str, title: str, editor: Editor, now: datetime) -> Change:
    """Records that a change waits on ``branch``, whose commits are kept from now on."""
    number = 1 + max((int(path.partition("/")[2].removesuffix(".json")) for path in _records(git)), default=0)
    change = Change(number, branch, short_title(title), editor, now, now)
    _write(git, change, None, editor, now)
    keep_commits(git, change)
    return change


def short_title(text: str) -> str:
    """A title in one line, as long as a list can show."""
    return " ".join(text.split())[:_LONGEST_TITLE]


def update_change(git: Git, change: Change, editor: Editor, now: datetime, **fields: object) -> Change:
    """Records new values of a change."""
    new = replace(change, updated=now, **fields)
    _write(git, new, change, editor, now)
    return new


def keep_commits(git: Git, change: Change) -> None:
    """Keeps the newest commit of a change, even after its branch is deleted."""
    head = git.head(change.branch)
    if head:
        reference = f"{_HEADS}/{change.number}"
        git.move(reference, head, git.commit_at(reference) or NOTHING)


def _records(git: Git) -> dict[str, str]:
    """The object names of the records, by path."""
    if git.commit_at(RECORDS) is None:
        return {}
    lines = git("ls-tree", "-r", "-z", "--full-tree", RECORDS).decode().split("\0")
    return {line.partition("\t")[2]: line.split()[2] for line in lines if line}


def _write(git: Git, change: Change, was: Change | None, editor: Editor, now: datetime) -> None:
    """Commits the record of a change, in place of that which it was."""
    head = git.commit_at(RECORDS)
    alone = replace(git, folder="")
    removed = {was.path: None} if was and was.path != change.path else {}
    data = msgspec.json.format(msgspec.json.encode(change), indent=1)
    tree = alone.write_tree(head, {**removed, change.path: data})
    message = f"!{change.number} {change.state}: {', '.join(change.labels)}\n\n{change.branch}\n"
    commit = alone.write_commit(tree, [head] if head else [], editor, message, now)
    alone.move(RECORDS, commit, head or NOTHING)
