"""Registers of agreements as spreadsheets and files of separated values, in the layouts of the tests."""

from collections.abc import Iterator

from benchmarks.importing.facts import Facts, Source
from benchmarks.importing.signings import Signing, fields_of, signings
from tests.importing.facts.sheets.registers import Line, Signer, Style, register_sheet

_SUFFIXES = {Style.CSV: "csv", Style.OLD_CSV: "csv"}
_OF_LAYOUT = {
    Style.SIDES: ("type", "title", "number", "signed_on", "parties", "signatories", "expires_on"),
    Style.ENGLISH: ("type", "title", "number", "signed_on", "parties", "signatories", "expires_on", "fields"),
}
_ALL = (*_OF_LAYOUT[Style.ENGLISH], "place", "clauses", "effective_on")


def registers(rows: int, seed: int = 1) -> Iterator[tuple[str, bytes, tuple[Source, ...]]]:
    """Yields the name, the bytes and the agreements of a register in every layout, the first one with all ``rows``.

    The others have a tenth of them. An agreement is named by the file and its number.
    """
    for place, style in enumerate(Style):
        made = tuple(signings(rows if place == 0 else rows // 10, seed=seed * 10 + place))
        name = f"so-{style}.{_SUFFIXES.get(style, 'xlsx')}"
        told = tuple(Source("sheet", f"{name} {one.number}", b"", _facts(one, style)) for one in made)
        yield name, register_sheet([_line(one) for one in made], style), told


def _line(signing: Signing) -> Line:
    return Line(
        number=signing.number,
        title=signing.title,
        type=signing.type,
        signed_on=signing.day,
        parties=tuple(one.agency for one in signing.parties),
        signers=tuple(Signer(one.person, one.rank, one.post) for one in signing.parties),
        field=next(iter(fields_of(signing.topic)), ""),
        place=signing.place,
        clauses=signing.clauses,
        effective_on=None if isinstance(signing.in_force, str) else signing.in_force,
        expires_on=signing.until,
    )


def _facts(signing: Signing, style: Style) -> Facts:
    parties = signing.parties
    effective = "" if isinstance(signing.in_force, str) else signing.in_force.isoformat()
    facts: dict[str, tuple[str, ...]] = {
        "type": (signing.type,),
        "title": (signing.title,),
        "number": (signing.number,),
        "signed_on": (signing.day.isoformat(),),
        "parties": tuple(one.agency for one in parties),
        "signatories": tuple(one.person for one in parties),
        "expires_on": (signing.until.isoformat(),) if signing.until else (),
        "fields": fields_of(signing.topic),
        "place": (signing.place,),
        "clauses": (str(signing.clauses),),
        "effective_on": (effective,) if effective else (),
    }
    people = {
        "signatories.rank": tuple(f"{one.person}: {one.rank}" for one in parties if one.rank),
        "signatories.position": tuple(f"{one.person}: {one.post}" for one in parties),
    }
    if style is Style.SIDES:
        people["signatories.party"] = tuple(f"{one.person}: {one.agency}" for one in parties)
    return {key: facts[key] for key in _OF_LAYOUT.get(style, _ALL)} | people
