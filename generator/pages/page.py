"""PLAN: the pages of the site, before they are rendered."""

from dataclasses import dataclass

from generator.errors import Location
from generator.pages.views import SiteView, View


@dataclass(frozen=True)
class Wanted:
    """An address that a text links to, to be looked up when all pages are known; ``written`` is the link itself."""

    address: str
    written: str
    location: Location


@dataclass(frozen=True)
class Page:
    """A page to render: what is shown, and by which template.

    ``source`` is the content file that it shows, if it shows one. ``files`` are the photos and documents that are
    published with it, ``wanted`` the addresses that its text links to. ``listed`` says whether it stands in the
    sitemap, and ``changed`` when its content last changed, as a W3C date-time, where that is known.
    """

    view: View
    template: str
    source: str = ""
    files: tuple[str, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    listed: bool = True
    changed: str = ""


@dataclass(frozen=True)
class File:
    """A content file to publish as it is."""

    address: str
    source: str


@dataclass(frozen=True)
class Plan:
    """Everything that the site consists of, but for what the theme adds."""

    site: SiteView
    pages: tuple[Page, ...]
    files: tuple[File, ...]
