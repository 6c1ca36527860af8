"""Files beside the text files of a site, compressed as far as it goes: a server sends them as they are."""

import gzip
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bantin.deploy.release import Release
from bantin.output.publish.compressed import ENDS

RECIPE = "1"
"""Changes when the same file is to be compressed in another way."""

TEXTS = (".html", ".css", ".js", ".json", ".jsonld", ".svg", ".xml", ".txt", ".csv", ".ics")


def variants(files: Mapping[str, str]) -> dict[str, str]:
    """The compressed variants of ``files``, digests by path: what tells the file tells its variants."""
    return {f"{path}{end}": f"{end}{one}" for path, one in files.items() if path.endswith(TEXTS) for end in ENDS}


def compress(parcel: Release, paths: Iterable[str], into: Path) -> None:
    """Writes the variants ``paths`` below the folder ``into``. Raises ``ImportError`` without the package brotli."""
    import brotli

    def write(path: str) -> None:
        data = (parcel.folder / path[: -len(".br")]).read_bytes()
        packed = brotli.compress(data) if path.endswith(".br") else gzip.compress(data, mtime=0)
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_bytes(packed)

    # Both libraries leave other threads alone while they work.
    with ThreadPoolExecutor() as threads:
        list(threads.map(write, paths))
