"""The JSON Feed: it keeps to its format and says what the other feeds say."""

import json
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from bantin.domain.model import Article, Credit
from bantin.render.writers import write_json
from bantin.site.json_feed import json_feed
from bantin.site.views import EntryView, FeedView, Json, JsonFeedView
from tests.conftest import REPOSITORY
from tests.index.contents import SITE, article, articles, bulletin, quick, when
from tests.site.plans import view_at

SCHEMA = json.loads((REPOSITORY / "tests/schemas/jsonfeed.json").read_text())
VALIDATOR = Draft202012Validator(SCHEMA)


def feed(*made: Article) -> Any:
    return json.loads(write_json(json_feed(view_at(bulletin(*made), "feed.json", JsonFeedView))))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_an_item_tells_all_that_readers_of_feeds_show() -> None:
    one = article(
        title="Hai bộ ký",
        lead="Sa-pô.",
        published=when("2021-11-24"),
        updated=when("2021-11-25T08:00+07:00").instant,
        authors=("A", "B"),
        section="tin",
        tags=("Biển",),
    )
    (item,) = feed(one)["items"]
    assert item == {
        "id": "https://bantin.example/bai-viet/2020/bai/",
        "url": "https://bantin.example/bai-viet/2020/bai/",
        "title": "Hai bộ ký",
        "content_html": "<p>Nội dung.</p>",
        "date_published": "2021-11-24T00:00:00+07:00",
        "date_modified": "2021-11-25T08:00:00+07:00",
        "summary": "Sa-pô.",
        "authors": [{"name": "A"}, {"name": "B"}],
        "tags": ["Tin", "Biển"],
    }


def test_the_feed_says_whose_it_is() -> None:
    head: dict[str, Json] = {name: value for name, value in feed().items() if name != "items"}
    assert head == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": SITE.title,
        "home_page_url": "https://bantin.example/",
        "feed_url": "https://bantin.example/feed.json",
        "language": "vi",
        "authors": [{"name": SITE.title, "url": "https://bantin.example/"}],
    }


def test_the_feed_names_its_hubs() -> None:
    site = replace(SITE, hubs=("https://hub.example/",))
    told = json.loads(write_json(json_feed(view_at(bulletin(site=site), "feed.json", JsonFeedView))))
    assert told["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    VALIDATOR.validate(told)


def test_an_item_in_another_language_says_so() -> None:
    told = feed(article(published=when("2021-11-24"), lang="fr"))
    assert told["items"][0]["language"] == "fr"
    VALIDATOR.validate(told)


@pytest.mark.parametrize("published", ["2021-11", "2021", "XXXX-11-24", None])
def test_an_article_of_no_known_day_is_left_out(published: str | None) -> None:
    assert feed(article(published=when(published) if published else None))["items"] == []


def test_an_article_without_a_byline_is_by_its_source() -> None:
    (item,) = feed(article(published=when("2021-11-24"), source=Credit("Báo")))["items"]
    assert item["authors"] == [{"name": "Báo"}]


@quick
@given(articles())
def test_it_keeps_to_its_format_and_says_what_atom_says(made: list[Article]) -> None:
    found = bulletin(*made)
    said = json.loads(write_json(json_feed(view_at(found, "feed.json", JsonFeedView))))
    VALIDATOR.validate(said)
    atom = view_at(found, "atom.xml", FeedView)
    assert [_told(entry) for entry in atom.entries] == [
        (item["id"], item["title"], item["content_html"], item["date_published"], item["date_modified"])
        for item in said["items"]
    ]


def _told(entry: EntryView) -> tuple[str, ...]:
    return (entry.url, entry.title, str(entry.html), entry.published, entry.updated)


@pytest.mark.parametrize(
    "fault",
    [{"items": None}, {"version": "1.1"}, {"title": ""}, {"feed_url": "/feed.json"}, {"authors": []}, {"author": {}}],
)
def test_the_schema_sees_a_fault(fault: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(feed())
    assert not VALIDATOR.is_valid({**feed(), **fault})
