"""The facts of an agreement: in the words of the site, and never more than is known."""

from typing import Any

import pytest
from msgspec.structs import replace

from generator.errors import Language
from generator.model import (
    Article,
    DatedName,
    Document,
    Event,
    EventKind,
    External,
    FullText,
    Label,
    OnBehalf,
    Party,
    Person,
    Relation,
    RelationKind,
    Review,
    Scope,
    Signatory,
    SigningPlace,
    Succession,
)
from generator.pages.cards import date_view
from generator.pages.facts import agreement_view
from generator.pages.views import (
    AgreementView,
    DocumentView,
    EventView,
    LinkView,
    PartyView,
    PersonView,
    RelationView,
    ReviewView,
)
from generator.text.durations import Duration
from tests.bulletin.contents import SITE, agency, agreement, article, bulletin, on

NOTHING_KNOWN = AgreementView(
    id="ban-ghi",
    type=LinkView("Quy chế", "loai/quy-che/"),
    title="",
    number="",
    parties=(
        PartyView(LinkView("Cơ quan A", "co-quan/a/"), "", lead=False, signed_on=None, effective_on=None, heirs=()),
        PartyView(LinkView("Cơ quan B", "co-quan/b/"), "", lead=False, signed_on=None, effective_on=None, heirs=()),
    ),
    signatories=(),
    presided_by=(),
    attended_by=(),
    signed_on=None,
    place="",
    venue="",
    fields=(LinkView("An ninh", "linh-vuc/an-ninh/"),),
    scope="",
    effective_on=None,
    effective_method="",
    expires_on=None,
    indefinite=False,
    review=None,
    clauses=None,
    legal_basis=(),
    contact=(),
    events=(),
    relations=(),
    documents=(),
    text_public=None,
    text_reason="",
)


def facts(*others: Any, language: Language = "vi", **changes: Any) -> AgreementView:
    one = agreement(**changes)
    made = bulletin(article(agreement=one), *others, site=replace(SITE, language=language))
    return agreement_view(one, made.by_record, made.directory)


def test_of_an_agreement_of_which_nothing_is_known_nothing_is_said() -> None:
    assert facts() == NOTHING_KNOWN


def test_the_facts_are_those_of_the_agreement() -> None:
    view = facts(
        title="Quy chế phối hợp",
        number="01/QCPH",
        signed_on=on("2012-11-20"),
        signed_at=SigningPlace("Hà Nội", "Nhà Quốc hội"),
        scope=Scope.CENTRAL,
        effective_on=on("2012-12-01"),
        effective_method="từ ngày ký",
        expires_on=on("2017-12-01"),
        clauses=12,
        legal_basis=("Luật A",),
        contact=("Vụ B",),
        full_text=FullText(public=False, reason="mật"),
    )
    assert view == replace(
        NOTHING_KNOWN,
        title="Quy chế phối hợp",
        number="01/QCPH",
        signed_on=date_view(on("2012-11-20"), "vi"),
        place="Hà Nội",
        venue="Nhà Quốc hội",
        scope="Trung ương",
        effective_on=date_view(on("2012-12-01"), "vi"),
        effective_method="từ ngày ký",
        expires_on=date_view(on("2017-12-01"), "vi"),
        clauses=12,
        legal_basis=("Luật A",),
        contact=("Vụ B",),
        text_public=False,
        text_reason="mật",
    )


def test_an_agreement_may_have_no_fixed_term_and_a_text_that_is_public() -> None:
    view = facts(indefinite=True, full_text=FullText(public=True))
    assert (view.indefinite, view.expires_on, view.text_public, view.text_reason) == (True, None, True, "")


def test_parties_keep_their_order_their_roles_and_their_lead() -> None:
    view = facts(parties=(Party("b", role="chủ trì", lead=True), Party("a")))
    assert view.parties == (
        PartyView(
            LinkView("Cơ quan B", "co-quan/b/"), "chủ trì", lead=True, signed_on=None, effective_on=None, heirs=()
        ),
        PartyView(LinkView("Cơ quan A", "co-quan/a/"), "", lead=False, signed_on=None, effective_on=None, heirs=()),
    )


def test_a_party_has_the_name_of_the_day_of_signing_and_shows_what_it_became() -> None:
    old = agency(
        "a",
        "Bộ A",
        former_names=(DatedName(Label("Bộ cũ"), until=on("2015-12-31")),),
        successors=(Succession("c"),),
    )
    view = facts(old, agency("b", "Bộ B"), agency("c", "Bộ C"), signed_on=on("2012-11-20"))
    assert view.parties[0].link == LinkView("Bộ cũ", "co-quan/a/")
    assert view.parties[0].heirs == (LinkView("Bộ C", "co-quan/c/"),)
    assert view.parties[1].heirs == ()


def test_people_are_shown_as_of_that_day_in_the_order_given() -> None:
    signatories = (
        Signatory(Person("Z", rank="Thiếu tướng", position="Thứ trưởng", also=("Ủy viên",)), "b", OnBehalf.KT),
        Signatory(Person("A")),
    )
    view = facts(
        signatories=signatories, presided_by=(Person("C", role="Chủ tọa"),), attended_by=(Person("E"), Person("D"))
    )
    assert view.signatories == (
        PersonView("Z", "Thiếu tướng", "Thứ trưởng", ("Ủy viên",), "", "Cơ quan B", "KT. (ký thay)"),
        PersonView("A", "", "", (), "", "", ""),
    )
    assert view.presided_by == (PersonView("C", "", "", (), "Chủ tọa", "", ""),)
    assert [person.name for person in view.attended_by] == ["E", "D"]


def test_fields_stand_in_the_order_of_the_vocabulary() -> None:
    view = facts(fields=("y-te", "an-ninh"))
    assert view.fields == (LinkView("An ninh", "linh-vuc/an-ninh/"), LinkView("Y tế", "linh-vuc/y-te/"))


@pytest.mark.parametrize(
    ("review", "view"),
    [
        (
            Review(Duration(years=1, months=6), on("2026-10"), chair="a"),
            ReviewView(
                "1 năm 6 tháng", date_view(on("2026-10"), "vi"), LinkView("Cơ quan A", "co-quan/a/"), rotating=False
            ),
        ),
        (Review(rotating=True), ReviewView("", None, None, rotating=True)),
    ],
)
def test_a_review_tells_when_and_who_chairs(review: Review, view: ReviewView) -> None:
    assert facts(review=review).review == view


def test_events_stand_in_the_order_given() -> None:
    events = (Event(EventKind.REVIEWED, on("2014"), "sơ kết", "hai bên"), Event(EventKind.SIGNED))
    assert facts(events=events).events == (
        EventView("Sơ kết, tổng kết", date_view(on("2014"), "vi"), "sơ kết", "hai bên"),
        EventView("Ký", None, "", ""),
    )


def other(**changes: Any) -> Article:
    signed = agreement(id="cu", title="Quy chế cũ", number="1/QC", signed_on=on("2010"))
    return article("cu", 2010, **{"agreement": signed, **changes})


@pytest.mark.parametrize(
    ("others", "relation", "view"),
    [
        (
            [other()],
            Relation(RelationKind.AMENDS, "cu"),
            RelationView(
                "Sửa đổi",
                "Quy chế cũ",
                "1/QC",
                date_view(on("2010"), "vi"),
                LinkView("Bài cu", "bai-viet/2010/cu/"),
            ),
        ),
        (
            [other(agreement=agreement(id="cu"))],
            Relation(RelationKind.RELATED, "cu"),
            RelationView("Liên quan", "Bài cu", "", None, LinkView("Bài cu", "bai-viet/2010/cu/")),
        ),
        (
            [other(draft=True)],
            Relation(RelationKind.REPLACES, "cu"),
            RelationView("Thay thế", "cu", "", None, None),
        ),
        (
            [],
            Relation(
                RelationKind.BASED_ON,
                external=External("Luật Biển", "18/2012/QH13", on("2012-06-21"), "https://luat.example/"),
            ),
            RelationView(
                "Căn cứ",
                "Luật Biển",
                "18/2012/QH13",
                date_view(on("2012-06-21"), "vi"),
                LinkView("Luật Biển", "https://luat.example/", external=True),
            ),
        ),
        (
            [],
            Relation(RelationKind.IMPLEMENTS, external=External("Tập quán")),
            RelationView("Thực hiện", "Tập quán", "", None, None),
        ),
    ],
    ids=["record", "record-without-title", "hidden-record", "external", "external-without-address"],
)
def test_a_relation_leads_to_the_other_document_where_it_can(
    others: list[Article], relation: Relation, view: RelationView
) -> None:
    assert facts(*others, relations=(relation,)).relations == (view,)


def test_documents_have_a_name_an_address_and_a_sum() -> None:
    documents = (
        Document("content/documents/Bản ký.pdf", "signed", "ab" * 32),
        Document("content/documents/Phụ lục.CSV", "annex"),
    )
    assert facts(documents=documents).documents == (
        DocumentView("Bản ký", "Bản ký.pdf", "tai-lieu/ban-ky.pdf", "ab" * 32),
        DocumentView("Phụ lục", "Phụ lục.CSV", "tai-lieu/phu-luc.csv", ""),
    )


def test_an_english_site_tells_the_facts_in_english() -> None:
    view = facts(
        language="en",
        signed_on=on("2012-11-20"),
        scope=Scope.PROVINCIAL,
        review=Review(Duration(months=6)),
        events=(Event(EventKind.SUSPENDED),),
        signatories=(Signatory(Person("A"), on_behalf=OnBehalf.TM),),
    )
    assert view.type == LinkView("Regulation", "types/quy-che/")
    assert view.parties[0].link == LinkView("Cơ quan A", "agencies/a/")
    assert view.signed_on
    assert view.review
    assert (view.signed_on.long, view.scope, view.review.every) == ("20 November 2012", "Provincial", "6 months")
    assert (view.events[0].label, view.signatories[0].capacity) == ("Suspended", "TM. (on behalf of the collective)")
