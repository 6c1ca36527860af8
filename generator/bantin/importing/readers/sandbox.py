"""The process that reads the sources of an import, with limited time and memory, without network and without writing.

:class:`~bantin.importing.readers.reader.SourceReader` starts it as ``python -m`` this module.
"""

import contextlib
import os
import sys
from typing import BinaryIO

import msgspec

from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.kinds import SourceKind
from bantin.importing.readers.messages import Reading, Setup, Source
from bantin.importing.readers.pages.recipe import Recipe, read_recipe
from bantin.runtime.confined.limits import confine, limit_time
from bantin.runtime.confined.messages import receive, send


def read(source: Source, recipe: Recipe | None) -> Reading:
    """Reads a source; returns why it cannot be read if it cannot."""
    try:
        return _read(source, recipe)
    except Unreadable as reason:
        return Reading(refusal=reason.refusal, detail=reason.detail)
    except (MemoryError, RecursionError):
        return Reading(refusal=Refusal.TOO_COSTLY)
    except Exception:  # noqa: BLE001 - a damaged file makes a library raise anything
        return Reading(refusal=Refusal.DAMAGED)


def _read(source: Source, recipe: Recipe | None) -> Reading:
    """Reads a source with the reader of its kind, which is loaded when the first such source comes."""
    data, name = source.data, source.name
    match source.kind:
        case SourceKind.WORD | SourceKind.OFFICE:
            from bantin.importing.readers.word.reading import read_word

            return Reading((read_word(data, name),))
        case SourceKind.PDF:
            from bantin.importing.readers.pdf.pdf_text import read_pdf

            return Reading((read_pdf(data, name),))
        case SourceKind.PAGE:
            from bantin.importing.readers.pages.web_page import read_page

            return Reading((read_page(data, name, recipe),))
        case SourceKind.FEED:
            from bantin.importing.readers.feeds.feeds import read_feed

            return Reading(read_feed(data, name))
        case SourceKind.WORDPRESS:
            from bantin.importing.readers.feeds.wordpress import read_wxr

            return Reading(read_wxr(data, name))
        case SourceKind.SHEET:
            from bantin.importing.readers.sheets.sheet import read_sheet

            return Reading(sheets=read_sheet(data, name))
        case SourceKind.TEXT:
            from bantin.importing.readers.plain_text import read_text

            return Reading((read_text(data, name),))


def main() -> None:
    """Reads sources until standard input ends."""
    # Output of a library must not be mistaken for a reply.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as replies, contextlib.suppress(EOFError):
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        _serve(sys.stdin.buffer, replies)


def _serve(requests: BinaryIO, replies: BinaryIO) -> None:
    setup = msgspec.msgpack.decode(receive(requests), type=Setup)
    recipe = read_recipe(setup.recipe, "").value if setup.recipe else None
    confine(setup.memory)
    while True:
        source = msgspec.msgpack.decode(receive(requests), type=Source)
        limit_time(setup.seconds)
        send(replies, msgspec.msgpack.encode(read(source, recipe)))


if __name__ == "__main__":
    main()
