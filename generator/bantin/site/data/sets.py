"""PLAN: the data sets, what describes them, and the data of each record beside its page."""

from collections.abc import Iterator

from bantin.domain.model import DocumentFacts
from bantin.domain.text.dates import Edtf
from bantin.index import Bulletin, Directory, Record
from bantin.site import addresses
from bantin.site.addresses import WORDS
from bantin.site.data.catalogue import catalogue, span
from bantin.site.data.codebook import data_view
from bantin.site.data.columns import DataSources
from bantin.site.data.files import AGREEMENTS_JSON, CATALOGUE, PACKAGE, SCHEMA, file_url
from bantin.site.data.package import package
from bantin.site.data.schema import schema
from bantin.site.data.tables import BY_NAME, OF_RECORDS, TABLES, csv_rows, records_json
from bantin.site.page import Page, Part
from bantin.site.titles import TITLES
from bantin.site.views import Json, JsonView, TableView

_JSON, _CSV = "data.json", "data.csv"


def data_page(bulletin: Bulletin) -> Iterator[Page]:
    """The page that explains the data."""
    language = bulletin.directory.site.language
    holdings = DataSources(bulletin.directory, bulletin.register.records, bulletin.documents)
    counts = tuple((table.name, sum(1 for _ in table.rows(holdings))) for table in TABLES)
    yield Page(addresses.data(WORDS[language]), TITLES[language].data, "data.html", data_view, {"counts": counts})


def data_files(bulletin: Bulletin) -> Iterator[Page]:
    """A file for each table of the data, one with all records, and what describes them."""
    language = bulletin.directory.site.language
    words = WORDS[language]
    holdings = DataSources(bulletin.directory, bulletin.register.records, bulletin.documents)
    held: dict[str, Part] = {"records": holdings.records, "documents": tuple(bulletin.documents.values())}
    nothing: dict[str, Part] = {"records": (), "documents": ()}
    for table in TABLES:
        parts = {**(held if table in OF_RECORDS else nothing), "table": table.name}
        yield Page(addresses.data(words, table.file), table.title.text(language), _CSV, _table, parts, listed=False)
    described: dict[str, Part] = {"signed": span(record.agreement.signed_on for record in holdings.records)}
    for file, make, parts in (
        (AGREEMENTS_JSON, _agreements, held),
        (SCHEMA, _schema, {}),
        (PACKAGE, _package, {}),
        (CATALOGUE, _catalogue, described),
    ):
        url = addresses.data(words, file.name)
        yield Page(url, file.about.text(language), _JSON, make, parts, listed=False)


def record_pages(bulletin: Bulletin) -> Iterator[Page]:
    """What is known of each record, as data beside the page of its article."""
    for record in bulletin.register.records:
        article = record.article
        parts: dict[str, Part] = {"record": record, "documents": bulletin.facts_of(record.agreement)}
        url = addresses.record(bulletin.directory.site, article)
        yield Page(url, article.title, _JSON, _record, parts, source=article.path, listed=False)


def _table(
    directory: Directory,
    url: str,
    title: str,
    *,
    records: tuple[Record, ...],
    documents: tuple[DocumentFacts, ...],
    table: str,
) -> TableView:
    made = BY_NAME[table]
    columns = tuple(column.name for column in made.all_columns)
    rows = tuple(csv_rows(made, _holdings(directory, records, documents)))
    return TableView(url=url, title=title, columns=columns, rows=rows)


def _agreements(
    directory: Directory, url: str, title: str, *, records: tuple[Record, ...], documents: tuple[DocumentFacts, ...]
) -> JsonView:
    site = directory.site
    head: dict[str, Json] = {
        "schema": file_url(directory, SCHEMA.name),
        "title": site.title,
        "publisher": site.published_by,
        "url": site.base_url,
        "language": site.language,
        "license": site.license or None,
        "as_of": directory.as_of.isoformat(),
    }
    made = records_json(_holdings(directory, records, documents))
    return JsonView(url=url, title=title, value={**head, "agreements": made})


def _record(
    directory: Directory, url: str, title: str, *, record: Record, documents: tuple[DocumentFacts, ...]
) -> JsonView:
    (made,) = records_json(_holdings(directory, (record,), documents))
    return JsonView(url=url, title=title, value=made)


def _schema(directory: Directory, url: str, title: str) -> JsonView:
    return JsonView(url=url, title=title, value=schema(directory))


def _package(directory: Directory, url: str, title: str) -> JsonView:
    return JsonView(url=url, title=title, value=package(directory))


def _catalogue(directory: Directory, url: str, title: str, *, signed: tuple[Edtf, Edtf] | None) -> JsonView:
    return JsonView(url=url, title=title, value=catalogue(directory, signed))


def _holdings(directory: Directory, records: tuple[Record, ...], documents: tuple[DocumentFacts, ...]) -> DataSources:
    return DataSources(directory, records, {facts.path: facts for facts in documents})
