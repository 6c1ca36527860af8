"""What is remembered of a file that has been read, as bytes: MessagePack, by the types of the model."""

from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import Article, Outline, StaticPage
from bantin.domain.problems import Problem
from bantin.domain.text.dates import Moment

T = TypeVar("T")


class FileRecord(Struct, Generic[T], frozen=True):
    """What reading a file gave, but for its text.

    ``value`` is ``None`` when its front matter cannot be used; then ``orphan`` is the outline of its text, where that
    could be read, so that its links may be checked. Either may come with problems that are errors.
    """

    value: T | None
    orphan: Outline | None
    problems: tuple[Problem, ...]


class DecodedRecords:
    """The records that a program which goes on running has decoded already, by their bytes."""

    def __init__(self) -> None:
        self._records: dict[tuple[object, bytes], Any] = {}
        self._older: dict[tuple[object, bytes], Any] = {}

    def begin(self) -> None:
        """Begins another build: what neither it nor the one before it asks for is forgotten."""
        self._older, self._records = self._records, {}

    def record(self, codec: "Codec[T]", data: bytes) -> FileRecord[T]:
        """What ``codec`` makes of ``data``."""
        key = (codec.form, data)
        if key not in self._records:
            self._records[key] = self._older[key] if key in self._older else codec.decode(data)
        record: FileRecord[T] = self._records[key]
        return record


_ENCODER = msgspec.msgpack.Encoder()
_TEXTS = msgspec.msgpack.Decoder(tuple[str, ...])


class Codec(Generic[T]):
    """Records of one kind, as bytes and back. MessagePack keeps instants, not their zone, which is the site's."""

    def __init__(self, kind: type[T], zone: ZoneInfo | None) -> None:
        self._decoder = msgspec.msgpack.Decoder(FileRecord[kind])  # type: ignore[valid-type]
        self._zone = zone
        self.form = (kind, zone)

    def encode(self, record: FileRecord[T]) -> bytes:
        """The bytes to remember."""
        return _ENCODER.encode(record)

    def decode(self, data: bytes) -> FileRecord[T]:
        """The record that ``data`` holds. Raises ``ValueError`` for bytes that hold none."""
        record: FileRecord[T] = self._decoder.decode(data)
        if record.value is None or self._zone is None:
            return record
        value = _in_zone(record.value, self._zone)
        return record if value is record.value else replace(record, value=value)


def _in_zone(value: T, zone: ZoneInfo) -> T:
    if isinstance(value, Article | StaticPage) and value.updated:
        value = replace(value, updated=value.updated.astimezone(zone))
    if isinstance(value, Article) and value.published and value.published.instant:
        published = Moment(value.published.day, value.published.instant.astimezone(zone))
        value = replace(value, published=published)
    return value


def encode_text(parts: tuple[str, ...]) -> bytes:
    """The bytes to remember of a text."""
    return _ENCODER.encode(parts)


def decode_text(data: bytes) -> tuple[str, ...]:
    """The text that ``data`` holds. Raises ``ValueError`` for bytes that hold none."""
    return _TEXTS.decode(data)
