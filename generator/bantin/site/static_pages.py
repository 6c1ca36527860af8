"""PLAN: the static pages."""

from collections.abc import Iterator, Mapping

from bantin.domain.model import ChangeKind, Origin, StaticPage
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.bodies import TextPart, headings_of
from bantin.site.cards import (
    home_crumb,
    moment_view,
)
from bantin.site.change_views import change_views
from bantin.site.links import ResolvedBody
from bantin.site.page import Page, PageContent
from bantin.site.page_sources import origin_of, origin_view
from bantin.site.views import StaticView


def static_pages(bulletin: Bulletin, bodies: Mapping[str, ResolvedBody]) -> Iterator[Page]:
    """A page for each static page."""
    for page in bulletin.pages:
        body = bodies[page.path]
        yield Page(
            addresses.static_page(page),
            page.title,
            "page.html",
            StaticPageContent(page=page, origin=origin_of(page.path, bulletin)),
            texts=(TextPart(page.digest, body.addresses, body.pictures, headings_of(page.outline)),),
            source=page.path,
            shown=body.files,
            wanted=body.wanted,
            changed=str(page.last_changed or ""),
        )


class StaticPageContent(PageContent, frozen=True, kw_only=True):
    """The content of a static page, apart from its text."""

    page: StaticPage
    origin: Origin

    def view(self, directory: Directory, url: str, title: str) -> StaticView:
        """See :class:`PageContent`."""
        site = directory.site
        language = site.language
        return StaticView(
            url=url,
            title=title,
            description=self.page.lead,
            crumbs=(home_crumb(site),),
            lead=self.page.lead,
            updated=moment_view(self.page.last_changed, language),
            corrections=change_views(self.page.changes, ChangeKind.CORRECTION, language),
            updates=change_views(self.page.changes, ChangeKind.UPDATE, language),
            lang=self.page.lang,
            origin=origin_view(self.origin, directory),
        )
