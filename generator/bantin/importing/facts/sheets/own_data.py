"""Our own data (``docs/data.md``) as agreements: the table of agreements, and those of what belongs to them.

All is stated: nothing is guessed, and ids are kept. What the program computes from the facts (statuses, the end of a
term, reviews ahead) is not read, nor what is said of the article.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct

from bantin.content.schema.words import INDEFINITE
from bantin.domain.model import EventKind, OnBehalf, Scope
from bantin.importing.facts.model import (
    AgencyName,
    AgreementFacts,
    EventFacts,
    Evidence,
    Found,
    LeftOut,
    PartyFacts,
    PersonFacts,
    RelationFacts,
    ReviewFacts,
    SheetFacts,
    SheetRecord,
)
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.sheets.columns import OWN
from bantin.importing.facts.sheets.own_tables import OwnRow, rows_of, wrong_cells
from bantin.importing.material import Sheet
from bantin.site.data.agreements import AGREEMENTS

T = TypeVar("T")

_TRUE, _FALSE = "true", "false"
_READ = (
    *("id", "type", "type_label", "title", "number", "signed_on", "signed_place", "signed_venue", "scope"),
    *("effective_on", "effective_method", "expires_on", "indefinite", "clauses", "legal_basis", "contact"),
    *("review_every", "review_next", "review_chair", "review_rotating", "text_public", "text_reason"),
)
_IMPLIED = frozenset({EventKind.SIGNED.value, EventKind.EFFECTIVE.value})
_KINDS = frozenset(kind.value for kind in EventKind)


class _Tables(Struct, frozen=True):
    """The rows of each table that belong to one agreement, and the names of agencies in all of them."""

    members: Mapping[str, Mapping[str, Sequence[OwnRow]]]
    names: Mapping[str, str]
    known: KnownNames

    def of(self, table: str, agreement: str) -> Sequence[OwnRow]:
        """The rows of a table that belong to an agreement, in their order."""
        return self.members.get(table, {}).get(agreement, ())

    def agency(self, agency_id: str, name: str = "") -> AgencyName:
        """The agency of this id; by its name if the bulletin does not know the id."""
        told = name or self.names.get(agency_id, agency_id)
        if self.known.knows_agency(agency_id):
            return AgencyName(told, self.known.agency(agency_id).id)
        return self.known.agency(told)


def is_own_data(sheet: Sheet) -> bool:
    """Whether a sheet is the table of agreements of a bulletin: it has all columns that are never empty."""
    required = {column.name for column in AGREEMENTS.all_columns if column.required}
    return bool(sheet.rows) and required <= {cell.text for cell in sheet.rows[0].cells}


def own_facts(sheets: Mapping[str, Sheet], known: KnownNames) -> SheetFacts:
    """The agreements of our own data; ``sheets`` are the tables by their names, such as ``agreements``, ``parties``."""
    tables = {name: tuple(rows_of(sheet, name)) for name, sheet in sheets.items()}
    members = {name: _by_agreement(rows) for name, rows in tables.items() if name not in ("agreements", "agencies")}
    names = {row["id"]: row["name_vi"] or row["name_en"] for row in tables.get("agencies", ())}
    found = _Tables(members, names, known)
    rows = tables.get("agreements", ())
    records = tuple(SheetRecord(row.place, _agreement(row, found)) for row in rows if row["id"])
    wrong = tuple(cell for name, sheet in sheets.items() for cell in wrong_cells(sheet, name))
    return SheetFacts(records, tuple(_left_out(sheets.get("agreements"))), wrong)


def _by_agreement(rows: Sequence[OwnRow]) -> Mapping[str, Sequence[OwnRow]]:
    found: dict[str, list[OwnRow]] = {}
    for row in rows:
        found.setdefault(row["agreement"], []).append(row)
    return found


def _left_out(sheet: Sheet | None) -> Iterator[LeftOut]:
    """The columns of agreements that are not read."""
    for cell in sheet.rows[0].cells if sheet and sheet.rows else ():
        if sheet and cell.text not in _READ and not cell.text.startswith(OWN):
            yield LeftOut(cell.text, "computed", sheet.place(1, cell.column))


def _agreement(row: OwnRow, tables: _Tables) -> AgreementFacts:
    key, known = row["id"], tables.known
    return AgreementFacts(
        id=_text(row, "id"),
        type=_stated(row, "type", row["type"] if known.type_id(row["type"]) else row["type_label"]),
        title=_text(row, "title"),
        number=_text(row, "number"),
        parties=tuple(_stated(one, "agency", _party(one, row, tables)) for one in tables.of("parties", key)),
        signatories=tuple(_people(key, "signed", tables)),
        presided_by=tuple(_people(key, "presided", tables)),
        attended_by=tuple(_people(key, "attended", tables)),
        signed_on=_text(row, "signed_on"),
        place=_text(row, "signed_place"),
        venue=_text(row, "signed_venue"),
        scope=_stated(row, "scope", Scope(row["scope"])) if row["scope"] else None,
        effective_on=_text(row, "effective_on"),
        effective_method=_text(row, "effective_method"),
        expires_on=_stated(row, "indefinite", INDEFINITE) if row["indefinite"] == _TRUE else _text(row, "expires_on"),
        review=_review(row, tables),
        clauses=_stated(row, "clauses", int(row["clauses"])) if row["clauses"] else None,
        fields=tuple(_field(one, known) for one in tables.of("agreement-fields", key)),
        legal_basis=_texts(row, "legal_basis"),
        contact=_texts(row, "contact"),
        relations=tuple(_relations(key, tables)),
        documents=tuple(_stated(one, "url", one["url"]) for one in tables.of("documents", key)),
        text_public=_text_public(row),
        own=tuple((name.removeprefix(OWN), _stated(row, name, row[name])) for name in row.names_with(OWN)),
        events=tuple(_events(row, tables)),
    )


def _stated(row: OwnRow, column: str, value: T) -> Found[T]:
    return Found(value, Evidence(row[column], row.cell_place(column)), is_stated=True)


def _text(row: OwnRow, column: str) -> Found[str] | None:
    return _stated(row, column, row[column]) if row[column] else None


def _texts(row: OwnRow, column: str) -> tuple[Found[str], ...]:
    return tuple(_stated(row, column, text) for text in _listed(row[column]))


def _listed(cell: str) -> tuple[str, ...]:
    """The texts of a JSON array; a cell that holds none is one text."""
    if not cell:
        return ()
    try:
        return msgspec.json.decode(cell, type=tuple[str, ...])
    except msgspec.DecodeError:
        return (cell,)


def _party(one: OwnRow, row: OwnRow, tables: _Tables) -> PartyFacts:
    """A party; its days are told only where they are not those of the agreement."""
    days = {key: "" if one[key] == row[key] else one[key] for key in ("signed_on", "effective_on")}
    return PartyFacts(tables.agency(one["agency"], one["name"]), one["role"], one["lead"] == _TRUE, **days)


def _people(key: str, presence: str, tables: _Tables) -> Iterator[Found[PersonFacts]]:
    for one in tables.of("people", key):
        if one["presence"] == presence:
            yield _stated(one, "name", _person(one, tables))


def _person(one: OwnRow, tables: _Tables) -> PersonFacts:
    return PersonFacts(
        one["name"],
        one["rank"],
        one["position"],
        _listed(one["other_positions"]),
        one["role"],
        tables.agency(one["party"], one["party_name"]) if one["party"] else None,
        OnBehalf(one["on_behalf"]) if one["on_behalf"] else None,
    )


def _review(row: OwnRow, tables: _Tables) -> Found[ReviewFacts] | None:
    chair = tables.agency(row["review_chair"]) if row["review_chair"] else None
    said = ReviewFacts(row["review_every"], row["review_rotating"] == _TRUE, chair, row["review_next"])
    columns = ("review_every", "review_next", "review_chair", "review_rotating")
    column = next((name for name in columns if row[name]), "")
    return _stated(row, column, said) if said != ReviewFacts() else None


def _field(one: OwnRow, known: KnownNames) -> Found[str]:
    return _stated(one, "field", one["field"] if known.field_id(one["field"]) else one["label"])


def _text_public(row: OwnRow) -> Found[str] | None:
    said = {_TRUE: "yes", _FALSE: f"no: {row['text_reason']}"}.get(row["text_public"])
    return _stated(row, "text_public", said) if said else None


def _relations(key: str, tables: _Tables) -> Iterator[Found[RelationFacts]]:
    """What an agreement does to others; what others do to it stands with them."""
    for one in tables.of("relations", key):
        if one["inverse"] != _TRUE:
            told = (one["other_title"], one["other_number"], one["other_date"], one["other"], one["other_url"])
            yield _stated(one, "kind", RelationFacts(one["kind"], *told))


def _events(row: OwnRow, tables: _Tables) -> Iterator[Found[EventFacts]]:
    """What happened to an agreement, without what follows from its other facts."""
    dated = (row, *tables.of("parties", row["id"]))
    days = {(kind, one[f"{kind}_on"]) for kind in _IMPLIED for one in dated}
    for one in tables.of("events", row["id"]):
        parties = tuple(tables.agency(agency) for agency in _listed(one["parties"]))
        until = INDEFINITE if one["indefinite"] == _TRUE else one["until"]
        event = EventFacts(one["kind"], one["on"], one["note"], one["by"], one["part"], until, parties)
        is_bare = not (event.note or event.by or event.part or event.until)
        if event.kind in _KINDS and not (is_bare and (event.kind, event.on) in days):
            yield _stated(one, "kind", event)
