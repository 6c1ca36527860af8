"""PLAN: the editors' desk: the page, what it is told, and what it is allowed to load."""

from collections.abc import Iterator, Mapping

from bantin.content.files import SITE
from bantin.domain.model import Cms, CmsBackend, Site
from bantin.domain.problems import Location, Problem
from bantin.domain.text.urls import origin_of
from bantin.index import Bulletin, Directory
from bantin.site import problems
from bantin.site.addresses import WORDS
from bantin.site.cms.bundles import BUNDLES
from bantin.site.content_policy import within
from bantin.site.page import Page, PageContent
from bantin.site.titles import titles_of
from bantin.site.views import CmsView, JsonView, LinkView

_SETTINGS = "desk.json"
_RECORDS = "content/agreements/"
# content/articles/2021/name.md has four parts.
_IN_A_FOLDER = 4
# Where editors sign in, and where what they write goes to, by the backend.
_HOSTS: Mapping[CmsBackend, tuple[str, ...]] = {
    CmsBackend.GITHUB: ("https://api.github.com", "https://*.githubusercontent.com", "https://www.githubstatus.com"),
    CmsBackend.GITLAB: ("https://gitlab.com", "https://status-api.hostedstatus.com"),
    CmsBackend.GITEA: ("https://gitea.com",),
    CmsBackend.TEST: (),
}


def desk_link(site: Site) -> LinkView | None:
    """The link to the desk from the site in any of its languages, if there is a desk."""
    if site.editors is None:
        return None
    return LinkView(titles_of(site).sign_in, f"{site.up}{WORDS[site.main].editors}/")


def desk_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The page on which editors write, and the file from which it learns what there is to write."""
    site = bulletin.directory.site
    if site.editors is None:
        return
    address = f"{WORDS[site.language].editors}/"
    yield Page(address, titles_of(site).desk, "desk.html", CmsPage(), listed=False)
    settings = CmsSettings(shelves=tuple(_shelves(bulletin)), record_files=_has_record_files(bulletin))
    yield Page(f"{address}{_SETTINGS}", titles_of(site).desk, "data.json", settings, listed=False)


def check_bundles(site: Site, assets: Mapping[str, str]) -> Iterator[Problem]:
    """What the desk lacks to run, among the static files of the theme."""
    missing = [one.name for one in BUNDLES if one.name not in assets] if site.editors else []
    if missing:
        yield problems.NO_DESK.at(Location(SITE), files=", ".join(missing))


def desk_policy(desk: Cms) -> str:
    """What the page of the desk may load and do, which is more than others: it shows files before they are saved."""
    own = [origin for url in (desk.base_url, desk.api_root) if (origin := origin_of(url))]
    hosts = " ".join(dict.fromkeys((*own, *_HOSTS[desk.backend])))
    rules = {
        "default-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": f"'self' blob: data: {hosts}",
        "media-src": "'self' blob:",
        "connect-src": f"'self' blob: data: {hosts}",
        "frame-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}".strip() for name, value in rules.items())


class CmsPage(PageContent, frozen=True):
    """The page on which editors write."""

    def view(self, directory: Directory, url: str, title: str) -> CmsView:
        """See :class:`PageContent`."""
        editors = directory.site.editors
        policy = within(desk_policy(editors)) if editors else ""
        return CmsView(url=url, title=title, settings=_SETTINGS, policy=policy)


def _shelves(bulletin: Bulletin) -> list[tuple[int, bool]]:
    """Where articles lie, shown or not, and where those of this year belong: the newest first."""
    paths = [*(article.path for article in bulletin.articles), *bulletin.hidden]
    found = {(bulletin.directory.as_of.year, False), (0, False)}
    for parts in (path.split("/") for path in paths):
        if parts[1] == "articles":
            found.add((int(parts[2]) if parts[2].isdigit() else 0, len(parts) > _IN_A_FOLDER))
    return sorted(found, key=lambda shelf: (-shelf[0], shelf[1]))


def _has_record_files(bulletin: Bulletin) -> bool:
    """Whether records have files of their own, shown or not."""
    return bool(bulletin.record_files) or any(path.startswith(_RECORDS) for path in bulletin.hidden)


class CmsSettings(PageContent, frozen=True, kw_only=True):
    """The file from which the editors' page learns what there is to write, and where."""

    shelves: tuple[tuple[int, bool], ...]
    record_files: bool

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        # Only a bulletin with a desk has a use for the schema here.
        from bantin.site.cms.config import desk_config

        desk = directory.site.editors
        value = desk_config(desk, directory, self.shelves, record_files=self.record_files) if desk else {}
        return JsonView(url=url, title=title, value=value)
