"""Reads a batch of files, in any process: each becomes a row for the cache."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from bantin.content import article as articles
from bantin.content import record as records
from bantin.content.discover import SourceFile, read_source
from bantin.content.files import LARGEST_TEXT
from bantin.content.markdown_file import DraftReader, MarkdownFile, ReadResult, digest_of
from bantin.content.record_cache import Codec, FileRecord, encode_text
from bantin.domain.model import Article, OwnField, RecordFile, StaticPage, Translation
from bantin.domain.problems import Language
from bantin.runtime.cache import CachedSource
from bantin.runtime.workers import batches

T = TypeVar("T")

ReadFiles = Callable[[Sequence[MarkdownFile]], list[ReadResult[T]]]
"""Reads some files and returns the result of each."""

CacheRow = tuple[CachedSource, bytes]
"""The record of a file that has been read, and separately its text."""

# Files that are read together, step by step: enough for a step to be fast, and few enough for its results to be in the
# processor's cache for the next one.
_BATCH = 50


def read_articles(
    root: Path, language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile], own: tuple[OwnField, ...] = ()
) -> list[CacheRow]:
    """Reads articles from the files ``sources``, below ``root``; their agreements may have ``own`` fields."""
    return read_files(
        root, sources, Codec(Article, zone), partial(articles.read_articles, DraftReader(language, zone, own))
    )


def read_pages(
    root: Path, language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile], own: tuple[OwnField, ...] = ()
) -> list[CacheRow]:
    """Reads static pages from the files ``sources``."""
    return read_files(
        root, sources, Codec(StaticPage, zone), partial(articles.read_pages, DraftReader(language, zone, own))
    )


def read_records(
    root: Path, language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile], own: tuple[OwnField, ...] = ()
) -> list[CacheRow]:
    """Reads records from the files ``sources``."""
    return read_files(
        root, sources, Codec(RecordFile, zone), partial(records.read_records, DraftReader(language, zone, own))
    )


def read_translations(
    root: Path,
    _language: Language,
    zone: ZoneInfo | None,
    sources: Sequence[SourceFile],
    own: tuple[OwnField, ...] = (),
) -> list[CacheRow]:
    """Reads translations from the files ``sources``, each in its own language."""
    codec = Codec(Translation, zone)
    rows: list[CacheRow] = []
    for language, of_record in sorted({(source.language, source.is_of_record) for source in sources}):
        some = [source for source in sources if (source.language, source.is_of_record) == (language, of_record)]
        read_some = records.read_record_translations if of_record else articles.read_translations
        rows += read_files(root, some, codec, partial(read_some, DraftReader(language, zone, own)))
    return rows


def read_files(root: Path, sources: Sequence[SourceFile], codec: Codec[T], function: ReadFiles[T]) -> list[CacheRow]:
    """Reads the files ``sources`` by ``function``."""
    return [row for batch in batches(sources, _BATCH) for row in _read_batch(root, batch, codec, function)]


def _read_batch(
    root: Path, sources: Sequence[SourceFile], codec: Codec[T], function: ReadFiles[T]
) -> Iterator[CacheRow]:
    opened = [(source, read_source(root, source, LARGEST_TEXT)) for source in sources]
    for source, data in opened:
        if data.value is None:
            # Its bytes are not known, so size -1 makes sure that the record is never taken from the cache.
            yield CachedSource(source.path, -1, 0, "", codec.encode(FileRecord(None, None, data.problems))), b""
    known = [(source, data.value) for source, data in opened if data.value is not None]
    files = [MarkdownFile(source, data, digest_of(source.path, data)) for source, data in known]
    results = function(files)
    encoded = [codec.encode(_record(result)) for result in results]
    texts = [encode_text(result.body.parts if result.body else ()) for result in results]
    for file, record, text in zip(files, encoded, texts, strict=True):
        source = file.source
        yield CachedSource(source.path, source.size, source.modified, file.digest, record, source.inode), text


def _record(result: ReadResult[T]) -> FileRecord[T]:
    orphan = result.body.outline if result.value is None and result.body else None
    return FileRecord(result.value, orphan, result.problems, result.gone)
