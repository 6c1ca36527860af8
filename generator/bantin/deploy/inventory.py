"""What lies in the folder of a release, beside what a deployment has left there.

Files are known by kind, size and time, as a deployment notes them when it has put all of them there. One that is not as
it was noted is read; so is every one where that is asked for, since whoever changes a file can keep its size and time.
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
"""Runs commands of the shell in the folder of the target; what they print. Raises ``BulletinError``."""

_PATHS_AT_ONCE = 200
_FIELDS = 4
# In GNU's stat and in BusyBox's: kind and rights, size, time, name. Nothing that a site is made of has a line break in
# its name, so no file can be noted under the name of another.
_LOOK = "TZ=UTC find . ! -type d ! -path '*\n*' -exec stat -c '%f|%s|%y|%n' {} + 2>/dev/null || true"
_READ = "find . -type f -exec sha256sum {} + 2>/dev/null || true"
_READ_PACKED = "find . -type f '(' -name '*.br' -o -name '*.gz' ')' -exec sha256sum {} + 2>/dev/null || true"

Stamps = Mapping[str, str]
"""Kind, size and time of whatever is no folder, by path, as ``stat`` tells them."""


class Inventory(Struct, frozen=True):
    """The files of a release: digests ``there`` by path, of those that are ``ours`` to change and to remove.

    ``damaged`` are those that are not as a deployment left them. ``stamps`` tell of whatever lies there, of others too.
    """

    there: Mapping[str, str] = {}
    ours: frozenset[str] = frozenset()
    damaged: tuple[str, ...] = ()
    stamps: Stamps = {}


class Notes(Struct, frozen=True):
    """What a deployment noted of a release: its receipt, the stamps of its files, the digests of compressed variants.

    Of one that an earlier version of the program made, there are no stamps.
    """

    receipt: Receipt | None
    data: bytes
    stamps: Stamps
    packed: Mapping[str, str]


def note(release: str, notes: str) -> str:
    """The commands that note what lies in the folder ``release`` in the folder ``notes``."""
    return (
        f"mkdir -p {notes} && (cd {release} && {_LOOK}) > {notes}/files && "
        f"(cd {release} && {_READ_PACKED}) > {notes}/packed && cp {release}/{RECEIPT} {notes}/{RECEIPT}"
    )


def stamps_of(told: str) -> Stamps:
    """The stamps that ``told``, the lines of a look, hold."""
    lines = (line.split("|", _FIELDS - 1) for line in told.split("\n"))
    return {one[-1].removeprefix("./"): "|".join(one[:-1]) for one in lines if len(one) == _FIELDS}


def digests_of(told: str) -> Mapping[str, str]:
    """The digests that ``told``, the lines of ``sha256sum``, hold. Names with escapes are none of ours."""
    lines = (line.partition("  ") for line in told.split("\n") if not line.startswith("\\"))
    return {name.removeprefix("./"): digest for digest, _, name in lines if name}


def take_inventory(run: Run, release: str, notes: Notes, *, compressed: bool, thorough: bool) -> Inventory:
    """What lies in the folder ``release`` and what of it is as in ``notes``.

    It is ``compressed`` if variants stand beside its files. ``thorough``: every file is read.
    """
    stamps = stamps_of(run(f"(cd {release} && {_LOOK})"))
    if notes.receipt is None:
        return Inventory(stamps=stamps)
    plain = {**{path: one.sha256 for path, one in notes.receipt.files.items()}, RECEIPT: sum_of(notes.data).sha256}
    packed = variants(plain)
    left = {**plain, **(packed if compressed and notes.stamps else {})}
    there = {path: left.get(path, "") for path in (*plain, *packed) if path in stamps}
    doubtful = [path for path in there if path in left and (thorough or stamps[path] != notes.stamps.get(path))]
    read = _read(run, release, [path for path in doubtful if _has_rights(stamps[path], notes.stamps.get(path))])
    # A variant is told by what it was made of: it is that one as long as it has the bytes that were noted.
    known = {**plain, **notes.packed}
    there |= {path: left[path] if read.get(path) == known.get(path, "-") else "" for path in doubtful}
    damaged = tuple(sorted(path for path in left if there.get(path) != left[path]))
    return Inventory(there, frozenset((*plain, *packed)), damaged, stamps)


def in_the_way(paths: Collection[str], stamps: Stamps) -> Iterator[str]:
    """What lies where the files ``paths`` are to be, or where folders on the way to them are, and is no plain file."""
    for path in paths:
        if path in stamps and not _is_file(stamps[path]):
            yield path
    folders = {folder for path in paths for folder in above(path)}
    yield from sorted(folders & stamps.keys())
    wanted = set(paths)
    yield from sorted({folder for path in stamps for folder in above(path) if folder in wanted})


def _read(run: Run, release: str, paths: Sequence[str]) -> Mapping[str, str]:
    """The digests of files. When there are many, all of the release are read at once."""
    if len(paths) > _PATHS_AT_ONCE:
        found = digests_of(run(f"(cd {release} && {_READ})"))
        return {path: found.get(path, "") for path in paths}
    names = shlex.join(f"./{path}" for path in paths)
    found = digests_of(run(f"(cd {release} && sha256sum {names} 2>/dev/null || true)")) if paths else {}
    return {path: found.get(path, "") for path in paths}


def _has_rights(stamp: str, noted: str | None) -> bool:
    """Whether it is a plain file, with the rights that were noted of it if any were."""
    return _is_file(stamp) and (noted is None or stamp.partition("|")[0] == noted.partition("|")[0])


def _is_file(stamp: str) -> bool:
    return stat.S_ISREG(int(stamp.partition("|")[0], 16))
