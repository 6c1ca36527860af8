"""Inventory of a deployed release: which of its files are still as the deployment left them.

A deployment notes type, size and time of each file when all are in place. A file that differs from its note is read and
hashed. A thorough inventory reads every file, since a file can be changed without changing its size and time.
"""

import shlex
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from bantin.deploy.changes import above
from bantin.deploy.compression import variants
from bantin.output.publish import RECEIPT
from bantin.output.publish.receipt import Receipt, sum_of

Run = Callable[[str], str]
"""Runs shell commands in the folder of the target and returns what they print. Raises ``BulletinError``."""

_PATHS_AT_ONCE = 200
_FIELDS = 4
# Type and permissions, size, time and name, with GNU's stat and with BusyBox's. Names with line breaks are left out, so
# that no file can be noted under the name of another: no file of a site has one.
_LOOK = "TZ=UTC find . ! -type d ! -path '*\n*' -exec stat -c '%f|%s|%y|%n' {} + 2>/dev/null || true"
_READ = "find . -type f -exec sha256sum {} + 2>/dev/null || true"
_READ_PACKED = "find . -type f '(' -name '*.br' -o -name '*.gz' ')' -exec sha256sum {} + 2>/dev/null || true"

Stamps = Mapping[str, str]
"""Type and permissions, size and time of everything but folders, by path, as ``stat`` prints them."""


class Inventory(Struct, frozen=True):
    """The files of a release: digests ``there``, by path, of the existing files among ``ours``.

    ``ours`` are the files of the deployment, which the next one may change and remove; ``damaged`` are those of them
    that are not as it left them. ``stamps`` also cover the files of others.
    """

    there: Mapping[str, str] = {}
    ours: frozenset[str] = frozenset()
    damaged: tuple[str, ...] = ()
    stamps: Stamps = {}


class Notes(Struct, frozen=True):
    """What a deployment noted about a release: its receipt, the stamps of its files, the digests of its variants.

    ``data`` are the bytes of the receipt. Releases deployed by earlier versions of the program have no stamps.
    """

    receipt: Receipt | None
    data: bytes
    stamps: Stamps
    packed: Mapping[str, str]


def note(release: str, notes: str) -> str:
    """Returns the shell commands that write notes about the folder ``release`` into the folder ``notes``."""
    return (
        f"mkdir -p {notes} && (cd {release} && {_LOOK}) > {notes}/files && "
        f"(cd {release} && {_READ_PACKED}) > {notes}/packed && cp {release}/{RECEIPT} {notes}/{RECEIPT}"
    )


def stamps_of(output: str) -> Stamps:
    """Reads stamps from the ``output`` of ``stat``."""
    lines = (line.split("|", _FIELDS - 1) for line in output.split("\n"))
    return {one[-1].removeprefix("./"): "|".join(one[:-1]) for one in lines if len(one) == _FIELDS}


def digests_of(output: str) -> Mapping[str, str]:
    """Reads digests by path from the ``output`` of ``sha256sum``. Skips escaped names: no file of ours has one."""
    lines = (line.partition("  ") for line in output.split("\n") if not line.startswith("\\"))
    return {name.removeprefix("./"): digest for digest, _, name in lines if name}


def take_inventory(run: Run, release: str, notes: Notes, *, compressed: bool, thorough: bool) -> Inventory:
    """Compares the folder ``release`` with the ``notes`` about it.

    ``compressed``: the release has precompressed variants. ``thorough``: every file is read.
    """
    stamps = stamps_of(run(f"(cd {release} && {_LOOK})"))
    if notes.receipt is None:
        return Inventory(stamps=stamps)
    plain = {**{path: one.sha256 for path, one in notes.receipt.files.items()}, RECEIPT: sum_of(notes.data).sha256}
    packed = variants(plain)
    deployed = {**plain, **(packed if compressed and notes.stamps else {})}
    there = {path: deployed.get(path, "") for path in (*plain, *packed) if path in stamps}
    doubtful = [path for path in there if path in deployed and (thorough or stamps[path] != notes.stamps.get(path))]
    read = _read(run, release, [path for path in doubtful if _has_rights(stamps[path], notes.stamps.get(path))])
    # Digests of variants are derived from their files, so a variant is compared with the digest that was noted for it.
    known = {**plain, **notes.packed}
    there |= {path: deployed[path] if read.get(path) == known.get(path, "-") else "" for path in doubtful}
    damaged = tuple(sorted(path for path in deployed if there.get(path) != deployed[path]))
    return Inventory(there, frozenset((*plain, *packed)), damaged, stamps)


def in_the_way(paths: Collection[str], stamps: Stamps) -> Iterator[str]:
    """Finds what blocks the files ``paths``: anything but a regular file there, or but a folder at a parent's path."""
    for path in paths:
        if path in stamps and not _is_file(stamps[path]):
            yield path
    folders = {folder for path in paths for folder in above(path)}
    yield from sorted(folders & stamps.keys())
    wanted = set(paths)
    yield from sorted({folder for path in stamps for folder in above(path) if folder in wanted})


def _read(run: Run, release: str, paths: Sequence[str]) -> Mapping[str, str]:
    """Hashes files of the release; if there are many, all of its files with one command."""
    if len(paths) > _PATHS_AT_ONCE:
        found = digests_of(run(f"(cd {release} && {_READ})"))
        return {path: found.get(path, "") for path in paths}
    names = shlex.join(f"./{path}" for path in paths)
    found = digests_of(run(f"(cd {release} && sha256sum {names} 2>/dev/null || true)")) if paths else {}
    return {path: found.get(path, "") for path in paths}


def _has_rights(stamp: str, noted: str | None) -> bool:
    """Whether it is a regular file whose permissions are as noted, if they were noted."""
    return _is_file(stamp) and (noted is None or stamp.partition("|")[0] == noted.partition("|")[0])


def _is_file(stamp: str) -> bool:
    return stat.S_ISREG(int(stamp.partition("|")[0], 16))
