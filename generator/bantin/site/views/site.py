"""The view that all pages share."""

from functools import cached_property

from msgspec import Struct

from bantin.domain.problems import Language
from bantin.domain.text.unbroken_names import NamesByFirstWord, unbroken
from bantin.domain.text.urls import full
from bantin.site.views.parts import LinkView, PictureView


class CounterView(Struct, frozen=True):
    """The visitor counter: its API is below the path ``base``; if ``live`` is true, it counts while pages are read.

    ``prefix`` is put before the address of a page in requests to the counter. ``carried_over`` is the total of an older
    counter up to the day ``since``; 0 if there was none, and ``since`` is empty if the day is not known.
    """

    base: str
    prefix: str
    live: bool
    carried_over: int = 0
    since: str = ""


class ReportView(Struct, frozen=True):
    """Where readers report errors: ``address`` opens a mail or an issue, with the two fields of its query."""

    address: str
    subject: str
    text: str


class SiteView(Struct, frozen=True, dict=True):
    """The view that all pages share. ``emblem`` is shown before the title.

    ``assets`` maps names of the theme's static files to addresses with a digest. ``search`` is the address of the
    search page, empty if there is none. ``sign_in`` is the link to the editors' desk. ``report`` is where errors are
    reported. A bulletin in several languages
    has a view for each; ``main`` is true for its main language. In the others, addresses of shared files, such as
    ``assets``, begin with ``../``. If ``drafts`` is true, the site is for editors only. ``policy`` is the
    Content-Security-Policy of its pages. ``explained`` maps ids of words, such as ``kt``, to the addresses of their
    explanations; it is empty if the bulletin has no page for these. ``manifest`` is the address of the web manifest,
    empty if devices keep nothing. ``names`` are those of agencies, for ``heading``. ``preview_of`` is the address of
    the public site if this is a preview, which is for the reviewers of a change.
    """

    title: str
    base_url: str
    language: Language
    description: str
    publisher: str
    license: str
    address: str
    phone: str
    email: str
    emblem: PictureView | None
    menu: tuple[LinkView, ...]
    links: tuple[LinkView, ...]
    footer: tuple[LinkView, ...]
    atom: str
    rss: str
    json_feed: str
    calendar: str
    generator: str
    hubs: tuple[str, ...]
    assets: dict[str, str]
    counter: CounterView | None
    sign_in: LinkView | None
    search: str
    main: bool
    drafts: bool
    policy: str
    explained: dict[str, str] = {}
    report: ReportView | None = None
    manifest: str = ""
    names: NamesByFirstWord = {}
    preview_of: str = ""

    def __hash__(self) -> int:
        # Templates cache their output for the site under the site. Its address identifies it.
        return hash(self.base_url)

    def full(self, address: str) -> str:
        """The full address of ``address``, which is relative to the site."""
        return full(self.base_url, address)

    def heading(self, title: str) -> str:
        """``title`` with no-break spaces in the short names of agencies, so that no line ends within one."""
        return unbroken(title, self.names)

    @cached_property
    def menu_addresses(self) -> frozenset[str]:
        """The addresses that the menu leads to, including the home page."""
        return frozenset(("", *(item.url for item in self.menu)))
