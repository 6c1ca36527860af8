"""The service: an ASGI application (version 3) of six addresses, without a framework in the way of a hit."""

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
    """Where the service answers, in which calendar and language it tells the figures, and by which clock it counts.

    ``clock`` gives the seconds since 1970.
    """

    calendar: Calendar
    clock: Callable[[], float]
    language: Language = "vi"
    base: str = "/_c"


class Application:
    """Answers requests. ``desk`` keeps what ``gate`` admits."""

    def __init__(self, setting: ServiceSettings, desk: WriteQueue, gate: Admission, pages: Pages) -> None:
        self._setting = setting
        self._desk = desk
        self._gate = gate
        self._pages = pages
        self._replies: Counter[tuple[str, int]] = Counter()
        base = setting.base.encode()
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
        except Exception as error:  # noqa: BLE001 - told in a line; where it came from would tell of who asked
            _LOG.error("a request was not answered: %s", type(error).__name__)
            reply = replies.busy()
        headers = [*reply.headers, (b"content-length", str(len(reply.body)).encode())]
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else reply.body})

    async def _reply(self, request: Request) -> Reply:
        if request.has_body:
            # What is left of a body that nobody reads must not be taken for another request.
            return replies.refused(413, "a hit has no body", (b"connection", b"close"))
        route = self._routes.get(request.path)
        if len(request.path) + len(request.query) > LONGEST_TARGET:
            return replies.refused(414, "the address is too long")
        if route is None:
            return replies.refused(404, "there is nothing here")
        method, answer = route
        if request.method != method and (method, request.method) != ("GET", "HEAD"):
            return replies.refused(405, f"only {method}", (b"allow", method.encode()))
        reply = await answer(request)
        self._replies[request.path.rpartition(b"/")[2].decode(), reply.status] += 1
        return reply

    async def _hit(self, request: Request) -> Reply:
        try:
            admitted = self._gate.admit(request, self._setting.clock())
        except OSError:
            # The key that tells visitors apart can be neither read nor made.
            return replies.busy()
        if isinstance(admitted, Reply):
            return admitted
        return await self._count(admitted)

    async def _dot(self, request: Request) -> Reply:
        if request.method == "HEAD":
            # Who asks what there would be has not looked at anything.
            return replies.dot()
        reply = await self._hit(request)
        return replies.dot() if reply.status == 204 else reply

    async def _count(self, admitted: AdmittedHit) -> Reply:
        try:
            await self._desk.count(admitted.hit)
        except StoreFailed:
            self._gate.release(admitted)
            return replies.busy()
        return replies.counted("bot" if admitted.hit.bot else "")

    async def _stats(self, request: Request) -> Reply:
        try:
            body = await self.stats()
        except StoreFailed:
            return replies.busy()
        return replies.json_reply(body, request.header(b"if-none-match"))

    async def stats(self) -> bytes:
        """The figures at this moment, as the widget reads them. Raises ``StoreFailed``."""
        at = int(self._setting.clock())
        return replies.figures_bytes(await self._desk.figures(at), at, self._setting.calendar)

    async def _views(self, request: Request) -> Reply:
        written = request.parameters(b"p")
        if not 0 < len(written) <= _MOST_PAGES:
            return replies.refused(400, f"name 1 to {_MOST_PAGES} pages: ?p=/path/")
        try:
            pages = [page for page in map(self._pages.page, written) if page is not None]
            views = await self._desk.pages(pages)
        except ValueError:
            return replies.refused(400, "that is no path")
        except StoreFailed:
            return replies.busy()
        return replies.json_reply(msgspec.json.encode({"v": 1, "pages": dict(views)}), b"")

    async def _panel(self, _request: Request) -> Reply:
        try:
            figures = await self._desk.figures(int(self._setting.clock()))
        except StoreFailed:
            return replies.busy()
        return replies.svg_reply(panel(figures, self._setting.language))

    async def _health(self, request: Request) -> Reply:
        if not _is_local(request):
            return replies.refused(404, "there is nothing here")
        try:
            await self._desk.figures(int(self._setting.clock()))
        except StoreFailed:
            return replies.busy()
        return replies.text_reply("ok\n")

    async def _metrics(self, request: Request) -> Reply:
        """What the service has done since it began, in the text format of Prometheus."""
        if not _is_local(request):
            return replies.refused(404, "there is nothing here")
        lines = ["# HELP bantin_replies_total Replies by address and status.", "# TYPE bantin_replies_total counter"]
        lines += [
            f'bantin_replies_total{{address="{name}",status="{status}"}} {number}'
            for (name, status), number in sorted(self._replies.items())
        ]
        return replies.text_reply("\n".join(lines) + "\n")


def _is_local(request: Request) -> bool:
    """Whether a request comes from this machine and through no proxy, so that no reader is behind it."""
    forwarded = any(request.all(b"x-forwarded-for")) or any(request.all(b"forwarded"))
    return not forwarded and (request.peer is None or _is_loopback(request.peer))


def _is_loopback(peer: str) -> bool:
    address = read_address(peer)
    return address is not None and any(address in network for network in LOOPBACK)
