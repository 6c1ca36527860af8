"""Telling hubs that feeds have changed (WebSub, https://www.w3.org/TR/websub/): they tell whoever follows them."""

from collections.abc import Iterator, Sequence
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from bantin import __version__
from bantin.content.files import SITE
from bantin.deploy import problems
from bantin.deploy.changes import Changes
from bantin.domain.problems import Location, Problem

_FEEDS = ("atom.xml", "rss.xml", "feed.json")
_PATIENCE = 20.0  # seconds


class _PostedAgain(HTTPRedirectHandler):
    """Follows a hub that has moved with the very request that it was sent, whichever redirect it answers.

    The library makes a ``GET`` without a body of it, as browsers do, and a hub that gets one is told nothing.
    """

    def redirect_request(  # noqa: PLR0917 - urllib's interface
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            return super().redirect_request(req, fp, code, msg, headers, newurl)
        return Request(newurl, req.data, dict(req.header_items()))  # noqa: S310 - its scheme was looked at


def ping(hubs: Sequence[str], base_url: str, changes: Changes) -> Iterator[Problem]:
    """Tells each of ``hubs`` of the feeds that ``changes`` have made anew on the site at ``base_url``.

    A hub that cannot be told is a warning: the site is public by then.
    """
    feeds = [base_url + path for path in changes.sent if path.rpartition("/")[2] in _FEEDS]
    if not feeds:
        return
    # The protocol leaves open how a publisher tells a hub; this is what hubs have asked for since PubSubHubbub.
    body = urlencode([("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)]).encode()
    for hub in hubs:
        request = Request(hub, body, {"User-Agent": f"bantin/{__version__}"})  # noqa: S310 - the schema has checked it
        try:
            build_opener(_PostedAgain).open(request, timeout=_PATIENCE).close()
        except (OSError, HTTPException) as error:
            reason = error.reason if isinstance(error, URLError) else error
            yield problems.HUB_FAILED.at(Location(SITE), hub=hub, reason=reason)
