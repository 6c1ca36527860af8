"""The search engine Pagefind, from its Python package or installed on this machine."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from msgspec import Struct

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+)")
_TIMEOUT = 10  # seconds for printing the version


class Engine(Struct, frozen=True):
    """A Pagefind executable and its version."""

    program: str
    version: tuple[int, ...]

    @property
    def recent(self) -> bool:
        """Whether it is 1.6 or newer.

        Since then it finds phrases typed without diacritics, and splits the index of few but frequent words, such as
        Vietnamese syllables, into small pieces.
        """
        return self.version >= (1, 6)

    @property
    def name(self) -> str:
        """The name to show: ``Pagefind 1.6.0``."""
        return f"Pagefind {'.'.join(map(str, self.version))}"


def find_engine() -> Engine | None:
    """Finds the newest engine that runs on this machine; ``None`` if there is none."""
    found = [Engine(program, version) for program in _programs() if (version := _version(program))]
    return max(found, key=lambda engine: engine.version, default=None)


def _programs() -> Iterator[str]:
    try:
        bundled: Path = import_module("pagefind_bin").get_executable()
        yield str(bundled)
    except (ImportError, FileNotFoundError):
        pass
    for name in ("pagefind", "pagefind_extended"):
        installed = shutil.which(name)
        if installed:
            yield installed


def _version(program: str) -> tuple[int, ...]:
    try:
        command = [program, "--version"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ()
    found = _VERSION.search(done.stdout)
    return tuple(map(int, found.groups())) if found else ()
