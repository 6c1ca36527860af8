"""Reads the pages of a PDF and the text on them. Runs only in the sandbox: a PDF may be hostile."""

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
from bantin.content.documents.words import clean_pages
from bantin.domain.text.secrecy_stamps import find_stamp

T = TypeVar("T")

# Annotations by reviewers of a draft. Others, such as stamps and links, are meant to be seen.
_COMMENTS = frozenset(("/Text", "/Highlight", "/StrikeOut", "/Underline", "/Squiggly", "/Caret"))


class Pages(Struct, frozen=True):
    """The number of pages of a PDF, and the ``level`` of the secrecy stamp on page ``stamped``, the first with one.

    ``comments`` is the number of reviewers' annotations on the pages up to that; ``words`` are the texts of the pages,
    without annotations.
    """

    count: int
    level: str = ""
    stamped: int = 0
    comments: int = 0
    words: tuple[str, ...] = ()


def read_pages(data: bytes) -> Pages:
    """Reads the pages of the PDF ``data``.

    Raises :class:`Encrypted`, ``LimitReachedError`` for streams that are too large when unpacked, ``MemoryError``, and
    any exception that a damaged PDF makes the library raise.
    """
    comments = 0
    pages = pages_of(data)
    words: list[str] = []
    for number, page in enumerate(pages, start=1):
        comments += _or_default(partial(_comments, page), 0)
        texts = texts_of(page)
        words.append(texts[0])
        for text in texts:
            stamp = find_stamp(unicodedata.normalize("NFC", text))
            if stamp:
                return Pages(len(pages), stamp.level, number, comments)
    return Pages(len(pages), comments=comments, words=clean_pages(words))


def read_text(data: bytes) -> str:
    """Reads all text in the PDF ``data``. Raises the same as :func:`read_pages`."""
    return "\n".join(text for page in pages_of(data) for text in texts_of(page))


def read_attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Reads the files attached to the PDF ``data``, with their names. Raises the same as :func:`read_pages`."""
    reader = PdfReader(io.BytesIO(data))
    for name, files in reader.attachments.items():
        yield from ((name, file) for file in files)


def pages_of(data: bytes) -> Sequence[PageObject]:
    """The pages of the PDF ``data``. Raises the same as :func:`read_pages`."""
    # The reader itself tries an empty password.
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Encrypted
    if not len(reader.pages):
        raise ValueError("a document has pages")
    return reader.pages


def texts_of(page: PageObject) -> tuple[str, str]:
    """The text on a page, and in its annotations. Raises ``LimitReachedError`` if it is too large."""
    contents = page.get_contents()
    if contents is not None:
        contents.get_data()  # raises if it cannot be unpacked
    return (_or_default(page.extract_text, ""), _or_default(partial(_notes, page), ""))


def laid_out(page: PageObject) -> str:
    """The text on a page, with blanks in proportion to the space between words; empty if that is unknown."""
    return _or_default(partial(page.extract_text, extraction_mode="layout"), "")


def _comments(page: PageObject) -> int:
    notes = [reference.get_object() for reference in page.annotations or ()]
    return sum(note.get("/Subtype") in _COMMENTS and bool(str(note.get("/Contents", "")).strip()) for note in notes)


def _notes(page: PageObject) -> str:
    """The text of the annotations and stamps on a page."""
    texts: list[str] = []
    for reference in page.annotations or ():
        note = reference.get_object()
        texts.append(str(note.get("/Contents", "")))
        shown = note["/AP"]["/N"] if "/AP" in note else None
        if isinstance(shown, StreamObject):
            texts.append(page.extract_xform_text(cast("EncodedStreamObject", shown)))
    return "\n".join(texts)


def _or_default(read: Callable[[], T], otherwise: T) -> T:
    """The result of ``read``; ``otherwise`` if the library fails on something that other programs can show."""
    try:
        return read()
    except (LimitReachedError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - broken fonts raise anything
        return otherwise
