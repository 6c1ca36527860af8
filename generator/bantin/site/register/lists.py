"""Official lists: all agreements, and what ended, was suspended or was amended in each year."""

from collections.abc import Iterator

from bantin.domain.model import Feature
from bantin.index import Bulletin, Directory, Record
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.cards import date_view, offered
from bantin.site.indexes import index_page
from bantin.site.page import Page, PageContent
from bantin.site.register.list_addresses import DOCX, XLSX, list_file, lists
from bantin.site.register.list_tables import (
    YEAR_COLUMNS,
    ListTable,
    as_document,
    as_workbook,
    group_label,
    register_table,
    year_table,
)
from bantin.site.register.year_changes import YearEntry, YearGroups, year_changes
from bantin.site.titles import titles_of
from bantin.site.views import LinkView, TableDocumentView, WorkbookView, YearListView, YearRowView

_FORMATS = {DOCX: "list.docx", XLSX: "list.xlsx"}


def list_pages(bulletin: Bulletin, crumbs: tuple[LinkView, ...]) -> Iterator[Page]:
    """An index of the lists, the page of each year, and all of them as documents and workbooks."""
    directory = bulletin.directory
    site, records = directory.site, bulletin.register.records
    titles = titles_of(site)
    index = lists_link(bulletin)
    years = year_changes(records, directory)
    links = [
        LinkView(titles.year_list.format(year=year), lists(site.language, year), _count(groups))
        for year, groups in years.items()
    ]
    groups = ((titles.downloads, "downloads", _files(directory)), (titles.lists, "years", tuple(links)))
    yield index_page(index, tuple(one for one in groups if one[2]), crumbs)
    for link, (year, found) in zip(links, years.items(), strict=True):
        content = YearListPage(groups=found, crumbs=(*crumbs, index), files=_files(directory, year))
        yield Page(link.url, link.label, "year_list.html", content)
    if Feature.DATA in site.off:
        return
    for suffix, template in _FORMATS.items():
        url = list_file(site.language, suffix)
        yield Page(url, titles.lists, template, RegisterFile(records=records, suffix=suffix), listed=False)
        for link, (year, found) in zip(links, years.items(), strict=True):
            file = YearFile(groups=found, page=link.url, suffix=suffix)
            yield Page(list_file(site.language, suffix, year), link.label, template, file, listed=False)


def lists_link(bulletin: Bulletin) -> LinkView:
    """The link to the index of the lists."""
    site = bulletin.directory.site
    return LinkView(titles_of(site).lists, lists(site.language))


def _files(directory: Directory, year: int | None = None) -> tuple[LinkView, ...]:
    """The links to a list as a document and as a workbook, unless the site has no data."""
    site = directory.site
    links = (
        LinkView(label.on(site), list_file(site.language, suffix, year))
        for suffix, label in ((DOCX, labels.AS_DOCUMENT), (XLSX, labels.AS_WORKBOOK))
    )
    return offered(links, site)


def _count(groups: YearGroups) -> int:
    """The number of agreements, some of which are in several groups."""
    return len({entry.url for _, entries in groups for entry in entries})


class YearListPage(PageContent, frozen=True, kw_only=True):
    """The list of a year; ``files`` are the links to it as office files."""

    groups: YearGroups
    crumbs: tuple[LinkView, ...]
    files: tuple[LinkView, ...]

    def view(self, directory: Directory, url: str, title: str) -> YearListView:
        """See :class:`PageContent`."""
        site = directory.site
        return YearListView(
            url=url,
            title=title,
            crumbs=self.crumbs,
            heads=tuple(column.head.on(site) for column in YEAR_COLUMNS),
            groups=tuple(
                (group_label(group, site), group or "amended", tuple(_row_view(one, directory) for one in entries))
                for group, entries in self.groups
            ),
            files=self.files,
            total=_count(self.groups),
        )


def _row_view(entry: YearEntry, directory: Directory) -> YearRowView:
    language = directory.site.language
    return YearRowView(
        type=entry.type,
        number=entry.number,
        signed=date_view(entry.signed, language),
        title=LinkView(entry.title, entry.url, lang=entry.lang),
        part=entry.part,
        reason=entry.reason,
        on=date_view(entry.on, language),
    )


class RegisterFile(PageContent, frozen=True, kw_only=True):
    """The list of all agreements as an office file."""

    records: tuple[Record, ...]
    suffix: str

    def view(self, directory: Directory, url: str, title: str) -> TableDocumentView | WorkbookView:
        """See :class:`PageContent`."""
        site = directory.site
        source = site.base_url + addresses.register(WORDS[site.language])
        table = register_table(self.records, directory)
        return _written(self.suffix, table, directory, url=url, title=title, source=source)


class YearFile(PageContent, frozen=True, kw_only=True):
    """The list of a year as an office file; ``page`` is the address of its page."""

    groups: YearGroups
    page: str
    suffix: str

    def view(self, directory: Directory, url: str, title: str) -> TableDocumentView | WorkbookView:
        """See :class:`PageContent`."""
        site = directory.site
        table = year_table(self.groups, site)
        return _written(self.suffix, table, directory, url=url, title=title, source=site.base_url + self.page)


def _written(
    suffix: str, table: ListTable, directory: Directory, *, url: str, title: str, source: str
) -> TableDocumentView | WorkbookView:
    write = as_document if suffix == DOCX else as_workbook
    return write(table, url, title, source, directory)
