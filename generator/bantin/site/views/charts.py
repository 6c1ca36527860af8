"""The views of charts: marks with their positions, and the tables of the same data."""

from msgspec import Struct

from bantin.site.views.pages import View
from bantin.site.views.parts import LinkView


class BarView(Struct, frozen=True):
    """A bar: its label, in full and in lines that fit, its value, and the address of the list that it counts.

    ``label_y`` and ``bar_y`` are in em, ``length`` is in percent. ``url`` is empty if there is no list; ``known`` is
    false for the bar of unknown values.
    """

    label: str
    lines: tuple[str, ...]
    url: str
    count: int
    known: bool
    label_y: float
    bar_y: float
    length: float


class BarChartView(Struct, frozen=True):
    """Bars below each other; ``height`` is in em. ``longest`` are the longest bars."""

    bars: tuple[BarView, ...]
    height: float
    longest: tuple[BarView, ...]


class NameplateView(Struct, frozen=True):
    """A name in a chart, in lines that fit, and the position of the first line, of its ``anchor`` (as in SVG)."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str


class PlaceView(Struct, frozen=True):
    """An agency in a chart: its number there, its name, its page and its position.

    ``plate`` is ``None`` if there is no room for the name.
    """

    number: int
    name: str
    url: str
    x: float
    y: float
    radius: float
    plate: NameplateView | None


class CellView(Struct, frozen=True):
    """A square for two agencies: the number of agreements that both signed, one of three shades, and their list."""

    title: str
    url: str
    count: int
    shade: int
    x: int
    y: int


class MatrixRowView(Struct, frozen=True):
    """A row of a matrix: an agency, its name as the head of its column in lines that fit, and its squares.

    A square is ``None`` where the agencies have signed nothing, and where an agency meets itself.
    """

    link: LinkView
    lines: tuple[str, ...]
    cells: tuple[CellView | None, ...]


class MatrixView(Struct, frozen=True):
    """The agencies of a matrix, each a row and a column, and its squares: as a table in ``rows``, and for a drawing.

    Positions are in sixteenths of an em.
    """

    agencies: tuple[PlaceView, ...]
    cells: tuple[CellView, ...]
    cell: int
    left: int
    top: int
    width: int
    height: int
    rows: tuple[MatrixRowView, ...] = ()


class EdgeView(Struct, frozen=True):
    """A line between two agencies: the number of agreements that both signed, its thickness, and the list of them."""

    title: str
    url: str
    count: int
    stroke: float
    x1: float
    y1: float
    x2: float
    y2: float


class NetworkView(Struct, frozen=True):
    """The agencies of a network and the lines between them. Positions are in sixteenths of an em."""

    agencies: tuple[PlaceView, ...]
    edges: tuple[EdgeView, ...]
    width: int
    height: int


class PartnerView(Struct, frozen=True):
    """A partner of an agency: the link to the agreements that both signed, and their number."""

    link: LinkView
    count: int


class PartnersView(Struct, frozen=True):
    """A row of the table of a matrix or network: an agency, those that it has signed with, and those it has not."""

    number: int
    link: LinkView
    partners: tuple[PartnerView, ...]
    others: tuple[LinkView, ...]


class AgencyPartnersView(Struct, frozen=True):
    """The partners of an agency: those with most agreements first, and their ``total``.

    ``other_names`` are those by which readers may look for the agency. ``every`` leads to all partners if these are not
    all; there are no ``partners`` if the page has too many agencies. ``others`` is the number of agencies that have
    signed, but not with this one.
    """

    link: LinkView
    other_names: tuple[str, ...]
    partners: tuple[PartnerView, ...]
    total: int
    every: LinkView | None
    others: int


class StatisticsView(View, frozen=True, kw_only=True):
    """``statistics.html``: the register in numbers, by year of signing, field, type and status."""

    total: int
    years: BarChartView
    fields: BarChartView
    types: BarChartView
    statuses: BarChartView
    cooperation: LinkView


class CooperationView(View, frozen=True, kw_only=True):
    """``cooperation.html``: which agencies have signed with each other.

    ``signing`` is the number of agencies that have signed, ``pairs`` that of pairs that have, ``unsigned`` that of
    pairs that have not. ``agencies`` are all agencies with their partners, ``top_pairs`` the pairs with most
    agreements. ``matrix`` has the busiest agencies, with ``rows`` as its list; ``gaps`` shows for these with how many
    of all others each has not signed, and ``unsigned_pairs`` are the busiest pairs that have not. ``network`` has more
    agencies, with ``nodes`` as its list. ``rest`` are the agencies in neither.
    """

    signing: int
    pairs: int
    matrix: MatrixView
    rows: tuple[PartnersView, ...]
    gaps: BarChartView
    network: NetworkView
    nodes: tuple[PartnersView, ...]
    rest: tuple[LinkView, ...]
    agencies: tuple[AgencyPartnersView, ...] = ()
    top_pairs: tuple[PartnerView, ...] = ()
    unsigned: int = 0
    unsigned_pairs: tuple[tuple[LinkView, LinkView], ...] = ()
