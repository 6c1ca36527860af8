"""The sandbox: a process that only reads documents, with limited time and memory and without network.

:class:`~bantin.content.documents.examiner.Examiner` starts it, as ``python -m`` this module, and communicates with it
through its standard input and output.
"""

import contextlib
import os
import sys
from typing import BinaryIO

import msgspec
from msgspec.structs import replace
from pypdf.errors import LimitReachedError

from bantin.content.documents.file_types import FileType, detect_type
from bantin.content.documents.messages import (
    Examination,
    ExaminationRequest,
    Outcome,
    SignatureCheck,
    Traces,
)
from bantin.content.documents.office import read_parts
from bantin.content.documents.parts import Budget, Encrypted, TooLarge, examine_parts
from bantin.content.documents.pdf import read_attachments, read_pages
from bantin.runtime.confined.limits import confine, limit_time
from bantin.runtime.confined.messages import receive, send

# In every PDF with a signature: the range of bytes that it covers cannot be compressed.
_SIGNED = b"/ByteRange"
# In nearly every PDF with attachments: few programs put them into compressed object streams.
_ATTACHED = b"/EmbeddedFile"


def examine(data: bytes, roots: tuple[bytes, ...]) -> Examination:
    """Examines the document ``data``, and its signatures against ``roots``, certificates in DER."""
    form = FileType.ZIP if data.startswith(b"PK") else FileType.PDF
    try:
        form = detect_type(data)
        return _pdf(data, roots) if form is FileType.PDF else _other(data, form)
    except Encrypted:
        return Examination(Outcome.ENCRYPTED, form=form)
    except (LimitReachedError, TooLarge, MemoryError):
        return Examination(Outcome.COSTLY, form=form)
    except Exception:  # noqa: BLE001 - a damaged file makes a library raise anything
        return Examination(Outcome.DAMAGED, form=form)


def _pdf(data: bytes, roots: tuple[bytes, ...]) -> Examination:
    pages = read_pages(data)
    found = Examination(Outcome.READ, pages.count, pages.level, pages.stamped, words=pages.words)
    attached = _attached(data) if _ATTACHED in data and not found.level else None
    if attached and (attached.level or attached.traces.unread):
        return replace(attached, pages=pages.count, words=pages.words)
    if _SIGNED in data:
        return _with_signatures(found, data, roots)
    return replace(found, traces=Traces(comments=pages.comments))


def _attached(data: bytes) -> Examination:
    """Examines the files attached to a PDF."""
    budget = Budget()
    files = ((name, file, detect_type(file)) for name, file in read_attachments(data))
    parts = (part for name, file, form in files for part in read_parts(file, form, name, budget, 1))
    stamped, traces = examine_parts(parts)
    return Examination(Outcome.READ, level=stamped.level, part=stamped.part, traces=Traces(unread=traces.unread))


def _other(data: bytes, form: FileType) -> Examination:
    stamped, traces = examine_parts(read_parts(data, form))
    return Examination(Outcome.READ, form=form, level=stamped.level, part=stamped.part, traces=traces)


def _with_signatures(found: Examination, data: bytes, roots: tuple[bytes, ...]) -> Examination:
    try:
        from bantin.content.documents.signatures import read_signatures
    except ImportError:
        return replace(found, signed=SignatureCheck.NO_MEANS)
    try:
        signatures = read_signatures(data, roots)
    except MemoryError:
        return Examination(Outcome.COSTLY)
    except Exception:  # noqa: BLE001 - so do damaged signatures
        return replace(found, signed=SignatureCheck.UNREADABLE)
    return replace(
        found,
        signatures=signatures.facts,
        signed=SignatureCheck.CHECKED if signatures.all else SignatureCheck.UNREADABLE,
    )


def main() -> None:
    """Examines documents until standard input ends."""
    # Output of a library must not be mistaken for a reply.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as replies, contextlib.suppress(EOFError):
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        _serve(sys.stdin.buffer, replies)


def _serve(requests: BinaryIO, replies: BinaryIO) -> None:
    request = msgspec.msgpack.decode(receive(requests), type=ExaminationRequest)
    confine(request.memory)
    while True:
        data = receive(requests)
        limit_time(request.seconds)
        send(replies, msgspec.msgpack.encode(examine(data, request.roots)))


if __name__ == "__main__":
    main()
