"""PLAN: feeds of the newest articles: Atom, RSS and JSON Feed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from itertools import islice

from msgspec.structs import asdict

from bantin.domain.model import Article, Feature, Site
from bantin.domain.rules.last_change import changed_at
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.bodies import TextPart, headings_of
from bantin.site.cards import agency_link, foreign, section_link, term_link
from bantin.site.links import ResolvedBody
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import AlternateView, EntryView, FeedView, JsonFeedView, LinkView


def feed_pages(bulletin: Bulletin, bodies: Mapping[str, ResolvedBody]) -> Iterator[Page]:
    """Feeds of the newest articles: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1 for all, Atom for each agency and field.

    Atom and RSS require the time of each entry's last change, so articles without a day of publication are left out. An
    agency or field has no feed if none of its articles has such a day: the feed would have no time of its last change.
    The feed of the site always exists. Only that one contains the texts of articles; with texts, the others would be as
    large together as all articles.
    """
    directory = bulletin.directory
    whole = _content(addresses.HOME, bulletin.articles, directory)
    newest = _newest(bulletin.articles, directory.site)
    texts = tuple(
        TextPart(article.digest, bodies[article.path].addresses, headings=headings_of(article.outline))
        for article, _ in newest
    )
    for url, content in (
        (addresses.ATOM, whole),
        (addresses.RSS, whole),
        (addresses.JSON_FEED, JsonFeedContent(whole)),
    ):
        yield Page(url, directory.site.title, url, content, texts, listed=False)
    for link, articles in _lists(bulletin):
        for feed in feed_of(link, articles, directory):
            title = f"{link.label} – {directory.site.title}"
            content = _content(link.url, articles, directory)
            yield Page(feed.url, title, addresses.ATOM, content, listed=False)


def feed_of(link: LinkView, articles: Iterable[Article], directory: Directory) -> tuple[AlternateView, ...]:
    """The feed of the list ``link`` of ``articles``, as an alternate of its pages; empty if it has none."""
    label = titles_of(directory.site).feed.format(title=link.label)
    feed = AlternateView(label, addresses.feed(link.url), "application/atom+xml")
    has_feed = Feature.FEEDS not in directory.site.off and any(_dated(articles, directory.site))
    return (feed,) if has_feed else ()


def _lists(bulletin: Bulletin) -> Iterator[tuple[LinkView, tuple[Article, ...]]]:
    """The lists that have feeds of their own, each with its articles."""
    directory = bulletin.directory
    language = directory.site.language
    words = WORDS[language]
    off = directory.site.off
    for agency in directory.agencies if Feature.AGENCIES not in off else ():
        yield agency_link(agency.id, directory), bulletin.by_agency.get(agency.id, ())
    for field in directory.vocabulary.fields if Feature.VOCABULARY not in off else ():
        yield term_link(words.fields, field, language), bulletin.by_field.get(field.id, ())


def _newest(articles: Iterable[Article], site: Site) -> tuple[tuple[Article, datetime], ...]:
    return tuple(islice(_dated(articles, site), site.feed_size))


def _dated(articles: Iterable[Article], site: Site) -> Iterator[tuple[Article, datetime]]:
    """The articles whose day of publication is known, each with its time."""
    return ((article, when) for article in articles if (when := _published(article, site)))


class FeedContent(PageContent, frozen=True):
    """A feed of the ``newest`` articles, each with the time of its publication.

    ``listing`` is the address of the page that lists the articles; ``changed`` is the time of the feed's last change.
    """

    listing: str
    changed: datetime
    newest: tuple[tuple[Article, datetime], ...]

    def view(self, directory: Directory, url: str, title: str) -> FeedView:
        """See :class:`PageContent`."""
        return FeedView(
            url=url,
            title=title,
            description=directory.site.description,
            base=directory.site.base_url,
            home=directory.site.base_url + self.listing,
            entries=tuple(_entry(*dated, directory) for dated in self.newest),
            updated=_rfc3339(self.changed),
            updated_rfc822=format_datetime(_plain(self.changed)),
        )


class JsonFeedContent(PageContent, frozen=True):
    """The content of ``feed`` as JSON Feed."""

    feed: FeedContent

    def view(self, directory: Directory, url: str, title: str) -> JsonFeedView:
        """See :class:`PageContent`."""
        site, feed = directory.site, self.feed.view(directory, url, title)
        return JsonFeedView(**asdict(feed), language=site.language, publisher=site.published_by, hubs=site.hubs)


def _content(listing: str, articles: Iterable[Article], directory: Directory) -> FeedContent:
    newest = _newest(articles, directory.site)
    # An empty feed needs a time too, and always the same one.
    none = datetime.fromtimestamp(0, UTC)
    changed = max((changed_at(article, directory.site.timezone) or when for article, when in newest), default=none)
    return FeedContent(listing, changed, newest)


def _entry(article: Article, published: datetime, directory: Directory) -> EntryView:
    site = directory.site
    section = section_link(article.section, directory)
    return EntryView(
        url=site.base_url + addresses.article(WORDS[site.language], article),
        title=article.title,
        summary=article.lead,
        published=_rfc3339(published),
        updated=_rfc3339(changed_at(article, site.timezone) or published),
        published_rfc822=format_datetime(_plain(published)),
        authors=article.authors or ((article.source.name,) if article.source else ()),
        categories=(*([section.label] if section else []), *article.tags),
        lang=foreign(article.lang, site),
    )


def _published(article: Article, site: Site) -> datetime | None:
    return article.published.at(site.timezone) if article.published else None


def _rfc3339(when: datetime) -> str:
    """The time in the format of RFC 3339, with seconds, which feeds require."""
    return _plain(when).isoformat(timespec="seconds")


def _plain(when: datetime) -> datetime:
    """The time, in UTC if its offset has seconds, as historical offsets do: no format of feeds can express them."""
    offset = when.utcoffset()
    return when.astimezone(UTC) if offset and offset.seconds % 60 else when
