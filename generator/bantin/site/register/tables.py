"""Paginated tables of records."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from bantin.domain.model import Feature, Status
from bantin.index import Bulletin, Directory, Record
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import offered, status_tag, top_link
from bantin.site.page import ListContent, Page
from bantin.site.pagination import list_pages, pager
from bantin.site.register.finder import rows_address
from bantin.site.register.rows import row
from bantin.site.views import FacetView, LinkView, RegisterView

PAGE_SIZE = 200
"""The number of rows on a page.

Readers scan tables and search them in the browser, so a page has many more rows than a list has cards; with 200 rows,
it is still smaller than a photo.
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
    steady: bool = False,
) -> Iterator[Page]:
    """The pages of the list of ``records``; ``link`` gives its address and title.

    Records come and go anywhere in a list by status: if it is ``steady``, that changes few of its pages.
    """
    content = TablePage(items=tuple(records), crumbs=crumbs, others=others, facets=facets)
    id_of = _id_of if steady else None
    yield from list_pages(link, content, PAGE_SIZE, template=template, site=bulletin.directory.site, id_of=id_of)


def _id_of(record: Record) -> str:
    return record.agreement.id


class TablePage(ListContent[Record], frozen=True, kw_only=True):
    """Some of the records of a table; ``others`` are the links to other views of them."""

    crumbs: tuple[LinkView, ...]
    others: tuple[LinkView, ...]
    facets: Facets

    def view(self, directory: Directory, url: str, title: str) -> RegisterView:
        """See :class:`PageContent`."""
        language = directory.site.language
        every = (addresses.listing_page(WORDS[language], self.at.listing, page) for page in range(1, self.at.pages + 1))
        return RegisterView(
            url=url,
            title=title,
            crumbs=self.crumbs,
            rows=tuple(row(record, directory) for record in self.items),
            total=self.at.total,
            pager=pager(self.at, language),
            others=self.others,
            facets=tuple(_facet(*facet, counted=self.at.number == 1) for facet in self.facets),
            **(_searched(directory, tuple(every)) if self.facets else {}),
        )


def _searched(directory: Directory, pages: tuple[str, ...]) -> dict[str, Any]:
    """What a script needs in order to search the whole register, which has the addresses ``pages``."""
    words = WORDS[directory.site.language]
    return {
        "pages": pages,
        "download": "" if Feature.DATA in directory.site.off else words.list_file,
        "index": rows_address(words),
        # Not only those that occur: a status that turns must not change all pages.
        "statuses": tuple(status_tag(one, directory) for one in Status),
        "agency_name": words.agencies,
        "agency_list": next(iter(offered((top_link("agencies", directory.site),), directory.site)), None),
    }


def _facet(name: str, label: str, choices: tuple[tuple[str, LinkView], ...], *, counted: bool) -> FacetView:
    """A facet of the register. Only the first page has counts: a status that turns must not change all of them."""
    shown = choices if counted else tuple((value, replace(link, count=None)) for value, link in choices)
    return FacetView(name, label, shown)
