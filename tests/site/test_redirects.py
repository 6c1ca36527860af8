"""Old addresses lead to the new ones."""

import pytest
from msgspec.structs import replace

from bantin.domain.model import Feature
from bantin.domain.text.query_addresses import QueryAddress
from bantin.index import Bulletin
from bantin.site.redirects import moved, moved_queries, query_collisions
from bantin.site.views import JsonView, RedirectView
from tests.index.contents import SITE, article, bulletin, page, record, when
from tests.site.plans import pages_of, view_at, views_of


def old_addresses(made: Bulletin) -> list[RedirectView]:
    """The redirects that the content declares: a page of the program that moved is none of them."""
    return [view for view in views_of(made, RedirectView) if view.target != "co-quan/"]


@pytest.mark.parametrize(
    ("alias", "address"),
    [
        ("cu", "cu/"),
        ("cu/", "cu/"),
        ("cu/bai", "cu/bai/"),
        ("cu.html", "cu.html"),
        ("cu/bai.html", "cu/bai.html"),
        ("v1.0/bai", "v1.0/bai/"),
        ("2012.html/", "2012.html/"),
    ],
)
def test_a_page_stands_at_each_old_address_and_leads_to_the_new_one(alias: str, address: str) -> None:
    made = bulletin(article(aliases=(alias,)))
    expected = RedirectView(url=address, title="Trang đã chuyển", target="bai-viet/2020/bai/")
    assert old_addresses(made) == [expected]


def test_old_addresses_are_in_no_sitemap() -> None:
    pages = pages_of(bulletin(article(aliases=("cu",)), page(aliases=("cu-2",))))
    assert [pages[address].listed for address in ("cu/", "cu-2/")] == [False, False]


def test_all_addresses_of_an_expired_article_lead_to_the_list_of_articles_in_each_language() -> None:
    both = replace(SITE, others=(replace(SITE, language="en", title="Bulletin"),))
    made = bulletin(article(aliases=("cu",), expires=when("2025")), site=both)
    assert list(moved(made)) == [
        ("bai-viet/2020/bai/", "bai-viet/", "content/articles/2020/bai.md"),
        ("cu/", "bai-viet/", "content/articles/2020/bai.md"),
    ]
    assert old_addresses(bulletin(article(expires=when("2025"), draft=True))) == []


def test_what_is_not_shown_has_no_old_addresses_either() -> None:
    assert old_addresses(bulletin(article(draft=True, aliases=("cu",)))) == []


def test_the_data_of_a_record_stay_at_their_old_address() -> None:
    made = bulletin(record("mot", aliases=("bai-viet/2015/le-ky/index.json", "cu")))
    old, new = (
        view_at(made, url, JsonView) for url in ("bai-viet/2015/le-ky/index.json", "van-ban/2015/mot/index.json")
    )
    assert old.value == new.value
    assert list(moved(made)) == [
        ("cu/", "van-ban/2015/mot/", "content/agreements/mot.md"),
        ("bai-viet/2015/le-ky/index.json", "van-ban/2015/mot/index.json", "content/agreements/mot.md"),
    ]


def test_a_site_without_data_has_none_at_old_addresses() -> None:
    site = replace(SITE, off=frozenset({Feature.DATA}))
    made = bulletin(record("mot", aliases=("cu.json",)), site=site)
    assert list(moved(made)) == []
    assert not any(address.startswith("cu.json") for address in pages_of(made))


def test_an_article_has_a_page_at_whatever_address() -> None:
    made = bulletin(article(aliases=("cu.json",)))
    assert [url for url, _, _ in moved(made)] == ["cu.json/"]


def test_an_old_address_with_a_query_is_told_to_servers_and_is_no_page() -> None:
    aliases = ("tin.aspx?id=5", "tin.aspx?x=a.json", "cu")
    made = bulletin(article(aliases=aliases[:1]), record("mot", aliases=aliases[1:]), page(aliases=("?p=1",)))
    assert [url for url, _, _ in moved(made)] == ["cu/"]
    assert list(moved_queries(made)) == [
        (QueryAddress("tin.aspx", (("id", "5"),)), "bai-viet/2020/bai/"),
        (QueryAddress("tin.aspx", (("x", "a.json"),)), "van-ban/2015/mot/"),
        (QueryAddress("", (("p", "1"),)), "gioi-thieu/"),
    ]
    assert not any("?" in address for address in pages_of(made))


def test_two_items_with_one_old_query_are_a_problem() -> None:
    made = bulletin(article("b", aliases=("tin.aspx?id=5&p=2",)), article("a", aliases=("TIN.aspx?P=2&ID=5",)))
    (problem,) = query_collisions(made)
    assert (problem.code, problem.location.path) == ("address-collision", "content/articles/2020/b.md")
    assert "/tin.aspx?id=5&p=2" in problem.message("vi")
    assert "content/articles/2020/a.md" in problem.message("vi")


@pytest.mark.parametrize("other", ["tin.aspx?id=6", "tin.aspx", "tin.aspx?id=5&p=2"])
def test_another_query_is_another_old_address(other: str) -> None:
    made = bulletin(article("a", aliases=("tin.aspx?id=5", "tin.aspx?ID=5")), article("b", aliases=(other,)))
    assert list(query_collisions(made)) == []
