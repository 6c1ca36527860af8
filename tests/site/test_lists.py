"""Lists: news, archive, types, fields, sections, topics; whole, in order, and each a page at a time."""

from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Article
from bantin.domain.problems import Language
from bantin.index import Bulletin
from bantin.site.addresses import WORDS
from bantin.site.addresses import article as address_of
from bantin.site.views import ArticleView, IndexView, LinkView, ListView
from tests.index.contents import SITE, agreement, article, articles, bulletin, on, quick, when
from tests.site.plans import view_at, views_of


def lists(made: Bulletin) -> dict[str, ListView]:
    return {view.url: view for view in views_of(made, ListView)}


def whole(by_url: Mapping[str, ListView], url: str) -> list[str]:
    """The addresses in a list, all its pages read from the first to the last by their pagers."""
    view, found = by_url[url], []
    while True:
        found += [card.url for card in view.cards]
        if view.pager.next is None:
            return found
        view = by_url[view.pager.next.url]


def days_of(view: ListView) -> dict[int, LinkView]:
    """The links of a month, by the day."""
    return {day: link for week in view.month.weeks for day, link in week if link} if view.month else {}


def in_order(found: tuple[Article, ...], language: Language = "vi") -> list[str]:
    return [address_of(WORDS[language], one) for one in found]


@quick
@given(articles(), st.integers(1, 5))
def test_every_list_is_read_whole_by_its_pager(made: list[Article], size: int) -> None:
    found = bulletin(*made, site=replace(SITE, page_size=size))
    by_url = lists(found)
    assert whole(by_url, "bai-viet/") == in_order(found.articles)
    assert whole(by_url, "luu-tru/khong-ro-ngay/") == in_order(found.undated)
    for kind, groups in (
        ("loai", found.by_type),
        ("linh-vuc", found.by_field),
        ("chuyen-muc", found.by_section),
        ("chu-de", found.by_tag),
    ):
        for key, group in groups.items():
            assert whole(by_url, f"{kind}/{key}/") == in_order(group)


@quick
@given(articles())
def test_every_period_has_a_list_of_its_articles(made: list[Article]) -> None:
    found = bulletin(*made)
    by_url = lists(found)
    for period, group in found.by_period.items():
        parts = [f"{period.year:04}", *(f"{part:02}" for part in (period.month, period.day) if part)]
        assert whole(by_url, f"luu-tru/{'/'.join(parts)}/") == in_order(group)


@quick
@given(articles(), st.integers(1, 5))
def test_every_page_of_a_list_is_full_but_the_last_and_tells_the_total(made: list[Article], size: int) -> None:
    for view in views_of(bulletin(*made, site=replace(SITE, page_size=size)), ListView):
        pages, rest = divmod(view.total, size)
        assert view.pager.total == max(1, pages + bool(rest))
        is_last = view.pager.number == view.pager.total
        assert len(view.cards) == (view.total - size * (view.pager.total - 1) if is_last else size)


@pytest.mark.parametrize(
    ("count", "urls"),
    [
        (0, ["bai-viet/"]),
        (2, ["bai-viet/"]),
        (3, ["bai-viet/", "bai-viet/trang/2/"]),
        (5, ["bai-viet/", "bai-viet/trang/2/", "bai-viet/trang/3/"]),
    ],
)
def test_a_list_has_as_many_pages_as_it_needs(count: int, urls: list[str]) -> None:
    made = bulletin(*(article(f"b{number}") for number in range(count)))
    assert [url for url in lists(made) if url.startswith("bai-viet/")] == urls


def test_every_page_of_a_list_has_a_title_of_its_own() -> None:
    made = lists(bulletin(*(article(f"b{number}") for number in range(3))))
    assert [made[url].title for url in ("bai-viet/", "bai-viet/trang/2/")] == ["Tin tức", "Tin tức – trang 2"]


DATED = (
    article("a", published=when("2021-05-06"), agreement=agreement(id="a", signed_on=on("2021-05-05"))),
    article("b", published=when("2021-02")),
    article("c", published=when("2019-12-31")),
    article("d", None),
)


def test_the_archive_leads_to_its_years_newest_first_and_to_what_has_no_date() -> None:
    ((_, _, links),) = view_at(bulletin(*DATED), "luu-tru/", IndexView).groups
    assert links == (
        LinkView("Năm 2021", "luu-tru/2021/", 2),
        LinkView("Năm 2019", "luu-tru/2019/", 1),
        LinkView("Không rõ ngày", "luu-tru/khong-ro-ngay/", 1),
    )


@pytest.mark.parametrize(
    ("url", "title", "crumbs", "children"),
    [
        (
            "luu-tru/2021/",
            "Năm 2021",
            ["Trang chủ", "Lưu trữ"],
            [LinkView("Tháng 2 năm 2021", "luu-tru/2021/02/", 1), LinkView("Tháng 5 năm 2021", "luu-tru/2021/05/", 1)],
        ),
        (
            "luu-tru/2021/05/",
            "Tháng 5 năm 2021",
            ["Trang chủ", "Lưu trữ", "Năm 2021"],
            [
                LinkView("Ngày 5 tháng 5 năm 2021", "luu-tru/2021/05/05/", 1),
                LinkView("Ngày 6 tháng 5 năm 2021", "luu-tru/2021/05/06/", 1),
            ],
        ),
        (
            "luu-tru/2021/05/06/",
            "Ngày 6 tháng 5 năm 2021",
            ["Trang chủ", "Lưu trữ", "Năm 2021", "Tháng 5 năm 2021"],
            [],
        ),
        ("luu-tru/khong-ro-ngay/", "Không rõ ngày", ["Trang chủ", "Lưu trữ"], []),
    ],
)
def test_a_period_leads_down_to_its_parts_and_up_again(
    url: str, title: str, crumbs: list[str], children: list[LinkView]
) -> None:
    view = lists(bulletin(*DATED))[url]
    assert view.title == title
    assert [crumb.label for crumb in view.crumbs] == crumbs
    assert [*view.children, *days_of(view).values()] == children


def test_a_month_is_a_leaf_of_a_calendar() -> None:
    month = lists(bulletin(*DATED))["luu-tru/2021/05/"].month
    assert month
    assert month.weekdays[0] == ("T2", "Thứ Hai")
    assert [day for day, _ in month.weeks[0]] == [0, 0, 0, 0, 0, 1, 2]  # the 1st of May 2021 was a Saturday
    assert [day for week in month.weeks for day, _ in week if day] == list(range(1, 32))
    assert [day for week in month.weeks for day, link in week if link] == [5, 6]


@quick
@given(articles())
def test_periods_of_one_kind_form_a_chain_from_the_oldest_to_the_newest(made: list[Article]) -> None:
    found = bulletin(*made)
    views = lists(found)
    for depth in (1, 2, 3):
        alike = sorted(
            url for url in views if url.startswith("luu-tru/2") and "trang" not in url and url.count("/") == depth + 1
        )
        for older, newer in pairwise(alike):
            assert (views[older].newer, views[newer].older) == (
                LinkView(views[newer].title, newer, views[newer].total),
                LinkView(views[older].title, older, views[older].total),
            )
        assert all(views[url].older is None for url in alike[:1])
        assert all(views[url].newer is None for url in alike[-1:])


@pytest.mark.parametrize(
    ("url", "labels"),
    [
        ("loai/", [("Quy chế", 1), ("Kế hoạch", 0)]),
        ("linh-vuc/", [("An ninh", 0), ("Y tế", 1)]),
        ("chuyen-muc/", [("Tin", 1), ("Thông báo", 0)]),
    ],
)
def test_an_index_holds_every_word_of_the_vocabulary_in_its_order_used_or_not(
    url: str, labels: list[tuple[str, int]]
) -> None:
    made = bulletin(article(section="tin", agreement=agreement(fields=("y-te",))))
    ((_, _, links),) = view_at(made, url, IndexView).groups
    assert [(link.label, link.count) for link in links] == labels
    assert all(link.url in lists(made) for link in links)


def test_topics_stand_in_vietnamese_order_each_spelt_as_it_is_first_in_that_order() -> None:
    made = bulletin(article("a", tags=("Đất", "biển")), article("b", tags=("Biển", "An ninh")))
    ((_, _, links),) = view_at(made, "chu-de/", IndexView).groups
    assert links == (
        LinkView("An ninh", "chu-de/an-ninh/", 1),
        LinkView("biển", "chu-de/bien/", 2),
        LinkView("Đất", "chu-de/dat/", 1),
    )


def test_lists_in_english_have_english_words_and_addresses() -> None:
    site = replace(SITE, language="en", page_size=1)
    made = lists(bulletin(*DATED, site=site))
    assert made["archive/2021/05/06/"].title == "6 May 2021"
    assert made["archive/2021/05/"].title == "May 2021"
    assert made["archive/2021/"].title == "2021"
    assert made["archive/2021/page/2/"].title == "2021 – page 2"
    assert made["articles/page/2/"].crumbs == (LinkView("Home", ""),)


def test_topics_that_differ_in_marks_have_lists_of_their_own_and_the_plain_address_leads_to_each() -> None:
    made = bulletin(article("a", tags=("công chứng",)), article("b", tags=("công chúng",)))
    notary, public = "chu-de/cong-chung--coong-chuwsng/", "chu-de/cong-chung--coong-chusng/"
    assert [card.url for card in view_at(made, notary, ListView).cards] == ["bai-viet/2020/a/"]
    assert [card.url for card in view_at(made, public, ListView).cards] == ["bai-viet/2020/b/"]
    links = (LinkView("công chúng", public, 1), LinkView("công chứng", notary, 1))
    assert view_at(made, "chu-de/", IndexView).groups == (("", "", links),)
    shared = view_at(made, "chu-de/cong-chung/", IndexView)
    assert (shared.title, shared.groups) == ("công chúng / công chứng", (("", "", links),))


def test_an_article_links_to_its_own_topic() -> None:
    made = bulletin(article("a", tags=("công chứng",)), article("b", tags=("công chúng",)))
    (tag,) = view_at(made, "bai-viet/2020/a/", ArticleView).tags
    assert tag == LinkView("công chứng", "chu-de/cong-chung--coong-chuwsng/")
