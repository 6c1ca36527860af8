"""Notification of WebSub hubs (https://www.w3.org/TR/websub/), which push changed feeds to their subscribers."""

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
_TIMEOUT = 20.0  # seconds


class _RepeatPost(HTTPRedirectHandler):
    """Repeats the POST request at the new address of a hub, whatever the status of the redirect.

    urllib follows redirects with a ``GET`` without a body, as browsers do, which would notify the hub of nothing.
    """

    def redirect_request(  # noqa: PLR0917 - urllib's interface
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if urlsplit(newurl).scheme not in ("http", "https"):
            return super().redirect_request(req, fp, code, msg, headers, newurl)
        return Request(newurl, req.data, dict(req.header_items()))  # noqa: S310 - the scheme is checked above


def ping(hubs: Sequence[str], base_url: str, changes: Changes) -> Iterator[Problem]:
    """Notifies each of ``hubs`` of the feeds among ``changes`` to the site at ``base_url``.

    A failed notification is a warning, not an error: the site is public by then.
    """
    feeds = [base_url + path for path in changes.sent if path.rpartition("/")[2] in _FEEDS]
    if not feeds:
        return
    # The protocol leaves open how publishers notify hubs; this is what hubs have expected since PubSubHubbub.
    body = urlencode([("hub.mode", "publish"), *(("hub.url", feed) for feed in feeds)]).encode()
    for hub in hubs:
        request = Request(hub, body, {"User-Agent": f"bantin/{__version__}"})  # noqa: S310 - the schema has checked it
        try:
            build_opener(_RepeatPost).open(request, timeout=_TIMEOUT).close()
        except (OSError, HTTPException) as error:
            reason = error.reason if isinstance(error, URLError) else error
            yield problems.HUB_FAILED.at(Location(SITE), hub=hub, reason=reason)
