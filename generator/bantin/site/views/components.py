"""The view of the page that shows the components of a theme."""

from bantin.site.views.agreement import AgreementView, CitationView, RecordBriefView
from bantin.site.views.charts import BarChartView
from bantin.site.views.pages import View
from bantin.site.views.parts import (
    AlternateView,
    CardView,
    DateView,
    LinkView,
    PageChangeView,
    Pager,
    PhotoView,
    StatusView,
)
from bantin.site.views.register import RowView


class ComponentsView(View, frozen=True, kw_only=True):
    """``components.html``: an example for each component; ``statuses`` are all of them."""

    link: LinkView
    day: DateView
    changes: tuple[PageChangeView, ...]
    cards: tuple[CardView, ...]
    photos: tuple[PhotoView, ...]
    agreement: AgreementView | None
    record: RecordBriefView | None
    citation: CitationView | None
    rows: tuple[RowView, ...]
    pager: Pager
    follow: tuple[AlternateView, ...]
    chart: BarChartView
    statuses: tuple[StatusView, ...] = ()
