"""Parses lines of access logs: the “combined” format of nginx and Apache, and the JSON of Caddy."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

import msgspec
from msgspec import Raw, Struct

_QUOTED = rb'"([^"\\]*(?:\\.[^"\\]*)*)"'
_COMBINED = re.compile(rb"(.*?) " + _QUOTED + rb" ([0-9]{3}) \S+ " + _QUOTED + b" " + _QUOTED)
_PARTS = 7  # of a line without escapes, cut at its quotes
_MONTHS = {
    month: number for number, month in enumerate(b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1)
}


class LogLine(Struct, frozen=True, gc=False):
    """A line of a log, split but not decoded: one is created per line, and few are evaluated further.

    ``request`` is ``GET /path HTTP/1.1``; ``head`` begins with the address and ends with the time, in brackets. It is
    ``early`` if a browser prefetched the page, ``private`` if the reader does not want to be tracked. Both are known
    from request headers, which the combined format does not contain.
    """

    request: bytes
    status: bytes
    agent: bytes
    head: bytes
    early: bool = False
    private: bool = False

    @property
    def address(self) -> bytes:
        """The address of the client."""
        return self.head.partition(b" ")[0]

    @property
    def time(self) -> bytes:
        """The time of the request, for :func:`instant`."""
        return self.head.rpartition(b"[")[2].partition(b"]")[0]


def parse_line(line: bytes) -> LogLine | None:
    """Splits a line of a log; ``None`` if it is in neither format."""
    parts = line.split(b'"')
    if len(parts) == _PARTS:
        head, request, answer, _referrer, _space, agent, _end = parts
        return LogLine(request, answer[1:4], agent, head)
    if line.startswith(b"{"):
        return _caddy(line)
    found = _COMBINED.match(line)
    return LogLine(found[2], found[3], found[5], found[1]) if found else None


def instant(time: bytes) -> int:
    """Converts the time of a line to seconds since 1970. Raises ``ValueError``.

    The combined format has ``24/Nov/2021:22:26:00 +0700``, Caddy a number or an RFC 3339 string.
    """
    if len(time) == 26 and time[2:3] == b"/":
        return _minute(time[:17], time[21:]) + int(time[18:20])
    if time.startswith(b'"'):
        moment = datetime.fromisoformat(time[1:-1].decode())
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    return int(float(time))


@lru_cache(maxsize=1_024)
def _minute(time: bytes, offset: bytes) -> int:
    """The instant of a minute, ``24/Nov/2021:22:26`` at ``+0700``. Cached: consecutive lines share a minute."""
    month = _MONTHS.get(time[3:6])
    if month is None or offset[:1] not in (b"+", b"-"):
        raise ValueError(time)
    ahead = timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5]))
    zone = timezone(-ahead if offset[:1] == b"-" else ahead)
    return int(
        datetime(int(time[7:11]), month, int(time[:2]), int(time[12:14]), int(time[15:17]), 0, 0, zone).timestamp()
    )


class _CaddyRequest(Struct):
    method: str
    uri: str
    remote_ip: str = ""
    client_ip: str = ""
    headers: dict[str, list[str]] = {}


class _CaddyLine(Struct):
    ts: Raw
    status: int
    request: _CaddyRequest


_CADDY = msgspec.json.Decoder(_CaddyLine)


def _caddy(line: bytes) -> LogLine | None:
    """A line of Caddy. ``client_ip`` is the client behind trusted proxies (since 2.7), ``remote_ip`` the last hop."""
    try:
        found = _CADDY.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    request = found.request
    headers = {name.lower(): ",".join(values) for name, values in request.headers.items()}
    agent = headers.get("user-agent", "")
    early = any("prefetch" in headers.get(name, "").lower() for name in ("sec-purpose", "purpose"))
    private = any(headers.get(name) == "1" for name in ("dnt", "sec-gpc"))
    address = request.client_ip or request.remote_ip
    request_line = f"{request.method} {request.uri} HTTP".encode(errors="replace")
    head = b"%s [%s]" % (address.encode(), bytes(found.ts))
    return LogLine(request_line, str(found.status).encode(), agent.encode(errors="replace"), head, early, private)
