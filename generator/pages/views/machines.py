"""The views of what machines read: feeds, sitemap, robots.txt."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.views.pages import View


@dataclass(frozen=True)
class EntryView:
    """An article in a feed; ``url`` is absolute, and so are the addresses in ``html``."""

    url: str
    title: str
    summary: str
    html: Markup
    published: str
    updated: str
    published_rfc822: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FeedView(View):
    """``atom.xml`` and ``rss.xml``."""

    entries: tuple[EntryView, ...]
    updated: str
    updated_rfc822: str


@dataclass(frozen=True, kw_only=True)
class SitemapView(View):
    """``sitemap.xml``: absolute addresses with the day of their last change, where known, as W3C date-times.

    ``is_index`` says that the entries are sitemaps themselves.
    """

    entries: tuple[tuple[str, str], ...]
    is_index: bool = False


@dataclass(frozen=True, kw_only=True)
class RobotsView(View):
    """``robots.txt``."""

    sitemap: str
