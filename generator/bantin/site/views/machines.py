"""The views of files for programs: feeds, sitemap, robots.txt."""

from markupsafe import Markup
from msgspec import Struct

from bantin.domain.problems import Language
from bantin.site.views.pages import View


class EntryView(Struct, frozen=True):
    """An article in a feed; ``url`` is absolute, as are the addresses in ``html``, which some feeds do not have.

    ``lang`` is its language if that differs from the language of the feed.
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
    """``atom.xml`` and ``rss.xml``; ``home`` is the absolute address of the page that lists the articles.

    ``base`` is the absolute address of the site.
    """

    base: str
    home: str
    entries: tuple[EntryView, ...]
    updated: str
    updated_rfc822: str


class JsonFeedView(FeedView, frozen=True, kw_only=True):
    """``feed.json``; ``publisher`` is that of the site, ``hubs`` notify subscribers of new articles (WebSub)."""

    language: Language
    publisher: str
    hubs: tuple[str, ...] = ()


class ChangeEntryView(Struct, frozen=True):
    """A change of the register in a feed, since the time ``at``; ``url`` is the full address of the agreement.

    ``lang`` is the language of the agreement's title if that differs from the language of the feed.
    """

    id: str
    url: str
    title: str
    summary: str
    at: str
    category: str
    lang: str = ""


class ChangesFeedView(View, frozen=True, kw_only=True):
    """A feed of changes of the register, the newest first.

    ``full`` is its full address, ``home`` that of the page which tells of the changes. ``updated`` is the time of the
    newest one.
    """

    language: Language
    full: str
    home: str
    publisher: str
    license: str
    hubs: tuple[str, ...]
    updated: str
    entries: tuple[ChangeEntryView, ...]


class SitemapView(View, frozen=True, kw_only=True):
    """``sitemap.xml``: absolute addresses with the time of their last change, if known, as W3C date-times.

    Each has the addresses of the page in all its languages. If ``is_index`` is true, the entries are sitemaps.
    """

    entries: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    is_index: bool = False

    @property
    def has_versions(self) -> bool:
        """Whether any page exists in more than one language."""
        return any(versions for _, _, versions in self.entries)


class RobotsView(View, frozen=True, kw_only=True):
    """``robots.txt``; a site that is ``closed`` is not for search engines."""

    sitemap: str
    closed: bool = False
