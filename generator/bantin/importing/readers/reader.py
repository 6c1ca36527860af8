"""Reads the sources of an import in a confined process, which can be killed and returns only what it has read."""

from types import TracebackType
from typing import Self

import msgspec

from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.kinds import kind_of
from bantin.importing.readers.messages import Reading, Setup, Source
from bantin.runtime.confined.process import ConfinedProcess, Limits

_MODULE = "bantin.importing.readers.sandbox"
# The pictures of a Word file are part of the reply. A process that a source has taken over could claim any size.
_LARGEST_REPLY = 1 << 28
LARGEST_SOURCE = 1 << 28
"""The size of a source in bytes beyond which it is not read."""

LIMITS = Limits(seconds=60, memory=2 << 30, patience=300.0)
"""Enough for a document of a thousand pages, and for a table of 50,000 rows."""


class SourceReader:
    """Reads sources one after another, pages by the ``recipe`` as written if there is one.

    A context manager. The process is started for the first source, and again after one that exceeded the limits.
    """

    def __init__(self, recipe: bytes = b"", limits: Limits = LIMITS) -> None:
        self._setup = msgspec.msgpack.encode(Setup(limits.seconds, limits.memory, recipe))
        self._patience = limits.patience
        self._process: ConfinedProcess | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self._end()

    def read(self, data: bytes, name: str) -> Reading:
        """Reads the bytes of a source, whose kind they tell; returns in bounded time, whatever they are."""
        if len(data) > LARGEST_SOURCE:
            return Reading(refusal=Refusal.TOO_LARGE)
        try:
            return self._ask(Source(kind_of(data, name), name, data))
        except Unreadable as reason:
            return Reading(refusal=reason.refusal, detail=reason.detail)

    def _ask(self, source: Source) -> Reading:
        if self._process is None:
            self._process = ConfinedProcess(_MODULE, self._setup, _LARGEST_REPLY)
        try:
            return msgspec.msgpack.decode(
                self._process.ask(msgspec.msgpack.encode(source), self._patience), type=Reading
            )
        except (EOFError, OSError, TimeoutError, msgspec.MsgspecError):
            self._end()
            return Reading(refusal=Refusal.TOO_COSTLY)

    def _end(self) -> None:
        if self._process:
            self._process.end()
        self._process = None
