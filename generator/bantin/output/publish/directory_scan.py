"""Lookup of what an output folder already holds at the paths of a site."""

import os
import stat
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from msgspec import Struct


class EntryType(Enum):
    """The kind of entry at a path."""

    NOTHING = "nothing"
    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


class ScannedEntry(Struct, frozen=True):
    """The entry at a path or, if one of its parent folders is not a folder, that parent; ``path`` says which."""

    type: EntryType
    path: str
    size: int = 0


class DirectoryScan:
    """The entries of ``folder``, where an earlier build put the files ``published``. Each folder is looked up once."""

    def __init__(self, folder: Path, published: frozenset[str] = frozenset()) -> None:
        self._folder = folder
        self._published = published
        self._folders = {"": ScannedEntry(EntryType.FOLDER, "")}

    def at(self, path: str) -> ScannedEntry:
        """Returns the entry at ``path``, or the parent that is not a folder. Links are not followed."""
        parent = self.folder_at(path.rpartition("/")[0])
        return self._look(path) if parent.type is EntryType.FOLDER else parent

    def folder_at(self, folder: str) -> ScannedEntry:
        """Like :meth:`at`, but cached: returns what the first call found."""
        known = self._folders.get(folder)
        if known is None:
            known = self._folders[folder] = self.at(folder)
        return known

    def is_ours(self, found: ScannedEntry) -> bool:
        """Whether the entry is a file that an earlier build published, or a folder of nothing but such files."""
        if found.type is EntryType.FILE:
            return found.path in self._published
        return found.type is EntryType.FOLDER and self._holds_only_ours(found.path)

    def _look(self, path: str) -> ScannedEntry:
        try:
            status = os.lstat(f"{self._folder}/{path}")
        except FileNotFoundError:
            return ScannedEntry(EntryType.NOTHING, path)
        return ScannedEntry(_kind(status.st_mode), path, status.st_size)

    def _holds_only_ours(self, folder: str) -> bool:
        # An empty folder is not ours: a build removes the folders that it empties, so somebody else created it.
        return any(path.startswith(f"{folder}/") for path in self._published) and all(
            path in self._published and entry.is_file(follow_symlinks=False) for path, entry in self._files(folder)
        )

    def _files(self, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
        with os.scandir(f"{self._folder}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    yield from self._files(path)
                else:
                    yield path, entry


def _kind(mode: int) -> EntryType:
    if stat.S_ISREG(mode):
        return EntryType.FILE
    if stat.S_ISDIR(mode):
        return EntryType.FOLDER
    return EntryType.LINK if stat.S_ISLNK(mode) else EntryType.OTHER
