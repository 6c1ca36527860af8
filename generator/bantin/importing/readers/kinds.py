"""Tells what a source is from its bytes; its name decides only what bytes cannot tell."""

import io
import re
import zipfile
from enum import StrEnum
from functools import cache

from bantin.content.documents.file_types import FileType, detect_type
from bantin.importing.material import Refusal, Unreadable

_BEGINNING = 4096
_SHEETS = (".csv", ".tsv", ".tab")
# What is left of such a file when a transfer broke off may look like a text. Pages and tables of HTML do bear these.
_NEVER_TEXT = (".doc", ".docm", ".docx", ".ods", ".odt", ".pdf", ".rtf", ".xls", ".xlsm", ".xlsx")
_WORKBOOK, _WORD = ("Workbook".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))


class SourceKind(StrEnum):
    """What a source is, and so which reader reads it. ``OFFICE`` is what LibreOffice has to convert first."""

    WORD = "word"
    OFFICE = "office"
    PDF = "pdf"
    PAGE = "page"
    FEED = "feed"
    WORDPRESS = "wordpress"
    SHEET = "sheet"
    TEXT = "text"


_BY_TYPE = {
    FileType.DOCX: SourceKind.WORD,
    FileType.ODT: SourceKind.OFFICE,
    FileType.RTF: SourceKind.OFFICE,
    FileType.PDF: SourceKind.PDF,
    FileType.XLSX: SourceKind.SHEET,
    FileType.ODS: SourceKind.SHEET,
}


def kind_of(data: bytes, name: str) -> SourceKind:
    """Tells the kind of the file ``name`` with the bytes ``data``.

    Raises ``Unreadable`` for an empty, damaged or encrypted file, and for one of no kind that can be imported.
    """
    if not data.strip(b" \t\r\n\0"):
        raise Unreadable(Refusal.EMPTY)
    try:
        form = detect_type(data)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise Unreadable(Refusal.DAMAGED) from None
    if form is FileType.PROTECTED_OFFICE:
        raise Unreadable(Refusal.ENCRYPTED)
    if form is FileType.OLD_OFFICE:
        return _old_office(data)
    kind = _BY_TYPE.get(form) or _text_kind(data[:_BEGINNING], name)
    if kind is None:
        raise Unreadable(Refusal.UNKNOWN_KIND)
    if kind is SourceKind.TEXT and name.lower().endswith(_NEVER_TEXT):
        raise Unreadable(Refusal.DAMAGED)
    return kind


def _old_office(data: bytes) -> SourceKind:
    if _WORKBOOK in data:
        return SourceKind.SHEET
    if _WORD in data:
        return SourceKind.OFFICE
    raise Unreadable(Refusal.UNKNOWN_KIND)


def _text_kind(beginning: bytes, name: str) -> SourceKind | None:
    """The kind of a text by its first bytes; ``None`` if they are none of a text."""
    text = _decoded(beginning)
    if text is None:
        return None
    head = text.lstrip("\ufeff \t\r\n").lower()
    if _feed().search(head):
        return SourceKind.WORDPRESS if "wordpress.org/export/" in head else SourceKind.FEED
    if _page().search(head):
        return SourceKind.PAGE
    if name.lower().endswith(_SHEETS) or _has_columns(text):
        return SourceKind.SHEET
    return SourceKind.TEXT


def _decoded(beginning: bytes) -> str | None:
    """The beginning of a text, whose letters do not matter; ``None`` for what is no text."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return beginning.decode("utf-16", "replace")
    if b"\0" in beginning:
        return None
    return beginning.decode("utf-8", "replace")


def _has_columns(text: str) -> bool:
    """Whether the first lines have the same number of tabs, or of semicolons, at least two: columns and no prose."""
    lines = [line for line in io.StringIO(text).read().splitlines()[:-1] if line.strip()][:5]
    counts = ({line.count(sign) for line in lines} for sign in "\t;")
    return len(lines) > 1 and any(len(one) == 1 and min(one) > 1 for one in counts)


@cache
def _feed() -> re.Pattern[str]:
    return re.compile(r"^(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*|<\?[^>]*>\s*){0,20}<(?:rss|feed|rdf:rdf)\b", re.S)


@cache
def _page() -> re.Pattern[str]:
    return re.compile(r"<(?:!doctype\s+html|html|head|body|article|div|table|p)\b")
