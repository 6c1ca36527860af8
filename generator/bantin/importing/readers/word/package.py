"""The package of a Word file (Open Packaging Conventions, ECMA-376 part 2): its parts, and what relates them.

Parts are unpacked one by one as they are needed. A relationship may lead to a part that does not exist, as Word itself
writes for a picture that it could not find (``NULL``).
"""

import io
import posixpath
import zlib
from collections.abc import Mapping
from zipfile import BadZipFile, ZipFile

from lxml import etree
from msgspec import Struct

from bantin.content.documents.file_types import FileType, detect_type
from bantin.content.documents.parts import Budget, TooLarge
from bantin.importing.material import Refusal, Unreadable
from bantin.importing.readers.word.xml import Element, ForbiddenMarkup, children, parse, value

_MOST_MEMBERS = 4_000
_MOST_UNPACKED = 1 << 28
# Parsed, it takes up to ten times the memory.
_MOST_MARKUP = 1 << 25
_ENCRYPTED = 0x1
_MARKUP = (".xml", ".rels", ".vml")
_MAIN = "/officeDocument"
_DAMAGE = (BadZipFile, EOFError, LookupError, NotImplementedError, OSError, ValueError, zlib.error)


class Relation(Struct, frozen=True):
    """A relationship of a part: the last word of its type (``styles``), and the part or address that it leads to."""

    kind: str
    target: str
    is_external: bool = False


class Part(Struct, frozen=True):
    """A part with markup: its name in the package, its root element, and its relationships by their ids."""

    name: str
    root: Element
    relations: Mapping[str, Relation]


class Package:
    """An opened package. Raises :class:`Unreadable` if it is no Word file, damaged, encrypted or too large."""

    def __init__(self, data: bytes) -> None:
        try:
            form = detect_type(data)
            if form is FileType.PROTECTED_OFFICE:
                raise Unreadable(Refusal.ENCRYPTED)
            if form is not FileType.DOCX:
                raise Unreadable(Refusal.UNKNOWN_KIND, form)
            self._archive = ZipFile(io.BytesIO(data))
            _check(self._archive)
        except TooLarge as error:
            raise Unreadable(Refusal.TOO_LARGE) from error
        except _DAMAGE as error:
            raise Unreadable(Refusal.DAMAGED, str(error)) from error
        self._names = frozenset(self._archive.namelist())

    @property
    def has_macros(self) -> bool:
        """Whether there are macros in the file. They are never read."""
        return any(name.endswith("vbaProject.bin") for name in self._names)

    def main(self) -> Part:
        """The part with the document. Raises :class:`Unreadable`."""
        for relation in self._relations("").values():
            if relation.kind == _MAIN[1:]:
                part = self.part(relation.target)
                if part is not None:
                    return part
        raise Unreadable(Refusal.DAMAGED, "officeDocument")

    def related(self, part: Part, kind: str) -> Part | None:
        """The part that ``part`` has a relationship of this ``kind`` to. Raises :class:`Unreadable`."""
        targets = (relation.target for relation in part.relations.values() if relation.kind == kind)
        return next((found for found in map(self.part, targets) if found is not None), None)

    def part(self, name: str) -> Part | None:
        """The part with this name; ``None`` if there is none. Raises :class:`Unreadable` if it is damaged."""
        data = self.data(name)
        return None if data is None else Part(name, _parsed(data), self._relations(name))

    def data(self, name: str) -> bytes | None:
        """The bytes of a part; ``None`` if there is none. Raises :class:`Unreadable` if it is damaged."""
        if name not in self._names:
            return None
        try:
            return self._archive.read(name)
        except (*_DAMAGE, RuntimeError) as error:
            raise Unreadable(Refusal.DAMAGED, str(error)) from error

    def _relations(self, name: str) -> Mapping[str, Relation]:
        folder, _, file = name.rpartition("/")
        data = self.data(posixpath.join(folder, "_rels", f"{file}.rels"))
        if data is None:
            return {}
        return {value(one, "Id"): _relation(one, folder) for one in children(_parsed(data), "{*}Relationship")}


def _check(archive: ZipFile) -> None:
    """Refuses an archive before anything of it is unpacked. Raises :class:`TooLarge` and :class:`Unreadable`.

    It is enough to look at the sizes that members declare: no more of one is ever unpacked.
    """
    members, markup = Budget(_MOST_UNPACKED, _MOST_MEMBERS), Budget(_MOST_MARKUP)
    for member in archive.infolist():
        members.take_part()
        members.take(member.file_size)
        markup.take(member.file_size if member.filename.endswith(_MARKUP) else 0)
        if member.flag_bits & _ENCRYPTED:
            raise Unreadable(Refusal.ENCRYPTED)


def _parsed(data: bytes) -> Element:
    try:
        return parse(data)
    except ForbiddenMarkup as error:
        raise Unreadable(Refusal.TOO_COSTLY, "DTD") from error
    except etree.XMLSyntaxError as error:
        raise Unreadable(Refusal.DAMAGED, str(error)) from error


def _relation(element: Element, folder: str) -> Relation:
    kind = value(element, "Type").rpartition("/")[2]
    target = value(element, "Target")
    if value(element, "TargetMode") == "External":
        return Relation(kind, target, is_external=True)
    return Relation(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
