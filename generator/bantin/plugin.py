"""The public API for plugins: the names that a plugin may import."""

from bantin.domain.model import Agency, Agreement, Article, Feature, RecordFile, RecordHome, Site
from bantin.domain.problems import Kind, Language, Location, Problem, Severity, Wording
from bantin.index import Bulletin, Directory, Record
from bantin.site.cards import agency_link, article_link, card, home_crumb, home_link
from bantin.site.kinds import Bodies, PageKind
from bantin.site.page import Page, PageContent
from bantin.site.views import CardView, Json, JsonView, LinkView, TableView, View

__all__ = [
    "Agency",
    "Agreement",
    "Article",
    "Bodies",
    "Bulletin",
    "CardView",
    "Directory",
    "Feature",
    "Json",
    "JsonView",
    "Kind",
    "Language",
    "LinkView",
    "Location",
    "Page",
    "PageContent",
    "PageKind",
    "Problem",
    "Record",
    "RecordFile",
    "RecordHome",
    "Severity",
    "Site",
    "TableView",
    "View",
    "Wording",
    "agency_link",
    "article_link",
    "card",
    "home_crumb",
    "home_link",
]
