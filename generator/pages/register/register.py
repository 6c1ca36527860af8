"""The register as a whole, and all that it is divided into."""

from collections.abc import Iterator

from generator.bulletin import Bulletin
from generator.pages import addresses
from generator.pages.addresses import WORDS
from generator.pages.cards import home_crumb, top_link
from generator.pages.page import Page
from generator.pages.register.changes import changes_pages
from generator.pages.register.due import due_link, due_pages
from generator.pages.register.facets import facets
from generator.pages.register.force import force_pages
from generator.pages.register.pairs import pair_pages
from generator.pages.register.rows import value_of
from generator.pages.register.signers import signer_pages
from generator.pages.register.tables import table
from generator.pages.register.unpublished import unpublished_pages
from generator.pages.titles import TITLES
from generator.pages.views import LinkView


def register_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The register, its lists by year, type, field and status, and what else readers look for in it."""
    language = bulletin.directory.site.language
    link, home = top_link("register", language), home_crumb(language)
    found = [facet for facet in facets(bulletin) if facet.lists]
    choices = tuple((facet.name, facet.label, tuple((value_of(one), one) for one, _ in facet.lists)) for facet in found)
    others = _others(bulletin)
    yield from table(link, bulletin.register.records, bulletin, crumbs=(home,), others=others, facets=choices)
    for part, records in (one for facet in found for one in facet.lists):
        title = TITLES[language].register_part.format(part=part.label)
        yield from table(LinkView(title, part.url), records, bulletin, crumbs=(home, link))
    for pages in (due_pages, changes_pages, force_pages, unpublished_pages):
        yield from pages(bulletin, (home, link))
    yield from pair_pages(bulletin)
    yield from signer_pages(bulletin)


def register_links(bulletin: Bulletin) -> tuple[LinkView, ...]:
    """The links to the register and to the pages that show it from another side."""
    link = top_link("register", bulletin.directory.site.language, len(bulletin.register.records))
    return (link, *_others(bulletin))


def _others(bulletin: Bulletin) -> tuple[LinkView, ...]:
    """The pages that show the register from another side."""
    language = bulletin.directory.site.language
    words, titles = WORDS[language], TITLES[language]
    return (
        due_link(language),
        LinkView(titles.changes, addresses.register(words, words.changes)),
        LinkView(titles.in_force, addresses.register(words, words.in_force)),
        LinkView(titles.unpublished, addresses.register(words, words.unpublished)),
        top_link("people", language),
        top_link("statistics", language),
    )
