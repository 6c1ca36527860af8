"""Checks external links politely: one request at a time to each host, with a pause, and no bodies are read."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote, urljoin, urlsplit

from msgspec import Struct

from bantin import __version__
from bantin.domain.problems import Location, Problem
from bantin.links import problems

_HOSTS_AT_ONCE = 8
_TIMEOUT = 20.0  # seconds in which a server must answer
_MOST_REDIRECTS = 5
_MOST_PAGES = 3  # listed in a problem
_GONE = (404, 410)
_PERMANENT = (301, 308)
_REDIRECTS = (*_PERMANENT, 302, 303, 307)
_NO_HEAD = (400, 403, 405, 406, 429, 500, 501, 503)
"""The replies of servers that do not support HEAD, or refuse it: the request is repeated with GET."""


class LinkCheckOptions(Struct, frozen=True):
    """The pause between two requests to a host, in seconds, and whether hosts in private networks are allowed."""

    pause: float = 1.0
    allow_private: bool = False


class LinkReport(Struct, frozen=True):
    """The number of links that were checked, and the problems found."""

    links: int
    problems: tuple[Problem, ...]


class _NotPublic(Exception):
    """The host is in a private network, which readers cannot reach."""


def check_links(links: Mapping[str, Sequence[str]], options: LinkCheckOptions) -> LinkReport:
    """Requests each of ``links``, which maps addresses to the pages that have them."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in links:
        by_host[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        found = pool.map(lambda urls: list(_check_host(urls, links, options)), by_host.values())
        return LinkReport(len(links), tuple(problem for some in found for problem in some))


def _check_host(
    urls: Sequence[str], links: Mapping[str, Sequence[str]], options: LinkCheckOptions
) -> Iterator[Problem]:
    for number, url in enumerate(urls):
        if number:
            time.sleep(options.pause)
        pages = links[url]
        more = f" (+{len(pages) - _MOST_PAGES})" if len(pages) > _MOST_PAGES else ""
        values = {"url": url, "pages": ", ".join(f"/{page}" for page in pages[:_MOST_PAGES]) + more}
        at = Location(pages[0])
        try:
            status, target = _follow(url, options)
        except _NotPublic:
            yield problems.NOT_PUBLIC.at(at, **values)
        except (OSError, ValueError, http.client.HTTPException) as error:
            yield problems.UNREACHABLE.at(at, reason=_reason(error), **values)
        else:
            if status in _GONE:
                yield problems.GONE.at(at, status=status, **values)
            elif not 200 <= status < 300:
                yield problems.UNREACHABLE.at(at, reason=f"HTTP {status}", **values)
            elif target != url:
                yield problems.MOVED.at(at, target=target, **values)


def _follow(url: str, options: LinkCheckOptions) -> tuple[int, str]:
    """The final status, and the address to which ``url`` has moved permanently, before any temporary redirect.

    Raises ``ValueError`` for too many redirects.
    """
    current, permanent = url, url
    is_temporary = False
    for _ in range(_MOST_REDIRECTS + 1):
        status, location = _head_or_get(current, options)
        if status not in _REDIRECTS or not location:
            return status, permanent
        current = urljoin(current, location)
        is_temporary = is_temporary or status not in _PERMANENT
        if not is_temporary:
            permanent = current
    raise ValueError(f"> {_MOST_REDIRECTS} redirects")


def _head_or_get(url: str, options: LinkCheckOptions) -> tuple[int, str]:
    status, location = _request("HEAD", url, options)
    return _request("GET", url, options) if status in _NO_HEAD else (status, location)


def _request(method: str, url: str, options: LinkCheckOptions) -> tuple[int, str]:
    """The status and the ``Location`` header of the reply."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(url)
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    address = _public_address(parts.hostname, port, options)
    connection = http.client.HTTPConnection(parts.hostname, port, timeout=_TIMEOUT)
    # Connects to the address that was checked: another look-up of the name might return a private one.
    plain = socket.create_connection(address, _TIMEOUT)
    try:
        context = ssl.create_default_context() if secure else None
        connection.sock = context.wrap_socket(plain, server_hostname=parts.hostname) if context else plain
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
        host = parts.netloc.rpartition("@")[2].encode("idna" if not parts.netloc.isascii() else "ascii").decode()
        agent = f"Mozilla/5.0 (compatible; bantin/{__version__}; link check)"
        connection.request(method, path + query, headers={"Host": host, "User-Agent": agent, "Accept": "*/*"})
        response = connection.getresponse()
        return response.status, response.headers.get("Location", "")
    finally:
        plain.close()
        connection.close()


def _public_address(host: str, port: int, options: LinkCheckOptions) -> tuple[str, int]:
    """An address of ``host``. Raises ``_NotPublic`` if one of its addresses is private and that is not allowed."""
    found = [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not options.allow_private and any(not ipaddress.ip_address(one.partition("%")[0]).is_global for one in found):
        raise _NotPublic(host)
    return found[0], port


def _reason(error: Exception) -> str:
    return (
        (error.strerror if isinstance(error, OSError) and error.strerror else "") or str(error) or type(error).__name__
    )
