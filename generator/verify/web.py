"""A site on the web."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from http.client import HTTPException, HTTPMessage
from threading import Thread
from typing import IO, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from msgspec import Struct

from generator import __version__
from generator.errors import Checked, Location, Problem
from generator.publish.receipt import RECEIPT, Sum
from generator.serving.rules import is_hidden
from generator.verify import problems
from generator.verify.verification import LARGEST_RECEIPT
from generator.workers import pieces

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
        """See :class:`~generator.verify.verification.Place`."""
        folder, slash, name = path.rpartition("/")
        # Readers are served the file of a folder at the address of the folder.
        return Location(self.address + quote(folder + slash if name == "index.html" else path))

    def receipt(self) -> Checked[bytes]:
        """See :class:`~generator.verify.verification.Place`."""
        at = self.locate(RECEIPT)
        found = _ask(at, LARGEST_RECEIPT, b"".join)
        if any(problem.kind is problems.MISSING for problem in found.problems):
            return Checked(None, (problems.NO_RECEIPT.at(at),))
        return found

    def read(self, path: str) -> bytes | None:
        """The file at ``path``, or the beginning of a large one; ``None`` if it cannot be had."""
        return _ask(self.locate(path), _LARGEST_PAGE, b"".join).value

    def differences(self, files: Mapping[str, Sum]) -> Iterator[Problem]:
        """See :class:`~generator.verify.verification.Place`. What is not among ``files`` cannot be found on the web."""
        served = [(path, one) for path, one in files.items() if not is_hidden(path)]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            for some in pieces(served):
                met = [problem for found in pool.map(self._differences, some) for problem in found]
                yield from met
                if any(problem.kind is problems.UNREACHABLE for problem in met):
                    return

    def _differences(self, file: tuple[str, Sum]) -> tuple[Problem, ...]:
        path, expected = file
        at = self.locate(path)
        found = _ask(at, expected.size, _sum_of)
        return found.problems if found.value in (expected, None) else (problems.CHANGED.at(at),)


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


def _ask(at: Location, limit: int, make: Callable[[Iterable[bytes]], T]) -> Checked[T]:
    """What ``make`` makes of the pieces that are served at an address, or why there are none."""
    try:
        return Checked(_in_time(lambda: make(_pieces(at.path, limit))))
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


def _pieces(address: str, limit: int) -> Iterator[bytes]:
    """What is served at ``address``, or enough of it to tell that it is longer than ``limit``."""
    request = Request(address, headers={"User-Agent": f"bantin/{__version__}"})  # noqa: S310 - see Web.address
    with build_opener(_AtHome).open(request, timeout=_PATIENCE) as response:
        while limit >= 0 and (piece := response.read1(_PIECE)):
            yield piece
            limit -= len(piece)


def _sum_of(pieces: Iterable[bytes]) -> Sum:
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
    return Sum(size, digest.hexdigest())


def _origin(address: str) -> tuple[str, str | None, int | None]:
    """Scheme, host and port: what tells one site from another (RFC 6454)."""
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)
