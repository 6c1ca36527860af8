"""The archive: by year and month."""

from itertools import pairwise

import pytest
from hypothesis import given
from msgspec.structs import replace

from bantin.domain.model import Article
from bantin.index import Bulletin
from bantin.site.views import IndexView, LinkView, ListView, MonthView
from tests.index.contents import SITE, agreement, article, articles, bulletin, on, quick, when
from tests.site.plans import lists, view_at, views_of


def periods(made: Bulletin) -> dict[str, ListView | MonthView]:
    """The lists of the archive, by address."""
    return {**lists(made), **{view.url: view for view in views_of(made, MonthView)}}


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
        LinkView("Chưa rõ ngày", "luu-tru/khong-ro-ngay/", 1),
    )


@pytest.mark.parametrize(
    ("url", "title", "crumbs", "children"),
    [
        (
            "luu-tru/2021/",
            "Lưu trữ năm 2021",
            ["Trang chủ", "Lưu trữ"],
            [LinkView("Tháng 2 năm 2021", "luu-tru/2021/02/", 1), LinkView("Tháng 5 năm 2021", "luu-tru/2021/05/", 1)],
        ),
        ("luu-tru/2021/05/", "Tháng 5 năm 2021", ["Trang chủ", "Lưu trữ", "Năm 2021"], []),
        ("luu-tru/khong-ro-ngay/", "Chưa rõ ngày", ["Trang chủ", "Lưu trữ"], []),
    ],
)
def test_a_period_leads_down_to_its_parts_and_up_again(
    url: str, title: str, crumbs: list[str], children: list[LinkView]
) -> None:
    view = periods(bulletin(*DATED))[url]
    assert view.title == title
    assert [crumb.label for crumb in view.crumbs] == crumbs
    assert list(view.children if isinstance(view, ListView) else ()) == children


@quick
@given(articles())
def test_periods_of_one_kind_form_a_chain_from_the_oldest_to_the_newest(made: list[Article]) -> None:
    found = bulletin(*made)
    views = periods(found)

    def label(url: str) -> str:
        # The title of a year says that it is one of the archive; elsewhere that is clear.
        return views[url].title.replace("Lưu trữ năm", "Năm")

    for depth in (1, 2):
        alike = sorted(
            url for url in views if url.startswith("luu-tru/2") and "trang" not in url and url.count("/") == depth + 1
        )
        for older, newer in pairwise(alike):
            assert (views[older].newer, views[newer].older) == (
                LinkView(label(newer), newer, views[newer].total),
                LinkView(label(older), older, views[older].total),
            )
        assert all(views[url].older is None for url in alike[:1])
        assert all(views[url].newer is None for url in alike[-1:])


def test_lists_in_english_have_english_words_and_addresses() -> None:
    site = replace(SITE, language="en", page_size=1)
    made = periods(bulletin(*DATED, site=site))
    assert made["archive/2021/05/"].title == "May 2021"
    assert made["archive/2021/"].title == "Archive of 2021"
    assert made["archive/2021/page/2/"].title == "Archive of 2021 – page 2"
    assert made["articles/page/2/"].crumbs == (LinkView("Home", ""),)
