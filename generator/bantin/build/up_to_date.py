"""Checks whether a site is up to date: unchanged since the last build, as is everything that it was built from.

Sizes and times are compared, which takes a fraction of the time of planning the site again. In doubt, something counts
as changed: that costs time and is never wrong.
"""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from bantin.build.request import BuildContext, BuildResult, Edition, PublishedSite, Request
from bantin.content.discover import CONTENT, is_hidden, is_ignored, printable
from bantin.content.ledger import LEDGER
from bantin.output.publish import RECEIPT, FileStates, Output, Report
from bantin.runtime.bundled import bundled_themes
from bantin.runtime.cache import DamagedCache, Store


class Trace(Struct, frozen=True, array_like=True):
    """The metadata of a file or folder: the mode; for files also size in bytes, times in nanoseconds, and inode.

    ``modified`` is the time of the last change of the content, ``changed`` that of any change. A file that is not
    ``settled`` may still change without a change of its times.
    """

    mode: int
    size: int = -1
    modified: int = 0
    changed: int = 0
    inode: int = 0
    settled: bool = True


class BuildInputs(Struct, frozen=True):
    """The inputs of a build into the output folder ``place``, an absolute path.

    ``asked`` is a text of the options that a site depends on. ``found`` are the files and folders that it can be built
    from, by the path from the root, or by the absolute path for those that came with the program.
    """

    place: str
    asked: str
    found: Mapping[str, Trace]


class LastBuild(Struct, frozen=True):
    """The cached inputs and result of the last build into a folder.

    ``asked`` and ``found`` are as in :class:`BuildInputs`. ``shown`` is an encoded :class:`CachedPages`, into which the
    next build can put edited texts or another day. After a build that was not ``clean``, problems of publishing are to
    be reported again.
    """

    asked: str
    found: dict[str, Trace]
    edition: Edition
    shown: bytes
    clean: bool

    def changed(self, inputs: BuildInputs) -> list[str]:
        """The paths of the inputs that have changed since, or may have."""
        then, now = self.found, inputs.found
        return [*(path for path in then if path not in now), *(path for path in now if not _is_same(path, then, now))]

    def fits(self, inputs: BuildInputs, request: Request) -> bool:
        """Checks that options and content are those of the last build, and that nothing has changed by itself since.

        Then only the day can differ. Warnings about files that are not public yet are not found anew.
        """
        edition, now = self.edition, request.moment(ZoneInfo(self.edition.zone))
        stands = edition.moment <= now and (edition.next_change is None or now < edition.next_change)
        return self.clean and self.asked == inputs.asked and stands

    def is_of_day(self, request: Request) -> bool:
        """Compares the day of the site with that of ``request``."""
        return self.edition.day == request.day(ZoneInfo(self.edition.zone))


def collect_inputs(request: Request, tools: BuildContext, output: Output, store: Store) -> BuildInputs | None:
    """Collects the inputs of a build; ``None`` if one of them is a link or no regular file, whose times mean nothing.

    Must be called before the first source is read, so that a change during the build is found by the next one.
    """
    found = _find(request.root, store)
    if found is None:
        return None
    how = (request.drafts, request.strict, request.sandboxed, request.keeps_ledger)
    choices = (request.base_url, request.preview, request.editors, request.for_editors, *how)
    where = tuple(os.path.realpath(folder) for folder in _folders(request.root).values())
    asked = (*choices, _head(request), tools.find_engine is not None, where)
    return BuildInputs(os.path.realpath(output.folder), repr(asked), found)


def load_last(place: str, store: Store) -> LastBuild | None:
    """Loads the last build into the folder ``place`` from the cache; ``None`` if there was none."""
    record = store.noted(_subject(place))
    try:
        return None if record is None else msgspec.msgpack.decode(record, type=LastBuild)
    except ValueError as error:
        raise DamagedCache from error


def unchanged(edition: Edition, output: Output, store: Store) -> PublishedSite | None:
    """Returns ``edition`` as published without changes; ``None`` if a file of it was changed since the last build."""
    if FileStates(store, output).untouched(edition.paths) is None:
        return None
    return PublishedSite(edition, Report(written=0, unchanged=len(edition.paths), removed=0))


def note(inputs: BuildInputs, made: BuildResult, store: Store) -> None:
    """Stores the result ``made`` from ``inputs`` in the cache."""
    built, found = made.built, dict(inputs.found)
    if made.ledger is not None:
        # The next build is to find the ledger as this one has left it, not as it was found.
        found[LEDGER] = _trace_of(made.ledger)
    # Problems of a ledger that was written anew are not to be told again.
    mended = made.ledger is not None and any(one.location.path == LEDGER for one in built.edition.problems)
    clean = not (built.report.problems or mended)
    last = LastBuild(inputs.asked, found, built.edition, made.shown, clean)
    store.note(_subject(inputs.place), msgspec.msgpack.encode(last))


def outdated(root: Path, folder: Path, store: Store) -> list[str]:
    """The files of the bulletin in ``root`` that have changed since the site in ``folder`` was built, sorted.

    Empty where that is uncertain: the site was changed after the build, or built on another machine. Only the size and
    the time of the last change of content count, because a backup changes the other metadata.
    """
    last = load_last(os.path.realpath(folder), store)
    now = _find(root, store)
    if last is None or now is None or FileStates(store, Output(folder, frozenset())).untouched((RECEIPT,)) is None:
        return []
    return sorted(path for path in {*last.found, *now} if _content(last.found, path) != _content(now, path))


class _Unsuitable(Exception):
    """A file whose times mean nothing, or whose name is not valid text."""


def _subject(place: str) -> str:
    return f"site {place}"


def _is_same(path: str, then: Mapping[str, Trace], now: Mapping[str, Trace]) -> bool:
    return now[path].settled and then.get(path) == now[path]


def _content(found: Mapping[str, Trace], path: str) -> tuple[int, int]:
    """The size and time of change that identify a file's content; equal for all folders and missing files."""
    one = found.get(path, _NO_FILE)
    return one.size, one.modified


_NO_FILE = Trace(0)


def _folders(root: Path) -> dict[str, str]:
    """The folders that a site is built from, by the names that paths in them begin with."""
    bundled = str(bundled_themes())
    return {CONTENT: f"{root / CONTENT}", "themes": f"{root / 'themes'}", bundled: bundled}


def _find(root: Path, store: Store) -> dict[str, Trace] | None:
    """Collects all inputs of a site; ``None`` if one of them is a link or no regular file."""
    found: dict[str, Trace] = {}
    try:
        for name, folder in _folders(root).items():
            found.update(_described(folder, name, is_ignored if name == CONTENT else is_hidden, store))
        found.update(_ledger(root))
    except (OSError, RecursionError, _Unsuitable):
        return None
    return found


def _ledger(root: Path) -> Iterator[tuple[str, Trace]]:
    """The ledger, which builds write themselves, so that its content identifies it, not its times."""
    place = root / LEDGER
    if place.is_symlink():
        raise _Unsuitable(LEDGER)
    with suppress(FileNotFoundError):
        yield LEDGER, _trace_of(place.read_bytes())


def _trace_of(data: bytes) -> Trace:
    return Trace(stat.S_IFREG, len(data), int.from_bytes(hashlib.blake2b(data, digest_size=7).digest()))


def _described(folder: str, name: str, is_ignored: Callable[[str], bool], store: Store) -> Iterator[tuple[str, Trace]]:
    """Yields every file and folder below ``folder``, as a path that begins with ``name``, with its metadata."""
    try:
        entries = [entry for entry in os.scandir(folder) if not is_ignored(entry.name)]
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if not entry.name.isascii() and printable(entry.name) != entry.name:
            raise _Unsuitable(path)
        found = entry.stat(follow_symlinks=False)
        if stat.S_ISDIR(found.st_mode):
            yield path, Trace(found.st_mode)
            yield from _described(entry.path, path, is_ignored, store)
        elif stat.S_ISREG(found.st_mode):
            modified, changed = found.st_mtime_ns, found.st_ctime_ns
            settled = store.settled(max(modified, changed))
            yield path, Trace(found.st_mode, found.st_size, modified, changed, found.st_ino, settled)
        else:
            raise _Unsuitable(path)


def _head(request: Request) -> object:
    """The commit that is checked out, if pages name it: a new commit changes it without changing a file."""
    if not request.history:
        return None
    # Imported lazily: most builds need no Git.
    from bantin.content.git_history import find_head

    return find_head(request.root)
