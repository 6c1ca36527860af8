"""The table of provisions: one row for each provision of each version of each text."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from bantin.domain.model import Label, Provision
from bantin.domain.text.dates import Edtf
from bantin.site.data.columns import CellKind, Column, DataSources, Table
from bantin.site.texts.provision_labels import PROVISION_KINDS
from bantin.site.texts.version import RecordText, TextVersion


class ProvisionRow(Struct, frozen=True):
    """A provision in a version: its number in the version, from 1, and the anchor of the provision that contains it."""

    text: RecordText
    version: TextVersion
    provision: Provision
    order: int
    parent: str

    @property
    def since(self) -> Edtf | None:
        """The day since which it has this wording, or has been repealed."""
        return self.text.since(self.provision.anchor, self.version)


def provisions_table(texts: Callable[[DataSources], Iterable[RecordText]]) -> Table[ProvisionRow]:
    """The table ``provisions.csv`` of the texts that ``texts`` returns."""
    return Table(
        name="provisions",
        title=Label("Điều khoản", "Provisions"),
        about=Label(
            "Mỗi dòng là một phần, chương, mục, tiểu mục, điều, khoản, điểm hoặc phụ lục trong một phiên bản toàn văn.",
            "Each row is a part, chapter, section, subsection, article, clause, point or annex in a version of a text.",
        ),
        rows=lambda holdings: _rows(texts(holdings)),
        keys=_KEYS,
        columns=_COLUMNS,
    )


def _rows(texts: Iterable[RecordText]) -> Iterator[ProvisionRow]:
    for text in texts:
        for version in text.versions:
            for order, (provision, parent) in enumerate(_with_parents(version.text.provisions), start=1):
                yield ProvisionRow(text, version, provision, order, parent)


def _with_parents(provisions: Iterable[Provision], parent: str = "") -> Iterator[tuple[Provision, str]]:
    """All provisions at every level, in the order of the text, each with the anchor of what contains it."""
    for provision in provisions:
        yield provision, parent
        yield from _with_parents(provision.children, provision.anchor)


_KEYS: tuple[Column[ProvisionRow], ...] = (
    Column(
        "agreement",
        CellKind.ID,
        Label("Mã bản ghi của văn bản.", "Identifier of the agreement."),
        lambda row: row.text.record.agreement.id,
        required=True,
        refers="agreements",
    ),
    Column(
        "version",
        CellKind.INTEGER,
        Label(
            "Số thứ tự của phiên bản; 1 là văn bản đã ký, các số sau là văn bản hợp nhất.",
            "Number of the version; 1 is the signed text, those after it are consolidated.",
        ),
        lambda row: row.version.number,
        required=True,
    ),
    Column(
        "anchor",
        CellKind.ID,
        Label("Vị trí trên trang toàn văn (sau dấu #).", "Its place on the page of the text (behind the #)."),
        lambda row: row.provision.anchor,
        required=True,
    ),
)
_COLUMNS: tuple[Column[ProvisionRow], ...] = (
    Column(
        "version_since",
        CellKind.DATE,
        Label("Ngày đầu tiên của phiên bản.", "First day of the version."),
        lambda row: row.version.since,
    ),
    Column(
        "order",
        CellKind.INTEGER,
        Label("Số thứ tự trong phiên bản, từ 1.", "Its number within the version, from 1."),
        lambda row: row.order,
        required=True,
    ),
    Column(
        "parent",
        CellKind.ID,
        Label("Vị trí (anchor) của điều khoản chứa nó.", "Anchor of the provision that contains it."),
        lambda row: row.parent,
    ),
    Column(
        "kind",
        CellKind.TEXT,
        Label("Cấp:", "Level:"),
        lambda row: row.provision.kind,
        required=True,
        choices=PROVISION_KINDS,
    ),
    Column(
        "number",
        CellKind.TEXT,
        Label("Số như trong văn bản.", "Number as written."),
        lambda row: row.provision.number,
    ),
    Column("heading", CellKind.TEXT, Label("Tên điều, chương, mục.", "Heading."), lambda row: row.provision.heading),
    Column(
        "text",
        CellKind.TEXT,
        Label(
            "Nội dung của chính nó, mỗi đoạn một dòng, không kể các điều khoản bên trong.",
            "Its own words, a line for each paragraph, without the provisions within it.",
        ),
        lambda row: "\n".join(row.provision.paragraphs),
    ),
    Column(
        "repealed",
        CellKind.BOOLEAN,
        Label("true: đã bị bãi bỏ, chỉ còn số.", "true: it was repealed, and only its number is left."),
        lambda row: row.provision.repealed,
        required=True,
    ),
    Column(
        "since",
        CellKind.DATE,
        Label("Từ ngày nào có nội dung này hoặc bị bãi bỏ.", "Since when it reads so, or was repealed."),
        lambda row: row.since,
    ),
)
