"""PLAN: what devices keep of a site: its web manifest, and the worker that keeps the pages that were read."""

from collections.abc import Iterator

from bantin.domain.model import Feature, Site
from bantin.index import Bulletin, Directory
from bantin.site.addresses import MANIFEST, WORDS, WORKER
from bantin.site.cards import home_crumb
from bantin.site.cms import desk_link
from bantin.site.counter import counter_view
from bantin.site.labels import KEPT_COPY
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import ManifestView, OfflineView, WorkerView


def offline_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The manifest, and the page in place of those that were not kept; none if the site keeps nothing."""
    site = bulletin.directory.site
    if is_kept(site):
        yield Page(MANIFEST, site.title, MANIFEST, ManifestPage(), listed=False)
        yield Page(_page(site), titles_of(site).offline, "offline.html", OfflinePage(), listed=False)


def worker_page(bulletin: Bulletin) -> Iterator[Page]:
    """The worker, which all languages share. If nothing is to be kept, it takes itself off the devices."""
    site = bulletin.directory.site
    languages = site.in_all_languages if is_kept(site) else ()
    yield Page(
        WORKER,
        site.title,
        WORKER,
        WorkerPage(
            pages=tuple((one.prefix, one.prefix + _page(one)) for one in reversed(languages)),
            notices=tuple((one.language, KEPT_COPY.on(one)) for one in languages),
        ),
        listed=False,
    )


def is_kept(site: Site) -> bool:
    """Whether the pages of ``site`` are kept on the devices of their readers."""
    return Feature.OFFLINE not in site.off


def _page(site: Site) -> str:
    return f"{WORDS[site.language].offline}/"


class ManifestPage(PageContent, frozen=True):
    """The web manifest."""

    def view(self, _directory: Directory, url: str, title: str) -> ManifestView:
        """See :class:`PageContent`."""
        return ManifestView(url=url, title=title)


class OfflinePage(PageContent, frozen=True):
    """The page in place of one that was not kept."""

    def view(self, directory: Directory, url: str, title: str) -> OfflineView:
        """See :class:`PageContent`."""
        return OfflineView(url=url, title=title, crumbs=(home_crumb(directory.site),))


class WorkerPage(PageContent, frozen=True, kw_only=True):
    """The worker; ``pages`` are those in place of others, ``notices`` stand at the head of copies."""

    pages: tuple[tuple[str, str], ...]
    notices: tuple[tuple[str, str], ...]

    def view(self, directory: Directory, url: str, title: str) -> WorkerView:
        """See :class:`PageContent`."""
        site = directory.site
        counter, desk = counter_view(site), desk_link(site)
        left_alone = (counter.base if counter else "", desk.url if desk else "")
        return WorkerView(
            url=url, title=title, pages=self.pages, notices=self.notices, left_alone=tuple(filter(None, left_alone))
        )
