"""What a page that says for which day the site was built becomes on another day."""

from datetime import date

from msgspec.structs import replace

from bantin.domain.problems import Language
from bantin.site.cards import as_of_view
from bantin.site.views import HomeView


def for_day(view: HomeView, day: date, language: Language) -> HomeView:
    """``view`` as it is where the site is built for another ``day``, and nothing else has changed."""
    return replace(view, as_of=as_of_view(day, language))
