"""Having documents read by another process, which can be ended: only what was found in them reaches this one."""

import contextlib
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import IO, Self, cast

import msgspec
from msgspec import Struct

from bantin.content.documents.messages import Examination, ExaminationRequest, Outcome, receive, send

# The folder that the command was given in is no place to import from, and nothing is to be written.
_PROGRAM = (sys.executable, "-P", "-B", "-m", "bantin.content.documents.sandbox")
# What is found in a document takes less. A process that one has taken over could ask for room for anything.
_LARGEST_REPLY = 1 << 24


class Limits(Struct, frozen=True):
    """What reading one document may take: ``seconds`` of processor time, and ``memory`` in bytes.

    ``patience`` is how many seconds may pass by the clock: more, since a machine may have much else to do.
    """

    seconds: int = 60
    memory: int = 1 << 30
    patience: float = 300.0


LIMITS = Limits()
"""Room for a thousand pages of text."""


class Examiner:
    """Examines documents one after another, and their signatures against ``roots``, certificates in DER.

    It is used in a ``with`` block. The process is started for the first one, and anew after one that was too much.
    """

    def __init__(self, roots: Sequence[bytes], limits: Limits = LIMITS) -> None:
        self._order = msgspec.msgpack.encode(ExaminationRequest(limits.seconds, limits.memory, tuple(roots)))
        self._patience = limits.patience
        self._process: _Process | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self._end()

    def examine(self, data: bytes) -> Examination:
        """What is in the document ``data``: an answer in bounded time, whatever that is."""
        if self._process is None:
            self._process = _Process(self._order)
        try:
            found = msgspec.msgpack.decode(self._process.ask(data, self._patience), type=Examination)
        except (EOFError, OSError, TimeoutError, msgspec.MsgspecError):
            found = Examination(Outcome.COSTLY)
        if found.outcome is Outcome.COSTLY:
            self._end()
        return found

    def _end(self) -> None:
        if self._process:
            self._process.end()
        self._process = None


class _Process:
    """The process, while it runs, and the thread that waits for it."""

    def __init__(self, order: bytes) -> None:
        pipe = subprocess.PIPE
        self._popen = subprocess.Popen(_PROGRAM, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
        self._requests, self._replies = cast("IO[bytes]", self._popen.stdin), cast("IO[bytes]", self._popen.stdout)
        self._waiting = ThreadPoolExecutor(1)
        self._order: bytes | None = order

    def ask(self, data: bytes, patience: float) -> bytes:
        """Its reply. Raises ``TimeoutError`` when it does not come, ``EOFError`` or ``OSError`` when it never will."""
        return self._waiting.submit(self._exchange, data).result(patience)

    def _exchange(self, data: bytes) -> bytes:
        if self._order is not None:
            send(self._requests, self._order)
            self._order = None
        send(self._requests, data)
        return receive(self._replies, _LARGEST_REPLY)

    def end(self) -> None:
        self._popen.kill()
        self._popen.wait()
        self._waiting.shutdown()
        for pipe in (self._requests, self._replies):
            with contextlib.suppress(OSError):
                pipe.close()
