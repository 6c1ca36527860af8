"""Compressed variants: what stands beside a file under its name and another end, for servers to send as it is."""

import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

from bantin.output.publish.receipt import FileSum

ENDS = (".br", ".gz")
"""What their names end with: Brotli (RFC 7932) and gzip (RFC 1952)."""
MARK = ".bantin-compressed"
"""The file that tells by which recipe those of a release were made."""

_PIECE = 1 << 16
_SMALL_PIECE = 16  # bytes: the library unfolds as many as it is given at once, whatever comes of them


def is_variant(file: Path, expected: FileSum) -> bool:
    """Whether ``file`` unfolds to a file of the sum ``expected``. No more than that is unfolded.

    One by Brotli cannot be told without the package brotli, and is none then. Raises ``OSError``.
    """
    digest, size = hashlib.sha256(), 0
    try:
        for piece in _unfolded(file):
            digest.update(piece)
            size += len(piece)
            if size > expected.size:
                return False
    except (zlib.error, EOFError, ImportError, ValueError):
        return False
    return FileSum(size, digest.hexdigest()) == expected


def _unfolded(file: Path) -> Iterator[bytes]:
    return _by_gzip(file) if file.name.endswith(".gz") else _by_brotli(file)


def _by_gzip(file: Path) -> Iterator[bytes]:
    """Raises ``zlib.error`` and ``EOFError``."""
    with file.open("rb") as packed:
        unfolding = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while data := packed.read(_PIECE):
            while data and not unfolding.eof:
                yield unfolding.decompress(data, _PIECE)
                data = unfolding.unconsumed_tail
        if not unfolding.eof or unfolding.unused_data or data:
            raise EOFError(file)


def _by_brotli(file: Path) -> Iterator[bytes]:
    """Raises ``ImportError`` and ``ValueError``."""
    import brotli

    unfolding = brotli.Decompressor()
    try:
        with file.open("rb") as packed:
            while data := packed.read(_SMALL_PIECE):
                yield unfolding.process(data)
    except brotli.error as error:
        raise ValueError(str(error)) from error
    if not unfolding.is_finished():
        raise ValueError(str(file))
