"""Whether a site stands: as the last build left it, and made of nothing that has changed since.

Then there is nothing to do, which sizes and times tell in a fraction of the time that it takes to plan the site anew.
Whatever is in doubt counts as changed, and costs no more than that time.
"""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from bantin.build.request import BuildContext, BuildResult, Edition, PublishedSite, Request
from bantin.content.discover import CONTENT, is_ignored, printable
from bantin.output.publish import RECEIPT, FileStates, Output, Report
from bantin.runtime.bundled import bundled_themes
from bantin.runtime.cache import DamagedCache, Store


class Trace(Struct, frozen=True, array_like=True):
    """How the system describes a file or a folder: its mode; of a file also its size, times in nanoseconds and inode.

    ``modified`` is when the content changed, ``changed`` when anything did. Unless it is ``settled``, the file may
    change without that telling.
    """

    mode: int
    size: int = -1
    modified: int = 0
    changed: int = 0
    inode: int = 0
    settled: bool = True


class BuildInputs(Struct, frozen=True):
    """What is to be built into the folder ``place``.

    ``asked`` are the choices that a site depends on, in words. ``found`` are the files and folders that it can be made
    of, by the path from the root, or in full for those that came with the program.
    """

    place: str
    asked: str
    found: Mapping[str, Trace]


class LastBuild(Struct, frozen=True):
    """What is remembered of the last build into a folder: what it was asked, what it found, and the site it made.

    ``shown`` tells how the site can be built anew after an edit of a text, where it can (``retouch.py``). Unless it is
    ``clean``, something went wrong while it was published, which every build is to tell.
    """

    asked: str
    found: dict[str, Trace]
    edition: Edition
    shown: bytes
    clean: bool

    def changed(self, question: BuildInputs) -> list[str]:
        """The paths of what has changed since, or may have."""
        then, now = self.found, question.found
        return [*(path for path in then if path not in now), *(path for path in now if not _is_same(path, then, now))]

    def fits(self, question: BuildInputs, request: Request) -> bool:
        """Whether the same is asked for, and of the same day, and nothing is to be told but what the site carries."""
        today = request.as_of or request.now.astimezone(ZoneInfo(self.edition.zone)).date()
        return self.clean and self.asked == question.asked and self.edition.day == today


def ask(request: Request, tools: BuildContext, output: Output, store: Store) -> BuildInputs | None:
    """The question before a build; ``None`` if a source is a link or something stranger: times tell nothing of these.

    It must be asked before the first source is read, so that what changes in the middle of a build is a change.
    """
    found = _find(request.root, store)
    if found is None:
        return None
    choices = (request.as_of, request.base_url, request.drafts, request.strict, request.sandboxed)
    where = tuple(os.path.realpath(folder) for folder in _folders(request.root).values())
    asked = (*choices, _head(request), tools.find_engine is not None, where)
    return BuildInputs(os.path.realpath(output.folder), repr(asked), found)


def recall(place: str, store: Store) -> LastBuild | None:
    """What is remembered of the last build into the folder ``place``."""
    record = store.noted(_subject(place))
    try:
        return None if record is None else msgspec.msgpack.decode(record, type=LastBuild)
    except ValueError as error:
        raise DamagedCache from error


def unchanged(edition: Edition, output: Output, store: Store) -> PublishedSite | None:
    """``edition`` as it stands, published without a change; ``None`` if it is not as the last build left it."""
    if FileStates(store, output).untouched(edition.paths) is None:
        return None
    return PublishedSite(edition, Report(written=0, unchanged=len(edition.paths), removed=0))


def note(question: BuildInputs, made: BuildResult, store: Store) -> None:
    """Notes what has just been ``made`` in answer to ``question``."""
    built = made.built
    answer = LastBuild(question.asked, dict(question.found), built.edition, made.shown, clean=not built.report.problems)
    store.note(_subject(question.place), msgspec.msgpack.encode(answer))


def outdated(root: Path, folder: Path, store: Store) -> list[str]:
    """The files of the bulletin in ``root`` that are others than the site in ``folder`` was made of, in order.

    There are none where that is not known for certain: where the site is not as it was left here, or came from
    elsewhere. Only sizes and times of what is in the files count, since a copy for safety changes all others.
    """
    answer = recall(os.path.realpath(folder), store)
    now = _find(root, store)
    if answer is None or now is None or FileStates(store, Output(folder, frozenset())).untouched((RECEIPT,)) is None:
        return []
    return sorted(path for path in {*answer.found, *now} if _content(answer.found, path) != _content(now, path))


class _Unsuitable(Exception):
    """Times tell nothing of a file, or its name is no text."""


def _subject(place: str) -> str:
    return f"site {place}"


def _is_same(path: str, then: Mapping[str, Trace], now: Mapping[str, Trace]) -> bool:
    return now[path].settled and then.get(path) == now[path]


def _content(found: Mapping[str, Trace], path: str) -> tuple[int, int]:
    """What tells one content of a file from another; the same of all folders, and of what is not there."""
    one = found.get(path, _NO_FILE)
    return one.size, one.modified


_NO_FILE = Trace(0)


def _folders(root: Path) -> dict[str, str]:
    """The folders that a site is made of, by what they are called."""
    bundled = str(bundled_themes())
    return {CONTENT: f"{root / CONTENT}", "themes": f"{root / 'themes'}", bundled: bundled}


def _find(root: Path, store: Store) -> dict[str, Trace] | None:
    """All that a site can be made of; ``None`` if something is a link or something stranger."""
    found: dict[str, Trace] = {}
    try:
        for name, folder in _folders(root).items():
            found.update(_described(folder, name, is_ignored if name == CONTENT else _is_hidden, store))
    except (OSError, RecursionError, _Unsuitable):
        return None
    return found


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _described(folder: str, name: str, is_ignored: Callable[[str], bool], store: Store) -> Iterator[tuple[str, Trace]]:
    """Every file and folder below ``folder``, which is called ``name``, with all that changes when it does."""
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
    """What is checked out, if the site is to tell of it: a commit changes that without changing a file."""
    if not request.history:
        return None
    # It takes a while to load what asks for it.
    from bantin.content.git_history import find_head

    return find_head(request.root)
