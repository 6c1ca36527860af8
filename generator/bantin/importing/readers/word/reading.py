"""Reads Word files (.docx, .docm): text with the numbers that Word counts, tables, pictures, notes.

The document is taken as it reads once all tracked changes are accepted. Changes, comments and hidden text are told, and
headers and footers are left out. Macros are never run, and nothing is fetched.
"""

from collections.abc import Iterator

from bantin.importing.material import Form, Material, Notice, NoticeKind, Place, PlaceKind, Refusal, Unreadable
from bantin.importing.readers.word.blocks import BlockReader
from bantin.importing.readers.word.drawings import Pictures
from bantin.importing.readers.word.notes import NoteReader, read_comments
from bantin.importing.readers.word.numbering import Counter, read_lists
from bantin.importing.readers.word.package import Package, Part
from bantin.importing.readers.word.runs import RunReader
from bantin.importing.readers.word.styles import Styles
from bantin.importing.readers.word.xml import Element, child, name_of


def read_word(data: bytes, name: str) -> Material:
    """Reads the Word file ``data``, whose name is ``name``.

    Places count all paragraphs from 1, also empty ones and those in tables. A note stands behind the text, with the
    label of a footnote in Markdown, and has the place of its reference. Raises :class:`Unreadable`.
    """
    package = Package(data)
    try:
        return _read(package, package.main(), name)
    except RecursionError as error:
        raise Unreadable(Refusal.TOO_COSTLY) from error


def _read(package: Package, main: Part, name: str) -> Material:
    body = child(main.root, "w:body")
    if body is None:
        raise Unreadable(Refusal.UNKNOWN_KIND, name_of(main.root))
    styles = Styles(_root(package, main, "styles"), _root(package, main, "theme"))
    lists = read_lists(_root(package, main, "numbering"), styles)
    pictures = Pictures(package, main)
    reader = BlockReader(styles, Counter(lists), RunReader(styles, main.relations), pictures)
    blocks = tuple(reader.blocks(body))
    if not blocks and not reader.notices:
        raise Unreadable(Refusal.EMPTY)
    notes = NoteReader(package, main, styles)
    noted = tuple(block for count, note in enumerate(reader.notes, start=1) for block in notes.note(count, note))
    comments = read_comments(_root(package, main, "comments"), reader.comments)
    notices = (*_macros(package), *reader.notices, *notes.notices, *comments)
    return Material(name, Form.DOCUMENT, blocks + noted, files=pictures.files, notices=notices)


def _root(package: Package, main: Part, kind: str) -> Element | None:
    part = package.related(main, kind)
    return None if part is None else part.root


def _macros(package: Package) -> Iterator[Notice]:
    if package.has_macros:
        yield Notice(NoticeKind.MACRO, "vbaProject.bin", Place(PlaceKind.ELEMENT, name="vbaProject.bin"))
