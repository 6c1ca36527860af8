"""Our own data, imported, are the agreements that they were made from."""

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from msgspec import structs

from bantin.build.build import load_bulletin
from bantin.domain.model import Agreement, Article, Event, EventKind, Person, Relation, Review, Signatory
from bantin.domain.text.dates import Edtf
from bantin.importing.facts.model import AgreementFacts, Found, RelationFacts, SheetFacts
from bantin.importing.facts.names.known_names import KnownNames
from bantin.importing.facts.sheets.own_data import own_facts
from bantin.importing.readers.sheets.own_data import own_sheets
from bantin.index import Bulletin, Record
from tests.bulletins import request, tools
from tests.conftest import REPOSITORY, SAMPLE
from tests.site.data.records import AGENCIES, among, articles, files_of, rich, thorough

SITES = (SAMPLE, REPOSITORY / "tests/sites/register/input", REPOSITORY / "tests/sites/own-fields/input")


def read_own_data(files: Mapping[str, bytes], known: KnownNames) -> SheetFacts:
    return own_facts({sheet.source.removesuffix(".csv"): sheet for sheet in own_sheets(files)}, known)


def facts_of(record: Record, shown: frozenset[str]) -> dict[str, Any]:
    """What the data say of an agreement, by the names of the facts; ``shown`` are the ids of all that are published."""
    agreement = record.agreement
    # A review of which nothing is known stands in no column.
    review = agreement.review if agreement.review != Review() else None
    place = agreement.signed_at
    told = {
        **{key: getattr(agreement, key) for key in ("id", "type", "title", "number", "clauses", "scope")},
        # The data have fields in the order of the vocabulary.
        "fields": sorted(agreement.fields),
        **{key: _day(getattr(agreement, key)) for key in ("signed_on", "effective_on")},
        **{key: getattr(agreement, key) for key in ("effective_method", "legal_basis", "contact")},
        "expires_on": _day(agreement.expires_on) or ("indefinite" if agreement.indefinite else ""),
        "place": place.place,
        "venue": place.venue,
        "parties": tuple(_party(party, agreement) for party in agreement.parties),
        "signatories": tuple(map(_signatory, agreement.signatories)),
        "presided_by": tuple(map(_person, agreement.presided_by)),
        "attended_by": tuple(map(_person, agreement.attended_by)),
        "review": review
        and (str(review.every or ""), review.rotating and not review.chair, review.chair, _day(review.next)),
        "text_public": agreement.full_text
        and ("yes" if agreement.full_text.public else f"no: {agreement.full_text.reason}"),
        "relations": sorted({*(_relation(one, shown) for one in agreement.relations), *_mutual(record)}),
        "documents": tuple(Path(one.file).name for one in agreement.documents),
        "events": sorted(_event(one) for one in agreement.events if not _follows(one, agreement)),
        "own": agreement.own,
    }
    return {key: value or None for key, value in told.items()}


def _day(day: Edtf | None) -> str:
    return str(day) if day else ""


def _party(party: Any, agreement: Agreement) -> tuple[Any, ...]:
    own = (party.signed_on, agreement.signed_on), (party.effective_on, agreement.effective_on)
    return (party.agency, party.role, party.lead, *("" if day == agreed else _day(day) for day, agreed in own))


def _person(person: Person) -> tuple[Any, ...]:
    return (person.name, person.rank, person.position, person.also, person.role, None, None)


def _signatory(one: Signatory) -> tuple[Any, ...]:
    return (*_person(one.person)[:5], one.party, one.on_behalf)


def _relation(relation: Relation, shown: frozenset[str]) -> tuple[str, ...]:
    other = relation.external
    if other:
        return (relation.kind, "", other.title, other.number, _day(other.date), other.url or "")
    return (
        (relation.kind, relation.to or "")
        if relation.to in shown
        else (relation.kind, "", relation.to or "", *[""] * 3)
    )


def _mutual(record: Record) -> Iterable[tuple[str, ...]]:
    """The relations that others state and that are those of both: they stand with both in the data."""
    ties = (tie for tie in record.ties if not tie.inverse)
    return ((tie.kind, tie.other.agreement.id) for tie in ties if tie.other.agreement)


def _event(event: Event) -> tuple[Any, ...]:
    until = _day(event.until) or ("indefinite" if event.indefinite and event.kind is EventKind.EXTENDED else "")
    return (event.kind, _day(event.on), event.note, event.by, event.part, until, event.parties)


def _follows(event: Event, agreement: Agreement) -> bool:
    """Whether an event says no more than the days of the agreement and its parties."""
    if event.kind not in (EventKind.SIGNED, EventKind.EFFECTIVE) or event.note or event.by or event.part:
        return False
    key = f"{event.kind}_on"
    return not event.until and event.on in {getattr(one, key) for one in (agreement, *agreement.parties)}


def told(facts: AgreementFacts) -> dict[str, Any]:
    """Imported facts in the form of :func:`facts_of`; all of them must be stated."""
    found: dict[str, Any] = {}
    for field in structs.fields(facts):
        value = getattr(facts, field.name)
        assert all(one.is_stated for one in _founds(value))
        found[field.name] = value.value if isinstance(value, Found) else _values(field.name, value)
    review = facts.review.value if facts.review else None
    found["review"] = review and (review.every, review.rotating, review.chair and review.chair.id, review.next)
    return {key: value or None for key, value in found.items()}


def _founds(value: Any) -> Iterable[Found[Any]]:
    items = value if isinstance(value, tuple) else (value,)
    return (one for item in items for one in (item if isinstance(item, tuple) else (item,)) if isinstance(one, Found))


def _values(key: str, values: Any) -> Any:
    match key:
        case "own":
            return tuple((name, one.value) for name, one in values)
        case "parties":
            said = (one.value for one in values)
            return tuple((one.agency.id, one.role, one.lead, one.signed_on, one.effective_on) for one in said)
        case "signatories" | "presided_by" | "attended_by":
            who = (one.value for one in values)
            return tuple(
                (one.name, one.rank, one.position, one.also, one.role, one.party and one.party.id, one.on_behalf)
                for one in who
            )
        case "relations":
            return sorted({_related(one.value) for one in values})
        case "events":
            happened = (one.value for one in values)
            return sorted(
                (one.kind, one.on, one.note, one.by, one.part, one.until, tuple(party.id for party in one.parties))
                for one in happened
            )
        case "documents":
            return tuple(one.value.rpartition("/")[2] for one in values)
        case "fields":
            return sorted(one.value for one in values)
    return tuple(one.value for one in values) if values else None


def _related(relation: RelationFacts) -> tuple[str, ...]:
    if relation.to:
        return (relation.kind, relation.to)
    return (relation.kind, "", relation.title, relation.number, relation.date, relation.url)


def imported(bulletin: Bulletin) -> dict[str, dict[str, Any]]:
    """The facts that come in from the data of a bulletin, by the ids of the records."""
    directory = bulletin.directory
    known = KnownNames(directory.agencies, directory.vocabulary, directory.site)
    files = {name: text.encode() for name, text in files_of(bulletin).items()}
    facts = read_own_data(files, known)
    assert not facts.problems
    return {record.agreement.id.value: told(record.agreement) for record in facts.records if record.agreement.id}


def expected(bulletin: Bulletin) -> dict[str, dict[str, Any]]:
    """The facts of the agreements that a bulletin publishes."""
    records = bulletin.register.records
    shown = frozenset(record.agreement.id for record in records)
    return {record.agreement.id: composed(facts_of(record, shown)) for record in records}


def composed(value: Any) -> Any:
    """The same value with all texts in NFC, as bulletins have them."""
    match value:
        case str():
            return unicodedata.normalize("NFC", value)
        case dict():
            return {key: composed(one) for key, one in value.items()}
        case list() | tuple():
            return type(value)(map(composed, value))
    return value


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.parent.name)
def test_the_data_of_a_bulletin_come_back_as_its_agreements(root: Path) -> None:
    bulletin = load_bulletin(request(root), tools())
    assert bulletin.register.records
    assert imported(bulletin) == expected(bulletin)


def test_every_fact_comes_back() -> None:
    assert imported(rich()) == expected(rich())


@thorough
@given(articles())
def test_any_agreements_come_back(made: list[Article]) -> None:
    bulletin = among(made)
    assert imported(bulletin) == expected(bulletin)


def test_agreements_alone_are_read_without_what_stands_in_other_tables() -> None:
    bulletin = rich()
    known = KnownNames(AGENCIES, bulletin.directory.vocabulary, bulletin.directory.site)
    facts = read_own_data({"agreements.csv": files_of(bulletin)["agreements.csv"].encode()}, known)
    first = next(one.agreement for one in facts.records if one.agreement.id and one.agreement.id.value == "day-du")
    assert first.parties == ()
    assert first.signed_on
    assert first.signed_on.evidence.place.name[0] == "G"


def test_another_bulletin_knows_agencies_types_and_fields_by_their_names() -> None:
    bulletin = rich()
    files = {name: text.encode() for name, text in files_of(bulletin).items()}
    known = KnownNames((), structs.replace(bulletin.directory.vocabulary, types=(), fields=()), bulletin.directory.site)
    facts = read_own_data(files, known).records[-1].agreement
    assert facts.type
    assert facts.type.value == "Quy chế"
    assert [(one.value.agency.id, one.value.agency.name) for one in facts.parties] == [
        ("", "Cơ quan C"),
        ("", "Cơ quan D"),
    ]


def test_values_that_a_column_cannot_have_are_told_and_left_open() -> None:
    bulletin = rich()
    text = files_of(bulletin)["agreements.csv"].replace("2012-11-20", "2012-02-31").replace("central", "rộng")
    known = KnownNames(AGENCIES, bulletin.directory.vocabulary, bulletin.directory.site)
    facts = read_own_data({"agreements.csv": text.encode()}, known)
    assert {one.reason for one in facts.problems} == {"wrong-value"}
    assert not any(record.agreement.scope or record.agreement.effective_on for record in facts.records)


def test_columns_that_are_computed_are_told_once() -> None:
    bulletin = rich()
    known = KnownNames(AGENCIES, bulletin.directory.vocabulary, bulletin.directory.site)
    files = {name: text.encode() for name, text in files_of(bulletin).items()}
    words = [one.words for one in read_own_data(files, known).left_out]
    assert len(words) == len(set(words))
    assert {"url", "status", "review_due", "article_title"} <= set(words)
