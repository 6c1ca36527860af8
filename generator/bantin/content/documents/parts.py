"""The parts of a document: what is written in each, and what its makers left in it. Runs only in the process for it."""

import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from bantin.content.documents.messages import Traces, shown
from bantin.domain.text.secrecy_stamps import Stamp, find_legacy_stamp, find_stamp, find_stamp_in_name


class TooMuch(Exception):
    """The document grows larger, when it is unpacked, than any document should."""


class Encrypted(Exception):
    """The document cannot be opened without a password, or without a cipher that is not installed."""


class Part(Struct, frozen=True):
    """A part of a document by its ``name``, its ``text`` line by line, and the ``traces`` in it."""

    name: str
    text: str = ""
    traces: Traces = Traces()


class FoundStamp(Struct, frozen=True):
    """The ``level`` of the first stamp of secrecy, and the ``part`` that bears it; both empty where there is none."""

    level: str = ""
    part: str = ""


class Budget:
    """How many bytes and parts a document may still unfold into."""

    def __init__(self, size: int = 1 << 28, parts: int = 10_000) -> None:
        self._size, self._parts = size, parts

    def take(self, size: int) -> None:
        """Uses up ``size`` bytes. Raises :class:`TooMuch`."""
        self._size -= size
        if self._size < 0:
            raise TooMuch

    def take_part(self) -> None:
        """Uses up a part. Raises :class:`TooMuch`."""
        self._parts -= 1
        if self._parts < 0:
            raise TooMuch


def looked_through(parts: Iterable[Part]) -> tuple[FoundStamp, Traces]:
    """What is found in all ``parts`` together."""
    stamped, traces = FoundStamp(), Traces()
    for part in parts:
        traces = traces.with_those_of(part.traces)
        stamp = None if stamped.level else _stamp_of(part)
        if stamp:
            stamped = FoundStamp(stamp.level, shown(part.name))
    return stamped, traces


def _stamp_of(part: Part) -> Stamp | None:
    text = unicodedata.normalize("NFC", part.text)
    name = unicodedata.normalize("NFC", part.name.rpartition("/")[2].rpartition(".")[0])
    return find_stamp(text) or find_legacy_stamp(text) or find_stamp_in_name(name)
