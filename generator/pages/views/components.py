"""The view of the page that shows the components of a theme."""

from generator.pages.views.agreement import AgreementView
from generator.pages.views.charts import BarChartView
from generator.pages.views.pages import View
from generator.pages.views.parts import AlternateView, CardView, DateView, LinkView, Pager, PhotoView
from generator.pages.views.register import RowView


class ComponentsView(View, frozen=True, kw_only=True):
    """``components.html``: something for each component to show."""

    link: LinkView
    day: DateView
    cards: tuple[CardView, ...]
    photos: tuple[PhotoView, ...]
    agreement: AgreementView | None
    rows: tuple[RowView, ...]
    pager: Pager
    follow: tuple[AlternateView, ...]
    chart: BarChartView
