"""Lists a page at a time: nothing is lost between the pages, and each leads to the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bantin.domain.problems import Language
from bantin.site.addresses import WORDS, listing_page
from bantin.site.page import ListContent, Slice
from bantin.site.pagination import list_pages, page_title, pager, slices, steady_slices
from bantin.site.views import LinkView
from tests.index.contents import SITE


class Words(ListContent[str], frozen=True, kw_only=True):
    """A list of words."""

    crumbs: str


@pytest.mark.parametrize(
    ("items", "pages"),
    [
        ((), [("ds/", "Tin", (), 1)]),
        (("a", "b", "c"), [("ds/", "Tin", ("a", "b"), 1), ("ds/trang/2/", "Tin – trang 2", ("c",), 2)]),
    ],
)
def test_the_pages_of_a_list_share_their_parts_and_know_where_they_are(
    items: tuple[str, ...], pages: list[tuple[str, str, tuple[str, ...], int]]
) -> None:
    content = Words(items=items, crumbs="shared")
    found = list(list_pages(LinkView("Tin", "ds/"), content, 2, template="list.html", site=SITE, source="a.yml"))
    assert [(page.url, page.title, page.content) for page in found] == [
        (url, title, Words(items=part, crumbs="shared", at=Slice("ds/", number, len(pages), len(items))))
        for url, title, part, number in pages
    ]
    assert {(page.template, page.source) for page in found} == {("list.html", "a.yml")}


@given(st.lists(st.integers()), st.integers(1, 7))
def test_the_pages_of_a_list_hold_everything_once_in_order(items: list[int], size: int) -> None:
    pages = slices(items, size)
    assert [item for part in pages for item in part] == items
    assert all(len(part) == size for part in pages[:-1])
    assert len(pages[-1]) <= size
    assert all(pages) or not items


@given(st.lists(st.text()), st.integers(1, 9))
def test_the_pages_of_a_steady_list_hold_everything_once_in_order(items: list[str], size: int) -> None:
    pages = steady_slices(items, size, str)
    assert [item for part in pages for item in part] == items
    assert all(size / 2 <= len(part) <= size for part in pages[:-1])
    assert len(pages[-1]) <= size
    assert all(pages) or (not items and pages == [[]])


def test_one_item_that_goes_changes_few_pages_of_a_steady_list() -> None:
    items = [f"van-ban-{number}" for number in range(5000)]
    pages = {tuple(part) for part in steady_slices(items, 200, str)}
    changed = []
    for gone in range(0, 5000, 50):
        left = [*items[:gone], *items[gone + 1 :]]
        changed.append(len({tuple(part) for part in steady_slices(left, 200, str)} - pages))
    assert sum(one <= 2 for one in changed) >= 90
    assert sum(changed) / len(changed) < 2


def test_an_empty_list_has_one_empty_page() -> None:
    assert slices([], 20) == [[]]


PAGES = st.integers(1, 60).flatmap(lambda total: st.tuples(st.integers(1, total), st.just(total)))


@given(PAGES, st.sampled_from(["vi", "en"]))
def test_a_pager_leads_to_both_ends_and_to_the_pages_nearby(page: tuple[int, int], language: Language) -> None:
    number, total = page
    made = pager(Slice("ds/", number, total, 0), language)
    shown = [int(link.label) for link in made.pages]
    assert shown == sorted(set(shown))
    assert {1, number, total} <= set(shown) <= set(range(1, total + 1))
    assert set(shown) >= {near for near in range(number - 2, number + 3) if 1 <= near <= total}
    assert len(shown) <= 7
    assert [link.url for link in made.pages] == [listing_page(WORDS[language], "ds/", one) for one in shown]


@given(PAGES)
def test_a_pager_goes_one_page_back_and_forth_within_the_list(page: tuple[int, int]) -> None:
    number, total = page
    made = pager(Slice("ds/", number, total, 0), "vi")
    assert (made.previous is None) == (number == 1)
    assert (made.next is None) == (number == total)
    assert not made.previous or made.previous.url == listing_page(WORDS["vi"], "ds/", number - 1)
    assert not made.next or made.next.url == listing_page(WORDS["vi"], "ds/", number + 1)


@pytest.mark.parametrize(
    ("number", "language", "title"),
    [(1, "vi", "Tin tức"), (2, "vi", "Tin tức – trang 2"), (3, "en", "Tin tức – page 3")],
)
def test_every_page_of_a_list_has_a_title_of_its_own(number: int, language: Language, title: str) -> None:
    assert page_title("Tin tức", number, replace(SITE, language=language)) == title
