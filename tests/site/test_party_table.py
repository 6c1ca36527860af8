"""The table of parties: only what differs between them, or is known of each."""

from typing import Any

import pytest

from bantin.domain.model import Event, EventKind, Party, Person, Signatory, Succession
from bantin.site.cards import date_view
from bantin.site.facts import agreement_view
from bantin.site.views import PartyTableView
from tests.index.contents import agency, agreement, article, bulletin, on


def table(*others: Any, **changes: Any) -> PartyTableView | None:
    made = bulletin(article(agreement=agreement(**changes)), *others)
    return agreement_view(made.register.by_id["ban-ghi"], (), (), (), made.directory).party_table


def columns(found: PartyTableView | None) -> list[str]:
    return [name for name in ("signed", "effective", "status", "now") if getattr(found, name)] if found else []


def test_where_nothing_is_known_but_names_there_is_no_table() -> None:
    assert table() is None
    assert table(signed_on=on("2020-05-05"), effective_on=on("2020-06-01")) is None
    assert table(signatories=(Signatory(Person("A")),)) is None


SIGNED = {"signed_on": on("2020-05-05"), "effective_on": on("2020-06-01")}
LATER = (Party("a"), Party("b", effective_on=on("2020-09-01")))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"signatories": (Signatory(Person("A"), "a"),)}, ["signed"]),
        ({"parties": (Party("a"), Party("b", signed_on=on("2020-05-20")))}, ["signed"]),
        ({"parties": LATER}, ["effective"]),
        ({"parties": (Party("a"), Party("b", effective_on=on("2020-06-01")))}, []),
        ({"events": (Event(EventKind.TERMINATED, on("2022-01-01"), parties=("b",)),)}, ["status"]),
        ({"parties": (Party("a"), Party("b", effective_on=on("2030-01-01")))}, ["effective", "status"]),
    ],
    ids=["signatory", "own-signing", "own-force", "the-same-day", "has-left", "not-yet"],
)
def test_a_column_that_says_nothing_is_left_out(changes: dict[str, Any], expected: list[str]) -> None:
    assert columns(table(**SIGNED, **changes)) == expected


def test_a_column_shows_who_holds_the_part_of_a_party_today() -> None:
    found = table(agency("a", successors=(Succession("c"),)), agency("b"), agency("c", "Bộ C"), **SIGNED)
    assert found
    assert columns(found) == ["now"]
    assert [[heir.link.label for heir in row.party.heirs] for row in found.rows] == [["Bộ C"], []]


def test_each_signatory_stands_once_beside_the_party() -> None:
    signatories = (Signatory(Person("A"), "b"), Signatory(Person("B"), "b"), Signatory(Person("C")))
    found = table(signatories=signatories)
    assert found
    assert [[one.name for one in row.signatories] for row in found.rows] == [[], ["A", "B"]]
    assert [one.name for one in found.others] == ["C"]
    assert {one.party for row in found.rows for one in row.signatories} == {""}


def test_each_party_has_its_own_day_and_status_and_a_period_only_where_the_day_does_not_say_it() -> None:
    parties = (*LATER, Party("c", effective_on=on("2030-01-01")))
    left = Event(EventKind.TERMINATED, on("2022-01-01"), parties=("a",))
    found = table(parties=parties, events=(left,), **SIGNED)
    assert found
    assert [row.effective_on for row in found.rows] == [
        date_view(on(day), "vi") for day in ("2020-06-01", "2020-09-01", "2030-01-01")
    ]
    assert [(row.status.kind, row.period) for row in found.rows] == [
        ("ended", True),
        ("in_force", False),
        ("not_yet", False),
    ]


def test_a_status_that_will_end_says_so_beside_the_day() -> None:
    found = table(parties=LATER, expires_on=on("2030-01-01"), **SIGNED)
    assert found
    assert [row.period for row in found.rows] == [True, True]
