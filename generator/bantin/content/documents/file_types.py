"""Detects the type of a file, whatever its name, by its first bytes and by the members of archives."""

import io
from enum import StrEnum
from zipfile import ZipFile


class FileType(StrEnum):
    """The type of a document, in the words that editors use."""

    PDF = "PDF"
    DOCX = "Word (.docx)"
    XLSX = "Excel (.xlsx)"
    PPTX = "PowerPoint (.pptx)"
    ODT = "OpenDocument (.odt)"
    ODS = "OpenDocument (.ods)"
    RTF = "RTF"
    ZIP = "ZIP"
    OLD_OFFICE = "Word, Excel 97–2003"
    PROTECTED_OFFICE = "Office, ****"
    IMAGE = "JPEG, PNG…"
    TEXT = "TXT"
    UNKNOWN = "?"


FILE_TYPES = {
    ".csv": FileType.TEXT,
    ".docx": FileType.DOCX,
    ".ods": FileType.ODS,
    ".odt": FileType.ODT,
    ".pdf": FileType.PDF,
    ".rtf": FileType.RTF,
    ".txt": FileType.TEXT,
    ".xlsx": FileType.XLSX,
    ".zip": FileType.ZIP,
}
"""The type that a document must have, by the extension of its name."""

# The number of bytes within which readers accept the signature (ISO 32000-1, annex H.3, note 13).
_PDF, _PREFACE = b"%PDF-", 1024
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OPENDOCUMENT = {b"text": FileType.ODT, b"spreadsheet": FileType.ODS}
_LONGEST_MIMETYPE = 200


def detect_type(data: bytes) -> FileType:
    """Detects the type of a file from its bytes ``data``.

    Raises ``zipfile.BadZipFile`` and other exceptions for a damaged archive.
    """
    if data.startswith(_ZIP):
        with ZipFile(io.BytesIO(data)) as archive:
            return _packed(archive)
    if data.startswith(_OLE):
        return FileType.PROTECTED_OFFICE if "EncryptedPackage".encode("utf-16-le") in data else FileType.OLD_OFFICE
    if begins_as_pdf(data):
        return FileType.PDF
    if data[:_PREFACE].lstrip().startswith(b"{\\rtf"):
        return FileType.RTF
    if is_image(data):
        return FileType.IMAGE
    return FileType.TEXT if data.startswith(_UTF_16) or b"\0" not in data else FileType.UNKNOWN


def begins_as_pdf(data: bytes) -> bool:
    """Whether ``data`` begins as a PDF."""
    return _PDF in data[:_PREFACE]


def is_image(data: bytes) -> bool:
    """Whether ``data`` begins as an image of a format that browsers show."""
    within = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return within or data.startswith(_IMAGES) or (data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis"))


def _packed(archive: ZipFile) -> FileType:
    names = archive.namelist()
    if "mimetype" in names:
        with archive.open("mimetype") as part:
            kind = part.read(_LONGEST_MIMETYPE).strip().removeprefix(b"application/vnd.oasis.opendocument.")
        return _OPENDOCUMENT.get(kind, FileType.ZIP)
    folders = {name.partition("/")[0] for name in names}
    if "[Content_Types].xml" in names:
        for folder, form in (("word", FileType.DOCX), ("xl", FileType.XLSX), ("ppt", FileType.PPTX)):
            if folder in folders:
                return form
    return FileType.ZIP
