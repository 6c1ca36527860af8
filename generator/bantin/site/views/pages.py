"""The views of pages: each is what one template is given as ``page``."""

from functools import cached_property
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from bantin.site.addresses import root_of
from bantin.site.views.agreement import AgreementView, CitationView, HeirView, RecordBriefView
from bantin.site.views.comments import CommentsView
from bantin.site.views.parts import (
    AlternateView,
    CardView,
    DateView,
    GroupView,
    HeadingView,
    LanguageView,
    LinkView,
    OriginView,
    Pager,
    PhotoView,
)


class View(Struct, frozen=True, kw_only=True, dict=True):
    """What every page has: its address, its title, a sentence about it, the way down to it and its other forms.

    ``origin`` is the file that it shows, if it shows one. ``languages`` are the page in each language of the bulletin,
    the main one first; empty if there is one language only. ``canonical`` is the full address of the page that search
    engines are to show in place of this one, if there is such a page.
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
        """What to write before an address of the site on this page."""
        return root_of(self.url)


class ArticleView(View, frozen=True, kw_only=True):
    """``article.html``. ``preview`` is the image that others show of it."""

    html: Markup = Markup()
    lead: str
    published: DateView | None
    updated: DateView | None
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
    citation: CitationView | None
    newer: LinkView | None
    older: LinkView | None
    related: tuple[CardView, ...]
    draft: bool
    preview: PhotoView | None = None
    comments: CommentsView | None = None


class RecordView(View, frozen=True, kw_only=True):
    """``record.html``: a record with a file of its own, and the ``news`` about it, newest first.

    ``original`` leads to the page in the main language if the text here is a translation, for information only.
    """

    lang: str
    updated: DateView | None
    license: str
    agreement: AgreementView
    citation: CitationView
    news: tuple[CardView, ...]
    draft: bool
    original: LinkView | None = None
    preview: PhotoView | None = None


class StaticView(View, frozen=True, kw_only=True):
    """``page.html``."""

    html: Markup = Markup()
    lead: str
    updated: DateView | None
    headings: tuple[HeadingView, ...] = ()
    lang: str


class MonthView(Struct, frozen=True):
    """A leaf of a calendar: its weeks, Monday first, of days, 0 for those of other months, with links to their lists.

    ``weekdays`` have their short names and their names.
    """

    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[tuple[int, LinkView | None], ...], ...]


class ListView(View, frozen=True, kw_only=True):
    """``list.html``: articles, a page at a time. ``children`` are the links from here to narrower lists.

    The list of a ``month`` has its days there instead.
    """

    cards: tuple[CardView, ...]
    total: int
    pager: Pager
    children: tuple[LinkView, ...] = ()
    month: MonthView | None = None
    newer: LinkView | None = None
    older: LinkView | None = None


class IndexView(View, frozen=True, kw_only=True):
    """``index.html``: links to lists, in groups; a group without a label is the only one."""

    groups: tuple[tuple[str, str, tuple[LinkView, ...]], ...]
    jumps: bool = False
    other: LinkView | None = None


class StageView(Struct, frozen=True):
    """A stage of an agency's history: it bore a name, or another agency stood ``before`` it or ``after`` it.

    ``link`` leads to the other agency; ``upcoming`` says that the day certainly lies ahead.
    """

    kind: Literal["name", "before", "after"]
    name: str
    since: DateView | None
    until: DateView | None
    link: LinkView | None
    upcoming: bool


class AgencyView(View, frozen=True, kw_only=True):
    """``agency.html``: an agency and its agreements, grouped by year of signing, a page at a time.

    ``heirs`` hold its duties today if it does not; ``partners`` are the agencies that it has signed with.
    """

    abbreviations: tuple[str, ...]
    aliases: tuple[str, ...]
    level: str
    website: str
    address: str
    phone: str
    email: str
    parent: LinkView | None
    children: tuple[LinkView, ...]
    history: tuple[StageView, ...]
    heirs: tuple[HeirView, ...]
    partners: tuple[LinkView, ...]
    groups: tuple[GroupView, ...]
    total: int
    pager: Pager


class SearchView(View, frozen=True, kw_only=True):
    """``search.html``: the form and the place of the results; a script searches the index at the address ``index``.

    ``links`` are other ways to what is looked for.
    """

    index: str
    links: tuple[LinkView, ...]


class OpenSearchView(View, frozen=True, kw_only=True):
    """``opensearch.xml``: how a browser asks the site; ``page`` is the address of its search."""

    page: str


class NotFoundView(View, frozen=True, kw_only=True):
    """``404.html``, which is served at any depth and so needs the full address of the site before its links."""

    base_url: str
    links: tuple[LinkView, ...]

    @property
    def root(self) -> str:
        """The full address of the site."""
        return self.base_url


class RedirectView(View, frozen=True, kw_only=True):
    """``redirect.html``: an old address, and the one that took its place."""

    target: str
