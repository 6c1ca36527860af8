"""The views of pages: the values that templates see as ``page``."""

from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup
from msgspec import Struct

from bantin.site.addresses import root_of
from bantin.site.views.agreement import AgreementView, CitationView, RecordBriefView
from bantin.site.views.comments import CommentsView
from bantin.site.views.parts import (
    AlternateView,
    CardView,
    CodeView,
    DateView,
    HeadingView,
    LanguageView,
    LinkView,
    OriginView,
    PageChangeView,
    Pager,
    PhotoView,
)
from bantin.site.views.text import TextView


class View(Struct, frozen=True, kw_only=True, dict=True):
    """The fields of every page: its address, its title, a description, its breadcrumbs and its alternate forms.

    ``origin`` is the file that it shows, if it shows one. ``languages`` are its versions in all languages of the
    bulletin, the main one first; empty if there is only one language. ``canonical`` is the full address of the page
    that search engines should show instead of this one, if there is one.
    """

    url: str
    title: str
    description: str = ""
    crumbs: tuple[LinkView, ...] = ()
    alternates: tuple[AlternateView, ...] = ()
    origin: OriginView | None = None
    languages: tuple[LanguageView, ...] = ()
    canonical: str = ""

    @cached_property
    def root(self) -> str:
        """The relative path to the root of the site, to be written before addresses."""
        return root_of(self.url)

    @property
    def asset_root(self) -> str:
        """The path to the root of the site, to be written before the addresses of static files."""
        return self.root


class ArticleView(View, frozen=True, kw_only=True):
    """``article.html``. ``preview`` is its image for social media; ``code`` is its address on paper.

    ``summary`` says in everyday words what it is about. ``corrections`` and ``updates`` are those that were made since
    it was published, the newest first. ``gone`` are the agreements that it is about and that are not there any more.
    """

    html: Markup = Markup()
    lead: str
    published: DateView | None
    updated: DateView | None
    corrections: tuple[PageChangeView, ...] = ()
    updates: tuple[PageChangeView, ...] = ()
    authors: tuple[str, ...]
    source: LinkView | None
    source_code: str
    section: LinkView | None
    tags: tuple[LinkView, ...]
    photos: tuple[PhotoView, ...]
    headings: tuple[HeadingView, ...] = ()
    lang: str
    license: str
    agreement: AgreementView | None
    about: tuple[RecordBriefView, ...] = ()
    gone: tuple[LinkView, ...] = ()
    citation: CitationView | None
    newer: LinkView | None
    older: LinkView | None
    related: tuple[CardView, ...]
    draft: bool
    preview: PhotoView | None = None
    comments: CommentsView | None = None
    summary: str = ""
    code: CodeView | None = None


class RecordView(View, frozen=True, kw_only=True):
    """``record.html``: a record with a file of its own, and the ``news`` about it, newest first.

    ``original`` leads to the page in the main language if the text here is a translation, for information only.
    ``summary``, ``corrections`` and ``updates`` are as in an article.
    """

    lang: str
    updated: DateView | None
    corrections: tuple[PageChangeView, ...] = ()
    updates: tuple[PageChangeView, ...] = ()
    license: str
    agreement: AgreementView
    text: TextView | None
    citation: CitationView
    news: tuple[CardView, ...]
    draft: bool
    original: LinkView | None = None
    preview: PhotoView | None = None
    summary: str = ""
    code: CodeView | None = None


class RecordTextView(View, frozen=True, kw_only=True):
    """``text.html``: a version of the text of a record; ``record`` leads to its page."""

    lang: str
    record: RecordBriefView
    text: TextView
    draft: bool
    code: CodeView | None = None


class StaticView(View, frozen=True, kw_only=True):
    """``page.html``. ``corrections`` and ``updates`` are as in an article."""

    html: Markup = Markup()
    lead: str
    updated: DateView | None
    corrections: tuple[PageChangeView, ...] = ()
    updates: tuple[PageChangeView, ...] = ()
    headings: tuple[HeadingView, ...] = ()
    lang: str


class ListView(View, frozen=True, kw_only=True):
    """``list.html``: one page of a list of articles. ``children`` are links to narrower lists."""

    cards: tuple[CardView, ...]
    total: int
    pager: Pager
    children: tuple[LinkView, ...] = ()
    newer: LinkView | None = None
    older: LinkView | None = None


class CalendarDayView(Struct, frozen=True):
    """A day in the calendar of a month; ``number`` is 0 for days of other months.

    ``link`` leads to the items of the day; its label is empty. ``anchor`` is that of the day if its items begin on
    another page of the list, so that the anchor is always on the first page.
    """

    number: int
    link: LinkView | None = None
    anchor: str = ""


class DayView(Struct, frozen=True):
    """The items of a day in the list of a month; ``again`` are links to those with a card at a later day."""

    label: str
    anchor: str
    cards: tuple[CardView, ...]
    again: tuple[LinkView, ...]


class MonthView(View, frozen=True, kw_only=True):
    """``month.html``: one page of the list of a month, by day, and the calendar of the month, from Monday to Sunday.

    ``weekdays`` have short and full names; ``total`` is the number of articles and records.
    """

    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[CalendarDayView, ...], ...]
    days: tuple[DayView, ...]
    total: int
    pager: Pager
    newer: LinkView | None = None
    older: LinkView | None = None


class CorrectionView(Struct, frozen=True):
    """A correction: when it was made, and what was wrong; ``link`` leads to what was corrected."""

    link: LinkView
    on: DateView
    note: str


class CorrectionsView(View, frozen=True, kw_only=True):
    """``corrections.html``: one page of all corrections, the newest first."""

    corrections: tuple[CorrectionView, ...]
    total: int
    pager: Pager


class IndexView(View, frozen=True, kw_only=True):
    """``index.html``: links to lists, in groups. A group without a label is the only one.

    ``other`` is another index of the same things; no index has one any more.
    """

    groups: tuple[tuple[str, str, tuple[LinkView, ...]], ...]
    jumps: bool = False
    other: LinkView | None = None


class ExplanationView(Struct, frozen=True):
    """An entry of the glossary: its anchor, the word, and what it means in everyday words.

    ``lang`` is the language of both if that differs from the language of the site.
    """

    anchor: str
    word: str
    meaning: str
    lang: str = ""


class GlossaryView(View, frozen=True, kw_only=True):
    """``glossary.html``: the explanations of words, in groups: the label and the anchor of each, and its entries."""

    groups: tuple[tuple[str, str, tuple[ExplanationView, ...]], ...]


class SearchView(View, frozen=True, kw_only=True):
    """``search.html``: the form and the place for results. A script searches the index at the address ``index``.

    ``links`` lead to other ways of finding agreements. ``engine`` is the address of the program that searches, and
    ``loaded`` are those of what it loads first. ``names`` is the address of what questions are read with, and
    ``suggestions`` that of what is suggested while a question is typed; ``newest`` that of the newest agreements and
    news, which can be shown before everything has been searched.
    """

    index: str
    links: tuple[LinkView, ...]
    engine: str = ""
    loaded: tuple[str, ...] = ()
    names: str = ""
    suggestions: str = ""
    newest: str = ""


class OpenSearchView(View, frozen=True, kw_only=True):
    """``opensearch.xml``: how a browser searches the site; ``page`` is the address of the search page."""

    page: str


class NotFoundView(View, frozen=True, kw_only=True):
    """``404.html``. It is served at any depth, so links need the full address of the site before them."""

    base_url: str
    links: tuple[LinkView, ...]

    @property
    def root(self) -> str:
        """The full address of the site."""
        return self.base_url

    @property
    def asset_root(self) -> str:
        """The path of the site on its host: pages may load scripts and styles only from the host that they are on."""
        return urlsplit(self.base_url).path


class GoneView(View, frozen=True, kw_only=True):
    """``gone.html``: a page that was public and is not any more.

    ``kind`` names what stood there; ``number`` is that of an agreement. ``lang`` and ``said_in`` are the languages of
    the title and of the reason. Servers show it at addresses of any depth, so links need the full address of the site
    before them.
    """

    base_url: str
    kind: str
    number: str
    published: DateView | None
    on: DateView | None
    reason: str
    replacement: LinkView | None
    lang: str
    said_in: str

    @property
    def root(self) -> str:
        """The full address of the site."""
        return self.base_url

    @property
    def asset_root(self) -> str:
        """The path of the site on its host: pages may load scripts and styles only from the host that they are on."""
        return urlsplit(self.base_url).path


class RedirectView(View, frozen=True, kw_only=True):
    """``redirect.html``: a former address, and the current one."""

    target: str
