"""PLAN: the data sets, their descriptions, and the data of each record beside its page."""

from collections.abc import Iterator
from datetime import date

from bantin.domain.model import DocumentFacts
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Directory, Record
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.data.catalogue import catalogue, span
from bantin.site.data.codebook import DataPage
from bantin.site.data.columns import DataSources
from bantin.site.data.files import AGREEMENTS_JSON, CATALOGUE, PACKAGE, SCHEMA, WORKBOOK, DataFile, file_url
from bantin.site.data.gone import GONE
from bantin.site.data.gone_records import GoneRecord, gone_records
from bantin.site.data.last_change import last_change
from bantin.site.data.package import package
from bantin.site.data.schema import schema
from bantin.site.data.tables import OF_RECORDS, PROVISIONS, TABLES, csv_rows, gone_json, records_json, tables_of
from bantin.site.data.workbook import sheets
from bantin.site.gone import data_address
from bantin.site.page import Page, PageContent
from bantin.site.texts.record_texts import record_texts
from bantin.site.texts.version import RecordText
from bantin.site.titles import titles_of
from bantin.site.views import Json, JsonView, TableView, WorkbookView

_JSON, _CSV, _XLSX = "data.json", "data.csv", "data.xlsx"


def data_page(bulletin: Bulletin) -> Iterator[Page]:
    """The page that explains the data."""
    site = bulletin.directory.site
    holdings = _sources(bulletin)
    counts = tuple((table.name, sum(1 for _ in table.rows(holdings))) for table in TABLES)
    yield Page(
        addresses.data(WORDS[site.language]),
        titles_of(site).data,
        "data.html",
        DataPage(counts=counts, changed=last_change(bulletin)),
    )


def data_files(bulletin: Bulletin) -> Iterator[Page]:
    """A file for each table of the data, one with all records, and their descriptions."""
    language = bulletin.directory.site.language
    words = WORDS[language]
    holdings = _sources(bulletin)
    records, documents = holdings.records, tuple(bulletin.documents.values())
    for table in TABLES:
        of_records = table in OF_RECORDS
        content = TableFile(
            table=table.name,
            records=records if of_records else (),
            documents=documents if of_records else (),
            texts=holdings.texts if table is PROVISIONS else (),
            gone=holdings.gone if table is GONE else (),
        )
        yield Page(addresses.data(words, table.file), table.title.text(language), _CSV, content, listed=False)
    workbook = WorkbookFile(records=records, documents=documents, gone=holdings.gone)
    title = titles_of(bulletin.directory.site).data_of.format(title=bulletin.directory.site.title)
    yield Page(addresses.data(words, WORKBOOK.name), title, _XLSX, workbook, listed=False)
    changed = last_change(bulletin)
    described: tuple[tuple[DataFile, PageContent], ...] = (
        (AGREEMENTS_JSON, AgreementsFile(records=records, documents=documents, changed=changed)),
        (SCHEMA, SchemaFile()),
        (PACKAGE, PackageFile(changed=changed)),
        (
            CATALOGUE,
            CatalogueFile(signed=span(record.agreement.signed_on for record in records), changed=changed),
        ),
    )
    for file, written in described:
        yield Page(addresses.data(words, file.name), file.about.text(language), _JSON, written, listed=False)


def record_data(bulletin: Bulletin) -> Iterator[Page]:
    """The facts of each record, as data beside its page; of one that is gone, that it is."""
    site = bulletin.directory.site
    for record in bulletin.register.records:
        yield record_data_page(record, bulletin, addresses.record(site, record.home))
    for one in gone_records(bulletin):
        yield gone_data_page(one, data_address(site, one.gone))


def record_data_page(record: Record, bulletin: Bulletin, url: str) -> Page:
    """The facts of a record, as data at the address ``url``."""
    content = RecordData(record=record, documents=bulletin.facts_of(record.agreement))
    return Page(url, record.home.title, _JSON, content, source=record.home.path, listed=False)


def gone_data_page(one: GoneRecord, url: str) -> Page:
    """What is said of a record that is gone, as data at the address ``url``."""
    return Page(url, one.gone.title, _JSON, GoneData(gone=one), source=one.gone.path, listed=False)


class TableFile(PageContent, frozen=True, kw_only=True):
    """The table called ``table``, as CSV."""

    records: tuple[Record, ...]
    documents: tuple[DocumentFacts, ...]
    table: str
    texts: tuple[RecordText, ...] = ()
    gone: tuple[GoneRecord, ...] = ()

    def view(self, directory: Directory, url: str, title: str) -> TableView:
        """See :class:`PageContent`."""
        made = next(one for one in tables_of(directory.site) if one.name == self.table)
        columns = tuple(column.name for column in made.all_columns)
        rows = tuple(csv_rows(made, _holdings(directory, self.records, self.documents, self.texts, self.gone)))
        return TableView(url=url, title=title, columns=columns, rows=rows)


class AgreementsFile(PageContent, frozen=True, kw_only=True):
    """All records, as JSON."""

    records: tuple[Record, ...]
    documents: tuple[DocumentFacts, ...]
    changed: date | None

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        site = directory.site
        head: dict[str, Json] = {
            "schema": file_url(directory, SCHEMA.name),
            "title": site.title,
            "publisher": site.published_by,
            "url": site.base_url,
            "language": site.language,
            "license": site.license or None,
            "modified": self.changed.isoformat() if self.changed else None,
        }
        made = records_json(_holdings(directory, self.records, self.documents))
        return JsonView(url=url, title=title, value={**head, "agreements": made})


class WorkbookFile(PageContent, frozen=True, kw_only=True):
    """The tables of records, agencies and vocabularies, as a workbook."""

    records: tuple[Record, ...]
    documents: tuple[DocumentFacts, ...]
    gone: tuple[GoneRecord, ...]

    def view(self, directory: Directory, url: str, title: str) -> WorkbookView:
        """See :class:`PageContent`."""
        site, holdings = directory.site, _holdings(directory, self.records, self.documents, gone=self.gone)
        return WorkbookView(
            url=url, title=title, author=site.published_by, lang=site.language, sheets=tuple(sheets(holdings))
        )


class RecordData(PageContent, frozen=True, kw_only=True):
    """One record, as JSON."""

    record: Record
    documents: tuple[DocumentFacts, ...]

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        (made,) = records_json(_holdings(directory, (self.record,), self.documents))
        return JsonView(url=url, title=title, value=made)


class GoneData(PageContent, frozen=True, kw_only=True):
    """A record that is gone, as JSON."""

    gone: GoneRecord

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        (made,) = gone_json(DataSources(directory, gone=(self.gone,)))
        return JsonView(url=url, title=title, value=made)


class SchemaFile(PageContent, frozen=True):
    """The schema of the records."""

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        return JsonView(url=url, title=title, value=schema(directory))


class PackageFile(PageContent, frozen=True, kw_only=True):
    """The description of the tables."""

    changed: date | None

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        return JsonView(url=url, title=title, value=package(directory, self.changed))


class CatalogueFile(PageContent, frozen=True, kw_only=True):
    """The description of the data sets; ``signed`` are the first and the last day of signing."""

    signed: tuple[Edtf, Edtf] | None
    changed: date | None

    def view(self, directory: Directory, url: str, title: str) -> JsonView:
        """See :class:`PageContent`."""
        return JsonView(url=url, title=title, value=catalogue(directory, self.signed, self.changed))


def _holdings(
    directory: Directory,
    records: tuple[Record, ...],
    documents: tuple[DocumentFacts, ...],
    texts: tuple[RecordText, ...] = (),
    gone: tuple[GoneRecord, ...] = (),
) -> DataSources:
    return DataSources(directory, records, {facts.path: facts for facts in documents}, texts, gone)


def _sources(bulletin: Bulletin) -> DataSources:
    directory, records = bulletin.directory, bulletin.register.records
    return DataSources(directory, records, bulletin.documents, _texts(bulletin), gone_records(bulletin))


def _texts(bulletin: Bulletin) -> tuple[RecordText, ...]:
    return tuple(text for _, text in record_texts(bulletin))
