"""DISCOVER: which commit of a Git repository each file of the content was last changed in.

Git is asked for facts, never to do anything: it takes no lock, runs no hook, helper or filter that a repository names,
fetches nothing from anywhere, and is not led elsewhere by the environment. Whatever it cannot tell, or will not, is not
known.
"""

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from bantin.content.discover import CONTENT, printable
from bantin.domain.model import Commit, History
from bantin.runtime.cache import DamagedCache, Store

_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "fetch.bundleURI=",
    "log.diffMerges=first-parent",
    "log.showRoot=true",
    "log.showSignature=false",
    "safe.bareRepository=explicit",
)
# An empty list of protocols stands above whatever the repository allows.
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_PATIENCE = 300.0  # seconds, in which the log of any repository can be read
_OF_THE_USER = {b"system", b"global", b"command"}
# Programs that files go through when they are compared; those of the second kind are run by Git LFS.
_FILTERS = (b"filter.", b"lfs.extension.")
_MODULE = b"160000 "
_DELETED = b"D"
_FILE = b"100"


class Head(Struct, frozen=True):
    """What is checked out: the id of the commit, and the folder of the bulletin within the repository, with a slash.

    A ``shallow`` repository lacks what came before some commit, so that much seems to have been changed by that.
    """

    id: str
    folder: str
    shallow: bool


class _Known(msgspec.Struct, frozen=True):
    """What is remembered of the commits before ``head``: for each path the id, and the seconds since 1970."""

    head: Head
    commits: dict[str, tuple[str, int]]


def find_head(root: Path) -> Head | None:
    """What is checked out of the repository that holds the content of ``root``; ``None`` where that is not known."""
    # The last of them is only there if the content has been committed.
    told = _git(root, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD", f"HEAD:./{CONTENT}")
    lines = told.splitlines() if told else []
    # A folder with a line break in its name is not worth understanding.
    if len(lines) != 4:
        return None
    shallow, folder, commit, _ = lines
    return Head(commit.decode("ascii"), _path(folder), shallow != b"false")


def tracks(root: Path, path: str) -> bool:
    """Whether the repository that holds ``root`` has a file at or below ``path``, in capitals or not."""
    return bool(_git(root, "ls-files", "-z", "--", f":(icase){path}"))


def read_history(root: Path, head: Head, zone: ZoneInfo, store: Store) -> History:
    """The history of the content of ``root``, of which ``head`` is checked out; ``store`` remembers it.

    It must be asked for when the content has been read: a file that changed meanwhile is then no longer as committed.
    """
    changed = _changed(root, head)
    if changed is None:
        return History()
    last = {} if head.shallow else _last_commits(root, head, store)
    commits = {path: _commit(*last[path], zone) for path in last.keys() - changed}
    return History(head.id, bool(changed), {path: commit for path, commit in commits.items() if commit})


def _changed(root: Path, head: Head) -> frozenset[str] | None:
    """The files of the bulletin that are not as they were committed, and the folders that were not committed at all."""
    told, modules = _status(root, CONTENT, "themes"), _modules(root, CONTENT, "themes")
    if told is None or modules is None:
        return None
    # Each entry is two letters, a space, and a path from the root of the repository.
    paths = [_path(entry[3:]).removeprefix(head.folder) for entry in told.split(b"\0") if entry]
    paths += [_path(module) for module in modules if not _is_as_committed(root / os.fsdecode(module))]
    return frozenset(paths)


def _status(root: Path, *paths: str) -> bytes | None:
    """What Git says of files that are not as they were committed; nothing if a filter of the repository could run."""
    if _has_filters(root):
        return None
    options = ("--porcelain=v1", "-z", "--no-renames", "--untracked-files=normal", "--ignore-submodules=dirty")
    return _git(root, "status", *options, "--", *paths)


def _has_filters(root: Path) -> bool:
    """Whether the settings of the repository, not those of the user, name filters; also where that is not known."""
    told = _git(root, "config", "--list", "-z", "--name-only", "--show-scope")
    if told is None:
        return True
    scopes, names = told.split(b"\0")[::2], told.split(b"\0")[1::2]
    return any(
        scope not in _OF_THE_USER and name.startswith(_FILTERS) for scope, name in zip(scopes, names, strict=False)
    )


def _modules(root: Path, *paths: str) -> list[bytes] | None:
    """The submodules below ``paths``: each may have filters of its own, so Git is not to ask it for changes."""
    told = _git(root, "ls-files", "-z", "--stage", "--", *paths)
    if told is None:
        return None
    return [entry.partition(b"\t")[2] for entry in told.split(b"\0") if entry.startswith(_MODULE)]


def _is_as_committed(module: Path) -> bool:
    """Whether a submodule has nothing that differs from its commit; one that was not fetched has nothing at all."""
    if not os.path.lexists(module / ".git"):
        return True
    modules = _modules(module, ".")
    within = modules is not None and all(_is_as_committed(module / os.fsdecode(one)) for one in modules)
    return within and _status(module, ".") == b""


def _last_commits(root: Path, head: Head, store: Store) -> Mapping[str, tuple[str, int]]:
    subject = f"history {os.path.realpath(root)}"
    record = store.noted(subject)
    try:
        known = msgspec.msgpack.decode(record, type=_Known) if record is not None else None
    except ValueError as error:
        raise DamagedCache from error
    if known and known.head == head:
        return known.commits
    commits = _read_log(root, head)
    store.note(subject, msgspec.msgpack.encode(_Known(head, commits)))
    return commits


def _read_log(root: Path, head: Head) -> dict[str, tuple[str, int]]:
    """The commit that made each file of the content what it is in ``head``.

    Only the main line is followed: a change that came by way of a branch was made when the branch was merged.
    """
    told = _git(
        root, "log", "-z", "--format=%H %at", "--raw", "--no-renames", "--no-color", "--first-parent", "-m",
        "--relative", head.id, "--", CONTENT,
    )  # fmt: skip
    latest: dict[str, tuple[str, int] | None] = {}
    for path, commit in _changes(told or b""):
        latest.setdefault(path, commit)
    return {path: commit for path, commit in latest.items() if commit}


def _changes(log: bytes) -> Iterator[tuple[str, tuple[str, int] | None]]:
    """Each change of a file, latest first: its path and its commit, or none if there is no file or no time to tell.

    The log gives the id and time of a commit, and then pairs of what happened to a file and of its path; see
    ``git-diff-tree(1)``, 'Raw output format'.
    """
    commit = None
    tokens = iter(log.split(b"\0"))
    for token in tokens:
        told = token.strip(b"\n")
        if told.startswith(b":"):
            _, mode, _, _, status = told.split(b" ")
            is_file = mode.startswith(_FILE) and status != _DELETED
            yield _path(next(tokens)), commit if is_file else None
        elif told:
            name, seconds = told.decode("ascii").split(" ")
            commit = (name, int(seconds)) if seconds.isdigit() else None


def _commit(commit_id: str, seconds: int, zone: ZoneInfo) -> Commit | None:
    try:
        return Commit(commit_id, datetime.fromtimestamp(seconds, zone))
    except (ValueError, OverflowError, OSError):  # a clock that was far out
        return None


def _path(path: bytes) -> str:
    """A path as the rest of the program spells it."""
    return unicodedata.normalize("NFC", printable(os.fsdecode(path)))


def _git(root: Path, *arguments: str) -> bytes | None:
    """What Git says; ``None`` if there is no Git here, no repository, or it does not trust whose that is."""
    git = shutil.which("git")
    if git is None:
        return None
    settings = (part for setting in _SETTINGS for part in ("-c", setting))
    # Which repositories are trusted stands in the settings of the user.
    home = os.path.expanduser("~")  # noqa: PTH111 - it stays as it is for a user without a home
    environment = {**_ENVIRONMENT, "HOME": home, "PATH": os.defpath}
    try:
        done = subprocess.run(  # noqa: S603 - nothing that is written in the content goes into the arguments
            [git, "-C", str(root), *settings, *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
