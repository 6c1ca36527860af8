"""The agreements in force at the end of each year, according to today's knowledge."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model import BINDING, Site, Status
from bantin.domain.text.date_format import format_short
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Record, at_ends_of_years
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.indexes import index_page
from bantin.site.page import Page
from bantin.site.register.tables import table
from bantin.site.titles import titles_of
from bantin.site.views import LinkView

_TEMPLATE = "in_force.html"


class YearEnd(Struct, frozen=True):
    """The records that were in force on 31 December of a year, and those that may have been."""

    year: int
    in_force: tuple[Record, ...]
    unknown: tuple[Record, ...]


def force_pages(bulletin: Bulletin, crumbs: tuple[LinkView, ...]) -> Iterator[Page]:
    """An index of past years, and lists of the agreements that were, or may have been, in force at the end of each."""
    site = bulletin.directory.site
    words, titles = WORDS[site.language], titles_of(site)
    index = LinkView(titles.in_force, addresses.register(words, words.in_force))
    found = [(one, *_links(one, bulletin)) for one in year_ends(bulletin)]
    groups = (
        (titles.in_force_on, Status.IN_FORCE, tuple(_on_its_day(one, link, site) for one, link, _ in found)),
        (
            titles.unknown_on,
            Status.UNKNOWN,
            tuple(_on_its_day(one, doubt, site) for one, _, doubt in found if one.unknown),
        ),
    )
    yield index_page(index, tuple((label, str(status), links) for label, status, links in groups if links), crumbs)
    way = (*crumbs, index)
    for one, link, doubt in found:
        others = (doubt,) if one.unknown else ()
        yield from table(link, one.in_force, bulletin, crumbs=way, template=_TEMPLATE, others=others)
        if one.unknown:
            yield from table(doubt, one.unknown, bulletin, crumbs=way, template=_TEMPLATE, others=(link,))


def year_ends(bulletin: Bulletin) -> list[YearEnd]:
    """The past years since the first one of the register, the latest first.

    A record that is not certainly of a later year may have been signed by then.
    """
    records, last = bulletin.register.records, bulletin.directory.as_of.year - 1
    days = (day for record in records for day in (record.agreement.signed_on, record.agreement.effective_on))
    first = min((day.year for day in days if day and day.year), default=last + 1)
    in_force: dict[int, list[Record]] = {year: [] for year in range(last, first - 1, -1)}
    unknown: dict[int, list[Record]] = {year: [] for year in in_force}
    for record in records:
        for year, status in at_ends_of_years(record.agreement, record.year or first, last):
            if status in BINDING:
                in_force[year].append(record)
            elif status is Status.UNKNOWN:
                unknown[year].append(record)
    return [YearEnd(year, tuple(in_force[year]), tuple(unknown[year])) for year in in_force]


def _on_its_day(one: YearEnd, link: LinkView, site: Site) -> LinkView:
    """``link`` with only the day as its label, since the heading says the rest."""
    return replace(link, label=format_short(Edtf(one.year, 12, 31), site.language))


def _links(one: YearEnd, bulletin: Bulletin) -> tuple[LinkView, LinkView]:
    """The links to the agreements that were in force, and to those that may have been."""
    site = bulletin.directory.site
    words, titles = WORDS[site.language], titles_of(site)
    here = (words.in_force, str(one.year))
    return (
        LinkView(titles.in_force_at_end.format(year=one.year), addresses.register(words, *here), len(one.in_force)),
        LinkView(
            titles.unknown_at_end.format(year=one.year),
            addresses.register(words, *here, words.unknown),
            len(one.unknown),
        ),
    )
