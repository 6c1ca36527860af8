"""The index of the search: made beside the pages, and kept for as long as nothing that it says has changed."""

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from bantin.content.files import SITE
from bantin.content.record_cache import decode_text
from bantin.domain.model import SearchCoverage, SearchScope, Site
from bantin.domain.problems import Language, Location, Problem
from bantin.index import Bulletin
from bantin.render import Artifact
from bantin.render.search import pipe, problems
from bantin.render.search.bundle import BadBundle, read_bundle
from bantin.render.search.canonical import in_order
from bantin.render.search.engine import Engine
from bantin.render.search.job import IndexJob, order
from bantin.render.search.service import read_answers, requests
from bantin.runtime.cache import DamagedCache, Store
from bantin.site import addresses
from bantin.site.bodies import Texts

T = TypeVar("T")

FindEngine = Callable[[], Engine | None]

_PATIENCE, _PATIENCE_A_PAGE = 60.0, 0.05  # seconds that the engine may take


class _Known(msgspec.Struct, frozen=True):
    """The last index that was made: what of, whether with texts, and the SHA-256 of its files by name."""

    made_of: str
    full: bool
    sums: dict[str, str]


class Indexer:
    """Has the index made, or brings the last one. What went wrong is among its ``problems`` afterwards."""

    def __init__(self, store: Store, site: Site, known: _Known | None, work: "_Work | None" = None) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._store = store
        self._language = site.language
        self._folder = site.prefix + addresses.search_index()
        self._known = known
        self._work = work

    @property
    def keys(self) -> dict[str, bytes]:
        """What tells whether a file of the index stands, by address: empty as long as it is being made."""
        sums = self._known.sums if self._known and not self._work else {}
        return {self._folder + name: digest.encode() for name, digest in sums.items()}

    @property
    def searched(self) -> SearchCoverage:
        """What articles are found by; empty as long as there is no index."""
        if self._known is None:
            return ""
        return "full" if self._known.full else "titles"

    def artifacts(self, standing: Collection[str]) -> Iterator[Artifact]:
        """The files of the index but for those that are ``standing``. Waits until it is made."""
        if self._work:
            files = self._made(self._work)
            self._work = None
        elif not self.keys.keys() <= set(standing):
            files = self._kept()
        else:
            files = {}
        for name, data in files.items():
            address = self._folder + name
            if address not in standing:
                yield Artifact(address, data)

    def _made(self, work: "_Work") -> Mapping[str, bytes]:
        try:
            files = work.result()
        except BadBundle as error:
            self.problems = (problems.ENGINE_FAILED.at(Location(SITE), reason=f"{work.engine}: {error}"),)
            return self._kept()
        self._known = _Known(
            work.made_of, work.full, {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
        )
        self._store.note(_files_of(self._language), msgspec.msgpack.encode(files))
        self._store.note(_subject(self._language), msgspec.msgpack.encode(self._known))
        return files

    def _kept(self) -> Mapping[str, bytes]:
        """The files of the last index, if there was one."""
        if self._known is None:
            return {}
        record = self._store.noted(_files_of(self._language))
        if record is None:
            raise DamagedCache(self._store.file)
        return _decoded(record, dict[str, bytes])


class Indexers:
    """The indexers of all languages of a bulletin, as one: each has an index of its own."""

    def __init__(self, indexers: Sequence[Indexer]) -> None:
        self._indexers = indexers

    @property
    def keys(self) -> dict[str, bytes]:
        """Those of all."""
        return {address: key for one in self._indexers for address, key in one.keys.items()}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of all, each told once."""
        return tuple(dict.fromkeys(problem for one in self._indexers for problem in one.problems))

    @property
    def searched(self) -> SearchCoverage:
        """That of the main language: the others have fewer texts, and are told nothing apart."""
        return self._indexers[0].searched

    def artifacts(self, standing: Collection[str]) -> Iterator[Artifact]:
        """Those of all."""
        for one in self._indexers:
            yield from one.artifacts(standing)


@contextlib.contextmanager
def indexing(bulletin: Bulletin, store: Store, find: FindEngine | None) -> Iterator[Indexers]:
    """Begins to index ``bulletin`` in all its languages, as :func:`indexing_one` does in one."""
    with contextlib.ExitStack() as stack:
        every = [stack.enter_context(indexing_one(one, store, find)) for one in bulletin.in_all_languages]
        yield Indexers(every)


@contextlib.contextmanager
def indexing_one(bulletin: Bulletin, store: Store, find: FindEngine | None) -> Iterator[Indexer]:
    """Begins to index ``bulletin`` with the engine that ``find`` finds, unless the last index says the same.

    Without ``find`` the last one stays as it is: so does it when the engine fails, since readers are served better by
    what was published before than by nothing. In the end no program is left running.
    """
    site = bulletin.directory.site
    if site.search is SearchScope.OFF:
        yield Indexer(store, site, None)
        return
    known = _last(store, site.language)
    engine = find() if find else None
    wanted = order(bulletin, engine) if engine else None
    if engine is None or wanted is None or (known and known.made_of == wanted.made_of):
        indexer = Indexer(store, site, known)
        indexer.problems = (problems.NO_ENGINE.at(Location(SITE)),) if find and engine is None else ()
        yield indexer
        return
    with _working(wanted, engine, store) as work:
        yield Indexer(store, site, known, work)


class _Work(Struct, frozen=True):
    """The engine at work on an order: its answers are in the file ``answers`` once its ``process`` has ended."""

    engine: str
    made_of: str
    full: bool
    pages: int
    answers: Path
    process: subprocess.Popen[bytes] | None
    until: float

    def result(self) -> Mapping[str, bytes]:
        """The files of the index. Raises ``BadBundle`` when the engine fails, is too slow or leaves anything else."""
        if self.process is None:
            raise BadBundle("cannot run")
        try:
            status = self.process.wait(max(0.0, self.until - time.monotonic()))
        except subprocess.TimeoutExpired as error:
            raise BadBundle("time-out") from error
        if status:
            raise BadBundle(f"exit {status}")
        return read_bundle(in_order(read_answers(self.answers.read_bytes())), self.pages)


@contextlib.contextmanager
def _working(wanted: IndexJob, engine: Engine, store: Store) -> Iterator[_Work]:
    def texts_of(digests: Iterable[str]) -> Texts:
        return {digest: decode_text(text) for digest, text in store.texts(digests).items()}

    with tempfile.TemporaryDirectory(prefix="bantin-search-", ignore_cleanup_errors=True) as folder:
        asked, answers = Path(folder) / "requests", Path(folder) / "answers"
        with asked.open("wb") as file:
            file.writelines(requests(wanted.documents(texts_of), wanted.language))
        until = time.monotonic() + _PATIENCE + _PATIENCE_A_PAGE * wanted.pages
        with _running(engine, asked, answers) as process:
            yield _Work(engine.name, wanted.made_of, wanted.full, wanted.pages, answers, process, until)


@contextlib.contextmanager
def _running(engine: Engine, asked: Path, answers: Path) -> Iterator[subprocess.Popen[bytes] | None]:
    """The process in which ``engine`` answers; ``None`` if it cannot be started. It has ended afterwards."""
    command = (sys.executable, "-I", "-B", pipe.__file__, engine.program)
    try:
        with asked.open("rb") as stdin, answers.open("wb") as stdout:
            process = subprocess.Popen(  # noqa: S603
                command, stdin=stdin, stdout=stdout, stderr=subprocess.DEVNULL, start_new_session=True
            )
    except OSError:
        yield None
        return
    with process:
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process and those that it has started, if it has not ended yet."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)


def _last(store: Store, language: Language) -> _Known | None:
    record = store.noted(_subject(language))
    return None if record is None else _decoded(record, _Known)


def _decoded(record: bytes, kind: type[T]) -> T:
    try:
        return msgspec.msgpack.decode(record, type=kind)
    except ValueError as error:
        raise DamagedCache from error


def _subject(language: Language) -> str:
    return f"search {language}"


def _files_of(language: Language) -> str:
    return f"search {language}, files"
