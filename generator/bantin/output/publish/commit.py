"""The changes of a site as they are made, each of which can be undone until all are made."""

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
from bantin.output.publish.staging import BACKUP

_Step = Callable[[], object]


class Commit:
    """Changes the site in the folder that ``teller`` tells of. What goes wrong is a ``BulletinError``."""

    def __init__(self, teller: FileErrors) -> None:
        self._teller = teller
        self._out = f"{teller.folder}/"
        self._staging = f"{teller.folder}/{STAGING}/"
        # The folders that are known to be there, and whether they are new, so that nothing is in them.
        self._folders = {"": False}
        self._moved: set[str] = set()
        self._backups = 0
        self._undo: list[_Step] = []
        self._unlist: list[_Step] = []

    @contextlib.contextmanager
    def undone_on_failure(self) -> Iterator[None]:
        """If anything goes wrong, the site is as it was before."""
        try:
            yield
        except BaseException:
            self._roll_back()
            raise

    def note(self, journal: Journal) -> None:
        """Leaves word of what is about to be done: from here on a kill leads to the new site, not to the old one."""
        with self._teller.telling(f"{STAGING}/{JOURNAL}"):
            write_journal(journal, self._teller.folder / STAGING)

    def list_files(self, files: Iterable[str]) -> None:
        """Makes ``files`` those that are ours."""
        data = manifest_bytes(files)
        with self._teller.telling(MANIFEST):
            if _content(self._out + MANIFEST) == data:
                return
            with open(f"{self._staging}{MANIFEST}", "xb") as file:
                file.write(data)
            self._place(MANIFEST, MANIFEST, self._unlist)

    def carry_out(
        self, journal: Journal, aside: Iterable[str], made: frozenset[str], *, whole_folders: bool = False
    ) -> None:
        """Makes the changes of ``journal`` to a site of the files ``made``.

        First what is to be put ``aside`` goes, so that a folder can take the place of a file, or a file of a folder.
        With ``whole_folders``, those that the site does not have yet are moved with all that is staged in them: only
        whoever has just put it there knows what that is.
        """
        for path in aside:
            self.put_aside(path)
        for name, path in journal.moves.items():
            if not (whole_folders and self._moves_along(name, path)):
                self.move(name, path)
        ground = DirectoryScan(self._teller.folder, made)
        for path in journal.gone:
            with self._teller.telling(path):
                found = ground.at(path)
            if found.stands is EntryType.FILE and ground.is_ours(found) and found.at == path:
                self.put_aside(path)

    def put_aside(self, path: str) -> None:
        """Takes the file or folder at ``path`` out of the site; it may be gone already."""
        backup = self._backup()
        with self._teller.telling(path), contextlib.suppress(FileNotFoundError):
            os.rename(self._out + path, backup)
            self._undo.append(partial(os.rename, backup, self._out + path))

    def move(self, name: str, path: str) -> None:
        """Puts the staged file ``name`` into its place, and what stood there aside."""
        with self._teller.telling(path):
            self._place(name, path, self._undo)

    def _moves_along(self, name: str, path: str) -> bool:
        """Whether the staged file ``name``, which lies as it is to lie in the site, has moved with its folder."""
        shelf, slash, _ = name.partition("/")
        if not slash:
            return False
        for end in (at for at, letter in enumerate(path) if letter == "/"):
            folder = path[:end]
            if folder in self._moved:
                return True
            if folder not in self._folders and not os.path.lexists(self._out + folder):
                self._move_folder(shelf, folder)
                return True
        return False

    def _move_folder(self, shelf: str, folder: str) -> None:
        staged, target = f"{self._staging}{shelf}/{folder}", self._out + folder
        with self._teller.telling(folder):
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
            _keep(target, backup)
            os.replace(self._staging + name, target)
            undo.append(partial(os.replace, backup, target))

    def _require_folder(self, folder: str) -> bool:
        """Makes ``folder`` where there is none, and tells whether it is new."""
        if folder not in self._folders:
            self._require_folder(folder.rpartition("/")[0])
            self._folders[folder] = self._make(folder)
        return self._folders[folder]

    def _make(self, folder: str) -> bool:
        try:
            os.mkdir(self._out + folder)
        except FileExistsError:
            if os.path.islink(self._out + folder):
                raise self._teller.error(problems.LINK_IN_OUTPUT, folder) from None
            if not os.path.isdir(self._out + folder):
                raise
            return False
        self._undo.append(partial(os.rmdir, self._out + folder))
        return True

    def _backup(self) -> str:
        self._backups += 1
        return f"{self._staging}{BACKUP}{self._backups}"

    def _roll_back(self) -> None:
        # Without a journal, a kill from here on leaves files of both sites, all listed: the next build mends that.
        _succeeds(partial(os.unlink, self._staging + JOURNAL))
        outcomes = [_succeeds(step) for step in reversed(self._undo)]
        if all(outcomes):
            for step in reversed(self._unlist):
                _succeeds(step)


def remove_emptied(folder: Path, gone: Iterable[str]) -> None:
    """Removes the folders that files are ``gone`` from, if nothing else is in them."""
    emptied = {path[:end] for path in gone for end in range(len(path)) if path[end] == "/"}
    ground = DirectoryScan(folder)
    # The inner ones first: a folder sorts before what is in it.
    for path in sorted(emptied, reverse=True):
        with contextlib.suppress(OSError):
            if ground.way(path).stands is EntryType.FOLDER:
                (folder / path).rmdir()


def _keep(target: str, backup: str) -> None:
    try:
        os.link(target, backup)
    except OSError:  # the file system knows no hard links, or allows no more of this file
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
