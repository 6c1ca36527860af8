"""PLAN: what a page says of the file that it was made from."""

from urllib.parse import quote

from bantin.domain.model import Origin
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Directory
from bantin.site.cards import date_view
from bantin.site.views import OriginView

_SHORT = 10  # enough letters of an id for no other commit of a large repository to begin with them


def origin_of(path: str, bulletin: Bulletin) -> Origin:
    """Where the page of the content file ``path`` comes from."""
    return Origin(path, bulletin.history.commits.get(path))


def origin_view(origin: Origin, directory: Directory) -> OriginView:
    """An origin to show."""
    commit = origin.commit
    if commit is None:
        return OriginView(origin.path, "", "", None)
    site = directory.site
    # The address was checked to have nothing else in braces.
    url = site.repository.format(commit=commit.id, path=quote(origin.path))
    return OriginView(origin.path, commit.id[:_SHORT], url, date_view(Edtf.of(commit.on.date()), site.language))
