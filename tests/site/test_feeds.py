"""Feeds of dated articles."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from hypothesis import given
from markupsafe import Markup
from msgspec.structs import replace

from bantin.domain.model import Article, Credit, Link, Outline, Position
from bantin.site.views import (
    AlternateView,
    FeedView,
)
from tests.index.contents import SITE, agreement, article, articles, bulletin, quick, when
from tests.site.plans import pages_of, view_at

ATOM = "application/atom+xml"


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


def test_a_day_before_time_zones_is_shown_in_utc() -> None:
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
    one = article(published=when("2021-11-24"), outline=Outline((Link("/co-quan/", Position(1, 1)),)))
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
    assert empty.updated == "1970-01-01T00:00:00+00:00"
    assert empty.updated_rfc822 == "Thu, 01 Jan 1970 00:00:00 +0000"


def signed(name: str, published: str | None, *agencies: str, fields: tuple[str, ...] = ("an-ninh",)) -> Article:
    made = agreement(*agencies, id=name, fields=fields)
    return article(name, published=when(published) if published else None, agreement=made)


def feeds(*made: Article) -> dict[str, FeedView]:
    """The feeds of a bulletin by address."""
    return {url: seen.view for url, seen in pages_of(bulletin(*made)).items() if isinstance(seen.view, FeedView)}


def test_an_agency_and_a_field_have_feeds_of_their_own() -> None:
    found = feeds(
        signed("mot", "2021-01-01", "a", "b"),
        signed("hai", "2021-01-02", "a", "c", fields=("y-te",)),
        signed("ba", "2021-01-03", "b", "c", fields=("y-te", "an-ninh")),
    )
    assert {url: [entry.title for entry in view.entries] for url, view in found.items()} == {
        "atom.xml": ["Bài ba", "Bài hai", "Bài mot"],
        "feed.json": ["Bài ba", "Bài hai", "Bài mot"],
        "rss.xml": ["Bài ba", "Bài hai", "Bài mot"],
        "co-quan/a/atom.xml": ["Bài hai", "Bài mot"],
        "co-quan/b/atom.xml": ["Bài ba", "Bài mot"],
        "co-quan/c/atom.xml": ["Bài ba", "Bài hai"],
        "linh-vuc/an-ninh/atom.xml": ["Bài ba", "Bài mot"],
        "linh-vuc/y-te/atom.xml": ["Bài ba", "Bài hai"],
    }


def test_a_feed_knows_whose_it_is() -> None:
    found = {url: (view.title, view.home) for url, view in feeds(signed("mot", "2021-01-01", "a", "b")).items()}
    assert found["atom.xml"] == found["rss.xml"] == ("Bản tin", "https://bantin.example/")
    assert found["co-quan/a/atom.xml"] == ("Cơ quan A – Bản tin", "https://bantin.example/co-quan/a/")
    assert found["linh-vuc/an-ninh/atom.xml"] == ("An ninh – Bản tin", "https://bantin.example/linh-vuc/an-ninh/")


def test_only_the_feeds_of_all_have_the_texts() -> None:
    found = feeds(signed("mot", "2021-01-01", "a", "b"))
    texts = {url: entry.html for url, view in found.items() for entry in view.entries}
    assert {url for url, html in texts.items() if html} == {"atom.xml", "rss.xml", "feed.json"}


def test_an_agency_or_field_without_a_dated_article_has_no_feed() -> None:
    found = feeds(signed("mot", None, "a", "b"), signed("hai", "2021-01", "b", "c"))
    assert set(found) == {"atom.xml", "rss.xml", "feed.json"}


def _is_of_news(one: AlternateView) -> bool:
    """Whether an alternate is a feed of articles, and not of changes of the register."""
    return one.type == ATOM and one.label.startswith("Tin về")


def test_the_pages_of_an_agency_and_a_field_name_their_feed_and_no_other_list_does() -> None:
    pages = pages_of(bulletin(*(signed(f"b{day}", f"2021-01-0{day}", "a", "b") for day in range(1, 5))))
    named = {url: [one for one in seen.view.alternates if _is_of_news(one)] for url, seen in pages.items()}
    agency = AlternateView("Tin về Cơ quan A (Atom)", "co-quan/a/atom.xml", ATOM)
    field = AlternateView("Tin về An ninh (Atom)", "linh-vuc/an-ninh/atom.xml", ATOM)
    assert named["co-quan/a/"] == named["co-quan/a/trang/2/"] == [agency]
    assert named["linh-vuc/an-ninh/"] == named["linh-vuc/an-ninh/trang/2/"] == [field]
    assert named["co-quan/c/"] == named["linh-vuc/y-te/"] == named["loai/quy-che/"] == named["bai-viet/"] == []


@quick
@given(articles())
def test_a_feed_is_there_exactly_where_a_page_names_it_and_holds_articles_of_the_bulletin(made: list[Article]) -> None:
    pages = pages_of(bulletin(*made, site=replace(SITE, feed_size=len(made) + 1)))
    named = {one.url for seen in pages.values() for one in seen.view.alternates if _is_of_news(one)}
    views = {url: seen.view for url, seen in pages.items() if isinstance(seen.view, FeedView)}
    assert set(views) == named | {"atom.xml", "rss.xml", "feed.json"}
    everything = {replace(entry, html=Markup()) for entry in views["atom.xml"].entries}
    for url in named:
        entries = views[url].entries
        assert set(entries) <= everything
        assert views[url].updated in {entry.updated for entry in entries}


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
