"""From a YAML tree to its fields: every problem at its place, whatever shape the tree has."""

from typing import Annotated, Literal

import pytest
from hypothesis import given
from pydantic import AfterValidator, Field

from bantin.content.problems import values
from bantin.content.schema.article import ArticleFields
from bantin.content.schema.check import check
from bantin.content.schema.field_marks import SUGGESTED
from bantin.content.schema.invalid import Invalid
from bantin.content.schema.site import SiteFields
from bantin.content.schema.values import Fields, Name, Slug, Text, Texts, integer, shorthand
from bantin.content.yaml.parser import parse_yaml
from bantin.domain.problems import Severity, in_order
from tests.bulletins import SITE
from tests.content.readings import codes, told
from tests.content.schema.forms import FILE, ZONE, fields_of, form
from tests.content.strategies import HTML, MARKDOWN, YAML, bounded, soup, without_controls


def at_least_one(items: tuple[str, ...]) -> tuple[str, ...]:
    if not items:
        raise Invalid(values.TOO_FEW, key="slugs", least=1)
    return items


class Inner(Fields):
    """A nested form."""

    size: Annotated[int, integer(1, 9)]
    note: Annotated[Text, SUGGESTED] = ""


class Outer(Fields):
    """A form with everything that forms have."""

    title: Text
    inner: Inner | None = None
    items: tuple[Annotated[Inner, shorthand("size")], ...] = ()
    named: dict[Slug, Name] = Field(default_factory=dict)
    slugs: Annotated[tuple[Slug, ...], AfterValidator(at_least_one)] = ("a",)
    words: Annotated[Texts, SUGGESTED] = ()
    colour: Literal["red", "green"] = "red"


def told_of(text: str) -> list[str]:
    return told(form(Outer, text).problems)


def test_a_form_is_filled() -> None:
    found = fields_of(
        Outer,
        "title: Bài\ninner: {size: 3, note: x}\nitems:\n  - 4\n  - size: 5\nnamed: {a: Á}\nslugs: [b, c]\n"
        "colour: green\n",
    )
    assert found.inner == Inner(size="3", note="x")  # type: ignore[arg-type]
    assert [item.size for item in found.items] == [4, 5]
    assert {key: label.vi for key, label in found.named.items()} == {"a": "Á"}
    assert (found.title, found.slugs, found.words, found.colour) == ("Bài", ("b", "c"), (), "green")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("words: x\n", "1:1+1 missing-key"),
        ("\n\nwords: x\n", "3:1+1 missing-key"),
        ("title:\nwords: x\n", "1:1+5 missing-key"),
        ("title: ''\n", "1:1+5 missing-key"),
        ("title: x\ninner: {note: y}\n", "2:1+5 missing-key"),
        ("title: x\nitems:\n  - note: y\n", "3:5+1 missing-key"),
        ("title: x\nitems:\n  - {size: 1}\n  - {}\n", "4:5+1 missing-key"),
    ],
)
def test_a_key_that_is_missing_is_reported_where_it_should_stand(text: str, problem: str) -> None:
    assert told_of(text) == [problem]


@pytest.mark.parametrize(
    ("text", "problem", "near"),
    [
        ("title: x\ntitel: y\n", "2:1+5 unknown-key", None),
        ("title: x\nCoLour: y\n", "2:1+6 unknown-key", "colour"),
        ("title: x\ncolor: red\n", "2:1+5 unknown-key", "colour"),
        ("title: x\nzzz: y\n", "2:1+3 unknown-key", None),
        ("title: x\n'': y\n", "2:1+2 unknown-key", None),
        ("title: x\nmodel_config: y\n", "2:1+12 unknown-key", None),
        ("title: x\n__class__: y\n", "2:1+9 unknown-key", None),
        ("title: x\ninner: {size: 1, nota: y}\n", "2:18+4 unknown-key", "note"),
        ("title: x\nitems: [1, {size: 1, qqq: y}]\n", "2:22+3 unknown-key", None),
    ],
)
def test_a_key_that_is_not_known_is_reported_with_those_that_are(text: str, problem: str, near: str | None) -> None:
    (found,) = (one for one in form(Outer, text).problems if one.code != "absent")
    assert told([found]) == [problem]
    known = dict(found.values)["known"].split(", ")
    assert known == (list(Inner.model_fields) if "size" in text else list(Outer.model_fields))
    assert (near or ", ".join(known)) in found.hint("en")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: [x]\n", "1:1+5 expected-text"),
        ("title: {x: y}\n", "1:1+5 expected-text"),
        ("title: x\ninner: y\n", "2:8+1 expected-mapping"),
        ("title: x\ninner: [y]\n", "2:1+5 expected-mapping"),
        ("title: x\nitems: y\n", "2:8+1 expected-list"),
        ("title: x\nitems: {y: z}\n", "2:1+5 expected-list"),
        ("title: x\nitems: [[y]]\n", "2:9+1 expected-mapping"),
        ("title: x\nitems: [y]\n", "2:9+1 bad-number"),
        ("title: x\nnamed: y\n", "2:8+1 expected-mapping"),
        ("title: x\nnamed: [y]\n", "2:1+5 expected-mapping"),
        ("title: x\nnamed: {Y: {en: z}}\n", "2:9+1 bad-slug"),
        ("title: x\nnamed: {y: [z]}\n", "2:9+1 expected-text"),
        ("title: x\nslugs: [a, B, c]\n", "2:12+1 bad-slug"),
        ("title: x\nslugs: []\n", "2:1+5 too-few"),
        ("title: x\nslugs:\n  []\n", "2:1+5 too-few"),
        ("title: x\nwords: {y: z}\n", "2:1+5 expected-list"),
        ("title: x\nwords: [y, [z]]\n", "2:12+1 expected-text"),
        ("title: x\ncolour: blue\n", "2:9+4 bad-choice"),
    ],
)
def test_a_value_of_the_wrong_shape_is_reported_at_its_place(text: str, problem: str) -> None:
    assert told_of(text) == [problem]


def test_the_keys_that_a_mapping_may_have_are_reported() -> None:
    problems = form(Outer, "title: x\ninner: y\nnamed: z\nitems: [[a]]\n").problems
    assert [dict(one.values)["known"] for one in in_order(problems) if one.code == "expected-mapping"] == [
        "size, note",
        "id",
        "size, note",
    ]


def test_the_choices_that_there_are_are_reported() -> None:
    (problem,) = (one for one in form(Outer, "title: x\ncolour: blue\n").problems if one.code != "absent")
    assert dict(problem.values) == {"value": "blue", "choices": "red, green"}


def test_all_that_is_wrong_is_reported_at_once() -> None:
    text = "titel: x\ninner: {size: 0, nota: y}\nitems: [a, {size: 1}, {}]\nnamed: {A: [b]}\ncolour: blue\n"
    assert told_of(text) == [
        "1:1+5 unknown-key",
        "2:15+1 bad-number",
        "2:18+4 unknown-key",
        "3:9+1 bad-number",
        "3:23+1 missing-key",
        "4:9+1 bad-slug",
        "4:9+1 expected-text",
        "5:9+4 bad-choice",
    ]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("title: x\n", [("1:1+1", "words")]),
        ("title: x\nwords:\n", [("2:1+5", "words")]),
        ("title: x\nwords: []\n", [("2:1+5", "words")]),
        ("title: x\nwords: y\ninner: {size: 1}\n", [("3:1+5", "inner.note")]),
        ("title: x\nwords: y\ninner: {size: 1, note: ' '}\n", [("3:18+4", "inner.note")]),
        ("title: x\nwords: y\ninner: {}\n", [("3:1+5", "inner.note")]),
        ("title: x\nwords: y\ninner: z\n", []),
        ("title: x\nwords: y\n", []),
        ("titel: x\n", [("1:1+1", "words")]),
    ],
)
def test_what_should_be_known_is_asked_for_even_if_other_things_are_wrong(
    text: str, absent: list[tuple[str, str]]
) -> None:
    found = [problem for problem in form(Outer, text).problems if problem.code == "absent"]
    assert {problem.severity for problem in found} <= {Severity.WARNING}
    places = [f"{one.location.line}:{one.location.column}+{one.location.width}" for one in found]
    assert list(zip(places, (dict(one.values)["key"] for one in found), strict=True)) == absent


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "1:1+1 not-a-mapping"),
        ("# x\n", 1, "1:1+1 not-a-mapping"),
        ("", 5, "5:1+1 not-a-mapping"),
        ("x\n", 1, "1:1+1 not-a-mapping"),
        ("\n  - x\n", 1, "2:3+1 not-a-mapping"),
    ],
)
def test_a_tree_that_is_no_mapping_is_no_form(text: str, line: int, problem: str) -> None:
    checked = check(parse_yaml(text, FILE).root, Outer, FILE, {}, line)
    assert checked.value is None
    assert told(checked.problems) == [problem]


def test_front_matter_lacks_keys_at_the_fence_above_it() -> None:
    tree = parse_yaml("words: x\n", FILE, first_line=4).root
    assert told(check(tree, Outer, FILE, {}, 4).problems) == ["3:1+3 missing-key"]


@bounded
@given(soup(*YAML, *MARKDOWN, *HTML).map(without_controls))
def test_any_tree_is_a_form_or_refused_with_a_reason(text: str) -> None:
    tree = parse_yaml(text, FILE)
    for fields in (Outer, ArticleFields):
        checked = check(tree.root, fields, FILE, {"zone": ZONE})
        assert checked.value is not None or codes(checked.problems)
        assert all(problem.location.path == FILE for problem in checked.problems)


def test_keys_that_were_to_be_indented_are_reported_once() -> None:
    (problem,) = (one for one in form(Outer, "title: x\nsize: 1\nnote: y\n").problems if one.code != "absent")
    assert (problem.location.line, problem.code, problem.value("below")) == (2, "unknown-key", "inner")


@pytest.mark.parametrize(
    ("text", "told_at"),
    [
        ("deploy: {site: [a]}", "5:10+4 expected-mapping"),
        ("deploy: {site: {kind: folder, wrong: x}}", "5:31+5 unknown-key"),
        ("fields: {a: [x]}", "5:10+1 expected-mapping"),
        ("fields: {a: {label: x, wrong: x}}", "5:24+5 unknown-key"),
        ("sections: {a: [x]}", "5:12+1 expected-text"),
    ],
)
def test_what_stands_below_a_name_of_ones_own_is_reported_with_what_is_known_there(text: str, told_at: str) -> None:
    problems = form(SiteFields, f"{SITE}{text}\n").problems
    assert told_at in told(problems)
    assert all(one.value("known") for one in problems if "known" in one.kind.en.hint)
