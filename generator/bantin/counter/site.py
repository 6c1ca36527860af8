"""The pages that can be counted: those of the built site, so that nobody can make up others."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

import msgspec
from msgspec import Struct

_INDEX = re.compile(r"(?:^|(?<=/))index\.html$")


class _Receipt(Struct, frozen=True):
    """The receipt of a site, as far as it matters here: what its files are called."""

    files: dict[str, msgspec.Raw]


class Pages:
    """The addresses of a site's pages, read from its receipt, which goes wherever the site is deployed to.

    ``prefix`` is the path of the site on its host, ``/`` or ``/bulletin/``.
    """

    def __init__(self, receipt: Path, prefix: str = "/") -> None:
        self._receipt = receipt
        self._prefix = prefix
        self._stamp: tuple[int, int, int] | None = None
        self._paths: frozenset[str] = frozenset()

    @property
    def are_known(self) -> bool:
        """Whether a receipt has been read."""
        return self._stamp is not None

    def refresh(self) -> None:
        """Reads the receipt again if it has changed. While there is none, the pages are those that there were."""
        try:
            found = self._receipt.stat()
            stamp = (found.st_mtime_ns, found.st_ctime_ns, found.st_size)
            if stamp != self._stamp:
                receipt = msgspec.json.decode(self._receipt.read_bytes(), type=_Receipt)
                self._paths = frozenset(_addresses(receipt.files))
                self._stamp = stamp
        except (OSError, ValueError, RecursionError):
            return

    def page(self, written: bytes) -> str | None:
        """The address of a page as a browser writes it, told as ``/co-quan/``; ``None`` if the site has no such page.

        Raises ``ValueError`` for what is no address: not UTF-8, or with characters that no address has.
        """
        path = unquote_to_bytes(written).decode()
        if not path.startswith("/") or any(letter < " " or letter == "\x7f" for letter in path):
            raise ValueError(f"no path: {path!r}")
        if not path.startswith(self._prefix):
            return None
        inner = _INDEX.sub("", path[len(self._prefix) :])
        return f"/{inner}" if inner in self._paths else None


def _addresses(files: Iterable[str]) -> Iterator[str]:
    return (_INDEX.sub("", file) for file in files if file.endswith(".html"))
