"""The service: the application with its periodic tasks."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from msgspec import Struct

from bantin.counter.admission import Admission
from bantin.counter.application import Application, Receive, Send, ServiceSettings
from bantin.counter.calendar import Calendar
from bantin.counter.peers import Peers
from bantin.counter.request import Scope
from bantin.counter.site import Pages
from bantin.counter.snapshot import write_snapshot
from bantin.counter.store import StoreFailed
from bantin.counter.visitor import DayKeys, VisitorIdMaker
from bantin.counter.write_queue import WriteQueue
from bantin.domain.problems import Language

_INTERVAL = 10.0  # seconds between two snapshots, and between two checks of the list of pages
_LOG = logging.getLogger("bantin.counter")


class CountingOptions(Struct, frozen=True):
    """The options of counting for a site.

    ``pages`` are those of the built site, ``hosts`` its host names. ``snapshot`` is the file for the figures, ``keys``
    the folder for the keys of visitor ids; without it they are lost when the process ends, and visitors who return on
    the same day count as new ones.
    """

    calendar: Calendar
    pages: Pages
    hosts: frozenset[bytes] = frozenset()
    peers: Peers = Peers()
    language: Language = "vi"
    base: str = "/_c"
    snapshot: Path | None = None
    keys: Path | None = None


class Service:
    """An ASGI application with periodic tasks, which servers start and stop with the ``lifespan`` protocol.

    Hits are written to ``queue``; ``clock`` returns the seconds since 1970.
    """

    def __init__(self, counting: CountingOptions, queue: WriteQueue, clock: Callable[[], float]) -> None:
        self._pages = counting.pages
        identifier = VisitorIdMaker(counting.calendar, DayKeys(counting.keys))
        admission = Admission(self._pages, counting.peers, identifier, counting.hosts)
        self._queue = queue
        settings = ServiceSettings(counting.calendar, clock, counting.language, counting.base)
        self._application = Application(settings, self._queue, admission, self._pages)
        self._snapshot = counting.snapshot

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the specification of ASGI."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        else:
            await self._application(scope, receive, send)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        async with self.running():
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Runs the periodic tasks while the context lasts; at its end, writes all pending hits."""
        await self.refresh()
        task = asyncio.create_task(self._repeat())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            await self.refresh()
            await self._queue.close()

    async def refresh(self) -> None:
        """Checks the list of pages for changes and writes the snapshot. A failure is logged and ignored."""
        self._pages.refresh()
        try:
            # Computing the figures also removes visitors who are no longer online.
            figures = await self._application.stats()
            if self._snapshot:
                write_snapshot(self._snapshot, figures)
        except (OSError, StoreFailed) as error:
            _LOG.warning("the figures could not be written: %s", error)

    async def _repeat(self) -> None:
        while True:
            await asyncio.sleep(_INTERVAL)
            await self.refresh()
