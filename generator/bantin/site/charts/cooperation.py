"""The agencies that sign with each other: a matrix, a chart of its gaps, and a network."""

from collections.abc import Iterable, Iterator, Sequence

from bantin.index import Bulletin, Directory, Pair
from bantin.site.cards import home_crumb, top_link
from bantin.site.charts.bars import Bar, bar_chart
from bantin.site.charts.graph import PairCount, graph, partners
from bantin.site.charts.matrix import matrix
from bantin.site.charts.statistics import cooperation_link
from bantin.site.page import Page, PageContent
from bantin.site.register.pairs import pair_link
from bantin.site.views import BarChartView, CooperationView, PartnersView

# Limits for legibility: a matrix must fit a screen, and the lines of a network must be distinguishable.
MOST_IN_MATRIX = 24
MOST_IN_NETWORK = 60
MOST_LINES = 120


def cooperation_page(bulletin: Bulletin) -> Iterator[Page]:
    """The page of agencies that sign with each other; if there are many, it shows the busiest."""
    register = bulletin.register
    signing = {agency for pair in register.by_pair for agency in pair}
    ranked = sorted(
        (agency.id for agency in bulletin.directory.agencies if agency.id in signing),
        key=lambda agency: -len(register.by_agency[agency]),
    )
    linked = _most_linked(ranked, register.by_pair)
    shown = frozenset(ranked[: max(MOST_IN_MATRIX, linked)])
    pairs = sorted(
        (*pair, len(records), pair_link("", *pair, bulletin).url)
        for pair, records in register.by_pair.items()
        if shown.issuperset(pair)
    )
    link = cooperation_link(bulletin.directory.site)
    yield Page(
        link.url,
        link.label,
        "cooperation.html",
        CooperationPage(ranked=tuple(ranked), linked=linked, pairs=tuple(pairs), all_pairs=len(register.by_pair)),
    )


def _most_linked(ranked: Sequence[str], pairs: Iterable[Pair]) -> int:
    """The number of agencies, the busiest first, that have at most ``MOST_LINES`` pairs among them."""
    rank = {agency: number for number, agency in enumerate(ranked)}
    joined = sorted(max(rank[one], rank[other]) for one, other in pairs)
    return min(MOST_IN_NETWORK, *joined[MOST_LINES : MOST_LINES + 1], len(ranked))


class CooperationPage(PageContent, frozen=True, kw_only=True):
    """The agencies that have signed, the busiest first, and the ``pairs`` to show.

    ``linked`` is the number of agencies in the network, ``all_pairs`` that of all pairs.
    """

    ranked: tuple[str, ...]
    linked: int
    pairs: tuple[PairCount, ...]
    all_pairs: int

    def view(self, directory: Directory, url: str, title: str) -> CooperationView:
        """See :class:`PageContent`."""
        # Imported lazily: planning does not need the library for the layout of networks.
        from bantin.site.charts.network import network

        few, many = (graph(self.ranked[:most], self.pairs, directory) for most in (MOST_IN_MATRIX, self.linked))
        rows = partners(few)
        return CooperationView(
            url=url,
            title=title,
            crumbs=(home_crumb(directory.site), top_link("statistics", directory.site)),
            signing=len(self.ranked),
            pairs=self.all_pairs,
            matrix=matrix(few),
            rows=rows,
            gaps=_gaps(rows),
            network=network(many),
            nodes=partners(many),
            rest=graph(self.ranked[max(MOST_IN_MATRIX, self.linked) :], (), directory).agencies,
        )


def _gaps(rows: tuple[PartnersView, ...]) -> BarChartView:
    """A chart of the number of other agencies with which each agency has not signed, the largest first."""
    bars = [Bar(row.link.label, row.link.url, len(row.others)) for row in rows]
    return bar_chart(sorted(bars, key=lambda bar: -bar.count))
