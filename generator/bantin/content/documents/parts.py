"""The parts of a document, with their text and the traces of editing. Runs only in the sandbox."""

import unicodedata
from collections.abc import Iterable

from msgspec import Struct

from bantin.content.documents.messages import Traces, shown
from bantin.domain.text.secrecy_stamps import Stamp, find_legacy_stamp, find_stamp, find_stamp_in_name


class TooLarge(Exception):
    """The unpacked document is larger than any document should be."""


class Encrypted(Exception):
    """Opening the document takes a password, or a cipher that is not installed."""


class Part(Struct, frozen=True):
    """A part of a document: its ``name``, its ``text`` line by line, and the ``traces`` in it."""

    name: str
    text: str = ""
    traces: Traces = Traces()


class FoundStamp(Struct, frozen=True):
    """The ``level`` of the first secrecy stamp, and the name of the ``part`` with it; both empty if there is none."""

    level: str = ""
    part: str = ""


class Budget:
    """The number of bytes and parts that may still be unpacked from a document."""

    def __init__(self, size: int = 1 << 28, parts: int = 10_000) -> None:
        self._size, self._parts = size, parts

    def take(self, size: int) -> None:
        """Uses up ``size`` bytes. Raises :class:`TooLarge`."""
        self._size -= size
        if self._size < 0:
            raise TooLarge

    def take_part(self) -> None:
        """Uses up a part. Raises :class:`TooLarge`."""
        self._parts -= 1
        if self._parts < 0:
            raise TooLarge


def examine_parts(parts: Iterable[Part]) -> tuple[FoundStamp, Traces]:
    """Finds the first secrecy stamp in ``parts``, and sums up their traces."""
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
