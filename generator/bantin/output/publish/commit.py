"""The changes to a published site, each of which can be undone until all of them are done."""

# Paths by the ten thousand stay strings.
# ruff: noqa: PTH102, PTH104, PTH105, PTH112, PTH114, PTH123

import contextlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from bantin.output.publish import problems
from bantin.output.publish.directory_scan import DirectoryScan, EntryType
from bantin.output.publish.errors import FileErrors
from bantin.output.publish.journal import JOURNAL, Journal, write_journal
from bantin.output.publish.output import MANIFEST, STAGING, manifest_bytes
from bantin.output.publish.staging_folder import BACKUP_PREFIX

_Step = Callable[[], object]


class Commit:
    """Changes the site in ``errors.folder``. All methods raise ``BulletinError`` when the system refuses something."""

    def __init__(self, errors: FileErrors) -> None:
        self._errors = errors
        self._out = f"{errors.folder}/"
        self._staging = f"{errors.folder}/{STAGING}/"
        # The folders known to exist; true if this commit created them, so that they are empty.
        self._folders = {"": False}
        self._moved: set[str] = set()
        self._backups = 0
        self._undo: list[_Step] = []
        self._unlist: list[_Step] = []

    @contextlib.contextmanager
    def undone_on_failure(self) -> Iterator[None]:
        """Restores the site as it was before if anything goes wrong."""
        try:
            yield
        except BaseException:
            self._roll_back()
            raise

    def note(self, journal: Journal) -> None:
        """Writes the journal: after a kill from here on, the next build completes the new site."""
        with self._errors.reporting(f"{STAGING}/{JOURNAL}"):
            write_journal(journal, self._errors.folder / STAGING)

    def list_files(self, files: Iterable[str]) -> None:
        """Writes the manifest, which lists ``files`` as ours."""
        data = manifest_bytes(files)
        with self._errors.reporting(MANIFEST):
            if _content(self._out + MANIFEST) == data:
                return
            with open(f"{self._staging}{MANIFEST}", "xb") as file:
                file.write(data)
            self._place(MANIFEST, MANIFEST, self._unlist)

    def carry_out(
        self, journal: Journal, aside: Iterable[str], published: frozenset[str], *, whole_folders: bool = False
    ) -> None:
        """Applies ``journal`` to a site of the files ``published``.

        The paths in ``aside`` are moved away first, so that a folder can replace a file, or a file a folder. With
        ``whole_folders``, a folder that the site does not have yet is moved with everything staged in it: safe only
        for the build that has just staged it, since after a crash the folder may hold anything.
        """
        for path in aside:
            self.put_aside(path)
        for name, path in journal.moves.items():
            if not (whole_folders and self._moves_along(name, path)):
                self.move(name, path)
        scan = DirectoryScan(self._errors.folder, published)
        for path in journal.gone:
            with self._errors.reporting(path):
                found = scan.at(path)
            if found.type is EntryType.FILE and scan.is_ours(found) and found.path == path:
                self.put_aside(path)

    def put_aside(self, path: str) -> None:
        """Moves the file or folder at ``path`` out of the site, if it is still there."""
        backup = self._backup()
        with self._errors.reporting(path), contextlib.suppress(FileNotFoundError):
            os.rename(self._out + path, backup)
            self._undo.append(partial(os.rename, backup, self._out + path))

    def move(self, name: str, path: str) -> None:
        """Moves the staged file ``name`` to ``path``, and keeps a backup of the file that it replaces."""
        with self._errors.reporting(path):
            self._place(name, path, self._undo)

    def _moves_along(self, name: str, path: str) -> bool:
        """Moves the topmost new folder on ``path`` whole if it can; whether ``name`` has moved with such a folder.

        Only files of a staging area can: there, paths are the same as in the site.
        """
        area, slash, _ = name.partition("/")
        if not slash:
            return False
        for end in (at for at, letter in enumerate(path) if letter == "/"):
            folder = path[:end]
            if folder in self._moved:
                return True
            if folder not in self._folders and not os.path.lexists(self._out + folder):
                self._move_folder(area, folder)
                return True
        return False

    def _move_folder(self, area: str, folder: str) -> None:
        staged, target = f"{self._staging}{area}/{folder}", self._out + folder
        with self._errors.reporting(folder):
            os.rename(staged, target)
        self._undo.append(partial(os.rename, target, staged))
        self._moved.add(folder)

    def _place(self, name: str, path: str, undo: list[_Step]) -> None:
        target = self._out + path
        if self._require_folder(path.rpartition("/")[0]) or not os.path.lexists(target):
            os.replace(self._staging + name, target)
            undo.append(partial(os.unlink, target))
        else:
            backup = self._backup()
            _back_up(target, backup)
            os.replace(self._staging + name, target)
            undo.append(partial(os.replace, backup, target))

    def _require_folder(self, folder: str) -> bool:
        """Creates ``folder`` and its parents if missing; whether it is new."""
        if folder not in self._folders:
            self._require_folder(folder.rpartition("/")[0])
            self._folders[folder] = self._make(folder)
        return self._folders[folder]

    def _make(self, folder: str) -> bool:
        try:
            os.mkdir(self._out + folder)
        except FileExistsError:
            if os.path.islink(self._out + folder):
                raise self._errors.error(problems.LINK_IN_OUTPUT, folder) from None
            if not os.path.isdir(self._out + folder):
                raise
            return False
        self._undo.append(partial(os.rmdir, self._out + folder))
        return True

    def _backup(self) -> str:
        self._backups += 1
        return f"{self._staging}{BACKUP_PREFIX}{self._backups}"

    def _roll_back(self) -> None:
        # A kill during the roll-back leaves files of both sites, all in the manifest: the next build repairs it.
        _succeeds(partial(os.unlink, self._staging + JOURNAL))
        outcomes = [_succeeds(step) for step in reversed(self._undo)]
        if all(outcomes):
            for step in reversed(self._unlist):
                _succeeds(step)


def remove_emptied(folder: Path, gone: Iterable[str]) -> None:
    """Removes the folders that are empty now that the files ``gone`` are removed."""
    emptied = {path[:end] for path in gone for end in range(len(path)) if path[end] == "/"}
    scan = DirectoryScan(folder)
    # Inner folders first: a folder sorts before its contents.
    for path in sorted(emptied, reverse=True):
        with contextlib.suppress(OSError):
            if scan.folder_at(path).type is EntryType.FOLDER:
                (folder / path).rmdir()


def _back_up(target: str, backup: str) -> None:
    try:
        os.link(target, backup)
    except OSError:  # the file system has no hard links, or this file has as many as it allows
        shutil.copy2(target, backup, follow_symlinks=False)


def _content(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def _succeeds(step: _Step) -> bool:
    try:
        step()
    except OSError:
        return False
    return True
