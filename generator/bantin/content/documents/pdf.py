"""The pages of a PDF, and what is written on them. Runs only in the process for it: a PDF may be hostile."""

import io
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar, cast

from msgspec import Struct
from pypdf import PageObject, PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import EncodedStreamObject, StreamObject

from bantin.content.documents.parts import Encrypted
from bantin.domain.text.secrecy_stamps import find_stamp

T = TypeVar("T")

# Notes of those who read a draft. Others, as stamps and links, are meant to be seen.
_COMMENTS = frozenset(("/Text", "/Highlight", "/StrikeOut", "/Underline", "/Squiggly", "/Caret"))


class Pages(Struct, frozen=True):
    """How many pages a PDF has, and the ``level`` of the stamp of secrecy on page ``stamped``, the first with one.

    ``comments`` are the notes of readers, on the pages before that.
    """

    count: int
    level: str = ""
    stamped: int = 0
    comments: int = 0


def read_pages(data: bytes) -> Pages:
    """The pages of the PDF ``data``.

    Raises :class:`Encrypted`, ``LimitReachedError`` for what grows too large when unpacked, ``MemoryError``, and
    whatever a PDF that is damaged makes the library raise.
    """
    comments = 0
    pages = _pages(data)
    for number, page in enumerate(pages, start=1):
        comments += _passing(partial(_comments, page), 0)
        for text in _texts(page):
            stamp = find_stamp(unicodedata.normalize("NFC", text))
            if stamp:
                return Pages(len(pages), stamp.level, number, comments)
    return Pages(len(pages), comments=comments)


def read_text(data: bytes) -> str:
    """All that is written in the PDF ``data``. Raises what :func:`read_pages` raises."""
    return "\n".join(text for page in _pages(data) for text in _texts(page))


def read_attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The files that lie in the PDF ``data``, with their names. Raises what :func:`read_pages` raises."""
    reader = PdfReader(io.BytesIO(data))
    for name, files in reader.attachments.items():
        yield from ((name, file) for file in files)


def _pages(data: bytes) -> Sequence[PageObject]:
    # Tries without a password by itself.
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Encrypted
    if not len(reader.pages):
        raise ValueError("a document has pages")
    return reader.pages


def _texts(page: PageObject) -> tuple[str, ...]:
    contents = page.get_contents()
    if contents is not None:
        contents.get_data()  # which tells whether it can be unpacked
    return (_passing(page.extract_text, ""), _passing(partial(_notes, page), ""))


def _comments(page: PageObject) -> int:
    notes = [reference.get_object() for reference in page.annotations or ()]
    return sum(note.get("/Subtype") in _COMMENTS and bool(str(note.get("/Contents", "")).strip()) for note in notes)


def _notes(page: PageObject) -> str:
    """What is written on the notes and stamps that were put over a page."""
    texts: list[str] = []
    for reference in page.annotations or ():
        note = reference.get_object()
        texts.append(str(note.get("/Contents", "")))
        shown = note["/AP"]["/N"] if "/AP" in note else None
        if isinstance(shown, StreamObject):
            texts.append(page.extract_xform_text(cast("EncodedStreamObject", shown)))
    return "\n".join(texts)


def _passing(read: Callable[[], T], otherwise: T) -> T:
    """What ``read`` gives; ``otherwise`` where the library cannot read what other programs can show."""
    try:
        return read()
    except (LimitReachedError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - there is no end to what fonts have wrong
        return otherwise
