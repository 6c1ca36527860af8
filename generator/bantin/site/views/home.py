"""The view of the home page."""

from msgspec import Struct

from bantin.site.views.pages import View
from bantin.site.views.parts import CardView, FiguresView, LinkView
from bantin.site.views.register import NoteView


class YearView(Struct, frozen=True):
    """A year at a glance: what was told and signed in it, by how many agencies, and its months with their lists.

    ``agreements`` is ``None`` for a year in which nothing was signed. A month is its name, and the link to what there
    was in it, if there was anything.
    """

    label: str
    articles: LinkView
    agreements: LinkView | None
    agencies: int
    months: tuple[tuple[str, LinkView | None], ...]


class HomeView(View, frozen=True, kw_only=True):
    """``home.html``. ``year`` is the newest one, ``due`` are the nearest deadlines of those behind ``all_due``."""

    lead: CardView | None
    latest: tuple[CardView, ...]
    sections: tuple[tuple[LinkView, tuple[CardView, ...]], ...]
    agencies: tuple[LinkView, ...]
    years: tuple[LinkView, ...]
    year: YearView | None
    due: tuple[NoteView, ...]
    all_due: LinkView
    more: LinkView | None
    figures: FiguresView | None
