"""What ended, was suspended or was amended in each year, in whole or in part."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given

from bantin.domain.model import Article, Event, EventKind, Relation, RelationKind, Status
from bantin.domain.rules.lifecycle import status_on
from bantin.index import Bulletin, index
from bantin.site.register.rows import row
from bantin.site.register.year_changes import YearEntry, year_changes
from tests.index.contents import NOW, bulletin, content, on, quick
from tests.site.register.records import record, records

IN_FORCE: dict[str, Any] = {"signed": "2015-01-01", "effective_on": on("2015-01-01")}
TOLD = dict[int, dict[Status | None, list[str]]]


def changes(made: Bulletin) -> dict[int, dict[Status | None, tuple[YearEntry, ...]]]:
    return {year: dict(found) for year, found in year_changes(made.register.records, made.directory).items()}


def told(*articles: Article) -> TOLD:
    """The records of each year and group, by their addresses."""
    return {
        year: {group: [one.url.split("/")[-2] for one in entries] for group, entries in groups.items()}
        for year, groups in changes(bulletin(*articles)).items()
    }


def only(*articles: Article) -> YearEntry:
    ((entry,),) = [entries for groups in changes(bulletin(*articles)).values() for entries in groups.values()]
    return entry


def event(kind: EventKind, day: str | None, **more: Any) -> dict[str, Any]:
    return {**IN_FORCE, "events": (Event(kind, on(day) if day else None, **more),)}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (event(EventKind.TERMINATED, "2020-03-01"), {2020: {Status.ENDED: ["a"]}}),
        (event(EventKind.REPLACED, "2020"), {2020: {Status.ENDED: ["a"]}}),
        (event(EventKind.REPLACED, "2020-05", part="Điều 3"), {2020: {Status.PARTLY: ["a"]}}),
        (event(EventKind.SUSPENDED, "2020-05-01"), {2020: {Status.SUSPENDED: ["a"]}}),
        (event(EventKind.SUSPENDED, "2020-05-01", part="Chương II"), {2020: {Status.PARTLY_SUSPENDED: ["a"]}}),
        (event(EventKind.AMENDED, "2020-05-01"), {2020: {None: ["a"]}}),
        # One of two parties leaves: nothing is left. One of three: it goes on.
        (event(EventKind.TERMINATED, "2020-05-01", parties=("b",)), {2020: {Status.ENDED: ["a"]}}),
        # The last day of a term is a day in force, so the list agrees with that of the end of the year.
        ({**IN_FORCE, "expires_on": on("2020-12-31")}, {2021: {Status.ENDED: ["a"]}}),
        ({**IN_FORCE, "expires_on": on("2020-12-30")}, {2020: {Status.ENDED: ["a"]}}),
        ({**IN_FORCE, "expires_on": on("2020-11")}, {2020: {Status.ENDED: ["a"]}}),
        # What is yet to come, has no year, or is not known to have happened.
        (event(EventKind.TERMINATED, "2026-03-01"), {}),
        (event(EventKind.TERMINATED, "2026"), {}),
        (event(EventKind.TERMINATED, None), {}),
        (event(EventKind.TERMINATED, "XXXX-05-01"), {}),
        ({**IN_FORCE, "expires_on": on("2025-12-31")}, {2026: {Status.ENDED: ["a"]}}),
        ({**IN_FORCE, "expires_on": on("2026-01-01")}, {}),
        # Neither an extension nor a review nor a correction ends anything.
        (event(EventKind.EXTENDED, "2020", until=on("2040")), {}),
        (event(EventKind.REVIEWED, "2020"), {}),
        (event(EventKind.CORRECTED, "2020"), {}),
    ],
)
def test_a_change_is_listed_in_its_year_by_what_it_does(facts: dict[str, Any], expected: TOLD) -> None:
    assert told(record("a", "a", "b", **facts)) == expected


def test_an_agreement_that_one_of_three_leaves_ends_for_that_one() -> None:
    entry = only(record("a", "a", "b", "c", **event(EventKind.TERMINATED, "2020-05-01", parties=("b",))))
    assert entry.part == "Đối với Cơ quan B"


def test_what_had_ended_does_not_end_again() -> None:
    events = (Event(EventKind.TERMINATED, on("2019-01-01")), Event(EventKind.REPLACED, on("2020-01-01")))
    assert told(record("a", **IN_FORCE, events=events)) == {2019: {Status.ENDED: ["a"]}}


def test_what_was_restored_ends_twice() -> None:
    events = (
        Event(EventKind.TERMINATED, on("2018-01-01")),
        Event(EventKind.EFFECTIVE, on("2019-01-01")),
        Event(EventKind.TERMINATED, on("2020-01-01")),
    )
    assert told(record("a", **IN_FORCE, events=events)) == {2020: {Status.ENDED: ["a"]}, 2018: {Status.ENDED: ["a"]}}


def test_the_reason_names_the_documents_and_the_words_of_the_sources() -> None:
    facts = event(EventKind.TERMINATED, "2020-05-01", by="Biên bản 7", note="Không còn cần")
    assert only(record("a", **facts)).reason == "Chấm dứt: Biên bản 7; Không còn cần"
    assert only(record("a", **IN_FORCE, expires_on=on("2020-01-01"))).reason == "Hết thời hạn"
    paused = event(EventKind.SUSPENDED, "2020-05-01", until=on("2021-05-31"))
    assert only(record("a", **paused)).reason == "Ngưng hiệu lực đến hết 31/05/2021"


def test_the_record_that_replaces_it_is_the_reason_where_nothing_else_is_told() -> None:
    new = record("moi", number="02/QC", title="Quy chế mới", relations=(Relation(RelationKind.REPLACES, to="a"),))
    assert (
        only(record("a", **event(EventKind.REPLACED, "2020-05-01")), new).reason == "Bị thay thế: Quy chế mới (02/QC)"
    )


def test_an_amendment_is_listed_even_if_only_the_amending_record_tells_it_and_never_twice() -> None:
    new = record("moi", signed="2020-03-01", title="Phụ lục", relations=(Relation(RelationKind.SUPPLEMENTS, to="a"),))
    entry = only(record("a", **IN_FORCE), new)
    assert (entry.reason, entry.on, entry.part) == ("Được sửa đổi: Phụ lục", on("2020-03-01"), "")
    assert told(record("a", **event(EventKind.AMENDED, "2020")), new) == {2020: {None: ["a"]}}


def amending(name: str, signed: str | None, *kinds: RelationKind, **facts: Any) -> Article:
    relations = tuple(Relation(kind, to="a") for kind in kinds or (RelationKind.AMENDS,))
    return record(name, signed=signed, title=f"Phụ lục {name}", relations=relations, **facts)


def amendments(*articles: Article) -> dict[int, list[tuple[str, str]]]:
    """The days and the reasons of the amendments of each year."""
    return {
        year: [(str(entry.on), entry.reason.removeprefix("Được sửa đổi").removeprefix(": ")) for entry in groups[None]]
        for year, groups in changes(bulletin(*articles)).items()
    }


@pytest.mark.parametrize(
    ("day", "others", "expected"),
    [
        # One that the record tells, another that only the other agreement tells, in the same year.
        ("2020-03-01", [("m", "2020-09-01")], {2020: [("2020-03-01", ""), ("2020-09-01", "Phụ lục m")]}),
        (
            "2020-03-01",
            [("m", "2020-09-01"), ("n", "2020-03-01")],
            {2020: [("2020-03-01", "Phụ lục n"), ("2020-09-01", "Phụ lục m")]},
        ),
        # One event is about one of two agreements, so there are two amendments.
        (
            "2020",
            [("m", "2020-03-01"), ("n", "2020-09-01")],
            {2020: [("2020-03-01", "Phụ lục m"), ("2020-09-01", "Phụ lục n")]},
        ),
        (
            "2020-03-01",
            [("m", "2020-03-01"), ("n", "2020-03-01")],
            {2020: [("2020-03-01", "Phụ lục m"), ("2020-03-01", "Phụ lục n")]},
        ),
        # An event without a year is in no list, and hides nothing whose year is known.
        (None, [], {}),
        (None, [("m", None)], {}),
        (None, [("m", "2020-03-01")], {2020: [("2020-03-01", "Phụ lục m")]}),
        ("XXXX-03-01", [("m", "2020-03-01")], {2020: [("2020-03-01", "Phụ lục m")]}),
        # The agreement that amends does not say when: the event does.
        ("2020", [("m", None)], {2020: [("2020", "Phụ lục m")]}),
    ],
)
def test_each_amendment_is_listed_once(
    day: str | None, others: list[tuple[str, str | None]], expected: dict[int, list[tuple[str, str]]]
) -> None:
    made = [amending(name, signed) for name, signed in others]
    assert amendments(record("a", **event(EventKind.AMENDED, day)), *made) == expected


@pytest.mark.parametrize("day", ["2019-12-28", "2020-01-10", "2019-12", "2020", "2019", None])
def test_an_amendment_is_listed_in_the_year_since_which_it_holds_whatever_day_the_event_has(day: str | None) -> None:
    new = amending("m", "2019-12-28", effective_on=on("2020-01-10"))
    expected = {2020: [("2020-01-10", "Phụ lục m")]}
    assert amendments(record("a", **IN_FORCE), new) == expected
    assert amendments(record("a", **event(EventKind.AMENDED, day)), new) == expected


def test_an_agreement_that_both_amends_and_supplements_is_one_amendment() -> None:
    new = amending("m", "2020-03-01", RelationKind.AMENDS, RelationKind.SUPPLEMENTS)
    assert amendments(record("a", **IN_FORCE), new) == {2020: [("2020-03-01", "Phụ lục m")]}


def test_parts_that_one_agreement_amends_are_rows_of_their_own() -> None:
    events = tuple(Event(EventKind.AMENDED, on("2020-03-01"), part=part) for part in ("Điều 3", "Điều 5"))
    found = amendments(record("a", **IN_FORCE, events=events), amending("m", "2020-03-01"))
    assert found == {2020: [("2020-03-01", "Phụ lục m")] * 2}


def test_all_that_replace_an_agreement_are_named_even_if_signed_long_before() -> None:
    made = [amending(name, day, RelationKind.REPLACES) for name, day in (("m", "2020-01-01"), ("n", "2020-01-02"))]
    entry = only(record("a", **event(EventKind.REPLACED, "2020-05-01")), *made)
    assert (entry.reason, entry.on) == ("Bị thay thế: Phụ lục n; Phụ lục m", on("2020-05-01"))


def test_entries_are_in_the_order_of_their_days_and_titles() -> None:
    days = (("a", "2020-02-01", "Đê"), ("b", "2020-01-01", "Ánh"), ("c", "2020-02-01", "Dê"))
    made = [record(name, title=title, **event(EventKind.TERMINATED, day)) for name, day, title in days]
    assert told(*made) == {2020: {Status.ENDED: ["b", "c", "a"]}}


def entries_before(year: int, found: dict[int, Any]) -> Iterable[tuple[int, Any]]:
    return ((one, groups) for one, groups in found.items() if one < year)


@quick
@given(records())
def test_past_years_do_not_change_as_days_go_by(made: list[Article]) -> None:
    now = bulletin(*made)
    later = index(content(*made), NOW + timedelta(days=363))
    assert dict(entries_before(2026, changes(now))) == dict(entries_before(2026, changes(later)))


@quick
@given(records())
def test_what_ended_between_the_ends_of_two_years_is_in_the_list_of_the_later_one(made: list[Article]) -> None:
    found = bulletin(*made)
    listed = changes(found)
    for one in found.register.records:
        url = row(one, found.directory).url
        for year in range(2010, 2026):
            before, after = (status_on(one.agreement, date(end, 12, 31)) for end in (year - 1, year))
            if before not in (Status.ENDED, Status.UNKNOWN) and after is Status.ENDED:
                assert url in [entry.url for entry in listed[year][Status.ENDED]]
