"""Pairs of agencies: whom each has signed with most, which pairs have signed most, and which have not."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from bantin.domain.text.number_format import format_integer
from bantin.index import Directory, current_successors
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.agencies import other_names
from bantin.site.cards import agency_link
from bantin.site.charts.graph import PairCount
from bantin.site.register.pairs import MOST_PARTNERS
from bantin.site.titles import titles_of
from bantin.site.views import AgencyPartnersView, LinkView, PartnerView

# The page must stay light however many agencies there are.
_MOST_LISTED = 200
_TOP = 10
_MOST_UNSIGNED = 20


class _Partner(NamedTuple):
    """A partner of an agency: the number of their agreements, and where these are."""

    agency: str
    agreements: int
    url: str


def agency_partners(
    ranked: Sequence[str], pairs: Sequence[PairCount], directory: Directory
) -> Iterator[AgencyPartnersView]:
    """All agencies that have signed, in Vietnamese order, with their partners; ``ranked`` has the busiest first.

    If there are very many agencies, only the busiest have the list of their partners here.
    """
    found = _partners(pairs, directory)
    listed = frozenset(ranked[:_MOST_LISTED])
    for agency in directory.agencies:
        if partners := found.get(agency.id):
            shown = partners[:MOST_PARTNERS] if agency.id in listed else []
            yield AgencyPartnersView(
                link=agency_link(agency.id, directory),
                other_names=other_names(agency, directory),
                partners=tuple(_view(one, directory) for one in shown),
                total=len(partners),
                every=_every(agency.id, len(partners), directory) if len(partners) > MOST_PARTNERS else None,
                others=len(found) - 1 - len(partners),
            )


def top_pairs(pairs: Sequence[PairCount], directory: Directory) -> Iterator[PartnerView]:
    """The pairs with most agreements; of pairs with as many, the first in Vietnamese order."""
    place = _places(directory)
    in_order = sorted(pairs, key=lambda pair: (-pair[2], *sorted((place[pair[0]], place[pair[1]]))))
    for one, other, count, url in in_order[:_TOP]:
        first, second = sorted((one, other), key=place.__getitem__)
        label = " – ".join(agency_link(agency, directory).label for agency in (first, second))
        yield PartnerView(LinkView(label, url), count)


def unsigned_pairs(
    ranked: Sequence[str], pairs: Sequence[PairCount], directory: Directory
) -> Iterator[tuple[LinkView, LinkView]]:
    """Pairs of the agencies ``ranked``, the busiest first, that have signed nothing with each other and still could.

    An agency whose duties others hold today cannot.
    """
    signed = {frozenset(pair[:2]) for pair in pairs}
    # In the order of the less busy agency of each pair: both have signed much, but not with each other.
    number = {agency: place for place, agency in enumerate(ranked)}
    existing = [agency for agency in ranked if not current_successors(agency, None, directory)]
    none = (pair for pair in combinations(existing, 2) if frozenset(pair) not in signed)
    for one, other in sorted(none, key=lambda pair: (number[pair[1]], number[pair[0]]))[:_MOST_UNSIGNED]:
        yield agency_link(one, directory), agency_link(other, directory)


def _partners(pairs: Sequence[PairCount], directory: Directory) -> Mapping[str, list[_Partner]]:
    """The partners of each agency, those with most agreements first, then in Vietnamese order."""
    place = _places(directory)
    found: dict[str, list[_Partner]] = {}
    for one, other, count, url in pairs:
        found.setdefault(one, []).append(_Partner(other, count, url))
        found.setdefault(other, []).append(_Partner(one, count, url))
    for partners in found.values():
        partners.sort(key=lambda partner: (-partner.agreements, place[partner.agency]))
    return found


def _places(directory: Directory) -> Mapping[str, int]:
    """The place of each agency in Vietnamese order."""
    return {agency.id: place for place, agency in enumerate(directory.agencies)}


def _view(partner: _Partner, directory: Directory) -> PartnerView:
    return PartnerView(LinkView(agency_link(partner.agency, directory).label, partner.url), partner.agreements)


def _every(agency_id: str, count: int, directory: Directory) -> LinkView:
    """The link to the page of all partners of an agency."""
    language = directory.site.language
    label = titles_of(directory.site).all_partners.format(count=format_integer(count, language))
    return LinkView(label, addresses.partners(WORDS[language], agency_id))
