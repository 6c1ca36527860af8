"""VALIDATE: amendments: each problem is reported at the line that names the provision."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from bantin.content.checks.amendments import TextRecord, check_amendments, check_parts
from bantin.domain.model import Agreement, Amendment, Event, EventKind, Position, Relation, RelationKind
from bantin.domain.problems import LANGUAGES, Location, Problem
from bantin.domain.provisions.reading import read_text
from bantin.domain.provisions.versions import consolidate
from tests.domain.provisions.amended import CHAIN, FIRST, SECOND, SIGNED, TARGET, amending

TODAY = date(2026, 1, 1)
SIGNED_RECORD = TextRecord(TARGET, "quy-che.md", SIGNED)
AMENDS = (Relation(RelationKind.AMENDS, "quy-che"),)


def changing(name: str, day: str, *amends: tuple[str, str, str], **changes: Any) -> Agreement:
    """A record that amends ``quy-che`` and has that relation; the nth amendment is on line n."""
    made = amending(name, day, *amends, **{"relations": AMENDS, **changes})
    placed = tuple(replace(one, place=Position(line, 11, 6)) for line, one in enumerate(made.amends, start=1))
    return replace(made, amends=placed)


def found(*others: Agreement, target: TextRecord = SIGNED_RECORD) -> list[Problem]:
    records = {one.id: TextRecord(one, f"{one.id}.md") for one in others}
    return list(check_amendments({**records, target.agreement.id: target}, TODAY))


def told(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    return [(str(one.location), one.code) for one in problems]


def test_a_chain_in_order_has_no_problem() -> None:
    assert found(*(replace(one, relations=AMENDS) for one in CHAIN)) == []


@pytest.mark.parametrize("kind", [RelationKind.SUPPLEMENTS, RelationKind.CORRECTS, RelationKind.EXTENDS])
def test_what_corrects_or_supplements_amends_too(kind: RelationKind) -> None:
    assert found(replace(FIRST, relations=(Relation(kind, "quy-che"),))) == []


@pytest.mark.parametrize(
    ("amendment", "code"),
    [
        (("dieu-99", "repeal", ""), "amended-provision-missing"),
        (("dieu-99-khoan-1", "insert", "1. Mới"), "amended-provision-missing"),
        (("dieu-7", "replace", "Điều 7. Mới"), "amended-provision-repealed"),
        (("dieu-2", "insert", "Điều 2. Mới"), "inserted-provision-exists"),
        (("dieu-2", "replace", "Điều 3. Mới"), "amendment-other-number"),
        (("dieu-2", "replace", "Nguyên tắc mới"), "amendment-unreadable"),
        (("phan-1", "insert", "Phần I\nMỚI"), "inserted-without-place"),
    ],
)
def test_what_cannot_be_done_is_reported_where_the_provision_is_named(
    amendment: tuple[str, str, str], code: str
) -> None:
    first = changing("a-truoc", "2019-01-01", ("dieu-7", "repeal", ""))
    assert told(found(first, changing("sua-doi", "2020-01-01", amendment))) == [("sua-doi.md:1:11", code)]


def test_two_amendments_of_one_provision_on_one_day() -> None:
    one = changing("mot", "2020-01-01", ("dieu-7", "repeal", ""))
    two = changing("hai", "2020-01-01", ("dieu-1", "repeal", ""), ("dieu-7", "replace", "Điều 7. Mới"))
    for order in ((one, two), (two, one)):
        (problem,) = found(*order)
        assert told([problem]) == [("mot.md:1:11", "amended-twice")]
        assert problem.value("other") == "hai.md:2"


def test_two_amendments_of_one_provision_whose_order_is_not_known() -> None:
    one = changing("mot", "2020", ("dieu-7", "repeal", ""))
    two = changing("hai", "2020-05-01", ("dieu-7", "replace", "Điều 7. Mới"))
    assert told(found(one, two)) == [("hai.md:1:11", "amended-in-unknown-order")]


def test_one_agreement_does_one_thing_to_a_provision() -> None:
    twice = changing("mot", "2020", ("dieu-5", "replace", "Điều 5. Mới"), ("dieu-5-khoan-1", "repeal", ""))
    assert told(found(twice)) == [("mot.md:2:11", "amended-twice")]


def test_agreements_that_amend_each_other() -> None:
    back = replace(TARGET, amends=(Amendment("sua-doi-1", "dieu-1", FIRST.amends[2].do, place=Position(9, 5)),))
    target = TextRecord(replace(back, relations=(Relation(RelationKind.AMENDS, "sua-doi-1"),)), "quy-che.md", SIGNED)
    first = replace(FIRST, relations=AMENDS)
    problems = found(first, target=target)
    assert "amends-cycle" in [one.code for one in problems]
    (cycle,) = (one for one in problems if one.code == "amends-cycle")
    assert (cycle.location.path, cycle.value("chain")) == ("quy-che.md", "quy-che → sua-doi-1 → quy-che")


def test_an_amendment_before_there_was_anything_to_amend() -> None:
    early = changing("som", "2017-01-01", ("dieu-7", "repeal", ""))
    assert told(found(early)) == [("som.md:1:11", "amended-before-signing")]
    assert found(changing("cung-ngay", "2018-05-10", ("dieu-7", "repeal", ""))) == []


def test_an_amendment_without_its_relation_is_shown_once_for_each_record() -> None:
    lonely = changing("le", "2020-01-01", ("dieu-1", "repeal", ""), ("dieu-7", "repeal", ""), relations=())
    assert told(found(lonely)) == [("le.md:1:11", "amends-without-relation")]
    other = replace(lonely, relations=(Relation(RelationKind.REPLACES, "quy-che"), Relation(RelationKind.AMENDS, "x")))
    assert told(found(other)) == [("le.md:1:11", "amends-without-relation")]


def test_an_amendment_of_what_has_no_text() -> None:
    target = TextRecord(TARGET, "quy-che.md")
    (problem,) = found(changing("mot", "2020", ("dieu-99", "repeal", "")), target=target)
    assert told([problem]) == [("mot.md:1:11", "amended-without-text")]
    assert "quy-che.md" in problem.hint("vi")


def test_an_amendment_of_which_nobody_knows_since_when_it_is_in_force() -> None:
    signed = changing("mot", "2020", ("dieu-7", "repeal", ""), effective_on=None)
    (problem,) = found(signed)
    assert (problem.code, problem.value("day")) == ("amendment-undated", "2020-01-01")
    undated = replace(signed, signed_on=None)
    assert [one.value("day") for one in found(undated)] == ["2018-05-10"]
    # It has happened on an unknown day, so today's text is known.
    assert found(replace(signed, events=(Event(EventKind.EFFECTIVE),))) == []


def test_amendments_of_records_that_are_not_there_are_left_to_the_references() -> None:
    elsewhere = replace(FIRST, amends=(Amendment("khong-co", "dieu-1", FIRST.amends[2].do),))
    assert found(elsewhere) == []


def test_the_order_of_records_does_not_matter() -> None:
    some = [
        changing("mot", "2020-01-01", ("dieu-7", "repeal", ""), relations=()),
        changing("hai", "2020-01-01", ("dieu-7", "repeal", ""), ("dieu-99", "repeal", "")),
        changing("ba", "2020", ("dieu-9", "replace", "Sơ kết"), effective_on=None),
    ]
    assert found(*some) == found(*reversed(some))


@pytest.mark.parametrize(
    ("part", "is_told"),
    [
        ("Điều 5", False),
        ("điểm a khoản 2 Điều 3", False),
        ("dieu-3-khoan-2", False),
        # Inserted later, or in the signed text alone.
        ("khoản 1 Điều 5a", False),
        ("Điều 3 và Điều 4", False),
        ("Điều 99", True),
        ("khoản 9 Điều 3", True),
        ("Điều 3 và Điều 99", True),
        ("phần tài chính", True),
    ],
)
def test_the_parts_of_events_are_provisions_of_some_version(part: str, *, is_told: bool) -> None:
    at = Location("quy-che.md", 12, 5)
    problems = list(check_parts([(part, at)], SIGNED, consolidate(TARGET, SIGNED, CHAIN)))
    assert told(problems) == ([("quy-che.md:12:5", "event-part-missing")] if is_told else [])


def test_an_english_text_has_its_parts_by_vietnamese_words_too() -> None:
    text = read_text("Article 1. Scope\nThis Arrangement applies.\nArticle 2. Duties\n1. Exchange.\n")
    later = consolidate(TARGET, text, ())
    parts = [(part, Location("a.md", 1)) for part in ("Article 2(1)", "khoản 1 Điều 2", "clause 1 of Article 2")]
    assert list(check_parts(parts, text, later)) == []


def test_every_problem_can_be_read_in_both_languages() -> None:
    problems = found(
        changing("mot", "2020-01-01", ("dieu-7", "repeal", ""), ("dieu-99", "repeal", ""), relations=()),
        changing("hai", "2020-01-01", ("dieu-7", "repeal", "")),
        replace(SECOND, effective_on=None),
    )
    assert len(problems) > 3
    for one in problems:
        for language in LANGUAGES:
            assert "{" not in one.message(language)
            assert one.hint(language)
