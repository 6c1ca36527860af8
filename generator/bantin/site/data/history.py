"""The tables of the events, relations and documents of agreements, and of what was corrected about them."""

import posixpath
from collections.abc import Iterator, Mapping

from msgspec import Struct

from bantin.domain.model import (
    Agreement,
    Article,
    Change,
    Document,
    DocumentFacts,
    EventKind,
    External,
    Gone,
    Label,
    RecordFile,
    RelationKind,
    told_changes,
)
from bantin.domain.text.dates import Edtf
from bantin.index import Action, Record, related
from bantin.site import addresses, labels
from bantin.site.addresses import WORDS
from bantin.site.cards import subject_of
from bantin.site.data.columns import CellKind, Column, DataSources, Table
from bantin.site.data.entries import RECORD_KEYS, NumberedEntry, entries

_TERM_ENDS = "term_ends"

_EVENT_KINDS: Mapping[str, Label] = {kind or _TERM_ENDS: label for kind, label in labels.EVENTS.items()}


class Related(Struct, frozen=True):
    """A relation of an agreement to another document; ``record`` is the id of that document if it is published here."""

    kind: RelationKind
    inverse: bool
    title: str
    record: str | None = None
    number: str = ""
    date: Edtf | None = None
    url: str | None = None


def _actions(record: Record, _holdings: DataSources) -> tuple[Action, ...]:
    return record.lifecycle.history


def _relations(record: Record, holdings: DataSources) -> Iterator[Related]:
    site = holdings.directory.site
    for kind, inverse, other in related(record.agreement, record.ties, record.gone):
        match other:
            case Article(agreement=Agreement() as its) | RecordFile(agreement=its):
                url = site.base_url + addresses.home(WORDS[site.language], other)
                yield Related(kind, inverse, subject_of(other), its.id, its.number, its.signed_on, url)
            case External():
                yield Related(kind, inverse, other.title, number=other.number, date=other.date, url=other.url)
            case Gone():
                url = site.base_url + addresses.gone(WORDS[site.language], other)
                yield Related(kind, inverse, other.title, number=other.number, url=url)
            case str():
                # Of a hidden record, only the id is given, as on the page.
                yield Related(kind, inverse, other)


def _changes(record: Record, _holdings: DataSources) -> tuple[Change, ...]:
    return told_changes(record.home.changes)


def _documents(record: Record, _holdings: DataSources) -> tuple[Document, ...]:
    return record.agreement.documents


def _extends_for_good(entry: NumberedEntry[Action]) -> bool | None:
    action = entry.item
    if action.kind is not EventKind.EXTENDED:
        return None
    return False if action.until else (action.indefinite or None)


def _address(entry: NumberedEntry[Document]) -> str:
    return addresses.attachment(entry.directory.site, entry.item.file)


def _facts(entry: NumberedEntry[Document]) -> DocumentFacts | None:
    return entry.holdings.documents.get(entry.item.file)


EVENTS: Table[NumberedEntry[Action]] = Table(
    name="events",
    title=Label("Lịch sử văn bản", "History of agreements"),
    about=Label(
        "Mỗi dòng là một việc đã hoặc sẽ xảy ra với một văn bản.",
        "Each row is something that happened, or is to happen, to an agreement.",
    ),
    member="events",
    rows=entries(_actions),
    keys=RECORD_KEYS,
    columns=(
        Column(
            "kind",
            CellKind.TEXT,
            Label("Việc gì:", "What happened:"),
            lambda entry: entry.item.kind or _TERM_ENDS,
            required=True,
            choices=_EVENT_KINDS,
        ),
        Column("on", CellKind.DATE, Label("Ngày.", "When."), lambda entry: entry.item.on),
        Column("note", CellKind.TEXT, Label("Ghi chú.", "Note."), lambda entry: entry.item.note),
        Column(
            "by",
            CellKind.TEXT,
            Label("Do ai, hoặc bằng văn bản nào.", "By whom, or through which document."),
            lambda entry: entry.item.by,
        ),
        Column(
            "parties",
            CellKind.TEXTS,
            Label(
                "Mã các cơ quan liên quan, nếu không phải là mọi bên.",
                "Identifiers of the agencies that it concerns, where it does not concern all parties.",
            ),
            lambda entry: entry.item.parties,
        ),
        Column(
            "part",
            CellKind.TEXT,
            Label("Phần văn bản liên quan, nếu không phải toàn bộ.", "The part that it concerns, if not the whole."),
            lambda entry: entry.item.part,
        ),
        Column(
            "until",
            CellKind.DATE,
            Label(
                "Ngày cuối của việc ngưng hiệu lực, hoặc của thời hạn mới khi gia hạn.",
                "The last day of a suspension, or of the term that an extension sets.",
            ),
            lambda entry: entry.item.until,
        ),
        Column(
            "indefinite",
            CellKind.BOOLEAN,
            Label(
                "true: gia hạn không xác định thời hạn; false: gia hạn đến ngày until.",
                "true: the extension sets no fixed term; false: it sets one that ends on the day until.",
            ),
            _extends_for_good,
        ),
        Column(
            "upcoming",
            CellKind.BOOLEAN,
            Label(
                "true: chắc chắn chưa xảy ra vào ngày ghi trong tệp as-of.json.",
                "true: it certainly lies after the day in the file as-of.json.",
            ),
            lambda entry: entry.item.upcoming,
            required=True,
        ),
    ),
)

RELATIONS: Table[NumberedEntry[Related]] = Table(
    name="relations",
    title=Label("Quan hệ giữa các văn bản", "Relations between documents"),
    about=Label(
        "Mỗi dòng là một quan hệ của một văn bản với văn bản khác. Quan hệ giữa hai văn bản của bản tin có ở cả hai.",
        "Each row is a relation of an agreement to another document. One between two agreements of this bulletin "
        "stands with both.",
    ),
    member="relations",
    rows=entries(_relations),
    keys=RECORD_KEYS,
    columns=(
        Column(
            "kind",
            CellKind.TEXT,
            Label("Loại quan hệ:", "What one document does to the other:"),
            lambda entry: entry.item.kind,
            required=True,
            choices=labels.RELATIONS,
        ),
        Column(
            "inverse",
            CellKind.BOOLEAN,
            Label(
                "false: văn bản này tác động đến văn bản kia; true: văn bản kia tác động đến văn bản này.",
                "false: this agreement does it to the other document; true: the other does it to this one.",
            ),
            lambda entry: entry.item.inverse,
            required=True,
        ),
        Column(
            "other",
            CellKind.ID,
            Label(
                "Mã bản ghi của văn bản kia, nếu được công bố trong bản tin này.",
                "Identifier of the other document, where it is published in this bulletin.",
            ),
            lambda entry: entry.item.record,
            refers="agreements",
        ),
        Column(
            "other_title",
            CellKind.TEXT,
            Label("Tên (trích yếu) của văn bản kia.", "Title of the other document."),
            lambda entry: entry.item.title,
            required=True,
        ),
        Column(
            "other_number",
            CellKind.TEXT,
            Label("Số, ký hiệu của văn bản kia.", "Number of the other document."),
            lambda entry: entry.item.number,
        ),
        Column(
            "other_date",
            CellKind.DATE,
            Label("Ngày ký văn bản kia.", "Date of the other document."),
            lambda e: e.item.date,
        ),
        Column(
            "other_url",
            CellKind.URL,
            Label("Địa chỉ của văn bản kia.", "Address of the other document."),
            lambda e: e.item.url,
        ),
    ),
)

CHANGES: Table[NumberedEntry[Change]] = Table(
    name="changes",
    title=Label("Đính chính và cập nhật của bản tin", "Corrections and updates of the bulletin"),
    about=Label(
        "Mỗi dòng là một lần bản tin đính chính hoặc cập nhật trang của một văn bản sau khi đăng.",
        "Each row is a correction or an update of the page of an agreement after it had been published.",
    ),
    member="changes",
    rows=entries(_changes),
    keys=RECORD_KEYS,
    columns=(
        Column(
            "kind",
            CellKind.TEXT,
            Label("Bản tin đã làm gì:", "What the bulletin did:"),
            lambda entry: entry.item.kind,
            required=True,
            choices=labels.CHANGES,
        ),
        Column("on", CellKind.MOMENT, Label("Ngày.", "When."), lambda entry: entry.item.on, required=True),
        Column(
            "note",
            CellKind.TEXT,
            Label("Đã thay đổi gì.", "What was changed."),
            lambda entry: entry.item.note,
            required=True,
        ),
    ),
)

DOCUMENTS: Table[NumberedEntry[Document]] = Table(
    name="documents",
    title=Label("Tệp văn bản", "Documents"),
    about=Label("Mỗi dòng là một tệp của một văn bản.", "Each row is a file of an agreement."),
    member="documents",
    rows=entries(_documents),
    keys=RECORD_KEYS,
    columns=(
        Column(
            "kind",
            CellKind.TEXT,
            Label("Tệp này là:", "What the file is:"),
            lambda entry: entry.item.kind,
            required=True,
            choices=labels.DOCUMENTS,
        ),
        Column(
            "name",
            CellKind.TEXT,
            Label("Tên tệp.", "Name of the file."),
            lambda entry: posixpath.basename(entry.item.file),
            required=True,
        ),
        Column(
            "url",
            CellKind.URL,
            Label("Địa chỉ tải về.", "Address to download it from."),
            lambda entry: entry.directory.site.base_url + _address(entry),
            required=True,
        ),
        Column(
            "size",
            CellKind.INTEGER,
            Label("Dung lượng, tính bằng byte.", "Size in bytes."),
            lambda entry: facts.size if (facts := _facts(entry)) else None,
        ),
        Column(
            "pages",
            CellKind.INTEGER,
            Label("Số trang.", "Number of pages."),
            lambda entry: facts.pages if (facts := _facts(entry)) else None,
        ),
        Column(
            "sha256",
            CellKind.SHA256,
            Label("Mã SHA-256 của tệp.", "SHA-256 of the file."),
            lambda entry: facts.sha256 if (facts := _facts(entry)) else entry.item.sha256,
        ),
    ),
)
