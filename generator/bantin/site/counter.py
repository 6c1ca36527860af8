"""PLAN: the visitor counter on pages.

All pages share its settings, which seldom change, with the total of an older counter. The figures change all the time,
so only the home page includes them: a new snapshot changes one page instead of all of them.
"""

from datetime import datetime
from urllib.parse import urlsplit

from msgspec import Struct

from bantin.domain.model import CounterMode, Site
from bantin.domain.text.date_format import format_short
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin
from bantin.site.views import CounterView, FiguresView


def counter_view(site: Site) -> CounterView | None:
    """The settings that pages need to reach the counter; ``None`` if the site has none."""
    if site.counter.mode is CounterMode.OFF:
        return None
    counter = site.counter
    return CounterView(
        base=counter.base,
        prefix=urlsplit(site.base_url).path,
        live=counter.mode is CounterMode.LIVE,
        carried_over=counter.start_total,
        since=format_short(Edtf.of(counter.start_date), site.language) if counter.start_date else "",
    )


class Figures(Struct, frozen=True):
    """The figures of the last snapshot: visits today, this week and in total, and the time of the count."""

    today: int
    week: int
    total: int
    counted_at: datetime


def figures_of(bulletin: Bulletin) -> Figures | None:
    """The figures in the counter's last snapshot; ``None`` if there is none."""
    site, found = bulletin.directory.site, bulletin.figures
    if found is None or site.counter.mode is CounterMode.OFF:
        return None
    return Figures(found.today, found.week, found.total, found.at.astimezone(site.timezone))


def figures_view(figures: Figures) -> FiguresView:
    """The figures as the home page shows them."""
    return FiguresView(figures.today, figures.week, figures.total, f"{figures.counted_at:%H:%M %d/%m/%Y}")
