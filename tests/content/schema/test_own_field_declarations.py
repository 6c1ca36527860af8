"""``fields`` in ``site.yml``: what may be declared, and what is refused with its place."""

import pytest

from bantin.content.schema.record import RecordFields
from bantin.content.schema.site import SiteFields
from bantin.content.schema.translation import TranslatedAgreementFields
from bantin.content.settings import read_site
from bantin.domain.model import Label, OwnField, OwnFieldKind, ShownIn, Term
from bantin.site.data.tables import BY_NAME
from tests.bulletins import SITE
from tests.content.readings import codes
from tests.content.schema.forms import form

BUILT_IN = sorted({*RecordFields.model_fields, *TranslatedAgreementFields.model_fields})


def declared(text: str) -> tuple[OwnField, ...]:
    checked = read_site(f"{SITE}fields:\n  {text}\n".encode())
    assert checked.value is not None
    return checked.value.own_fields


def refused(text: str) -> list[str]:
    return codes(form(SiteFields, f"{SITE}fields:\n  {text}\n").problems)


def test_a_bulletin_has_no_own_fields_unless_it_declares_some() -> None:
    checked = read_site(SITE.encode())
    assert checked.value is not None
    assert checked.value.own_fields == ()


@pytest.mark.parametrize("text", ["du_an: Dự án", "du_an: {label: Dự án}", "du_an: {label: {vi: Dự án}, kind: chữ}"])
def test_a_name_alone_is_a_text_on_the_page_and_in_the_data(text: str) -> None:
    assert declared(text) == (OwnField("du_an", Label("Dự án"), shown=(ShownIn.PAGE, ShownIn.DATA)),)


def test_a_field_says_all_that_there_is_to_say() -> None:
    text = "von: {label: {vi: Vốn, en: Funds}, kind: lựa chọn, choices: {a: Một, b: {en: Two}}, shown: [sổ văn bản]}"
    choices = (Term("a", Label("Một")), Term("b", Label(en="Two")))
    assert declared(text) == (
        OwnField("von", Label("Vốn", "Funds"), OwnFieldKind.CHOICE, choices, (ShownIn.REGISTER,)),
    )


def test_the_order_is_that_of_the_file() -> None:
    assert [one.key for one in declared("b: B\n  a: A\n  c: C")] == ["b", "a", "c"]


def test_where_it_is_shown_counts_once() -> None:
    (one,) = declared("a: {label: A, shown: [data, dữ liệu, page]}")
    assert one.shown == (ShownIn.DATA, ShownIn.PAGE)


@pytest.mark.parametrize("key", ["Kinh phí", "a-b", "_a", "1a", "A", "a" * 41])
def test_a_key_is_a_plain_word(key: str) -> None:
    assert refused(f"{key}: x") == ["bad-field-key"]


@pytest.mark.parametrize("key", [*BUILT_IN, "copy", "json", "model_fields", "of_original"])
def test_a_key_is_none_that_there_is(key: str) -> None:
    assert refused(f"{key}: x") == ["field-key-taken"]


def test_no_column_of_the_data_has_the_name_of_one_of_an_own_field() -> None:
    assert not [one.name for table in BY_NAME.values() for one in table.all_columns if one.name.startswith("own_")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: {kind: date}", "missing-key"),
        ("a: [x]", "expected-mapping"),
        ("a: {label: x, kind: money}", "bad-choice"),
        ("a: {label: x, shown: [home]}", "bad-choice"),
        ("a: {label: x, kind: choice}", "choices-of-choice"),
        ("a: {label: x, choices: {b: c}}", "choices-of-choice"),
        ("a: {label: x, kind: choice, choices: {B C: d}}", "bad-slug"),
        ("a: {label: x, unit: VND}", "unknown-key"),
    ],
)
def test_a_declaration_that_is_none_is_refused(text: str, code: str) -> None:
    assert refused(text) == [code]
