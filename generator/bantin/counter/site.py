"""The pages that can be counted: those of the built site, so that clients cannot invent others."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

import msgspec
from msgspec import Struct

_INDEX = re.compile(r"(?:^|(?<=/))index\.html$")


class _Receipt(Struct, frozen=True):
    """The part of a site's receipt that is used here: the names of its files."""

    files: dict[str, msgspec.Raw]


class Pages:
    """The addresses of a site's pages, read from its receipt, which is deployed with the site.

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
        """Reads the receipt again if it has changed. If it is missing or unreadable, the pages stay as they are."""
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
        """Normalises the path of a page that a browser sent, to ``/co-quan/``; ``None`` if the site has no such page.

        Raises ``ValueError`` if it is not a path: not UTF-8, or with control characters.
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
