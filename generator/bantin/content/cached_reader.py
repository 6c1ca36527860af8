"""PARSE: reads the files of a bulletin, or takes unchanged ones from the cache."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bantin.content.agency import read_agencies
from bantin.content.batch_reader import (
    CacheRow,
    read_articles,
    read_files,
    read_pages,
    read_records,
    read_translations,
)
from bantin.content.discover import Role, SourceFile, Sources, read
from bantin.content.files import LARGEST_TEXT
from bantin.content.markdown_file import digest_of
from bantin.content.record_cache import Codec, DecodedRecords, FileRecord
from bantin.content.reread import context_of, remember
from bantin.domain.model import (
    Agency,
    Article,
    Gone,
    Outline,
    OwnField,
    RecordFile,
    RecordHome,
    StaticPage,
    Translation,
)
from bantin.domain.problems import Language, Problem
from bantin.runtime.cache import CachedSource, Store
from bantin.runtime.workers import Workers

T = TypeVar("T")


class Files(Struct, Generic[T], frozen=True):
    """The content of the files with one role.

    ``gone`` are those whose pages are not there any more. ``broken`` are the paths of those that could not be used, and
    ``orphans`` their texts, if readable.
    """

    values: tuple[T, ...]
    gone: tuple[Gone, ...]
    broken: frozenset[str]
    orphans: tuple[tuple[str, Outline], ...]
    problems: tuple[Problem, ...]


# Files written to the cache at once: enough to be fast, few enough for memory.
_AT_ONCE = 1_000
# Takes the root, the language, the time zone, the sources, and the own fields as ``own``.
_ReadPiece = Callable[..., list[CacheRow]]


class AllFiles(Struct, frozen=True):
    """The content of all files that have a role of their own; settings, attachments and figures are not among them."""

    agencies: Files[Agency]
    articles: Files[Article]
    pages: Files[StaticPage]
    records: Files[RecordFile]
    translations: Files[Translation]

    @property
    def homes(self) -> tuple[RecordHome, ...]:
        """All articles and the records with files of their own."""
        return (*self.articles.values, *self.records.values)

    @property
    def gone(self) -> tuple[Gone, ...]:
        """The articles, records, pages and agencies that are gone, by their files."""
        return tuple(gone for one in self._in_order() for gone in one.gone)

    @property
    def broken(self) -> frozenset[str]:
        """The paths of files that could not be used."""
        return frozenset().union(*(one.broken for one in self._in_order()))

    @property
    def orphans(self) -> tuple[tuple[str, Outline], ...]:
        """The readable texts of files that could not be used, with their paths."""
        return tuple(orphan for one in self._in_order() for orphan in one.orphans)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems within single files."""
        return tuple(problem for one in self._in_order() for problem in one.problems)

    def _in_order(self) -> Iterator[Files[Any]]:
        yield from (self.agencies, self.articles, self.pages, self.records, self.translations)


class CachedReader:
    """Reads files, or takes them from the cache if they are unchanged, and updates the cache."""

    def __init__(
        self,
        root: Path,
        language: Language,
        zone: ZoneInfo | None,
        *,
        workers: Workers,
        store: Store,
        decoded: DecodedRecords | None = None,
        own: tuple[OwnField, ...] = (),
    ) -> None:
        self._root = root
        self._language = language
        self._zone = zone
        self._own = own
        self._workers = workers
        self._store = store
        self._context = context_of(language, zone, own)
        self._known = store.sources(self._context)
        self._decoded = decoded
        if decoded:
            decoded.begin()

    def read(self, sources: Sources) -> AllFiles:
        """The content of all ``sources``; the cache forgets all other files."""
        found = AllFiles(
            agencies=self._read(sources.of(Role.AGENCY), Agency, _read_agencies),
            articles=self._read(sources.of(Role.ARTICLE), Article, read_articles),
            pages=self._read(sources.of(Role.PAGE), StaticPage, read_pages),
            records=self._read(sources.of(Role.RECORD), RecordFile, read_records),
            translations=self._read(sources.of(Role.TRANSLATION), Translation, read_translations),
        )
        self._forget_others(sources)
        return found

    def _read(self, sources: Sequence[SourceFile], kind: type[T], read_piece: _ReadPiece) -> Files[T]:
        codec = Codec(kind, self._zone)
        records, touched = self._cached(sources, codec)
        self._store.put(self._context, touched, ())
        unread = [source for source in sources if source.path not in records]
        function = partial(read_piece, self._root, self._language, self._zone, own=self._own)
        fresh: list[CacheRow] = []
        for piece in self._workers.each(function, unread):
            records |= {row.path: codec.decode(row.record) for row, _ in piece}
            fresh += piece
            if len(fresh) >= _AT_ONCE:
                remember(fresh, self._context, self._store)
                fresh = []
        remember(fresh, self._context, self._store)
        return _gather([(source.path, records[source.path]) for source in sources])

    def _forget_others(self, sources: Sources) -> None:
        gone = self._known.keys() - {source.path for source in sources.files}
        if gone:
            self._store.remove(gone)

    def _cached(
        self, sources: Sequence[SourceFile], codec: Codec[T]
    ) -> tuple[dict[str, FileRecord[T]], list[CachedSource]]:
        """The cached records of unchanged files, and updates for those of which only the time has changed."""
        records: dict[str, FileRecord[T]] = {}
        touched: list[CachedSource] = []
        for source in sources:
            known = self._known.get(source.path)
            if known is None or source.edited is not None:
                continue
            if (known.size, known.modified, known.inode) != (source.size, source.modified, source.inode):
                data = read(self._root, source.path, LARGEST_TEXT).value
                if data is None or digest_of(source.path, data) != known.digest:
                    continue
                stamp = self._store.stamp(source.modified)
                touched.append(replace(known, size=source.size, modified=stamp, inode=source.inode))
            records[source.path] = self._decode(known.record, codec)
        return records, touched

    def _decode(self, data: bytes, codec: Codec[T]) -> FileRecord[T]:
        return self._decoded.record(codec, data) if self._decoded else codec.decode(data)


def _gather(records: Sequence[tuple[str, FileRecord[T]]]) -> Files[T]:
    broken = [(path, record) for path, record in records if record.value is None and record.gone is None]
    return Files(
        values=tuple(record.value for _, record in records if record.value is not None),
        gone=tuple(record.gone for _, record in records if record.gone is not None),
        broken=frozenset(path for path, _ in broken),
        orphans=tuple((path, record.orphan) for path, record in broken if record.orphan is not None),
        problems=tuple(problem for _, record in records for problem in record.problems),
    )


def _read_agencies(
    root: Path,
    language: Language,
    zone: ZoneInfo | None,
    sources: Sequence[SourceFile],
    own: tuple[OwnField, ...],  # noqa: ARG001 - agencies have none, and are read as articles are
) -> list[CacheRow]:
    return read_files(root, sources, Codec(Agency, zone), partial(read_agencies, language=language))
