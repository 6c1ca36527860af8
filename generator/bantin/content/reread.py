"""PARSE: remembering what was read of files, and reading one again that has changed."""

from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bantin.content.batch_reader import Fresh, read_articles, read_pages
from bantin.content.discover import Role, SourceFile
from bantin.content.record_cache import Codec, FileRecord
from bantin.domain.model import Article, StaticPage
from bantin.domain.problems import Language
from bantin.runtime.cache import Store


class Reread(Struct, frozen=True):
    """What a file of the bytes ``digest`` says."""

    digest: str
    record: FileRecord[Article | StaticPage]


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
