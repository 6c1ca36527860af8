"""PLAN: the visitor counter, as pages show it.

What all pages share of it are settings, which seldom change. The figures change all the time, so they are baked into
the home page alone: a new snapshot makes one page anew, not all of them.
"""

from datetime import datetime
from urllib.parse import urlsplit

from msgspec import Struct

from bantin.domain.model import CounterMode, Site
from bantin.index import Bulletin
from bantin.site.views import CounterView, FiguresView


def counter_view(site: Site) -> CounterView | None:
    """How pages reach the counter; ``None`` if the site has none."""
    if site.counter.mode is CounterMode.OFF:
        return None
    return CounterView(
        base=site.counter.base, prefix=urlsplit(site.base_url).path, live=site.counter.mode is CounterMode.LIVE
    )


class Figures(Struct, frozen=True):
    """The figures of the last snapshot: the visits of the day, the week and all time, and when they were counted."""

    today: int
    week: int
    total: int
    counted_at: datetime


def figures_of(bulletin: Bulletin) -> Figures | None:
    """The figures that the counter has left, if there are any."""
    site, found = bulletin.directory.site, bulletin.figures
    if found is None or site.counter.mode is CounterMode.OFF:
        return None
    return Figures(found.today, found.week, found.total, found.at.astimezone(site.timezone))


def figures_view(figures: Figures) -> FiguresView:
    """The figures to show."""
    return FiguresView(figures.today, figures.week, figures.total, f"{figures.counted_at:%H:%M %d/%m/%Y}")
