"""Whether a site stands: as the last build left it, and made of nothing that has changed since.

Then there is nothing to do, which sizes and times tell in a fraction of the time that it takes to plan the site anew.
Whatever is in doubt counts as changed, and costs no more than that time.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from generator.bundled import bundled_themes
from generator.cache import DamagedCache, Store
from generator.content.discover import CONTENT
from generator.publish import Output, Report
from generator.publish.output import MANIFEST
from generator.request import Built, Edition, Request


class Question(Struct, frozen=True):
    """Whether the site in the folder ``place`` stands: ``made_of`` is a digest of all that it is to be made of."""

    request: Request
    place: str
    made_of: bytes


class _Answer(msgspec.Struct, frozen=True):
    """What is remembered of a build: what it was made of, its edition, and a digest of the files that it left."""

    made_of: bytes
    edition: Edition
    left: bytes


def ask(request: Request, output: Output, store: Store) -> Question | None:
    """The question before a build; ``None`` if a source is a link, is in use or changed just now: times tell nothing.

    It must be asked before the first source is read, so that what changes in the middle of a build is a change.
    """
    folders = (request.root / CONTENT, request.root / "themes", bundled_themes())
    asked = (request.as_of, request.base_url, request.drafts, request.strict, _head(request))
    digest = hashlib.blake2b(repr(asked).encode())
    try:
        for folder in folders:
            digest.update(f"{os.path.realpath(folder)}\0".encode())
            for line in _lines(str(folder), store):
                digest.update(line)
    except (OSError, RecursionError, _Unsettled):
        return None
    return Question(request, os.path.realpath(output.folder), digest.digest())


def recall(question: Question, store: Store) -> Built | None:
    """The site as it stands, published without a change; ``None`` if it has to be built."""
    record = store.noted(f"site {question.place}")
    if record is None:
        return None
    try:
        answer = msgspec.msgpack.decode(record, type=_Answer)
    except ValueError as error:
        raise DamagedCache from error
    edition = answer.edition
    stands = (
        answer.made_of == question.made_of
        and edition.day == _today(question.request, edition)
        and answer.left == _left(question.place, edition.paths)
    )
    return Built(edition, Report(written=0, unchanged=len(edition.paths), removed=0)) if stands else None


def note(question: Question, edition: Edition, store: Store) -> None:
    """Notes that ``edition`` has just been published, in answer to ``question``."""
    left = _left(question.place, edition.paths)
    if left:
        answer = _Answer(question.made_of, edition, left)
        store.note(f"site {question.place}", msgspec.msgpack.encode(answer))


class _Unsettled(Exception):
    """A file may change without its times telling."""


def _lines(folder: str, store: Store) -> Iterator[bytes]:
    """Every file and folder below ``folder``, in order, with all that changes when it does."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        found = entry.stat(follow_symlinks=False)
        yield f"{entry.path}\0{_told(found)}\0".encode(errors="surrogateescape")
        if stat.S_ISDIR(found.st_mode):
            yield from _lines(entry.path, store)
        elif not stat.S_ISREG(found.st_mode) or not store.settled(max(found.st_mtime_ns, found.st_ctime_ns)):
            raise _Unsettled(entry.path)


def _head(request: Request) -> object:
    """What is checked out, if the site is to tell of it: a commit changes that without changing a file."""
    if not request.history:
        return None
    # It takes a while to load what asks for it.
    from generator.content.history import find_head

    return find_head(request.root)


def _left(place: str, paths: Iterable[str]) -> bytes | None:
    """A digest of the files of a site and of their list; ``None`` if one of them is gone."""
    digest = hashlib.blake2b()
    try:
        for path in (MANIFEST, *paths):
            digest.update(_told(os.lstat(f"{place}/{path}")).encode())
    except OSError:
        return None
    return digest.digest()


def _told(found: os.stat_result) -> str:
    times = "" if stat.S_ISDIR(found.st_mode) else f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
    return f"{found.st_mode} {times}"


def _today(request: Request, edition: Edition) -> date:
    return request.as_of or request.now.astimezone(ZoneInfo(edition.zone)).date()
