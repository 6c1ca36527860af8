"""The fields of ``changes``: what was corrected or added since a file was published."""

from typing import Annotated

from bantin.content.schema.field_marks import LONG, Explained, Labelled
from bantin.content.schema.values import ExactMoment, Fields, Text, choice
from bantin.domain.model import ChangeKind

ChangeRole = Annotated[ChangeKind, choice(ChangeKind)]


class ChangeFields(Fields):
    """An item of ``changes``. Only a ``minor`` change may be without a note."""

    on: Annotated[ExactMoment, Labelled("Ngày", "On")]
    kind: Annotated[ChangeRole, Labelled("Loại", "Kind")]
    note: Annotated[Text, LONG, Labelled("Nội dung thay đổi", "What was changed")] = ""


class TranslatedChangeFields(Fields):
    """An item of ``changes`` in a translation; ``kind`` distinguishes changes at the same time."""

    on: ExactMoment
    kind: ChangeRole | None = None
    note: Text


Changes = Annotated[
    tuple[ChangeFields, ...],
    Labelled("Đính chính, cập nhật", "Corrections and updates"),
    Explained(
        "những gì đã sửa sau khi đăng: `{on, kind, note}`; `kind` là `correction` (đính chính), `update` (cập nhật) "
        "hoặc `minor` (chỉnh sửa nhỏ, không hiện trên trang); `note` là một câu cho bạn đọc",
        "what was changed after publication: `{on, kind, note}`; `kind` is `correction`, `update` or `minor` (not "
        "shown on the page); `note` is a sentence for readers",
    ),
]
