"""The table of records that were public and are not any more."""

from collections.abc import Iterator

from bantin.domain.model import Label
from bantin.site.data.columns import CellKind, Column, DataSources, Table
from bantin.site.data.gone_records import GoneRecord


def _rows(holdings: DataSources) -> Iterator[GoneRecord]:
    return iter(holdings.gone)


GONE: Table[GoneRecord] = Table(
    name="gone",
    title=Label("Văn bản đã gỡ", "Removed records"),
    about=Label(
        "Mỗi dòng là một văn bản từng công bố ở đây, nay đã gỡ. Mã của văn bản đó không dùng cho văn bản khác.",
        "Each row is a record that was public here and was removed. Its identifier is not given to another one.",
    ),
    rows=_rows,
    keys=(
        Column(
            "id", CellKind.ID, Label("Mã bản ghi.", "Identifier of the record."), lambda row: row.gone.id, required=True
        ),
    ),
    columns=(
        Column(
            "url",
            CellKind.URL,
            Label("Địa chỉ cũ; nay là trang báo đã gỡ.", "Its address, where a page now says that it was removed."),
            lambda row: row.url,
            required=True,
        ),
        Column(
            "title",
            CellKind.TEXT,
            Label("Tên văn bản (trích yếu).", "Subject line."),
            lambda row: row.gone.title,
            required=True,
        ),
        Column(
            "number",
            CellKind.TEXT,
            Label("Số, ký hiệu văn bản.", "Number of the document."),
            lambda row: row.gone.number,
        ),
        Column(
            "gone_on",
            CellKind.DATE,
            Label("Ngày gỡ.", "When it was removed."),
            lambda row: row.gone.on,
            required=True,
        ),
        Column(
            "gone_reason",
            CellKind.TEXT,
            Label("Lý do gỡ.", "Why it was removed."),
            lambda row: row.gone.reason,
            required=True,
        ),
        Column(
            "replaced_by",
            CellKind.URL,
            Label("Địa chỉ của nội dung thay thế.", "Address of what is in its place."),
            lambda row: row.replaced_by,
        ),
    ),
)
