"""PLAN: the editors' desk: its page, its settings and its Content-Security-Policy."""

from collections.abc import Iterable, Iterator, Mapping

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
# content/articles/2021/name.md has four parts; an article in a folder of its own has more.
_IN_A_FOLDER = 4
# The hosts for signing in and for saving, by backend.
_HOSTS: Mapping[CmsBackend, tuple[str, ...]] = {
    CmsBackend.GITHUB: ("https://api.github.com", "https://*.githubusercontent.com"),
    CmsBackend.GITLAB: ("https://gitlab.com",),
    CmsBackend.GITEA: ("https://gitea.com",),
    CmsBackend.TEST: (),
}


def desk_link(site: Site) -> LinkView | None:
    """The link to the desk, for the site in any of its languages; ``None`` if there is no desk."""
    if site.editors is None:
        return None
    return LinkView(titles_of(site).sign_in, f"{site.up}{WORDS[site.main].editors}/")


def desk_pages(bulletin: Bulletin) -> Iterator[Page]:
    """The page of the desk, and the file with its settings; none if there is no desk."""
    site = bulletin.directory.site
    if site.editors is None:
        return
    address = f"{WORDS[site.language].editors}/"
    yield Page(address, titles_of(site).desk, "desk.html", CmsPage(), listed=False)
    settings = CmsSettings(shelves=tuple(_shelves(bulletin)), record_files=_has_record_files(bulletin))
    yield Page(f"{address}{_SETTINGS}", titles_of(site).desk, "data.json", settings, listed=False)


def check_bundles(site: Site, assets: Mapping[str, str]) -> Iterator[Problem]:
    """The problem of missing programs of the desk among the static files of the theme."""
    missing = [one.name for one in BUNDLES if one.name not in assets] if site.editors else []
    if missing:
        yield problems.NO_DESK.at(Location(SITE), files=", ".join(missing))


def desk_policy(desk: Cms) -> str:
    """The Content-Security-Policy of the desk. It allows more than that of other pages, to show files before saving."""
    hosts = " ".join(_hosts(desk))
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


def _hosts(desk: Cms) -> tuple[str, ...]:
    """The origins that the desk may ask, besides its own: the host of the repository, and where editors sign in."""
    own = [origin for url in (desk.base_url, desk.api_root) if (origin := origin_of(url))]
    return tuple(dict.fromkeys((*own, *(() if desk.api_root else _HOSTS[desk.backend]))))


class CmsPage(PageContent, frozen=True):
    """The page of the desk."""

    def view(self, directory: Directory, url: str, title: str) -> CmsView:
        """See :class:`PageContent`."""
        editors = directory.site.editors
        policy = within(desk_policy(editors)) if editors else ""
        return CmsView(url=url, title=title, settings=_SETTINGS, policy=policy)


def _shelves(bulletin: Bulletin) -> list[tuple[int, bool]]:
    """The folders with articles, published or hidden, and those of each year for new ones, the newest first."""
    paths = [*(article.path for article in bulletin.articles), *bulletin.hidden]
    found = {(int(parts[2]) if parts[2].isdigit() else 0, len(parts) > _IN_A_FOLDER) for parts in _articles(paths)}
    years = {bulletin.directory.as_of.year, 0, *(year for year, _ in found)}
    return sorted(found | {(year, True) for year in years}, key=lambda shelf: (-shelf[0], not shelf[1]))


def _articles(paths: Iterable[str]) -> Iterator[list[str]]:
    return (parts for path in paths if (parts := path.split("/"))[1] == "articles")


def _has_record_files(bulletin: Bulletin) -> bool:
    """Whether records have files of their own, shown or not."""
    return bool(bulletin.record_files) or any(path.startswith(_RECORDS) for path in bulletin.hidden)


class CmsSettings(PageContent, frozen=True, kw_only=True):
    """The settings of the desk."""

    shelves: tuple[tuple[int, bool], ...]
    record_files: bool

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        # Imported lazily: only a bulletin with a desk needs the schema here.
        from bantin.site.cms.config import desk_config

        desk = directory.site.editors
        if desk is None:
            return JsonView(url=url, title=title, value={})
        config = desk_config(desk, directory, self.shelves, record_files=self.record_files)
        return JsonView(url=url, title=title, value={**config, "hosts": _hosts(desk)})
