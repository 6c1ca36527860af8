"""The facts of an agreement: in the language of the site, without unknown ones."""

from typing import Any

import pytest
from msgspec.structs import replace

from bantin.content.schema.agreement import AGREEMENT_TEXTS, AgreementFields
from bantin.domain.model import (
    DatedName,
    Event,
    EventKind,
    FullText,
    Label,
    OnBehalf,
    Party,
    Person,
    Review,
    Scope,
    Signatory,
    SigningPlace,
    Succession,
)
from bantin.domain.problems import Language
from bantin.domain.text.durations import Duration
from bantin.site.cards import date_view
from bantin.site.facts import agreement_view
from bantin.site.views import (
    AgreementView,
    DateView,
    EventView,
    HeirView,
    LinkView,
    PartyView,
    PersonView,
    ReviewView,
    StatusView,
    TermView,
)
from tests.index.contents import SITE, agency, agreement, article, bulletin, on


def day(text: str) -> DateView:
    view = date_view(on(text), "vi")
    assert view
    return view


def party(agency_id: str, **changes: Any) -> PartyView:
    """An agency of which nothing is known but that it took part."""
    link = LinkView(f"Cơ quan {agency_id.upper()}", f"co-quan/{agency_id}/")
    view = PartyView(link, "", lead=False, signed_on=None, effective_on=None, status=None, heirs=())
    return replace(view, **changes)


def status(kind: str, label: str, part: str, word: str = "", **period: Any) -> StatusView:
    """A status whose list and explanation are at the end of addresses ``part``."""
    link = LinkView(label, f"van-ban/tinh-trang/{part}/")
    return StatusView(kind, link, word=word or label, meaning=f"van-ban/tinh-trang/#{part}", **period)


NOTHING_KNOWN = AgreementView(
    id="ban-ghi",
    type=LinkView("Quy chế", "van-ban/loai/quy-che/"),
    status=status("unknown", "Đã ký – chưa rõ hiệu lực", "da-ky-chua-ro-hieu-luc", word="Chưa rõ hiệu lực"),
    parties=(party("a"), party("b")),
    pair="",
    signatories=(),
    presided_by=(),
    attended_by=(),
    signed_on=None,
    year=None,
    place="",
    venue="",
    fields=(LinkView("An ninh", "van-ban/linh-vuc/an-ninh/"),),
    scope="",
    effective_on=None,
    expires_on=None,
    indefinite=False,
    extended=False,
    ends=None,
    review=None,
    clauses=None,
    history=(),
    cited_by=(),
    relations=(),
    lineage=(),
    documents=(),
    text_at="",
    text_public=None,
    text_reason="",
    type_id="quy-che",
    **{key: AgreementFields.model_fields[key].default for key in AGREEMENT_TEXTS},
)


def facts(*others: Any, language: Language = "vi", groups: tuple[str, ...] = (), **changes: Any) -> AgreementView:
    made = bulletin(article(agreement=agreement(**changes)), *others, site=replace(SITE, language=language))
    return agreement_view(made.register.by_id["ban-ghi"], (), (), groups, made.directory)


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
        expires_on=on("2027-12-01"),
        clauses=12,
        legal_basis=("Luật A",),
        contact=("Vụ B",),
        full_text=FullText(public=False, reason="mật"),
    )
    assert view == replace(
        NOTHING_KNOWN,
        title="Quy chế phối hợp",
        number="01/QCPH",
        status=status("in_force", "Còn hiệu lực", "con-hieu-luc", since=day("2012-12-01"), until=day("2027-12-01")),
        signed_on=day("2012-11-20"),
        year=LinkView("Năm 2012", "van-ban/nam/2012/"),
        history=view.history,
        timeline=view.timeline,
        place="Hà Nội",
        venue="Nhà Quốc hội",
        scope="Trung ương",
        effective_on=day("2012-12-01"),
        effective_method="từ ngày ký",
        expires_on=day("2027-12-01"),
        ends=day("2027-12-01"),
        clauses=12,
        legal_basis=((LinkView("Luật A", "", linked=False),),),
        contact=("Vụ B",),
        text_public=False,
        text_reason="mật",
    )
    assert [(event.label, event.on, event.upcoming) for event in view.history] == [
        ("Ký", day("2012-11-20"), False),
        ("Có hiệu lực", day("2012-12-01"), False),
        ("Hết thời hạn", day("2027-12-01"), True),
    ]


@pytest.mark.parametrize(
    ("signed", "year"),
    [
        ("2012-11", LinkView("Năm 2012", "van-ban/nam/2012/")),
        ("2012", LinkView("Năm 2012", "van-ban/nam/2012/")),
        ("XXXX-08-18", None),
    ],
)
def test_a_date_leads_to_its_year_where_that_is_known(signed: str, year: LinkView | None) -> None:
    view = facts(signed_on=on(signed))
    assert (view.signed_on, view.year) == (day(signed), year)


def test_an_agreement_may_have_no_fixed_term_and_a_text_that_is_public() -> None:
    view = facts(indefinite=True, full_text=FullText(public=True))
    assert (view.indefinite, view.expires_on, view.text_public, view.text_reason) == (True, None, True, "")


def test_an_extended_term_ends_with_its_last_extension() -> None:
    extended = Event(EventKind.EXTENDED, on("2021-02-01"), until=on("2031-03-03"), by="Phụ lục")
    view = facts(effective_on=on("2018"), expires_on=on("2021-03-03"), events=(extended,))
    assert view.term == TermView(day("2031-03-03"), indefinite=False, by="Phụ lục", at_first=day("2021-03-03"))
    assert day("2031-03-03") == view.ends == view.status.until
    assert facts(expires_on=on("2021-03-03")).term is None


def test_parties_keep_their_order_their_roles_and_their_lead() -> None:
    view = facts(parties=(Party("b", role="chủ trì", lead=True), Party("a")))
    assert view.parties == (party("b", role="chủ trì", lead=True), party("a"))


def test_a_party_with_dates_of_its_own_shows_them_and_its_status_where_that_is_another() -> None:
    later = Party("b", signed_on=on("2020-06-01"), effective_on=on("2027-01-01"))
    view = facts(parties=(Party("a"), later, Party("c")), signed_on=on("2020-05-05"), effective_on=on("2020-06-01"))
    not_yet = status(
        "not_yet", "Chưa có hiệu lực", "chua-co-hieu-luc", until=day("2026-12-31"), enters_on=day("2027-01-01")
    )
    own = {"signed_on": day("2020-06-01"), "effective_on": day("2027-01-01"), "status": not_yet}
    assert view.parties == (party("a"), party("b", **own), party("c"))
    assert [(event.on, event.parties, event.upcoming) for event in view.history if event.parties] == [
        (day("2020-06-01"), ("Cơ quan B",), False),
        (day("2027-01-01"), ("Cơ quan B",), True),
    ]


@pytest.mark.parametrize(
    ("parties", "groups", "pair"),
    [
        (("b", "a"), ("co-quan/a/voi/b/",), "co-quan/a/voi/b/"),
        (("b", "a"), ("co-quan/a/voi/c/",), ""),
        (("a", "b", "c"), ("co-quan/a/voi/b/",), ""),
    ],
    ids=["several", "one", "three parties"],
)
def test_two_parties_may_have_a_page_of_what_they_signed_together(
    parties: tuple[str, ...], groups: tuple[str, ...], pair: str
) -> None:
    assert facts(parties=tuple(map(Party, parties)), groups=groups).pair == pair


def test_a_party_has_the_name_of_the_day_of_signing_and_shows_what_it_became() -> None:
    old = agency(
        "a",
        "Bộ A",
        former_names=(DatedName(Label("Bộ cũ"), until=on("2015-12-31")),),
        successors=(Succession("c"),),
    )
    view = facts(old, agency("b", "Bộ B"), agency("c", "Bộ C"), signed_on=on("2012-11-20"))
    assert view.parties[0].link == LinkView("Bộ cũ", "co-quan/a/")
    assert view.parties[0].heirs == (HeirView(LinkView("Bộ C", "co-quan/c/"), None),)
    assert view.parties[1].heirs == ()


def test_heirs_stand_in_vietnamese_order_with_the_day_on_which_they_took_over() -> None:
    agencies = [agency("a", successors=(Succession("x", on("2025-03-01")), Succession("y"))), agency("b")]
    view = facts(*agencies, agency("x", "Viện"), agency("y", "Đoàn"), signed_on=on("2012-11-20"))
    assert view.parties[0].heirs == (
        HeirView(LinkView("Đoàn", "co-quan/y/"), None),
        HeirView(LinkView("Viện", "co-quan/x/"), day("2025-03-01")),
    )


def test_a_status_is_a_period_that_stays_true() -> None:
    def told(**changes: Any) -> tuple[str, ...]:
        status = facts(signed_on=on("2012-11-20"), **changes).status
        days = (status.since, status.until, status.enters_on)
        return (status.kind, *(one.iso if one else "" for one in days), *(["at least"] if status.at_least else []))

    extended = Event(EventKind.EXTENDED, on("2020-01-01"))
    assert told() == ("unknown", "", "", "")
    assert told(effective_on=on("2012-12")) == ("in_force", "2012-12", "", "")
    assert told(effective_on=on("2026-03-01")) == ("not_yet", "", "2026-02-28", "2026-03-01")
    assert told(effective_on=on("2026-03")) == ("not_yet", "", "2026-03", "2026-03")
    assert told(effective_on=on("2012"), expires_on=on("2027")) == ("in_force", "2012", "2027", "")
    assert told(effective_on=on("2012"), expires_on=on("2027-12-31"), events=(extended,)) == (
        "in_force",
        "2012",
        "2027-12-31",
        "",
        "at least",
    )


def test_people_are_shown_as_of_that_day_in_the_order_given() -> None:
    signatories = (
        Signatory(Person("Đào Z", rank="Thiếu tướng", position="Thứ trưởng", also=("Ủy viên",)), "b", OnBehalf.KT),
        Signatory(Person("A")),
        Signatory(Person("…")),
    )
    view = facts(
        signatories=signatories,
        presided_by=(Person("C", role="Chủ tọa"),),
        attended_by=(Person("E"), Person("D")),
        groups=("nguoi-ky/dao-z/",),
    )
    assert view.signatories == (
        PersonView(
            "Đào Z",
            "Thiếu tướng",
            "Thứ trưởng",
            ("Ủy viên",),
            "",
            "Cơ quan B",
            "KT. (ký thay)",
            LinkView("Đào Z", "nguoi-ky/dao-z/"),
            capacity_id="kt",
        ),
        PersonView("A", "", "", (), "", "", "", None),
        PersonView("…", "", "", (), "", "", "", None),
    )
    assert view.presided_by == (PersonView("C", "", "", (), "Chủ tọa", "", "", None),)
    assert [person.name for person in view.attended_by] == ["E", "D"]


def test_fields_stand_in_the_order_of_the_vocabulary() -> None:
    view = facts(fields=("y-te", "an-ninh"))
    assert view.fields == (
        LinkView("An ninh", "van-ban/linh-vuc/an-ninh/"),
        LinkView("Y tế", "van-ban/linh-vuc/y-te/"),
    )


@pytest.mark.parametrize(
    ("review", "view"),
    [
        (
            Review(Duration(years=1, months=6), on("2026-10"), chair="a"),
            ReviewView(
                "1 năm 6 tháng một lần",
                day("2026-10"),
                computed=False,
                overdue=None,
                chair=LinkView("Cơ quan A", "co-quan/a/"),
                heirs=(),
                rotating=False,
            ),
        ),
        (
            Review(Duration(years=1), rotating=True),
            ReviewView(
                "mỗi năm một lần",
                day("2026-11-20"),
                computed=True,
                overdue=None,
                chair=LinkView("Cơ quan B", "co-quan/b/"),
                heirs=(),
                rotating=True,
            ),
        ),
        (
            Review(next=on("2025-06"), rotating=True),
            ReviewView("", None, computed=False, overdue=day("2025-06"), chair=None, heirs=(), rotating=True),
        ),
    ],
)
def test_a_review_tells_when_and_who_chairs(review: Review, view: ReviewView) -> None:
    assert facts(review=review, signed_on=on("2012-11-20")).review == view


def test_a_chair_that_has_been_succeeded_names_its_heir() -> None:
    old = agency("a", "Bộ A", successors=(Succession("c", on("2025-03-01")),))
    view = facts(old, agency("b"), agency("c", "Bộ C"), review=Review(chair="a"), signed_on=on("2012-11-20")).review
    assert view
    assert view.chair == LinkView("Bộ A", "co-quan/a/")
    assert view.heirs == (HeirView(LinkView("Bộ C", "co-quan/c/"), day("2025-03-01")),)


def test_the_history_tells_what_happened_and_what_it_concerned() -> None:
    events = (
        Event(EventKind.EXTENDED, on("2014"), "gia hạn", "hai bên", until=on("2030-01-01")),
        Event(EventKind.TERMINATED, part="Điều 3", parties=("b",)),
        Event(EventKind.EXTENDED, on("2013"), indefinite=True),
    )
    assert facts(events=events).history[:3] == (
        EventView("Được gia hạn", day("2013"), "", "", (), "", None, indefinite=True, upcoming=False),
        EventView("Được gia hạn", day("2014"), "gia hạn", "hai bên", (), "", day("2030-01-01"), False, upcoming=False),
        EventView("Hết thời hạn", day("2030-01-01"), "", "", (), "", None, indefinite=False, upcoming=True),
    )
    assert facts(events=events).history[3:] == (
        EventView("Chấm dứt", None, "", "", ("Cơ quan B",), "Điều 3", None, indefinite=False, upcoming=False),
    )


def test_an_english_site_tells_the_facts_in_english() -> None:
    view = facts(
        language="en",
        groups=("agencies/a/with/b/",),
        signed_on=on("2012-11-20"),
        scope=Scope.PROVINCIAL,
        review=Review(Duration(months=6)),
        events=(Event(EventKind.SUSPENDED),),
        signatories=(Signatory(Person("A"), on_behalf=OnBehalf.TM),),
    )
    assert view.type == LinkView("Regulation", "register/types/quy-che/")
    assert view.pair == "agencies/a/with/b/"
    assert view.parties[0].link == LinkView("Cơ quan A", "agencies/a/")
    assert view.signed_on
    assert view.review
    assert (view.signed_on.long, view.scope, view.review.every) == ("20 November 2012", "Provincial", "every 6 months")
    assert (view.history[-1].label, view.signatories[0].capacity) == ("Suspended", "TM. (on behalf of the collective)")
