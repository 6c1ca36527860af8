"""Asking other sites, as a guest does: one question at a time to each host, with a pause, and no more than it takes."""

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
_PATIENCE = 20.0  # seconds in which a server must answer
_MOST_REDIRECTS = 5
_MOST_PAGES = 3  # that a problem names
_GONE = (404, 410)
_FOR_GOOD = (301, 308)
_REDIRECTS = (*_FOR_GOOD, 302, 303, 307)
_NO_HEAD = (400, 403, 405, 406, 429, 500, 501, 503)
"""What servers answer that do not know HEAD, or do not want it: they are asked again with GET."""


class LinkCheckOptions(Struct, frozen=True):
    """How to ask: with so many seconds between two questions to one host, and whether hosts may be private."""

    pause: float = 1.0
    allow_private: bool = False


class LinkReport(Struct, frozen=True):
    """How many links were asked for, and what is wrong with some."""

    links: int
    problems: tuple[Problem, ...]


class _NotPublic(Exception):
    """A host that readers cannot reach."""


def check_links(links: Mapping[str, Sequence[str]], manner: LinkCheckOptions) -> LinkReport:
    """Asks for each of ``links``, an address each with the pages that have it."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in links:
        by_host[urlsplit(url).netloc].append(url)
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        found = pool.map(lambda urls: list(_check_host(urls, links, manner)), by_host.values())
        return LinkReport(len(links), tuple(problem for some in found for problem in some))


def _check_host(urls: Sequence[str], links: Mapping[str, Sequence[str]], manner: LinkCheckOptions) -> Iterator[Problem]:
    for number, url in enumerate(urls):
        if number:
            time.sleep(manner.pause)
        pages = links[url]
        more = f" (+{len(pages) - _MOST_PAGES})" if len(pages) > _MOST_PAGES else ""
        told = {"url": url, "pages": ", ".join(f"/{page}" for page in pages[:_MOST_PAGES]) + more}
        at = Location(pages[0])
        try:
            status, target = _follow(url, manner)
        except _NotPublic:
            yield problems.NOT_PUBLIC.at(at, **told)
        except (OSError, ValueError, http.client.HTTPException) as error:
            yield problems.UNREACHABLE.at(at, reason=_reason(error), **told)
        else:
            if status in _GONE:
                yield problems.GONE.at(at, status=status, **told)
            elif not 200 <= status < 300:
                yield problems.UNREACHABLE.at(at, reason=f"HTTP {status}", **told)
            elif target != url:
                yield problems.MOVED.at(at, target=target, **told)


def _follow(url: str, manner: LinkCheckOptions) -> tuple[int, str]:
    """The status in the end, and where ``url`` leads for good; a redirect for now changes nothing of that."""
    here, for_good = url, url
    settled = False
    for _ in range(_MOST_REDIRECTS + 1):
        status, location = _ask(here, manner)
        if status not in _REDIRECTS or not location:
            return status, for_good
        here = urljoin(here, location)
        settled = settled or status not in _FOR_GOOD
        if not settled:
            for_good = here
    raise ValueError(f"> {_MOST_REDIRECTS} redirects")


def _ask(url: str, manner: LinkCheckOptions) -> tuple[int, str]:
    status, location = _request("HEAD", url, manner)
    return _request("GET", url, manner) if status in _NO_HEAD else (status, location)


def _request(method: str, url: str, manner: LinkCheckOptions) -> tuple[int, str]:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(url)
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    address = _public_address(parts.hostname, port, manner)
    connection = http.client.HTTPConnection(parts.hostname, port, timeout=_PATIENCE)
    # The very address that was looked at, so that the name cannot lead elsewhere meanwhile.
    plain = socket.create_connection(address, _PATIENCE)
    try:
        context = ssl.create_default_context() if secure else None
        connection.sock = context.wrap_socket(plain, server_hostname=parts.hostname) if context else plain
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
        host = parts.netloc.rpartition("@")[2].encode("idna" if not parts.netloc.isascii() else "ascii").decode()
        agent = f"Mozilla/5.0 (compatible; bantin/{__version__}; link check)"
        connection.request(method, path + query, headers={"Host": host, "User-Agent": agent, "Accept": "*/*"})
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Location", "")
    finally:
        plain.close()
        connection.close()


def _public_address(host: str, port: int, manner: LinkCheckOptions) -> tuple[str, int]:
    found = [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not manner.allow_private and any(not ipaddress.ip_address(one.partition("%")[0]).is_global for one in found):
        raise _NotPublic(host)
    return found[0], port


def _reason(error: Exception) -> str:
    return (
        (error.strerror if isinstance(error, OSError) and error.strerror else "") or str(error) or type(error).__name__
    )
