"""IMPORT: reads the sources, each in the confined process, with what belongs to it: pictures, scanned pages."""

import stat
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bantin.content.discover import CONTENT
from bantin.content.documents.sidecar import SUFFIX, write_sidecar
from bantin.domain.text.slugs import slugify
from bantin.importing.drafts.draft import Attached
from bantin.importing.drafts.placing import digest_of
from bantin.importing.finding import ReadSource
from bantin.importing.material import File, Notice, NoticeKind, Place, PlaceKind, Refusal, Unreadable
from bantin.importing.pictures import files_around, pictures_of
from bantin.importing.readers.kinds import SourceKind, kind_of
from bantin.importing.readers.messages import Reading
from bantin.importing.readers.pages.page_files import KnownFiles, known_files, with_files
from bantin.importing.readers.pdf.ocr import find_program, ocr_pdf
from bantin.importing.readers.pdf.pdf_text import pages_without_text
from bantin.importing.readers.pdf.scanned import sidecar_of, with_scanned
from bantin.importing.readers.reader import LARGEST_SOURCE, SourceReader
from bantin.importing.readers.sheets.own_data import is_own_table, own_sheets
from bantin.importing.readers.word.office_conversion import convert_to_docx, with_counted_notice
from bantin.importing.reports.report import Refused
from bantin.importing.sources import SourcePath

_DOCUMENTS = f"{CONTENT}/documents"
_CONVERSION_SECONDS = 120
_DIGITS = 8


class Gathered(Struct, frozen=True):
    """The sources that were read, and those that were not."""

    sources: tuple[ReadSource, ...]
    refused: tuple[Refused, ...]


def gather(
    paths: Sequence[SourcePath], recipe: bytes, addresses: Mapping[str, str], progress: Callable[[int, int], None]
) -> Gathered:
    """Reads the sources at ``paths``, pages by ``recipe``; ``addresses`` are old ones by the names of saved files.

    ``progress`` is called with how many have been read, and of how many.
    """
    read: list[ReadSource] = []
    refused: list[Refused] = []
    with SourceReader(recipe) as reader, tempfile.TemporaryDirectory() as workspace:
        gatherer = _Gatherer(reader, Path(workspace), addresses)
        for number, source in enumerate(paths):
            progress(number, len(paths))
            try:
                read.append(gatherer.gather(source))
            except Unreadable as reason:
                refused.append(Refused(source.key, reason.refusal, reason.detail))
    return Gathered(tuple(read), tuple(refused))


class _Gatherer:
    """Reads one source after another; the ``workspace`` is for what LibreOffice converts.

    A folder that was named is listed once, and what lies around a page that was named once for each.
    """

    def __init__(self, reader: SourceReader, workspace: Path, addresses: Mapping[str, str]) -> None:
        self._reader, self._workspace, self._addresses = reader, workspace, addresses
        self._files: dict[Path, KnownFiles] = {}

    def gather(self, source: SourcePath) -> ReadSource:
        """Reads a source with what belongs to it. Raises ``Unreadable``."""
        if source.leaves:
            raise Unreadable(Refusal.OUTSIDE)
        data = read_bounded(source.path)
        kind = kind_of(data, source.path.name)
        if kind is SourceKind.OFFICE:
            data = read_bounded(convert_to_docx(source.path, self._workspace, _CONVERSION_SECONDS))
        if kind is SourceKind.SHEET and is_own_table(data):
            return ReadSource(source.key, Reading(sheets=own_sheets(_beside(source.path))))
        reading = self._reader.read(data, source.path.name)
        if reading.refusal:
            raise Unreadable(reading.refusal, reading.detail)
        if kind is SourceKind.PDF:
            return _with_scanned_pages(source, data, reading)
        if kind is SourceKind.PAGE:
            return self._with_files(source, reading)
        if kind is SourceKind.OFFICE:
            reading = replace(reading, materials=tuple(map(with_counted_notice, reading.materials)))
        pictures = {path: file for one in reading.materials for path, file in pictures_of(one)}
        return ReadSource(source.key, reading, pictures)

    def _with_files(self, source: SourcePath, reading: Reading) -> ReadSource:
        """Adds what lies beside a saved page: its pictures; and the old address that a list gives it."""
        inside = source.path.relative_to(source.folder).as_posix()
        listed = source.path if source.is_alone else source.folder
        if listed not in self._files:
            self._files[listed] = known_files(files_around(source))
        address = self._addresses.get(inside) or self._addresses.get(source.path.name, "")
        placed = (with_files(one, inside, self._files[listed]) for one in reading.materials)
        materials = tuple(replace(one, address=one.address or address) for one in placed)
        pictures: dict[str, File] = {}
        for one in materials:
            pictures |= dict(pictures_of(one, source.folder))
        return ReadSource(source.key, replace(reading, materials=materials), pictures)


def read_bounded(path: Path) -> bytes:
    """The bytes of a file. Raises ``Unreadable`` for one that is too large, and for what is no file."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(Refusal.UNKNOWN_KIND)
        if status.st_size > LARGEST_SOURCE:
            raise Unreadable(Refusal.TOO_LARGE)
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(Refusal.DAMAGED, error.strerror or "") from None


def _beside(path: Path) -> Mapping[str, bytes]:
    """The files of our own data that lie beside the table of agreements, by their names."""
    return {one.name: read_bounded(one) for one in sorted(path.parent.glob("*.csv")) if not one.is_symlink()}


def _with_scanned_pages(source: SourcePath, data: bytes, reading: Reading) -> ReadSource:
    """Keeps a PDF with the record that it becomes, and adds what a machine reads on pages that are only pictures."""
    (material,) = reading.materials
    # Scans of several folders often have one name, and the bulletin may have a file of that name already.
    name = f"{slugify(source.path.stem) or 'van-ban'}-{digest_of(data)[:_DIGITS]}.pdf"
    pdf = Attached(f"{_DOCUMENTS}/{name}", data)
    scanned = pages_without_text(material)
    try:
        pages = tuple(ocr_pdf(source.path, scanned)) if scanned else ()
    except Unreadable as reason:
        # The rest of the document is worth having; the report says what is missing.
        notice = Notice(NoticeKind.UNREADABLE, reason.detail, Place(PlaceKind.PAGE, scanned[0]))
        unread = replace(material, notices=(*material.notices, notice))
        return ReadSource(source.key, Reading((unread,)), attached=(pdf,))
    if not any(page.lines for page in pages):
        return ReadSource(source.key, reading, attached=(pdf,))
    sidecar = write_sidecar(sidecar_of(data, find_program(), pages)).encode()
    beside = Attached(f"{pdf.path}{SUFFIX}", sidecar)
    return ReadSource(source.key, Reading((with_scanned(material, pages),)), attached=(pdf, beside))
