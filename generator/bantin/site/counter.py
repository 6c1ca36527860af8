"""PLAN: the visitor counter, as pages show it.

What all pages share of it are settings, which seldom change. The figures change all the time, so they are baked into
the home page alone: a new snapshot makes one page anew, not all of them.
"""

from datetime import datetime
from urllib.parse import urlsplit

from bantin.domain.model import CounterMode, Site
from bantin.index import Bulletin
from bantin.site.page import Part
from bantin.site.views import CounterView, FiguresView


def counter_view(site: Site) -> CounterView | None:
    """How pages reach the counter; ``None`` if the site has none."""
    if site.counter.mode is CounterMode.OFF:
        return None
    return CounterView(
        base=site.counter.base, prefix=urlsplit(site.base_url).path, live=site.counter.mode is CounterMode.LIVE
    )


def figures_parts(bulletin: Bulletin) -> dict[str, Part]:
    """The figures that the counter has left, as parts of a page, for ``figures_view``."""
    site, found = bulletin.directory.site, bulletin.figures
    if found is None or site.counter.mode is CounterMode.OFF:
        return {"figures": (), "counted_at": None}
    figures = (found.today, found.week, found.total)
    return {"figures": figures, "counted_at": found.at.astimezone(site.timezone)}


def figures_view(figures: tuple[int, ...], counted_at: datetime | None) -> FiguresView | None:
    """The figures to show; ``None`` if there are none."""
    if counted_at is None:
        return None
    today, week, total = figures
    return FiguresView(today, week, total, f"{counted_at:%H:%M %d/%m/%Y}")
