"""VALIDATE: relations between agreements, checked when all files are read."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.checks.relations import check_relations
from bantin.domain.model import (
    Agency,
    Agreement,
    Article,
    Event,
    EventKind,
    Label,
    Outline,
    Party,
    Position,
    Reference,
    ReferenceTarget,
    Relation,
    RelationKind,
    Succession,
)
from bantin.domain.model.agreement import CHANGING
from bantin.domain.problems import LANGUAGES, Location, Problem, Severity
from bantin.domain.text.dates import Edtf
from tests.content.strategies import bounded

TODAY = date(2026, 1, 1)
AGENCIES = tuple(Agency(one, f"content/agencies/{one}.yml", Label(one)) for one in "abcd")


def day(text: str | None) -> Edtf | None:
    return Edtf.parse(text) if text else None


def article(
    name: str,
    *relations: str,
    signed: str | None = None,
    effective: str | None = None,
    expires: str | None = None,
    parties: str = "ab",
    events: tuple[Event, ...] = (),
) -> Article:
    """The article of the record ``name``; ``relations`` are of the form ``kind other``, the nth on line n."""
    pairs = [relation.split(" ") for relation in relations]
    agreement = Agreement(
        id=name,
        type="quy-che",
        parties=tuple(map(Party, parties)),
        fields=("an-ninh",),
        signed_on=day(signed),
        effective_on=day(effective),
        expires_on=day(expires),
        events=events,
        relations=tuple(Relation(RelationKind(kind), other) for kind, other in pairs),
    )
    references = [Reference(ReferenceTarget.TYPE, "quy-che", Position(99, 1))]
    references += [
        Reference(ReferenceTarget.RECORD, other, Position(line, 5)) for line, (_, other) in enumerate(pairs, 1)
    ]
    path = f"content/articles/2020/{name}.md"
    return Article(path, name, 2020, name, Outline(), agreement=agreement, references=tuple(references))


def problems(*articles: Article, agencies: Sequence[Agency] | None = AGENCIES) -> list[Problem]:
    return list(check_relations(articles, agencies, TODAY))


def told(found: Iterable[Problem]) -> list[str]:
    return [f"{problem.location.path[22:-3]}:{problem.location.line} {problem.code}" for problem in found]


def chains(found: Iterable[Problem]) -> list[str]:
    return [dict(problem.values)["chain"] for problem in found if problem.code == "relation-cycle"]


def test_agreements_without_relations_are_not_even_looked_at() -> None:
    assert problems(article("a"), article("b")) == []


def test_what_goes_together_is_left_alone() -> None:
    first = article(
        "a", signed="2010-01-01", effective="2010-01-01", events=(Event(EventKind.REPLACED, Edtf(2020, 1, 1)),)
    )
    second = article("b", "amends a", "based_on a", signed="2015-01-01", effective="2015-01-01")
    third = article("c", "replaces a", "related b", signed="2020-01-01", effective="2020-01-01")
    assert problems(first, second, third) == []


def test_relations_to_what_is_not_there_or_is_the_same_are_reported_elsewhere() -> None:
    assert problems(article("a", "amends a", "replaces zzz")) == []


@pytest.mark.parametrize("kind", sorted(set(RelationKind) - {RelationKind.RELATED}))
def test_no_agreement_leads_back_to_itself(kind: RelationKind) -> None:
    found = problems(article("b", "based_on a"), article("a", f"{kind} b"))
    assert chains(found) == ["a → b → a"]
    (cycle,) = (problem for problem in found if problem.code == "relation-cycle")
    assert cycle.location == Location("content/articles/2020/a.md", 1, 5)
    assert cycle.severity is Severity.ERROR


def test_being_related_has_no_direction() -> None:
    assert problems(article("a", "related b"), article("b", "related a")) == []


def test_every_agreement_on_a_circle_is_on_one_that_is_reported_by_the_shortest_way() -> None:
    made = [
        article("a", "amends b"),
        article("b", "amends c", "based_on d"),
        article("c", "based_on a"),
        article("d", "based_on c", "amends x"),
        article("x", "amends y"),
        article("y", "amends x"),
    ]
    for order in (made, made[::-1]):
        assert chains(problems(*order)) == ["a → b → c → a", "d → c → a → b → d", "x → y → x"]


IDS = "abcdef"
EDGES = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=12)


@bounded
@given(EDGES)
def test_there_is_a_circle_where_some_way_leads_back(edges: list[tuple[str, str]]) -> None:
    reached = {one: {to for start, to in edges if start == one != to} for one in IDS}
    for _ in IDS:
        reached = {one: others.union(*(reached[other] for other in others)) for one, others in reached.items()}
    on_circles = {one for one, others in reached.items() if one in others}
    made = [article(one, *(f"implements {to}" for start, to in edges if start == one)) for one in IDS]
    found = chains(problems(*made))
    on_chains = [chain.split(" → ") for chain in found]
    assert {one for chain in on_chains for one in chain} == on_circles
    for chain in on_chains:
        assert chain[0] == chain[-1]
        assert all(edge in edges for edge in pairwise(chain))


@pytest.mark.parametrize("kind", sorted(RelationKind))
@pytest.mark.parametrize(
    ("signed", "other", "is_later"),
    [
        ("2010-01-01", "2010-01-02", True),
        ("2010", "2011-05", True),
        ("2010-01-01", "2010-01-01", False),
        ("2010", "2010-12-31", False),
        ("2010-01-01", "XXXX-01-02", False),
        ("XXXX-01-01", "2010-01-02", False),
        ("2010-01-01", None, False),
        (None, "2010-01-01", False),
    ],
)
def test_what_was_there_before_cannot_be_signed_later(
    kind: RelationKind, signed: str | None, other: str | None, is_later: bool
) -> None:
    ended = (Event(EventKind.TERMINATED),) if kind in ("replaces", "terminates") else ()
    found = told(problems(article("a", signed=other, events=ended), article("b", f"{kind} a", signed=signed)))
    assert found == (["b:1 related-to-later"] if is_later and kind is not RelationKind.RELATED else [])


@pytest.mark.parametrize(("kind", "event"), [("replaces", "replaced"), ("terminates", "terminated")])
def test_what_was_replaced_or_terminated_must_have_ended(kind: str, event: str) -> None:
    old = article("a", signed="2010-01-01", effective="2010-01-01")
    new = article("b", f"{kind} a", signed="2020-01-01", effective="2020-01-01")
    (problem,) = problems(old, new)
    assert (problem.code, problem.severity, problem.location.line) == ("replaced-but-in-force", Severity.WARNING, 1)
    for language in LANGUAGES:
        assert f"content/articles/2020/a.md: “- {{kind: {event}, on: 2020-01-01}}”" in problem.hint(language)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # The old agreement has ended, has an event that ends it, or has ended in part; or the new one is not in force
        # yet.
        (article("a", effective="2010", expires="2019"), article("b", "replaces a", effective="2020")),
        (article("a", events=(Event(EventKind.REPLACED, Edtf(2027)),)), article("b", "replaces a")),
        (article("a", events=(Event(EventKind.TERMINATED, part="Điều 5"),)), article("b", "replaces a")),
        (article("a", effective="2010"), article("b", "replaces a", signed="2025", effective="2026-01-02")),
    ],
)
def test_what_has_ended_or_has_not_been_replaced_yet_is_left_alone(old: Article, new: Article) -> None:
    assert problems(old, new) == []


def test_what_is_extended_must_tell_of_it() -> None:
    old, new = article("a", expires="2015"), article("b", "extends a", signed="2014-06-01")
    (problem,) = problems(old, new)
    assert (problem.code, problem.severity, problem.location.line) == ("extension-untold", Severity.WARNING, 1)
    for language in LANGUAGES:
        assert "content/articles/2020/a.md: “- {kind: extended, on: 2014-06-01, until: …}”" in problem.hint(language)


@pytest.mark.parametrize(
    ("old", "kind"),
    [
        # It tells of an extension, has no known end, or is not what is extended.
        (article("a", expires="2015", events=(Event(EventKind.EXTENDED),)), "extends"),
        (article("a"), "extends"),
        (article("a", expires="2015"), "amends"),
    ],
)
def test_what_tells_of_its_extension_or_needs_none_is_left_alone(old: Article, kind: str) -> None:
    assert problems(old, article("b", f"{kind} a", signed="2014-06-01")) == []


def test_what_is_not_known_to_be_in_force_is_still_not_known_to_have_ended() -> None:
    assert told(problems(article("a"), article("b", "replaces a"))) == ["b:1 replaced-but-in-force"]


@pytest.mark.parametrize("kind", sorted(CHANGING - {RelationKind.REPLACES, RelationKind.TERMINATES}))
@pytest.mark.parametrize(
    ("signed", "old", "is_late"),
    [
        ("2016-01-01", article("a", expires="2015-12-31"), True),
        ("2016", article("a", expires="2015"), True),
        ("2015-12-31", article("a", expires="2015-12-31"), False),
        ("2016", article("a", expires="2016"), False),
        ("2016-01-01", article("a", events=(Event(EventKind.TERMINATED, Edtf(2015)),)), True),
        ("2016-01-01", article("a", events=(Event(EventKind.TERMINATED),)), False),
        ("2016-01-01", article("a", events=(Event(EventKind.TERMINATED, Edtf(2015), part="Điều 5"),)), False),
        (
            "2016-01-01",
            article("a", expires="2015", events=(Event(EventKind.EXTENDED, Edtf(2016, 1, 1), until=Edtf(2018)),)),
            False,
        ),
        ("XXXX-01-01", article("a", expires="2015"), False),
    ],
)
def test_what_had_ended_can_no_longer_be_changed(kind: RelationKind, signed: str, old: Article, is_late: bool) -> None:
    found = told(problems(old, article("b", f"{kind} a", signed=signed)))
    assert ("b:1 changed-after-end" in found) is is_late


@pytest.mark.parametrize("kind", ["replaces", "implements", "based_on", "related", "reviews"])
def test_what_had_ended_can_still_be_replaced_or_referred_to(kind: str) -> None:
    assert problems(article("a", expires="2015"), article("b", f"{kind} a", signed="2016")) == []


def heirs(**successors: str) -> tuple[Agency, ...]:
    """Agencies ``a`` to ``d``, each with its successors."""
    return tuple(
        Agency(one, f"{one}.yml", Label(one), successors=tuple(map(Succession, successors.get(one, ""))))
        for one in "abcdm"
    )


@pytest.mark.parametrize(
    ("theirs", "ours", "agencies", "is_wrong"),
    [
        ("ab", "ab", AGENCIES, False),
        ("ab", "abc", AGENCIES, False),
        ("ab", "ac", AGENCIES, True),
        ("ab", "cd", AGENCIES, True),
        # Two of several may change it between themselves.
        ("abc", "ab", AGENCIES, False),
        ("abc", "ad", AGENCIES, True),
        # Successors count as their predecessors, through several steps, and for both agencies of a merger.
        ("ab", "ac", heirs(b="c"), False),
        ("ab", "ad", heirs(b="c", c="d"), False),
        ("ab", "md", heirs(a="m", b="m"), False),
        ("ab", "cd", heirs(a="cd"), True),
        ("ab", "ac", heirs(c="b"), True),
        ("ab", "ac", heirs(b="c", c="b"), False),
        # If not all agencies could be read, successors are unknown.
        ("ab", "cd", None, False),
    ],
)
def test_only_the_parties_or_who_took_over_from_them_change_an_agreement(
    theirs: str, ours: str, agencies: Sequence[Agency] | None, is_wrong: bool
) -> None:
    for kind in sorted(RelationKind):
        ended = (Event(EventKind.TERMINATED),)
        found = problems(
            article("x", parties=theirs, events=ended), article("y", f"{kind} x", parties=ours), agencies=agencies
        )
        assert told(found) == (["y:1 other-parties"] if is_wrong and kind in CHANGING else [])


def test_a_succession_may_be_reported_by_the_successor() -> None:
    agencies = [Agency("c", "c.yml", Label("c"), predecessors=(Succession("b"),))]
    found = problems(article("x", parties="ab"), article("y", "amends x", parties="ac"), agencies=agencies)
    assert found == []


def test_an_id_that_two_claim_is_that_of_the_first_by_path() -> None:
    first = article("a", expires="2015")
    other = Article("content/articles/2021/z.md", "z", 2021, "z", Outline(), agreement=article("a").agreement)
    for order in ((first, other), (other, first)):
        (problem,) = problems(*order, article("b", "amends a", signed="2016"))
        assert dict(problem.values)["file"] == "content/articles/2020/a.md"


RELATIONS = st.lists(st.tuples(st.sampled_from(RelationKind), st.sampled_from(IDS)), max_size=3)
DATES = st.sampled_from((None, "2010-01-01", "2015", "2020-06", "XXXX-01-01"))


@bounded
@given(st.data())
def test_what_is_told_depends_neither_on_the_order_of_files_nor_leads_astray(data: st.DataObject) -> None:
    made = [
        article(
            one,
            *(f"{kind} {other}" for kind, other in data.draw(RELATIONS)),
            signed=data.draw(DATES),
            effective=data.draw(DATES),
            expires=data.draw(DATES),
            parties=data.draw(st.sampled_from(("ab", "bc", "abc"))),
        )
        for one in IDS
    ]
    found = problems(*made)
    assert problems(*data.draw(st.permutations(made))) == found
    lines = {one.path: len(one.agreement.relations) if one.agreement else 0 for one in made}
    for problem in found:
        assert 1 <= problem.location.line <= lines[problem.location.path]
        assert all(problem.message(language) and problem.hint(language) for language in LANGUAGES)
