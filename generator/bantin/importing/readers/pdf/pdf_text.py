"""PDF → ``Material``: the text layer, line by line in its own order, in which the columns of tables stay together.

A PDF may be hostile: this is to run in a process apart, with limited time and memory. It only reads.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from pypdf import PageObject
from pypdf.errors import LimitReachedError

from bantin.content.documents.parts import Encrypted
from bantin.content.documents.pdf import laid_out, pages_of, texts_of
from bantin.domain.text.encodings import find_legacy
from bantin.importing.material import Block, Form, Material, Notice, NoticeKind, Place, PlaceKind, Refusal, Unreadable
from bantin.importing.readers.pdf.columns import Piece, Row, lines_of, page_blocks

MOST_PAGES = 2_000
"""The most pages of a PDF that is read; an agreement has fewer than a hundred."""


class _Page(Struct, frozen=True):
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...]


def read_pdf(data: bytes, name: str) -> Material:
    """Reads the text on the pages of the PDF ``data``, whose file is called ``name``.

    The places are pages. A page without text, such as a scanned one, is a notice; so is text of a legacy font.
    Raises ``Unreadable``, for more than :data:`MOST_PAGES` pages as well.
    """
    try:
        read = _read(pages_of(data))
    except Unreadable:
        raise
    except Encrypted as error:
        raise Unreadable(Refusal.ENCRYPTED, name) from error
    except (LimitReachedError, MemoryError) as error:
        raise Unreadable(Refusal.TOO_COSTLY, name) from error
    except Exception as error:  # a damaged file makes the library raise anything
        raise Unreadable(Refusal.DAMAGED, name) from error
    blocks = tuple(block for page in read for block in page.blocks)
    return Material(name, Form.DOCUMENT, blocks, notices=tuple(notice for page in read for notice in page.notices))


def _read(pages: Sequence[PageObject]) -> list[_Page]:
    if len(pages) > MOST_PAGES:
        raise Unreadable(Refusal.TOO_LARGE, f"{len(pages)} > {MOST_PAGES}")
    return [_page(number, page) for number, page in enumerate(pages, start=1)]


def pages_without_text(material: Material) -> tuple[int, ...]:
    """The pages of a PDF to be read by OCR."""
    return tuple(one.place.number for one in material.notices if one.kind is NoticeKind.NO_TEXT)


def _page(number: int, page: PageObject) -> _Page:
    place = Place(PlaceKind.PAGE, number)
    text = unicodedata.normalize("NFC", texts_of(page)[0])
    if not any(map(str.isalnum, text)):
        return _Page((), (Notice(NoticeKind.NO_TEXT, "", place),))
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    legacy = find_legacy(text)
    notices = (Notice(NoticeKind.LEGACY_FONT, text[legacy.start : legacy.end], place),) if legacy else ()
    return _Page(tuple(page_blocks(number, lines_of(list(_rows(lines, page))))), notices)


def _rows(lines: Sequence[str], page: PageObject) -> Iterator[Row]:
    """The ``lines`` of a page; those that stand in columns are divided into these."""
    layout = (_pieces(line) for line in unicodedata.normalize("NFC", laid_out(page)).splitlines())
    divided = {_key(" ".join(piece.text for piece in row)): row for row in layout if row}
    for line in lines:
        yield divided.get(_key(line)) or (Piece(0, len(line), line),)


def _key(line: str) -> str:
    """What is equal for a line whose words are spaced in two ways."""
    return "".join(line.split())


def _pieces(line: str) -> Row:
    """The pieces of a line with blanks in proportion to its spaces; their units are letters."""
    found = _between_gaps().finditer(line)
    return tuple(Piece(one.start(), one.end(), " ".join(one[0].split())) for one in found)


@cache
def _between_gaps() -> re.Pattern[str]:
    """Words with fewer than four blanks between them. In justified lines, they have two or three."""
    return re.compile(r"\S+(?: {1,3}\S+)*+")
