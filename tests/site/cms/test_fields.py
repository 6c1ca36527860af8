"""The form has a field for each key of the schema, and offers exactly what the schema takes."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import pytest
from msgspec.structs import replace

from bantin.content.schema.agency import AgencyFields
from bantin.content.schema.agreement import AgreementFields
from bantin.content.schema.article import ArticleFields, PageFields
from bantin.content.schema.field_marks import Expected, Labelled, marks
from bantin.content.schema.record import RecordFields
from bantin.content.schema.values import Fields, Text
from bantin.domain.model import AmendmentKind, EventKind, OnBehalf, RelationKind, Scope
from bantin.site.cms.fields import FormField, form, shape_of
from tests.index.contents import SITE, bulletin

DIRECTORY = bulletin().directory
WHOLE = (ArticleFields, RecordFields, PageFields, AgencyFields)


def made(fields: type[Fields], **changes: Any) -> dict[str, FormField]:
    directory = bulletin(site=replace(SITE, **changes)).directory if changes else DIRECTORY
    return {str(one.field["name"]): one for one in form(fields, directory)}


def inner(field: Mapping[str, Any], *path: str) -> Mapping[str, Any]:
    """A field within another one."""
    for name in path:
        field = next(one for one in field["fields"] if one["name"] == name)
    return field


def all_fields(fields: Iterator[Mapping[str, Any]] | tuple[Mapping[str, Any], ...]) -> Iterator[Mapping[str, Any]]:
    for field in fields:
        yield field
        yield from all_fields(field.get("fields", ()))


@pytest.mark.parametrize("fields", WHOLE)
def test_each_key_has_a_field_and_no_field_is_without_a_key(fields: type[Fields]) -> None:
    assert list(made(fields)) == list(fields.model_fields)


def test_each_key_of_an_agreement_has_a_field() -> None:
    agreement: Mapping[str, Any] = made(ArticleFields)["agreement"].field
    names = [one["name"] for one in agreement["fields"]]
    assert names == list(AgreementFields.model_fields)


@pytest.mark.parametrize("fields", WHOLE)
def test_what_the_schema_needs_the_form_asks_for(fields: type[Fields]) -> None:
    expected = marks(fields, Expected)
    for name, one in made(fields).items():
        assert one.field["required"] == (fields.model_fields[name].is_required() or name in expected)


@pytest.mark.parametrize(
    ("path", "choices"),
    [
        (("type",), ["quy-che", "ke-hoach"]),
        (("fields",), ["an-ninh", "y-te"]),
        (("scope",), list(Scope)),
        (("events", "kind"), list(EventKind)),
        (("relations", "kind"), list(RelationKind)),
        (("amends", "do"), list(AmendmentKind)),
        (("signatories", "on_behalf"), list(OnBehalf)),
        (("documents", "kind"), ["signed", "annex", "translation", "other"]),
        (("review", "chair"), ["rotating", "a", "b", "c", "d"]),
    ],
)
def test_the_choices_are_those_of_the_schema_and_of_the_bulletin(path: tuple[str, ...], choices: list[str]) -> None:
    field = inner(made(ArticleFields)["agreement"].field, *path)
    assert [option["value"] for option in field["options"]] == choices


@pytest.mark.parametrize(
    ("path", "labels"),
    [
        (("scope",), ["Trung ương", "Cấp tỉnh", "Nội bộ"]),
        (("events", "kind"), ["Ký", "Có hiệu lực", "Sửa đổi", "Gia hạn", "Đính chính", "Ngưng hiệu lực", "Chấm dứt",
                              "Thay thế", "Sơ kết"]),
        (("relations", "kind"), ["Sửa đổi", "Bổ sung", "Gia hạn", "Đính chính", "Thay thế", "Chấm dứt", "Thực hiện",
                                 "Căn cứ", "Sơ kết", "Liên quan"]),
        (("signatories", "on_behalf"), ["TM (thay mặt)", "KT (ký thay)", "TL (thừa lệnh)", "TUQ (thừa ủy quyền)",
                                        "Q (quyền)"]),
        (("documents", "kind"), ["Bản ký", "Phụ lục", "Bản dịch", "Tài liệu"]),
    ],
)  # fmt: skip
def test_choices_are_in_the_language_of_the_form(path: tuple[str, ...], labels: list[str]) -> None:
    assert [one["label"] for one in inner(made(ArticleFields)["agreement"].field, *path)["options"]] == labels
    english = bulletin(site=replace(SITE, language="en")).directory
    (agreement,) = (one.field for one in form(ArticleFields, english) if one.field["name"] == "agreement")
    told = [one["label"] for one in inner(agreement, *path)["options"]]
    assert not set(told) & set(labels)
    assert all(label[0].isupper() and "_" not in label for label in told)


def test_a_fact_may_be_stated_to_be_unknown() -> None:
    agreement = made(ArticleFields)["agreement"].field
    fits = [bool(re.search(inner(agreement, key)["pattern"][0], "unknown")) for key in ("signed_on", "clauses")]
    assert fits == [True, True]
    assert not re.search(str(made(ArticleFields)["updated"].field["pattern"][0]), "unknown")  # type: ignore[index]
    assert re.search(inner(agreement, "signed_on")["pattern"][0], "2012-11")
    assert not re.search(inner(agreement, "signed_on")["pattern"][0], "2012-13")


def test_two_parties_are_asked_for_and_one_field() -> None:
    agreement = made(ArticleFields)["agreement"].field
    assert inner(agreement, "parties")["min"] == 2
    assert inner(agreement, "fields")["min"] == 1


def test_agencies_are_chosen_from_those_that_there_are() -> None:
    agreement = made(ArticleFields)["agreement"].field
    for path in (("parties", "agency"), ("signatories", "party"), ("events", "parties")):
        field = inner(agreement, *path)
        assert (field["widget"], field["collection"], field["value_field"]) == ("relation", "agencies", "{{slug}}")


def test_a_bulletin_without_sections_has_none_to_choose() -> None:
    assert "section" not in made(ArticleFields, sections=())
    assert "section" in made(ArticleFields)


def test_words_of_a_translation_are_translated_and_facts_are_not() -> None:
    english = replace(SITE, language="en")
    translated = [name for name, one in made(ArticleFields, others=(english,)).items() if one.field.get("i18n")]
    assert translated == ["title", "lead", "summary"]
    assert not any(one.field.get("i18n") for one in made(ArticleFields).values())


def test_what_may_be_written_shorter_is_known() -> None:
    shapes: Any = shape_of(tuple(made(ArticleFields).values()))
    assert shapes["source"]["short"] == "name"
    assert shapes["photos"]["of"]["short"] == "src"
    agreement = shapes["agreement"]["keys"]
    agency = {"kind": "choice", "of": (), "named": ("agency",)}
    keys = {"agency": agency, "lead": {"kind": "flag"}}
    assert agreement["parties"]["of"] == {"kind": "mapping", "keys": keys, "short": "agency"}
    assert agreement["signed_at"]["short"] == "place"
    assert agreement["relations"]["of"]["keys"]["external"]["short"] == "title"
    assert agreement["text_public"] == {"kind": "public"}
    names: Any = shape_of(tuple(made(AgencyFields).values()))["name"]
    assert names["short"] == "vi"


@pytest.mark.parametrize("fields", WHOLE)
def test_every_field_has_a_label_in_both_languages(fields: type[Fields]) -> None:
    for one in DIRECTORY, bulletin(site=replace(SITE, language="en")).directory:
        assert all(field["label"] for field in all_fields(tuple(made.field for made in form(fields, one))))
    assert all(mark.vi and mark.en for mark in marks(fields, Labelled).values())


def test_a_key_without_a_label_is_an_error_for_the_developer_who_adds_it() -> None:
    class New(Fields):
        title: Text

    with pytest.raises(TypeError, match=r"no label for New\.title"):
        list(form(New, DIRECTORY))


def test_a_kind_of_value_that_the_form_does_not_know_is_an_error_for_the_developer_who_adds_it() -> None:
    class New(Fields):
        title: Annotated[float, Labelled("Tiêu đề", "Title")]

    with pytest.raises(TypeError, match="no field for"):
        list(form(New, DIRECTORY))
