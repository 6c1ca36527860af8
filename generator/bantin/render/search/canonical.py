"""The index in one order, so that the same bulletin has the same one on every machine.

Pagefind 1.5 tells what results are narrowed and sorted by in another order each time. Here that is sorted, and what it
stands in is named by its content, as Pagefind names its pieces. They are CBOR (RFC 8949) in gzip (RFC 1952).
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

_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"  # of gzip: deflate, no time, no system
_DIGITS = 16


class _Filter(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The piece ``filter/….pf_filter``: what results are narrowed by, and the numbers of the pages with each value."""

    name: str
    values: list[tuple[str, list[int]]]


class _Meta(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The piece ``pagefind.….pf_meta``, which leads to all others; ``filters`` are names and pieces."""

    version: str
    pages: list[tuple[str, int]]
    words: list[tuple[str, str, str]]
    filters: list[tuple[str, str]]
    sorts: list[tuple[str, list[int]]]
    shown: list[str]


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The ``files`` of an index, by name, with all sorted that has no order of its own.

    They are returned as they are when anything about them is not as this module knows it: an index of another format
    can be searched all the same. That of 1.6 is one, and is in order when it is made.
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
    told = _written(replace(meta, filters=listed, sorts=sorted(meta.sorts)))
    new = _named(language["hash"], told)
    replaced = {ENTRY, old, *map(_filter_file, pieces)}
    return {
        **{name: data for name, data in files.items() if name not in replaced},
        **{_filter_file(names[piece]): _packed(content) for piece, content in pieces.items()},
        _meta_file(new): _packed(told),
        ENTRY: msgspec.json.encode({**entry, "languages": {code: {**language, "hash": new}}}),
    }


def _read(name: str, data: bytes, kind: type[T]) -> T:
    """What a piece says. Raises ``ValueError`` if it could not be written again to the byte."""
    content = unpacked(name, data)
    told = msgspec.convert(cbor2.loads(content), type=kind)
    if _written(told) != content:
        raise ValueError(name)
    return told


def _written(told: object) -> bytes:
    return cbor2.dumps(msgspec.to_builtins(told))


def _packed(content: bytes) -> bytes:
    """A piece that says ``content``.

    It is packed by Huffman coding alone: all else that zlib does, zlib-ng and other releases do otherwise.
    """
    data = MARK + content
    packer = zlib.compressobj(strategy=zlib.Z_HUFFMAN_ONLY, wbits=-zlib.MAX_WBITS)
    return _HEADER + packer.compress(data) + packer.flush() + struct.pack("<II", zlib.crc32(data), len(data))


def _named(name: str, content: bytes) -> str:
    """What a piece is called that says ``content``: ``vi_0123456789abcdef``, if its ``name`` was ``vi_…``."""
    return f"{name.rpartition('_')[0]}_{hashlib.sha256(content).hexdigest()[:_DIGITS]}"


def _meta_file(name: str) -> str:
    return f"pagefind.{name}.pf_meta"


def _filter_file(name: str) -> str:
    return f"filter/{name}.pf_filter"
