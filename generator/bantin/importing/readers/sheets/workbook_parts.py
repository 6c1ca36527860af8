"""Examines a zipped workbook (.xlsx, .xlsm, .ods) before a library opens it.

Libraries give the values of cells in a rectangle, whatever its size, and not what else stands in the XML: formulas,
errors, hidden rows, merged cells. So each part is parsed once within limits. The parser is Python's expat: it fetches
nothing, and a file that declares an entity is refused.
"""

import io
import posixpath
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import IO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from bantin.content.documents.parts import Budget, TooLarge
from bantin.importing.material import Notice, NoticeKind, Place, PlaceKind, Refusal, Unreadable
from bantin.importing.readers.sheets.sheet_marks import ExcelSheet, OpenSheets, SheetMarks, SheetTooLarge, local_name

_MOST_BYTES, _MOST_PARTS = 1 << 27, 5_000
_PIECE = 1 << 16
_ENCRYPTED_FLAG = 0x1
_WORKBOOK, _LINKS, _STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
_OPEN_CONTENT = "content.xml"
_BINARY = "xl/workbook.bin"
_TOLD = (
    ("vbaProject.bin", NoticeKind.MACRO),
    ("Basic/script-lc.xml", NoticeKind.MACRO),
    ("/comments", NoticeKind.COMMENT),
    ("/threadedComments/", NoticeKind.COMMENT),
    ("/embeddings/", NoticeKind.OBJECT),
)
# What damaged archives and parts make the standard library raise.
_DAMAGES = (BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, ValueError, RuntimeError)

Start = Callable[[str, dict[str, str]], None]


class WorkbookParts(Struct, frozen=True):
    """What the parts of a workbook say: the marks of each sheet by its name, and what is told of the whole."""

    sheets: Mapping[str, SheetMarks]
    notices: tuple[Notice, ...] = ()


class _Parser:
    """Parses parts of one archive within a common budget."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive, self._budget = archive, Budget(_MOST_BYTES, _MOST_PARTS)

    def parse(self, member: ZipInfo, start: Start, end: Callable[[str], None], text: Callable[[str], None]) -> None:
        """Parses a part and calls the handlers, whatever size it declares.

        Raises ``TooLarge``, ``SheetTooLarge`` and ``expat.ExpatError``.
        """
        self._budget.take_part()
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
        parser.EntityDeclHandler = _refuse
        with self._archive.open(member) as stream:
            self._feed(parser, stream)

    def _feed(self, parser: expat.XMLParserType, stream: IO[bytes]) -> None:
        while piece := stream.read(_PIECE):
            self._budget.take(len(piece))
            parser.Parse(piece, False)  # noqa: FBT003 - the parser takes no keyword
        parser.Parse(b"", True)  # noqa: FBT003


def examine_workbook(data: bytes) -> WorkbookParts:
    """Examines all parts of a zipped workbook.

    Raises ``Unreadable`` if it is no such workbook, damaged, encrypted, or larger than any workbook of records is.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _examined(archive)
    except (TooLarge, SheetTooLarge) as error:
        raise Unreadable(Refusal.TOO_LARGE) from error
    except _DAMAGES as error:
        raise Unreadable(Refusal.DAMAGED, type(error).__name__) from error


def _examined(archive: ZipFile) -> WorkbookParts:
    members = archive.infolist()
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise Unreadable(Refusal.ENCRYPTED)
    names, parser = {member.filename for member in members}, _Parser(archive)
    if _WORKBOOK in names and _BINARY not in names:
        return WorkbookParts(_excel_sheets(members, parser), tuple(_notices(members)))
    if "mimetype" in names and _OPEN_CONTENT in names:
        sheets = OpenSheets()
        for member in members:
            if member.filename == _OPEN_CONTENT:
                parser.parse(member, sheets.start, sheets.end, sheets.text)
        return WorkbookParts(sheets.marks, tuple(_notices(members)))
    raise Unreadable(Refusal.UNKNOWN_KIND)


def _excel_sheets(members: list[ZipInfo], parser: _Parser) -> Mapping[str, SheetMarks]:
    """The marks of each sheet; of two parts of one name, which only hostile files have, both are examined."""
    lengths: list[int] = []
    ids, links = _Attributes("sheet", "name", "id"), _Attributes("Relationship", "Id", "Target", "Type")
    for name, reader in ((_STRINGS, _SharedStrings(lengths)), (_WORKBOOK, ids), (_LINKS, links)):
        for member in members:
            if member.filename == name:
                parser.parse(member, reader.start, reader.end, reader.text)
    marks = {}
    for member in members:
        if member.filename.endswith(".xml") and member.filename not in (_STRINGS, _WORKBOOK):
            sheet = ExcelSheet(lengths)
            parser.parse(member, sheet.start, sheet.end, sheet.text)
            marks[member.filename] = sheet.marks
    targets = {link: _target(target) for link, target, kind in links.found if kind.endswith("/worksheet")}
    if not set(targets.values()) <= set(marks):
        raise Unreadable(Refusal.DAMAGED, _LINKS)
    return {name: marks[targets[link]] for name, link in ids.found if link in targets}


def _target(target: str) -> str:
    """The name of the part that a relationship of the workbook leads to."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _notices(members: list[ZipInfo]) -> Iterator[Notice]:
    for member in members:
        kind = next((kind for part, kind in _TOLD if part in f"/{member.filename}"), None)
        if kind:
            yield Notice(kind, member.filename, Place(PlaceKind.ELEMENT, name=member.filename))


class _Attributes:
    """Collects some attributes of all elements of one name, whatever their namespace; one that is missing is empty."""

    def __init__(self, element: str, *attributes: str) -> None:
        self._element, self._attributes = element, attributes
        self.found: list[tuple[str, ...]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local_name(name) == self._element:
            given = {local_name(key): value for key, value in attributes.items()}
            self.found.append(tuple(given.get(key, "") for key in self._attributes))

    def end(self, name: str) -> None:
        """Does nothing: all is in the start of an element."""

    def text(self, text: str) -> None:
        """Does nothing: all is in the start of an element."""


class _SharedStrings:
    """Collects the lengths of the texts that cells share."""

    def __init__(self, lengths: list[int]) -> None:
        self._lengths = lengths

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - the parser passes both
        if local_name(name) == "si":
            self._lengths.append(0)

    def end(self, name: str) -> None:
        """Does nothing: the next text begins with its own element."""

    def text(self, text: str) -> None:
        if self._lengths:
            self._lengths[-1] += len(text)


def _refuse(*_declared: object) -> None:
    raise Unreadable(Refusal.DAMAGED, "entity")
