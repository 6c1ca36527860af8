"""The agreements between two agencies, and the partners of an agency."""

from string import ascii_lowercase

from bantin.site.register.pairs import partner_links
from bantin.site.views import IndexView, LinkView, RegisterView
from tests.index.contents import agency, bulletin
from tests.site.plans import pages_of, view_at
from tests.site.register.records import record

THREE = bulletin(record("ba", "c", "a", "b", signed="2012"), record("hai", "b", "a", signed="2015"), record("le", "d"))


def test_each_pair_that_has_signed_more_than_once_has_a_page() -> None:
    pages = [url for url, seen in pages_of(THREE).items() if "/voi/" in url and seen.template == "register.html"]
    assert sorted(pages) == ["co-quan/a/voi/b/"]


def test_the_page_of_a_pair_has_what_they_signed_with_each_other() -> None:
    view = view_at(THREE, "co-quan/a/voi/b/", RegisterView)
    assert view.title == "Văn bản ký giữa Cơ quan A và Cơ quan B"
    assert [row.url for row in view.rows] == ["bai-viet/2020/hai/", "bai-viet/2020/ba/"]
    assert view.others == (LinkView("Cơ quan A", "co-quan/a/"), LinkView("Cơ quan B", "co-quan/b/"))
    assert view.crumbs[-1] == LinkView("Cơ quan A", "co-quan/a/")
    assert view.facets == ()


def test_an_agency_is_linked_with_each_of_its_partners_those_with_most_agreements_first() -> None:
    assert partner_links("b", THREE) == (
        LinkView("Cơ quan A", "co-quan/a/voi/b/", 2),
        LinkView("Cơ quan C", "bai-viet/2020/ba/", 1, item="Bài ba"),
    )
    assert partner_links("d", THREE) == ()


def test_an_agency_never_signs_with_itself() -> None:
    made = bulletin(record("bai", "a", "a", "b"))
    assert partner_links("a", made) == (LinkView("Cơ quan B", "bai-viet/2020/bai/", 1, item="Bài bai"),)


IDS = ascii_lowercase[:15]
MANY = bulletin(
    *(agency(one) for one in IDS),
    *(record(f"{one}-{number}", "a", one) for one in IDS[1:] for number in range(2 if one > "c" else 1)),
)


def test_of_many_partners_those_with_most_agreements_are_shown_and_a_way_to_all() -> None:
    links = partner_links("a", MANY)
    assert [link.label for link in links] == [f"Cơ quan {one.upper()}" for one in IDS[3:]] + ["Tất cả 14 cơ quan"]
    assert links[-1] == LinkView("Tất cả 14 cơ quan", "co-quan/a/voi/")


def test_whoever_has_many_partners_has_an_index_of_all() -> None:
    view = view_at(MANY, "co-quan/a/voi/", IndexView)
    ((_, _, links),) = view.groups
    assert view.title == "Các cơ quan đã ký với Cơ quan A"
    assert len(links) == 14
    assert links[0] == LinkView("Cơ quan D", "co-quan/a/voi/d/", 2)
    assert links[-1] == LinkView("Cơ quan C", "bai-viet/2020/c-0/", 1, item="Bài c-0")
    assert "co-quan/b/voi/" not in pages_of(MANY)


def test_partners_that_can_all_be_shown_need_no_index() -> None:
    made = bulletin(*(agency(one) for one in IDS), *(record(one, "a", one) for one in IDS[1:13]))
    assert [link.label for link in partner_links("a", made)] == [f"Cơ quan {one.upper()}" for one in IDS[1:13]]
    assert "co-quan/a/voi/" not in pages_of(made)
