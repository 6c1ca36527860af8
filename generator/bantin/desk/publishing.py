"""Publishing: merges an approved change into the public branch; or discards it. Both keep its commits."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from http import HTTPStatus

from msgspec import Struct

from bantin.desk import words
from bantin.desk.changes import READY, REMOVAL, Change, State, find_change, keep_commits, update_change
from bantin.desk.checkout import advance
from bantin.desk.editor import Editor
from bantin.desk.git import Git, GitFailed
from bantin.desk.refusal import Refused
from bantin.desk.saving import Bulletin


class Merge(Struct, frozen=True):
    """A commit that merges ``head``, of a change, into the public branch, which was at ``onto``; on no branch yet."""

    commit: str
    onto: str
    head: str


def prepare(bulletin: Bulletin, editor: Editor, change: Change, seen: str, now: datetime) -> Merge:
    """Merges a change, as an approved one, without moving a branch. Raises ``Refused`` if that cannot be.

    ``seen`` is the commit that the editor has read; a later one was read by nobody. It may be empty.
    """
    bulletin.require_publisher(editor)
    _require_approved(bulletin, change)
    if seen and seen != bulletin.git.head(change.branch):
        raise Refused(HTTPStatus.CONFLICT, words.CHANGED_SINCE_READ)
    return merged(bulletin, editor, change, now)


def _require_approved(bulletin: Bulletin, change: Change) -> None:
    """Raises ``Refused`` unless a change waits and was approved, or asks for nothing but to remove files."""
    if change.state is not State.OPENED:
        raise Refused(HTTPStatus.NOT_FOUND, words.NOT_FOUND, what=f"!{change.number}")
    is_removal = REMOVAL in change.labels and set(changed_by(bulletin, change).values()) == {"D"}
    if READY not in change.labels and not is_removal:
        raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, words.NOT_READY)


def merged(bulletin: Bulletin, editor: Editor, change: Change, now: datetime) -> Merge:
    """The change in the public branch as it is now. Raises ``Refused`` if they contradict each other."""
    git = bulletin.git
    onto, head = git.head(bulletin.branch), git.head(change.branch)
    if onto is None or head is None:
        raise Refused(HTTPStatus.NOT_FOUND, words.NOT_FOUND, what=change.branch)
    try:
        tree = git.line("merge-tree", "--write-tree", "--no-messages", onto, head)
    except GitFailed as error:
        raise Refused(HTTPStatus.CONFLICT, words.CONFLICT, paths=_both(git, onto, head)) from error
    return Merge(git.write_commit(tree, [onto, head], editor, change.title, now), onto, head)


def publish(bulletin: Bulletin, editor: Editor, number: int, merge: Merge, now: datetime) -> None:
    """Makes ``merge`` the newest commit of the public branch. Raises ``Refused`` if anything has changed meanwhile.

    That is: one of both branches has moved, or the change with this ``number`` is not approved any more.
    """
    git = bulletin.git
    change = find_change(git, number)
    _require_approved(bulletin, change)
    if git.head(change.branch) != merge.head:
        raise Refused(HTTPStatus.CONFLICT, words.CHANGED_SINCE_READ)
    advance(git, bulletin.branch, merge.commit, merge.onto)
    _end(git, editor, change, State.MERGED, now)


def discard(bulletin: Bulletin, editor: Editor, change: Change, now: datetime) -> Change:
    """Closes a change without publishing it; its commits are kept. Its author may do so, and whoever may publish."""
    if editor.login != change.author.login:
        bulletin.require_publisher(editor)
    return _end(bulletin.git, editor, change, State.CLOSED, now)


def _end(git: Git, editor: Editor, change: Change, state: State, now: datetime) -> Change:
    keep_commits(git, change)
    ended = update_change(git, change, editor, now, state=state)
    head = git.head(change.branch)
    if head:
        git.delete(f"refs/heads/{change.branch}", head)
    return ended


def _both(git: Git, one: str, other: str) -> str:
    """The files that both commits have changed since they parted, separated by commas."""
    base = git.line("merge-base", one, other)
    found: Sequence[str] = sorted(set(git.changed(base, one)) & set(git.changed(base, other)))
    return ", ".join(found)


def changed_by(bulletin: Bulletin, change: Change) -> Mapping[str, str]:
    """The files that a change touches, by path: ``A`` added, ``M`` changed, ``D`` deleted."""
    git = bulletin.git
    public, head = git.head(bulletin.branch), git.head(change.branch)
    return git.changed(git.line("merge-base", public, head), head) if public and head else {}
