"""The view of the home page."""

from msgspec import Struct

from bantin.site.views.pages import View
from bantin.site.views.parts import CardView, DateView, FiguresView, LinkView
from bantin.site.views.register import NoteView


class YearView(Struct, frozen=True):
    """A year at a glance: its articles and agreements, the number of agencies that signed, and its months.

    ``agreements`` is ``None`` if none were signed. A month is its name, and the link to its articles if there are any.
    """

    label: str
    articles: LinkView
    agreements: LinkView | None
    agencies: int
    months: tuple[tuple[str, LinkView | None], ...]


class HomeView(View, frozen=True, kw_only=True):
    """``home.html``. ``year`` is the newest year; ``due`` are the nearest deadlines, ``all_due`` is the link to all.

    ``as_of`` is the day for which the site was built.
    """

    as_of: DateView
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
