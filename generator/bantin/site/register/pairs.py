"""The agreements between two agencies, and the partners of an agency."""

from collections.abc import Iterator

from bantin.domain.text.number_format import format_integer
from bantin.index import Bulletin
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import agency_link, home_crumb, top_link
from bantin.site.indexes import index_page
from bantin.site.page import Page
from bantin.site.register.tables import table
from bantin.site.single_items import group_link, has_page
from bantin.site.titles import titles_of
from bantin.site.views import LinkView

MOST_PARTNERS = 12
"""The number of partners up to which all are listed; an agency with more has a page of all."""


def pair_pages(bulletin: Bulletin) -> Iterator[Page]:
    """A table for each pair of agencies with several agreements; an index for agencies with many partners."""
    site = bulletin.directory.site
    titles = titles_of(site)
    words = WORDS[site.language]
    for pair, records in bulletin.register.by_pair.items():
        if not has_page(records):
            continue
        first, second = (agency_link(one, bulletin.directory) for one in pair)
        link = LinkView(titles.pair.format(first=first.label, second=second.label), addresses.pair(words, *pair))
        yield from table(link, records, bulletin, crumbs=_crumbs(first, bulletin), others=(first, second))
    for agency in bulletin.directory.agencies:
        partners = _partners(agency.id, bulletin)
        if len(partners) > MOST_PARTNERS:
            here = agency_link(agency.id, bulletin.directory)
            link = LinkView(titles.partners.format(agency=here.label), addresses.partners(words, agency.id))
            yield index_page(link, (("", "", partners),), _crumbs(here, bulletin))


def partner_links(agency_id: str, bulletin: Bulletin) -> tuple[LinkView, ...]:
    """The agencies that an agency has signed with, those with most agreements first, each with their number.

    A partner with a single agreement leads to that.
    If there are many, only those with the most agreements, and a link to all.
    """
    site = bulletin.directory.site
    partners = _partners(agency_id, bulletin)
    if len(partners) <= MOST_PARTNERS:
        return partners
    language = site.language
    label = titles_of(site).all_partners.format(count=format_integer(len(partners), language))
    every = LinkView(label, addresses.partners(WORDS[language], agency_id))
    return (*partners[:MOST_PARTNERS], every)


def _partners(agency_id: str, bulletin: Bulletin) -> tuple[LinkView, ...]:
    language = bulletin.directory.site.language
    shared = {
        other
        for record in bulletin.register.by_agency.get(agency_id, ())
        for other in {party.agency for party in record.agreement.parties} - {agency_id}
    }
    # In the directory, agencies are in Vietnamese order, which stays that of partners with as many agreements.
    links = (
        pair_link(agency.name.text(language), agency_id, agency.id, bulletin)
        for agency in bulletin.directory.agencies
        if agency.id in shared
    )
    return tuple(sorted(links, key=lambda link: -(link.count or 0)))


def pair_link(label: str, one: str, other: str, bulletin: Bulletin) -> LinkView:
    """The link to what two agencies have signed with each other, with the number of these agreements."""
    site = bulletin.directory.site
    first, second = sorted((one, other))
    records = bulletin.register.by_pair[first, second]
    return group_link(LinkView(label, addresses.pair(WORDS[site.language], one, other), len(records)), records, site)


def _crumbs(agency: LinkView, bulletin: Bulletin) -> tuple[LinkView, ...]:
    site = bulletin.directory.site
    return home_crumb(site), top_link("agencies", site), agency
