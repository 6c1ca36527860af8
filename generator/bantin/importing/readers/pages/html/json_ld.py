"""JSON-LD in a page: what it states of the article (schema.org NewsArticle, Article, BlogPosting)."""

import json
from collections.abc import Iterator

from lxml.html import HtmlElement

from bantin.importing.material import Place, PlaceKind, Stated, StatedKey

_LONGEST = 200_000
_TYPES = frozenset({"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle"})
_KEYS = {
    "headline": StatedKey.TITLE,
    "datePublished": StatedKey.PUBLISHED,
    "dateModified": StatedKey.UPDATED,
    "articleSection": StatedKey.SECTION,
}


def stated_in_json(root: HtmlElement) -> Iterator[Stated]:
    """The values of the articles in the JSON-LD of a page. What is damaged is passed over."""
    for script in root.iter("script"):
        text = script.text or ""
        if (script.get("type") or "").lower() == "application/ld+json" and len(text) <= _LONGEST:
            for article in _articles(text):
                yield from _values(article)


def _articles(text: str) -> Iterator[dict[str, object]]:
    try:
        found: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    graph = found.get("@graph", found) if isinstance(found, dict) else found
    for one in graph if isinstance(graph, list) else [graph]:
        if isinstance(one, dict) and _TYPES & set(_texts(one.get("@type"))):
            yield one


def _values(article: dict[str, object]) -> Iterator[Stated]:
    for name, key in _KEYS.items():
        for text in _texts(article.get(name)):
            yield _stated(key, text, name)
    authors = article.get("author")
    for author in authors if isinstance(authors, list) else [authors]:
        if isinstance(author, dict):
            for text in _texts(author.get("name")):
                yield _stated(StatedKey.AUTHOR, text, "author")


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [" ".join(one.split()) for one in values if isinstance(one, str) and one.strip()]


def _stated(key: StatedKey, text: str, name: str) -> Stated:
    return Stated(key, text, Place(PlaceKind.ELEMENT, name=f"JSON-LD {name}"))
