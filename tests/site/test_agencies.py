"""The pages of agencies: listed by level, under the names that they bear and bore."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Agency, Article, Contact, DatedName, Label, Level, Succession
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.agencies import counted_link
from bantin.site.cards import date_view
from bantin.site.views import (
    AgenciesView,
    AgencyEntryView,
    AgencyFiguresView,
    AgencyView,
    HeirView,
    IndexView,
    LinkView,
    RedirectView,
)
from tests.index.contents import SITE, agency, agreement, article, articles, bulletin, on, quick, when
from tests.site.plans import view_at, views_of

NAMES = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ", min_size=1, max_size=6).map(str.strip).filter(bool)


def listed(*agencies: Agency) -> list[tuple[str, list[str]]]:
    groups = view_at(bulletin(*agencies), "co-quan/", AgenciesView).groups
    return [(label, [entry.link.label for entry in entries]) for label, _, entries in groups]


def test_agencies_stand_under_their_levels_and_those_without_come_last() -> None:
    assert listed(
        agency("x", "X", level=Level.COMMUNE),
        agency("d", "Đoàn", level=Level.CENTRAL),
        agency("c", "C"),
        agency("a", "Ấp", level=Level.CENTRAL),
        agency("e", "Dân", parent="d"),
    ) == [("Trung ương", ["Ấp", "Dân", "Đoàn"]), ("Cấp xã", ["X"]), ("Chưa rõ cấp", ["C"])]


def test_where_no_level_is_known_nothing_is_said_of_levels() -> None:
    assert listed(agency("a", "Đoàn"), agency("b", "Dân")) == [("", ["Dân", "Đoàn"])]


@quick
@given(st.lists(st.tuples(NAMES, st.sampled_from([None, *Level])), max_size=12))
def test_each_agency_stands_once_and_each_group_has_an_anchor_of_its_own(made: list[tuple[str, Level | None]]) -> None:
    agencies = [agency(f"a{number}", name, level=level) for number, (name, level) in enumerate(made)]
    view = view_at(bulletin(*agencies, agency("cuoi", "Ơ")), "co-quan/", AgenciesView)
    anchors = [anchor for _, anchor, _ in view.groups]
    assert len(set(anchors)) == len(anchors)
    assert sum(len(entries) for _, _, entries in view.groups) == len(made) + 1 == view.total


def test_an_agency_is_listed_with_its_number_of_agreements_and_with_all_its_names() -> None:
    one = agency(
        "a",
        "Bộ A",
        abbreviations=("BA",),
        aliases=("Bộ A cũ",),
        former_names=(DatedName(Label("Ủy ban A"), None, on("2010")),),
    )
    made = bulletin(one, agency("b"), article(agreement=agreement("a", "b")))
    entries = {
        entry.link.label: entry for _, _, found in view_at(made, "co-quan/", AgenciesView).groups for entry in found
    }
    assert entries["Bộ A"] == AgencyEntryView(LinkView("Bộ A", "co-quan/a/", 1), ("BA", "Bộ A cũ", "Ủy ban A"))


def test_the_former_list_by_level_leads_to_the_list() -> None:
    assert view_at(bulletin(), "co-quan/theo-cap/", RedirectView).target == "co-quan/"


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


def test_agreements_stand_under_their_years_and_those_of_no_known_year_come_last() -> None:
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
        ("Chưa rõ năm ký", "0", ["Bài b1", "Bài b4"]),
    ]
    assert [row.title for row in view.rows] == [title for _, _, titles in shown for title in titles]


def test_a_long_list_of_agreements_goes_on_over_several_pages() -> None:
    made = [article(f"b{number}", agreement=agreement(id=f"b{number}")) for number in range(5)]
    views = {view.url: view for view in views_of(bulletin(*made), AgencyView) if "co-quan/a/" in view.url}
    assert list(views) == ["co-quan/a/", "co-quan/a/trang/2/", "co-quan/a/trang/3/"]
    assert [view.total for view in views.values()] == [5, 5, 5]
    assert [len(view.rows) for view in views.values()] == [2, 2, 1]
    assert [view.figures is None for view in views.values()] == [False, True, True]
    assert [view.pager.number for view in views.values()] == [1, 2, 3]


def test_an_agency_without_agreements_has_a_page_all_the_same() -> None:
    view = view_at(bulletin(), "co-quan/a/", AgencyView)
    assert (view.total, view.groups, view.rows, view.pager.total) == (0, (), (), 1)
    assert view.figures == AgencyFiguresView(0, 0, 0, 0, None)


def test_the_figures_of_an_agency_are_those_of_its_agreements() -> None:
    """What is partly in force is in force, what is suspended is not, and what is not known is told as that."""
    events = {
        "con": {"effective_on": on("2012"), "expires_on": on("2099")},
        "het": {"effective_on": on("2012"), "expires_on": on("2015")},
        "chua-ro": {},
    }
    made = [
        article(f"bai-{name}", agreement=agreement("a", other, id=name, signed_on=on(f"201{number}"), **more))
        for number, ((name, more), other) in enumerate(zip(events.items(), "bcb", strict=True))
    ]
    view = view_at(bulletin(agency("a"), agency("b"), agency("c"), *made), "co-quan/a/", AgencyView)
    assert view.figures == AgencyFiguresView(3, 1, 1, 2, date_view(on("2012"), "vi"))


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


def test_partners_are_ranked_by_their_agreements_and_then_by_name() -> None:
    """With more than twelve, those with most are shown, and a link to all, which are ranked as well."""
    names = [f"Sở {number:02}" for number in range(14)]
    others = [agency(f"s{number:02}", name) for number, name in enumerate(names)]
    signed = [*range(14), 13, 13, 5]
    made = [article(f"b{n}", agreement=agreement("a", f"s{one:02}", id=f"b{n}")) for n, one in enumerate(signed)]
    found = bulletin(agency("a"), *others, *made)
    ranked = [names[13], names[5], *names[:5], *names[6:13]]
    partners = view_at(found, "co-quan/a/", AgencyView).partners
    assert [link.label for link in partners] == [*ranked[:12], "Tất cả 14 cơ quan"]
    ((_, _, every),) = view_at(found, partners[-1].url, IndexView).groups
    assert [(link.label, link.count) for link in every][:3] == [("Sở 13", 3), ("Sở 05", 2), ("Sở 00", 1)]
    assert [link.label for link in every] == ranked


def test_an_heir_leads_to_what_the_agencies_signed_whose_duties_it_holds() -> None:
    """Also through one between them; not to those that signed nothing, nor before the day of the succession."""
    made = bulletin(
        agency("a", "Bộ A", successors=(Succession("m", on("2007")),)),
        agency("m", "Bộ M", successors=(Succession("z", on("2015")),)),
        agency("b", "Bộ B"),
        agency("c", "Bộ C", successors=(Succession("z", on("2015")),)),
        agency("d", "Bộ D", successors=(Succession("z", on("2199")),)),
        agency("z", "Bộ Z", predecessors=(Succession("b", on("2015")),)),
        article("mot", 2001, agreement=agreement("a", "b", signed_on=on("2001"))),
        article("hai", 2002, agreement=agreement("a", "d", signed_on=on("2002"))),
    )
    assert view_at(made, "co-quan/z/", AgencyView).inherited == (
        LinkView("Bộ A", "co-quan/a/", 2),
        LinkView("Bộ B", "co-quan/b/", 1),
    )
    assert view_at(made, "co-quan/m/", AgencyView).inherited == ()
