"""The view that all pages share."""

from functools import cached_property

from msgspec import Struct

from bantin.domain.problems import Language
from bantin.domain.text.urls import full
from bantin.site.views.parts import LinkView, PictureView


class CounterView(Struct, frozen=True):
    """The visitor counter: it answers below the path ``base``, and counts while pages are read if it is ``live``.

    ``prefix`` stands before the address of a page where the counter is told of one.
    """

    base: str
    prefix: str
    live: bool


class SiteView(Struct, frozen=True, dict=True):
    """What all pages share. The ``emblem`` stands before the title.

    ``assets`` are the theme's static files: name → address with a digest in it. ``search`` is the address of the page
    that searches the site, empty if it has none. ``sign_in`` leads to the editors' desk. A bulletin in several
    languages has such a view for each: what its sites share, like ``assets``, has addresses that begin with ``../`` in
    all but that of the main one, which is ``main``. With ``drafts`` it is for editors alone. ``policy`` is what its
    pages may load and do (Content-Security-Policy).
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

    def __hash__(self) -> int:
        # A theme keeps what it makes of the site under the site, and there is one at each address.
        return hash(self.base_url)

    def full(self, address: str) -> str:
        """The full address of what has ``address`` on the site."""
        return full(self.base_url, address)

    @cached_property
    def menu_addresses(self) -> frozenset[str]:
        """The addresses that the menu leads to, the home page among them."""
        return frozenset(("", *(item.url for item in self.menu)))
