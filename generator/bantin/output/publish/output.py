"""The output folder: which folders are refused, and which files in it are ours."""

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
    """A folder that the site may be put into; ``published`` are the files that an earlier build put there.

    ``unfinished``: another build is running there, or was interrupted.
    """

    folder: Path
    published: frozenset[str]
    unfinished: bool = False


def open_output(folder: Path, root: Path, *, adopt: bool) -> Output:
    """Returns the output folder after checking that nothing but a site can be harmed there. Writes nothing.

    Raises ``UsageError`` for a folder that holds the bulletin, a home or a whole disk, and, unless ``adopt`` is set,
    for one with files that Bantin did not make; ``BulletinError`` for one that cannot be read.
    """
    errors = FileErrors(folder, root)
    with errors.reporting():
        _refuse_unsafe(errors)
        # In this order: a running build writes the manifest before it moves the first file.
        strangers = sorted(_shown(folder)) if folder.exists() and not adopt else ()
        published = read_manifest(folder)
        if published is None and strangers:
            raise UsageError(errors.problem(problems.NOT_OURS, name=printable(strangers[0])))
        return Output(folder, published or frozenset(), os.path.lexists(folder / STAGING))


def read_manifest(folder: Path) -> frozenset[str] | None:
    """Reads the list of files that an earlier build put into ``folder``; ``None`` if it is missing or damaged."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        files = manifest["files"] if manifest["version"] == _VERSION else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(files, list):
        return None
    paths = [path for path in files if isinstance(path, str)]
    return frozenset(paths if _all_inside(paths) else filter(is_inside, paths))


def manifest_bytes(files: Iterable[str]) -> bytes:
    """Encodes the list of files that the next build reads: the same bytes for the same site."""
    manifest = {"generator": "bantin", "version": _VERSION, "files": sorted(files)}
    # A line a path. With ``indent``, Python would not use its fast encoder.
    return (json.dumps(manifest, separators=(",\n", ": "), ensure_ascii=False) + "\n").encode()


# An empty part, ``.`` or ``..``; a separator of other systems; half of a surrogate pair, which no file name holds.
_OUTSIDE = re.compile(r"(?<![^/])\.{0,2}(?![^/])|[\\\0\ud800-\udfff]")


def is_inside(path: str) -> bool:
    """Whether a path with ``/`` between its parts stays inside the folder that it is relative to."""
    return not _OUTSIDE.search(path)


def _all_inside(paths: Iterable[str]) -> bool:
    """Whether :func:`is_inside` is true of all ``paths``: a few searches over tens of thousands of them."""
    whole = f"/{'/'.join(paths)}/"
    try:
        whole.encode()
    except UnicodeEncodeError:
        return False
    return not any(sign in whole for sign in ("//", "/./", "/../", "\\", "\0"))


def _shown(folder: Path) -> Iterator[str]:
    return (entry.name for entry in folder.iterdir() if not entry.name.startswith("."))


def _refuse_unsafe(errors: FileErrors) -> None:
    out, home = Path(os.path.realpath(errors.folder)), _home()
    bulletin = errors.root.resolve()
    sources = [(errors.root / name).resolve() for name in (CONTENT, "themes", ".git")]
    kind = None
    if out.exists() and not out.is_dir():
        kind = problems.OUTPUT_IS_FILE
    elif out == Path(out.anchor) or (home and home.is_relative_to(out)):
        kind = problems.OUTPUT_HOLDS_HOME
    elif bulletin.is_relative_to(out):
        kind = problems.OUTPUT_HOLDS_BULLETIN
    elif any(out.is_relative_to(source) for source in sources):
        kind = problems.OUTPUT_IS_SOURCE
    elif _is_below(errors.folder, errors.root) and not out.is_relative_to(bulletin):
        # Anyone who can edit the bulletin may have put the link there: only the command line may name a folder outside.
        kind = problems.OUTPUT_LEAVES_BULLETIN
    if kind:
        raise UsageError(errors.problem(kind))


def _home() -> Path | None:
    """Returns the home folder of the user; a container may have none."""
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def _is_below(folder: Path, root: Path) -> bool:
    """Whether ``folder`` is in ``root`` by its name, wherever links lead."""
    return Path(os.path.abspath(folder)).is_relative_to(os.path.abspath(root))  # noqa: PTH100 - links are not followed
