"""What is about to be published: everything that differs, kept beside the site until all of it is known.

Everything is staged inside the output folder, on the same file system, before the first file of the site changes; then
each file is moved into its place whole. Files that are already as they should be are not touched. Only files that an
earlier build made are ever replaced or removed.
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
from bantin.output.publish.staging import SHELF, clear

if TYPE_CHECKING:
    # Much to load, for a site that stands and needs nothing of it.
    from bantin.render import Artifact, StagedFile
    from bantin.site import CopiedFile

_PIECE = 1 << 20


class StagedSite(Struct, frozen=True):
    """A site that is ready to take the place of the one that an earlier build made of the files ``made``.

    ``sums`` are of all files that will be ours, by path, ``journal`` is what has to change for it, and ``aside`` the
    files and folders that something else takes the place of.
    """

    teller: FileErrors
    made: frozenset[str]
    sums: Mapping[str, FileSum]
    journal: Journal
    aside: tuple[str, ...]
    removed: int
    problems: tuple[Problem, ...]

    def commit(self) -> Report:
        """Publishes the site. Raises ``BulletinError`` when that fails; then the old one stands as it was."""
        journal, commit, files = self.journal, Commit(self.teller), frozenset(self.sums)
        with commit.undone_on_failure():
            if journal.moves or journal.gone:
                # Both sites' files are listed before the first moves, so that none is ever taken for somebody else's.
                commit.list_files(self.made | files)
                commit.note(journal)
                commit.carry_out(journal, self.aside, self.made | files, whole_folders=True)
            commit.list_files(files)
        remove_emptied(self.teller.folder, journal.gone)
        written = len(journal.moves)
        return Report(written, len(files) - written, self.removed, self.problems)


class StagingArea(Struct, frozen=True):
    """A folder in the staging folder where workers write pages as they are to lie in the site, so that none travels.

    Its ``name`` belongs to this build alone: a worker may outlive a build that was killed.
    """

    teller: FileErrors
    name: str

    def keep(self, artifact: "Artifact") -> "StagedFile":
        """Puts down ``artifact``. Raises ``BulletinError`` when it cannot be written."""
        from bantin.render import StagedFile

        name = f"{self.name}/{artifact.path}"
        place = f"{self.teller.folder}/{STAGING}/{name}"
        with self.teller.telling(artifact.path):
            _require_folder(place.rpartition("/")[0])
            with open(place, "xb") as file:
                file.write(artifact.data)
        known = sum_of(artifact.data)
        return StagedFile(artifact.path, name, known.size, known.sha256)


def shelf(output: Output, root: Path) -> StagingArea:
    """The shelf for one build of the bulletin in ``root`` into ``output``, which must be reserved.

    Its name is random: in a container the number of a process is as low as that of a staged file, and always the same.
    """
    return StagingArea(FileErrors(output.folder, root), f"{SHELF}{secrets.token_hex(8)}")


@contextlib.contextmanager
def stage(
    artifacts: "Iterable[Artifact | StagedFile]",
    files: "Iterable[CopiedFile]",
    standing: Mapping[str, FileSum],
    root: Path,
    output: Output,
    *,
    certify: Certify | None = None,
) -> Iterator[StagedSite]:
    """A site of ``artifacts``, ``files`` (content files below ``root``) and what is ``standing``, ready for its place.

    With ``certify``, it gets the receipt that this makes. ``output`` must be reserved. What is in the way there is told
    by the problems of what is staged. Raises ``BulletinError`` when something cannot be written. What has not been
    committed in the end is forgotten.
    """
    from bantin.render import StagedFile

    stager = _Stager(FileErrors(output.folder, root), output.made)
    try:
        for artifact in artifacts:
            if isinstance(artifact, StagedFile):
                stager.take(artifact)
            else:
                stager.put(artifact.path, artifact.data)
        for file in files:
            stager.put_copy(file)
        if certify:
            # It is the last file to be moved into its place, so that it never speaks of what is not there yet.
            stager.put(RECEIPT, certify(stager.sums(standing)))
        yield stager.staged(standing)
    finally:
        with contextlib.suppress(OSError):
            clear(output.folder / STAGING)


class _Stager:
    """Stages files one by one, each under a number, and notes what stands in their way."""

    def __init__(self, teller: FileErrors, made: frozenset[str]) -> None:
        self._teller = teller
        self._made = made
        self._ground = DirectoryScan(teller.folder, made)
        self._staging = f"{teller.folder}/{STAGING}"
        self._sums: dict[str, FileSum] = {}
        self._moves: dict[str, str] = {}
        self._aside: set[str] = set()
        self._barred: set[str] = set()
        self._met: set[Problem] = set()

    def put(self, path: str, data: bytes) -> None:
        self._sums[path] = sum_of(data)
        with self._teller.telling(path):
            if self._is_needed(path, lambda found: found.size == len(data) and self._read(found.at) == data):
                with open(self._next(path), "xb") as file:
                    file.write(data)

    def take(self, kept: "StagedFile") -> None:
        """Stages what has been put on the shelf."""
        staged = f"{STAGING}/{kept.name}"
        self._sums[kept.path] = FileSum(kept.size, kept.sha256)
        with self._teller.telling(kept.path):
            if self._is_needed(kept.path, lambda found: self._are_same(found, kept.size, staged)):
                self._moves[kept.name] = kept.path

    def put_copy(self, file: "CopiedFile") -> None:
        with self._teller.telling(file.address):
            source = on_disk(self._teller.root, file.source)
            place = self._teller.folder / file.address
            if self._is_needed(file.address, lambda found: _same(source, self._teller.folder / found.at)):
                place = Path(self._next(file.address))
                shutil.copyfile(source, place)
            if file.address not in self._barred:
                # Of the copy: the source may have changed since.
                self._sums[file.address] = sum_of_file(place)

    def sums(self, standing: Mapping[str, FileSum]) -> dict[str, FileSum]:
        """The sums of what will be there, together with what is ``standing``."""
        return {path: one for path, one in (*standing.items(), *self._sums.items()) if path not in self._barred}

    def staged(self, standing: Mapping[str, FileSum]) -> StagedSite:
        sums = self.sums(standing)
        removed = sum(self._goes(path) for path in self._made - sums.keys() - self._barred)
        return StagedSite(
            teller=self._teller,
            made=self._made,
            sums=sums,
            journal=Journal(self._moves, tuple(sorted(self._made - sums.keys()))),
            aside=tuple(sorted(self._aside)),
            removed=removed,
            problems=in_order(self._met),
        )

    def _is_needed(self, path: str, is_same: Callable[[ScannedEntry], bool]) -> bool:
        """Whether the file at ``path`` is to be written; not if it stands already, or cannot."""
        found = self._ground.at(path)
        if found.stands is EntryType.NOTHING:
            return True
        stands_there = found.stands is EntryType.FILE and found.at == path
        if stands_there and is_same(found):
            return False
        if self._is_free(found, path):
            if not stands_there:
                self._aside.add(found.at)
            return True
        self._barred.add(path)
        return False

    def _is_free(self, found: ScannedEntry, path: str) -> bool:
        """Whether what was found makes way for ``path``; if not, that is told."""
        if found.at in self._aside or self._ground.is_ours(found):
            return True
        link = found.stands is EntryType.LINK and found.at != path
        self._met.add(self._teller.problem(problems.LINK_IN_OUTPUT if link else problems.FOREIGN, found.at))
        return False

    def _goes(self, path: str) -> bool:
        """Whether the site has no file at ``path`` any more when that is wanted no longer."""
        with self._teller.telling(path):
            found = self._ground.at(path)
        if found.stands is EntryType.LINK and found.at != path:
            self._met.add(self._teller.problem(problems.LINK_IN_OUTPUT, found.at))
        return found.stands is EntryType.NOTHING or (found.stands is EntryType.FILE and found.at == path)

    def _next(self, path: str) -> str:
        name = str(len(self._moves))
        self._moves[name] = path
        return f"{self._staging}/{name}"

    def _are_same(self, found: ScannedEntry, size: int, staged: str) -> bool:
        return found.size == size and self._read(found.at) == self._read(staged)

    def _read(self, path: str) -> bytes:
        with open(f"{self._teller.folder}/{path}", "rb") as file:
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
