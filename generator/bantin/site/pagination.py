"""Divides lists into pages, with links between them."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from bantin.domain.model import Site
from bantin.domain.problems import Language
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.page import ListContent, Page, Slice
from bantin.site.titles import titles_of
from bantin.site.views import LinkView, Pager

T = TypeVar("T")

_PAGES_NEARBY = 2


def list_pages(
    link: LinkView, content: ListContent[Any], size: int, *, template: str, site: Site, source: str = ""
) -> Iterator[Page]:
    """The pages of a list with ``size`` items on each; ``link`` gives its address and title.

    ``content`` has all items; the content of each page has only its own.
    """
    pages = slices(content.items, size)
    for number, part in enumerate(pages, start=1):
        yield Page(
            addresses.listing_page(WORDS[site.language], link.url, number),
            page_title(link.label, number, site),
            template,
            replace(content, items=tuple(part), at=Slice(link.url, number, len(pages), len(content.items))),
            source=source,
        )


def slices(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """``items`` in pages of ``size``; one empty page if there are no items."""
    return [items[start : start + size] for start in range(0, max(1, len(items)), size)]


def page_title(title: str, number: int, site: Site) -> str:
    """The title of page ``number`` of a list called ``title``."""
    return title if number == 1 else titles_of(site).page.format(title=title, number=number)


def pager(at: Slice, language: Language) -> Pager:
    """The pager of a page: the first and the last page of the list, and the pages next to this one."""

    def link(page: int) -> LinkView:
        return LinkView(str(page), addresses.listing_page(WORDS[language], at.listing, page))

    nearby = range(at.number - _PAGES_NEARBY, at.number + _PAGES_NEARBY + 1)
    shown = sorted({1, at.pages, *(page for page in nearby if 1 <= page <= at.pages)})
    return Pager(
        number=at.number,
        total=at.pages,
        previous=link(at.number - 1) if at.number > 1 else None,
        next=link(at.number + 1) if at.number < at.pages else None,
        pages=tuple(link(page) for page in shown),
    )
