"""Relations: written once, seen from both sides; and the lineage of what changed one another."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.domain.model import Article, External, RecordHome, Relation, RelationKind
from bantin.domain.model.agreement import CHANGING
from bantin.index.relations import Tie, lineage, ties
from tests.index.contents import agreement, article, on, quick

IDS = "abcde"


def record(name: str, *relations: str, signed: str | None = None) -> Article:
    """The article of the record ``name``; ``relations`` are of the form ``kind other``."""
    pairs = [relation.split(" ") for relation in relations]
    return article(
        name,
        agreement=agreement(
            id=name,
            signed_on=on(signed) if signed else None,
            relations=tuple(Relation(RelationKind(kind), other) for kind, other in pairs),
        ),
    )


def tied(*records: Article) -> Mapping[str, tuple[Tie, ...]]:
    return ties({one.slug: one for one in records})


def slug(home: RecordHome) -> str:
    assert isinstance(home, Article)
    return home.slug


def told(found: tuple[Tie, ...]) -> list[str]:
    return [f"{'is ' if tie.inverse else ''}{tie.kind} {slug(tie.other)}" for tie in found]


def test_a_relation_is_seen_from_both_sides() -> None:
    found = tied(record("a"), record("b", "amends a", "based_on c"), record("c", "reviews b"))
    assert {one: told(group) for one, group in found.items()} == {
        "b": ["amends a", "based_on c", "is reviews c"],
        "a": ["is amends b"],
        "c": ["reviews b", "is based_on b"],
    }


@pytest.mark.parametrize("records", [[record("a", "related b"), record("b")], [record("a"), record("b", "related a")]])
def test_being_related_is_the_same_from_both_sides(records: list[Article]) -> None:
    found = tied(*records)
    assert (told(found["a"]), told(found["b"])) == (["related b"], ["related a"])


def test_what_is_stated_twice_is_one_tie() -> None:
    found = tied(record("a", "amends b", "amends b", "related b"), record("b", "related a"))
    assert told(found["a"]) == ["amends b", "related b"]
    assert told(found["b"]) == ["related a", "is amends a"]


def test_what_is_not_shown_ties_nothing() -> None:
    alone = record("a", "amends zzz")
    outside = article("b", agreement=agreement(id="b", relations=(Relation(RelationKind.AMENDS, None, External("x")),)))
    assert tied(alone, outside, article("c")) == {}


def test_a_lineage_is_shown_by_signing_whatever_leads_to_it() -> None:
    found = tied(
        record("a", signed="2010-05-01"),
        record("b", "amends a", signed="2012"),
        record("c", "replaces b", "implements x", signed="2020-01-01"),
        record("d", "corrects c"),
        record("e", "extends a", signed="XXXX-01-01"),
        record("x", "related a", signed="2000"),
    )
    for one in "abcde":
        assert [slug(record) for record in lineage(one, found)] == ["a", "b", "c", "d", "e"]
    assert lineage("x", found) == ()
    assert lineage("zzz", found) == ()


def test_records_that_change_each_other_in_a_circle_are_one_lineage() -> None:
    found = tied(record("a", "amends b"), record("b", "replaces c"), record("c", "corrects a"))
    assert [slug(record) for record in lineage("b", found)] == ["a", "b", "c"]


def records() -> st.SearchStrategy[list[Article]]:
    relations = st.lists(st.tuples(st.sampled_from(RelationKind), st.sampled_from(IDS)), max_size=3)
    signed = st.sampled_from((None, "2010", "2010-05", "2012-01-01", "XXXX-01-01"))
    return st.tuples(
        *(
            st.builds(
                lambda name, pairs, signed: record(
                    name, *(f"{kind} {to}" for kind, to in pairs if to != name), signed=signed
                ),
                st.just(one),
                relations,
                signed,
            )
            for one in IDS
        )
    ).map(list)


@quick
@given(records())
def test_every_relation_has_its_inverse(made: list[Article]) -> None:
    found = tied(*made)
    for one, group in found.items():
        assert len(set(told(group))) == len(group)
        for tie in group:
            back = [(other.kind, other.inverse, slug(other.other)) for other in found[slug(tie.other)]]
            inverse = not tie.inverse if tie.kind is not RelationKind.RELATED else False
            assert (tie.kind, inverse, one) in back


@quick
@given(records(), st.data())
def test_no_tie_depends_on_the_order_of_the_files(made: list[Article], data: st.DataObject) -> None:
    found, again = tied(*made), tied(*data.draw(st.permutations(made)))
    assert {one: sorted(told(group)) for one, group in found.items()} == {
        one: sorted(told(group)) for one, group in again.items()
    }
    assert [lineage(one, found) for one in IDS] == [lineage(one, again) for one in IDS]


@quick
@given(records())
def test_all_of_a_lineage_have_the_same(made: list[Article]) -> None:
    found = tied(*made)
    for one in IDS:
        line = lineage(one, found)
        assert line == () or one in [slug(record) for record in line]
        assert all(lineage(slug(other), found) == line for other in line)
        assert bool(line) == any(tie.kind in CHANGING for tie in found.get(one, ()))
