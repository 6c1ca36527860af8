"""Documents that are no PDF: their parts, whatever they are packed in. Runs only in the process for it.

Archives are unfolded within bounds, those in them too, and each part is read as what it is, not as it is called.
"""

import codecs
import io
from collections.abc import Iterator
from zipfile import ZipFile, ZipInfo

from bantin.content.documents.file_types import FileType, form_of
from bantin.content.documents.markup import read_markup
from bantin.content.documents.messages import Traces
from bantin.content.documents.parts import Budget, Encrypted, Part, TooMuch
from bantin.content.documents.pdf import read_text
from bantin.content.documents.rtf import read_rtf

_DEEPEST = 4
_LOCKED = 0x1
_OFFICE = frozenset((FileType.DOCX, FileType.XLSX, FileType.PPTX))
_OPENDOCUMENT = frozenset((FileType.ODT, FileType.ODS))
# Parts of an office file that nobody reads: how it looks, and a picture of its first page.
_PASSED_OVER = ("/theme/", "/_rels/", "fontTable.xml", "[Content_Types].xml", "webSettings.xml", "settings.xml")
_NOT_READ = frozenset((FileType.OLD_OFFICE, FileType.UNKNOWN))


def read_parts(
    data: bytes, form: FileType, name: str = "", budget: Budget | None = None, depth: int = 0
) -> Iterator[Part]:
    """The parts of a document of this ``form``, called ``name`` where it lies in another one.

    Raises :class:`Encrypted`, :class:`TooMuch`, and whatever a file that is damaged makes a library raise.
    """
    budget = budget or Budget()
    budget.take_part()
    if depth > _DEEPEST:
        raise TooMuch
    if form is FileType.PROTECTED_OFFICE:
        raise Encrypted
    if form in _NOT_READ:
        yield Part(name, traces=Traces(unread=(name,)))
    elif form is FileType.TEXT:
        yield Part(name, decoded(data))
    elif form is FileType.RTF:
        yield read_rtf(data, name)
    elif form is FileType.PDF:
        yield Part(name, read_text(data))
    elif form is not FileType.IMAGE:
        with ZipFile(io.BytesIO(data)) as archive:
            yield from _members(archive, form, f"{name}/" if name else "", budget, depth)


def decoded(data: bytes) -> str:
    """The text of a file that says nothing of its encoding: Unicode, or what Windows writes in Vietnam."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258", "replace") + "\n\n" + data.decode("cp1252", "replace")


def _members(archive: ZipFile, form: FileType, above: str, budget: Budget, depth: int) -> Iterator[Part]:
    locked = form in _OPENDOCUMENT and _is_locked(archive, budget)
    for member in archive.infolist():
        budget.take_part()
        if locked or member.flag_bits & _LOCKED:
            raise Encrypted
        if member.is_dir():
            continue
        name = f"{above}{member.filename}"
        if form is FileType.ZIP:
            inner = _unfolded(archive, member, budget)
            yield from read_parts(inner, form_of(inner), name, budget, depth + 1)
        elif member.filename.endswith((".xml", ".vml")):
            if not any(part in f"/{member.filename}" for part in _PASSED_OVER):
                # All of it is shown, and not only what is marked as text.
                all_text = form in _OPENDOCUMENT or member.filename.startswith("docProps/")
                with archive.open(member) as stream:
                    yield read_markup(name, stream, budget, all_text=all_text)
        elif "embeddings/" in member.filename or member.filename.endswith("vbaProject.bin"):
            inner = _unfolded(archive, member, budget)
            yield from read_parts(inner, form_of(inner), name, budget, depth + 1)


def _is_locked(archive: ZipFile, budget: Budget) -> bool:
    manifest = "META-INF/manifest.xml"
    return manifest in archive.namelist() and b"encryption-data" in _unfolded(
        archive, archive.getinfo(manifest), budget
    )


def _unfolded(archive: ZipFile, member: ZipInfo, budget: Budget) -> bytes:
    """The bytes of a member, as many as the budget allows, whatever it says of its size."""
    pieces = []
    with archive.open(member) as stream:
        while piece := stream.read(1 << 20):
            budget.take(len(piece))
            pieces.append(piece)
    return b"".join(pieces)
