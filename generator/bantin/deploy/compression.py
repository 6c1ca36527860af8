"""Precompression of the text files of a site, at the highest level, for servers that send such variants."""

import gzip
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bantin.deploy.release import Release
from bantin.output.publish.compressed import SUFFIXES

RECIPE = "1"
"""The version of the compression settings: to be changed with them, so that files are compressed again."""

TEXTS = (".html", ".css", ".js", ".json", ".jsonld", ".svg", ".xml", ".txt", ".csv", ".ics")


def variants(files: Mapping[str, str]) -> dict[str, str]:
    """Returns the variants of ``files``, digests by path; the digest of a variant is derived from that of its file."""
    return {f"{path}{end}": f"{end}{one}" for path, one in files.items() if path.endswith(TEXTS) for end in SUFFIXES}


def compress(release: Release, paths: Iterable[str], into: Path) -> None:
    """Writes the variants ``paths`` below the folder ``into``. Raises ``ImportError`` without the package brotli."""
    import brotli

    def write(path: str) -> None:
        data = (release.folder / path[: -len(".br")]).read_bytes()
        packed = brotli.compress(data) if path.endswith(".br") else gzip.compress(data, mtime=0)
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_bytes(packed)

    # Threads are enough: both libraries release the GIL.
    with ThreadPoolExecutor() as threads:
        list(threads.map(write, paths))
