"""The Data Package of the tables (Frictionless Data Package 2.0), made from the columns."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bantin.domain.problems import Language
from bantin.index import Directory
from bantin.site.data.columns import JSON_TYPES, PATTERNS, CellKind, Column, Table, explained
from bantin.site.data.files import file_url, license_url
from bantin.site.data.tables import BY_NAME, tables_of
from bantin.site.views import Json

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_NAME = "bantin"


def package(directory: Directory, changed: date | None) -> Mapping[str, Json]:
    """The content of ``datapackage.json``: every table with its columns and foreign keys.

    ``changed`` is the day of the last change of the data, if known, which is their version.
    """
    site = directory.site
    about: dict[str, Json] = {"description": site.description} if site.description else {}
    terms: dict[str, Json] = (
        {"licenses": ({"title": site.license, "path": license_url(directory)},)} if site.license else {}
    )
    return {
        "$schema": _PROFILE,
        "name": _NAME,
        "id": file_url(directory, ""),
        "title": site.title,
        **about,
        "homepage": site.base_url,
        **({"version": changed.isoformat()} if changed else {}),
        **terms,
        "contributors": ({"title": site.published_by, "roles": ("publisher",)},),
        "resources": tuple(_resource(table, site.language) for table in tables_of(site)),
    }


def _resource(table: Table[Any], language: Language) -> Mapping[str, Json]:
    return {
        "name": table.name,
        "title": table.title.text(language),
        "description": table.about.text(language),
        "path": table.file,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": tuple(_field(column, language) for column in table.all_columns),
            "missingValues": ("",),
            "primaryKey": tuple(column.name for column in table.keys),
            "foreignKeys": tuple(_foreign_key(column, table) for column in table.all_columns if column.refers),
        },
    }


def _field(column: Column[Any], language: Language) -> Mapping[str, Json]:
    constraints: dict[str, Json] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = tuple(map(str, column.choices))
    if column.kind in PATTERNS:
        constraints["pattern"] = PATTERNS[column.kind]
    if column.kind is CellKind.INTEGER:
        constraints["minimum"] = 0
    return {
        "name": column.name,
        "type": JSON_TYPES.get(column.kind, "string"),
        "description": explained(column, language),
        **({"constraints": constraints} if constraints else {}),
    }


def _foreign_key(column: Column[Any], table: Table[Any]) -> Mapping[str, Json]:
    (key,) = BY_NAME[column.refers].keys
    # A table refers to itself without its name.
    resource: dict[str, Json] = {} if column.refers == table.name else {"resource": column.refers}
    return {"fields": (column.name,), "reference": {**resource, "fields": (key.name,)}}
