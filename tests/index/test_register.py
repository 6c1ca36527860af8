"""The register: every agreement that is shown, found by everything that it is looked for by."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model import Article, Person, Relation, RelationKind, Signatory, Status
from bantin.index.name_addresses import distinct_ids, id_of
from bantin.index.register import Record, Register, register, signers_of
from tests.index.contents import TODAY, agreement, article, articles, on, quick


def made(*found: Article) -> Register:
    names = signers_of(found)
    return register(found, TODAY, lambda name: id_of(name, distinct_ids(names)))


def record(name: str, *agencies: str, signed: str | None = None, **changes: Any) -> Article:
    signed_on = on(signed) if signed else None
    return article(name, agreement=agreement(*agencies, id=name, signed_on=signed_on, **changes))


def ids(records: Iterable[Record]) -> list[str]:
    return [one.agreement.id for one in records]


def signed_by(*names: str) -> tuple[Signatory, ...]:
    return tuple(Signatory(Person(name)) for name in names)


def test_an_empty_register_has_nothing_under_anything() -> None:
    found = made(article("tin"))
    assert (found.records, found.signers, found.by_year, found.by_status, found.ties) == ((), (), {}, {}, {})


def test_the_latest_signing_comes_first_and_what_has_no_year_last() -> None:
    found = made(
        record("a", signed="2010"),
        record("b", signed="2010-05"),
        record("c", signed="2010-05-01"),
        record("d"),
        record("e", signed="2011"),
        record("f", signed="XXXX-01-01"),
    )
    assert ids(found.records) == ["e", "c", "b", "a", "f", "d"]
    assert {year: ids(group) for year, group in found.by_year.items()} == {
        2011: ["e"],
        2010: ["c", "b", "a"],
        None: ["f", "d"],
    }


def test_a_record_stands_under_each_pair_of_its_parties() -> None:
    found = made(record("x", "c", "a", "b"), record("y", "b", "a"))
    assert {pair: ids(group) for pair, group in found.by_pair.items()} == {
        ("a", "b"): ["x", "y"],
        ("a", "c"): ["x"],
        ("b", "c"): ["x"],
    }


def test_a_record_has_its_status_of_the_day_and_its_ties() -> None:
    replaces = (Relation(RelationKind.REPLACES, "cu"),)
    found = made(
        record("cu", signed="2010-01-01", effective_on=on("2010"), expires_on=on("2020")),
        record("moi", signed="2025-01-01", effective_on=on("2026-01-01"), relations=replaces),
    )
    assert {status: ids(group) for status, group in found.by_status.items()} == {
        Status.IN_FORCE: ["moi"],
        Status.ENDED: ["cu"],
    }
    (tie,) = found.by_id["cu"].ties
    assert tie.other.agreement
    assert (tie.kind, tie.other.agreement.id, tie.inverse) == (RelationKind.REPLACES, "moi", True)
    assert found.ties["moi"] == found.by_id["moi"].ties


def test_signers_are_those_of_one_name_in_vietnamese_order() -> None:
    found = made(
        record("a", signed="2010", signatories=signed_by("Đặng A", "Lê Văn Ánh", "Dương B")),
        record("b", signed="2012", signatories=signed_by("Lê văn Ánh", "Ăn C")),
    )
    assert [(one.id, one.name, ids(signing.record for signing in one.signings)) for one in found.signers] == [
        ("an-c", "Ăn C", ["b"]),
        ("duong-b", "Dương B", ["a"]),
        ("dang-a", "Đặng A", ["a"]),
        ("le-van-anh", "Lê văn Ánh", ["b", "a"]),
    ]


def test_a_name_of_which_no_address_can_be_made_signs_nothing() -> None:
    assert made(record("a", signatories=signed_by("…"))).signers == ()


KEYS: dict[str, Callable[[Record], list[object]]] = {
    "by_id": lambda record: [record.agreement.id],
    "by_agency": lambda record: [party.agency for party in record.agreement.parties],
    "by_year": lambda record: [record.year],
    "by_type": lambda record: [record.agreement.type],
    "by_field": lambda record: [*record.agreement.fields],
    "by_status": lambda record: [record.lifecycle.status],
}


@pytest.mark.parametrize("name", KEYS)
@quick
@given(articles(hidden=False))
def test_every_record_is_found_by_what_it_is_looked_for_by_and_nowhere_else(name: str, found: list[Article]) -> None:
    whole = made(*found)
    groups = {key: group if isinstance(group, tuple) else (group,) for key, group in getattr(whole, name).items()}
    assert all(groups.values())
    for key, group in groups.items():
        assert list(group) == [record for record in whole.records if key in KEYS[name](record)]
    assert {key for record in whole.records for key in KEYS[name](record)} == set(groups)


@quick
@given(articles(hidden=False), st.data())
def test_the_register_never_depends_on_the_order_of_the_articles(found: list[Article], data: st.DataObject) -> None:
    whole, again = made(*found), made(*data.draw(st.permutations(found)))
    assert whole == again
    assert {one.agreement.id for one in whole.records} == {one.agreement.id for one in found if one.agreement}
