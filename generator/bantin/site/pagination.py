"""Divides lists into pages, with links between them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar
from zlib import crc32

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
_CHANCES = 8
"""An item in so many, of a full page, may end a page: then nearly every page has one in its second half."""


def list_pages(
    link: LinkView,
    content: ListContent[Any],
    size: int,
    *,
    template: str,
    site: Site,
    source: str = "",
    id_of: Callable[[Any], str] | None = None,
) -> Iterator[Page]:
    """The pages of a list with ``size`` items on each; ``link`` gives its address and title.

    ``content`` has all items; the content of each page has only its own. With ``id_of``, which gives the id of an item,
    an item that comes or goes changes its page and the first one, which alone knows the total, but hardly any other.
    """
    pages = steady_slices(content.items, size, id_of) if id_of else slices(content.items, size)
    for number, part in enumerate(pages, start=1):
        total = 0 if id_of and number > 1 else len(content.items)
        yield Page(
            addresses.listing_page(WORDS[site.language], link.url, number),
            page_title(link.label, number, site),
            template,
            replace(content, items=tuple(part), at=Slice(link.url, number, len(pages), total)),
            source=source,
        )


def slices(items: Sequence[T], size: int) -> list[Sequence[T]]:
    """``items`` in pages of ``size``; one empty page if there are no items."""
    return [items[start : start + size] for start in range(0, max(1, len(items)), size)]


def steady_slices(items: Sequence[T], size: int, id_of: Callable[[T], str]) -> list[Sequence[T]]:
    """``items`` in pages of up to ``size``, none but the last one below half of it; one empty page without items.

    A page ends with an item whose id has a certain hash, wherever that stands in the list. So the pages after one that
    has changed begin as before, as the chunks of a file do in content-defined chunking.
    """
    pages, begin = [], 0
    for end, item in enumerate(items, start=1):
        length = end - begin
        if length >= size or (length >= size / 2 and crc32(id_of(item).encode()) % max(1, size // _CHANCES) == 0):
            pages.append(items[begin:end])
            begin = end
    return [*pages, items[begin:]] if begin < len(items) or not pages else pages


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
