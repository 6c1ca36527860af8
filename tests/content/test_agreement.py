"""VALIDATE: the agreement of an article, from its written fields to the model, and its references to other files."""

import pytest

from bantin.domain.model import (
    Amendment,
    AmendmentKind,
    Document,
    Event,
    EventKind,
    External,
    FullText,
    OnBehalf,
    Party,
    Person,
    Position,
    Reference,
    ReferenceTarget,
    Relation,
    RelationKind,
    Review,
    Scope,
    Signatory,
    SigningPlace,
)
from bantin.domain.problems import Severity
from bantin.domain.text.dates import Edtf
from bantin.domain.text.durations import Duration
from tests.content.readings import SIGNED, agreement, article, file_of, read_article, told

SUM = "AB" * 32


def told_of(more: str, front: str = SIGNED) -> list[str]:
    return told(read_article(file_of(front + more)).problems)


def test_the_shortest_agreement_says_only_what_is_known() -> None:
    found = agreement("")
    assert found.id == "bai"
    assert found.type == "quy-che"
    assert found.parties == (Party("co-quan-a"), Party("co-quan-b"))
    assert found.fields == ("an-ninh",)
    assert (found.title, found.number, found.effective_method) == ("", "", "")
    assert (found.signed_on, found.effective_on, found.expires_on, found.indefinite) == (None, None, None, False)
    assert (found.scope, found.review, found.clauses, found.full_text) == (None, None, None, None)
    assert found.signed_at == SigningPlace()
    assert not any((found.signatories, found.presided_by, found.attended_by, found.events, found.relations))
    assert not any((found.documents, found.legal_basis, found.contact))


def test_the_record_is_named_by_its_file_unless_it_names_itself() -> None:
    path = "content/articles/2020/Quy chế số 1.md"
    named = article(SIGNED + "  id: rieng\n", path=path).agreement
    unnamed = article(SIGNED, path=path).agreement
    assert named is not None
    assert unnamed is not None
    assert (named.id, unnamed.id) == ("rieng", "quy-che-so-1")


def test_numbers_and_texts_stay_as_they_were_typed() -> None:
    found = agreement("  number: 012\n  title: 22:26\n  effective_method: no\n  legal_basis: 2024-02-31\n")
    assert (found.number, found.title, found.effective_method) == ("012", "22:26", "no")
    assert found.legal_basis == ("2024-02-31",)


def test_a_party_is_an_id_or_says_more() -> None:
    front = SIGNED.replace(
        "[co-quan-a, co-quan-b]",
        "[{agency: co-quan-a, role: Chủ trì, lead: yes, signed_on: 2020-01, effective_on: 2020-02-03}, co-quan-b]",
    )
    found = article(front).agreement
    assert found is not None
    assert found.parties == (
        Party("co-quan-a", "Chủ trì", lead=True, signed_on=Edtf(2020, 1), effective_on=Edtf(2020, 2, 3)),
        Party("co-quan-b"),
    )


def test_people_are_a_name_or_more_and_stay_in_their_order() -> None:
    found = agreement(
        "  signatories:\n"
        "    - {name: Trần B, party: co-quan-b, on_behalf: kt, rank: Đại tá, position: Cục trưởng, also: Ủy viên}\n"
        "    - Nguyễn Văn A\n"
        "  presided_by: [Lê C]\n"
        "  attended_by: [{name: Võ D, role: Chứng kiến}]\n"
    )
    assert found.signatories == (
        Signatory(Person("Trần B", "Đại tá", "Cục trưởng", ("Ủy viên",)), "co-quan-b", OnBehalf.KT),
        Signatory(Person("Nguyễn Văn A")),
    )
    assert found.presided_by == (Person("Lê C"),)
    assert found.attended_by == (Person("Võ D", role="Chứng kiến"),)


@pytest.mark.parametrize(
    ("written", "place"),
    [("Hà Nội", SigningPlace("Hà Nội")), ("{place: Hà Nội, venue: Nhà khách}", SigningPlace("Hà Nội", "Nhà khách"))],
)
def test_a_place_is_a_town_or_a_town_and_a_house(written: str, place: SigningPlace) -> None:
    assert agreement(f"  signed_at: {written}\n").signed_at == place


@pytest.mark.parametrize(
    ("written", "expires", "indefinite"),
    [("indefinite", None, True), ("2025", Edtf(2025), False), ("2025-06-07", Edtf(2025, 6, 7), False)],
)
def test_an_agreement_expires_on_a_date_or_never(written: str, expires: Edtf | None, indefinite: bool) -> None:
    found = agreement(f"  expires_on: {written}\n")
    assert (found.expires_on, found.indefinite) == (expires, indefinite)


@pytest.mark.parametrize(
    ("written", "review"),
    [
        ("{every: P1Y6M}", Review(Duration(1, 6))),
        ("{next: 2025, chair: rotating}", Review(next=Edtf(2025), rotating=True)),
        ("{chair: co-quan-a}", Review(chair="co-quan-a")),
    ],
)
def test_reviews_are_chaired_in_turns_or_by_one(written: str, review: Review) -> None:
    assert agreement(f"  review: {written}\n").review == review


@pytest.mark.parametrize(
    ("written", "full_text"),
    [("yes", FullText(public=True)), ("{no: Có nội dung nội bộ}", FullText(public=False, reason="Có nội dung nội bộ"))],
)
def test_a_text_is_public_or_there_is_a_reason(written: str, full_text: FullText) -> None:
    annex = "  documents: [{file: /documents/a.pdf, kind: annex}]\n"
    assert agreement(f"  text_public: {written}\n{annex}").full_text == full_text


def test_the_rest_is_taken_over_as_it_is() -> None:
    found = agreement(
        "  scope: Provincial\n"
        "  clauses: 12\n"
        "  contact: [Vụ A, Cục B]\n"
        "  events: [{kind: amended, on: 2021, note: Điều 3, by: Quyết định 1}]\n"
        "  relations:\n"
        "    - {kind: replaces, to: cu}\n"
        "    - {kind: based_on, external: Luật An ninh}\n"
        "    - {kind: related, external: {title: Luật, number: '12', date: 2001, url: 'https://x.vn/'}}\n"
    )
    assert found.scope is Scope.PROVINCIAL
    assert found.clauses == 12
    assert found.contact == ("Vụ A", "Cục B")
    assert found.events == (Event(EventKind.AMENDED, Edtf(2021), "Điều 3", "Quyết định 1"),)
    assert found.relations == (
        Relation(RelationKind.REPLACES, "cu"),
        Relation(RelationKind.BASED_ON, external=External("Luật An ninh")),
        Relation(RelationKind.RELATED, external=External("Luật", "12", Edtf(2001), "https://x.vn/")),
    )


def test_what_is_amended_is_kept_with_the_place_of_the_provision() -> None:
    found = agreement(
        "  amends:\n"
        "    - {to: cu, at: Điều 3, do: bãi bỏ}\n"
        "    - to: cu\n      at: dieu-5-khoan-2\n      do: Sửa đổi, bổ sung\n"
        "      text: |\n        2. Hai bên:\n        a) Trao đổi.\n"
    )
    assert found.amends == (
        Amendment("cu", "dieu-3", AmendmentKind.REPEAL, place=Position(8, 20, 6)),
        Amendment("cu", "dieu-5-khoan-2", AmendmentKind.REPLACE, "2. Hai bên:\na) Trao đổi.", Position(10, 11, 14)),
    )


def test_documents_are_named_from_the_root_of_the_bulletin() -> None:
    found = agreement(
        f"  documents: [quy-che.pdf, {{file: ../2019/phu-luc.pdf, kind: annex, sha256: {SUM}}}, /documents/c.pdf]\n"
    )
    assert found.documents == (
        Document("content/articles/2020/quy-che.pdf", "signed"),
        Document("content/articles/2019/phu-luc.pdf", "annex", SUM.lower()),
        Document("content/documents/c.pdf", "signed"),
    )


def test_what_only_other_files_can_tell_is_left_as_references_with_their_places() -> None:
    found = article(
        SIGNED + "  id: rieng\n  signed_on: 2019-05\n  review: {chair: co-quan-c}\n"
        "  relations: [{kind: amends, to: cu}, {kind: amends, external: x}]\n  documents: [a.pdf]\n"
        "  signatories: [{name: Lê A}]\n  attended_by: [Sở Ngoại vụ, Lê C]\n"
    )
    assert found.references == (
        Reference(ReferenceTarget.OWN_RECORD, "rieng", Position(7, 7, 5)),
        Reference(ReferenceTarget.SIGNING_DAY, "2019-05", Position(8, 14, 7)),
        Reference(ReferenceTarget.TYPE, "quy-che", Position(4, 9, 7)),
        Reference(ReferenceTarget.FIELD, "an-ninh", Position(6, 12, 7)),
        Reference(ReferenceTarget.AGENCY, "co-quan-a", Position(5, 13, 9)),
        Reference(ReferenceTarget.AGENCY, "co-quan-b", Position(5, 24, 9)),
        Reference(ReferenceTarget.AGENCY, "co-quan-c", Position(9, 19, 9)),
        Reference(ReferenceTarget.RECORD, "cu", Position(10, 34, 2)),
        Reference(ReferenceTarget.DOCUMENT, "content/articles/2020/a.pdf", Position(11, 15, 5)),
        Reference(ReferenceTarget.PERSON, "Lê A", Position(12, 24, 4)),
        Reference(ReferenceTarget.PERSON, "Lê C", Position(13, 30, 4)),
    )


def test_a_party_that_is_not_written_as_among_the_parties_is_left_for_all_files_to_judge() -> None:
    more = (
        "  signatories: [A, {name: B, party: co-quan-b}, {name: C, party: BCA}]\n"
        "  events: [{kind: amended, parties: c}]\n"
    )
    targets = (ReferenceTarget.SIGNING_PARTY, ReferenceTarget.EVENT_PARTY)
    found = [one for one in article(SIGNED + more).references if one.target in targets]
    assert found == [
        Reference(ReferenceTarget.SIGNING_PARTY, "BCA", Position(7, 66, 3)),
        Reference(ReferenceTarget.EVENT_PARTY, "c", Position(8, 37, 1)),
    ]
    assert told_of(more) == []


def test_a_chair_in_turns_is_no_agency() -> None:
    found = article(SIGNED + "  review: {chair: rotating}\n")
    assert [reference.id for reference in found.references if reference.target is ReferenceTarget.AGENCY] == [
        "co-quan-a",
        "co-quan-b",
    ]


def test_an_unnamed_record_is_declared_where_the_agreement_begins() -> None:
    assert article(SIGNED).references[0] == Reference(ReferenceTarget.OWN_RECORD, "bai", Position(3, 1, 9))


@pytest.mark.parametrize(
    ("more", "problems"),
    [
        ("  relations: [{kind: amends}]\n", ["7:15+1 to-or-external"]),
        ("  relations: [{kind: amends, to: x, external: y}]\n", ["7:34+1 to-or-external"]),
        ("  relations: [{kind: amends, to: bai}]\n", ["7:34+3 related-to-itself"]),
        ("  relations: [{kind: amends, to: rieng}]\n  id: rieng\n", ["7:34+5 related-to-itself"]),
        ("  relations: [{kind: amends, to: bai}]\n  id: rieng\n", []),
        ("  amends: [{to: bai, at: dieu-1, do: repeal}]\n", ["7:17+3 related-to-itself"]),
        ("  amends: [{to: cu, at: tài chính, do: repeal}]\n", ["7:25+9 not-a-provision"]),
        ("  amends: [{to: cu, at: dieu-1, do: insert}]\n", ["7:37+6 amendment-text"]),
        ("  amends: [{to: cu, at: dieu-1, do: repeal, text: Điều 1}]\n", ["7:37+6 amendment-text"]),
        ("  documents: [../../../x.pdf, a.pdf, /../x]\n", ["7:15+14 bad-path", "7:38+5 bad-path"]),
    ],
)
def test_values_that_contradict_each_other_are_reported(more: str, problems: list[str]) -> None:
    assert told_of(more) == problems


def test_a_party_is_named_once() -> None:
    front = SIGNED.replace("co-quan-b]", "co-quan-b, co-quan-a, {agency: co-quan-b}]")
    assert told_of("", front) == ["5:35+9 party-twice", "5:55+9 party-twice"]


def test_a_document_outside_is_left_out() -> None:
    reading = read_article(file_of(SIGNED + "  documents: [../../../x.pdf, a.pdf]\n"))
    assert reading.value is not None
    assert reading.value.agreement is not None
    assert reading.value.agreement.documents == (Document("content/articles/2020/a.pdf", "signed"),)
    assert "x.pdf" not in " ".join(reference.id for reference in reading.value.references)


def test_what_should_be_known_of_an_agreement_is_asked_for() -> None:
    reading = read_article(file_of(SIGNED))
    absent = [problem for problem in reading.problems if problem.code == "absent"]
    assert {problem.severity for problem in absent} == {Severity.WARNING}
    assert {dict(problem.values)["key"] for problem in absent if problem.location.line == 3} == {
        "agreement.title",
        "agreement.signatories",
        "agreement.signed_on",
        "agreement.scope",
        "agreement.text_public",
    }
