"""Admission: decides which requests count, and as what."""

from msgspec import Struct

from bantin.counter import replies
from bantin.counter.bots import is_bot
from bantin.counter.hit import Hit
from bantin.counter.limits import BURST, PER_SECOND, Buckets, Recent
from bantin.counter.peers import Peers
from bantin.counter.replies import Reply
from bantin.counter.request import Request
from bantin.counter.site import Pages
from bantin.counter.visitor import VisitorIdMaker, network

_SAME_SITE = (b"", b"same-origin", b"same-site", b"none")
_REPEAT_SECONDS = 10


class AdmittedHit(Struct, frozen=True):
    """A request that counts as ``hit``. ``mark`` is the visitor and page that must not count again within seconds."""

    hit: Hit
    mark: tuple[int, str] | None


class Admission:
    """Admits or refuses requests. ``hosts`` are the hosts of the site, besides the one to which a request is sent."""

    def __init__(self, pages: Pages, peers: Peers, identifier: VisitorIdMaker, hosts: frozenset[bytes]) -> None:
        self._pages = pages
        self._peers = peers
        self._identifier = identifier
        self._hosts = hosts
        self._buckets = Buckets(BURST, PER_SECOND)
        self._recent = Recent(_REPEAT_SECONDS)

    def admit(self, request: Request, at: float) -> AdmittedHit | Reply:
        """Converts ``request`` at the time ``at`` to a hit, or returns the reply if it does not count.

        Raises ``OSError`` if the key for visitor ids cannot be read or created.
        """
        household = network(self._peers.sender(request.peer, request.all(b"x-forwarded-for")))
        if not self._buckets.take(household, at):
            return replies.refused(429, "too many requests", (b"retry-after", b"10"))
        page = self._page(request)
        if isinstance(page, Reply):
            return page
        agent = request.header(b"user-agent")
        if is_bot(agent):
            return AdmittedHit(Hit(int(at), page, bot=True), None)
        if b"1" in (request.header(b"dnt"), request.header(b"sec-gpc")):
            return AdmittedHit(Hit(int(at), page), None)
        ids = self._identifier.ids(household, agent, int(at))
        mark = (ids.visitor, page)
        if self._recent.is_repeat(mark, at):
            return replies.counted("dup")
        return AdmittedHit(Hit(int(at), page, ids.visitor, ids.before), mark)

    def release(self, admitted: AdmittedHit) -> None:
        """Allows the hit to be sent again, as it could not be stored."""
        if admitted.mark:
            self._recent.forget(admitted.mark)

    def _page(self, request: Request) -> str | Reply:
        """The page that was viewed, or the reply if none was."""
        written = request.parameters(b"p")
        if len(written) != 1:
            return replies.refused(400, "say which page, once: ?p=/path/")
        try:
            page = self._pages.page(written[0])
        except ValueError:
            return replies.refused(400, "that is no path")
        if page is None or not self._is_of_site(request):
            return replies.counted("unknown")
        if any(b"prefetch" in request.header(name) for name in (b"sec-purpose", b"purpose")):
            return replies.counted("prefetch")
        return page

    def _is_of_site(self, request: Request) -> bool:
        """Whether the request came from a page of the site, according to the headers of the browser."""
        if request.header(b"sec-fetch-site") not in _SAME_SITE:
            return False
        origin = request.header(b"origin")
        return not origin or origin.rpartition(b"//")[2] in (*self._hosts, request.header(b"host"))
