"""The pages that can be counted: those of the built site, so that nobody can make up others."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

import msgspec
from msgspec import Struct

_INDEX = re.compile(r"(?:^|(?<=/))index\.html$")


class _Manifest(Struct, frozen=True):
    """The list of files of a site, as a build leaves it."""

    files: tuple[str, ...]


class Pages:
    """The addresses of a site's pages, read from the list of files that a build leaves in its folder.

    ``prefix`` is the path of the site on its host, ``/`` or ``/bulletin/``.
    """

    def __init__(self, manifest: Path, prefix: str = "/") -> None:
        self._manifest = manifest
        self._prefix = prefix
        self._stamp: tuple[int, int, int] | None = None
        self._paths: frozenset[str] = frozenset()

    def refresh(self) -> None:
        """Reads the list again if it has changed. While there is none, the pages are those that there were."""
        try:
            found = self._manifest.stat()
            stamp = (found.st_mtime_ns, found.st_ctime_ns, found.st_size)
            if stamp != self._stamp:
                manifest = msgspec.json.decode(self._manifest.read_bytes(), type=_Manifest)
                self._paths = frozenset(_addresses(manifest.files))
                self._stamp = stamp
        except (OSError, ValueError):
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
