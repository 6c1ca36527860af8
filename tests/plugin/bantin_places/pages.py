"""A page with the places where agreements were signed."""

from collections.abc import Iterator
from pathlib import Path

from bantin.plugin import Bodies, Bulletin, Directory, LinkView, Page, PageContent, PageKind, Record, View, home_link

_TITLES = {"vi": "Nơi ký", "en": "Places"}
# The same address in every language, so that the versions of the page are linked to each other.
_ADDRESS = "noi-ky/"


class PlacesView(View, frozen=True, kw_only=True):
    """The places, each with links to the agreements signed there."""

    places: tuple[tuple[str, tuple[LinkView, ...]], ...]


class PlacesPage(PageContent, frozen=True):
    """The content of the page: the agreements with a known place of signing."""

    records: tuple[Record, ...]

    def view(self, directory: Directory, url: str, title: str) -> PlacesView:
        """See :class:`PageContent`."""
        found: dict[str, list[LinkView]] = {}
        for record in self.records:
            link = home_link(record.home, directory.site)
            found.setdefault(record.agreement.signed_at.place, []).append(link)
        return PlacesView(url=url, title=title, places=tuple((place, tuple(found[place])) for place in sorted(found)))


def plan(bulletin: Bulletin, _bodies: Bodies) -> Iterator[Page]:
    """Plans the page of places."""
    language = bulletin.directory.site.language
    records = tuple(record for record in bulletin.register.records if record.agreement.signed_at.place)
    yield Page(_ADDRESS, _TITLES[language], "places.html", PlacesPage(records))


PLACES = PageKind("places", plan, theme=Path(__file__).parent / "theme")
