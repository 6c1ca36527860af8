"""Whether what the engine has left is an index, whole and of all that it was given.

The engine passes over what it cannot read and calls that a success, so its exit status says little.
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
"""What every piece begins with, once it is unpacked."""


class _Language(msgspec.Struct):
    hash: str
    page_count: int


class _Entry(msgspec.Struct):
    languages: dict[str, _Language]


class BadBundle(Exception):
    """What the engine has left is no index, or one of something else; the text says why, in English."""


def read_bundle(files: Mapping[str, bytes], pages: int) -> dict[str, bytes]:
    """Those ``files`` of the index of ``pages`` pages that a site needs, by name, in the order to publish them in.

    Raises ``BadBundle`` when one is missing or damaged, or when pages are. What the engine adds for interfaces that are
    not ours is left out.
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
    told = unpacked(meta, files[meta])
    if not wasm:
        raise BadBundle("the program is missing")
    for name in (*wasm, *pieces):
        unpacked(name, files[name])
    _require_pages(language.page_count, pieces, pages)
    listed = {one.decode() for one in re.findall(rf"{re.escape(code)}_[0-9a-f]{{7,}}".encode(), told)}
    present = {name.partition("/")[2].rpartition(".")[0] for name in pieces}
    if not listed <= present:
        raise BadBundle(f"{', '.join(sorted(listed - present))} is missing")
    # What leads to the others comes last: a reader is never led to a piece that is not there yet.
    return {**pieces, **needed}


def _require_pages(counted: int, pieces: Mapping[str, bytes], pages: int) -> None:
    fragments = sum(name.startswith("fragment/") for name in pieces)
    if {counted, fragments} != {pages}:
        raise BadBundle(f"{min(counted, fragments)} of {pages} pages")


def unpacked(name: str, data: bytes) -> bytes:
    """What the piece called ``name`` says, behind its mark. Raises ``BadBundle`` and what ``gzip`` raises."""
    content = gzip.decompress(data)
    if not content.startswith(MARK):
        raise BadBundle(f"{name} is damaged")
    return content.removeprefix(MARK)
