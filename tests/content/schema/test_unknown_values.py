"""VALIDATE: what is left empty, and what is said to be unknown."""

from pathlib import Path

import pytest

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import ArticleFields
from bantin.content.schema.field_marks import Expected, Suggested, marks
from bantin.content.schema.unknown_values import fields_in
from tests.bulletins import ARTICLE, COMPLETE, codes_of, problems_of, texts_of, write
from tests.conftest import SAMPLE
from tests.content.schema.forms import form

ARTICLE_PATH = "content/articles/2020/bai.md"
LINES = {
    "published": "published: 2020-05-06",
    "lead": "lead: Sa-pô.",
    "authors": "authors: [Người viết]",
    "agreement.title": "  title: Quy chế phối hợp",
    "agreement.signatories": "  signatories: [{name: Nguyễn Văn A, party: co-quan-a}]",
    "agreement.signed_on": "  signed_on: 2020-05-05",
    "agreement.scope": "  scope: central",
    "agreement.text_public": "  text_public: {no: Nội bộ}",
}


# An example names another day than the article, and a text that the article has not.
_OF_THE_EXAMPLE = {"other-year", "dates-out-of-order", "date-in-the-future", "contradiction-signed", "no-full-text"}


def with_line(line: str, new: str) -> dict[str, str]:
    assert ARTICLE.count(f"{line}\n") == 1
    return {**COMPLETE, ARTICLE_PATH: ARTICLE.replace(f"{line}\n", new)}


def test_every_suggested_fact_is_among_these() -> None:
    suggested = {
        f"{above}{name}"
        for above, fields in (("", ArticleFields), ("agreement.", AgreementFields))
        for name, mark in marks(fields, Suggested).items()
        if not isinstance(mark, Expected)
    }
    assert suggested == set(LINES)


@pytest.mark.parametrize("said", ["unknown", "chưa rõ", "[unknown]"])
def test_an_agreement_may_be_in_no_field_yet(said: str, tmp_path: Path) -> None:
    root = write(tmp_path, with_line("  fields: [an-ninh]", f"  fields: {said}\n"))
    assert codes_of(root) == []
    row = texts_of(root)["van-ban/index.html"]
    assert "Quy chế phối hợp" in row
    assert "/linh-vuc/an-ninh/" not in row


def test_a_field_that_is_not_given_is_no_field_that_is_unknown(tmp_path: Path) -> None:
    assert codes_of(write(tmp_path, with_line("  fields: [an-ninh]", ""))) == ["missing-key"]


@pytest.mark.parametrize("key", LINES)
@pytest.mark.parametrize("said", ["unknown", "chưa rõ", "Không rõ", "'unknown'", "[unknown]"])
def test_a_fact_may_be_said_to_be_unknown(key: str, said: str, tmp_path: Path) -> None:
    name = LINES[key].partition(":")[0]
    assert codes_of(write(tmp_path, with_line(LINES[key], f"{name}: {said}\n"))) == []


@pytest.mark.parametrize("key", LINES)
def test_what_is_absent_is_asked_for_and_the_hint_says_how_to_say_that_it_is_unknown(key: str, tmp_path: Path) -> None:
    (problem,) = problems_of(write(tmp_path / "a", with_line(LINES[key], "")))
    assert (problem.code, problem.value("key")) == ("absent", key)
    for language in ("vi", "en"):
        for shown in (problem.value("line"), problem.value("unknown")):
            assert shown in problem.hint(language)
            assert set(codes_of(write(tmp_path / "b", with_line(LINES[key], f"{shown}\n")))) <= _OF_THE_EXAMPLE


def test_what_is_unknown_is_published_as_what_is_absent(tmp_path: Path) -> None:
    lines = {line: f"{line.partition(':')[0]}: unknown\n" for line in LINES.values()}
    absent = unknown = ARTICLE
    for line, said in lines.items():
        absent, unknown = absent.replace(f"{line}\n", ""), unknown.replace(f"{line}\n", said)
    without = texts_of(write(tmp_path / "a", {**COMPLETE, ARTICLE_PATH: absent}))
    assert texts_of(write(tmp_path / "b", {**COMPLETE, ARTICLE_PATH: unknown})) == without


@pytest.mark.parametrize(
    "line",
    [
        "number: unknown",
        "effective_on: chưa rõ",
        "expires_on: unknown",
        "clauses: unknown",
        "review: unknown",
        "signed_at: không rõ",
        "presided_by: unknown",
        "legal_basis: [chưa rõ]",
        "events:\n    - kind: reviewed\n      on: unknown",
    ],
)
def test_facts_that_nobody_is_asked_for_may_be_unknown_as_well(line: str, tmp_path: Path) -> None:
    scope = LINES["agreement.scope"]
    assert codes_of(write(tmp_path, with_line(scope, f"{scope}\n  {line}\n"))) == []


@pytest.mark.parametrize(
    "key", ["title: {}", "slug: {}", "draft: {}", "agreement:\n  type: {}\n  fields: a\n  parties: [b, c]"]
)
def test_what_must_be_known_cannot_be_unknown(key: str) -> None:
    written = key.format("unknown")
    checked = form(ArticleFields, written if written.startswith("title") else f"title: x\n{written}\n")
    told = [one.code for one in checked.problems if one.code != "absent"]
    assert told in (["missing-key"], ["bad-yes-no"]) or (not told and checked.value and checked.value.slug == "unknown")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: x\nghi chú:\n", ["unknown-key"]),
        ("title: x\nexpire:\n", ["unknown-key"]),
        ("title: x\nagreement:\n  type: a\n  fields: a\n  parties: [b, c]\n  ghi:\n", ["unknown-key"]),
        ("title: x\nsection:\n", []),
        ("title: x\nsource:\n  name: a\n  url:\n", []),
    ],
)
def test_a_key_is_known_or_not_though_it_is_empty(text: str, told: list[str]) -> None:
    assert [one.code for one in form(ArticleFields, text).problems if one.code != "absent"] == told


def test_the_fields_in_a_type_are_found() -> None:
    assert fields_in(AgreementFields | None) is AgreementFields
    assert fields_in(tuple[AgreementFields, ...]) is AgreementFields
    assert fields_in(str) is None


def test_the_bulletin_of_this_repository_says_what_is_unknown_and_has_no_problem() -> None:
    assert problems_of(SAMPLE) == ()
