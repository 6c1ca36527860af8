"""Verification of a site on the web."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from threading import Thread
from typing import IO, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from msgspec import Struct

from bantin import __version__
from bantin.domain.problems import Checked, Location, Problem
from bantin.output.publish.receipt import RECEIPT, FileSum
from bantin.output.serving.rules import is_hidden
from bantin.output.verify import problems
from bantin.output.verify.verification import LARGEST_RECEIPT
from bantin.runtime.workers import batches

T = TypeVar("T")

_AT_ONCE = 4  # parallel requests: few enough to be no burden to the server
_TIMEOUT = 30.0  # seconds without any data
_TIME_LIMIT = 600.0  # seconds for one file
_PIECE = 1 << 16
_LARGEST_PAGE = 1 << 24
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_PORTS = {"http": 80, "https": 443}


class Web(Struct, frozen=True):
    """The site at ``address``, which begins with ``http://`` or ``https://`` and ends with a slash."""

    address: str

    def locate(self, path: str) -> Location:
        """See :class:`~bantin.output.verify.verification.SiteLocation`."""
        folder, slash, name = path.rpartition("/")
        # The index file of a folder is served at the address of the folder.
        return Location(self.address + quote(folder + slash if name == "index.html" else path))

    def receipt(self) -> Checked[bytes]:
        """See :class:`~bantin.output.verify.verification.SiteLocation`."""
        at = self.locate(RECEIPT)
        found = _fetch(at, LARGEST_RECEIPT, _join)
        if any(problem.kind is problems.MISSING for problem in found.problems):
            return Checked(None, (problems.NO_RECEIPT.at(at),))
        return found

    def read(self, path: str) -> bytes | None:
        """Fetches the file at ``path``, or the beginning of a large one; ``None`` if that fails."""
        return _fetch(self.locate(path), _LARGEST_PAGE, _join).value

    def differences(
        self, files: Mapping[str, FileSum], redirects: Mapping[str, str], gone: Collection[str]
    ) -> Iterator[Problem]:
        """See :class:`SiteLocation`. On the web, files that are not among ``files`` cannot be found.

        A server may redirect from an old address itself, instead of serving the redirect page, and send what is among
        ``gone`` with status 410.
        """
        served = [_expected(path, files, redirects, gone) for path in files if not is_hidden(path)]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for some in batches(served):
                differences = [problem for found in pool.map(self._differences, some) for problem in found]
                yield from differences
                if any(problem.kind is problems.UNREACHABLE for problem in differences):
                    return

    def _differences(self, file: "_Expected") -> tuple[Problem, ...]:
        at = self.locate(file.path)
        found = _fetch(at, file.largest, _sum_of, may_be_gone=file.may_be_gone)
        if found.value is None:
            return found.problems
        address, read = found.value
        final = urldefrag(address).url.partition("?")[0]
        is_redirected = file.target_sum is not None and final == self.locate(file.target).path
        return () if read == (file.target_sum if is_redirected else file.sum) else (problems.CHANGED.at(at),)


class _Expected(Struct, frozen=True):
    """A file as it was published; if it is a redirect page, ``target`` is the file that it leads to.

    If it ``may_be_gone``, a server may send it with status 410.
    """

    path: str
    sum: FileSum
    target: str = ""
    target_sum: FileSum | None = None
    may_be_gone: bool = False

    @property
    def largest(self) -> int:
        """The largest size in bytes of an expected response."""
        return max(self.sum.size, self.target_sum.size if self.target_sum else 0)


def _expected(
    path: str, files: Mapping[str, FileSum], redirects: Mapping[str, str], gone: Collection[str]
) -> _Expected:
    target = redirects.get(path, "")
    return _Expected(path, files[path], target, files.get(target), may_be_gone=path in gone or target in gone)


class _RedirectedElsewhere(Exception):
    """The server redirects to another site."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(address)


class _SameOriginRedirects(HTTPRedirectHandler):
    """Follows redirects within the same origin only: what another one serves proves nothing about this site."""

    def redirect_request(  # noqa: PLR0917 - urllib's interface
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if _origin(newurl) != _origin(req.full_url):
            fp.close()
            raise _RedirectedElsewhere(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _fetch(
    at: Location, limit: int, consume: Callable[[str, Iterable[bytes]], T], *, may_be_gone: bool = False
) -> Checked[T]:
    """Requests an address and returns what ``consume`` makes of the response, or a problem.

    ``consume`` gets the final address, after redirects, and the body in batches; if it ``may_be_gone``, also that of an
    answer with status 410.
    """
    try:
        return Checked(_in_time(lambda: _request(at.path, limit, consume, may_be_gone=may_be_gone)))
    except _RedirectedElsewhere as error:
        problem = problems.ELSEWHERE.at(at, address=error.address)
    except HTTPError as error:
        error.close()
        gone = error.code in _GONE
        problem = problems.MISSING.at(at) if gone else problems.REFUSED.at(at, status=error.code)
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        problem = problems.UNREACHABLE.at(at, reason=reason)
    return Checked(None, (problem,))


def _in_time(work: Callable[[], T]) -> T:
    """Returns the result of ``work``. Raises what it raises, and ``TimeoutError`` after ``_TIME_LIMIT`` seconds.

    A server that sends a byte now and then never runs into the socket's timeout, so the thread that reads from it is
    abandoned.
    """
    result: Future[T] = Future()

    def run() -> None:
        try:
            result.set_result(work())
        except Exception as error:  # noqa: BLE001 - raised again by ``result()``
            result.set_exception(error)

    Thread(target=run, daemon=True).start()
    if not wait((result,), _TIME_LIMIT).done:
        raise TimeoutError(f"> {_TIME_LIMIT:.0f} s")
    return result.result()


def _request(address: str, limit: int, consume: Callable[[str, Iterable[bytes]], T], *, may_be_gone: bool) -> T:
    """Passes the response to ``consume``, cut off soon after ``limit`` bytes: enough to see that it is longer."""
    request = Request(address, headers={"User-Agent": f"bantin/{__version__}"})  # noqa: S310 - see Web.address
    try:
        with build_opener(_SameOriginRedirects).open(request, timeout=_TIMEOUT) as response:
            return consume(response.url, _pieces(response, limit))
    except HTTPError as error:
        if error.code != HTTPStatus.GONE or not may_be_gone:
            raise
        with error:
            return consume(error.url, _pieces(error, limit))


def _pieces(response: HTTPResponse | HTTPError, limit: int) -> Iterator[bytes]:
    while limit >= 0 and (piece := response.read1(_PIECE)):
        yield piece
        limit -= len(piece)


def _join(_address: str, batches: Iterable[bytes]) -> bytes:
    return b"".join(batches)


def _sum_of(address: str, batches: Iterable[bytes]) -> tuple[str, FileSum]:
    digest, size = hashlib.sha256(), 0
    for piece in batches:
        digest.update(piece)
        size += len(piece)
    return address, FileSum(size, digest.hexdigest())


def _origin(address: str) -> tuple[str, str | None, int | None]:
    """Returns scheme, host and port, which make up an origin (RFC 6454)."""
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
