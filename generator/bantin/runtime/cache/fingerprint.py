"""Identifies the program that wrote a cache: another version may read the same files differently."""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bantin.runtime.entry_points import PluginEntry, plugin_files


def program_version(plugins: Iterable[PluginEntry] = ()) -> bytes:
    """A digest of this program and its ``plugins``, of the interpreter and of the packages installed beside it."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(repr((sys.version, sorted(_installed()))).encode())
    package = Path(__file__).resolve().parents[2]
    for path in sorted(package.rglob("*.py")):
        digest.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    for name, path in plugin_files(plugins):
        digest.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    return digest.digest()


def _installed() -> Iterator[str]:
    """The names of the metadata folders of installed packages, which contain their versions.

    All packages count, not only the dependencies: querying the version of each takes much longer.
    """
    for folder in map(Path, sys.path):
        if folder.is_dir():
            yield from (found.name for found in folder.iterdir() if found.suffix in {".dist-info", ".egg-info"})
