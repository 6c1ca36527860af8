"""A load generator: each connection sends a request as soon as the last one is answered, and times each response."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from msgspec import Struct

AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
VISITORS, PAGES = 20_000, 1_000


class Outcome(Struct, frozen=True):
    """The result of a load: requests sent, responses by status, seconds of each response, and seconds in total."""

    sent: int
    statuses: Counter[int]
    waits: list[float]
    seconds: float

    @property
    def acknowledged(self) -> int:
        """The number of acknowledged hits."""
        return self.statuses[204]

    @property
    def rate(self) -> float:
        """Acknowledged hits per second."""
        return self.acknowledged / self.seconds

    @property
    def p99(self) -> float:
        """The 99th percentile of response times in milliseconds."""
        waits = sorted(self.waits)
        return 1000 * waits[int(0.99 * (len(waits) - 1))]


def hits(begin: int = 0) -> Iterator[bytes]:
    """Yields hits endlessly, as a proxy passes them on, from changing visitors and for changing pages."""
    number = begin
    while True:
        visitor, page = number % VISITORS, number // 7 % PAGES
        yield hit(f"10.{visitor >> 16}.{visitor >> 8 & 255}.{visitor & 255}", page)
        number += 1


def hit(address: str, page: int) -> bytes:
    """Returns the request for a view of page number ``page`` by the reader at ``address``."""
    head = f"POST /_c/hit?p=/p/{page}/ HTTP/1.1\r\nHost: bantin.example\r\nX-Forwarded-For: {address}\r\n"
    return f"{head}User-Agent: {AGENT}\r\n\r\n".encode()


class _Client(asyncio.Protocol):
    def __init__(self, requests: Iterator[bytes], done: asyncio.Future[None]) -> None:
        self.requests, self.done = requests, done
        self.sent = 0
        self.statuses: Counter[int] = Counter()
        self.waits: list[float] = []
        self.ending = False
        self.reply = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # Connected sockets have a transport that can write.
        self.transport = cast("asyncio.WriteTransport", transport)
        self.send()

    def send(self) -> None:
        self.sent += 1
        self.began = time.perf_counter()
        self.transport.write(next(self.requests))

    def data_received(self, data: bytes) -> None:
        self.reply += data
        head, end, body = self.reply.partition(b"\r\n\r\n")
        length = head.partition(b"content-length: ")[2].partition(b"\r\n")[0] or b"0"
        if not end or len(body) < int(length):
            return
        self.waits.append(time.perf_counter() - self.began)
        self.statuses[int(head[9:12])] += 1
        self.reply = b""
        if self.ending:
            self.transport.close()
        else:
            self.send()

    def connection_lost(self, _error: Exception | None) -> None:
        if not self.done.done():
            self.done.set_result(None)


async def load(place: Path, requests: Iterator[bytes], connections: int, seconds: float) -> Outcome:
    """Sends ``requests`` to the Unix socket ``place`` for ``seconds``, or until all connections are closed."""
    loop = asyncio.get_running_loop()
    clients = [_Client(requests, loop.create_future()) for _ in range(connections)]
    began = time.perf_counter()
    await asyncio.gather(*(loop.create_unix_connection(lambda one=one: one, str(place)) for one in clients))  # type: ignore[misc]
    await asyncio.wait([one.done for one in clients], timeout=seconds)
    for one in clients:
        one.ending = True
    await asyncio.wait([one.done for one in clients], timeout=30)
    took = time.perf_counter() - began
    statuses = sum((one.statuses for one in clients), Counter[int]())
    return Outcome(sum(one.sent for one in clients), statuses, [wait for one in clients for wait in one.waits], took)
