"""The pages of agencies: found by letter and by level, under the names that they bear and bore."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Agency, Article, Contact, DatedName, Label, Level, Succession
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.agencies import counted_link
from bantin.site.cards import date_view
from bantin.site.views import AgencyView, HeirView, IndexView, LinkView
from tests.index.contents import SITE, agency, agreement, article, articles, bulletin, on, quick, when
from tests.site.plans import view_at, views_of

NAMES = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ", min_size=1, max_size=6).map(str.strip).filter(bool)


def letters(*agencies: Agency) -> list[tuple[str, list[str]]]:
    groups = view_at(bulletin(*agencies), "co-quan/", IndexView).groups
    return [(label, [link.label for link in links]) for label, _, links in groups]


def test_agencies_stand_under_their_first_letters_in_vietnamese_order() -> None:
    names = ["Ủy ban", "Đoàn", "Dân tộc", "Ăn ninh", "An ninh", "Điện lực", "Ấp"]
    made = [agency(f"a{number}", name) for number, name in enumerate(names)]
    assert letters(*made) == [
        ("A", ["An ninh"]),
        ("Ă", ["Ăn ninh"]),
        ("Â", ["Ấp"]),
        ("D", ["Dân tộc"]),
        ("Đ", ["Điện lực", "Đoàn"]),
        ("U", ["Ủy ban"]),
    ]


def test_a_name_that_begins_with_a_digit_stands_under_a_sign_of_its_own() -> None:
    assert letters(agency("a", "Anh"), agency("b", "19/5 (bệnh viện)")) == [
        ("#", ["19/5 (bệnh viện)"]),
        ("A", ["Anh"]),
    ]


@quick
@given(st.lists(NAMES, max_size=12))
def test_each_letter_stands_once_and_has_an_anchor_of_its_own(names: list[str]) -> None:
    made = bulletin(*(agency(f"a{number}", name) for number, name in enumerate(names)), agency("cuoi", "Ơ"))
    groups = view_at(made, "co-quan/", IndexView).groups
    for column in zip(*groups, strict=True):
        assert len(set(column)) == len(column)
    assert sum(len(links) for _, _, links in groups) == len(names) + 1


def test_agencies_stand_under_their_levels_and_those_without_come_last() -> None:
    made = bulletin(
        agency("x", "X", level=Level.COMMUNE),
        agency("b", "B", level=Level.CENTRAL),
        agency("c", "C"),
        agency("a", "A", level=Level.CENTRAL),
    )
    groups = view_at(made, "co-quan/theo-cap/", IndexView).groups
    assert [(label, [link.label for link in links]) for label, _, links in groups] == [
        ("Trung ương", ["A", "B"]),
        ("Cấp xã", ["X"]),
        ("Chưa rõ cấp", ["C"]),
    ]


def test_the_two_indexes_lead_to_each_other() -> None:
    made = bulletin()
    by_letter, by_level = (view_at(made, url, IndexView) for url in ("co-quan/", "co-quan/theo-cap/"))
    assert by_letter.other == LinkView("Cơ quan theo cấp", "co-quan/theo-cap/")
    assert by_level.other == LinkView("Cơ quan", "co-quan/")


@pytest.mark.parametrize(("names", "jumps"), [(["An"], False), (["An", "Bình"], True)])
def test_an_index_of_several_letters_has_jumps_to_them(names: list[str], jumps: bool) -> None:
    made = bulletin(*(agency(name.lower()[:1], name) for name in names))
    assert view_at(made, "co-quan/", IndexView).jumps is jumps


@quick
@given(articles())
def test_the_page_of_an_agency_holds_all_its_articles_grouped_by_the_year_of_signing(made: list[Article]) -> None:
    found = bulletin(*made)
    every = views_of(found, AgencyView)
    for one in found.directory.agencies:
        views = [view for view in every if view.url.startswith(f"co-quan/{one.id}/")]
        cards = [card.url for view in views for group in view.groups for card in group.cards]
        expected = {f"bai-viet/{item.year or 'khong-ro-ngay'}/{item.slug}/" for item in found.by_agency.get(one.id, ())}
        assert set(cards) == expected
        assert len(cards) == len(expected) == views[0].total == counted_link(one, found).count


@quick
@given(articles())
def test_the_years_of_an_agency_stand_once_on_a_page_newest_first(made: list[Article]) -> None:
    for view in views_of(bulletin(*made), AgencyView):
        years = [int(group.anchor) for group in view.groups]
        assert years == sorted(set(years), reverse=True)


def test_agreements_stand_under_their_years_and_those_of_no_known_year_come_last_newest_first() -> None:
    made = [
        article(f"b{number}", agreement=agreement(id=f"b{number}", signed_on=on(day) if day else None))
        for number, day in enumerate(["2012", "XXXX-08-18", "2021-11-24", "2012-11-20"])
    ]
    made.append(article("b4", published=when("2022"), agreement=agreement(id="b4")))
    view = view_at(bulletin(*made, site=replace(SITE, page_size=20)), "co-quan/a/", AgencyView)
    shown = [(group.label, group.anchor, [card.title for card in group.cards]) for group in view.groups]
    assert shown == [
        ("Năm 2021", "2021", ["Bài b2"]),
        ("Năm 2012", "2012", ["Bài b3", "Bài b0"]),
        ("Chưa rõ năm ký", "0", ["Bài b4", "Bài b1"]),
    ]


def test_a_long_list_of_agreements_goes_on_over_several_pages() -> None:
    made = [article(f"b{number}", agreement=agreement(id=f"b{number}")) for number in range(5)]
    views = {view.url: view for view in views_of(bulletin(*made), AgencyView) if "co-quan/a/" in view.url}
    assert list(views) == ["co-quan/a/", "co-quan/a/trang/2/", "co-quan/a/trang/3/"]
    assert [view.total for view in views.values()] == [5, 5, 5]
    assert [view.pager.number for view in views.values()] == [1, 2, 3]


def test_an_agency_without_agreements_has_a_page_all_the_same() -> None:
    view = view_at(bulletin(), "co-quan/a/", AgencyView)
    assert (view.total, view.groups, view.pager.total) == (0, (), 1)


def test_the_page_of_an_agency_tells_all_that_is_known_of_it() -> None:
    made = bulletin(
        agency(
            "a",
            "Bộ A",
            abbreviations=("BA",),
            aliases=("Bộ cũ A",),
            level=Level.CENTRAL,
            parent="cp",
            website="https://a.example/",
            contact=Contact("1 Phố A", "0123", "a@a.example"),
            former_names=(DatedName(Label("Cũ"), on("2000"), on("2010-12-31")),),
            predecessors=(Succession("z", on("2011")), Succession("y")),
            successors=(Succession("b", on("2025-03-01")),),
        ),
        agency("cp", "Chính phủ"),
        agency("cuc", "Cục", parent="a"),
        agency("b", "Bộ B"),
        agency("z", "Ủy ban"),
        agency("y", "Đoàn"),
    )
    view = view_at(made, "co-quan/a/", AgencyView)
    assert (view.title, view.abbreviations, view.aliases, view.level) == ("Bộ A", ("BA",), ("Bộ cũ A",), "Trung ương")
    assert (view.website, view.address, view.phone, view.email) == (
        "https://a.example/",
        "1 Phố A",
        "0123",
        "a@a.example",
    )
    assert view.parent == LinkView("Chính phủ", "co-quan/cp/", 0)
    assert view.children == (LinkView("Cục", "co-quan/cuc/", 0),)
    assert [(stage.kind, stage.name) for stage in view.history] == [
        ("before", "Đoàn"),
        ("name", "Cũ"),
        ("before", "Ủy ban"),
        ("after", "Bộ B"),
    ]
    assert view.heirs == (HeirView(LinkView("Bộ B", "co-quan/b/"), date_view(on("2025-03-01"), "vi")),)


def test_both_sides_of_a_succession_show_it() -> None:
    made = bulletin(agency("cu", successors=(Succession("moi"),)), agency("moi"))
    for url, kind, other in (("co-quan/cu/", "after", "co-quan/moi/"), ("co-quan/moi/", "before", "co-quan/cu/")):
        history = view_at(made, url, AgencyView).history
        assert [(stage.kind, stage.link.url if stage.link else "") for stage in history] == [(kind, other)]


@quick
@given(articles())
def test_an_agency_leads_to_all_that_it_has_signed_with(made: list[Article]) -> None:
    found = bulletin(*made)
    shown = {view.url: view.partners for view in views_of(found, AgencyView)}
    for one in found.directory.agencies:
        expected = {
            other: len(records)
            for pair, records in found.register.by_pair.items()
            if one.id in pair
            for other in {*pair} - {one.id}
        }
        links = shown[f"co-quan/{one.id}/"]
        assert {link.label: link.count for link in links} == {
            found.directory.agency[other].name.vi: count for other, count in expected.items()
        }
        lists = {addresses.pair(WORDS["vi"], one.id, other) for other, count in expected.items() if count > 1}
        assert {link.url for link in links if not link.item} == lists
