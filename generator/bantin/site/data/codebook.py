"""The page that explains the data: every file, every column, the format of dates, the terms of reuse."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bantin.domain.model import Site
from bantin.domain.problems import Language
from bantin.domain.text.dates import Edtf
from bantin.index import Directory
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.cards import date_view, home_crumb
from bantin.site.data.agreements import AGREEMENTS
from bantin.site.data.columns import KINDS, Column, Table
from bantin.site.data.files import (
    AGREEMENTS_JSON,
    CATALOGUE,
    LICENSE_ANCHOR,
    PACKAGE,
    SCHEMA,
    TEXT_SCHEMA,
    WORKBOOK,
    DataFile,
    file_url,
)
from bantin.site.data.tables import BY_NAME, TABLES, tables_of
from bantin.site.page import PageContent
from bantin.site.titles import titles_of
from bantin.site.views import ColumnView, DataView, FileView, LinkView, TableGuideView

_DATES = ("2012-11-20", "2012-11", "2012", "XXXX-08-18", "2012-11?", "2012~")


class DataPage(PageContent, frozen=True, kw_only=True):
    """The page that explains the data, given the number of rows of each table and the day of the last change."""

    counts: tuple[tuple[str, int], ...]
    changed: date | None

    def view(self, directory: Directory, url: str, title: str) -> DataView:
        """See :class:`PageContent`."""
        language = directory.site.language
        shown = ((written, date_view(Edtf.parse(written), language)) for written in _DATES)
        return DataView(
            url=url,
            title=title,
            description=titles_of(directory.site).data_about,
            crumbs=(home_crumb(directory.site),),
            address=file_url(directory, ""),
            changed=date_view(Edtf.of(self.changed), language) if self.changed else None,
            files=tuple(_files(dict(self.counts), directory.site)),
            tables=tuple(_guide(table, directory.site) for table in tables_of(directory.site)),
            dates=tuple((written, date.long) for written, date in shown if date),
            license_anchor=LICENSE_ANCHOR,
        )


def _files(counts: Mapping[str, int], site: Site) -> Iterator[FileView]:
    # Most readers open the first file, and most of them in a spreadsheet.
    yield _file(WORKBOOK, site, counts[AGREEMENTS.name])
    yield _file(AGREEMENTS_JSON, site, counts[AGREEMENTS.name])
    for table in TABLES:
        title = table.title.text(site.language)
        yield FileView(_link(table.file, site), title, "CSV", counts[table.name], _anchor(table))
    for file in (SCHEMA, TEXT_SCHEMA, PACKAGE, CATALOGUE):
        yield _file(file, site)


def _file(file: DataFile, site: Site, rows: int | None = None) -> FileView:
    return FileView(_link(file.name, site), file.about.text(site.language), file.format, rows, "")


def _guide(table: Table[Any], site: Site) -> TableGuideView:
    language = site.language
    return TableGuideView(
        title=table.title.text(language),
        anchor=_anchor(table),
        about=table.about.text(language),
        file=_link(table.file, site),
        member=table.member,
        columns=tuple(_column(column, table, language) for column in table.all_columns),
    )


def _column(column: Column[Any], table: Table[Any], language: Language) -> ColumnView:
    refers = BY_NAME.get(column.refers)
    return ColumnView(
        name=column.name,
        anchor=f"{_anchor(table)}-{column.name}",
        kind=KINDS[column.kind].text(language),
        about=column.about.text(language),
        required=column.required,
        is_key=column in table.keys,
        choices=tuple((str(value), label.text(language)) for value, label in (column.choices or {}).items()),
        refers=(refers.title.text(language), _anchor(refers)) if refers else None,
    )


def _anchor(table: Table[Any]) -> str:
    return f"bt-{table.name}"


def _link(name: str, site: Site) -> LinkView:
    return LinkView(name, site.up + addresses.data(WORDS[site.main], name))
