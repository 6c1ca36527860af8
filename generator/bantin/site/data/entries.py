"""Entries: the sources of the rows of tables about records."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from msgspec import Struct

from bantin.domain.model import Agreement, Label
from bantin.domain.problems import Language
from bantin.index import Directory, Record
from bantin.site.cards import name_then
from bantin.site.data.columns import CellKind, Column, DataSources

T = TypeVar("T")


class NumberedEntry(Struct, Generic[T], frozen=True):
    """A part of a record, and its number among those of the same kind, from 1."""

    item: T
    number: int
    record: Record
    holdings: DataSources

    @property
    def agreement(self) -> Agreement:
        """The agreement that it belongs to."""
        return self.record.agreement

    @property
    def directory(self) -> Directory:
        """The directory of the day."""
        return self.holdings.directory

    @property
    def language(self) -> Language:
        """The language of the site."""
        return self.directory.site.language

    def agency_name(self, agency_id: str | None) -> str | None:
        """The name of an agency when the agreement was signed."""
        if agency_id is None:
            return None
        return name_then(agency_id, self.agreement.signed_on, self.directory)


def entries(items: Callable[[Record, DataSources], Iterable[T]]) -> Callable[[DataSources], Iterator[NumberedEntry[T]]]:
    """The rows of a table of the parts of records that ``items`` returns."""

    def rows(holdings: DataSources) -> Iterator[NumberedEntry[T]]:
        for record in holdings.records:
            for number, item in enumerate(items(record, holdings), start=1):
                yield NumberedEntry(item, number, record, holdings)

    return rows


RECORD_KEYS: tuple[Column[NumberedEntry[Any]], ...] = (
    Column(
        "agreement",
        CellKind.ID,
        Label("Mã bản ghi của văn bản.", "Identifier of the agreement."),
        lambda entry: entry.agreement.id,
        required=True,
        refers="agreements",
    ),
    Column(
        "number",
        CellKind.INTEGER,
        Label("Số thứ tự trong văn bản, từ 1.", "Its number within the agreement, from 1."),
        lambda entry: entry.number,
        required=True,
    ),
)
"""The keys of a table of entries: the record, and the number of the entry in it."""
