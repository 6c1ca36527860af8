"""The agencies that sign with each other: the partners of each, the pairs with most agreements and those with none.

A matrix and a network draw the busiest.
"""

from collections.abc import Iterable, Iterator, Sequence

from bantin.index import Bulletin, Directory, Pair
from bantin.site.cards import agency_link, home_crumb, top_link
from bantin.site.charts.bars import Bar, bar_chart
from bantin.site.charts.graph import Graph, PairCount, graph, partners
from bantin.site.charts.matrix import matrix
from bantin.site.charts.partners import agency_partners, top_pairs, unsigned_pairs
from bantin.site.charts.statistics import cooperation_link
from bantin.site.page import Page, PageContent
from bantin.site.register.pairs import pair_link
from bantin.site.views import AgencyPartnersView, BarChartView, CooperationView, NetworkView

# Limits for legibility: a matrix must fit a screen, and the lines of a network must be distinguishable.
MOST_IN_MATRIX = 24
MOST_IN_NETWORK = 60
MOST_LINES = 120


def cooperation_page(bulletin: Bulletin) -> Iterator[Page]:
    """The page of agencies that sign with each other; if there are many, it draws the busiest."""
    register = bulletin.register
    signing = {agency for pair in register.by_pair for agency in pair}
    ranked = sorted(
        (agency.id for agency in bulletin.directory.agencies if agency.id in signing),
        key=lambda agency: -len(register.by_agency[agency]),
    )
    pairs = sorted(
        (*pair, len(records), pair_link("", *pair, bulletin).url) for pair, records in register.by_pair.items()
    )
    link = cooperation_link(bulletin.directory.site)
    content = CooperationPage(ranked=tuple(ranked), linked=_most_linked(ranked, register.by_pair), pairs=tuple(pairs))
    yield Page(link.url, link.label, "cooperation.html", content)


def _most_linked(ranked: Sequence[str], pairs: Iterable[Pair]) -> int:
    """The number of agencies, the busiest first, that have at most ``MOST_LINES`` pairs among them."""
    rank = {agency: number for number, agency in enumerate(ranked)}
    joined = sorted(max(rank[one], rank[other]) for one, other in pairs)
    return min(MOST_IN_NETWORK, *joined[MOST_LINES : MOST_LINES + 1], len(ranked))


class CooperationPage(PageContent, frozen=True, kw_only=True):
    """The agencies that have signed, the busiest first, and their pairs.

    ``linked`` is the number of agencies that a network can show.
    """

    ranked: tuple[str, ...]
    linked: int
    pairs: tuple[PairCount, ...]

    def view(self, directory: Directory, url: str, title: str) -> CooperationView:
        """See :class:`PageContent`."""
        busiest, size = self.ranked[:MOST_IN_MATRIX], len(self.ranked)
        few = graph(busiest, self.pairs, directory)
        many, drawn = self._network(directory)
        agencies = tuple(agency_partners(self.ranked, self.pairs, directory))
        shown = max(MOST_IN_MATRIX, len(many.agencies))
        return CooperationView(
            url=url,
            title=title,
            crumbs=(home_crumb(directory.site), top_link("statistics", directory.site)),
            signing=size,
            pairs=len(self.pairs),
            matrix=matrix(few),
            rows=partners(few),
            gaps=_gaps(agencies, {agency_link(one, directory).url for one in busiest}),
            network=drawn,
            nodes=partners(many),
            rest=graph(self.ranked[shown:], (), directory).agencies,
            agencies=agencies,
            top_pairs=tuple(top_pairs(self.pairs, directory)),
            unsigned=size * (size - 1) // 2 - len(self.pairs),
            unsigned_pairs=tuple(unsigned_pairs(busiest, self.pairs, directory)),
        )

    def _network(self, directory: Directory) -> tuple[Graph, NetworkView]:
        """The network of the busiest agencies: as many as have room for their names."""
        # Imported lazily: planning does not need the library for the layout of networks.
        from bantin.site.charts.network import network

        size = self.linked
        while True:
            made = graph(self.ranked[:size], self.pairs, directory)
            drawn = network(made)
            unnamed = sum(place.plate is None for place in drawn.agencies)
            if not unnamed or not size:
                return made, drawn
            size -= unnamed


def _gaps(agencies: Iterable[AgencyPartnersView], busiest: set[str]) -> BarChartView:
    """A chart of the number of other agencies with which each of the ``busiest`` has not signed, the largest first."""
    bars = [Bar(one.link.label, one.link.url, one.others) for one in agencies if one.link.url in busiest]
    return bar_chart(sorted(bars, key=lambda bar: -bar.count))
