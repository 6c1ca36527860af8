"""PLAN: all rows of the register in one file, for the script that searches them."""

from collections.abc import Iterator

from bantin.domain.model import Agency
from bantin.index import Bulletin, Directory, Record
from bantin.site import addresses
from bantin.site.addresses import WORDS, AddressWords
from bantin.site.agency_names import searched_names
from bantin.site.page import Page, PageContent
from bantin.site.register.rows import row
from bantin.site.titles import titles_of
from bantin.site.views import AgencyChoiceView, RowsView

_FORMAT = "rows.js"


def finder_rows(bulletin: Bulletin) -> Iterator[Page]:
    """The file of the rows of the register; none if the register is empty."""
    site, records = bulletin.directory.site, bulletin.register.records
    if records:
        yield Page(
            rows_address(WORDS[site.language]),
            titles_of(site).register,
            _FORMAT,
            RowsPage(records=records),
            listed=False,
        )


def rows_address(words: AddressWords) -> str:
    """The address of the rows: ``van-ban/rows.js``."""
    return f"{addresses.register(words)}rows.js"


class RowsPage(PageContent, frozen=True, kw_only=True):
    """The rows of ``records``."""

    records: tuple[Record, ...]

    def view(self, directory: Directory, url: str, title: str) -> RowsView:
        """See :class:`PageContent`."""
        signed = {party.agency for record in self.records for party in record.agreement.parties}
        return RowsView(
            url=url,
            title=title,
            rows=tuple(row(record, directory) for record in self.records),
            agencies=tuple(_choice(one, directory) for one in directory.agencies if one.id in signed),
        )


def _choice(agency: Agency, directory: Directory) -> AgencyChoiceView:
    """An agency with all names that readers may know it by."""
    name = agency.name.text(directory.site.language)
    return AgencyChoiceView(agency.id, name, tuple(one for one in searched_names(agency) if one != name))
