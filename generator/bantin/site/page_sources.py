"""PLAN: the source file of a page, with the commit in which it was last changed."""

from urllib.parse import quote

from bantin.domain.model import Commit, Origin, Site
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Directory
from bantin.site.cards import date_view
from bantin.site.views import OriginView


def origin_of(path: str, bulletin: Bulletin, versions: str = "") -> Origin:
    """The origin of the page of the content file ``path``, whose former versions are at the address ``versions``."""
    return Origin(path, bulletin.history.commits.get(path), versions)


def origin_view(origin: Origin, directory: Directory) -> OriginView:
    """The view of an origin."""
    commit = origin.commit
    if commit is None:
        return OriginView(origin.path, "", "", None, origin.versions)
    changed = date_view(Edtf.of(commit.on.date()), directory.site.language)
    url = source_address(origin.path, commit, directory.site)
    return OriginView(origin.path, commit.short_id, url, changed, origin.versions)


def source_address(path: str, commit: Commit, site: Site) -> str:
    """The address of the file ``path`` as it was in ``commit``; empty if the settings do not say where that is."""
    # VALIDATE has made sure that the address has no other placeholders.
    return site.repository.format(commit=commit.id, path=quote(path))
