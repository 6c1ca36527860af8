"""PLAN: what machines read: Atom and RSS feeds, the sitemap, robots.txt."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time
from email.utils import format_datetime

from generator.bulletin import Bulletin
from generator.model import Article
from generator.pages import addresses
from generator.pages.addresses import WORDS
from generator.pages.cards import section_link
from generator.pages.links import ResolvedBody
from generator.pages.page import Page
from generator.pages.views import EntryView, FeedView, RobotsView, SitemapView

# The protocol allows 50,000 addresses a file (sitemaps.org).
_MOST_IN_A_SITEMAP = 50_000


def feed_pages(bulletin: Bulletin, bodies: Mapping[str, ResolvedBody]) -> Iterator[Page]:
    """The newest articles, as Atom (RFC 4287) and RSS 2.0.

    Both formats need to know when an entry changed, so articles whose day of publication is unknown are left out: no
    date is made up for them.
    """
    site = bulletin.site
    dated = [(article, when) for article in bulletin.articles if (when := _published(article, bulletin))]
    entries = tuple(_entry(article, when, bodies[article.path], bulletin) for article, when in dated[: site.feed_size])
    # An empty feed must say when it changed all the same.
    changes = [_changed(article, when) for article, when in dated] or [_midnight(bulletin)]
    for url in (addresses.ATOM, addresses.RSS):
        view = FeedView(
            url=url,
            title=site.title,
            description=site.description,
            entries=entries,
            updated=_rfc3339(max(changes)),
            updated_rfc822=format_datetime(_plain(max(changes))),
        )
        yield Page(view, url, listed=False)


def sitemap_pages(pages: Iterable[Page], bulletin: Bulletin) -> Iterator[Page]:
    """The sitemap of ``pages``, split where the protocol asks for it, and the robots.txt that points to it."""
    base = bulletin.site.base_url
    entries = sorted((base + page.view.url, page.changed) for page in pages if page.listed)
    parts = [entries[at : at + _MOST_IN_A_SITEMAP] for at in range(0, len(entries), _MOST_IN_A_SITEMAP)]
    if len(parts) > 1:
        for number, part in enumerate(parts, start=1):
            yield _sitemap(f"sitemap-{number}.xml", tuple(part))
        index = tuple((f"{base}sitemap-{number}.xml", "") for number in range(1, len(parts) + 1))
        yield _sitemap(addresses.SITEMAP, index, is_index=True)
    else:
        yield _sitemap(addresses.SITEMAP, tuple(entries))
    robots = RobotsView(url=addresses.ROBOTS, title="", sitemap=base + addresses.SITEMAP)
    yield Page(robots, addresses.ROBOTS, listed=False)


def _sitemap(url: str, entries: tuple[tuple[str, str], ...], *, is_index: bool = False) -> Page:
    view = SitemapView(url=url, title="", entries=entries, is_index=is_index)
    return Page(view, addresses.SITEMAP, listed=False)


def _entry(article: Article, published: datetime, body: ResolvedBody, bulletin: Bulletin) -> EntryView:
    base = bulletin.site.base_url
    section = section_link(article.section, bulletin)
    return EntryView(
        url=base + addresses.article(WORDS[bulletin.site.language], article),
        title=article.title,
        summary=article.lead,
        html=body.html(base),
        published=_rfc3339(published),
        updated=_rfc3339(_changed(article, published)),
        published_rfc822=format_datetime(_plain(published)),
        authors=article.authors or ((article.source.name,) if article.source else ()),
        categories=(*([section.label] if section else []), *article.tags),
    )


def _published(article: Article, bulletin: Bulletin) -> datetime | None:
    return article.published.at(bulletin.site.timezone) if article.published else None


def _changed(article: Article, published: datetime) -> datetime:
    return article.updated or published


def _midnight(bulletin: Bulletin) -> datetime:
    return datetime.combine(bulletin.as_of, time(), bulletin.site.timezone)


def _rfc3339(when: datetime) -> str:
    """The time with its seconds, which feeds must have."""
    return _plain(when).isoformat(timespec="seconds")


def _plain(when: datetime) -> datetime:
    """The time, in UTC where its offset has seconds, as offsets of long ago have: no format has room for them."""
    offset = when.utcoffset()
    return when.astimezone(UTC) if offset and offset.seconds % 60 else when
