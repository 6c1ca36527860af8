"""Validation of the index that the engine has written: that it is complete and covers all pages.

The engine skips what it cannot read and still succeeds, so its exit status is not enough.
"""

import gzip
import re
import zlib
from collections.abc import Mapping

import msgspec

ENTRY = "pagefind-entry.json"
_PROGRAMS = ("pagefind.js", "pagefind-worker.js")
_WASM = re.compile(r"wasm\.[\w-]+\.pagefind")
_PIECE = re.compile(r"(fragment|index|filter)/[\w-]+\.pf_\1")
MARK = b"pagefind_dcd"
"""The first bytes of every piece, once it is decompressed."""


class _Language(msgspec.Struct):
    hash: str
    page_count: int


class _Entry(msgspec.Struct):
    languages: dict[str, _Language]


class BadBundle(Exception):
    """The engine has not written a valid index of the pages; the message says why, in English."""


def read_bundle(files: Mapping[str, bytes], pages: int) -> dict[str, bytes]:
    """Selects the ``files`` that a site needs, by name, from an index of ``pages`` pages, in the order of publishing.

    Raises ``BadBundle`` if a file or a page is missing or damaged. The files of Pagefind's own user interfaces are left
    out.
    """
    try:
        return _read(files, pages)
    except KeyError as error:
        raise BadBundle(f"{error.args[0]} is missing") from error
    except (OSError, EOFError, zlib.error, msgspec.MsgspecError) as error:
        raise BadBundle(str(error)) from error


def _read(files: Mapping[str, bytes], pages: int) -> dict[str, bytes]:
    entry = msgspec.json.decode(files[ENTRY], type=_Entry)
    if len(entry.languages) != 1:
        raise BadBundle(f"{len(entry.languages)} languages")
    [(code, language)] = entry.languages.items()
    meta = f"pagefind.{language.hash}.pf_meta"
    wasm = sorted(name for name in files if _WASM.fullmatch(name))
    needed = {name: files[name] for name in (*_PROGRAMS, *wasm, meta, ENTRY)}
    pieces = {name: files[name] for name in sorted(files) if _PIECE.fullmatch(name)}
    meta_content = unpacked(meta, files[meta])
    if not wasm:
        raise BadBundle("the program is missing")
    for name in (*wasm, *pieces):
        unpacked(name, files[name])
    _require_pages(language.page_count, pieces, pages)
    listed = {one.decode() for one in re.findall(rf"{re.escape(code)}_[0-9a-f]{{7,}}".encode(), meta_content)}
    present = {name.partition("/")[2].rpartition(".")[0] for name in pieces}
    if not listed <= present:
        raise BadBundle(f"{', '.join(sorted(listed - present))} is missing")
    # Files that refer to others come last, so that a reader never requests a piece that is not there yet.
    return {**pieces, **needed}


def _require_pages(counted: int, pieces: Mapping[str, bytes], pages: int) -> None:
    fragments = sum(name.startswith("fragment/") for name in pieces)
    if {counted, fragments} != {pages}:
        raise BadBundle(f"{min(counted, fragments)} of {pages} pages")


def unpacked(name: str, data: bytes) -> bytes:
    """Decompresses the piece called ``name`` and removes its mark. Raises ``BadBundle`` and what ``gzip`` raises."""
    content = gzip.decompress(data)
    if not content.startswith(MARK):
        raise BadBundle(f"{name} is damaged")
    return content.removeprefix(MARK)
