"""Reads files of separated values (CSV, TSV): their encoding, their separator, and their cells."""

import codecs
import csv
import io
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from bantin.domain.text.encodings import NotUtf8, decode
from bantin.domain.text.legacy_encodings import Legacy
from bantin.importing.material import Refusal, Unreadable

_SEPARATORS = ",;\t|"
# The first line by which some spreadsheets state the separator.
_STATED = "sep="
_SAMPLE_ROWS, _SAMPLE = 50, 20_000
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def delimited_rows(data: bytes) -> Iterator[list[str]]:
    """The rows of a file of separated values.

    Raises ``Unreadable`` if its encoding is not certain, if its quotes do not match, or if a value is too large.
    """
    text = _decoded(data)
    first = text.partition("\n")[0].rstrip("\r")
    if first.lower().startswith(_STATED) and len(first) == len(_STATED) + 1:
        # The line stays, as an empty row, so that rows have the numbers that spreadsheets show.
        return _parsed(text[len(first) :], first[-1])
    return _parsed(text, _separator(text))


def _decoded(data: bytes) -> str:
    """Decodes Unicode, and Windows-1258 if its words are Vietnamese only then; other encodings are refused."""
    for mark, encoding in _UTF_16.items():
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    try:
        return unicodedata.normalize("NFC", data.removeprefix(codecs.BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        first = data.rfind(b"\n", 0, error.start) + 1
        legacy = _legacy(data[first : first + _SAMPLE])
    if legacy is Legacy.WINDOWS_1258:
        return _strictly(data, "cp1258")
    raise Unreadable(Refusal.DAMAGED, legacy)


def _legacy(data: bytes) -> Legacy:
    try:
        decode(data)
    except NotUtf8 as error:
        return error.legacy
    return Legacy.UNKNOWN


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return unicodedata.normalize("NFC", data.decode(encoding))
    except UnicodeDecodeError as error:
        raise Unreadable(Refusal.DAMAGED, encoding) from error


def _separator(text: str) -> str:
    """The separator by which most of the first rows have the same number of cells."""
    return max(_SEPARATORS, key=lambda separator: _regularity(text[:_SAMPLE], separator))


def _regularity(text: str, separator: str) -> tuple[int, int]:
    """How many of the first rows have the most frequent number of cells, and that number."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        counts = Counter(len(row) for row in islice(rows, _SAMPLE_ROWS) if len(row) > 1)
    except csv.Error:
        return 0, 0
    return max(((times, cells) for cells, times in counts.items()), default=(0, 0))


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from rows
    except csv.Error as error:
        refusal = Refusal.TOO_LARGE if "field limit" in str(error) else Refusal.DAMAGED
        raise Unreadable(refusal, f"{rows.line_num}") from error
