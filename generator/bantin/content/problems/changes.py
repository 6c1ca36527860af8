"""Problems with the changes of published files: corrections and updates."""

from bantin.content.problems.dates import OUT_OF_ORDER
from bantin.domain.problems import Kind, Severity, Wording

_E = Severity.ERROR

NO_NOTE = Kind(
    "change-without-note",
    _E,
    Wording(
        "The change “{kind}” does not say what was changed.",
        "Write it as a sentence for readers: “note: …”; if they need not know, write “kind: minor”.",
    ),
    Wording(
        "Thay đổi “{kind}” chưa cho biết đã sửa gì.",
        "Hãy viết một câu cho bạn đọc: “note: …”; nếu bạn đọc không cần biết, hãy ghi “kind: minor”.",
    ),
)
UPDATED_EARLIER = Kind(
    OUT_OF_ORDER.code,
    _E,
    Wording(
        "“updated” ({updated}) is before the newest of “changes” ({change}).",
        "Leave out “updated”: it follows from the changes.",
    ),
    Wording(
        "“updated” ({updated}) trước thay đổi mới nhất trong “changes” ({change}).",
        "Hãy bỏ dòng “updated”: lúc cập nhật được lấy từ “changes”.",
    ),
)
