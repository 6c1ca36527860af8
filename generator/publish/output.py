"""Where the site is put: which folders are refused, and which files in it are ours."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.content.discover import CONTENT, printable, told_path
from generator.errors import Location, UsageError
from generator.publish import problems

MANIFEST = ".bantin-manifest.json"
STAGING = ".bantin-staging"
_VERSION = 1


@dataclass(frozen=True)
class Output:
    """A folder that the site may be put into; ``made`` are the files that an earlier build put there."""

    folder: Path
    made: frozenset[str]


def open_output(folder: Path, root: Path, *, adopt: bool) -> Output:
    """The output folder, once it is certain that nothing but a site can be harmed there. Writes nothing.

    Raises ``UsageError`` for a folder that holds the bulletin, a home or a whole disk, and for one with files that
    Bantin did not make, unless it is to ``adopt`` them.
    """
    _refuse_unsafe(folder, root)
    made = read_manifest(folder)
    if made is None and folder.exists() and not adopt:
        strangers = sorted(entry.name for entry in folder.iterdir() if not entry.name.startswith("."))
        if strangers:
            raise UsageError(problems.NOT_OURS.at(Location(told_path(folder, root)), name=printable(strangers[0])))
    return Output(folder, made or frozenset())


def read_manifest(folder: Path) -> frozenset[str] | None:
    """The files that an earlier build put into ``folder``; ``None`` if none did, or its list is damaged."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        files = manifest["files"] if manifest["version"] == _VERSION else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(files, list):
        return None
    return frozenset(path for path in files if isinstance(path, str) and is_inside(path))


def manifest_bytes(files: Iterable[str]) -> bytes:
    """The list of files to leave for the next build: the same bytes for the same site."""
    manifest = {"generator": "bantin", "version": _VERSION, "files": sorted(files)}
    return (json.dumps(manifest, indent=0, ensure_ascii=False) + "\n").encode()


def is_inside(path: str) -> bool:
    """Whether a path with ``/`` between its parts stays inside the folder that it is relative to."""
    parts = path.split("/")
    return bool(path) and not any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts)


def _refuse_unsafe(folder: Path, root: Path) -> None:
    out, home = folder.resolve(), Path.home().resolve()
    bulletin = root.resolve()
    sources = [(root / name).resolve() for name in (CONTENT, "themes", ".git")]
    kind = None
    if out.exists() and not out.is_dir():
        kind = problems.OUTPUT_IS_FILE
    elif out == Path(out.anchor) or home.is_relative_to(out):
        kind = problems.OUTPUT_HOLDS_HOME
    elif bulletin.is_relative_to(out):
        kind = problems.OUTPUT_HOLDS_BULLETIN
    elif any(out.is_relative_to(source) for source in sources):
        kind = problems.OUTPUT_IS_SOURCE
    if kind:
        raise UsageError(kind.at(Location(told_path(folder, root))))
