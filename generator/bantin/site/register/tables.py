"""Lists of records as tables, a page at a time."""

from collections.abc import Iterator, Sequence

from bantin.index import Bulletin, Directory, Record
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import as_of_view
from bantin.site.page import Page, Part, Slice
from bantin.site.pagination import list_pages, pager
from bantin.site.register.rows import row
from bantin.site.views import FacetView, LinkView, RegisterView

PAGE_SIZE = 200
"""How many rows of a table make a page.

A table is searched with the eyes and with the browser, so a page holds many more rows than a list holds cards; at 200
it still weighs less than a photo.
"""

Facets = tuple[tuple[str, str, tuple[tuple[str, LinkView], ...]], ...]
"""Name, label and choices of each :class:`FacetView`."""


def table(
    link: LinkView,
    records: Sequence[Record],
    bulletin: Bulletin,
    *,
    crumbs: tuple[LinkView, ...],
    template: str = "register.html",
    others: tuple[LinkView, ...] = (),
    facets: Facets = (),
) -> Iterator[Page]:
    """The pages of the list of ``records`` that ``link`` leads to, and is called by."""
    parts: dict[str, Part] = {"crumbs": crumbs, "others": others, "facets": facets}
    language = bulletin.directory.site.language
    yield from list_pages(link, records, PAGE_SIZE, _table_view, parts, template=template, language=language)


def _table_view(
    directory: Directory,
    url: str,
    title: str,
    *,
    items: tuple[Record, ...],
    at: Slice,
    crumbs: tuple[LinkView, ...],
    others: tuple[LinkView, ...],
    facets: Facets,
) -> RegisterView:
    language = directory.site.language
    every = (addresses.listing_page(WORDS[language], at.listing, page) for page in range(1, at.pages + 1))
    return RegisterView(
        url=url,
        title=title,
        crumbs=crumbs,
        as_of=as_of_view(directory),
        rows=tuple(row(record, directory) for record in items),
        total=at.total,
        pager=pager(at, language),
        others=others,
        facets=tuple(FacetView(*facet) for facet in facets),
        pages=tuple(every) if facets else (),
    )
