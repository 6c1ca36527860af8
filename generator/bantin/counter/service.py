"""The service as a process: the application, and what it does at intervals."""

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

_INTERVAL = 10.0  # seconds between two snapshots, and between two looks at the list of pages
_LOG = logging.getLogger("bantin.counter")


class CountingOptions(Struct, frozen=True):
    """How to count for one site.

    ``pages`` are those of the built site, ``hosts`` the names it is read at. ``snapshot`` is the file for the figures,
    ``keys`` the folder for the keys of visitor ids; without it they are lost when the process ends, and who was here
    today counts as another visitor.
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
    """An ASGI application with work at intervals; servers start and end it by the protocol ``lifespan``.

    It keeps hits at ``desk``; ``clock`` gives the seconds since 1970.
    """

    def __init__(self, counting: CountingOptions, desk: WriteQueue, clock: Callable[[], float]) -> None:
        self._pages = counting.pages
        identifier = VisitorIdMaker(counting.calendar, DayKeys(counting.keys))
        gate = Admission(self._pages, counting.peers, identifier, counting.hosts)
        self._desk = desk
        setting = ServiceSettings(counting.calendar, clock, counting.language, counting.base)
        self._application = Application(setting, self._desk, gate, self._pages)
        self._snapshot = counting.snapshot

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See the specification of ASGI."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        else:
            await self._application(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        async with self.running():
            await send({"type": "lifespan.startup.complete"})
            await receive()
        await send({"type": "lifespan.shutdown.complete"})

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """While it lasts, the work at intervals is done; at its end all is written that was to be counted."""
        await self.refresh()
        task = asyncio.create_task(self._repeat())
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            await self.refresh()
            await self._desk.close()

    async def refresh(self) -> None:
        """Looks at the list of pages again and writes the snapshot. A failure is told and ends nothing."""
        self._pages.refresh()
        try:
            # Telling the figures also forgets who is no longer online.
            figures = await self._application.stats()
            if self._snapshot:
                write_snapshot(self._snapshot, figures)
        except (OSError, StoreFailed) as error:
            _LOG.warning("the figures could not be written: %s", error)

    async def _repeat(self) -> None:
        while True:
            await asyncio.sleep(_INTERVAL)
            await self.refresh()
