"""Examines documents in another process, which can be killed and returns only its findings."""

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

# -P: nothing is imported from the working directory; -B: no bytecode is written.
_PROGRAM = (sys.executable, "-P", "-B", "-m", "bantin.content.documents.sandbox")
# Far more than any examination takes. A process that a document has taken over could claim any size.
_LARGEST_REPLY = 1 << 24


class Limits(Struct, frozen=True):
    """Limits for reading one document: ``seconds`` of processor time, and ``memory`` in bytes.

    ``patience`` is the limit of elapsed time in seconds, which is higher since a machine may be busy.
    """

    seconds: int = 60
    memory: int = 1 << 30
    patience: float = 300.0


LIMITS = Limits()
"""Enough for a thousand pages of text."""


class Examiner:
    """Examines documents one after another, and their signatures against ``roots``, certificates in DER.

    A context manager. The process is started for the first document, and again after one that exceeded the limits.
    """

    def __init__(self, roots: Sequence[bytes], limits: Limits = LIMITS) -> None:
        self._request = msgspec.msgpack.encode(ExaminationRequest(limits.seconds, limits.memory, tuple(roots)))
        self._patience = limits.patience
        self._process: _Process | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self._end()

    def examine(self, data: bytes) -> Examination:
        """Examines the document ``data``; returns in bounded time, whatever the bytes are."""
        if self._process is None:
            self._process = _Process(self._request)
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
    """The running process, and the thread that waits for its replies."""

    def __init__(self, request: bytes) -> None:
        pipe = subprocess.PIPE
        self._popen = subprocess.Popen(_PROGRAM, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
        self._requests, self._replies = cast("IO[bytes]", self._popen.stdin), cast("IO[bytes]", self._popen.stdout)
        self._waiting = ThreadPoolExecutor(1)
        self._request: bytes | None = request

    def ask(self, data: bytes, patience: float) -> bytes:
        """Sends a document and returns the reply.

        Raises ``TimeoutError`` if none comes in time, ``EOFError`` or ``OSError`` if the process has ended.
        """
        return self._waiting.submit(self._exchange, data).result(patience)

    def _exchange(self, data: bytes) -> bytes:
        if self._request is not None:
            send(self._requests, self._request)
            self._request = None
        send(self._requests, data)
        return receive(self._replies, _LARGEST_REPLY)

    def end(self) -> None:
        self._popen.kill()
        self._popen.wait()
        self._waiting.shutdown()
        for pipe in (self._requests, self._replies):
            with contextlib.suppress(OSError):
                pipe.close()
