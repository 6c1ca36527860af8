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

    ``in_force`` are agreements that have entered into force lately, ``changed`` other recent changes, ``all_changed``
    is the link to all. ``register`` is the link to the register, ``statuses`` are those to its lists by status. No
    article or record is in two of these. ``as_of`` is the day for which the site was built.
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
    in_force: tuple[NoteView, ...] = ()
    changed: tuple[NoteView, ...] = ()
    all_changed: LinkView | None = None
    register: LinkView | None = None
    statuses: tuple[LinkView, ...] = ()
