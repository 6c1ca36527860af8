"""Lists: news, archive, types, fields, sections, topics; whole, in order, and each a page at a time."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.model import Article, RecordHome
from bantin.domain.problems import Language
from bantin.site.addresses import WORDS, home
from bantin.site.views import ListView
from tests.index.contents import SITE, article, articles, bulletin, quick
from tests.site.plans import lists, views_of


def whole(by_url: Mapping[str, ListView], url: str) -> list[str]:
    """The addresses in a list, all its pages read from the first to the last by their pagers."""
    view, found = by_url[url], []
    while True:
        found += [card.url for card in view.cards]
        if view.pager.next is None:
            return found
        view = by_url[view.pager.next.url]


def in_order(found: Sequence[RecordHome], language: Language = "vi") -> list[str]:
    return [home(WORDS[language], one) for one in found]


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
            if kind == "chu-de" and len(group) == 1:
                assert f"{kind}/{key}/" not in by_url
            else:
                assert whole(by_url, f"{kind}/{key}/") == in_order(group)


@quick
@given(articles())
def test_every_year_has_a_list_of_its_articles(made: list[Article]) -> None:
    found = bulletin(*made)
    by_url = lists(found)
    for period, group in found.by_period.items():
        if not period.month:
            assert whole(by_url, f"luu-tru/{period.year:04}/") == in_order(group)


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
