"""Examines documents in another process, which can be killed and returns only its findings."""

from collections.abc import Sequence
from types import TracebackType
from typing import Self

import msgspec

from bantin.content.documents.messages import Examination, ExaminationRequest, Outcome
from bantin.runtime.confined.process import ConfinedProcess, Limits

_MODULE = "bantin.content.documents.sandbox"
# Far more than any examination takes. A compromised process could claim any size.
_LARGEST_REPLY = 1 << 24


LIMITS = Limits()
"""Enough for a thousand pages of text."""


class Examiner:
    """Examines documents one after another, and their signatures against ``roots``, certificates in DER.

    A context manager. The process is started for the first document, and again after one that exceeded the limits.
    """

    def __init__(self, roots: Sequence[bytes], limits: Limits = LIMITS) -> None:
        self._request = msgspec.msgpack.encode(ExaminationRequest(limits.seconds, limits.memory, tuple(roots)))
        self._patience = limits.patience
        self._process: ConfinedProcess | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self._end()

    def examine(self, data: bytes) -> Examination:
        """Examines the document ``data``; returns in bounded time, whatever the bytes are."""
        if self._process is None:
            self._process = ConfinedProcess(_MODULE, self._request, _LARGEST_REPLY)
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
