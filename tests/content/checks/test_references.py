"""VALIDATE: references from one file to another."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.content.checks.references import (
    Declarations,
    check_drafts,
    check_parents,
    check_records,
    check_references,
    check_today,
)
from bantin.content.name_lookup import Names
from bantin.domain.model import AddressKind, Agency, Article, Label, Outline, Position, Reference, ReferenceTarget
from bantin.domain.problems import Location, Problem
from bantin.domain.text.dates import Edtf
from tests.content.readings import ARTICLE, told
from tests.content.strategies import bounded

KNOWN = Declarations(
    {
        ReferenceTarget.AGENCY: Names(frozenset({"bo-cong-an", "van-phong-quoc-hoi"})),
        ReferenceTarget.TYPE: Names(frozenset({"quy-che"})),
        ReferenceTarget.FIELD: Names(frozenset({"an-ninh"})),
        ReferenceTarget.SECTION: Names(frozenset({"tin"})),
        ReferenceTarget.RECORD: Names(frozenset({"quy-che-2012"})),
    },
    frozenset({"content/media/a.jpg", "content/media/a.svg", "content/documents/a.pdf", "content/documents/a.exe"}),
)
HERE = Position(3, 7, 4)


def article(name: str, *references: Reference) -> Article:
    return Article(f"content/articles/2020/{name}.md", name, 2020, name, Outline(), references=references)


def record(record_id: str, line: int = 1) -> Reference:
    return Reference(ReferenceTarget.OWN_RECORD, record_id, Position(line, 1))


def agency(agency_id: str, parent: str | None = None, *others: str) -> Agency:
    above = () if parent is None else (Reference(ReferenceTarget.AGENCY, parent, Position(2, 9, len(parent))),)
    below = tuple(Reference(ReferenceTarget.AGENCY, other, Position(3, 14)) for other in others)
    return Agency(
        agency_id, f"content/agencies/{agency_id}.yml", Label(agency_id), parent=parent, references=above + below
    )


@pytest.mark.parametrize(
    ("target", "known"),
    [
        (ReferenceTarget.AGENCY, "bo-cong-an"),
        (ReferenceTarget.TYPE, "quy-che"),
        (ReferenceTarget.FIELD, "an-ninh"),
        (ReferenceTarget.SECTION, "tin"),
        (ReferenceTarget.RECORD, "quy-che-2012"),
        (ReferenceTarget.IMAGE, "content/media/a.jpg"),
        (ReferenceTarget.DOCUMENT, "content/documents/a.pdf"),
        (ReferenceTarget.OWN_RECORD, "bat-ky"),
        (ReferenceTarget.SIGNING_DAY, "2012"),
    ],
)
def test_what_is_declared_may_be_referred_to(target: ReferenceTarget, known: str) -> None:
    assert list(check_references(ARTICLE, [Reference(target, known, HERE)], KNOWN)) == []


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (ReferenceTarget.AGENCY, "unknown-agency"),
        (ReferenceTarget.TYPE, "unknown-type"),
        (ReferenceTarget.FIELD, "unknown-field"),
        (ReferenceTarget.SECTION, "unknown-section"),
        (ReferenceTarget.RECORD, "unknown-record"),
        (ReferenceTarget.IMAGE, "no-such-file"),
        (ReferenceTarget.DOCUMENT, "no-such-file"),
    ],
)
def test_what_is_not_declared_is_reported_at_its_place(target: ReferenceTarget, code: str) -> None:
    (problem,) = check_references(ARTICLE, [Reference(target, "zzz", HERE)], KNOWN)
    assert (problem.code, problem.location) == (code, Location(ARTICLE, 3, 7, 4))


@pytest.mark.parametrize(
    ("written", "near"),
    [("bo-congan", "bo-cong-an"), ("Bộ-Công-an", "bo-cong-an"), ("van-phong-quoc-ho", "van-phong-quoc-hoi")],
)
def test_the_nearest_id_is_suggested(written: str, near: str) -> None:
    (problem,) = check_references(ARTICLE, [Reference(ReferenceTarget.AGENCY, written, HERE)], KNOWN)
    assert dict(problem.values)["mended"] == near
    assert near in problem.hint("en")
    assert near in problem.hint("vi")


@pytest.mark.parametrize(
    ("target", "kind", "hint"),
    [
        (ReferenceTarget.AGENCY, AddressKind.AGENCY, "Give the file its old name again"),
        (ReferenceTarget.RECORD, AddressKind.RECORD, "name its file bo-congan.md again"),
    ],
)
def test_another_id_is_not_suggested_for_one_that_is_public(
    target: ReferenceTarget, kind: AddressKind, hint: str
) -> None:
    declared = replace(KNOWN, public={kind: frozenset({"bo-congan"})})
    (problem,) = check_references(ARTICLE, [Reference(target, "bo-congan", HERE)], declared)
    assert hint in problem.hint("en")
    assert problem.code in ("unknown-agency", "unknown-record")


def test_without_a_near_one_it_is_said_how_to_declare_it() -> None:
    (problem,) = check_references(ARTICLE, [Reference(ReferenceTarget.AGENCY, "xyz", HERE)], KNOWN)
    assert "content/agencies/xyz.yml" in problem.hint("vi")


@pytest.mark.parametrize(
    "target",
    [
        ReferenceTarget.AGENCY,
        ReferenceTarget.TYPE,
        ReferenceTarget.FIELD,
        ReferenceTarget.SECTION,
        ReferenceTarget.RECORD,
    ],
)
def test_nothing_is_said_against_a_list_that_could_not_be_read(target: ReferenceTarget) -> None:
    declared = replace(KNOWN, names={other: names for other, names in KNOWN.names.items() if other is not target})
    assert list(check_references(ARTICLE, [Reference(target, "zzz", HERE)], declared)) == []


@pytest.mark.parametrize(
    ("target", "path"),
    [(ReferenceTarget.IMAGE, "content/media/a.svg"), (ReferenceTarget.DOCUMENT, "content/documents/a.exe")],
)
def test_a_file_of_a_kind_that_is_not_published_is_reported(target: ReferenceTarget, path: str) -> None:
    assert told(check_references(ARTICLE, [Reference(target, path, HERE)], KNOWN)) == ["3:7+4 bad-file-type"]


def test_a_record_id_belongs_to_the_first_article_by_path() -> None:
    articles = [article("c", record("x", 5)), article("a", record("x")), article("b", record("y")), article("d")]
    expected = [("content/articles/2020/c.md", 5, "content/articles/2020/a.md")]
    for order in (articles, articles[::-1]):
        found = list(check_records(order))
        assert [(one.location.path, one.location.line, dict(one.values)["other"]) for one in found] == expected


def test_every_further_claim_of_a_record_id_is_reported() -> None:
    found = list(check_records([article(name, record("x")) for name in "cab"]))
    assert [problem.location.path[-4] for problem in found] == ["b", "c"]


def cycles(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.location.path, dict(problem.values)["chain"]) for problem in problems]


def test_a_draft_of_an_agency_is_told_of_once_in_each_file_that_is_none() -> None:
    stub, below = replace(agency("so-moi"), draft=True), agency("phong", "so-moi")
    party = Reference(ReferenceTarget.AGENCY, "so-moi", Position(4, 5, 6))
    signer = Reference(ReferenceTarget.SIGNING_PARTY, "so-moi", Position(9, 5, 6))
    named = [article("b", party, signer), replace(article("c", party), draft=True)]
    found = [*check_drafts(named, [stub, below])]
    assert [(one.code, one.location) for one in found] == [
        ("draft-agency", party.place.within("content/articles/2020/b.md")),
        ("draft-agency", below.references[0].place.within(below.path)),
    ]
    assert ("file", stub.path) in found[0].values


def test_agencies_that_are_confirmed_may_be_named() -> None:
    party = Reference(ReferenceTarget.AGENCY, "so-moi", Position(4, 5, 6))
    assert not [*check_drafts([article("b", party)], [agency("so-moi"), replace(agency("so-cu"), draft=True)])]


def test_agencies_above_each_other_are_reported_once_at_the_first() -> None:
    agencies = [agency("c", "b"), agency("b", "a"), agency("a", "c"), agency("d", "a"), agency("e")]
    for order in (agencies, agencies[::-1]):
        found = list(check_parents(order))
        assert cycles(found) == [("content/agencies/a.yml", "a → c → b → a")]
        assert found[0].location.line == 2


def test_an_agency_is_not_above_itself() -> None:
    assert cycles(list(check_parents([agency("a", "a")]))) == [("content/agencies/a.yml", "a → a")]


def test_two_circles_are_two_problems() -> None:
    agencies = [agency("a", "b"), agency("b", "a"), agency("y", "z"), agency("z", "y")]
    assert [chain for _, chain in cycles(list(check_parents(agencies)))] == ["a → b → a", "y → z → y"]


def test_a_parent_that_is_not_there_ends_the_chain() -> None:
    assert list(check_parents([agency("a", "b"), agency("b", "khong-co")])) == []


def test_a_circle_is_reported_at_the_parent_whatever_else_names_it() -> None:
    agencies = [agency("a", "b", "b", "a"), agency("b", "a")]
    (problem,) = check_parents(agencies)
    assert problem.location == Location("content/agencies/a.yml", 2, 9, 1)


@bounded
@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdefg") | st.none()))
def test_each_circle_of_parents_is_reported_exactly_once(parents: dict[str, str | None]) -> None:
    circles = set()
    for start in parents:
        chain = [start]
        while (above := parents.get(chain[-1])) and above not in chain:
            chain.append(above)
        if above:
            circles.add(frozenset(chain[chain.index(above) :]))
    found = list(check_parents([agency(name, parent) for name, parent in parents.items()]))
    assert sorted(sorted(set(chain.split(" → "))) for _, chain in cycles(found)) == sorted(map(sorted, circles))


TODAY = date(2020, 5, 6)


@pytest.mark.parametrize("day", ["2020-05-06", "2020-05", "2020", "2019-12-31", "XXXX-12-31", "2020-XX-XX"])
def test_a_signing_up_to_today_can_have_happened(day: str) -> None:
    assert list(check_today(article("a", Reference(ReferenceTarget.SIGNING_DAY, day, HERE)), TODAY)) == []


@pytest.mark.parametrize("day", ["2020-05-07", "2020-06", "2021", "2021?"])
def test_a_signing_that_lies_ahead_is_warned_of(day: str) -> None:
    assert told(check_today(article("a", Reference(ReferenceTarget.SIGNING_DAY, day, HERE)), TODAY)) == [
        "3:7+4 date-in-the-future"
    ]


@bounded
@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-400, 400))
def test_only_days_after_today_lie_ahead(today: date, days: int) -> None:
    signed = Reference(ReferenceTarget.SIGNING_DAY, str(Edtf.of(today + timedelta(days))), HERE)
    assert bool(list(check_today(article("a", signed), today))) == (days > 0)
