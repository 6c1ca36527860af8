"""The pages of a PDF, and what is written on them. Runs only in the process for it: a PDF may be hostile."""

import io
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import cast

from msgspec import Struct
from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError
from pypdf.generic import EncodedStreamObject, StreamObject

from generator.text.stamps import find_stamp


class Encrypted(Exception):
    """The PDF cannot be opened without a password, or without a cipher that is not installed."""


class Pages(Struct, frozen=True):
    """How many pages a PDF has, and the ``level`` of the stamp of secrecy on page ``stamped``, the first with one."""

    count: int
    level: str = ""
    stamped: int = 0


def read_pages(data: bytes) -> Pages:
    """The pages of the PDF ``data``.

    Raises :class:`Encrypted`, ``LimitReachedError`` for what grows too large when unpacked, ``MemoryError``, and
    whatever a PDF that is damaged makes the library raise.
    """
    reader = PdfReader(io.BytesIO(data))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise Encrypted
        count = len(reader.pages)
    except DependencyError as error:
        raise Encrypted from error
    if not count:
        raise ValueError("a document has pages")
    for number, page in enumerate(reader.pages, start=1):
        contents = page.get_contents()
        if contents is not None:
            contents.get_data()  # which tells whether it can be unpacked
        for text in (_passing(page.extract_text), _passing(partial(_notes, page))):
            stamp = find_stamp(unicodedata.normalize("NFC", text))
            if stamp:
                return Pages(count, stamp.level, number)
    return Pages(count)


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


def _passing(read: Callable[[], str]) -> str:
    """What ``read`` gives; nothing where the library cannot read what other programs can show."""
    try:
        return read()
    except (LimitReachedError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - there is no end to what fonts have wrong
        return ""
