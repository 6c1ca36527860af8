"""PLAN: what machines read: Atom and RSS feeds, the sitemap, robots.txt."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time
from email.utils import format_datetime

from msgspec.structs import replace

from generator.bulletin import Bulletin, Directory
from generator.model import Article, Site
from generator.pages import addresses
from generator.pages.addresses import WORDS
from generator.pages.cards import section_link
from generator.pages.links import ResolvedBody
from generator.pages.page import Html, Page, Part, TextPart
from generator.pages.views import EntryView, FeedView, RobotsView, SitemapView

# The protocol allows 50,000 addresses a file (sitemaps.org).
_MOST_IN_A_SITEMAP = 50_000


def feed_pages(bulletin: Bulletin, bodies: Mapping[str, ResolvedBody]) -> Iterator[Page]:
    """The newest articles, as Atom (RFC 4287) and RSS 2.0.

    Both formats need to know when an entry changed, so articles whose day of publication is unknown are left out: no
    date is made up for them.
    """
    site = bulletin.directory.site
    dated = [(article, when) for article in bulletin.articles if (when := _published(article, site))]
    # An empty feed must say when it changed all the same.
    changed = max((_changed(article, when) for article, when in dated), default=_midnight(bulletin.directory))
    newest = tuple(dated[: site.feed_size])
    texts = tuple(TextPart(article.digest, bodies[article.path].addresses) for article, _ in newest)
    parts: dict[str, Part] = {"changed": changed, "newest": newest, "texts": texts}
    for url in (addresses.ATOM, addresses.RSS):
        yield Page(url, site.title, url, _feed, parts, listed=False)


def sitemap_pages(pages: Iterable[Page], bulletin: Bulletin) -> Iterator[Page]:
    """The sitemap of ``pages``, split where the protocol asks for it, and the robots.txt that points to it."""
    base = bulletin.directory.site.base_url
    entries = sorted((base + page.url, page.changed) for page in pages if page.listed)
    parts = [entries[at : at + _MOST_IN_A_SITEMAP] for at in range(0, len(entries), _MOST_IN_A_SITEMAP)]
    if len(parts) > 1:
        for number, part in enumerate(parts, start=1):
            yield _sitemap_page(f"sitemap-{number}.xml", part)
        index = [(f"{base}sitemap-{number}.xml", "") for number in range(1, len(parts) + 1)]
        yield _sitemap_page(addresses.SITEMAP, index, is_index=True)
    else:
        yield _sitemap_page(addresses.SITEMAP, entries)
    yield Page(addresses.ROBOTS, "", addresses.ROBOTS, _robots, listed=False)


def _feed(
    directory: Directory,
    url: str,
    title: str,
    *,
    changed: datetime,
    newest: tuple[tuple[Article, datetime], ...],
    texts: tuple[Html, ...],
) -> FeedView:
    return FeedView(
        url=url,
        title=title,
        description=directory.site.description,
        entries=tuple(_entry(*dated, html, directory) for dated, html in zip(newest, texts, strict=True)),
        updated=_rfc3339(changed),
        updated_rfc822=format_datetime(_plain(changed)),
    )


def _entry(article: Article, published: datetime, html: Html, directory: Directory) -> EntryView:
    site = directory.site
    section = section_link(article.section, directory)
    return EntryView(
        url=site.base_url + addresses.article(WORDS[site.language], article),
        title=article.title,
        summary=article.lead,
        html=html(site.base_url),
        published=_rfc3339(published),
        updated=_rfc3339(_changed(article, published)),
        published_rfc822=format_datetime(_plain(published)),
        authors=article.authors or ((article.source.name,) if article.source else ()),
        categories=(*([section.label] if section else []), *article.tags),
    )


def _sitemap_page(url: str, entries: Iterable[tuple[str, str]], *, is_index: bool = False) -> Page:
    # One text instead of tens of thousands of parts; there are no spaces in addresses.
    lines = "\n".join(f"{address} {changed}" for address, changed in entries)
    return Page(url, "", addresses.SITEMAP, _sitemap_index if is_index else _sitemap, {"lines": lines}, listed=False)


def _sitemap(_directory: Directory, url: str, title: str, *, lines: str) -> SitemapView:
    entries = (line.partition(" ") for line in lines.splitlines())
    return SitemapView(url=url, title=title, entries=tuple((address, changed) for address, _, changed in entries))


def _sitemap_index(directory: Directory, url: str, title: str, *, lines: str) -> SitemapView:
    return replace(_sitemap(directory, url, title, lines=lines), is_index=True)


def _robots(directory: Directory, url: str, title: str) -> RobotsView:
    return RobotsView(url=url, title=title, sitemap=directory.site.base_url + addresses.SITEMAP)


def _published(article: Article, site: Site) -> datetime | None:
    return article.published.at(site.timezone) if article.published else None


def _changed(article: Article, published: datetime) -> datetime:
    return article.updated or published


def _midnight(directory: Directory) -> datetime:
    return datetime.combine(directory.as_of, time(), directory.site.timezone)


def _rfc3339(when: datetime) -> str:
    """The time with its seconds, which feeds must have."""
    return _plain(when).isoformat(timespec="seconds")


def _plain(when: datetime) -> datetime:
    """The time, in UTC where its offset has seconds, as offsets of long ago have: no format has room for them."""
    offset = when.utcoffset()
    return when.astimezone(UTC) if offset and offset.seconds % 60 else when
