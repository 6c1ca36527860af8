"""The complete register, and all of its lists."""

from collections.abc import Iterator

from bantin.domain.model import Site
from bantin.index import Bulletin
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import home_crumb, offered, statuses_link, top_link
from bantin.site.page import Page
from bantin.site.register.changes import changes_pages
from bantin.site.register.due import due_link, due_pages
from bantin.site.register.facets import facets
from bantin.site.register.finder import finder_rows
from bantin.site.register.force import force_pages
from bantin.site.register.lists import list_pages, lists_link
from bantin.site.register.pairs import pair_pages
from bantin.site.register.register_change import changes_link
from bantin.site.register.rows import value_of
from bantin.site.register.signers import signer_pages
from bantin.site.register.statuses import statuses_page
from bantin.site.register.tables import table
from bantin.site.register.unpublished import unpublished_pages
from bantin.site.titles import titles_of
from bantin.site.views import LinkView


def register_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The register, its lists by year, type, field and status, and further views of it."""
    site = bulletin.directory.site
    link, home = top_link("register", site), home_crumb(site)
    found = [facet for facet in facets(bulletin) if facet.lists]
    choices = tuple((facet.name, facet.label, tuple((value_of(one), one) for one, _ in facet.lists)) for facet in found)
    others = _others(bulletin)
    yield from table(link, bulletin.register.records, bulletin, crumbs=(home,), others=others, facets=choices)
    yield from finder_rows(bulletin)
    by_status = WORDS[site.language].status
    for facet, part, records in ((one.name, *listed) for one in found for listed in one.lists):
        shown = LinkView(_title(facet, part, records[0].year, site), part.url)
        yield from table(shown, records, bulletin, crumbs=(home, link), steady=facet == by_status)
    for pages in (statuses_page, due_pages, changes_pages, force_pages, list_pages, unpublished_pages):
        yield from pages(bulletin, (home, link))
    yield from pair_pages(bulletin)
    yield from signer_pages(bulletin)


def _title(facet: str, part: LinkView, year: int | None, site: Site) -> str:
    """The title of the list ``part`` of a facet; ``year`` is that of its first record."""
    titles = titles_of(site)
    if year and facet == WORDS[site.language].year:
        return titles.signed_in.format(year=year)
    return titles.register_part.format(part=part.label)


def register_links(bulletin: Bulletin) -> tuple[LinkView, ...]:
    """The links to the register and to its other views."""
    link = top_link("register", bulletin.directory.site, len(bulletin.register.records))
    return (link, *_others(bulletin))


def _others(bulletin: Bulletin) -> tuple[LinkView, ...]:
    """The links to the other views of the register."""
    site = bulletin.directory.site
    words, titles = WORDS[site.language], titles_of(site)
    links = (
        due_link(site),
        changes_link(site),
        LinkView(titles.in_force, addresses.register(words, words.in_force)),
        lists_link(bulletin),
        LinkView(titles.unpublished, addresses.register(words, words.unpublished)),
        statuses_link(site),
        top_link("people", site),
        top_link("statistics", site),
    )
    return offered(links, site)
