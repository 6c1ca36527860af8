"""The kinds of pages of a site: the built-in ones in their order, and those of plugins."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from pathlib import Path

from msgspec import Struct

from bantin.domain.model import Feature, Site
from bantin.index import Bulletin
from bantin.site.agencies import agency_pages
from bantin.site.archive import archive_pages
from bantin.site.articles import article_pages
from bantin.site.calendars import calendar_pages
from bantin.site.charts import cooperation_page, statistics_page
from bantin.site.cms import desk_pages
from bantin.site.components import components_page
from bantin.site.corrections import corrections_pages
from bantin.site.data import data_files, data_page, record_data
from bantin.site.feeds import feed_pages
from bantin.site.former_versions import former_version_pages
from bantin.site.glossary import glossary_page
from bantin.site.gone import gone_pages
from bantin.site.home import home_page
from bantin.site.links import ResolvedBody
from bantin.site.news import news_pages
from bantin.site.not_found import not_found_page
from bantin.site.offline import offline_pages, worker_page
from bantin.site.page import Page
from bantin.site.records import record_pages, text_data
from bantin.site.redirects import redirects
from bantin.site.register import register_pages
from bantin.site.register.change_feeds import change_feed_pages
from bantin.site.search import search_pages
from bantin.site.site_map import site_map_page
from bantin.site.static_pages import static_pages
from bantin.site.term_lists import topic_pages, vocabulary_pages

Bodies = Mapping[str, ResolvedBody]
"""The resolved links of all texts, by source file."""

Planner = Callable[[Bulletin, Bodies], Iterable[Page]]
"""Plans the pages of one kind for a bulletin in one language. The bulletin's references have been checked."""


class PageKind(Struct, frozen=True):
    """A kind of pages: the function that plans them, and whether they exist in every language of a bulletin.

    A bulletin without the ``feature`` has none of them. A ``plugin`` may provide a ``theme``: a folder with templates,
    static files and catalogues for its pages, in the layout of a theme. The bulletin's own theme can override them.
    """

    name: str
    plan: Planner
    in_every_language: bool = True
    feature: Feature | None = None
    theme: Path | None = None
    plugin: str = ""


def kinds_of(site: Site, added: Iterable[PageKind] = ()) -> tuple[PageKind, ...]:
    """The kinds of pages of ``site``, in the order in which they are planned; ``added`` are those of plugins."""
    return tuple(kind for kind in (*BUILT_IN, *added) if kind.feature not in site.off)


def _of(*planners: Callable[[Bulletin], Iterable[Page]]) -> Planner:
    """A planner that does not need resolved links."""
    return lambda bulletin, _bodies: chain.from_iterable(planner(bulletin) for planner in planners)


BUILT_IN = (
    PageKind("home", _of(home_page)),
    PageKind("articles", article_pages),
    PageKind("news", _of(news_pages)),
    PageKind("agencies", _of(agency_pages), feature=Feature.AGENCIES),
    PageKind("archive", _of(archive_pages), feature=Feature.ARCHIVE),
    PageKind("vocabulary", _of(vocabulary_pages), feature=Feature.VOCABULARY),
    PageKind("topics", _of(topic_pages)),
    PageKind("register", _of(register_pages), feature=Feature.REGISTER),
    PageKind("records", _of(record_pages)),
    # They are versions of the originals, not of translations.
    PageKind("former versions", _of(former_version_pages), in_every_language=False),
    PageKind("pages", static_pages),
    PageKind("gone", _of(gone_pages)),
    PageKind("corrections", _of(corrections_pages)),
    PageKind("search", _of(search_pages)),
    PageKind("site map", _of(site_map_page)),
    PageKind("glossary", _of(glossary_page), feature=Feature.GLOSSARY),
    PageKind("components", _of(components_page)),
    PageKind("offline", _of(offline_pages)),
    PageKind("worker", _of(worker_page), in_every_language=False),
    PageKind("feeds", feed_pages, feature=Feature.FEEDS),
    PageKind("feeds of changes", _of(change_feed_pages), feature=Feature.FEEDS),
    PageKind("data", _of(data_page), feature=Feature.DATA),
    PageKind("calendars", _of(calendar_pages), feature=Feature.CALENDARS),
    PageKind("statistics", _of(statistics_page, cooperation_page), feature=Feature.STATISTICS),
    # A server has only one error page.
    PageKind("not found", _of(not_found_page), in_every_language=False),
    # Old addresses were used before the site had several languages.
    PageKind("redirects", _of(redirects), in_every_language=False),
    # Data files contain labels in both languages; in each language they would be duplicates of the same records.
    PageKind("data files", _of(data_files, record_data, text_data), in_every_language=False, feature=Feature.DATA),
    PageKind("cms", _of(desk_pages), in_every_language=False),
)
