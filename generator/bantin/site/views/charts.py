"""The views of charts: marks with their places, and the tables behind them."""

from msgspec import Struct

from bantin.site.views.pages import View
from bantin.site.views.parts import DateView, LinkView


class BarView(Struct, frozen=True):
    """A bar: its label, whole and in lines that fit, how many stand behind it, and the list of them.

    ``label_y`` and ``bar_y`` are in em, ``length`` is in percent. ``url`` is empty where nothing is listed, and
    ``known`` says whether the value itself is.
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
    """Bars below one another; ``height`` is in em, ``longest`` are the bars that no other is longer than."""

    bars: tuple[BarView, ...]
    height: float
    longest: tuple[BarView, ...]


class NameplateView(Struct, frozen=True):
    """A name in a chart, in lines that fit, and where the first stands; ``anchor`` is the part of it that is there."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: str


class PlaceView(Struct, frozen=True):
    """An agency in a chart: its number there, its name, its page, and where it stands.

    ``plate`` is ``None`` where there is no room to write the name.
    """

    number: int
    name: str
    url: str
    x: float
    y: float
    radius: float
    plate: NameplateView | None


class CellView(Struct, frozen=True):
    """What two agencies have signed together, as a square: how many, which of three shades, and the list."""

    title: str
    url: str
    count: int
    shade: int
    x: int
    y: int


class MatrixView(Struct, frozen=True):
    """The agencies of a matrix, each a row and a column, and its squares; the places are in sixteenths of an em."""

    agencies: tuple[PlaceView, ...]
    cells: tuple[CellView, ...]
    cell: int
    left: int
    top: int
    width: int
    height: int


class EdgeView(Struct, frozen=True):
    """What two agencies have signed together, as a line between them: how many, how thick, and the list."""

    title: str
    url: str
    count: int
    stroke: float
    x1: float
    y1: float
    x2: float
    y2: float


class NetworkView(Struct, frozen=True):
    """The agencies of a network and the lines between them; the places are in sixteenths of an em."""

    agencies: tuple[PlaceView, ...]
    edges: tuple[EdgeView, ...]
    width: int
    height: int


class PartnerView(Struct, frozen=True):
    """An agency that another has signed with: the link to what they signed together, and how many that is."""

    link: LinkView
    count: int


class PartnersView(Struct, frozen=True):
    """A row of the table behind a matrix or network: whom an agency has signed with, and whom it has not."""

    number: int
    link: LinkView
    partners: tuple[PartnerView, ...]
    others: tuple[LinkView, ...]


class StatisticsView(View, frozen=True, kw_only=True):
    """``statistics.html``: the register in numbers, by year of signing, field, type and status on the day ``as_of``."""

    total: int
    as_of: DateView
    years: BarChartView
    fields: BarChartView
    types: BarChartView
    statuses: BarChartView
    cooperation: LinkView


class CooperationView(View, frozen=True, kw_only=True):
    """``cooperation.html``: which agencies have signed with each other.

    ``signing`` agencies have signed, in ``pairs`` pairs. The busiest stand in the matrix, with ``rows`` behind it, and
    in ``gaps``, by how many of these they have not signed with; more of them stand in the network, with ``nodes``
    behind it; ``rest`` are the others.
    """

    signing: int
    pairs: int
    matrix: MatrixView
    rows: tuple[PartnersView, ...]
    gaps: BarChartView
    network: NetworkView
    nodes: tuple[PartnersView, ...]
    rest: tuple[LinkView, ...]
