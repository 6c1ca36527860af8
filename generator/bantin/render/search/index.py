"""The search index: built in parallel with the pages, and reused as long as the indexed contents do not change."""

import contextlib
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from bantin.content.documents.words import words_of
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
from bantin.render.search.job import IndexJob, index_job
from bantin.render.search.service import read_answers, requests
from bantin.runtime.cache import DamagedCache, Store
from bantin.site import addresses
from bantin.site.bodies import Texts

T = TypeVar("T")

FindEngine = Callable[[], Engine | None]

_TIMEOUT, _TIMEOUT_PER_PAGE = 60.0, 0.05  # seconds that the engine may take


class _Known(msgspec.Struct, frozen=True):
    """The last index: the digest of its job, whether it has full texts, and the SHA-256 of its files by name."""

    made_of: str
    full: bool
    sums: dict[str, str]


class Indexer:
    """Provides the index of one language: a new one, or the last one. ``problems`` are complete afterwards."""

    def __init__(self, store: Store, site: Site, known: _Known | None, running: "_RunningJob | None" = None) -> None:
        self.problems: tuple[Problem, ...] = ()
        self._store = store
        self._language = site.language
        self._folder = site.prefix + addresses.search_index()
        self._known = known
        self._running = running

    @property
    def keys(self) -> dict[str, bytes]:
        """The keys of the index files by address; empty while a new index is being built."""
        sums = self._known.sums if self._known and not self._running else {}
        return {self._folder + name: digest.encode() for name, digest in sums.items()}

    @property
    def searched(self) -> SearchCoverage:
        """The scope of the search; empty as long as there is no index."""
        if self._known is None:
            return ""
        return "full" if self._known.full else "titles"

    def artifacts(self, unchanged: Collection[str]) -> Iterator[Artifact]:
        """Yields the files of the index except those ``unchanged``. Waits until the index is built."""
        if self._running:
            files = self._new_files(self._running)
            self._running = None
        elif not self.keys.keys() <= set(unchanged):
            files = self._last_files()
        else:
            files = {}
        for name, data in files.items():
            address = self._folder + name
            if address not in unchanged:
                yield Artifact(address, data)

    def _new_files(self, running: "_RunningJob") -> Mapping[str, bytes]:
        try:
            files = running.result()
        except BadBundle as error:
            self.problems = (problems.ENGINE_FAILED.at(Location(SITE), reason=f"{running.engine}: {error}"),)
            return self._last_files()
        self._known = _Known(
            running.made_of, running.full, {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
        )
        self._store.note(_files_of(self._language), msgspec.msgpack.encode(files))
        self._store.note(_subject(self._language), msgspec.msgpack.encode(self._known))
        return files

    def _last_files(self) -> Mapping[str, bytes]:
        """Loads the files of the last index, if there was one."""
        if self._known is None:
            return {}
        record = self._store.noted(_files_of(self._language))
        if record is None:
            raise DamagedCache(self._store.file)
        return _decoded(record, dict[str, bytes])


class Indexers:
    """The indexers of all languages of a bulletin; each language has its own index."""

    def __init__(self, indexers: Sequence[Indexer]) -> None:
        self._indexers = indexers

    @property
    def keys(self) -> dict[str, bytes]:
        """The keys of all indexers."""
        return {address: key for one in self._indexers for address, key in one.keys.items()}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of all indexers, without duplicates."""
        return tuple(dict.fromkeys(problem for one in self._indexers for problem in one.problems))

    @property
    def searched(self) -> SearchCoverage:
        """The scope of the search in the main language; the others, with fewer texts, are not reported separately."""
        return self._indexers[0].searched

    def artifacts(self, unchanged: Collection[str]) -> Iterator[Artifact]:
        """Yields the files of all indexes except those ``unchanged``."""
        for one in self._indexers:
            yield from one.artifacts(unchanged)


@contextlib.contextmanager
def indexing(bulletin: Bulletin, store: Store, find: FindEngine | None) -> Iterator[Indexers]:
    """Starts to index ``bulletin`` in all its languages; see :func:`indexing_one`."""
    with contextlib.ExitStack() as stack:
        every = [stack.enter_context(indexing_one(one, store, find)) for one in bulletin.in_all_languages]
        yield Indexers(every)


@contextlib.contextmanager
def indexing_one(bulletin: Bulletin, store: Store, find: FindEngine | None) -> Iterator[Indexer]:
    """Starts to index ``bulletin`` with the engine that ``find`` finds, unless the last index is up to date.

    Without ``find``, or if the engine fails, the last index is used: an old index serves readers better than none. On
    exit, the engine has been stopped.
    """
    site = bulletin.directory.site
    if site.search is SearchScope.OFF:
        yield Indexer(store, site, None)
        return
    known = _last(store, site.language)
    engine = find() if find else None
    job = index_job(bulletin, engine) if engine else None
    if engine is None or job is None or (known and known.made_of == job.made_of):
        indexer = Indexer(store, site, known)
        indexer.problems = (problems.NO_ENGINE.at(Location(SITE)),) if find and engine is None else ()
        yield indexer
        return
    with _started(job, engine, store) as running:
        yield Indexer(store, site, known, running)


class _RunningJob(Struct, frozen=True):
    """A job on which the engine is running: its responses are in ``answer_file`` once its ``process`` has ended."""

    engine: str
    made_of: str
    full: bool
    pages: int
    answer_file: Path
    process: subprocess.Popen[bytes] | None
    until: float

    def result(self) -> Mapping[str, bytes]:
        """Waits for the files of the index. Raises ``BadBundle`` if the engine fails, times out or writes no index."""
        if self.process is None:
            raise BadBundle("cannot run")
        try:
            status = self.process.wait(max(0.0, self.until - time.monotonic()))
        except subprocess.TimeoutExpired as error:
            raise BadBundle("time-out") from error
        if status:
            raise BadBundle(f"exit {status}")
        return read_bundle(in_order(read_answers(self.answer_file.read_bytes())), self.pages)


@contextlib.contextmanager
def _started(job: IndexJob, engine: Engine, store: Store) -> Iterator[_RunningJob]:
    def texts_of(digests: Iterable[str]) -> Texts:
        return {digest: decode_text(text) for digest, text in store.texts(digests).items()}

    with tempfile.TemporaryDirectory(prefix="bantin-search-", ignore_cleanup_errors=True) as folder:
        request_file, answer_file = Path(folder) / "requests", Path(folder) / "answers"
        with request_file.open("wb") as file:
            file.writelines(requests(job.documents(texts_of, partial(words_of, store)), job.language))
        until = time.monotonic() + _TIMEOUT + _TIMEOUT_PER_PAGE * job.pages
        with _running(engine, request_file, answer_file) as process:
            yield _RunningJob(engine.name, job.made_of, job.full, job.pages, answer_file, process, until)


@contextlib.contextmanager
def _running(engine: Engine, request_file: Path, answer_file: Path) -> Iterator[subprocess.Popen[bytes] | None]:
    """Starts the process in which ``engine`` answers, and ends it on exit; ``None`` if it cannot be started."""
    command = (sys.executable, "-I", "-B", pipe.__file__, engine.program)
    try:
        with request_file.open("rb") as stdin, answer_file.open("wb") as stdout:
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
    """Kills a process and its children, if it is still running."""
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
