"""PLAN: the corrections of the bulletin: what it has corrected since it was published."""

from collections.abc import Iterator

from msgspec import Struct

from bantin.domain.model import Change, ChangeKind, RecordHome, Site, StaticPage
from bantin.index import Bulletin, Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import exact_view, foreign, home_crumb, home_link
from bantin.site.page import ListContent, Page
from bantin.site.pagination import list_pages, pager
from bantin.site.titles import titles_of
from bantin.site.views import CorrectionsView, CorrectionView, LinkView


class Correction(Struct, frozen=True):
    """A correction, and what was corrected."""

    change: Change
    of: RecordHome | StaticPage


def corrections_pages(bulletin: Bulletin) -> Iterator[Page]:
    """All corrections, the newest first. The page exists without any, so that a menu can always lead to it."""
    site = bulletin.directory.site
    content = CorrectionsPage(items=tuple(corrections(bulletin)))
    yield from list_pages(corrections_link(site), content, site.page_size, template="corrections.html", site=site)


def corrections_link(site: Site) -> LinkView:
    """The link to the page of all corrections."""
    return LinkView(titles_of(site).corrections, f"{WORDS[site.language].corrections}/")


def corrections(bulletin: Bulletin) -> list[Correction]:
    """The corrections of articles, records and static pages, the newest first; on one day in the order of the files."""
    written: tuple[RecordHome | StaticPage, ...] = (*bulletin.articles, *bulletin.record_files, *bulletin.pages)
    found = [
        Correction(change, one) for one in written for change in one.changes if change.kind is ChangeKind.CORRECTION
    ]
    found.sort(key=lambda correction: correction.of.path)
    return sorted(found, key=lambda correction: correction.change.on.order, reverse=True)


class CorrectionsPage(ListContent[Correction], frozen=True, kw_only=True):
    """Some of the corrections."""

    def view(self, directory: Directory, url: str, title: str) -> CorrectionsView:
        """See :class:`PageContent`."""
        site = directory.site
        return CorrectionsView(
            url=url,
            title=title,
            crumbs=(home_crumb(site),),
            corrections=tuple(_views(self.items, site)),
            total=self.at.total,
            pager=pager(self.at, site.language),
        )


def _views(items: tuple[Correction, ...], site: Site) -> Iterator[CorrectionView]:
    for item in items:
        yield CorrectionView(_link(item.of, site), exact_view(item.change.on, site.language), item.change.note)


def _link(of: RecordHome | StaticPage, site: Site) -> LinkView:
    if isinstance(of, StaticPage):
        return LinkView(of.title, addresses.static_page(of), lang=foreign(of.lang, site))
    return home_link(of, site)
