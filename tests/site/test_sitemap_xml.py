"""Files for search engines: the sitemap and robots.txt."""

from collections.abc import Iterable

import pytest
from hypothesis import given

from bantin.domain.model import Article
from bantin.site import Page
from bantin.site.page import PageContent
from bantin.site.sitemap_xml import sitemap_pages
from bantin.site.views import (
    CalendarView,
    ChangesFeedView,
    FeedView,
    JsonView,
    ManifestView,
    NotFoundView,
    OfflineView,
    OpenSearchView,
    RedirectView,
    RobotsView,
    RowsView,
    SitemapView,
    TableDocumentView,
    TableView,
    WorkbookView,
    WorkerView,
)
from tests.index.contents import article, articles, bulletin, page, quick, when
from tests.site.plans import pages_of, planned, view_at

NOT_TO_BE_FOUND = (
    CalendarView, ChangesFeedView, FeedView, JsonView, ManifestView, NotFoundView, OfflineView, OpenSearchView,
    RedirectView, RobotsView, RowsView, SitemapView, TableDocumentView, TableView, WorkbookView, WorkerView,
)  # fmt: skip


@quick
@given(articles())
def test_the_sitemap_holds_every_page_that_is_to_be_found_and_nothing_else(made: list[Article]) -> None:
    plan = planned(bulletin(*made, article("cu-moi", aliases=("cu",)), page()))
    entries = next(one.view for one in plan.pages if one.view.url == "sitemap.xml")
    assert isinstance(entries, SitemapView)
    listed = {"https://bantin.example/" + one.view.url for one in plan.pages if one.listed}
    assert [address for address, *_ in entries.entries] == sorted(listed)
    assert all(isinstance(one.view, NOT_TO_BE_FOUND) is not one.listed for one in plan.pages)


def test_the_sitemap_says_when_a_page_last_changed_where_that_is_known() -> None:
    made = bulletin(article("a", published=when("2021-11-24")), article("b"))
    entries = {address: changed for address, changed, _ in view_at(made, "sitemap.xml", SitemapView).entries}
    assert entries["https://bantin.example/bai-viet/2020/a/"] == "2021-11-24"
    assert entries["https://bantin.example/bai-viet/2020/b/"] == ""


def listed(count: int) -> list[Page]:
    return [Page(f"{number:05}/", "", "list.html", PageContent()) for number in range(count)]


def sitemaps(pages: Iterable[Page]) -> dict[str, SitemapView]:
    directory = bulletin().directory
    views = [one.blank(directory) for one in sitemap_pages(pages, bulletin())]
    return {view.url: view for view in views if isinstance(view, SitemapView)}


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (0, {"sitemap.xml": 0}),
        (50_000, {"sitemap.xml": 50_000}),
        (50_001, {"sitemap-1.xml": 50_000, "sitemap-2.xml": 1, "sitemap.xml": 2}),
    ],
)
def test_a_sitemap_too_long_for_the_protocol_is_split(count: int, sizes: dict[str, int]) -> None:
    maps = sitemaps(listed(count))
    assert {url: len(view.entries) for url, view in maps.items()} == sizes
    assert maps["sitemap.xml"].is_index == (len(sizes) > 1)


def test_an_index_of_sitemaps_leads_to_its_parts_and_they_lose_no_page() -> None:
    pages = listed(50_003)
    made = sitemaps(pages)
    index = made.pop("sitemap.xml")
    assert [address for address, *_ in index.entries] == [f"https://bantin.example/{url}" for url in made]
    found = [address for view in made.values() for address, *_ in view.entries]
    assert found == [f"https://bantin.example/{page.url}" for page in pages]


def test_robots_are_told_where_the_sitemap_is() -> None:
    view = view_at(bulletin(), "robots.txt", RobotsView)
    assert view.sitemap == "https://bantin.example/sitemap.xml"
    assert pages_of(bulletin())["robots.txt"].template == "robots.txt"
