"""Replies of the service: status, headers and body."""

import hashlib

import msgspec
from msgspec import Struct

from bantin.counter.calendar import Calendar
from bantin.counter.hit import Figures

_SHORT_LIVED = b"max-age=15, stale-while-revalidate=60"
_DOT = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
_SVG = (b"content-type", b"image/svg+xml")
_JSON = (b"content-type", b"application/json")
_NO_STORE = (b"cache-control", b"no-store")
Headers = tuple[tuple[bytes, bytes], ...]


class Reply(Struct, frozen=True):
    """A reply of HTTP."""

    status: int
    headers: Headers = (_NO_STORE,)
    body: bytes = b""


def counted(reason: str = "") -> Reply:
    """The reply to a hit that was counted, or that was not because of ``reason``."""
    return Reply(204, (_NO_STORE, (b"x-counted", f"0; {reason}".encode() if reason else b"1")))


def dot() -> Reply:
    """The image that counts readers without JavaScript."""
    return Reply(200, (_SVG, _NO_STORE), _DOT)


def refused(status: int, why: str, *headers: tuple[bytes, bytes]) -> Reply:
    """The reply to a request that is refused, with the reason in plain text."""
    return Reply(status, ((b"content-type", b"text/plain; charset=utf-8"), _NO_STORE, *headers), f"{why}\n".encode())


def busy() -> Reply:
    """The reply to a hit that could not be stored; it may be sent again."""
    return refused(503, "not counted: try again", (b"retry-after", b"5"))


def figures_bytes(figures: Figures, at: int, calendar: Calendar) -> bytes:
    """The figures as JSON for the widget."""
    document = {
        "v": 1,
        "at": calendar.iso(at),
        "unit": "visits",
        "online": figures.online,
        "today": figures.today,
        "week": figures.week,
        "month": figures.month,
        "total": figures.total,
    }
    return msgspec.json.encode(document) + b"\n"


def json_reply(body: bytes, known: bytes) -> Reply:
    """``body``, or 304 if the reader has it: ``known`` is the ``If-None-Match`` header of the request."""
    tag = b'"' + hashlib.blake2b(body, digest_size=8).hexdigest().encode() + b'"'
    headers: Headers = (_JSON, (b"cache-control", _SHORT_LIVED), (b"etag", tag))
    return Reply(304, headers) if tag in known else Reply(200, headers, body)


def svg_reply(body: str) -> Reply:
    """An image that may be cached for a short time."""
    return Reply(200, (_SVG, (b"cache-control", _SHORT_LIVED)), body.encode())


def text_reply(body: str) -> Reply:
    """Plain text for the operator of the service."""
    return Reply(200, ((b"content-type", b"text/plain; version=0.0.4; charset=utf-8"), _NO_STORE), body.encode())
