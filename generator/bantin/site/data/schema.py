"""The JSON Schema of the records (JSON Schema 2020-12), made from the columns."""

from collections.abc import Iterable, Mapping
from typing import Any

from bantin.domain.model import Label
from bantin.domain.problems import Language
from bantin.index import Directory
from bantin.site.data.columns import JSON_TYPES, PATTERNS, CellKind, Column, explained
from bantin.site.data.files import SCHEMA, file_url
from bantin.site.data.gone import GONE
from bantin.site.data.own_columns import agreements
from bantin.site.data.tables import MEMBERS
from bantin.site.views import Json

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_HEAD: Mapping[str, tuple[Mapping[str, Json], Label]] = {
    "schema": ({"type": "string", "format": "uri"}, Label("Lược đồ của tệp này.", "The schema of this file.")),
    "title": ({"type": "string"}, Label("Tên bản tin.", "Title of the bulletin.")),
    "publisher": ({"type": "string"}, Label("Đơn vị công bố.", "Who publishes it.")),
    "url": ({"type": "string", "format": "uri"}, Label("Địa chỉ bản tin.", "Address of the bulletin.")),
    "language": ({"enum": ("vi", "en")}, Label("Ngôn ngữ.", "Language.")),
    "license": ({"type": ("string", "null")}, Label("Điều kiện sử dụng lại.", "Terms of reuse.")),
    "modified": (
        {"type": ("string", "null"), "format": "date"},
        Label("Ngày thay đổi gần nhất được biết của dữ liệu.", "The day of the last known change of the data."),
    ),
}


def schema(directory: Directory) -> Mapping[str, Json]:
    """The schema of ``agreements.json``, and of the ``index.json`` of each record, those that are gone included.

    All keys are required, so that a misspelt one is an error; unknown values are ``null`` or an empty list.
    """
    language = directory.site.language
    definitions = {table.member: _object(table.title, table.about, table.columns, {}, language) for table in MEMBERS}
    lists: dict[str, Json] = {
        table.member: {
            "description": table.about.text(language),
            "type": "array",
            "items": {"$ref": f"#/$defs/{table.member}"},
        }
        for table in MEMBERS
    }
    records = agreements(directory.site)
    agreement = _object(records.title, records.about, records.all_columns, lists, language)
    gone = _object(GONE.title, GONE.about, GONE.all_columns, {}, language)
    return {
        "$schema": _DIALECT,
        "$id": file_url(directory, SCHEMA.name),
        "title": directory.site.title,
        "oneOf": ({"$ref": "#/$defs/agreements"}, {"$ref": "#/$defs/agreement"}, {"$ref": "#/$defs/gone"}),
        "$defs": {"agreements": _document(language), "agreement": agreement, "gone": gone, **definitions},
    }


def _document(language: Language) -> Mapping[str, Json]:
    head: dict[str, Json] = {
        name: {"description": about.text(language), **rule} for name, (rule, about) in _HEAD.items()
    }
    properties: dict[str, Json] = {**head, "agreements": {"type": "array", "items": {"$ref": "#/$defs/agreement"}}}
    return {"type": "object", "properties": properties, "required": tuple(properties), "additionalProperties": False}


def _object(
    title: Label, about: Label, columns: Iterable[Column[Any]], more: Mapping[str, Json], language: Language
) -> Mapping[str, Json]:
    properties = {**{column.name: _property(column, language) for column in columns}, **more}
    return {
        "title": title.text(language),
        "description": about.text(language),
        "type": "object",
        "properties": properties,
        "required": tuple(properties),
        "additionalProperties": False,
    }


def _property(column: Column[Any], language: Language) -> Mapping[str, Json]:
    kind = JSON_TYPES.get(column.kind, "string")
    nullable = not column.required and column.kind is not CellKind.TEXTS
    said: dict[str, Json] = {"description": explained(column, language), "type": (kind, "null") if nullable else kind}
    if column.kind is CellKind.TEXTS:
        said["items"] = {"type": "string", "minLength": 1}
    if column.choices:
        said["enum"] = (*map(str, column.choices), *((None,) if nullable else ()))
    if column.kind in PATTERNS:
        # In JSON Schema, a pattern may match anywhere in a text.
        said["pattern"] = f"^({PATTERNS[column.kind]})$"
    if column.kind is CellKind.URL:
        said["format"] = "iri"
    if column.kind is CellKind.INTEGER:
        said["minimum"] = 0
    return said
