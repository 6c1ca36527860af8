"""The server of the service: uvicorn, which leaves to the application what HTTP does not settle."""

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

_LARGEST_HEAD = 16_384  # bytes before a request is known; nginx takes no more than 32 KB, browsers send less than 4
_SLOWEST_HEAD = 10.0  # seconds
_MOST_AT_ONCE = 100  # requests of one connection that wait for those before them
_TICKS = 100  # tenths of a second, in which what is sent must be read
_END = re.compile(rb"\r\n\r\n")
_END_BYTES = 3  # of an end, that may have come before the rest of it
_FOR_GROUP = 0o660
_SWITCH = 0.0005  # seconds
_PATIENCE = 2.0  # seconds
_LOG = logging.getLogger("bantin.counter")


class _Guarded(HttpToolsProtocol):
    """Lets go of clients whose requests have no end, and of those that do not read: uvicorn would wait for ever.

    The size of a head is told by its end in what comes, which is the same however that is cut.
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
        self._known()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        for piece, ends in self._heads(data):
            # What follows a head that tells of a body is passed over: it is refused, and then the connection ends.
            if self._has_body or self.transport.is_closing():
                return
            self._size += len(piece)
            if self._size > _LARGEST_HEAD:
                self._refuse()
                return
            self._watch()
            super().data_received(piece)
            self._size = 0 if ends else self._size
            if len(self.pipeline) > _MOST_AT_ONCE:
                self._refuse()

    def on_headers_complete(self) -> None:
        self._known()
        super().on_headers_complete()
        told = dict(self.headers)
        self._has_body = told.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in told

    def let_go(self) -> None:
        """Called at intervals: ends the connection if what was sent at the last one is not read yet."""
        is_left = bool(self.transport.get_write_buffer_size())
        if is_left and self._unread:
            self.transport.abort()
        self._unread = is_left

    def _heads(self, data: bytes) -> list[tuple[bytes, bool]]:
        """``data`` cut behind each head that ends in it, however it comes in pieces; and whether one ends there."""
        before = len(self._tail)
        known = self._tail + data
        ends = [found.end() for found in _END.finditer(known)]
        cuts = [before, *ends, len(known)]
        self._tail = known[ends[-1] if ends else 0 :][-_END_BYTES:]
        pieces = [(known[start:end], end in ends) for start, end in pairwise(cuts)]
        return [(piece, is_end) for piece, is_end in pieces if piece]

    def _watch(self) -> None:
        self._deadline = self._deadline or self.loop.call_later(_SLOWEST_HEAD, self._refuse)

    def _known(self) -> None:
        """The head of a request has come whole, or nobody waits for it."""
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None

    def _refuse(self) -> None:
        if not self.transport.is_closing():
            self.send_400_response("The request is too long or too slow.")


class _Server(uvicorn.Server):
    """Looks at intervals whether clients read what they are sent, and does not wait for them at its end."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        asyncio.get_running_loop().set_exception_handler(_tell)
        await super().startup(sockets)

    async def on_tick(self, counter: int) -> bool:
        if counter % _TICKS == 0:
            self._let_go()
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for times in (1, 2):
            asyncio.get_running_loop().call_later(times * _PATIENCE, self._let_go)
        await super().shutdown(sockets)

    def _let_go(self) -> None:
        for connection in list(self.server_state.connections):
            if isinstance(connection, _Guarded):
                connection.let_go()


class _InALine(logging.Formatter):
    """Tells an exception by its name: where it came from is no use to whoever runs a counter."""

    def formatException(self, ei: tuple[object, ...]) -> str:  # noqa: N802 - as in logging
        return f"{type(ei[1]).__name__}"


def _tell(_loop: object, context: Mapping[str, Any]) -> None:
    _LOG.error("%s", context.get("message"), exc_info=context.get("exception"))


def serve(service: Service, listener: socket.socket) -> None:
    """Answers at ``listener`` until the process is told to end; then everything that came is counted."""
    told = logging.StreamHandler()
    told.setFormatter(_InALine("%(levelname)s: %(message)s"))
    logging.basicConfig(handlers=[told], force=True)
    config = uvicorn.Config(
        service,
        http=_Guarded,
        ws="none",
        lifespan="on",
        log_config=None,
        # Requests are not logged: their addresses would outlive them.
        access_log=False,
        log_level="warning",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=10,
    )
    # Who writes a group would else keep the interpreter from who answers for up to 5 ms, longer than a write takes.
    sys.setswitchinterval(_SWITCH)
    # What has been loaded stays: the garbage collector need not look through it while readers wait.
    gc.freeze()
    _Server(config).run([listener])


def listen(address: str) -> socket.socket:
    """A socket at ``host:port``, ``[host]:port`` or ``unix:path``; the latter is open to the group of the process.

    Raises ``ValueError`` for another form and ``OSError`` for an address that is not to be had.
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
    # What an earlier run left, but nothing else.
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
    with socket.socket(socket.AF_UNIX) as asked:
        return asked.connect_ex(str(path)) == 0
