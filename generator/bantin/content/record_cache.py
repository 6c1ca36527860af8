"""Encodes the results of reading files for the cache: MessagePack, by the types of the model."""

from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import Article, Change, Gone, Outline, RecordFile, StaticPage
from bantin.domain.problems import Problem
from bantin.domain.text.dates import Moment

T = TypeVar("T")


class FileRecord(Struct, Generic[T], frozen=True):
    """The result of reading a file, without its text.

    ``value`` is ``None`` if its front matter cannot be used; then ``orphan`` is the outline of its text, if that could
    be read, so that its links can be checked. Both may come with problems that are errors. There is ``gone`` instead of
    both if the page of the file is not there any more.
    """

    value: T | None
    orphan: Outline | None
    problems: tuple[Problem, ...]
    gone: Gone | None = None


class DecodedRecords:
    """The records that a long-running program has already decoded, by their bytes."""

    def __init__(self) -> None:
        self._records: dict[tuple[object, bytes], Any] = {}
        self._older: dict[tuple[object, bytes], Any] = {}

    def begin(self) -> None:
        """Begins another build, and drops records that were not used in the last one."""
        self._older, self._records = self._records, {}

    def record(self, codec: "Codec[T]", data: bytes) -> FileRecord[T]:
        """The record in ``data``, decoded by ``codec`` if it has not been before."""
        key = (codec.form, data)
        if key not in self._records:
            self._records[key] = self._older[key] if key in self._older else codec.decode(data)
        record: FileRecord[T] = self._records[key]
        return record


_ENCODER = msgspec.msgpack.Encoder()
_TEXTS = msgspec.msgpack.Decoder(tuple[str, ...])


class Codec(Generic[T]):
    """Encodes and decodes records of one type. MessagePack stores instants without their zone, which is the site's."""

    def __init__(self, kind: type[T], zone: ZoneInfo | None) -> None:
        self._decoder = msgspec.msgpack.Decoder(FileRecord[kind])  # type: ignore[valid-type]
        self._zone = zone
        self.form = (kind, zone)

    def encode(self, record: FileRecord[T]) -> bytes:
        """Encodes a record."""
        return _ENCODER.encode(record)

    def decode(self, data: bytes) -> FileRecord[T]:
        """Decodes a record. Raises ``ValueError`` for invalid bytes."""
        record: FileRecord[T] = self._decoder.decode(data)
        if record.value is None or self._zone is None:
            return record
        value = _in_zone(record.value, self._zone)
        return record if value is record.value else replace(record, value=value)


def _in_zone(value: T, zone: ZoneInfo) -> T:
    if isinstance(value, Article | StaticPage | RecordFile) and value.updated:
        value = replace(value, updated=value.updated.astimezone(zone))
    if isinstance(value, Article | StaticPage | RecordFile) and value.changes:
        value = replace(value, changes=tuple(_change_in_zone(change, zone) for change in value.changes))
    if isinstance(value, Article) and value.published:
        value = replace(value, published=_moment_in_zone(value.published, zone))
    return value


def _change_in_zone(change: Change, zone: ZoneInfo) -> Change:
    return replace(change, on=_moment_in_zone(change.on, zone))


def _moment_in_zone(moment: Moment, zone: ZoneInfo) -> Moment:
    return Moment(moment.day, moment.instant.astimezone(zone)) if moment.instant else moment


def encode_text(parts: tuple[str, ...]) -> bytes:
    """Encodes the parts of a text."""
    return _ENCODER.encode(parts)


def decode_text(data: bytes) -> tuple[str, ...]:
    """Decodes the parts of a text. Raises ``ValueError`` for invalid bytes."""
    return _TEXTS.decode(data)
