"""The front matter of articles and pages, as it is written."""

import re

import pytest

from bantin.content.schema.agreement import (
    AgreementFields,
    DocumentFields,
    PartyFields,
    PersonFields,
    RelationFields,
    ReviewFields,
    SignatoryFields,
)
from bantin.content.schema.article import ArticleFields, PageFields, PhotoFields
from bantin.content.schema.field_marks import Expected, Suggested, marks
from bantin.content.schema.values import Fields
from bantin.domain.model import FullText
from bantin.domain.text.dates import Edtf
from tests.content.readings import told
from tests.content.schema.forms import fields_of, form

AGREEMENT = "type: quy-che\nparties: [a, b]\nfields: [an-ninh]\n"


def required(fields: type[Fields]) -> set[str]:
    return {name for name, info in fields.model_fields.items() if info.is_required()} | set(marks(fields, Expected))


def suggested(fields: type[Fields]) -> set[str]:
    return set(marks(fields, Suggested)) - set(marks(fields, Expected))


@pytest.mark.parametrize(
    ("fields", "needed", "wished"),
    [
        (ArticleFields, {"title"}, {"published", "lead", "authors"}),
        (PageFields, {"title"}, set()),
        (
            AgreementFields,
            {"type", "parties", "fields"},
            {"title", "signatories", "signed_on", "scope", "text_public"},
        ),
        (PhotoFields, {"src", "alt"}, set()),
        (PartyFields, {"agency"}, set()),
        (PersonFields, {"name"}, set()),
        (SignatoryFields, {"name"}, set()),
        (ReviewFields, set(), set()),
        (RelationFields, {"kind"}, set()),
        (DocumentFields, {"file"}, set()),
    ],
)
def test_what_is_needed_and_what_is_wished_for(fields: type[Fields], needed: set[str], wished: set[str]) -> None:
    assert required(fields) == needed
    assert suggested(fields) == wished


@pytest.mark.parametrize("fields", [ArticleFields, PageFields, AgreementFields, SignatoryFields])
def test_keys_are_plain_words(fields: type[Fields]) -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(_[a-z]+)*", name) for name in fields.model_fields)


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("clauses: 0\n", "4:10+1 bad-number"),
        ("clauses: 10000\n", "4:10+5 bad-number"),
        ("clauses: mười\n", "4:10+4 bad-number"),
        ("scope: quốc gia\n", "4:8+8 bad-choice"),
        ("expires_on: never\n", "4:13+5 bad-date"),
        ("expires_on: [2020]\n", "4:1+10 expected-text"),
        ("expires_on: Indefinitely\n", "4:13+12 bad-date"),
        ("text_public: no\n", "4:14+2 needs-reason"),
        ("text_public: khong\n", "4:14+5 needs-reason"),
        ("text_public: {no: }\n", "4:1+11 needs-reason"),
        ("text_public: {no: [x]}\n", "4:1+11 expected-text"),
        ("text_public: {no: x, yes: y}\n", "4:1+11 needs-reason"),
        ("text_public: [no]\n", "4:1+11 needs-reason"),
        ("review: {every: P1H}\n", "4:17+3 bad-duration"),
        ("review: {chair: [Bộ]}\n", "4:10+5 expected-text"),
        ("review: rotating\n", "4:9+8 expected-mapping"),
        ("signatories: [{party: a}]\n", "4:15+1 missing-key"),
        ("signatories: [{name: A, on_behalf: XX}]\n", "4:36+2 bad-choice"),
        ("attended_by: [{name: A, party: a}]\n", "4:25+5 unknown-key"),
        ("signed_at: {town: x}\n", "4:13+4 unknown-key"),
        ("events: [{kind: kí}]\n", "4:17+2 bad-choice"),
        ("events: [signed]\n", "4:10+6 expected-mapping"),
        ("relations: [{to: a}]\n", "4:13+1 missing-key"),
        ("relations: [{kind: related, external: {number: x}}]\n", "4:29+8 missing-key"),
        ("relations: [{kind: related, external: [x]}]\n", "4:29+8 expected-mapping"),
        ("amends: [{to: cu, do: repeal}]\n", "4:10+1 missing-key"),
        ("amends: [{to: cu, at: dieu-5, do: xoá}]\n", "4:35+3 bad-choice"),
        ("amends: [dieu-5]\n", "4:10+6 expected-mapping"),
        ("documents: [{kind: annex}]\n", "4:13+1 missing-key"),
        ("documents: [{file: a.pdf, kind: Anex}]\n", "4:33+4 bad-choice"),
        ("documents: [{file: a.pdf, sha256: xyz}]\n", "4:35+3 bad-sha256"),
        ("contact: {a: b}\n", "4:1+7 expected-list"),
        ("number: {a: b}\n", "4:1+6 expected-text"),
    ],
)
def test_what_is_not_of_its_kind_is_reported_at_its_place(more: str, problem: str) -> None:
    checked = form(AgreementFields, AGREEMENT + more)
    assert checked.value is None
    assert told(checked.problems) == [problem]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("type: x\nfields: a\nparties: a\n", "3:10+1 expected-list"),
        ("type: x\nfields: a\nparties: [a]\n", "3:1+7 too-few"),
        ("type: x\nfields: a\nparties: []\n", "3:1+7 too-few"),
        ("type: x\nfields: a\nparties: [a, {role: x}]\n", "3:14+1 missing-key"),
        ("type: x\nfields: a\nparties: [a, {agency: b, lead: co}]\n", "3:32+2 bad-yes-no"),
        ("type: x\nparties: [a, b]\nfields: []\n", "3:1+6 too-few"),
        ("type: x\nparties: [a, b]\n", "1:1+1 missing-key"),
        ("type: [x]\nparties: [a, b]\nfields: a\n", "1:1+4 expected-text"),
    ],
)
def test_an_agreement_has_a_type_two_parties_and_a_field(text: str, problem: str) -> None:
    assert told(form(AgreementFields, text).problems) == [problem]


def test_an_agreement_has_no_more_parties_than_can_be_shown_in_pairs() -> None:
    def parties(number: int) -> str:
        return "type: x\nfields: [a]\nparties:\n" + "".join(f"- b{one}\n" for one in range(number))

    assert told(form(AgreementFields, parties(200)).problems) == []
    checked = form(AgreementFields, parties(201))
    assert told(checked.problems) == ["204:3+4 too-many-entries"]
    assert dict(checked.problems[0].values)["limit"] == "200"


def test_how_many_there_must_be_is_reported() -> None:
    checked = form(AgreementFields, "type: x\nparties: [a]\nfields: []\n")
    found = [dict(problem.values) for problem in checked.problems if problem.code == "too-few"]
    assert found == [{"key": "parties", "least": "2"}, {"key": "fields", "least": "1"}]


@pytest.mark.parametrize(
    ("written", "expires"), [("indefinite", "indefinite"), ("2030", Edtf(2030)), ("2030-01-02", Edtf(2030, 1, 2))]
)
def test_an_agreement_expires_on_a_date_or_never(written: str, expires: object) -> None:
    assert fields_of(AgreementFields, f"{AGREEMENT}expires_on: {written}\n").expires_on == expires


@pytest.mark.parametrize(
    ("written", "full_text"),
    [
        ("yes", FullText(public=True)),
        ("{no: Bí mật công tác}", FullText(public=False, reason="Bí mật công tác")),
        ("\n  no: lý do", FullText(public=False, reason="lý do")),
    ],
)
def test_a_text_is_public_or_there_is_a_reason(written: str, full_text: FullText) -> None:
    assert fields_of(AgreementFields, f"{AGREEMENT}text_public: {written}\n").text_public == full_text


@pytest.mark.parametrize("clearance", ["mat", "Mật", "cong khai", "công-khai", "tuyet-mat", "noi-bo"])
def test_nothing_but_public_articles_is_read(clearance: str) -> None:
    checked = form(ArticleFields, f"title: x\nclearance: {clearance}\n")
    assert checked.value is None
    assert told(checked.problems) == [f"2:12+{len(clearance)} clearance"]


@pytest.mark.parametrize("clauses", ["1", "12", "9999"])
def test_an_agreement_has_a_number_of_clauses(clauses: str) -> None:
    assert fields_of(AgreementFields, f"{AGREEMENT}clauses: {clauses}\n").clauses == int(clauses)


def test_a_document_is_a_signed_copy_unless_it_says_otherwise() -> None:
    found = fields_of(AgreementFields, f"{AGREEMENT}documents: [a.pdf, {{file: b.pdf, kind: translation}}]\n")
    assert [document.kind for document in found.documents] == ["signed", "translation"]


def test_an_external_document_may_be_its_title_alone() -> None:
    found = fields_of(AgreementFields, f"{AGREEMENT}relations: [{{kind: Based_On, external: Luật}}]\n").relations[0]
    assert found.external is not None
    assert (found.kind, found.to, found.external.title) == ("based_on", None, "Luật")
