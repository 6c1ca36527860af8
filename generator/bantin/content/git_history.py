"""DISCOVER: the commits of a Git repository that changed the files of the content.

Git is only queried: it takes no lock, runs no hook, helper or filter that a repository names, fetches nothing, and is
not redirected by the environment. If it fails for any reason, the history is unknown.
"""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from bantin.content.discover import CONTENT
from bantin.content.files import LARGEST_TEXT, SITE
from bantin.content.git_log import Log, Made, parse_log, path_of
from bantin.content.problems import files as problems
from bantin.content.problems.history import NO_FORMER_VERSIONS
from bantin.domain.model import Commit, FileVersion, History, Site
from bantin.domain.problems import Location, Problem
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
# An empty list of protocols overrides whatever the repository allows.
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_PATIENCE = 300.0  # seconds, enough to read the log of any repository
_USER_SCOPES = {b"system", b"global", b"command"}
# Settings that name programs to run on files when they are compared; those of the second kind are run by Git LFS.
_FILTERS = (b"filter.", b"lfs.extension.")
_MODULE = b"160000 "
_COMMIT_ID = re.compile(rb"[0-9a-f]{40,64}")


class Head(Struct, frozen=True):
    """The commit that is checked out, and the folder of the bulletin within the repository, with a trailing slash.

    A ``shallow`` repository lacks the history before some commit, in which all earlier changes seem to be made.
    """

    id: str
    folder: str
    shallow: bool


class _CachedHistory(msgspec.Struct, frozen=True):
    """The log up to ``head``."""

    head: Head
    log: Log


def find_head(root: Path) -> Head | None:
    """The commit checked out in the repository with the content of ``root``; ``None`` if it is not known."""
    # The last argument makes it fail if the content was never committed.
    output = _git(root, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD", f"HEAD:./{CONTENT}")
    lines = output.splitlines() if output else []
    # Folders with a line break in their names are not supported.
    if len(lines) != 4:
        return None
    shallow, folder, commit, _ = lines
    return Head(commit.decode("ascii"), path_of(folder), shallow != b"false")


def check_history(root: Path) -> Iterator[Problem]:
    """Reports why Git cannot be asked, if a repository holds ``root``: a missing program, or one that distrusts it."""
    folder = root.resolve()
    if not any((above / ".git").exists() for above in (folder, *folder.parents)):
        return
    if shutil.which("git") is None:
        yield problems.NO_GIT.at(Location(CONTENT))
        return
    done = _run(root, "rev-parse", "--git-dir")
    if done and done.returncode and b"safe.directory" in done.stderr:
        yield problems.REPOSITORY_NOT_TRUSTED.at(Location(CONTENT), folder=folder)


def check_known(history: History, site: Site) -> Iterator[Problem]:
    """Reports that ``site`` is to show former versions, but has no ``history`` that they could be read from."""
    if site.former_versions and (history.shallow or not history.head):
        yield NO_FORMER_VERSIONS.at(Location(SITE))


def tracks(root: Path, path: str) -> bool:
    """Whether the repository around ``root`` has a file at or below ``path``, ignoring case."""
    return bool(_git(root, "ls-files", "-z", "--", f":(icase){path}"))


def read_history(root: Path, head: Head, zone: ZoneInfo, store: Store) -> History:
    """Reads the history of the content of ``root``, up to ``head``, which is checked out; ``store`` caches it.

    Must be called after reading the content, so that files changed meanwhile are recognised as uncommitted.
    """
    changed = _changed(root, head)
    if changed is None:
        return History()
    if head.shallow:
        return History(head.id, bool(changed), shallow=True)
    log = _log(root, head, store)
    commits = {path: _commit(*log.commits[path], zone) for path in log.commits.keys() - changed}
    versions = {path: _versions(some, zone) for path, some in log.versions.items()}
    return History(
        head.id,
        bool(changed),
        {path: commit for path, commit in commits.items() if commit},
        {path: found for path, found in versions.items() if found},
    )


def read_blobs(root: Path, blobs: Sequence[str]) -> dict[str, bytes]:
    """The bytes of the ``blobs`` that the repository around ``root`` holds, by id; without files that are too large."""
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    sizes = _run(root, "cat-file", "--batch-check", given=asked)
    if not sizes or sizes.returncode:
        return {}
    described = (line.split(b" ") for line in sizes.stdout.splitlines())
    small = [line[0] for line in described if line[1:2] == [b"blob"] and int(line[2]) <= LARGEST_TEXT]
    done = _run(root, "cat-file", "--batch", given=b"".join(blob + b"\n" for blob in small))
    return dict(_blobs(done.stdout)) if done and done.returncode == 0 else {}


def _blobs(output: bytes) -> Iterator[tuple[str, bytes]]:
    """Each blob in the output of ``git cat-file --batch``: a line with its id, type and size, its bytes, a line end."""
    start = 0
    while start < len(output):
        end = output.index(b"\n", start)
        blob, _, size = output[start:end].split(b" ")
        start = end + 1 + int(size) + 1
        yield blob.decode("ascii"), output[end + 1 : start - 1]


def _changed(root: Path, head: Head) -> frozenset[str] | None:
    """The files of the bulletin that differ from their commits, and folders never committed; ``None`` if unknown."""
    status, modules = _status(root, CONTENT, "themes"), _modules(root, CONTENT, "themes")
    if status is None or modules is None:
        return None
    # Each entry is two letters, a space, and a path from the root of the repository.
    paths = [path_of(entry[3:]).removeprefix(head.folder) for entry in status.split(b"\0") if entry]
    paths += [path_of(module) for module in modules if not _is_as_committed(root / os.fsdecode(module))]
    return frozenset(paths)


def _status(root: Path, *paths: str) -> bytes | None:
    """The output of ``git status`` for ``paths``; ``None`` if a filter of the repository could run."""
    if _has_filters(root):
        return None
    options = ("--porcelain=v1", "-z", "--no-renames", "--untracked-files=normal", "--ignore-submodules=dirty")
    return _git(root, "status", *options, "--", *paths)


def _has_filters(root: Path) -> bool:
    """Whether the settings of the repository, other than the user's, name filters; true if that is not known."""
    output = _git(root, "config", "--list", "-z", "--name-only", "--show-scope")
    if output is None:
        return True
    scopes, names = output.split(b"\0")[::2], output.split(b"\0")[1::2]
    return any(
        scope not in _USER_SCOPES and name.startswith(_FILTERS) for scope, name in zip(scopes, names, strict=False)
    )


def _modules(root: Path, *paths: str) -> list[bytes] | None:
    """The submodules below ``paths``. Each may have filters of its own, so Git must not look for changes in them."""
    output = _git(root, "ls-files", "-z", "--stage", "--", *paths)
    if output is None:
        return None
    return [entry.partition(b"\t")[2] for entry in output.split(b"\0") if entry.startswith(_MODULE)]


def _is_as_committed(module: Path) -> bool:
    """Whether a submodule does not differ from its commit; one that was not fetched is empty, and counts as such."""
    if not os.path.lexists(module / ".git"):
        return True
    modules = _modules(module, ".")
    within = modules is not None and all(_is_as_committed(module / os.fsdecode(one)) for one in modules)
    return within and _status(module, ".") == b""


def _log(root: Path, head: Head, store: Store) -> Log:
    subject = f"history {os.path.realpath(root)}"
    record = store.noted(subject)
    try:
        known = msgspec.msgpack.decode(record, type=_CachedHistory) if record is not None else None
    except ValueError as error:
        raise DamagedCache from error
    if known and known.head == head:
        return known.log
    log = _read_log(root, head)
    store.note(subject, msgspec.msgpack.encode(_CachedHistory(head, log)))
    return log


def _read_log(root: Path, head: Head) -> Log:
    """The log of the content up to ``head``.

    Only first parents are followed: a change on a branch counts as made when the branch was merged. A file counts as
    moved only if it was not changed at the same time: similar files may be different articles.
    """
    output = _git(
        root, "log", "-z", "--format=%H %at", "--raw", "--no-abbrev", "-M100%", "--no-color", "--first-parent", "-m",
        "--relative", head.id, "--", CONTENT,
    )  # fmt: skip
    return parse_log(output or b"")


def _versions(made: Iterable[tuple[Made, str, str]], zone: ZoneInfo) -> tuple[FileVersion, ...]:
    """The versions of a file; none if the time of one of them is not known."""
    found = [(_commit(*commit, zone), blob, path) for commit, blob, path in made]
    versions = tuple(FileVersion(commit, blob, path) for commit, blob, path in found if commit)
    return versions if len(versions) == len(found) else ()


def restoring(root: Path, patterns: Sequence[str]) -> Mapping[str, str]:
    """The files of the bulletin that are gone, by path, each with the command that takes it back.

    Only files whose paths match one of ``patterns``, which are globs of Git, are looked for. Empty without Git.
    """
    limits = [f":(glob){pattern}" for pattern in patterns]
    committed = _git(root, "ls-files", "--with-tree=HEAD", "-z", "--", *limits) or b""
    gone = (path for path in committed.split(b"\0") if path and not (root / os.fsdecode(path)).exists())
    found = {path_of(path): f"git checkout HEAD -- {shlex.quote(path_of(path))}" for path in gone}
    log = _git(
        root, "log", "-z", "--format=%H", "--name-only", "--diff-filter=D", "--no-renames", "--no-color", "--relative",
        "--", *limits,
    )  # fmt: skip
    commit = ""
    for token in (log or b"").split(b"\0"):
        entry = token.strip(b"\n")
        if _COMMIT_ID.fullmatch(entry):
            commit = entry.decode("ascii")[:12]
        elif entry and not (root / os.fsdecode(entry)).exists():
            found.setdefault(path_of(entry), f"git checkout {commit}^ -- {shlex.quote(path_of(entry))}")
    return found


def _commit(commit_id: str, seconds: int, zone: ZoneInfo) -> Commit | None:
    try:
        return Commit(commit_id, datetime.fromtimestamp(seconds, zone))
    except (ValueError, OverflowError, OSError):  # a time out of range, from a wrong clock
        return None


def _git(root: Path, *arguments: str) -> bytes | None:
    """The output of Git; ``None`` if it is not installed, fails, or does not trust the owner of the repository."""
    done = _run(root, *arguments)
    return done.stdout if done and done.returncode == 0 else None


def _run(root: Path, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes] | None":
    """Runs Git on the repository around ``root`` with ``given`` as its input; ``None`` if it cannot run or end."""
    git = shutil.which("git")
    if git is None:
        return None
    settings = (part for setting in _SETTINGS for part in ("-c", setting))
    # The settings of the user say which repositories are trusted.
    home = os.path.expanduser("~")  # noqa: PTH111 - does not raise for a user without a home
    environment = {**_ENVIRONMENT, "HOME": home, "PATH": os.defpath}
    try:
        return subprocess.run(  # noqa: S603 - no shell; what comes from the content follows `--`, or is the input
            [git, "-C", str(root), *settings, *arguments],
            env=environment,
            input=given,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
