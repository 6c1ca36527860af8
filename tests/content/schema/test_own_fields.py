"""Own fields are keys of an agreement like all others: each takes values of its kind, and nothing else."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import ArticleFields
from bantin.content.schema.own_fields import LARGEST_NUMBER, article_fields, own_values, translation_fields
from bantin.content.schema.translation import TranslatedAgreementFields, TranslationFields
from bantin.content.schema.unknown_values import fields_in
from bantin.domain.model import Label, OwnField, OwnFieldKind, Term
from tests.bulletins import ARTICLE, COMPLETE, SITE, problems_of, write
from tests.content.readings import codes
from tests.content.schema.forms import form

CHOICES = (Term("mot", Label("Một, hai", "One, two")), Term("ba", Label("Ba")))
OWN = tuple(
    OwnField(f"x_{kind}", Label(f"Trường {kind}"), kind, CHOICES if kind is OwnFieldKind.CHOICE else ())
    for kind in OwnFieldKind
)
KEYS = tuple(one.key for one in OWN)
NEEDED = "type: quy-che\nparties: [a, b]\nfields: [y]\n"


def agreement(**lines: str) -> Any:
    """The result of reading an agreement with these own fields."""
    written = NEEDED + "".join(f"{key}: {text}\n" for key, text in lines.items())
    return form(fields_in(article_fields(OWN).model_fields["agreement"].annotation) or AgreementFields, written)


def given_of(**lines: str) -> dict[str, str]:
    return dict(own_values(agreement(**lines).value))


def test_without_own_fields_the_schema_is_that_of_every_bulletin() -> None:
    assert article_fields(()) is ArticleFields
    assert translation_fields(()) is TranslationFields


def test_own_fields_stand_behind_the_others_in_the_order_of_the_settings() -> None:
    keys = list(type(agreement().value).model_fields)
    assert keys == [*AgreementFields.model_fields, *KEYS]


@pytest.mark.parametrize(
    ("key", "written", "text"),
    [
        ("x_text", "Nước sạch", "Nước sạch"),
        ("x_long_text", "|\n  Một.\n  Hai.", "Một.\nHai."),
        ("x_date", "2024-12", "2024-12"),
        ("x_date", "XXXX-08-18", "XXXX-08-18"),
        ("x_yes_no", "có", "true"),
        ("x_yes_no", "no", "false"),
        ("x_number", "0", "0"),
        ("x_choice", "ba", "ba"),
        ("x_choice", "BA", "ba"),
        ("x_choice", "'một, hai'", "mot"),
        ("x_choice", "One, two", "mot"),
    ],
)
def test_a_value_is_kept_as_a_text(key: str, written: str, text: str) -> None:
    assert given_of(**{key: written}) == {key: text}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("written", ["", "unknown", "chưa rõ"])
def test_what_is_empty_or_unknown_is_not_given(key: str, written: str) -> None:
    assert given_of(**{key: written}) == {}


@pytest.mark.parametrize(
    ("key", "written", "code"),
    [
        ("x_text", "[a, b]", "expected-text"),
        ("x_long_text", "'…'", "no-words"),
        ("x_date", "31-02-2024", "impossible-date"),
        ("x_date", "hôm qua", "bad-date"),
        ("x_yes_no", "chắc", "bad-yes-no"),
        ("x_number", "-1", "bad-number"),
        ("x_number", "12.5", "bad-number"),
        ("x_number", str(LARGEST_NUMBER + 1), "bad-number"),
        ("x_choice", "bốn", "bad-choice"),
        ("x_choice", "{vi: Ba}", "expected-text"),
        ("x_other", "a", "unknown-key"),
    ],
)
def test_another_value_is_refused(key: str, written: str, code: str) -> None:
    checked = agreement(**{key: written})
    assert checked.value is None
    assert codes(checked.problems) == [code]


@given(st.integers(0, LARGEST_NUMBER))
def test_a_number_is_read_as_it_is_written(number: int) -> None:
    assert given_of(x_number=str(number)) == {"x_number": str(number)}


def test_a_translation_has_words_for_texts_alone() -> None:
    fields = fields_in(translation_fields(OWN).model_fields["agreement"].annotation)
    assert fields is not None
    own = [key for key in fields.model_fields if key not in TranslatedAgreementFields.model_fields]
    assert own == ["x_text", "x_long_text"]
    assert codes(form(fields, "x_number: 5\n").problems) == ["fact-in-translation"]
    assert codes(form(TranslatedAgreementFields, "x_number: 5\n").problems) == ["unknown-key"]


DECLARED = {"content/site.yml": f"{SITE}fields:\n  kinh_phi: {{label: Kinh phí, kind: number}}\n"}


def test_a_key_that_is_misspelt_is_reported_with_the_one_that_is_meant(tmp_path: Path) -> None:
    article = {"content/articles/2020/bai.md": ARTICLE.replace("  scope:", "  kinh_phis: 5\n  scope:")}
    (problem,) = problems_of(write(tmp_path, COMPLETE, DECLARED, article))
    assert (problem.code, problem.value("mended"), problem.location.line) == ("unknown-key", "kinh_phi", 13)
    (problem,) = problems_of(write(tmp_path, COMPLETE, article))
    assert problem.value("mended") == ""
