"""Reads the parts of documents other than PDF, including nested archives. Runs only in the sandbox.

Archives are unpacked within limits, and each part is read by its detected type, not by its name.
"""

import codecs
import io
from collections.abc import Iterator
from zipfile import ZipFile, ZipInfo

from bantin.content.documents.file_types import FileType, detect_type
from bantin.content.documents.markup import read_markup
from bantin.content.documents.messages import Traces
from bantin.content.documents.parts import Budget, Encrypted, Part, TooLarge
from bantin.content.documents.pdf import read_text
from bantin.content.documents.rtf import read_rtf

_DEEPEST = 4
_ENCRYPTED_FLAG = 0x1
_OFFICE = frozenset((FileType.DOCX, FileType.XLSX, FileType.PPTX))
_OPENDOCUMENT = frozenset((FileType.ODT, FileType.ODS))
# Parts of an office file without text: styles, settings and relationships.
_IGNORED = ("/theme/", "/_rels/", "fontTable.xml", "[Content_Types].xml", "webSettings.xml", "settings.xml")
_NOT_READ = frozenset((FileType.OLD_OFFICE, FileType.UNKNOWN))


def read_parts(
    data: bytes, form: FileType, name: str = "", budget: Budget | None = None, depth: int = 0
) -> Iterator[Part]:
    """Reads the parts of a document of this ``form``; ``name`` is its path if it is inside another document.

    Raises :class:`Encrypted`, :class:`TooLarge`, and any exception that a damaged file makes a library raise.
    """
    budget = budget or Budget()
    budget.take_part()
    if depth > _DEEPEST:
        raise TooLarge
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
    """Decodes a file whose encoding is not declared: Unicode, or the code pages of Windows in Vietnam."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258", "replace") + "\n\n" + data.decode("cp1252", "replace")


def _members(archive: ZipFile, form: FileType, above: str, budget: Budget, depth: int) -> Iterator[Part]:
    is_encrypted = form in _OPENDOCUMENT and _is_encrypted(archive, budget)
    for member in archive.infolist():
        budget.take_part()
        if is_encrypted or member.flag_bits & _ENCRYPTED_FLAG:
            raise Encrypted
        if member.is_dir():
            continue
        name = f"{above}{member.filename}"
        if form is FileType.ZIP:
            inner = _unpacked(archive, member, budget)
            yield from read_parts(inner, detect_type(inner), name, budget, depth + 1)
        elif member.filename.endswith((".xml", ".vml")):
            if not any(part in f"/{member.filename}" for part in _IGNORED):
                # In these, all character data is shown, not only that of text elements.
                all_text = form in _OPENDOCUMENT or member.filename.startswith("docProps/")
                with archive.open(member) as stream:
                    yield read_markup(name, stream, budget, all_text=all_text)
        elif "embeddings/" in member.filename or member.filename.endswith("vbaProject.bin"):
            inner = _unpacked(archive, member, budget)
            yield from read_parts(inner, detect_type(inner), name, budget, depth + 1)


def _is_encrypted(archive: ZipFile, budget: Budget) -> bool:
    manifest = "META-INF/manifest.xml"
    return manifest in archive.namelist() and b"encryption-data" in _unpacked(
        archive, archive.getinfo(manifest), budget
    )


def _unpacked(archive: ZipFile, member: ZipInfo, budget: Budget) -> bytes:
    """Unpacks a member within the budget, whatever size it declares."""
    pieces = []
    with archive.open(member) as stream:
        while piece := stream.read(1 << 20):
            budget.take(len(piece))
            pieces.append(piece)
    return b"".join(pieces)
