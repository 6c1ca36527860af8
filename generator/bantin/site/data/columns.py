"""Columns: the name, type and meaning of the cells of a data set, declared once.

The CSV files, the JSON records, the JSON Schema, the Data Package and the codebook are all made from these, so they
cannot contradict each other.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from msgspec import Struct

from bantin.domain.model import DocumentFacts, Label
from bantin.domain.problems import Language
from bantin.domain.text.dates import Edtf, Moment, iso_instant
from bantin.domain.text.durations import Duration
from bantin.index import Directory, Record
from bantin.site.data.gone_records import GoneRecord
from bantin.site.texts.version import RecordText

R = TypeVar("R")

Cell = str | int | bool | tuple[str, ...] | None
"""The value of a cell; only ``None`` means unknown."""

Value = Cell | Edtf | Moment | datetime | Duration
"""The source of a row."""


class DataSources(Struct, frozen=True):
    """The sources of data sets: records, their texts, the facts of their documents, and the directory.

    ``gone`` are the records that are not there any more.
    """

    directory: Directory
    records: tuple[Record, ...] = ()
    documents: Mapping[str, DocumentFacts] = {}
    texts: tuple[RecordText, ...] = ()
    gone: tuple[GoneRecord, ...] = ()


class CellKind(StrEnum):
    """The type of the values of a column."""

    ID = "id"
    TEXT = "text"
    TEXTS = "texts"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    MOMENT = "moment"
    DURATION = "duration"
    URL = "url"
    SHA256 = "sha256"


_TOLD: Mapping[type, Callable[[Any], str]] = {Edtf: str, Moment: str, Duration: str, datetime: iso_instant}


class Column(Struct, Generic[R], frozen=True):
    """A column of a table whose rows are made from ``R``: its name, its type, its meaning and how it is computed.

    If it is ``required``, it is never empty. ``choices`` are the only possible values, with their meanings. ``refers``
    is the table whose key the value is.
    """

    name: str
    kind: CellKind
    about: Label
    value: Callable[[R], Value]
    required: bool = False
    choices: Mapping[Any, Label] | None = None
    refers: str = ""

    def cell(self, row: R) -> Cell:
        """The value of the column in ``row``."""
        value: Any = self.value(row)
        tell = _TOLD.get(type(value))
        return tell(value) if tell else None if value == "" else value


class Table(Struct, Generic[R], frozen=True):
    """A table, whose rows ``rows`` returns; ``keys`` are the columns that identify a row, and come first.

    A table with a ``member`` has parts of the rows of another table, to which its first key refers: in JSON they are
    the member of that name, in their order, without keys.
    """

    name: str
    title: Label
    about: Label
    rows: Callable[[DataSources], Iterable[R]]
    keys: tuple[Column[R], ...]
    columns: tuple[Column[R], ...]
    member: str = ""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"

    @property
    def all_columns(self) -> tuple[Column[R], ...]:
        """The columns of the file."""
        return (*self.keys, *self.columns)


_INSTANT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}"
_ID = r"[a-z0-9]+(-[a-z0-9]+)*"
_EDTF = r"([0-9]{4}|XXXX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?"

PATTERNS: Mapping[CellKind, str] = {
    CellKind.ID: _ID,
    CellKind.DATE: _EDTF,
    CellKind.MOMENT: f"({_EDTF}|{_INSTANT})",
    CellKind.DURATION: r"P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?",
    CellKind.SHA256: r"[0-9a-f]{64}",
}
"""The format of values of some types, as a regular expression for the whole value."""

JSON_TYPES: Mapping[CellKind, str] = {CellKind.INTEGER: "integer", CellKind.BOOLEAN: "boolean", CellKind.TEXTS: "array"}
"""The JSON types of values of some types; all others are strings."""

KINDS: Mapping[CellKind, Label] = {
    CellKind.ID: Label(
        "mã (chữ thường không dấu, chữ số, gạch nối)", "identifier (lower-case letters, digits, hyphens)"
    ),
    CellKind.TEXT: Label("chuỗi ký tự", "text"),
    CellKind.TEXTS: Label("danh sách chuỗi ký tự (trong CSV: một mảng JSON)", "list of texts (in CSV: a JSON array)"),
    CellKind.INTEGER: Label("số nguyên", "whole number"),
    CellKind.BOOLEAN: Label("true hoặc false", "true or false"),
    CellKind.DATE: Label("ngày (EDTF)", "date (EDTF)"),
    CellKind.MOMENT: Label("ngày (EDTF), hoặc ngày giờ (RFC 3339)", "date (EDTF), or date and time (RFC 3339)"),
    CellKind.DURATION: Label("khoảng thời gian (ISO 8601)", "duration (ISO 8601)"),
    CellKind.URL: Label("địa chỉ web", "web address"),
    CellKind.SHA256: Label("mã SHA-256 (64 chữ số thập lục phân)", "SHA-256 (64 hexadecimal digits)"),
}
"""The names of the types."""


def explained(column: Column[R], language: Language) -> str:
    """The meaning of a column, and those of its values if they are limited."""
    about = column.about.text(language)
    if not column.choices:
        return about
    meanings = ", ".join(f"{value} = {label.text(language)}" for value, label in column.choices.items())
    return f"{about} {meanings}."
