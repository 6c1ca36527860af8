"""The page that explains the statuses of agreements."""

from collections.abc import Iterator

from bantin.domain.model import Status
from bantin.index import Bulletin, Directory
from bantin.site import labels
from bantin.site.cards import offered, status_link, status_part, status_tag, status_without_period, statuses_link
from bantin.site.page import Page, PageContent
from bantin.site.views import LinkView, StatusesView, StatusMeaningView


def statuses_page(bulletin: Bulletin, crumbs: tuple[LinkView, ...]) -> Iterator[Page]:
    """The page that explains the statuses, with links to their lists."""
    link = statuses_link(bulletin.directory.site)
    content = StatusesPage(crumbs=crumbs, listed=tuple(one for one in Status if one in bulletin.register.by_status))
    yield Page(link.url, link.label, "statuses.html", content)


class StatusesPage(PageContent, frozen=True, kw_only=True):
    """The statuses, of which those that are ``listed`` have lists. Their numbers would change with each agreement."""

    crumbs: tuple[LinkView, ...]
    listed: tuple[Status, ...]

    def view(self, directory: Directory, url: str, title: str) -> StatusesView:
        """See :class:`PageContent`."""
        return StatusesView(
            url=url,
            title=title,
            crumbs=self.crumbs,
            statuses=tuple(self._meaning(one, directory) for one in labels.STATUSES),
        )

    def _meaning(self, status: Status, directory: Directory) -> StatusMeaningView:
        listed = status in self.listed
        links = offered((status_link(status, directory),) if listed else (), directory.site)
        return StatusMeaningView(
            status=status_without_period(status, directory) if listed else status_tag(status, directory),
            meaning=labels.STATUS_MEANINGS[status].on(directory.site),
            anchor=status_part(status, directory.site),
            list=next(iter(links), None),
        )
