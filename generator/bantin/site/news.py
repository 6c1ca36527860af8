"""PLAN: all articles, the newest first."""

from collections.abc import Iterator

from bantin.index import Bulletin
from bantin.site.cards import home_crumb, top_link
from bantin.site.lists import ListPage, list_of
from bantin.site.page import Page


def news_pages(bulletin: Bulletin) -> Iterator[Page]:
    """All articles, newest first."""
    site = bulletin.directory.site
    link = top_link("articles", site)
    yield from list_of(link, ListPage(items=bulletin.articles, crumbs=(home_crumb(site),)), bulletin)
