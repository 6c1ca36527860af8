"""The register by year, type, field and status: a list for each value that occurs."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from bantin.domain.model import Status
from bantin.index import Bulletin, Record
from bantin.site.addresses import WORDS
from bantin.site.cards import field_links, status_link, type_link, year_link
from bantin.site.titles import titles_of
from bantin.site.views import LinkView

K = TypeVar("K")
Records = tuple[Record, ...]


class Facet(Struct, frozen=True):
    """A way to divide the register: its name in addresses, its label, and its lists."""

    name: str
    label: str
    lists: tuple[tuple[LinkView, Records], ...]


def facets(bulletin: Bulletin) -> Iterator[Facet]:
    """The ways to divide the register.

    Years begin with the latest; types and fields are in the order of the vocabulary, statuses in that of an agreement's
    life.
    """
    directory, register = bulletin.directory, bulletin.register
    words, titles = WORDS[directory.site.language], titles_of(directory.site)
    fields = tuple(term.id for term in directory.vocabulary.fields)
    known = sorted((year for year in register.by_year if year), reverse=True)
    years = ((one, year_link(one, directory)) for one in (*known, None))
    types = ((term.id, type_link(term.id, directory)) for term in directory.vocabulary.types)
    statuses = ((one, status_link(one, directory)) for one in Status)
    yield Facet(words.year, titles.year_signed, _lists(years, register.by_year))
    yield Facet(words.types, titles.types, _lists(types, register.by_type))
    yield Facet(
        words.fields,
        titles.fields,
        _lists(zip(fields, field_links(fields, directory), strict=True), register.by_field),
    )
    yield Facet(words.status, titles.status, _lists(statuses, register.by_status))


def _lists(links: Iterable[tuple[K, LinkView]], records: Mapping[K, Records]) -> tuple[tuple[LinkView, Records], ...]:
    """The lists that are not empty, in the order of ``links``, which have the numbers of their records."""
    return tuple(
        (LinkView(link.label, link.url, len(records[value])), records[value])
        for value, link in links
        if value in records
    )
