"""The graph of agencies and their common agreements, from which charts are drawn."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from bantin.index import Directory
from bantin.site.cards import agency_link
from bantin.site.views import LinkView, PartnersView, PartnerView

PairCount = tuple[str, str, int, str]
"""The ids of two agencies, sorted, the number of agreements that both have signed, and the address where these are."""


class Edge(Struct, frozen=True):
    """An edge between two agencies, given by their positions: the number of agreements, and where these are."""

    first: int
    second: int
    count: int
    url: str


class Graph(Struct, frozen=True):
    """Agencies in Vietnamese order, and an edge between any two that have signed together."""

    agencies: tuple[LinkView, ...]
    edges: tuple[Edge, ...]

    def title(self, edge: Edge) -> str:
        """The names of both agencies."""
        return f"{self.agencies[edge.first].label} – {self.agencies[edge.second].label}"


def graph(ids: Iterable[str], pairs: Iterable[PairCount], directory: Directory) -> Graph:
    """The graph of the agencies ``ids``; ``pairs`` with other agencies are left out."""
    chosen = frozenset(ids)
    agencies = [agency for agency in directory.agencies if agency.id in chosen]
    position = {agency.id: number for number, agency in enumerate(agencies)}
    edges = []
    for one, other, count, url in pairs:
        if one in chosen and other in chosen:
            first, second = sorted((position[one], position[other]))
            edges.append(Edge(first, second, count, url))
    return Graph(
        tuple(agency_link(agency.id, directory) for agency in agencies),
        tuple(sorted(edges, key=lambda edge: (edge.first, edge.second))),
    )


def partners(made: Graph) -> tuple[PartnersView, ...]:
    """For each agency of a graph, those with which it has signed, and those with which it has not."""
    found: list[dict[int, PartnerView]] = [{} for _ in made.agencies]
    for edge in made.edges:
        for one, other in ((edge.first, edge.second), (edge.second, edge.first)):
            found[one][other] = PartnerView(LinkView(made.agencies[other].label, edge.url), edge.count)
    return tuple(_rows(made, found))


def _rows(made: Graph, found: list[dict[int, PartnerView]]) -> Iterator[PartnersView]:
    for one, link in enumerate(made.agencies):
        signed = tuple(found[one][other] for other in sorted(found[one]))
        others = tuple(agency for other, agency in enumerate(made.agencies) if other != one and other not in found[one])
        yield PartnersView(one + 1, link, signed, others)
