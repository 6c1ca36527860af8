"""The newest articles as JSON Feed 1.1, with the same contents as the other feeds."""

from collections.abc import Mapping

from bantin.site.views import EntryView, Json, JsonFeedView, JsonView

_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: JsonFeedView) -> JsonView:
    """``feed`` as a JSON document."""
    about: dict[str, Json] = {"description": feed.description} if feed.description else {}
    hubs: dict[str, Json] = {"hubs": tuple({"type": "WebSub", "url": hub} for hub in feed.hubs)} if feed.hubs else {}
    value: dict[str, Json] = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.base + feed.url,
        **about,
        "language": feed.language,
        "authors": ({"name": feed.publisher, "url": feed.base},),
        **hubs,
        "items": tuple(_item(entry) for entry in feed.entries),
    }
    return JsonView(url=feed.url, title=feed.title, value=value)


def _item(entry: EntryView) -> Mapping[str, Json]:
    # The format requires absent values to be left out.
    optional: dict[str, Json] = {
        "summary": entry.summary,
        "authors": tuple({"name": author} for author in entry.authors),
        "tags": entry.categories,
        "language": entry.lang,
    }
    return {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "content_html": str(entry.html),
        "date_published": entry.published,
        "date_modified": entry.updated,
        **{name: value for name, value in optional.items() if value},
    }
