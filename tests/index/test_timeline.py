"""The timeline of an agreement: everything that is known of it in one order of time, and each document once."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model import Article, Event, EventKind, External, Party, Relation, RelationKind, Review
from bantin.domain.text.durations import Duration
from bantin.index import Bulletin, Milestone, lineage, related, timeline
from tests.index.contents import agreement, article, bulletin, edtf_dates, on, quick


def document(name: str, *relations: str, signed: str = "", **changes: Any) -> Article:
    """The article of the record ``name``; ``relations`` are of the form ``kind other``."""
    pairs = [relation.split(" ") for relation in relations]
    stated = (*(Relation(RelationKind(kind), other) for kind, other in pairs), *changes.pop("externals", ()))
    facts = agreement(id=name, signed_on=on(signed) if signed else None, relations=stated, **changes)
    return article(name, agreement=facts)


def timeline_of(name: str, made: Bulletin) -> tuple[Milestone, ...]:
    register = made.register
    return timeline(register.by_id[name], lineage(name, register.ties), made.directory.as_of)


def slug(one: Milestone) -> str:
    """The name of the document of an entry."""
    if one.document is None:
        return ""
    found = one.document.document
    return found.slug if isinstance(found, Article) else found.title if isinstance(found, External) else str(found)


def told(entries: Iterable[Milestone]) -> list[tuple[str, str, str]]:
    """The day, the event and the document of each entry."""
    return [(str(one.on or ""), (one.action.kind or "end") if one.action else "", slug(one)) for one in entries]


def test_what_happened_and_the_documents_are_one_order_of_time() -> None:
    made = bulletin(
        document("cu", signed="2010-05-05"),
        document("luat", signed="2019"),
        document(
            "nay",
            "replaces cu",
            "based_on luat",
            signed="2020-05-05",
            effective_on=on("2020-06-01"),
            expires_on=on("2030-01-01"),
        ),
        document("sua", "amends nay", signed="2022-02-02"),
        document("so-ket", "reviews nay"),
    )
    assert told(timeline_of("nay", made)) == [
        ("2010-05-05", "", "cu"),
        ("2019", "", "luat"),
        ("2020-05-05", "signed", ""),
        ("2020-06-01", "effective", ""),
        ("2022-02-02", "", "sua"),
        ("2030-01-01", "end", ""),
        ("", "", "so-ket"),
    ]


def test_a_document_that_is_known_to_the_year_does_not_come_before_what_it_acts_on() -> None:
    made = bulletin(document("nay", signed="2020-05-05"), document("sua", "amends nay", signed="2020"))
    assert told(timeline_of("nay", made)) == [("2020-05-05", "signed", ""), ("2020", "", "sua")]
    assert told(timeline_of("sua", made)) == [("2020", "signed", ""), ("2020-05-05", "", "nay")]


AMENDED = Event(EventKind.AMENDED, on("2022-03-01"))


@pytest.mark.parametrize(
    ("event", "other", "is_cause"),
    [
        (AMENDED, document("sua", "amends nay", signed="2022-03-01"), True),
        (AMENDED, document("sua", "supplements nay", signed="2022-02-02", effective_on=on("2022-03-01")), True),
        (Event(EventKind.AMENDED, by="Phụ lục số 02/PL-BCA"), document("sua", "amends nay", number="2/PL-BCA"), True),
        (Event(EventKind.AMENDED, by="Phụ lục số 12/PL-BCA"), document("sua", "amends nay", number="2/PL-BCA"), False),
        (AMENDED, document("sua", "amends nay", signed="2022-02-02"), False),
        (AMENDED, document("sua", "reviews nay", signed="2022-03-01"), False),
        (Event(EventKind.AMENDED), document("sua", "amends nay"), False),
        (Event(EventKind.REPLACED, on("2022-03-01")), document("sua", "replaces nay", signed="2022-02-02"), True),
        (Event(EventKind.TERMINATED), document("sua", "terminates nay", signed="2022-02-02"), True),
        (Event(EventKind.TERMINATED, parties=("b",)), document("sua", "terminates nay", signed="2022-02-02"), False),
        (Event(EventKind.TERMINATED, part="Điều 5"), document("sua", "terminates nay", signed="2022-02-02"), False),
    ],
    ids=[
        "signed-on-the-day",
        "in-force-on-the-day",
        "named",
        "another-named",
        "another-day",
        "another-kind",
        "no-days",
        "replaced",
        "terminated",
        "for-one-party",
        "in-part",
    ],
)
def test_an_event_and_the_document_that_certainly_caused_it_are_one_entry(
    event: Event, other: Article, *, is_cause: bool
) -> None:
    made = bulletin(document("nay", signed="2020-05-05", events=(event,)), other)
    (entry,) = [one for one in timeline_of("nay", made) if one.document]
    assert bool(entry.action) is is_cause
    assert not is_cause or entry.on == event.on


def test_of_two_documents_on_a_day_each_causes_one_event_at_most() -> None:
    events = (AMENDED, Event(EventKind.AMENDED, on("2022-03-01"), part="Điều 2"))
    others = [document(name, "amends nay", signed="2022-03-01") for name in ("b1", "b2", "b3")]
    entries = timeline_of("nay", bulletin(document("nay", events=events), *others))
    assert sorted((slug(one), bool(one.action)) for one in entries) == [("b1", True), ("b2", True), ("b3", False)]


def test_a_document_with_the_number_of_a_record_is_that_record() -> None:
    """A regulation that the agreement names as external, which cites it and is also of its line, is one document."""
    external = Relation(RelationKind.BASED_ON, external=External("Quy chế chung", "05/QC-BCA", on("2019-01-01")))
    again = Relation(RelationKind.RELATED, external=External("Quy chế chung", "5/QC-BCA"))
    named = document("nay", number="07/QC-BCA", signed="2020-05-05", externals=(external, again))
    made = bulletin(named, document("chung", number="05/QC-BCA", legal_basis=("Quy chế số 07/QC-BCA",)))
    (entry,) = [one for one in timeline_of("nay", made) if one.document]
    assert entry.document
    assert entry.document.roles == ((RelationKind.BASED_ON, False), (RelationKind.RELATED, False))
    (cited,) = [one for one in timeline_of("chung", made) if one.document]
    assert cited.document
    assert (slug(cited), cited.document.roles) == ("nay", ("cites",))


def test_a_document_of_the_line_without_a_relation_of_its_own_is_told_as_that() -> None:
    made = bulletin(
        document("a", signed="2010"),
        document("b", "replaces a", signed="2015"),
        document("c", "amends b", signed="2016"),
    )
    roles = {slug(one): one.document.roles for one in timeline_of("a", made) if one.document}
    assert roles == {"b": ((RelationKind.REPLACES, True),), "c": ("line",)}


def test_reviews_that_are_planned_are_there_with_how_far_they_are_known() -> None:
    def reviews(review: Review, *events: Event) -> list[tuple[str, bool, bool]]:
        made = bulletin(document("nay", signed="2025-02-02", review=review, events=events))
        found = [one for one in timeline_of("nay", made) if one.action and one.action.kind is EventKind.REVIEWED]
        assert all(one.action and one.action.upcoming is (one.on is not None and not one.overdue) for one in found[-1:])
        return [(str(one.on), one.computed, one.overdue) for one in found]

    yearly = Duration(years=1)
    assert reviews(Review(every=yearly)) == [("2026-02-02", True, False)]
    assert reviews(Review(next=on("2026-05-05"))) == [("2026-05-05", False, False)]
    assert reviews(Review(next=on("2025-05-05"))) == [("2025-05-05", False, True)]
    assert reviews(Review(every=yearly, next=on("2026-05-05")), Event(EventKind.REVIEWED, on("2026-05-05"))) == [
        ("2026-05-05", False, False)
    ]


KINDS = st.sampled_from(list(RelationKind))
DATES = st.none() | edtf_dates()
EVENTS = st.lists(st.builds(Event, st.sampled_from(list(EventKind)), DATES), max_size=3).map(tuple)
STATED = st.lists(st.tuples(KINDS, st.integers(0, 3), st.integers(0, 3)), max_size=8)
EXTERNALS = st.lists(
    st.builds(
        Relation,
        KINDS,
        external=st.builds(External, st.sampled_from(["Luật A", "Luật B"]), st.sampled_from(["", "1/QC-A"]), DATES),
    ),
    max_size=3,
).map(tuple)


@st.composite
def bulletins(draw: st.DrawFn) -> Bulletin:
    """A bulletin of four records that may have to do with each other, and of documents that are not there."""
    stated = draw(STATED)
    return bulletin(
        *(
            document(
                f"b{number}",
                *(f"{kind} b{to}" for kind, by, to in stated if by == number and by != to),
                externals=draw(EXTERNALS),
                number=draw(st.sampled_from(["", f"{number}/QC-A"])),
                effective_on=draw(DATES),
                events=draw(EVENTS),
                review=draw(st.none() | st.just(Review(every=Duration(years=1)))),
                parties=(Party("a", signed_on=draw(DATES)), Party("b")),
            )
            for number in range(4)
        )
    )


@quick
@given(bulletins())
def test_nothing_is_lost_and_no_document_is_there_twice(made: Bulletin) -> None:
    register = made.register
    for record in register.records:
        entries = timeline_of(record.agreement.id, made)
        assert [one.action for one in entries if one.action in record.lifecycle.history] == list(
            record.lifecycle.history
        )
        records = [slug(one) for one in entries if one.document and isinstance(one.document.document, Article)]
        assert len(set(records)) == len(records)
        line = lineage(record.agreement.id, register.ties)
        homes = [*(tie.other for tie in record.ties), *line, *record.cited_by]
        others = {home.agreement.id for home in homes if home.agreement} - {record.agreement.id}
        numbers = {home.agreement.number: home.agreement.id for home in record.cited if home.agreement}
        externals = [other for _, _, other in related(record.agreement, record.ties) if isinstance(other, External)]
        cited = {numbers[one.number] for one in externals if one.number in numbers}
        unnamed = {one.number or one.title for one in externals if one.number not in numbers}
        own = {record.agreement.number} - {""}
        shown = [one for one in entries if one.document]
        assert others <= {*records, *cited}
        assert len(shown) <= len(others | cited) + len(unnamed - own) + len(unnamed & own)
        assert all(one.document and one.document.roles for one in shown)


@quick
@given(bulletins())
def test_whatever_is_known_to_the_day_stands_in_order(made: Bulletin) -> None:
    for record in made.register.records:
        entries = timeline_of(record.agreement.id, made)
        days = [one.on.exact for one in entries if one.on and one.on.exact]
        assert days == sorted(days)
        undated = [one.on is None or one.on.year is None for one in entries if not _is_signing(one)]
        assert undated == sorted(undated)


def _is_signing(one: Milestone) -> bool:
    return one.action is not None and one.action.kind is EventKind.SIGNED


def test_the_day_decides_what_is_ahead() -> None:
    made = bulletin(document("nay", signed="2025-02-02", review=Review(every=Duration(years=1))))
    record = made.register.by_id["nay"]
    assert [str(one.on) for one in timeline(record, (), date(2025, 2, 2))] == ["2025-02-02", "2026-02-02"]
    assert [str(one.on) for one in timeline(record, (), date(2026, 2, 3))] == ["2025-02-02", "2027-02-02"]
