"""Where the site is put: which folders are refused, and which files in it are ours."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from bantin.content.discover import CONTENT, printable
from bantin.domain.problems import UsageError
from bantin.output.publish import problems
from bantin.output.publish.errors import FileErrors

MANIFEST = ".bantin-manifest.json"
STAGING = ".bantin-staging"
_VERSION = 1


class Output(Struct, frozen=True):
    """A folder that the site may be put into; ``made`` are the files that an earlier build put there.

    While ``unfinished``, another build is at work there, or was broken off.
    """

    folder: Path
    made: frozenset[str]
    unfinished: bool = False


def open_output(folder: Path, root: Path, *, adopt: bool) -> Output:
    """The output folder, once it is certain that nothing but a site can be harmed there. Writes nothing.

    Raises ``UsageError`` for a folder that holds the bulletin, a home or a whole disk, and for one with files that
    Bantin did not make, unless it is to ``adopt`` them; ``BulletinError`` for one that cannot be looked into.
    """
    teller = FileErrors(folder, root)
    with teller.telling():
        _refuse_unsafe(teller)
        # In this order: a build that is at work lists its files before it puts the first into its place.
        strangers = sorted(_shown(folder)) if folder.exists() and not adopt else ()
        made = read_manifest(folder)
        if made is None and strangers:
            raise UsageError(teller.problem(problems.NOT_OURS, name=printable(strangers[0])))
        return Output(folder, made or frozenset(), os.path.lexists(folder / STAGING))


def read_manifest(folder: Path) -> frozenset[str] | None:
    """The files that an earlier build put into ``folder``; ``None`` if none did, or its list is damaged."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        files = manifest["files"] if manifest["version"] == _VERSION else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(files, list):
        return None
    paths = [path for path in files if isinstance(path, str)]
    # Most often all are inside, which one search tells of tens of thousands.
    return frozenset(filter(is_inside, paths) if _ONE_OUTSIDE.search("\n".join(paths)) else paths)


def manifest_bytes(files: Iterable[str]) -> bytes:
    """The list of files to leave for the next build: the same bytes for the same site."""
    manifest = {"generator": "bantin", "version": _VERSION, "files": sorted(files)}
    return (json.dumps(manifest, indent=0, ensure_ascii=False) + "\n").encode()


# A part that is empty or leads elsewhere; what separates parts elsewhere; half a character, which no file is named by.
_OUTSIDE, _ONE_OUTSIDE = (
    re.compile(rf"(?<![^/{ends}])\.{{0,2}}(?![^/{ends}])|[\\\0\ud800-\udfff]") for ends in ("", r"\n")
)


def is_inside(path: str) -> bool:
    """Whether a path with ``/`` between its parts stays inside the folder that it is relative to."""
    return not _OUTSIDE.search(path)


def _shown(folder: Path) -> Iterator[str]:
    return (entry.name for entry in folder.iterdir() if not entry.name.startswith("."))


def _refuse_unsafe(teller: FileErrors) -> None:
    out, home = Path(os.path.realpath(teller.folder)), _home()
    bulletin = teller.root.resolve()
    sources = [(teller.root / name).resolve() for name in (CONTENT, "themes", ".git")]
    kind = None
    if out.exists() and not out.is_dir():
        kind = problems.OUTPUT_IS_FILE
    elif out == Path(out.anchor) or (home and home.is_relative_to(out)):
        kind = problems.OUTPUT_HOLDS_HOME
    elif bulletin.is_relative_to(out):
        kind = problems.OUTPUT_HOLDS_BULLETIN
    elif any(out.is_relative_to(source) for source in sources):
        kind = problems.OUTPUT_IS_SOURCE
    elif _is_below(teller.folder, teller.root) and not out.is_relative_to(bulletin):
        # Whoever can change the bulletin may have put the link there; a place outside is for the command to name.
        kind = problems.OUTPUT_LEAVES_BULLETIN
    if kind:
        raise UsageError(teller.problem(kind))


def _home() -> Path | None:
    """The home folder of the user; a container may have none."""
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def _is_below(folder: Path, root: Path) -> bool:
    """Whether ``folder`` is in ``root`` by its name, whatever links lead to."""
    return Path(os.path.abspath(folder)).is_relative_to(os.path.abspath(root))  # noqa: PTH100 - links are not followed
