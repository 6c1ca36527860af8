"""What machines read: feeds of dated articles, a sitemap of every page, robots.txt."""

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from generator.model import Article, Credit, Link, Outline, Place
from generator.pages import Page
from generator.pages.feeds import sitemap_pages
from generator.pages.views import FeedView, RobotsView, SitemapView
from generator.pages.views.pages import View
from tests.bulletin.contents import SITE, article, articles, bulletin, page, quick, when
from tests.pages.plans import pages_of, planned, view_at

RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")


def feed(*made: Article, url: str = "atom.xml", **changes: Any) -> FeedView:
    return view_at(bulletin(*made, site=replace(SITE, **changes)), url, FeedView)


@pytest.mark.parametrize(
    ("published", "machine", "mail"),
    [
        ("2021-11-24T22:26+07:00", "2021-11-24T22:26:00+07:00", "Wed, 24 Nov 2021 22:26:00 +0700"),
        ("2021-11-24T15:26Z", "2021-11-24T22:26:00+07:00", "Wed, 24 Nov 2021 22:26:00 +0700"),
        ("2021-11-24", "2021-11-24T00:00:00+07:00", "Wed, 24 Nov 2021 00:00:00 +0700"),
    ],
)
def test_an_entry_says_when_it_was_published(published: str, machine: str, mail: str) -> None:
    (entry,) = feed(article(published=when(published))).entries
    assert (entry.published, entry.updated, entry.published_rfc822) == (machine, machine, mail)


def test_a_day_before_time_zones_is_told_in_utc() -> None:
    (entry,) = feed(article(published=when("1905-01-01"))).entries
    assert entry.published == "1904-12-31T16:53:30+00:00"


@pytest.mark.parametrize("published", ["2021-11", "2021", "XXXX-11-24", "2021-XX-24", None])
def test_an_article_of_no_known_day_is_in_no_feed(published: str | None) -> None:
    assert feed(article(published=when(published) if published else None)).entries == ()


def test_an_entry_tells_all_that_readers_of_feeds_show() -> None:
    one = article(
        title="Hai bộ ký",
        lead="Sa-pô.",
        published=when("2021-11-24"),
        updated=when("2021-11-25T08:00+07:00").instant,
        authors=("A", "B"),
        section="tin",
        tags=("Biển",),
    )
    (entry,) = feed(one).entries
    assert (entry.url, entry.title) == ("https://bantin.example/bai-viet/2020/bai/", "Hai bộ ký")
    assert (entry.summary, entry.updated) == ("Sa-pô.", "2021-11-25T08:00:00+07:00")
    assert (entry.authors, entry.categories) == (("A", "B"), ("Tin", "Biển"))


@pytest.mark.parametrize(
    ("changes", "authors"),
    [({}, ()), ({"source": Credit("Báo")}, ("Báo",)), ({"authors": ("A",), "source": Credit("Báo")}, ("A",))],
)
def test_an_article_without_a_byline_is_by_its_source(changes: dict[str, Any], authors: tuple[str, ...]) -> None:
    (entry,) = feed(article(published=when("2021-11-24"), **changes)).entries
    assert entry.authors == authors


def test_the_addresses_in_the_text_of_an_entry_are_absolute() -> None:
    one = article(published=when("2021-11-24"), outline=Outline((Link("/co-quan/", Place(1, 1)),)))
    view = view_at(bulletin(one), "atom.xml", FeedView, texts={one.digest: ('<a href="', '">x</a>')})
    (entry,) = view.entries
    assert entry.html == '<a href="https://bantin.example/co-quan/">x</a>'


def test_a_feed_holds_the_newest_articles_up_to_its_size() -> None:
    made = [article(f"b{day}", published=when(f"2021-01-{day:02}")) for day in range(1, 6)]
    assert [entry.title for entry in feed(*made, feed_size=3).entries] == ["Bài b5", "Bài b4", "Bài b3"]


def test_a_feed_changed_when_its_newest_or_latest_corrected_article_did() -> None:
    old = article("cu", published=when("2020-01-01"), updated=when("2021-06-01T00:00+07:00").instant)
    new = article("moi", published=when("2021-01-01"))
    assert feed(old, new).updated == "2021-06-01T00:00:00+07:00"
    assert feed(new).updated == "2021-01-01T00:00:00+07:00"


def test_an_empty_feed_says_when_it_changed_all_the_same() -> None:
    empty = feed()
    assert empty.entries == ()
    assert empty.updated == "2026-01-01T00:00:00+07:00"
    assert empty.updated_rfc822 == "Thu, 01 Jan 2026 00:00:00 +0700"


@quick
@given(articles())
def test_both_feeds_hold_the_same_and_every_date_can_be_read(made: list[Article]) -> None:
    found = bulletin(*made)
    atom, rss = (view_at(found, url, FeedView) for url in ("atom.xml", "rss.xml"))
    assert (atom.entries, atom.updated) == (rss.entries, rss.updated)
    for entry in atom.entries:
        assert RFC3339.fullmatch(entry.published)
        assert RFC3339.fullmatch(entry.updated)
        assert parsedate_to_datetime(entry.published_rfc822) == datetime.fromisoformat(entry.published)


@quick
@given(articles())
def test_the_sitemap_holds_every_page_that_is_to_be_found_and_nothing_else(made: list[Article]) -> None:
    plan = planned(bulletin(*made, article("cu-moi", aliases=("cu",)), page()))
    entries = next(one.view for one in plan.pages if one.view.url == "sitemap.xml")
    assert isinstance(entries, SitemapView)
    listed = {"https://bantin.example/" + one.view.url for one in plan.pages if one.listed}
    assert [address for address, _ in entries.entries] == sorted(listed)
    unlisted = {one.view.url for one in plan.pages if not one.listed}
    assert unlisted == {"404.html", "atom.xml", "rss.xml", "sitemap.xml", "robots.txt", "cu/"}


def test_the_sitemap_says_when_a_page_last_changed_where_that_is_known() -> None:
    made = bulletin(article("a", published=when("2021-11-24")), article("b"))
    entries = dict(view_at(made, "sitemap.xml", SitemapView).entries)
    assert entries["https://bantin.example/bai-viet/2020/a/"] == "2021-11-24"
    assert entries["https://bantin.example/bai-viet/2020/b/"] == ""


def listed(count: int) -> list[Page]:
    return [Page(f"{number:05}/", "", "list.html", View) for number in range(count)]


def sitemaps(pages: Iterable[Page]) -> dict[str, SitemapView]:
    directory = bulletin().directory
    views = [one.view(directory, {}) for one in sitemap_pages(pages, bulletin())]
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
    assert [address for address, _ in index.entries] == [f"https://bantin.example/{url}" for url in made]
    found = [address for view in made.values() for address, _ in view.entries]
    assert found == [f"https://bantin.example/{page.url}" for page in pages]


def test_robots_are_told_where_the_sitemap_is() -> None:
    view = view_at(bulletin(), "robots.txt", RobotsView)
    assert view.sitemap == "https://bantin.example/sitemap.xml"
    assert pages_of(bulletin())["robots.txt"].template == "robots.txt"
