"""The server of the service: uvicorn, which leaves to the application what HTTP does not settle."""

import asyncio
import gc
import os
import socket
import stat
import sys
from contextlib import suppress
from pathlib import Path

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from generator.counter.service import Service

_LARGEST_HEAD = 16_384  # bytes before a request is known; nginx takes no more than 32 KB, browsers send less than 4
_SLOWEST_HEAD = 10.0  # seconds
_FOR_GROUP = 0o660
_SWITCH = 0.0005  # seconds


class _Guarded(HttpToolsProtocol):
    """Lets go of clients whose requests have no end: uvicorn would wait and remember for ever."""

    _size = 0
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        super().connection_made(transport)
        self._deadline = self.loop.call_later(_SLOWEST_HEAD, self._refuse)

    def connection_lost(self, exc: Exception | None) -> None:
        self._known()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        self._size += len(data)
        super().data_received(data)
        if self._size > _LARGEST_HEAD:
            self._refuse()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._deadline = self._deadline or self.loop.call_later(_SLOWEST_HEAD, self._refuse)

    def on_headers_complete(self) -> None:
        self._known()
        super().on_headers_complete()

    def _known(self) -> None:
        """The head of a request has come whole, or nobody waits for it."""
        self._size = 0
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None

    def _refuse(self) -> None:
        if not self.transport.is_closing():
            self.send_400_response("The request is too long or too slow.")


def serve(service: Service, listener: socket.socket) -> None:
    """Answers at ``listener`` until the process is told to end; then everything that came is counted."""
    config = uvicorn.Config(
        service,
        http=_Guarded,
        ws="none",
        lifespan="on",
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
    uvicorn.Server(config).run([listener])


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
