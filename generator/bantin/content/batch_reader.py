"""DISCOVER to VALIDATE for a piece of the files, in whichever process: what there is to remember of each."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from bantin.content.article import ArticleReader, MarkdownFile, ReadResult, digest_of
from bantin.content.discover import SourceFile, read
from bantin.content.files import LARGEST_TEXT
from bantin.content.record_cache import Codec, FileRecord, encode_text
from bantin.domain.model import Article, StaticPage, Translation
from bantin.domain.problems import Language
from bantin.runtime.cache import CachedSource
from bantin.runtime.workers import pieces

T = TypeVar("T")

ReadFiles = Callable[[Sequence[MarkdownFile]], list[ReadResult[T]]]
"""Makes of each of some files what it says."""

Fresh = tuple[CachedSource, bytes]
"""What was read of a file, and its text apart."""

# Files that go through each step of reading together: enough of them for a step to come easily, and few enough for what
# it leaves to be at hand for the next one.
_TOGETHER = 50


def read_articles(root: Path, language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile]) -> list[Fresh]:
    """The articles in the files ``sources``, below ``root``."""
    return read_files(root, sources, Codec(Article, zone), ArticleReader(language, zone).articles)


def read_pages(root: Path, language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile]) -> list[Fresh]:
    """The static pages in the files ``sources``."""
    return read_files(root, sources, Codec(StaticPage, zone), ArticleReader(language, zone).pages)


def read_translations(
    root: Path, _language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile]
) -> list[Fresh]:
    """The translations in the files ``sources``, each read in its own language."""
    codec = Codec(Translation, zone)
    fresh: list[Fresh] = []
    for language in sorted({source.language for source in sources}):
        some = [source for source in sources if source.language == language]
        fresh += read_files(root, some, codec, ArticleReader(language, zone).translations)
    return fresh


def read_files(root: Path, sources: Sequence[SourceFile], codec: Codec[T], function: ReadFiles[T]) -> list[Fresh]:
    """What ``function`` makes of the files ``sources``."""
    return [one for some in pieces(sources, _TOGETHER) for one in _read_together(root, some, codec, function)]


def _read_together(
    root: Path, sources: Sequence[SourceFile], codec: Codec[T], function: ReadFiles[T]
) -> Iterator[Fresh]:
    opened = [(source, read(root, source.path, LARGEST_TEXT)) for source in sources]
    for source, data in opened:
        if data.value is None:
            # Its bytes are not known, so nothing of it is to be recalled.
            yield CachedSource(source.path, -1, 0, "", codec.encode(FileRecord(None, None, data.problems))), b""
    known = [(source, data.value) for source, data in opened if data.value is not None]
    files = [MarkdownFile(source, data, digest_of(source.path, data)) for source, data in known]
    readings = function(files)
    records = [codec.encode(_record(reading)) for reading in readings]
    texts = [encode_text(reading.body.parts if reading.body else ()) for reading in readings]
    for file, record, text in zip(files, records, texts, strict=True):
        source = file.source
        yield CachedSource(source.path, source.size, source.modified, file.digest, record, source.inode), text


def _record(reading: ReadResult[T]) -> FileRecord[T]:
    orphan = reading.body.outline if reading.value is None and reading.body else None
    return FileRecord(reading.value, orphan, reading.problems)
