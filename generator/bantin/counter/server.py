"""Runs the service with uvicorn, and adds the limits on slow and large requests that uvicorn does not have."""

import asyncio
import gc
import logging
import os
import re
import socket
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bantin.counter.service import Service

_LARGEST_HEAD = 16_384  # bytes of the head of a request; nginx takes no more than 32 KB, browsers send less than 4
_SLOWEST_HEAD = 10.0  # seconds
_MOST_PIPELINED = 100  # requests of one connection that wait for those before them
_TICKS = 100  # tenths of a second in which clients must read what they are sent
_END = re.compile(rb"\r\n\r\n")
_END_BYTES = 3  # bytes of an end that may have arrived before the rest of it
_FOR_GROUP = 0o660
_SWITCH = 0.0005  # seconds
_GRACE = 2.0  # seconds
_LOG = logging.getLogger("bantin.counter")


class _Guarded(HttpToolsProtocol):
    """Closes connections whose requests never end or whose clients do not read; uvicorn would wait for ever.

    The head of a request is measured up to the empty line after it, however the data are split into packets.
    """

    _size = 0
    _tail = b""
    _has_body = False
    _deadline: asyncio.TimerHandle | None = None
    _unread = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        super().connection_made(transport)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        for piece, ends in self._heads(data):
            # A request with a body is refused and the connection closed, so everything after its head is ignored.
            if self._has_body or self.transport.is_closing():
                return
            self._size += len(piece)
            if self._size > _LARGEST_HEAD:
                self._refuse()
                return
            self._watch()
            super().data_received(piece)
            self._size = 0 if ends else self._size
            if len(self.pipeline) > _MOST_PIPELINED:
                self._refuse()

    def on_headers_complete(self) -> None:
        self._stop_timer()
        super().on_headers_complete()
        headers = dict(self.headers)
        self._has_body = headers.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in headers

    def abort_if_unread(self) -> None:
        """Called at intervals: closes the connection if data that were unread at the last call still are."""
        is_unread = bool(self.transport.get_write_buffer_size())
        if is_unread and self._unread:
            self.transport.abort()
        self._unread = is_unread

    def _heads(self, data: bytes) -> list[tuple[bytes, bool]]:
        """Splits ``data`` after the end of each head; with each piece, whether a head ends there."""
        before = len(self._tail)
        received = self._tail + data
        ends = [found.end() for found in _END.finditer(received)]
        cuts = [before, *ends, len(received)]
        self._tail = received[ends[-1] if ends else 0 :][-_END_BYTES:]
        pieces = [(received[start:end], end in ends) for start, end in pairwise(cuts)]
        return [(piece, is_end) for piece, is_end in pieces if piece]

    def _watch(self) -> None:
        self._deadline = self._deadline or self.loop.call_later(_SLOWEST_HEAD, self._refuse)

    def _stop_timer(self) -> None:
        """Stops the timer: the head of the request is complete, or the connection is closed."""
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None

    def _refuse(self) -> None:
        if not self.transport.is_closing():
            self.send_400_response("The request is too long or too slow.")


class _Server(uvicorn.Server):
    """Checks at intervals whether clients read what they are sent, and does not wait for them at shutdown."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().set_exception_handler(_log_exception)
        await super().startup(sockets)

    async def on_tick(self, counter: int) -> bool:
        if counter % _TICKS == 0:
            self._abort_unread()
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for times in (1, 2):
            asyncio.get_running_loop().call_later(times * _GRACE, self._abort_unread)
        await super().shutdown(sockets)

    def _abort_unread(self) -> None:
        for connection in list(self.server_state.connections):
            if isinstance(connection, _Guarded):
                connection.abort_if_unread()


class _OneLineFormatter(logging.Formatter):
    """Logs the name of an exception only: a traceback does not help the operator of a counter."""

    def formatException(self, ei: tuple[object, ...]) -> str:  # noqa: N802 - as in logging
        return f"{type(ei[1]).__name__}"


def _log_exception(_loop: object, context: Mapping[str, Any]) -> None:
    _LOG.error("%s", context.get("message"), exc_info=context.get("exception"))


def serve(service: Service, listener: socket.socket) -> None:
    """Serves at ``listener`` until the process is told to stop, and counts all hits received by then."""
    handler = logging.StreamHandler()
    handler.setFormatter(_OneLineFormatter("%(levelname)s: %(message)s"))
    logging.basicConfig(handlers=[handler], force=True)
    config = uvicorn.Config(
        service,
        http=_Guarded,
        ws="none",
        lifespan="on",
        log_config=None,
        # Requests are not logged: the addresses of readers must not be stored.
        access_log=False,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )
    # By default the writing thread may hold the interpreter lock for 5 ms, longer than a write takes.
    sys.setswitchinterval(_SWITCH)
    # Modules stay loaded, so the garbage collector need not scan their objects while readers wait.
    gc.freeze()
    _Server(config).run([listener])


def listen(address: str) -> socket.socket:
    """Opens a socket at ``host:port``, ``[host]:port`` or ``unix:path``; the group of the process may use the latter.

    Raises ``ValueError`` for another format and ``OSError`` for an address that is not available.
    """
    if address.startswith("unix:"):
        return _listen_unix(Path(address.removeprefix("unix:")))
    host, colon, port = address.rpartition(":")
    if not (colon and host and port.isascii() and port.isdigit() and int(port) < 1 << 16):
        raise ValueError(address)
    host = host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, int(port)), family=family, backlog=2048)


def _listen_unix(path: Path) -> socket.socket:
    # Removes the stale socket of an earlier run, but nothing else.
    with suppress(FileNotFoundError):
        if stat.S_ISSOCK(path.stat().st_mode) and not _answers(path):
            path.unlink()
    listener = socket.socket(socket.AF_UNIX)
    try:
        listener.bind(str(path))
        os.chmod(path, _FOR_GROUP)  # noqa: PTH101 - a socket
        listener.listen(2048)
    except OSError:
        listener.close()
        raise
    return listener


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client:
        return client.connect_ex(str(path)) == 0
