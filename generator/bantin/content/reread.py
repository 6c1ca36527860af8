"""PARSE: reads a changed file again, and writes the results of reading to the cache."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.json import encode
from msgspec.structs import replace

from bantin.content.batch_reader import CacheRow, read_articles, read_pages
from bantin.content.discover import Role, SourceFile
from bantin.content.record_cache import Codec, FileRecord
from bantin.domain.model import Article, OwnField, StaticPage
from bantin.domain.problems import Language
from bantin.runtime.cache import Store


class FileVersion(Struct, frozen=True):
    """The record of a file with this ``digest``."""

    digest: str
    record: FileRecord[Article | StaticPage]


def read_again(
    root: Path, source: SourceFile, language: Language, zone: ZoneInfo, store: Store, *, own: tuple[OwnField, ...]
) -> tuple[FileVersion | None, FileVersion]:
    """The cached record of the article or page in the file ``source``, if there is one, and its new one.

    The file is read and cached as by :func:`.load.load`.
    """
    read_piece, kind = (read_articles, Article) if source.role is Role.ARTICLE else (read_pages, StaticPage)
    codec: Codec[Article | StaticPage] = Codec(kind, zone)
    context = context_of(language, zone, own)
    known = store.source(context, source.path)
    fresh = read_piece(root, language, zone, [source], own)
    remember(fresh, context, store)
    before = FileVersion(known.digest, codec.decode(known.record)) if known else None
    return before, FileVersion(fresh[0][0].digest, codec.decode(fresh[0][0].record))


def context_of(language: Language, zone: ZoneInfo | None, own: tuple[OwnField, ...] = ()) -> str:
    """The key of the part of the cache to use.

    Records depend on these arguments, through messages, days and own fields.
    """
    declared = hashlib.blake2b(encode(own), digest_size=8).hexdigest() if own else ""
    return f"{language} {zone} {declared}".rstrip()


def remember(fresh: Sequence[CacheRow], context: str, store: Store) -> None:
    """Writes the records and texts of files just read to the cache."""
    rows = [replace(row, modified=store.stamp(row.modified)) for row, _ in fresh]
    store.put(context, rows, ((row.digest, text) for row, text in fresh))
