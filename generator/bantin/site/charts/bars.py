"""Bars below one another, each under its label: they fit any width, and their text keeps its size.

Across, places are in percent, so that a chart is as wide as its column; down, they are in em, so that it grows with
the reader's text.
"""

from collections.abc import Sequence
from textwrap import wrap

from msgspec import Struct

from bantin.site.views import BarChartView, BarView

# What fits beside a count in a column of 20 rem, the width of a small telephone.
_LABEL = 36
_LINE, _BAR, _GAP = 1.4, 0.6, 0.7
_FREE = 0.1
_BASELINE = 1.0


class Bar(Struct, frozen=True):
    """A bar to draw; ``url`` is empty where nothing is listed, and ``known`` says whether the value itself is."""

    label: str
    url: str
    count: int
    known: bool = True


def bar_chart(bars: Sequence[Bar]) -> BarChartView:
    """The chart of ``bars``, in their order; the longest is as long as the chart is wide."""
    most = max((bar.count for bar in bars), default=0)
    views: list[BarView] = []
    top = 0.0
    for bar in bars:
        lines = tuple(wrap(bar.label, _LABEL))
        bar_y = top + _LINE * len(lines) + _FREE
        views.append(
            BarView(
                label=bar.label,
                lines=lines,
                url=bar.url,
                count=bar.count,
                known=bar.known,
                label_y=round(top + _BASELINE, 2),
                bar_y=round(bar_y, 2),
                length=round(100 * bar.count / most, 2) if most else 0.0,
            )
        )
        top = bar_y + _BAR + _GAP
    return BarChartView(tuple(views), round(top, 2), tuple(view for view in views if most and view.count == most))
