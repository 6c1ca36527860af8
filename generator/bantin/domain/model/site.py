"""The settings of a bulletin and its vocabulary."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from bantin.domain.model.agency import Contact
from bantin.domain.model.cms import Cms
from bantin.domain.model.comments import Comments
from bantin.domain.model.label import Label, Term
from bantin.domain.model.own_field import OwnField
from bantin.domain.model.reference import Position
from bantin.domain.problems import Language


class MenuItem(Struct, frozen=True, array_like=True):
    """An entry of a menu or of a list of links: its label, and an address or the path of a content file."""

    label: Label
    to: str
    place: Position


class NamedFile(Struct, frozen=True, array_like=True):
    """A file of the content folder that ``site.yml`` names, and the position of the name."""

    file: str
    place: Position


class CounterMode(StrEnum):
    """How visitors are counted: by a live service, from the logs of a web server, or not at all."""

    LIVE = "live"
    LOGS = "logs"
    OFF = "off"


class VisitorCounter(Struct, frozen=True, array_like=True):
    """How visitors are counted, and the path under which the figures are served.

    ``start_total`` is the total of an older counter up to the day before ``start_date``, when this one took over.
    ``week_start`` is the first day of a week, 0 for Monday to 6 for Sunday.
    """

    mode: CounterMode = CounterMode.OFF
    base: str = "/_c"
    start_total: int = 0
    start_date: date | None = None
    week_start: int = 0


class SearchScope(StrEnum):
    """The scope of the search: full texts, or only titles, leads and facts.

    ``AUTO`` chooses by the number of articles; ``OFF`` means that the site has no search.
    """

    AUTO = "auto"
    FULL = "full"
    TITLES = "titles"
    OFF = "off"


class Feature(StrEnum):
    """Parts of a site that a bulletin can turn off: kinds of pages, with all links to them.

    ``VOCABULARY`` are the lists by type of document and by field, ``CODES`` the addresses of printed pages as codes;
    with ``OFFLINE``, devices keep the pages that were read.
    """

    AGENCIES = "agencies"
    ARCHIVE = "archive"
    CALENDARS = "calendars"
    CODES = "codes"
    DATA = "data"
    FEEDS = "feeds"
    GLOSSARY = "glossary"
    OFFLINE = "offline"
    REGISTER = "register"
    STATISTICS = "statistics"
    VOCABULARY = "vocabulary"


SearchCoverage = Literal["", "full", "titles"]
"""The scope of a site's search: texts too, or only titles, leads and facts; empty without a search."""


class VisitorFigures(Struct, frozen=True, array_like=True):
    """The figures of the counter at the instant ``at``: visits of that day, week and month, and of all time."""

    at: datetime
    today: int
    week: int
    month: int
    total: int


class Site(Struct, frozen=True, array_like=True):
    """The settings of ``content/site.yml``. ``base_url`` ends with a slash.

    The ``emblem`` is an image before the title. ``trusted_roots`` have the certificates of authorities whose
    signatures count. ``repository`` is the address at which readers find a source file, with ``{commit}`` and
    ``{path}`` in it; ``legal_documents`` is that of a law or decree in a database, with ``{number}`` or ``{slug}``.
    ``hubs`` are notified of new articles, and notify subscribers (WebSub). With ``social_cards``, one is drawn for
    each article without a photo. With ``former_versions``, articles and records have pages of their former
    versions. Changes before the day ``notes_since`` need no note in ``changes``. The features that are ``off`` have
    no pages. ``own_fields`` are additional facts of its agreements. ``preview_of`` is the address of the public site,
    if this is a preview of it.

    A bulletin in several languages has a site for each: ``others`` are the settings in the languages besides the main
    one. Such a site is ``below`` that of the main language, whose files it shares. ``wording`` are the program's texts
    as reworded by the theme, by context and English text.
    """

    title: str
    base_url: str
    language: Language
    timezone: ZoneInfo
    description: str = ""
    publisher: str = ""
    theme: str = "default"
    sections: tuple[Term, ...] = ()
    menu: tuple[MenuItem, ...] = ()
    links: tuple[MenuItem, ...] = ()
    contact: Contact = Contact()
    license: str = ""
    page_size: int = 50
    feed_size: int = 20
    emblem: NamedFile | None = None
    trusted_roots: tuple[NamedFile, ...] = ()
    repository: str = ""
    legal_documents: str = ""
    counter: VisitorCounter = VisitorCounter()
    search: SearchScope = SearchScope.AUTO
    comments: Comments | None = None
    editors: Cms | None = None
    hubs: tuple[str, ...] = ()
    social_cards: bool = False
    former_versions: bool = False
    notes_since: date | None = None
    off: tuple[Feature, ...] = ()
    own_fields: tuple[OwnField, ...] = ()
    preview_of: str = ""

    wording: Mapping[tuple[str, str], str] = {}
    others: tuple["Site", ...] = ()
    below: Language | None = None

    @property
    def published_by(self) -> str:
        """The publisher of the bulletin; its title if the settings name none."""
        return self.publisher or self.title

    @property
    def main(self) -> Language:
        """The main language of the bulletin."""
        return self.below or self.language

    @property
    def prefix(self) -> str:
        """The path of the site below that of the main language: ``""`` for the main language, ``en/`` for another."""
        return f"{self.language}/" if self.below else ""

    @property
    def up(self) -> str:
        """The relative path from the site to that of the main language."""
        return "../" if self.below else ""

    @property
    def root_url(self) -> str:
        """The full address of the site of the main language."""
        return self.base_url.removesuffix(self.prefix)

    @property
    def in_all_languages(self) -> tuple["Site", ...]:
        """The settings in every language of the bulletin, the main one first."""
        below = (replace(other, below=self.language) for other in self.others)
        return (self, *(replace(other, base_url=f"{self.base_url}{other.prefix}") for other in below))


class Explanation(Struct, frozen=True, array_like=True):
    """A word that readers may not know, and what it means in everyday words. ``id`` is its anchor."""

    id: str
    word: Label
    meaning: Label


class Vocabulary(Struct, frozen=True, array_like=True):
    """The terms by which agreements are classified: types of document and fields, in the order of the file.

    ``glossary`` are words that the bulletin explains in addition to those that the program explains, or instead.
    """

    types: tuple[Term, ...] = ()
    fields: tuple[Term, ...] = ()
    glossary: tuple[Explanation, ...] = ()
