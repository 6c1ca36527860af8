"""PLAN: the site map for readers: every list and every page that is not an article, on one page."""

from collections.abc import Iterator

from bantin.domain.model import SearchScope
from bantin.index import Bulletin
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.archive import year_links
from bantin.site.calendars import calendar_of
from bantin.site.cards import foreign, home_crumb, offered, section_link, top_link
from bantin.site.corrections import corrections_link
from bantin.site.glossary import glossary_link
from bantin.site.indexes import Groups, index_page
from bantin.site.page import Page
from bantin.site.register.change_feeds import register_feed
from bantin.site.register.register import register_links
from bantin.site.titles import titles_of
from bantin.site.views import LinkView


def site_map_page(bulletin: Bulletin) -> Iterator[Page]:
    """The site map."""
    site = bulletin.directory.site
    lists = ((label, anchor, offered(links, site)) for label, anchor, links in _lists(bulletin))
    groups = (*lists, _texts(bulletin), (titles_of(site).follow, "feeds", offered(_to_follow(bulletin), site)))
    shown = tuple((label, anchor, links) for label, anchor, links in groups if links)
    yield index_page(site_map_link(bulletin), shown, (home_crumb(site),))


def site_map_link(bulletin: Bulletin) -> LinkView:
    """The link to the site map."""
    language = bulletin.directory.site.language
    return LinkView(titles_of(bulletin.directory.site).site_map, addresses.site_map(WORDS[language]))


def static_links(bulletin: Bulletin) -> Iterator[LinkView]:
    """The links to the static pages, to all corrections, to the glossary, and to the page of the data."""
    site = bulletin.directory.site
    for page in bulletin.pages:
        yield LinkView(page.title, addresses.static_page(page), lang=foreign(page.lang, site))
    yield corrections_link(site)
    data = LinkView(titles_of(site).data, addresses.data(WORDS[site.language]))
    yield from offered([glossary_link(site), data], site)


def _lists(bulletin: Bulletin) -> Groups:
    directory = bulletin.directory
    site = directory.site
    titles, words = titles_of(site), WORDS[site.language]
    all_sections = [LinkView(titles.sections, f"{words.sections}/")] if site.sections else []
    sections = (section_link(section.id, directory) for section in site.sections)
    archive = top_link("archive", site)
    undated = LinkView(titles.undated, f"{words.archive}/{words.undated}/", len(bulletin.undated))
    news = top_link("articles", site, len(bulletin.articles))
    return (
        (titles.articles, words.articles, (news, *all_sections, *(link for link in sections if link))),
        (titles.register, words.register, register_links(bulletin)),
        (
            titles.agencies,
            words.agencies,
            (
                top_link("agencies", site),
                LinkView(titles.cooperation, f"{words.statistics}/{words.agencies}/"),
            ),
        ),
        (
            titles.fields,
            words.fields,
            (
                top_link("fields", site),
                top_link("types", site),
                LinkView(titles.tags, f"{words.tags}/"),
            ),
        ),
        (titles.archive, words.archive, (archive, *year_links(bulletin), undated)),
    )


def _texts(bulletin: Bulletin) -> tuple[str, str, tuple[LinkView, ...]]:
    site = bulletin.directory.site
    titles, words = titles_of(site), WORDS[site.language]
    search = [] if site.search is SearchScope.OFF else [LinkView(titles.search, addresses.search(words))]
    return titles.site_map_texts, "bt", (*search, *static_links(bulletin))


def _to_follow(bulletin: Bulletin) -> tuple[LinkView, ...]:
    home = LinkView(bulletin.directory.site.title, addresses.HOME)
    calendars = calendar_of(home, bulletin.register.records, bulletin.directory)
    feeds = (("Atom", addresses.ATOM), ("RSS", addresses.RSS), ("JSON Feed", addresses.JSON_FEED))
    return (
        *(LinkView(label, url) for label, url in feeds),
        *(LinkView(one.label, one.url) for one in (*register_feed(bulletin), *calendars)),
    )
