"""The ASGI application (version 3) of the counter; written without a framework, to keep hits fast."""

import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from msgspec import Struct

from bantin.counter import replies
from bantin.counter.admission import Admission, AdmittedHit
from bantin.counter.calendar import Calendar
from bantin.counter.panel import panel
from bantin.counter.peers import LOOPBACK, read_address
from bantin.counter.replies import Reply
from bantin.counter.request import LONGEST_TARGET, Request, Scope
from bantin.counter.site import Pages
from bantin.counter.store import StoreFailed
from bantin.counter.write_queue import WriteQueue
from bantin.domain.problems import Language

Receive = Callable[[], Awaitable[Any]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
_MOST_PAGES = 50
_LOG = logging.getLogger("bantin.counter")


class ServiceSettings(Struct, frozen=True):
    """The base path of the service, the calendar and language of its figures, and its clock.

    ``clock`` returns the seconds since 1970.
    """

    calendar: Calendar
    clock: Callable[[], float]
    language: Language = "vi"
    base: str = "/_c"


class Application:
    """Handles requests. Hits that ``admission`` admits are written to ``queue``."""

    def __init__(self, settings: ServiceSettings, queue: WriteQueue, admission: Admission, pages: Pages) -> None:
        self._settings = settings
        self._queue = queue
        self._admission = admission
        self._pages = pages
        self._replies: Counter[tuple[str, int]] = Counter()
        base = settings.base.encode()
        self._routes: dict[bytes, tuple[str, Callable[[Request], Awaitable[Reply]]]] = {
            base + b"/hit": ("POST", self._hit),
            base + b"/p.svg": ("GET", self._dot),
            base + b"/stats.json": ("GET", self._stats),
            base + b"/pages.json": ("GET", self._views),
            base + b"/panel.svg": ("GET", self._panel),
            base + b"/healthz": ("GET", self._health),
            base + b"/metrics": ("GET", self._metrics),
        }

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        """See the specification of ASGI."""
        if scope["type"] != "http":
            return
        try:
            reply = await self._reply(Request.of(scope))
        except Exception as error:  # noqa: BLE001 - logged by name only: a traceback may contain data of the visitor
            _LOG.error("a request was not answered: %s", type(error).__name__)
            reply = replies.busy()
        headers = [*reply.headers, (b"content-length", str(len(reply.body)).encode())]
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else reply.body})

    async def _reply(self, request: Request) -> Reply:
        if request.has_body:
            # The unread body must not be parsed as another request, so the connection ends.
            return replies.refused(413, "a hit has no body", (b"connection", b"close"))
        route = self._routes.get(request.path)
        if len(request.path) + len(request.query) > LONGEST_TARGET:
            return replies.refused(414, "the address is too long")
        if route is None:
            return replies.refused(404, "there is nothing here")
        method, handler = route
        if request.method != method and (method, request.method) != ("GET", "HEAD"):
            return replies.refused(405, f"only {method}", (b"allow", method.encode()))
        reply = await handler(request)
        self._replies[request.path.rpartition(b"/")[2].decode(), reply.status] += 1
        return reply

    async def _hit(self, request: Request) -> Reply:
        try:
            admitted = self._admission.admit(request, self._settings.clock())
        except OSError:
            # The key for visitor ids can be neither read nor created.
            return replies.busy()
        if isinstance(admitted, Reply):
            return admitted
        return await self._count(admitted)

    async def _dot(self, request: Request) -> Reply:
        if request.method == "HEAD":
            # A HEAD request is not a view.
            return replies.dot()
        reply = await self._hit(request)
        return replies.dot() if reply.status == 204 else reply

    async def _count(self, admitted: AdmittedHit) -> Reply:
        try:
            await self._queue.count(admitted.hit)
        except StoreFailed:
            self._admission.release(admitted)
            return replies.busy()
        return replies.counted("bot" if admitted.hit.bot else "")

    async def _stats(self, request: Request) -> Reply:
        try:
            body = await self.stats()
        except StoreFailed:
            return replies.busy()
        return replies.json_reply(body, request.header(b"if-none-match"))

    async def stats(self) -> bytes:
        """The present figures as JSON for the widget. Raises ``StoreFailed``."""
        at = int(self._settings.clock())
        return replies.figures_bytes(await self._queue.figures(at), at, self._settings.calendar)

    async def _views(self, request: Request) -> Reply:
        written = request.parameters(b"p")
        if not 0 < len(written) <= _MOST_PAGES:
            return replies.refused(400, f"name 1 to {_MOST_PAGES} pages: ?p=/path/")
        try:
            pages = [page for page in map(self._pages.page, written) if page is not None]
            views = await self._queue.pages(pages)
        except ValueError:
            return replies.refused(400, "that is no path")
        except StoreFailed:
            return replies.busy()
        return replies.json_reply(msgspec.json.encode({"v": 1, "pages": dict(views)}), b"")

    async def _panel(self, _request: Request) -> Reply:
        try:
            figures = await self._queue.figures(int(self._settings.clock()))
        except StoreFailed:
            return replies.busy()
        return replies.svg_reply(panel(figures, self._settings.language))

    async def _health(self, request: Request) -> Reply:
        if not _is_local(request):
            return replies.refused(404, "there is nothing here")
        try:
            await self._queue.figures(int(self._settings.clock()))
        except StoreFailed:
            return replies.busy()
        return replies.text_reply("ok\n")

    async def _metrics(self, request: Request) -> Reply:
        """The number of replies since the service started, in the text format of Prometheus."""
        if not _is_local(request):
            return replies.refused(404, "there is nothing here")
        lines = ["# HELP bantin_replies_total Replies by address and status.", "# TYPE bantin_replies_total counter"]
        lines += [
            f'bantin_replies_total{{address="{name}",status="{status}"}} {number}'
            for (name, status), number in sorted(self._replies.items())
        ]
        return replies.text_reply("\n".join(lines) + "\n")


def _is_local(request: Request) -> bool:
    """Whether a request comes from this machine, and not through a proxy on behalf of a reader."""
    forwarded = any(request.all(b"x-forwarded-for")) or any(request.all(b"forwarded"))
    return not forwarded and (request.peer is None or _is_loopback(request.peer))


def _is_loopback(peer: str) -> bool:
    address = read_address(peer)
    return address is not None and any(address in network for network in LOOPBACK)
