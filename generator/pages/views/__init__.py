"""Views: all that a template is given of its page, and nothing else.

Addresses in views are relative to the root of the site; a template writes ``page.root`` before them. Dates, names and
labels are in the language of the site. Text is text, to be escaped; only ``html`` fields hold HTML, already clean.
"""

from generator.pages.views.agreement import (
    AgreementView,
    DocumentView,
    EventView,
    PartyView,
    PersonView,
    RelationView,
    ReviewView,
)
from generator.pages.views.data import Json, JsonView, TableView
from generator.pages.views.machines import EntryView, FeedView, RobotsView, SitemapView
from generator.pages.views.pages import (
    AgencyView,
    ArticleView,
    HomeView,
    IndexView,
    ListView,
    NameView,
    NotFoundView,
    RedirectView,
    StaticView,
    SuccessionView,
    View,
)
from generator.pages.views.parts import CardView, DateView, GroupView, HeadingView, LinkView, Pager, PhotoView
from generator.pages.views.site import SiteView

__all__ = [
    "AgencyView",
    "AgreementView",
    "ArticleView",
    "CardView",
    "DateView",
    "DocumentView",
    "EntryView",
    "EventView",
    "FeedView",
    "GroupView",
    "HeadingView",
    "HomeView",
    "IndexView",
    "Json",
    "JsonView",
    "LinkView",
    "ListView",
    "NameView",
    "NotFoundView",
    "Pager",
    "PartyView",
    "PersonView",
    "PhotoView",
    "RedirectView",
    "RelationView",
    "ReviewView",
    "RobotsView",
    "SiteView",
    "SitemapView",
    "StaticView",
    "SuccessionView",
    "TableView",
    "View",
]
