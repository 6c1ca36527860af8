"""A canonical order of the index, so that the same bulletin gets the same index on every machine.

Pagefind 1.5 writes filters and sort keys in a different order each time. Here they are sorted, and the pieces that hold
them are named by their content, as Pagefind names its pieces. Pieces are CBOR (RFC 8949) in gzip (RFC 1952).
"""

import hashlib
import struct
import zlib
from collections.abc import Mapping
from typing import Any, TypeVar

import cbor2
import msgspec
from msgspec import Struct
from msgspec.structs import replace

from bantin.render.search.bundle import ENTRY, MARK, BadBundle, unpacked

T = TypeVar("T")

_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"  # gzip header: deflate, no time, unknown system
_DIGITS = 16


class _Filter(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The piece ``filter/….pf_filter``: a filter and, for each of its values, the numbers of the pages that have it."""

    name: str
    values: list[tuple[str, list[int]]]


class _Meta(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The piece ``pagefind.….pf_meta``, which lists all others; ``filters`` are pairs of a name and a piece."""

    version: str
    pages: list[tuple[str, int]]
    words: list[tuple[str, str, str]]
    filters: list[tuple[str, str]]
    sorts: list[tuple[str, list[int]]]
    shown: list[str]


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Sorts everything in the ``files`` of an index, by name, that has no order of its own.

    Files of an unknown format are returned unchanged, since they can be searched all the same. That includes the format
    of Pagefind 1.6, which is in order as it is written.
    """
    try:
        return _sorted(files)
    except (BadBundle, KeyError, TypeError, ValueError, OSError, EOFError, zlib.error, cbor2.CBORError):
        return dict(files)


def _sorted(files: Mapping[str, bytes]) -> dict[str, bytes]:
    entry = msgspec.json.decode(files[ENTRY], type=dict[str, Any])
    ((code, language),) = msgspec.convert(entry["languages"], dict[str, dict[str, Any]]).items()
    old = _meta_file(language["hash"])
    meta = _read(old, files[old], _Meta)
    filters = {piece: _read(piece, files[_filter_file(piece)], _Filter) for _, piece in meta.filters}
    pieces = {piece: _written(replace(one, values=sorted(one.values))) for piece, one in filters.items()}
    names = {piece: _named(piece, content) for piece, content in pieces.items()}
    listed = sorted((name, names[piece]) for name, piece in meta.filters)
    meta_content = _written(replace(meta, filters=listed, sorts=sorted(meta.sorts)))
    new = _named(language["hash"], meta_content)
    replaced = {ENTRY, old, *map(_filter_file, pieces)}
    return {
        **{name: data for name, data in files.items() if name not in replaced},
        **{_filter_file(names[piece]): _packed(content) for piece, content in pieces.items()},
        _meta_file(new): _packed(meta_content),
        ENTRY: msgspec.json.encode({**entry, "languages": {code: {**language, "hash": new}}}),
    }


def _read(name: str, data: bytes, kind: type[T]) -> T:
    """Decodes a piece. Raises ``ValueError`` if encoding it again would not give the same bytes."""
    content = unpacked(name, data)
    piece = msgspec.convert(cbor2.loads(content), type=kind)
    if _written(piece) != content:
        raise ValueError(name)
    return piece


def _written(piece: object) -> bytes:
    return cbor2.dumps(msgspec.to_builtins(piece))


def _packed(content: bytes) -> bytes:
    """Compresses the ``content`` of a piece.

    Only with Huffman coding: anything else differs between zlib, zlib-ng and their releases.
    """
    data = MARK + content
    packer = zlib.compressobj(strategy=zlib.Z_HUFFMAN_ONLY, wbits=-zlib.MAX_WBITS)
    return _HEADER + packer.compress(data) + packer.flush() + struct.pack("<II", zlib.crc32(data), len(data))


def _named(name: str, content: bytes) -> str:
    """Names a piece by its ``content``: ``vi_0123456789abcdef``, if its ``name`` was ``vi_…``."""
    return f"{name.rpartition('_')[0]}_{hashlib.sha256(content).hexdigest()[:_DIGITS]}"


def _meta_file(name: str) -> str:
    return f"pagefind.{name}.pf_meta"


def _filter_file(name: str) -> str:
    return f"filter/{name}.pf_filter"
