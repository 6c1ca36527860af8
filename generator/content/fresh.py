"""PARSE: files that are read, and not recalled, with what is remembered of each."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from generator.cache import Remembered, Store
from generator.content.article import Reader, Reading, digest_of
from generator.content.discover import Role, SourceFile, read
from generator.content.files import LARGEST_TEXT
from generator.content.memory import Codec, Record, encode_text
from generator.errors import Language
from generator.model import Article, StaticPage, Translation

T = TypeVar("T")

Fresh = tuple[Remembered, bytes]
"""What is to be remembered of a file that was read, and its text."""


class Reread(Struct, frozen=True):
    """What a file of the bytes ``digest`` says."""

    digest: str
    record: Record[Article | StaticPage]


def read_again(
    root: Path, source: SourceFile, language: Language, zone: ZoneInfo, store: Store
) -> tuple[Reread | None, Reread]:
    """What the article or page in the file ``source`` said when it was last read, if that is known, and says now.

    It is read and remembered as :func:`load` does it.
    """
    read_piece, kind = (read_articles, Article) if source.role is Role.ARTICLE else (read_pages, StaticPage)
    codec: Codec[Article | StaticPage] = Codec(kind, zone)
    context = context_of(language, zone)
    known = store.source(context, source.path)
    fresh = read_piece(root, language, zone, [source])
    note(fresh, context, store)
    before = Reread(known.digest, codec.decode(known.record)) if known else None
    return before, Reread(fresh[0][0].digest, codec.decode(fresh[0][0].record))


def context_of(language: Language, zone: ZoneInfo | None) -> str:
    """What is remembered holds wordings and days, so another language or zone makes it another thing."""
    return f"{language} {zone}"


def note(fresh: Sequence[Fresh], context: str, store: Store) -> None:
    """Remembers ``fresh`` files."""
    rows = [replace(row, modified=store.stamp(row.modified)) for row, _ in fresh]
    store.remember(context, rows, ((row.digest, text) for row, text in fresh))


def read_articles(root: Path, language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile]) -> list[Fresh]:
    """The articles in ``sources``; problems are told in ``language``, times are of ``zone``."""
    reader, codec = Reader(language, zone), Codec(Article, zone)
    return [read_fresh(root, source, codec, reader.article) for source in sources]


def read_pages(root: Path, language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile]) -> list[Fresh]:
    """The static pages in ``sources``."""
    reader, codec = Reader(language, zone), Codec(StaticPage, zone)
    return [read_fresh(root, source, codec, reader.page) for source in sources]


def read_translations(
    root: Path, _language: Language, zone: ZoneInfo | None, sources: Sequence[SourceFile]
) -> list[Fresh]:
    """The translations in ``sources``, each in its own language."""
    readers = {language: Reader(language, zone) for language in {source.language for source in sources}}
    codec = Codec(Translation, zone)
    return [read_fresh(root, source, codec, readers[source.language].translation) for source in sources]


def read_fresh(
    root: Path, source: SourceFile, codec: Codec[T], function: Callable[[SourceFile, bytes, str], Reading[T]]
) -> Fresh:
    """What ``function`` makes of a file, given its bytes and their digest."""
    data = read(root, source.path, LARGEST_TEXT)
    if data.value is None:
        # Its bytes are not known, so nothing of it is to be recalled.
        return Remembered(source.path, -1, 0, "", codec.encode(Record(None, None, data.problems))), b""
    digest = digest_of(source.path, data.value)
    reading = function(source, data.value, digest)
    orphan = reading.body.outline if reading.value is None and reading.body else None
    record = codec.encode(Record(reading.value, orphan, reading.problems))
    text = encode_text(reading.body.parts if reading.body else ())
    return Remembered(source.path, source.size, source.modified, digest, record), text
