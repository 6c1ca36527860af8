"""Bar charts with horizontal bars, each below its label. They fit any width, and the text keeps its size.

Horizontal positions are in percent, so a chart is as wide as its column; vertical ones are in em, so it grows with the
reader's font size.
"""

from collections.abc import Sequence
from textwrap import wrap

from msgspec import Struct

from bantin.site.views import BarChartView, BarView

# Characters that fit beside a number in a column of 20 rem, the width of a small telephone.
_LABEL = 36
_LINE, _BAR, _GAP = 1.4, 0.6, 0.7
_FREE = 0.1
_BASELINE = 1.0


class Bar(Struct, frozen=True):
    """A bar to draw; ``url`` is empty if there is no list, and ``known`` is false for the bar of unknown values."""

    label: str
    url: str
    count: int
    known: bool = True


def bar_chart(bars: Sequence[Bar]) -> BarChartView:
    """The chart of ``bars``, in their order; the longest bar fills the width."""
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
