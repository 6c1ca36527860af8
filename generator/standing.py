"""Whether a site stands: as the last build left it, and made of nothing that has changed since.

Then there is nothing to do, which sizes and times tell in a fraction of the time that it takes to plan the site anew.
Whatever is in doubt counts as changed, and costs no more than that time.
"""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from generator.bundled import bundled_themes
from generator.cache import DamagedCache, Store
from generator.content.discover import CONTENT, is_passed_over, printable
from generator.publish import Ledger, Output, Report
from generator.request import Built, Edition, Made, Request, Tools


class Question(Struct, frozen=True):
    """What is to be built into the folder ``place``.

    ``asked`` are the choices that a site depends on, in words. ``found`` are the files and folders that it can be made
    of: the system's description of each, by the path from the root, or in full for those that came with the program. A
    description is empty if the file may change without that telling.
    """

    place: str
    asked: str
    found: Mapping[str, str]


class Answer(Struct, frozen=True):
    """What is remembered of the last build into a folder: what it was asked, what it found, and the site it made.

    ``shown`` tells how the site can be built anew after an edit of a text, where it can (``retouch.py``).
    """

    asked: str
    found: dict[str, str]
    edition: Edition
    shown: bytes

    def changed(self, question: Question) -> list[str]:
        """The paths of what has changed since, or may have."""
        then, now = self.found, question.found
        return [*(path for path in then if path not in now), *(path for path in now if not _is_same(path, then, now))]

    def fits(self, question: Question, request: Request) -> bool:
        """Whether the same is asked for, and of the same day."""
        today = request.as_of or request.now.astimezone(ZoneInfo(self.edition.zone)).date()
        return self.asked == question.asked and self.edition.day == today


def ask(request: Request, tools: Tools, output: Output, store: Store) -> Question | None:
    """The question before a build; ``None`` if a source is a link or something stranger: times tell nothing of these.

    It must be asked before the first source is read, so that what changes in the middle of a build is a change.
    """
    found: dict[str, str] = {}
    bundled = str(bundled_themes())
    folders = {CONTENT: str(request.root / CONTENT), "themes": str(request.root / "themes"), bundled: bundled}
    try:
        for name, folder in folders.items():
            found[name] = printable(os.path.realpath(folder))
            found.update(_described(folder, name, is_passed_over if name == CONTENT else _is_hidden, store))
    except (OSError, RecursionError, _Unsuitable):
        return None
    choices = (request.as_of, request.base_url, request.drafts, request.strict)
    asked = (*choices, _head(request), tools.find_engine is not None)
    return Question(os.path.realpath(output.folder), repr(asked), found)


def recall(question: Question, store: Store) -> Answer | None:
    """What is remembered of the last build into the same folder."""
    record = store.noted(_subject(question))
    try:
        return None if record is None else msgspec.msgpack.decode(record, type=Answer)
    except ValueError as error:
        raise DamagedCache from error


def unchanged(edition: Edition, output: Output, store: Store) -> Built | None:
    """``edition`` as it stands, published without a change; ``None`` if it is not as the last build left it."""
    if Ledger(store, output).whole(edition.paths) is None:
        return None
    return Built(edition, Report(written=0, unchanged=len(edition.paths), removed=0))


def note(question: Question, made: Made, store: Store) -> None:
    """Notes what has just been ``made`` in answer to ``question``."""
    answer = Answer(question.asked, dict(question.found), made.built.edition, made.shown)
    store.note(_subject(question), msgspec.msgpack.encode(answer))


class _Unsuitable(Exception):
    """Times tell nothing of a file, or its name is no text."""


def _subject(question: Question) -> str:
    return f"site {question.place}"


def _is_same(path: str, then: Mapping[str, str], now: Mapping[str, str]) -> bool:
    return bool(now[path]) and then.get(path) == now[path]


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _described(
    folder: str, name: str, is_passed_over: Callable[[str], bool], store: Store
) -> Iterator[tuple[str, str]]:
    """Every file and folder below ``folder``, which is called ``name``, with all that changes when it does."""
    try:
        entries = [entry for entry in os.scandir(folder) if not is_passed_over(entry.name)]
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if not entry.name.isascii() and printable(entry.name) != entry.name:
            raise _Unsuitable(path)
        found = entry.stat(follow_symlinks=False)
        if stat.S_ISDIR(found.st_mode):
            yield path, f"{found.st_mode}"
            yield from _described(entry.path, path, is_passed_over, store)
        elif stat.S_ISREG(found.st_mode):
            told = f"{found.st_mode} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
            yield path, told if store.settled(max(found.st_mtime_ns, found.st_ctime_ns)) else ""
        else:
            raise _Unsuitable(path)


def _head(request: Request) -> object:
    """What is checked out, if the site is to tell of it: a commit changes that without changing a file."""
    if not request.history:
        return None
    # It takes a while to load what asks for it.
    from generator.content.history import find_head

    return find_head(request.root)
