"""Precompressed variants: files such as ``index.html.br`` that a server sends in place of ``index.html``."""

import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

from bantin.output.publish.receipt import FileSum

SUFFIXES = (".br", ".gz")
"""The suffixes of their names: Brotli (RFC 7932) and gzip (RFC 1952)."""
RECIPE_FILE = ".bantin-compressed"
"""The file that records how the variants of a release were compressed."""

_PIECE = 1 << 16
_SMALL_PIECE = 16  # bytes: brotli decompresses all its input at once, however much comes of it


def is_variant(file: Path, expected: FileSum) -> bool:
    """Whether ``file`` decompresses to exactly the ``expected`` content. No more than that size is decompressed.

    Without the package brotli, no Brotli file counts as a variant. Raises ``OSError``.
    """
    digest, size = hashlib.sha256(), 0
    try:
        for piece in _decompressed(file):
            digest.update(piece)
            size += len(piece)
            if size > expected.size:
                return False
    except (zlib.error, EOFError, ImportError, ValueError):
        return False
    return FileSum(size, digest.hexdigest()) == expected


def _decompressed(file: Path) -> Iterator[bytes]:
    return _from_gzip(file) if file.name.endswith(".gz") else _from_brotli(file)


def _from_gzip(file: Path) -> Iterator[bytes]:
    """Raises ``zlib.error`` and ``EOFError``."""
    with file.open("rb") as packed:
        decompressor = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while data := packed.read(_PIECE):
            while data and not decompressor.eof:
                yield decompressor.decompress(data, _PIECE)
                data = decompressor.unconsumed_tail
        if not decompressor.eof or decompressor.unused_data or data:
            raise EOFError(file)


def _from_brotli(file: Path) -> Iterator[bytes]:
    """Raises ``ImportError`` and ``ValueError``."""
    import brotli

    decompressor = brotli.Decompressor()
    try:
        with file.open("rb") as packed:
            while data := packed.read(_SMALL_PIECE):
                yield decompressor.process(data)
    except brotli.error as error:
        raise ValueError(str(error)) from error
    if not decompressor.is_finished():
        raise ValueError(str(file))
