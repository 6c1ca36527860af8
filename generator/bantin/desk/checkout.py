"""The working folder of the repository: it follows the branch that is checked out, and keeps what is not committed."""

from http import HTTPStatus

from bantin.desk import words
from bantin.desk.git import Git, GitFailed, current_branch
from bantin.desk.refusal import Refused


def advance(git: Git, branch: str, new: str, old: str) -> None:
    """Moves ``branch`` from ``old`` to ``new``, and with it the files of the folder in which it is checked out.

    Only files that differ between the two commits are written, and only if they are as in ``old``. If one of them is
    not, or the branch has moved, nothing is changed, and ``Refused`` is raised.
    """
    is_checked_out = current_branch(git) == branch
    if is_checked_out:
        try:
            _refresh(git)
            _require_room(git, old, new)
            git("read-tree", "-m", "-u", old, new)
        except GitFailed as error:
            raise Refused(HTTPStatus.CONFLICT, words.UNCOMMITTED, reason=error.reason) from error
    try:
        git.move(f"refs/heads/{branch}", new, old)
    except GitFailed as error:
        if is_checked_out:
            git("read-tree", "-m", "-u", new, old)
        raise Refused(HTTPStatus.CONFLICT, words.MOVED) from error


def _refresh(git: Git) -> None:
    """Brings the index up to date with the times of files, without which files that are as in it seem to differ."""
    try:
        git("update-index", "-q", "--refresh")
    except GitFailed as error:
        # Git says with its status that some files do differ.
        if "index.lock" in error.reason:
            raise


def _require_room(git: Git, old: str, new: str) -> None:
    """Raises ``GitFailed`` if a new file would replace one that Git ignores: ``read-tree`` overwrites these."""
    others = git("ls-files", "--others", "-z", "--", "content").decode(errors="surrogateescape").split("\0")
    added = {path for path, kind in git.changed(old, new).items() if kind == "A"}
    for one in filter(None, others):
        if one in added or any(path.startswith(f"{one}/") for path in added):
            raise GitFailed(f"{one} is not in Git")
