"""The views of what machines read: feeds, sitemap, robots.txt."""

from markupsafe import Markup
from msgspec import Struct

from bantin.domain.problems import Language
from bantin.site.views.pages import View


class EntryView(Struct, frozen=True):
    """An article in a feed; ``url`` is absolute, and so are the addresses in ``html``, which not every feed has.

    ``lang`` is its language, if not that of the feed.
    """

    url: str
    title: str
    summary: str
    published: str
    updated: str
    published_rfc822: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    lang: str = ""
    html: Markup = Markup()


class FeedView(View, frozen=True, kw_only=True):
    """``atom.xml`` and ``rss.xml``; ``home`` is the absolute address of the page that it is the feed of.

    ``base`` is the absolute address of the site.
    """

    base: str
    home: str
    entries: tuple[EntryView, ...]
    updated: str
    updated_rfc822: str


class JsonFeedView(FeedView, frozen=True, kw_only=True):
    """``feed.json``; ``publisher`` is who publishes the site, ``hubs`` tell others of new articles (WebSub)."""

    language: Language
    publisher: str
    hubs: tuple[str, ...] = ()


class SitemapView(View, frozen=True, kw_only=True):
    """``sitemap.xml``: absolute addresses with the day of their last change, where known, as W3C date-times.

    Each comes with the languages that the page is there in, and its absolute addresses in them. ``is_index`` says that
    the entries are sitemaps themselves.
    """

    entries: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    is_index: bool = False

    @property
    def has_versions(self) -> bool:
        """Whether any page is there in more than one language."""
        return any(versions for _, _, versions in self.entries)


class RobotsView(View, frozen=True, kw_only=True):
    """``robots.txt``."""

    sitemap: str
