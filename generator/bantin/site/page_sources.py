"""PLAN: the source file of a page, with the commit in which it was last changed."""

from urllib.parse import quote

from bantin.domain.model import Origin
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Directory
from bantin.site.cards import date_view
from bantin.site.views import OriginView

_SHORT = 10  # letters of a commit's id; so many are unique even in a large repository


def origin_of(path: str, bulletin: Bulletin) -> Origin:
    """The origin of the page of the content file ``path``."""
    return Origin(path, bulletin.history.commits.get(path))


def origin_view(origin: Origin, directory: Directory) -> OriginView:
    """The view of an origin."""
    commit = origin.commit
    if commit is None:
        return OriginView(origin.path, "", "", None)
    site = directory.site
    # VALIDATE has made sure that the address has no other placeholders.
    url = site.repository.format(commit=commit.id, path=quote(origin.path))
    return OriginView(origin.path, commit.id[:_SHORT], url, date_view(Edtf.of(commit.on.date()), site.language))
