"""Finds the files to import: those that are named, and those within folders that are named. Reads them as they are."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from bantin.importing.readers.pages.page_files import FOLDERS

_READABLE = frozenset(
    (
        ".csv", ".doc", ".docm", ".docx", ".htm", ".html", ".ods", ".odt", ".pdf", ".rtf", ".tsv", ".txt", ".xhtml",
        ".xls", ".xlsm", ".xlsx", ".xml", ".aspx",
    )
)  # fmt: skip
"""The extensions of files that are taken from folders; a file that is named may have any."""
_HIDDEN = (".", "~")


class SourcePath(Struct, frozen=True):
    """A file to import.

    ``key`` names it the same at each import, wherever the command runs: its path from the folder that was named, with
    the name of that folder. ``folder`` is where files that it refers to may lie. It ``is_alone`` if it was named
    itself, and ``leaves`` if a link leads out of the folder.
    """

    path: Path
    key: str
    folder: Path
    is_alone: bool = False
    leaves: bool = False


def find_sources(paths: Iterable[Path]) -> Iterator[SourcePath]:
    """Yields the files to import, those of folders by their names. Raises ``OSError`` for one that is not there."""
    for path in paths:
        if path.is_dir():
            yield from _within(path)
        else:
            path.stat()
            yield SourcePath(path, path.name, path.parent, is_alone=True)


def _within(folder: Path) -> Iterator[SourcePath]:
    base = Path(os.path.realpath(folder))
    for place, folders, names in os.walk(base):
        folders[:] = sorted(one for one in folders if not one.startswith(_HIDDEN) and not one.endswith(FOLDERS))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(_HIDDEN) and path.suffix.lower() in _READABLE:
                key = PurePosixPath(base.name, path.relative_to(base).as_posix()).as_posix()
                outside = not Path(os.path.realpath(path)).is_relative_to(base)
                yield SourcePath(path, key, base, leaves=outside)
