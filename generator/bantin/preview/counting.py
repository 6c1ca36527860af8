"""The visitor counter of a preview, which counts in memory only."""

from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from tornado.web import RequestHandler

from bantin.content.discover import read
from bantin.content.files import LARGEST_TEXT, SITE
from bantin.content.settings import read_site
from bantin.counter.calendar import Calendar
from bantin.counter.hit import Start
from bantin.counter.site import Pages
from bantin.counter.sqlite import SqliteStore
from bantin.counter.write_queue import WriteQueue
from bantin.domain.model import CounterMode
from bantin.output.publish.receipt import RECEIPT
from bantin.preview.preview import Preview

if TYPE_CHECKING:
    # Needs packages of the extra ``counter``.
    from bantin.counter.service import Service


class PreviewCounter(Struct, frozen=True):
    """A counter, the path below which it answers, and the in-memory store of its figures."""

    service: "Service"
    base: str
    store: SqliteStore


def preview_counter(preview: Preview, clock: Callable[[], datetime]) -> PreviewCounter | None:
    """Creates the counter of ``preview``; ``None`` if its site has no live one, or its packages are not installed."""
    data = read(preview.root, SITE, LARGEST_TEXT).value
    site = read_site(data).value if data is not None else None
    if site is None or site.counter.mode is not CounterMode.LIVE or find_spec("crawleruseragents") is None:
        return None
    from bantin.counter.service import CountingOptions, Service

    settings = site.counter
    calendar = Calendar(site.timezone, settings.week_start)
    counting = CountingOptions(calendar, Pages(preview.folder / RECEIPT), language=site.language, base=settings.base)
    store = SqliteStore(Path(":memory:"), calendar, Start(settings.start_total, settings.start_date))
    return PreviewCounter(Service(counting, WriteQueue(store), lambda: clock().timestamp()), settings.base, store)


class CounterHandler(RequestHandler):
    """Passes requests of the preview's Tornado server on to an ASGI application."""

    def initialize(self, service: "Service") -> None:
        """Called by Tornado for each request."""
        self._service = service

    async def prepare(self) -> None:
        """Answers the request, whatever its method."""
        # The pages may have changed a moment ago.
        await self._service.refresh()
        path, _, query = (self.request.uri or "").encode("latin-1").partition(b"?")
        headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in self.request.headers.get_all()]
        scope = {
            "type": "http",
            "method": self.request.method,
            "path": self.request.path,
            "raw_path": path,
            "query_string": query,
            "headers": headers,
            "client": (self.request.remote_ip, 0),
        }
        self.clear_header("Content-Type")
        await self._service(scope, self._receive, self._send)

    async def _receive(self) -> object:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def _send(self, message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.set_status(message["status"])
            for name, value in message["headers"]:
                self.set_header(name.decode(), value.decode("latin-1"))
        else:
            await self.finish(message["body"] or None)
