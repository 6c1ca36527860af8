"""Parses the log of a Git repository: the last commit of each file, and the versions of articles and records."""

import os
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from bantin.content.discover import Role, printable, role_of

Made = tuple[str, int]
"""The id of a commit, and its time in seconds since 1970."""

_DELETED, _ADDED, _RENAMED = b"D", b"A", b"R"
_FILE = b"100"
_WITH_VERSIONS = frozenset((Role.ARTICLE, Role.RECORD))


class Log(NamedTuple):
    """The last commit of each file that exists, and the versions of each article and record, the earliest first.

    A version is given as its commit, the id of its blob and its path then. Files with one version only have no entry.
    """

    commits: Mapping[str, Made]
    versions: Mapping[str, tuple[tuple[Made, str, str], ...]]


class _Change(NamedTuple):
    """A change of the file ``path``. ``made`` is ``None`` if the time of its commit is bad.

    ``blob`` is empty if it is no file afterwards; ``before`` is its path before, if it was moved unchanged.
    """

    path: str
    made: Made | None
    blob: str
    before: str = ""
    is_new: bool = False


def parse_log(log: bytes) -> Log:
    """Parses the output of ``git log -z --raw --no-abbrev -M100% --format='%H %at'``, latest commit first.

    See ``git-diff-tree(1)``, 'Raw output format'.
    """
    latest: dict[str, Made | None] = {}
    # The present path of the file that was at a path before the commits read so far; none if it was deleted.
    now: dict[str, str | None] = {}
    versions: dict[str, list[tuple[Made | None, str, str]]] = {}
    for change in _changes(log):
        path, made, blob, before, is_new = change
        latest.setdefault(path, made if blob else None)
        present = now.setdefault(path, path)
        if present and blob:
            versions.setdefault(present, []).append((made, blob, path))
        if before:
            latest.setdefault(before, None)
            now[before] = present
        if before or is_new or not blob:
            now[path] = None
    return Log(
        {path: made for path, made in latest.items() if made},
        {path: found for path, some in versions.items() if len(some) > 1 and (found := _whole(path, some))},
    )


def _whole(path: str, latest_first: list[tuple[Made | None, str, str]]) -> tuple[tuple[Made, str, str], ...]:
    """The versions of an article or a record, if the times of all of them are known; the earliest first."""
    dated = [(made, blob, then) for made, blob, then in reversed(latest_first) if made]
    return tuple(dated) if len(dated) == len(latest_first) and role_of(path) in _WITH_VERSIONS else ()


def _changes(log: bytes) -> Iterator[_Change]:
    """The changes of files: id and time of each commit are followed by entries for the paths that it changed."""
    made = None
    tokens = iter(log.split(b"\0"))
    for token in tokens:
        entry = token.strip(b"\n")
        if entry.startswith(b":"):
            _, mode, _, blob, status = entry.split(b" ")
            before = path_of(next(tokens)) if status.startswith(_RENAMED) else ""
            is_file = mode.startswith(_FILE) and status != _DELETED
            name = blob.decode("ascii") if is_file else ""
            yield _Change(path_of(next(tokens)), made, name, before, status == _ADDED)
        elif entry:
            commit, seconds = entry.decode("ascii").split(" ")
            made = (commit, int(seconds)) if seconds.isdigit() else None


def path_of(path: bytes) -> str:
    """A path in the form of the rest of the program: NFC and printable."""
    return unicodedata.normalize("NFC", printable(os.fsdecode(path)))
