"""All tables in the order of the codebook, and their two formats."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from bantin.domain.model import Site
from bantin.site.data.agencies import AGENCIES, AGENCY_NAMES, FIELDS, SUCCESSIONS, TYPES
from bantin.site.data.agreements import AGREEMENTS
from bantin.site.data.columns import Cell, DataSources, Table
from bantin.site.data.gone import GONE
from bantin.site.data.history import CHANGES, DOCUMENTS, EVENTS, RELATIONS
from bantin.site.data.own_columns import agreements
from bantin.site.data.provisions import provisions_table
from bantin.site.data.signing import AGREEMENT_FIELDS, PARTIES, PEOPLE
from bantin.site.views import Json

MEMBERS: tuple[Table[Any], ...] = (PARTIES, PEOPLE, AGREEMENT_FIELDS, EVENTS, RELATIONS, DOCUMENTS, CHANGES)
"""The tables of parts of records."""

OF_RECORDS: tuple[Table[Any], ...] = (AGREEMENTS, *MEMBERS)
PROVISIONS = provisions_table(lambda holdings: holdings.texts)
TABLES: tuple[Table[Any], ...] = (*OF_RECORDS, PROVISIONS, GONE, AGENCIES, AGENCY_NAMES, SUCCESSIONS, TYPES, FIELDS)
BY_NAME: Mapping[str, Table[Any]] = {table.name: table for table in TABLES}


def tables_of(site: Site) -> tuple[Table[Any], ...]:
    """Every table of a bulletin, with its own fields."""
    return tuple(agreements(site) if table is AGREEMENTS else table for table in TABLES)


def records_json(holdings: DataSources) -> tuple[Mapping[str, Json], ...]:
    """The records as JSON objects: the columns of an agreement, and a list for each table of its parts."""
    return tuple(_record(replace(holdings, records=(record,))) for record in holdings.records)


def gone_json(holdings: DataSources) -> tuple[Mapping[str, Json], ...]:
    """The records that are gone as JSON objects."""
    return tuple({column.name: column.cell(row) for column in GONE.all_columns} for row in GONE.rows(holdings))


def csv_rows(table: Table[Any], holdings: DataSources) -> Iterator[tuple[str, ...]]:
    """The rows of a table as texts: unknown values are empty, and lists are lossless JSON arrays."""
    return (tuple(cell_text(column.cell(row)) for column in table.all_columns) for row in table.rows(holdings))


def _record(holdings: DataSources) -> Mapping[str, Json]:
    table = agreements(holdings.directory.site)
    (row,) = table.rows(holdings)
    cells = {column.name: column.cell(row) for column in table.all_columns}
    return {**cells, **{part.member: _objects(part, holdings) for part in MEMBERS}}


def _objects(table: Table[Any], holdings: DataSources) -> tuple[Json, ...]:
    return tuple({column.name: column.cell(row) for column in table.columns} for row in table.rows(holdings))


def cell_text(cell: Cell) -> str:
    """The text of a cell in a CSV file: unknown values are empty, and lists are lossless JSON arrays."""
    # Most cells are plain texts, which is soon told.
    if type(cell) is str:
        return cell
    match cell:
        case None | ():
            return ""
        case bool():
            return "true" if cell else "false"
        case tuple():
            return json.dumps(cell, ensure_ascii=False)
    return str(cell)
