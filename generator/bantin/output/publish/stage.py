"""Staging: all new and changed files are written next to the site before the first file of the site changes.

They are staged inside the output folder, on the same file system, so that each can be moved into place atomically.
Files that are already right are not touched. Only files that an earlier build published are ever replaced or removed.
"""

# Paths by the ten thousand stay strings.
# ruff: noqa: PTH102, PTH103, PTH123

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from bantin.content.discover import on_disk
from bantin.domain.problems import Problem, in_order
from bantin.output.publish import problems
from bantin.output.publish.commit import Commit, remove_emptied
from bantin.output.publish.directory_scan import DirectoryScan, EntryType, ScannedEntry
from bantin.output.publish.errors import FileErrors
from bantin.output.publish.journal import Journal
from bantin.output.publish.output import STAGING, Output
from bantin.output.publish.receipt import RECEIPT, Certify, FileSum, sum_of, sum_of_file
from bantin.output.publish.report import Report
from bantin.output.publish.staging_folder import RENDERED_PREFIX, clear

if TYPE_CHECKING:
    # Imported lazily: a build that finds the site up to date starts faster without them.
    from bantin.render import Artifact, StagedFile
    from bantin.site import CopiedFile

_PIECE = 1 << 20


class StagedSite(Struct, frozen=True):
    """A site that is ready to replace the one that an earlier build published, of the files ``published``.

    ``sums`` are those of all files of the new site by path, ``journal`` holds the necessary changes, and ``aside``
    the files and folders that have to make way.
    """

    errors: FileErrors
    published: frozenset[str]
    sums: Mapping[str, FileSum]
    journal: Journal
    aside: tuple[str, ...]
    removed: int
    problems: tuple[Problem, ...]

    def commit(self) -> Report:
        """Publishes the site. Raises ``BulletinError`` when that fails; then the old one is as it was."""
        journal, commit, files = self.journal, Commit(self.errors), frozenset(self.sums)
        with commit.undone_on_failure():
            if journal.moves or journal.gone:
                # The files of both sites are listed before the first moves, so that none ever counts as foreign.
                commit.list_files(self.published | files)
                commit.note(journal)
                commit.carry_out(journal, self.aside, self.published | files, whole_folders=True)
            commit.list_files(files)
        remove_emptied(self.errors.folder, journal.gone)
        written = len(journal.moves)
        return Report(written, len(files) - written, self.removed, self.problems)


class StagingArea(Struct, frozen=True):
    """A folder in the staging folder where workers write pages, so that these are not sent between processes.

    Paths below it are those of the site. Its ``name`` is used by this build alone: a worker may outlive a build that
    was killed.
    """

    errors: FileErrors
    name: str

    def write(self, artifact: "Artifact") -> "StagedFile":
        """Writes ``artifact`` to the area. Raises ``BulletinError`` when it cannot be written."""
        from bantin.render import StagedFile

        name = f"{self.name}/{artifact.path}"
        target = f"{self.errors.folder}/{STAGING}/{name}"
        with self.errors.reporting(artifact.path):
            _require_folder(target.rpartition("/")[0])
            with open(target, "xb") as file:
                file.write(artifact.data)
        known = sum_of(artifact.data)
        return StagedFile(artifact.path, name, known.size, known.sha256)


def staging_area(output: Output, root: Path) -> StagingArea:
    """Returns a staging area for one build of the bulletin in ``root`` into ``output``, which must be reserved.

    Its name is random: a process number would not do, since in a container it is the same in every build.
    """
    return StagingArea(FileErrors(output.folder, root), f"{RENDERED_PREFIX}{secrets.token_hex(8)}")


@contextlib.contextmanager
def stage(
    artifacts: "Iterable[Artifact | StagedFile]",
    files: "Iterable[CopiedFile]",
    unchanged: Mapping[str, FileSum],
    root: Path,
    output: Output,
    *,
    certify: Certify | None = None,
) -> Iterator[StagedSite]:
    """Stages a site of ``artifacts``, ``files`` (content files below ``root``) and published files that are right.

    The latter are ``unchanged``, by path. With ``certify``, the site gets the receipt that this builds. ``output`` must
    be reserved. What blocks a file there becomes a problem of the staged site. Raises ``BulletinError`` when something
    cannot be written. On exit, what has not been committed is discarded.
    """
    from bantin.render import StagedFile

    stager = _Stager(FileErrors(output.folder, root), output.published)
    try:
        for artifact in artifacts:
            if isinstance(artifact, StagedFile):
                stager.put_staged(artifact)
            else:
                stager.put(artifact.path, artifact.data)
        for file in files:
            stager.put_copy(file)
        if certify:
            # The last file to be moved into place, so that it never names files that are not there yet.
            stager.put(RECEIPT, certify(stager.sums(unchanged)))
        yield stager.staged(unchanged)
    finally:
        with contextlib.suppress(OSError):
            clear(output.folder / STAGING)


class _Stager:
    """Stages files one by one, each under a number, and collects what blocks them."""

    def __init__(self, errors: FileErrors, published: frozenset[str]) -> None:
        self._errors = errors
        self._published = published
        self._scan = DirectoryScan(errors.folder, published)
        self._staging = f"{errors.folder}/{STAGING}"
        self._sums: dict[str, FileSum] = {}
        self._moves: dict[str, str] = {}
        self._aside: set[str] = set()
        self._blocked: set[str] = set()
        self._problems: set[Problem] = set()

    def put(self, path: str, data: bytes) -> None:
        self._sums[path] = sum_of(data)
        with self._errors.reporting(path):
            if self._is_needed(path, lambda found: found.size == len(data) and self._read(found.path) == data):
                with open(self._next(path), "xb") as file:
                    file.write(data)

    def put_staged(self, file: "StagedFile") -> None:
        """Stages a file that a worker has written to the staging area."""
        staged = f"{STAGING}/{file.name}"
        self._sums[file.path] = FileSum(file.size, file.sha256)
        with self._errors.reporting(file.path):
            if self._is_needed(file.path, lambda found: self._are_same(found, file.size, staged)):
                self._moves[file.name] = file.path

    def put_copy(self, file: "CopiedFile") -> None:
        with self._errors.reporting(file.address):
            source = on_disk(self._errors.root, file.source)
            current = self._errors.folder / file.address
            if self._is_needed(file.address, lambda found: _same(source, self._errors.folder / found.path)):
                current = Path(self._next(file.address))
                shutil.copyfile(source, current)
            if file.address not in self._blocked:
                # Of the copy: the source may have changed since.
                self._sums[file.address] = sum_of_file(current)

    def sums(self, unchanged: Mapping[str, FileSum]) -> dict[str, FileSum]:
        """Returns the sums of all files of the new site: staged and ``unchanged`` ones."""
        return {path: one for path, one in (*unchanged.items(), *self._sums.items()) if path not in self._blocked}

    def staged(self, unchanged: Mapping[str, FileSum]) -> StagedSite:
        sums = self.sums(unchanged)
        removed = sum(self._can_go(path) for path in self._published - sums.keys() - self._blocked)
        return StagedSite(
            errors=self._errors,
            published=self._published,
            sums=sums,
            journal=Journal(self._moves, tuple(sorted(self._published - sums.keys()))),
            aside=tuple(sorted(self._aside)),
            removed=removed,
            problems=in_order(self._problems),
        )

    def _is_needed(self, path: str, is_same: Callable[[ScannedEntry], bool]) -> bool:
        """Whether the file at ``path`` is to be written: not if it is right already, or is blocked."""
        found = self._scan.at(path)
        if found.type is EntryType.NOTHING:
            return True
        is_file = found.type is EntryType.FILE and found.path == path
        if is_file and is_same(found):
            return False
        if self._makes_way(found, path):
            if not is_file:
                self._aside.add(found.path)
            return True
        self._blocked.add(path)
        return False

    def _makes_way(self, found: ScannedEntry, path: str) -> bool:
        """Whether ``found`` may be replaced to make room for ``path``; adds a problem if not."""
        if found.path in self._aside or self._scan.is_ours(found):
            return True
        link = found.type is EntryType.LINK and found.path != path
        self._problems.add(self._errors.problem(problems.LINK_IN_OUTPUT if link else problems.FOREIGN, found.path))
        return False

    def _can_go(self, path: str) -> bool:
        """Whether nothing keeps the file at ``path``, which the site does not need any more, from being removed."""
        with self._errors.reporting(path):
            found = self._scan.at(path)
        if found.type is EntryType.LINK and found.path != path:
            self._problems.add(self._errors.problem(problems.LINK_IN_OUTPUT, found.path))
        return found.type is EntryType.NOTHING or (found.type is EntryType.FILE and found.path == path)

    def _next(self, path: str) -> str:
        name = str(len(self._moves))
        self._moves[name] = path
        return f"{self._staging}/{name}"

    def _are_same(self, found: ScannedEntry, size: int, staged: str) -> bool:
        return found.size == size and self._read(found.path) == self._read(staged)

    def _read(self, path: str) -> bytes:
        with open(f"{self._errors.folder}/{path}", "rb") as file:
            return file.read()


def _require_folder(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def _same(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        while data := first.read(_PIECE):
            if data != second.read(_PIECE):
                return False
    return True
