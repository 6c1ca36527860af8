"""What a file is, whatever it is called: told by its first bytes, and by the parts of those that are archives."""

import io
from enum import StrEnum
from zipfile import ZipFile


class FileType(StrEnum):
    """What a document is, in the words that editors use of it."""

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


FORMS = {
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
"""The form that a document is to have, by the ending of its name."""

# Bytes that may stand before it: readers allow for so many (ISO 32000-1, annex H.3, note 13).
_PDF, _PREFACE = b"%PDF-", 1024
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OPENDOCUMENT = {b"text": FileType.ODT, b"spreadsheet": FileType.ODS}
_LONGEST_MIMETYPE = 200


def form_of(data: bytes) -> FileType:
    """The form of a file with the bytes ``data``.

    Raises ``zipfile.BadZipFile`` and what else is raised for an archive that is damaged.
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
    """Whether ``data`` begins as an image of a kind that browsers show."""
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
