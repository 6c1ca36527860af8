"""What stands in an output folder where the site is to be."""

import os
import stat
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from msgspec import Struct


class EntryType(Enum):
    """What can stand at a place."""

    NOTHING = "nothing"
    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


class ScannedEntry(Struct, frozen=True):
    """What stands at a place, or on the way to it: ``at`` is the first on the way that is no folder."""

    stands: EntryType
    at: str
    size: int = 0


class DirectoryScan:
    """What stands in ``folder``, where an earlier build made the files ``made``. Each folder is looked at once."""

    def __init__(self, folder: Path, made: frozenset[str] = frozenset()) -> None:
        self._folder = folder
        self._made = made
        self._ways = {"": ScannedEntry(EntryType.FOLDER, "")}

    def at(self, path: str) -> ScannedEntry:
        """What stands at ``path``, or on the way to it. Links are not followed."""
        way = self.way(path.rpartition("/")[0])
        return self._look(path) if way.stands is EntryType.FOLDER else way

    def way(self, folder: str) -> ScannedEntry:
        """What stands at ``folder``, or on the way to it, when it was first asked for."""
        known = self._ways.get(folder)
        if known is None:
            known = self._ways[folder] = self.at(folder)
        return known

    def is_ours(self, found: ScannedEntry) -> bool:
        """Whether what was found is a file that an earlier build made, or a folder of nothing but such files."""
        if found.stands is EntryType.FILE:
            return found.at in self._made
        return found.stands is EntryType.FOLDER and self._holds_only_ours(found.at)

    def _look(self, path: str) -> ScannedEntry:
        try:
            status = os.lstat(f"{self._folder}/{path}")
        except FileNotFoundError:
            return ScannedEntry(EntryType.NOTHING, path)
        return ScannedEntry(_kind(status.st_mode), path, status.st_size)

    def _holds_only_ours(self, folder: str) -> bool:
        # A folder without any file of ours was made by somebody, for some reason.
        return any(path.startswith(f"{folder}/") for path in self._made) and all(
            path in self._made and entry.is_file(follow_symlinks=False) for path, entry in self._files(folder)
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
