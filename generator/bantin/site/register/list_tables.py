"""Official lists as tables, and these as documents (.docx) and workbooks (.xlsx)."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from bantin.domain.model import Site, Status
from bantin.domain.text.collation import sort_key
from bantin.domain.text.date_format import format_short
from bantin.domain.text.dates import Edtf
from bantin.domain.text.number_format import format_integer
from bantin.index import Directory, Record
from bantin.site import labels
from bantin.site.cards import names_then, subject_of, type_link
from bantin.site.message import Message
from bantin.site.register.year_changes import Group, YearGroups
from bantin.site.views import DocumentColumn, SheetCell, SheetView, TableDocumentView, WorkbookView

ListCell = str | int | Edtf | None


class ListColumn(NamedTuple):
    """A column of a list: its head, its width in millimetres on paper, and in characters in a sheet."""

    head: Message
    width: int
    characters: int
    centred: bool = False


class ListTable(Struct, frozen=True):
    """A list: its columns, and its rows in groups, each numbered from 1 in its first column.

    In a sheet, ``grouped_by`` is the head of the groups' column.
    """

    columns: tuple[ListColumn, ...]
    groups: tuple[tuple[str, tuple[tuple[ListCell, ...], ...]], ...]
    grouped_by: str


_NUMBERED = ListColumn(labels.ORDINAL, 12, 6, centred=True)
_TYPE = ListColumn(labels.LIST_TYPE, 32, 24)
_NUMBER = ListColumn(labels.LIST_NUMBER, 34, 24)
_SIGNED = ListColumn(labels.LIST_SIGNED, 26, 13, centred=True)

REGISTER_COLUMNS = (
    _NUMBERED,
    _TYPE,
    _NUMBER,
    _SIGNED,
    ListColumn(labels.LIST_TITLE, 70, 60),
    ListColumn(labels.LIST_PARTIES, 52, 44),
    ListColumn(labels.LIST_EFFECTIVE, 26, 13, centred=True),
)
"""The columns of the list of all agreements; together they are as wide as a landscape page of A4."""

YEAR_COLUMNS = (
    _NUMBERED,
    _TYPE,
    _NUMBER,
    _SIGNED,
    ListColumn(labels.LIST_TITLE, 56, 52),
    ListColumn(labels.LIST_PART, 30, 26),
    ListColumn(labels.LIST_REASON, 36, 40),
    ListColumn(labels.LIST_ON, 26, 16, centred=True),
)
"""The columns of the list of a year, which are those of Decree 34/2016/NĐ-CP."""

# The decree has the order in which a reader asks: what is in force comes first.
_ORDER = (
    Status.IN_FORCE,
    Status.PARTLY,
    Status.PARTLY_SUSPENDED,
    Status.SUSPENDED,
    Status.NOT_YET,
    Status.UNKNOWN,
    Status.ENDED,
)


def group_label(group: Group, site: Site) -> str:
    """What happened to the agreements of a group."""
    return (labels.CHANGED if group is None else labels.STATUSES[group]).on(site)


def register_table(records: Iterable[Record], directory: Directory) -> ListTable:
    """All agreements by status; within each, by type and day of signing."""
    site = directory.site
    by_status: dict[Status, list[Record]] = {status: [] for status in _ORDER}
    for record in sorted(records, key=lambda record: _place(record, directory)):
        by_status[record.lifecycle.status].append(record)
    return ListTable(
        columns=REGISTER_COLUMNS,
        groups=tuple(
            (
                labels.STATUSES[status].on(site),
                tuple((number, *_row(record, directory)) for number, record in enumerate(found, 1)),
            )
            for status, found in by_status.items()
            if found
        ),
        grouped_by=labels.LIST_STATUS.on(site),
    )


def year_table(groups: YearGroups, site: Site) -> ListTable:
    """What ended, was suspended or was amended in a year."""
    return ListTable(
        columns=YEAR_COLUMNS,
        groups=tuple(
            (
                group_label(group, site),
                tuple(
                    (number, one.type, one.number, one.signed, one.title, one.part, one.reason, one.on)
                    for number, one in enumerate(entries, 1)
                ),
            )
            for group, entries in groups
        ),
        grouped_by=labels.LIST_STATUS.on(site),
    )


def as_document(table: ListTable, url: str, title: str, source: str, directory: Directory) -> TableDocumentView:
    """The list as a document; ``source`` is the address of the page that it comes from."""
    site = directory.site
    return TableDocumentView(
        url=url,
        title=title,
        author=site.published_by,
        lang="vi-VN" if site.language == "vi" else "en-GB",
        below=(_source(source, site),),
        columns=tuple(DocumentColumn(one.head.on(site), one.width, centred=one.centred) for one in table.columns),
        groups=tuple(
            (
                f"{_roman(number)}. {label} ({format_integer(len(rows), site.language)})",
                tuple(tuple(_told(cell, site) for cell in row) for row in rows),
            )
            for number, (label, rows) in enumerate(table.groups, 1)
        ),
    )


def as_workbook(table: ListTable, url: str, title: str, source: str, directory: Directory) -> WorkbookView:
    """The list as a workbook; its groups are values of a column, so that a reader can filter by them.

    Without headings between the groups, the rows are numbered through.
    """
    site = directory.site
    rows = ((label, row) for label, some in table.groups for row in some)
    sheet = SheetView(
        name=labels.LIST_SHEET.on(site),
        widths=(*(one.characters for one in table.columns), 24),
        heads=((*(one.head.on(site) for one in table.columns), table.grouped_by),),
        rows=tuple(
            (number, *(_cell(one, site) for one in row[1:]), label) for number, (label, row) in enumerate(rows, 1)
        ),
        above=(title, _source(source, site)),
        wrapped=True,
    )
    return WorkbookView(url=url, title=title, author=site.published_by, lang=site.language, sheets=(sheet,))


def _place(record: Record, directory: Directory) -> tuple[object, ...]:
    agreement = record.agreement
    kind = sort_key(type_link(agreement.type, directory).label)
    signed = agreement.signed_on
    return kind, signed.order if signed else (9999, 0, 0), sort_key(agreement.number), sort_key(subject_of(record.home))


def _row(record: Record, directory: Directory) -> tuple[ListCell, ...]:
    agreement = record.agreement
    return (
        type_link(agreement.type, directory).label,
        agreement.number,
        agreement.signed_on,
        subject_of(record.home),
        "; ".join(names_then((one.agency for one in agreement.parties), agreement.signed_on, directory)),
        agreement.effective_on,
    )


def _told(cell: ListCell, site: Site) -> str:
    if isinstance(cell, Edtf):
        return format_short(cell, site.language)
    return "" if cell is None else str(cell)


def _cell(cell: ListCell, site: Site) -> SheetCell:
    return (cell.certain or format_short(cell, site.language)) if isinstance(cell, Edtf) else cell


def _source(url: str, site: Site) -> str:
    return labels.SOURCE.on(site).format(title=site.title, url=url)


def _roman(number: int) -> str:
    return ("I", "II", "III", "IV", "V", "VI", "VII")[number - 1]
