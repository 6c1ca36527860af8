"""The counter in a process of its own, as a server would run it."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import REPOSITORY
from tests.counter.counters import BROWSER, receipt

PATIENCE = 20


class Server:
    """A counter that listens on a Unix socket."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.place = folder / "socket"
        self.log = folder / "log.txt"
        receipt(folder)
        command = [sys.executable, "-m", "tests.counter.process", str(folder), *options]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=REPOSITORY)
        self._wait()

    def ask(self, request: bytes) -> bytes:
        """The complete response to a request."""
        with self.connect() as connection:
            connection.sendall(request)
            return read_reply(connection)

    def hit(self, address: str = "198.51.100.1", page: str = "/") -> bytes:
        return self.ask(hit(address, page))

    def today(self) -> int:
        body = self.ask(b"GET /_c/stats.json HTTP/1.1\r\nHost: x\r\n\r\n").partition(b"\r\n\r\n")[2]
        return int(json.loads(body)["today"])

    def connect(self) -> socket.socket:
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(PATIENCE)
        try:
            connection.connect(str(self.place))
        except OSError:
            connection.close()
            raise
        return connection

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                self.connect().close()
            except OSError:
                time.sleep(0.02)
            else:
                return
        raise AssertionError(self.log.read_text())


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[Server]:
    server = Server(folder, *options)
    try:
        yield server
    finally:
        server.process.terminate()
        server.process.wait(PATIENCE)


def hit(address: str, page: str = "/") -> bytes:
    head = f"POST /_c/hit?p={page} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: {address}\r\nUser-Agent: {BROWSER}\r\n\r\n"
    return head.encode()


def read_reply(connection: socket.socket) -> bytes:
    """Reads a response; if the connection is closed early, returns what was received."""
    reply = b""
    while piece := connection.recv(65_536):
        reply += piece
        head, end, body = reply.partition(b"\r\n\r\n")
        length = next(
            (int(line[16:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
        )
        if end and len(body) >= length:
            break
    return reply
