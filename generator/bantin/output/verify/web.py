"""A site on the web."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from http.client import HTTPException, HTTPMessage, HTTPResponse
from threading import Thread
from typing import IO, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from msgspec import Struct
from msgspec.structs import replace

from bantin import __version__
from bantin.domain.problems import Checked, Location, Problem
from bantin.output.publish.receipt import RECEIPT, FileSum
from bantin.output.serving.rules import is_hidden
from bantin.output.verify import problems
from bantin.output.verify.verification import LARGEST_RECEIPT
from bantin.runtime.workers import batches

T = TypeVar("T")

_AT_ONCE = 4  # requests: few enough to be no burden to anybody's server
_PATIENCE = 30.0  # seconds in which a server must say something
_LONGEST = 600.0  # seconds that one file may take
_PIECE = 1 << 16
_LARGEST_PAGE = 1 << 24
_GONE = {404, 410}
_PORTS = {"http": 80, "https": 443}


class Web(Struct, frozen=True):
    """The site at ``address``, which begins with ``http://`` or ``https://`` and ends with a slash."""

    address: str

    def locate(self, path: str) -> Location:
        """See :class:`~bantin.output.verify.verification.SiteLocation`."""
        folder, slash, name = path.rpartition("/")
        # Readers are served the file of a folder at the address of the folder.
        return Location(self.address + quote(folder + slash if name == "index.html" else path))

    def receipt(self) -> Checked[bytes]:
        """See :class:`~bantin.output.verify.verification.SiteLocation`."""
        at = self.locate(RECEIPT)
        found = _ask(at, LARGEST_RECEIPT, _whole)
        if any(problem.kind is problems.MISSING for problem in found.problems):
            return Checked(None, (problems.NO_RECEIPT.at(at),))
        return found

    def read(self, path: str) -> bytes | None:
        """The file at ``path``, or the beginning of a large one; ``None`` if it cannot be had."""
        return _ask(self.locate(path), _LARGEST_PAGE, _whole).value

    def differences(self, files: Mapping[str, FileSum], redirects: Mapping[str, str]) -> Iterator[Problem]:
        """See :class:`SiteLocation`. What is not among ``files`` cannot be found on the web.

        A server may lead from an old address to the new one by itself, in place of the page that does so.
        """
        served = [_Expected(path, one) for path, one in files.items() if not is_hidden(path)]
        served = [
            replace(one, target=redirects[one.path], of_target=files.get(redirects[one.path]))
            if one.path in redirects
            else one
            for one in served
        ]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for some in batches(served):
                met = [problem for found in pool.map(self._differences, some) for problem in found]
                yield from met
                if any(problem.kind is problems.UNREACHABLE for problem in met):
                    return

    def _differences(self, file: "_Expected") -> tuple[Problem, ...]:
        at = self.locate(file.path)
        found = _ask(at, file.largest, _sum_of)
        if found.value is None:
            return found.problems
        address, read = found.value
        led = file.of_target is not None and urldefrag(address).url.partition("?")[0] == self.locate(file.target).path
        return () if read == (file.of_target if led else file.sum) else (problems.CHANGED.at(at),)


class _Expected(Struct, frozen=True):
    """A file as it was published; the one that it leads to is ``target``, whose sum is ``of_target``."""

    path: str
    sum: FileSum
    target: str = ""
    of_target: FileSum | None = None

    @property
    def largest(self) -> int:
        """The most bytes that may be served in its place."""
        return max(self.sum.size, self.of_target.size if self.of_target else 0)


class _Elsewhere(Exception):
    """The server leads to another site."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(address)


class _AtHome(HTTPRedirectHandler):
    """Follows redirects that stay on the same host: nobody else can say what is published there."""

    def redirect_request(  # noqa: PLR0917 - urllib's interface
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if _origin(newurl) != _origin(req.full_url):
            fp.close()
            raise _Elsewhere(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _ask(at: Location, limit: int, make: Callable[[str, Iterable[bytes]], T]) -> Checked[T]:
    """What ``make`` makes of the pieces that are served at an address, or why there are none.

    It is given the address, too, that the pieces come from: redirects may have led there.
    """
    try:
        return Checked(_in_time(lambda: _serve(at.path, limit, make)))
    except _Elsewhere as error:
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
    """What ``work`` gives. Raises what it raises, and ``TimeoutError`` when that takes too long.

    A server that says a letter now and then keeps whoever listens busy for ever, so whoever does is left behind.
    """
    given: Future[T] = Future()

    def run() -> None:
        try:
            given.set_result(work())
        except Exception as error:  # noqa: BLE001 - it is raised where it is waited for
            given.set_exception(error)

    Thread(target=run, daemon=True).start()
    if not wait((given,), _LONGEST).done:
        raise TimeoutError(f"> {_LONGEST:.0f} s")
    return given.result()


def _serve(address: str, limit: int, make: Callable[[str, Iterable[bytes]], T]) -> T:
    """What ``make`` makes of the answer at ``address``, or of enough of it to tell that it is longer than ``limit``."""
    request = Request(address, headers={"User-Agent": f"bantin/{__version__}"})  # noqa: S310 - see Web.address
    with build_opener(_AtHome).open(request, timeout=_PATIENCE) as response:
        return make(response.url, _pieces(response, limit))


def _pieces(response: HTTPResponse, limit: int) -> Iterator[bytes]:
    while limit >= 0 and (piece := response.read1(_PIECE)):
        yield piece
        limit -= len(piece)


def _whole(_address: str, pieces: Iterable[bytes]) -> bytes:
    return b"".join(pieces)


def _sum_of(address: str, pieces: Iterable[bytes]) -> tuple[str, FileSum]:
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
    return address, FileSum(size, digest.hexdigest())


def _origin(address: str) -> tuple[str, str | None, int | None]:
    """Scheme, host and port: what tells one site from another (RFC 6454)."""
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
