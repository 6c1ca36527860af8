"""Rows of a sheet as agreements: each record row with what its cells say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.text.name_keys import name_key
from bantin.importing.facts.model import (
    AgencyName,
    AgreementFacts,
    Found,
    LeftOut,
    PartyFacts,
    PersonFacts,
    SheetFacts,
    SheetRecord,
)
from bantin.importing.facts.names.agreement_types import type_in_title
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.sheets.cell_agencies import read_parties, read_party
from bantin.importing.facts.sheets.cell_people import read_people, with_posts
from bantin.importing.facts.sheets.cell_values import LISTS, READERS, is_empty, is_venue, read_place, read_venue
from bantin.importing.facts.sheets.columns import OWN, Column, SheetTable, find_table, row_words
from bantin.importing.facts.sheets.date_order import with_date_orders
from bantin.importing.facts.sheets.entries import Entry, Reading, entry_of
from bantin.importing.facts.sheets.own_values import read_own
from bantin.importing.facts.sheets.row_kinds import reason_to_leave_out
from bantin.importing.material import CellKind, Row, Sheet

_PARTIES = frozenset({"parties", "party", "lead_party"})
_PEOPLE = frozenset({"signatories", "presided_by", "attended_by"})
_POSTS = frozenset({"position", "rank"})
_SEVERAL = frozenset({"parties", *_PEOPLE, *LISTS})
# Columns that are told of, and are no facts of an agreement: a status is computed from the facts.
_TOLD = frozenset({"note", "status"})


class _Record(Struct, frozen=True):
    """What has been read from a row: the values of each fact, and the problems."""

    values: Mapping[str, tuple[Found[Any], ...]] = {}
    problems: tuple[LeftOut, ...] = ()

    def with_values(self, key: str, reading: Reading[Any]) -> "_Record":
        """The record with further values of a fact, or problems."""
        values = {**self.values, key: (*self.values.get(key, ()), *reading.values)} if reading.values else self.values
        return _Record(values, (*self.problems, *reading.problems))


def read_rows(sheet: Sheet, known: KnownNames, named: Mapping[str, str] = {}) -> SheetFacts:
    """The agreements of a sheet, one for each row of its table.

    ``named`` says what columns with unknown headers hold, by the header as written (see :mod:`headers`).
    """
    found = find_table(sheet, known.site.own_fields, named)
    if found is None:
        words = row_words(sheet.rows[0]) if sheet.rows else ""
        return SheetFacts(left_out=(LeftOut(words, "no-table", sheet.place(1, 1)),))
    table = with_date_orders(found)
    records, left_out = [], [*table.left_out, *_told_columns(sheet, table)]
    problems: list[LeftOut] = []
    for row in table.rows:
        reason = reason_to_leave_out(row, table.columns)
        if reason:
            left_out.append(LeftOut(row_words(row), reason, sheet.row_place(row)))
            continue
        record = _record(row, sheet, table.columns, known)
        records.append(SheetRecord(sheet.row_place(row), _agreement(record, known)))
        left_out += _notes(row, sheet, table.columns)
        problems += record.problems
    return SheetFacts(tuple(records), tuple(left_out), tuple(problems))


def _told_columns(sheet: Sheet, table: SheetTable) -> Iterator[LeftOut]:
    """The columns of what the program computes itself."""
    for column in table.columns:
        if column.key == "status":
            yield LeftOut(column.words, "computed", sheet.place(column.row, column.number))


def _notes(row: Row, sheet: Sheet, columns: Sequence[Column]) -> Iterator[LeftOut]:
    noted = {column.number for column in columns if column.key == "note"}
    yield from (
        LeftOut(cell.text, "note", sheet.place(row.number, cell.column)) for cell in row.cells if cell.column in noted
    )


def _record(row: Row, sheet: Sheet, columns: Sequence[Column], known: KnownNames) -> _Record:
    """Reads the cells of a row."""
    cells = {cell.column: cell for cell in row.cells}
    entries, problems = [], []
    for column in columns:
        cell = cells.get(column.number)
        if cell is None or column.key in _TOLD or column.key == "order":
            continue
        entry = entry_of(cell, sheet.place(row.number, cell.column), column)
        if cell.height > 1:
            problems.append(LeftOut(cell.text, "merged", entry.place))
        if cell.kind is CellKind.UNREADABLE:
            problems.append(LeftOut(cell.text, "unreadable", entry.place))
        elif not is_empty(entry):
            entries.append(entry)
    return _with_people(_with_facts(_Record(problems=tuple(problems)), entries, known), entries, known)


def _with_facts(record: _Record, entries: Sequence[Entry], known: KnownNames) -> _Record:
    """The record with all that is not about people."""
    for entry in entries:
        key = entry.column.key
        if key in READERS:
            fact, reader = READERS[key]
            record = record.with_values(fact, reader(entry, known))
        elif key in LISTS:
            record = record.with_values(key, LISTS[key](entry, known))
        elif key == "place":
            is_building = is_venue(entry.words)
            reader = read_venue if is_building else read_place
            record = record.with_values("venue" if is_building else "place", reader(entry, known))
        elif key in _PARTIES:
            record = record.with_values("parties", _parties(entry, known))
        elif key.startswith(OWN):
            record = record.with_values(key, read_own(entry, known))
    return record


def _parties(entry: Entry, known: KnownNames) -> Reading[PartyFacts]:
    if entry.column.key == "parties":
        return read_parties(entry, known)
    reading = read_party(entry, known)
    if entry.column.key == "party":
        return reading
    leading = (Found(replace(one.value, lead=True), one.evidence, one.is_stated) for one in reading.values)
    return Reading(tuple(leading), reading.problems)


def _with_people(record: _Record, entries: Sequence[Entry], known: KnownNames) -> _Record:
    """The record with the people of each column, and the ranks and positions that further columns give them."""
    sides = {entry.column.side: _parties(entry, known) for entry in entries if entry.column.key == "party"}
    agencies = {side: reading.values[0].value.agency for side, reading in sides.items() if reading.values}
    groups = [entry for entry in entries if entry.column.key in _PEOPLE]
    for group in groups:
        reading = read_people(group, known)
        for entry in entries:
            if entry.column.key in _POSTS and reading.values and _group_of(entry, groups) is group:
                added = with_posts(reading.values, entry, entry.column.key)
                reading = Reading(added.values, (*reading.problems, *added.problems))
        values = tuple(_for_agency(one, agencies.get(group.column.side)) for one in reading.values)
        record = record.with_values(group.column.key, Reading(values, reading.problems))
    lonely = [entry for entry in entries if entry.column.key in _POSTS and _group_of(entry, groups) is None]
    return _Record(record.values, (*record.problems, *(LeftOut(one.words, "no-person", one.place) for one in lonely)))


def _group_of(entry: Entry, groups: Sequence[Entry]) -> Entry | None:
    """The people whose rank or position an entry is: those of its side, else those of the nearest column before it."""
    if entry.column.side:
        return next((group for group in groups if group.column.side == entry.column.side), None)
    if len(groups) == 1:
        return groups[0]
    before = [group for group in groups if group.column.number < entry.column.number]
    return before[-1] if before else None


def _for_agency(one: Found[PersonFacts], agency: AgencyName | None) -> Found[PersonFacts]:
    return Found(replace(one.value, party=agency), one.evidence, one.is_stated) if agency else one


def _agreement(record: _Record, known: KnownNames) -> AgreementFacts:
    """The facts of a record; of a single fact that two columns give, only the first value is taken."""
    facts: dict[str, Any] = {}
    for key, values in record.values.items():
        if not key.startswith(OWN):
            facts[key] = values if key in _SEVERAL else values[0]
    facts["parties"] = _once(record.values.get("parties", ()))
    if "type" not in facts and (found := _type_in_title(facts.get("title"), known)):
        facts["type"] = found
    own = tuple((key.removeprefix(OWN), values[0]) for key, values in record.values.items() if key.startswith(OWN))
    return AgreementFacts(**facts, own=own)


def _type_in_title(title: Found[str] | None, known: KnownNames) -> Found[str] | None:
    """The type with which a title begins, a guess: many registers have no column for it."""
    words = type_in_title(title.value, known) if title else ""
    return Found(words, title.evidence) if title and words else None


def _once(parties: Sequence[Found[PartyFacts]]) -> tuple[Found[PartyFacts], ...]:
    """Each party once, whose columns may say it twice: among all parties, and as the one that leads."""
    found: dict[str, Found[PartyFacts]] = {}
    for party in parties:
        key = party.value.agency.id or name_key(party.value.agency.name)
        before = found.get(key)
        leads = party.value.lead or (before is not None and before.value.lead)
        first = before or party
        found[key] = Found(replace(first.value, lead=leads), first.evidence, first.is_stated)
    return tuple(found.values())
