"""Problems with external links."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

GONE = Kind(
    "link-gone",
    _E,
    Wording("{url} is gone (HTTP {status}).", "Link to where it is now, to an archive, or not at all. Pages: {pages}."),
    Wording("{url} không còn (HTTP {status}).", "Hãy trỏ đến địa chỉ mới, bản lưu trữ, hoặc bỏ đi. Trang: {pages}."),
)
MOVED = Kind(
    "link-moved",
    _W,
    Wording("{url} has moved for good to {target}.", "Link to the new address. Pages: {pages}."),
    Wording("{url} đã chuyển hẳn sang {target}.", "Hãy trỏ đến địa chỉ mới. Trang: {pages}."),
)
UNREACHABLE = Kind(
    "link-unreachable",
    _W,
    Wording(
        "{url} did not answer as it should: {reason}.", "Look at it yourself, or check again later. Pages: {pages}."
    ),
    Wording("{url} không trả lời như mong đợi: {reason}.", "Hãy tự mở xem hoặc kiểm tra lại sau. Trang: {pages}."),
)
NOT_PUBLIC = Kind(
    "link-not-public",
    _W,
    Wording("{url} leads into a private network.", "Readers cannot go there. Pages: {pages}."),
    Wording("{url} dẫn vào mạng nội bộ.", "Bạn đọc không vào được. Trang: {pages}."),
)
