"""Linked data: what a program finds on a page is what its reader finds there, in the words of schema.org."""

import json
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import (
    Agency,
    Article,
    Change,
    ChangeKind,
    Contact,
    Credit,
    DatedName,
    Event,
    EventKind,
    External,
    Label,
    Person,
    Photo,
    Relation,
    RelationKind,
    Signatory,
    SigningPlace,
    StaticPage,
    Status,
)
from bantin.index import Bulletin
from bantin.site.linked_data import linked
from bantin.site.views import ArticleView, SiteView, View
from tests.conftest import examples
from tests.index.contents import SITE, agency, agreement, article, articles, bulletin, on, page, quick, record, when
from tests.site.plans import planned

BASE = "https://bantin.example/"
PAGE = f"{BASE}bai-viet/2020/bai/"
A, B = (
    {
        "@type": "GovernmentOrganization",
        "@id": f"{BASE}co-quan/{one}/#agency",
        "url": f"{BASE}co-quan/{one}/",
        "name": f"Cơ quan {one.upper()}",
    }
    for one in "ab"
)


class Scripts(HTMLParser):
    """The texts of the scripts of a page, as a browser tells them apart."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.texts.append(data)


def read(view: View, site: SiteView) -> list[dict[str, Any]]:
    """The things that a page tells of, read as a program reads them."""
    said = linked(view, site)
    if not said:
        return []
    (text,) = Scripts(f'<script type="application/ld+json">{said}</script><p>').texts
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    return list(document["@graph"])


def things(made: Bulletin, url: str, *files: str) -> dict[str, dict[str, Any]]:
    """The things of the page at ``url``, by their types."""
    plan = planned(made, *files)
    view = next(seen.view for seen in plan.pages if seen.page.url == url)
    return {thing["@type"]: thing for thing in read(view, plan.site)}


def of_article(*others: Article | Agency, **changes: Any) -> dict[str, dict[str, Any]]:
    return things(bulletin(article(agreement=agreement(**changes)), *others), "bai-viet/2020/bai/")


def test_a_news_item_tells_what_its_page_does() -> None:
    one = article(
        title="Hai bộ ký",
        lead="Sa-pô.",
        published=when("2020-05-06T08:00+07:00"),
        updated=when("2020-05-07T08:00+07:00").instant,
        authors=("A",),
        source=Credit("Báo", "BAO", "https://bao.example/"),
        section="tin",
        tags=("Biển đảo", "Rừng"),
        photos=(Photo("content/media/a.png", "Lễ ký"),),
        license="CC BY 4.0",
        lang="en",
    )
    assert things(bulletin(one), "bai-viet/2020/bai/", "content/media/a.png")["NewsArticle"] == {
        "@type": "NewsArticle",
        "@id": PAGE,
        "url": PAGE,
        "headline": "Hai bộ ký",
        "description": "Sa-pô.",
        "datePublished": "2020-05-06T08:00:00+07:00",
        "dateModified": "2020-05-07T08:00:00+07:00",
        "author": [{"@type": "Person", "name": "A"}],
        "publisher": {"@type": "Organization", "name": "Bản tin"},
        "isBasedOn": {"@type": "CreativeWork", "publisher": {"name": "Báo"}, "url": "https://bao.example/"},
        "articleSection": "Tin",
        "keywords": ["Biển đảo", "Rừng"],
        "image": [f"{BASE}media/a.png"],
        "inLanguage": "en",
        "license": {"@type": "CreativeWork", "name": "CC BY 4.0"},
    }


def test_of_what_is_not_known_nothing_is_shown() -> None:
    found = things(bulletin(article(agreement=agreement())), "bai-viet/2020/bai/")
    assert found["NewsArticle"] == {
        "@type": "NewsArticle",
        "@id": PAGE,
        "url": PAGE,
        "headline": "Bài bai",
        "publisher": {"@type": "Organization", "name": "Bản tin"},
        "inLanguage": "vi",
        "about": {"@id": f"{PAGE}#agreement"},
    }
    assert found["Legislation"] == {
        "@type": "Legislation",
        "@id": f"{PAGE}#agreement",
        "url": PAGE,
        "identifier": "ban-ghi",
        "legislationType": "Quy chế",
        "legislationPassedBy": [A, B],
        "about": ["An ninh"],
    }
    assert "Event" not in found


def test_an_agreement_tells_what_its_page_does() -> None:
    signatory = Signatory(Person("Trần B", rank="Đại tá", position="Cục trưởng"), "b")
    found = of_article(
        article("khac", agreement=agreement(id="khac", signatories=(signatory,))),
        title="Quy chế rừng",
        number="01/QC",
        signed_on=on("2012-11-20"),
        effective_on=on("2012-12-01"),
        indefinite=True,
        fields=("y-te", "an-ninh"),
        signatories=(signatory, Signatory(Person("…"))),
    )["Legislation"]
    assert found == {
        "@type": "Legislation",
        "@id": f"{PAGE}#agreement",
        "url": PAGE,
        "identifier": "ban-ghi",
        "name": "Quy chế rừng",
        "legislationIdentifier": "01/QC",
        "legislationType": "Quy chế",
        "legislationDate": "2012-11-20",
        "legislationPassedBy": [A, B],
        "legislationLegalForce": "https://schema.org/InForce",
        "temporalCoverage": "2012-12-01/..",
        "contributor": [
            {
                "@type": "Role",
                "roleName": "Cục trưởng",
                "contributor": {
                    "@type": "Person",
                    "name": "Trần B",
                    "honorificPrefix": "Đại tá",
                    "affiliation": {"@type": "GovernmentOrganization", "name": "Cơ quan B"},
                    "url": f"{BASE}nguoi-ky/tran-b/",
                },
            },
            {"@type": "Role", "contributor": {"@type": "Person", "name": "…"}},
        ],
        "about": ["An ninh", "Y tế"],
    }


@pytest.mark.parametrize(
    ("status", "force"),
    [
        (Status.UNKNOWN, None),
        (Status.NOT_YET, "NotInForce"),
        (Status.IN_FORCE, "InForce"),
        (Status.PARTLY, "PartiallyInForce"),
        (Status.SUSPENDED, "NotInForce"),
        (Status.ENDED, "NotInForce"),
    ],
)
def test_the_status_is_the_legal_force(status: Status, force: str | None) -> None:
    made = bulletin(article(agreement=agreement()))
    record = made.register.records[0]
    standing = replace(record.lifecycle.standing, status=status)
    changed = replace(record, lifecycle=replace(record.lifecycle, standing=standing))
    told = replace(made, register=replace(made.register, records=(changed,), by_id={"ban-ghi": changed}))
    found = things(told, "bai-viet/2020/bai/")["Legislation"]
    assert found.get("legislationLegalForce") == (f"https://schema.org/{force}" if force else None)


@pytest.mark.parametrize(
    ("facts", "term"),
    [
        ({"effective_on": on("2012-12-01"), "expires_on": on("2030-11-30")}, "2012-12-01/2030-11-30"),
        ({"effective_on": on("2012-12-01")}, None),
        ({"indefinite": True}, None),
        ({"effective_on": on("2012-12~"), "indefinite": True}, None),
        (
            {
                "effective_on": on("2012-12-01"),
                "indefinite": True,
                "events": (Event(EventKind.TERMINATED, on("2015-05-01")),),
            },
            "2012-12-01/2015-05-01",
        ),
        ({"effective_on": on("2012-12-01"), "indefinite": True, "events": (Event(EventKind.TERMINATED),)}, None),
    ],
    ids=["term", "end-unknown", "begin-unknown", "begin-uncertain", "terminated", "terminated-some-day"],
)
def test_a_term_is_shown_only_where_both_of_its_ends_are_known(facts: dict[str, Any], term: str | None) -> None:
    assert of_article(**facts)["Legislation"].get("temporalCoverage") == term


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (RelationKind.AMENDS, "legislationAmends"),
        (RelationKind.SUPPLEMENTS, "legislationChanges"),
        (RelationKind.EXTENDS, "legislationChanges"),
        (RelationKind.CORRECTS, "legislationCorrects"),
        (RelationKind.REPLACES, "legislationRepeals"),
        (RelationKind.TERMINATES, "legislationRepeals"),
        (RelationKind.IMPLEMENTS, "isBasedOn"),
        (RelationKind.BASED_ON, "isBasedOn"),
        (RelationKind.REVIEWS, "citation"),
        (RelationKind.RELATED, "citation"),
    ],
)
def test_a_relation_is_shown_on_both_sides(kind: RelationKind, name: str) -> None:
    here = article(agreement=agreement(relations=(Relation(kind, "cu"),)))
    made = bulletin(here, article("cu", 2010, agreement=agreement(id="cu")))
    old = {"@type": "Legislation", "@id": f"{BASE}bai-viet/2010/cu/#agreement", "name": "Bài cu"}
    assert things(made, "bai-viet/2020/bai/")["Legislation"][name] == [old]
    seen = things(made, "bai-viet/2010/cu/")["Legislation"]
    new = {"@type": "Legislation", "@id": f"{PAGE}#agreement", "name": "Bài bai"}
    assert (seen if kind is RelationKind.RELATED else seen["@reverse"])[name] == [new]


@pytest.mark.parametrize(
    ("kind", "name", "type_"),
    [
        (RelationKind.AMENDS, "legislationAmends", "Legislation"),
        (RelationKind.RELATED, "citation", "CreativeWork"),
    ],
)
def test_a_document_elsewhere_is_reported_as_far_as_it_is_known(kind: RelationKind, name: str, type_: str) -> None:
    law = External("Luật Biển", "18/2012/QH13", on("2012-06-21"), "https://luat.example/")
    relations = (Relation(kind, external=law), Relation(kind, external=External("Tập quán")))
    assert of_article(relations=relations)["Legislation"][name] == [
        {
            "@type": type_,
            "name": "Luật Biển",
            "identifier": "18/2012/QH13",
            "dateCreated": "2012-06-21",
            "url": "https://luat.example/",
        },
        {"@type": type_, "name": "Tập quán"},
    ]


def test_a_signing_is_an_event_where_its_day_and_place_are_known() -> None:
    found = of_article(
        signed_on=on("2012-11-20"),
        signed_at=SigningPlace("Hà Nội", "Nhà Quốc hội"),
        presided_by=(Person("C"), Person("A")),
        signatories=(Signatory(Person("A")), Signatory(Person("B"))),
        attended_by=(Person("Sở Ngoại vụ"),),
    )["Event"]
    assert found == {
        "@type": "Event",
        "name": "Bài bai",
        "startDate": "2012-11-20",
        "location": {"@type": "Place", "name": "Nhà Quốc hội", "address": "Hà Nội"},
        "attendee": [{"@type": "Person", "name": name} for name in "CAB"],
        "about": {"@id": f"{PAGE}#agreement"},
    }


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (None, SigningPlace("Hà Nội")),
        ("2012-11", SigningPlace("Hà Nội")),
        ("2012-11-20?", SigningPlace("Hà Nội")),
        ("XXXX-08-18", SigningPlace("Hà Nội")),
        ("2012-11-20", SigningPlace()),
    ],
)
def test_no_event_is_made_up(day: str | None, place: SigningPlace) -> None:
    assert "Event" not in of_article(signed_on=on(day) if day else None, signed_at=place)


def test_an_agency_tells_what_its_page_does() -> None:
    made = bulletin(
        agency(
            "a",
            abbreviations=("CQA",),
            aliases=("Tên khác",),
            former_names=(DatedName(Label("Tên cũ")),),
            website="https://a.example/",
            contact=Contact("1 Phố A", "0123", "a@a.example"),
            parent="c",
        ),
        agency("b", parent="a"),
        agency("c", "Chính phủ"),
    )
    above = {**A, "@id": f"{BASE}co-quan/c/#agency", "url": f"{BASE}co-quan/c/", "name": "Chính phủ"}
    assert things(made, "co-quan/a/")["GovernmentOrganization"] == {
        **A,
        "alternateName": ["CQA", "Tên khác", "Tên cũ"],
        "sameAs": "https://a.example/",
        "address": "1 Phố A",
        "telephone": "0123",
        "email": "a@a.example",
        "parentOrganization": above,
        "subOrganization": [B],
    }


def test_only_the_first_page_of_an_agency_tells_of_it() -> None:
    made = bulletin(*(article(f"b{n}", agreement=agreement(id=f"b{n}")) for n in range(3)))
    assert set(things(made, "co-quan/a/trang/2/")) == {"BreadcrumbList"}


def test_the_home_page_tells_of_the_site() -> None:
    site = replace(SITE, description="Tin.", publisher="Nhà xuất bản")
    assert things(bulletin(site=site), "") == {
        "WebSite": {
            "@type": "WebSite",
            "@id": BASE,
            "url": BASE,
            "name": "Bản tin",
            "description": "Tin.",
            "inLanguage": "vi",
            "publisher": {"@type": "Organization", "name": "Nhà xuất bản"},
        }
    }


def test_a_page_tells_the_way_down_to_it() -> None:
    steps = things(bulletin(page()), "gioi-thieu/")["BreadcrumbList"]["itemListElement"]
    assert steps == [
        {"@type": "ListItem", "position": 1, "name": "Trang chủ", "item": BASE},
        {"@type": "ListItem", "position": 2, "name": "Trang gioi-thieu", "item": f"{BASE}gioi-thieu/"},
    ]


def test_a_page_of_no_address_of_its_own_tells_nothing() -> None:
    assert things(bulletin(), "404.html") == {}


PLAN = planned(bulletin(article(agreement=agreement())))
(VIEW,) = (seen.view for seen in PLAN.pages if isinstance(seen.view, ArticleView))
HOSTILE = st.text(st.sampled_from("</script>&<!-- \"'\\\u2028\u2029đ"), min_size=1, max_size=12)


@given(HOSTILE, HOSTILE)
def test_nothing_that_is_written_can_leave_the_script(title: str, name: str) -> None:
    assert VIEW.agreement
    view = replace(VIEW, title=title, agreement=replace(VIEW.agreement, title=name))
    said = linked(view, PLAN.site)
    assert not set("<>&\u2028\u2029") & set(said)
    found = {thing["@type"]: thing for thing in read(view, PLAN.site)}
    assert (found["NewsArticle"]["headline"], found["Legislation"]["name"]) == (title, name)


@settings(quick, max_examples=examples(20))
@given(articles())
def test_every_page_with_a_way_down_tells_it_and_nothing_is_empty(made: list[Article | StaticPage]) -> None:
    plan = planned(bulletin(*made))
    for seen in plan.pages:
        found = read(seen.view, plan.site)
        assert bool(seen.view.crumbs) == any(thing["@type"] == "BreadcrumbList" for thing in found)
        assert not any(empty in json.dumps(thing) for thing in found for empty in ('""', "null", "[]", "{}"))


@settings(quick, max_examples=examples(20))
@given(articles())
def test_what_refers_to_a_thing_of_the_site_refers_to_one_that_a_page_tells_of(made: list[Article]) -> None:
    plan = planned(bulletin(*made))
    told = [thing for seen in plan.pages for thing in read(seen.view, plan.site)]
    known = {thing["@id"] for thing in told if "@id" in thing}
    assert ids(told) <= known


def ids(value: object) -> set[str]:
    """Every ``@id`` in a document, at any depth."""
    if isinstance(value, dict):
        own = {value["@id"]} if "@id" in value else set()
        return own.union(*(ids(one) for one in value.values()))
    return set().union(*(ids(one) for one in value)) if isinstance(value, list) else set()


def test_corrections_are_those_of_the_page_and_not_of_its_subject() -> None:
    changes = (
        Change(ChangeKind.CORRECTION, when("2020-05-07T08:00+07:00"), "Sai."),
        Change(ChangeKind.CORRECTION, when("2020-05-08"), "Lại sai."),
        Change(ChangeKind.UPDATE, when("2020-05-09"), "Thêm."),
    )
    told = [
        {"@type": "CorrectionComment", "datePublished": "2020-05-08", "text": "Lại sai."},
        {"@type": "CorrectionComment", "datePublished": "2020-05-07T08:00:00+07:00", "text": "Sai."},
    ]
    items = (article(changes=changes), record("x", changes=changes), page(changes=changes), page("khac"))
    made = bulletin(*items)
    news = things(made, "bai-viet/2020/bai/")["NewsArticle"]
    assert (news["correction"], news["dateModified"]) == (told, "2020-05-09")
    of_record = things(made, "van-ban/2015/x/")
    assert "correction" not in of_record["Legislation"]
    assert of_record["WebPage"]["correction"] == told
    assert of_record["WebPage"]["mainEntity"] == {"@id": of_record["Legislation"]["@id"]}
    assert of_record["WebPage"]["@id"] == f"{BASE}van-ban/2015/x/"
    assert things(made, "gioi-thieu/")["WebPage"]["correction"] == told
    assert "WebPage" not in things(made, "khac/")
