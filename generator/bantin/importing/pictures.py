"""IMPORT: the pictures of a source: which of them can be shown, and the names that they get beside their article."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bantin.content.checks.attachments import IMAGES
from bantin.content.images.examining import examine
from bantin.domain.problems import has_errors
from bantin.domain.text.slugs import shorten, slugify
from bantin.importing.drafts.ids import free_id
from bantin.importing.material import File, Material, Picture, flat
from bantin.importing.readers.pages.page_files import FOLDERS
from bantin.importing.sources import SourcePath

_LARGEST, _MOST_FILES, _LONGEST_NAME = 1 << 25, 200_000, 60


def pictures_of(material: Material, folder: Path | None = None) -> Iterator[tuple[str, File]]:
    """The pictures of ``material`` that can be shown, by their paths in it, each with a name of its own.

    They are files that the source itself holds, or else files in ``folder``; none that a link leads to outside of it.
    """
    enclosed = {file.name: file.data for file in material.files}
    base = Path(os.path.realpath(folder)) if folder else None
    taken: set[str] = set()
    for path in dict.fromkeys(one.path for one in flat(material.blocks) if isinstance(one, Picture)):
        suffix = PurePosixPath(path).suffix.lower()
        data = enclosed.get(path) or (_saved(path, base) if base else b"") if suffix in IMAGES else b""
        examined = examine(path, data) if data else None
        if examined and examined.value and not has_errors(examined.problems):
            stem = free_id(shorten(slugify(PurePosixPath(path).stem), _LONGEST_NAME) or "anh", taken)
            taken.add(stem)
            yield path, File(f"{stem}{suffix}", data)


def _saved(path: str, base: Path) -> bytes:
    """The bytes of the file at ``path`` in the folder ``base``; none for what is no file in it, or is too large."""
    file = Path(os.path.realpath(base / path))
    if not file.is_relative_to(base) or not file.is_file() or file.stat().st_size > _LARGEST:
        return b""
    return file.read_bytes()


def files_around(source: SourcePath) -> Iterator[str]:
    """The paths in the folder of ``source`` of the files that it may show.

    Of a folder that was named, these are all; of a page alone, those beside it and those that were saved with it.
    """
    base = source.folder
    if source.is_alone:
        yield from (entry.name for entry in os.scandir(base) if entry.is_file())
        folders = [base / f"{source.path.stem}{ending}" for ending in FOLDERS]
    else:
        folders = [base]
    found = (Path(place, name) for folder in folders for place, _, names in os.walk(folder) for name in names)
    for _, path in zip(range(_MOST_FILES), found, strict=False):
        yield path.relative_to(base).as_posix()
