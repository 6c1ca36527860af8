"""The parent's side of a confined process, which replies in bounded time or is killed."""

import contextlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import IO, cast

from msgspec import Struct

from bantin.runtime.confined.messages import receive, send

# -P: nothing is imported from the working directory; -B: no bytecode is written.
_PYTHON = (sys.executable, "-P", "-B", "-m")


class Limits(Struct, frozen=True):
    """Limits for answering one question: ``seconds`` of processor time, and ``memory`` in bytes.

    ``patience`` is the limit of elapsed time in seconds, which is higher since a machine may be busy.
    """

    seconds: int = 60
    memory: int = 1 << 30
    patience: float = 300.0


class ConfinedProcess:
    """A running ``python -m module``, and the thread that waits for its replies.

    ``request`` is sent once, before the first question. Replies of more than ``largest_reply`` bytes are refused.
    """

    def __init__(self, module: str, request: bytes, largest_reply: int) -> None:
        pipe = subprocess.PIPE
        self._popen = subprocess.Popen((*_PYTHON, module), stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603
        self._requests, self._replies = cast("IO[bytes]", self._popen.stdin), cast("IO[bytes]", self._popen.stdout)
        self._waiting = ThreadPoolExecutor(1)
        self._request: bytes | None = request
        self._largest_reply = largest_reply

    def ask(self, data: bytes, patience: float) -> bytes:
        """Sends a question and returns the reply; waits at most ``patience`` seconds.

        Raises ``TimeoutError`` if none comes in time, ``EOFError`` or ``OSError`` if the process has ended.
        """
        return self._waiting.submit(self._exchange, data).result(patience)

    def _exchange(self, data: bytes) -> bytes:
        if self._request is not None:
            send(self._requests, self._request)
            self._request = None
        send(self._requests, data)
        return receive(self._replies, self._largest_reply)

    def end(self) -> None:
        """Kills the process."""
        self._popen.kill()
        self._popen.wait()
        self._waiting.shutdown()
        for pipe in (self._requests, self._replies):
            with contextlib.suppress(OSError):
                pipe.close()
