"""The wording of reports, in Vietnamese and in English."""

from collections.abc import Mapping

from bantin.domain.model import Label
from bantin.importing.drafts.placing import State
from bantin.importing.material import NoticeKind, Refusal

STATES: Mapping[State, Label] = {
    State.NEW: Label("mới", "new"),
    State.RENEWED: Label("ghi lại", "written anew"),
    State.UNCHANGED: Label("không đổi", "unchanged"),
    State.EDITED: Label("đã có người sửa, giữ nguyên", "edited since, kept as it is"),
    State.REMOVED: Label("đã có người xóa, không ghi lại", "removed since, not written again"),
}
REFUSALS: Mapping[Refusal, Label] = {
    Refusal.UNKNOWN_KIND: Label("không phải loại tệp nhập được", "no kind of file that can be imported"),
    Refusal.DAMAGED: Label("tệp hỏng, không đọc được", "damaged, and cannot be read"),
    Refusal.ENCRYPTED: Label("tệp có mật khẩu; hãy lưu lại không có mật khẩu", "it has a password; save it without"),
    Refusal.TOO_LARGE: Label("tệp quá lớn; hãy chia nhỏ", "too large; divide it"),
    Refusal.TOO_COSTLY: Label("đọc quá lâu hoặc quá tốn bộ nhớ, đã dừng", "took too long or too much memory"),
    Refusal.TOOL_MISSING: Label("máy này thiếu chương trình để đọc", "a program to read it is missing on this machine"),
    Refusal.EMPTY: Label("tệp trống", "empty"),
    Refusal.OUTSIDE: Label("liên kết dẫn ra ngoài thư mục nguồn", "a link leads out of the folder of the source"),
}
NOTICES: Mapping[NoticeKind, Label] = {
    NoticeKind.TRACKED_INSERTION: Label(
        "phần thêm đang theo dõi, chưa chấp nhận", "tracked insertion, not accepted yet"
    ),
    NoticeKind.TRACKED_DELETION: Label("phần xóa đang theo dõi, chưa chấp nhận", "tracked deletion, not accepted yet"),
    NoticeKind.COMMENT: Label("nhận xét", "comment"),
    NoticeKind.HIDDEN_TEXT: Label("chữ ẩn", "hidden text"),
    NoticeKind.LEGACY_FONT: Label(
        "phông chữ mã cũ, đã chuyển sang Unicode", "font of an old encoding, converted to Unicode"
    ),
    NoticeKind.FORMULA: Label("ô có công thức, lấy kết quả đã lưu", "formula, of which the stored result was taken"),
    NoticeKind.MACRO: Label("macro, không chạy", "macro, not run"),
    NoticeKind.OBJECT: Label("đối tượng nhúng, không lấy", "embedded object, not taken"),
    NoticeKind.UNREADABLE: Label("phần không đọc được", "a part that cannot be read"),
    NoticeKind.NO_TEXT: Label("trang không có chữ, chỉ có ảnh", "a page without text, only a picture"),
    NoticeKind.WIDGET: Label("tiện ích của cổng thông tin, không phải nội dung", "a widget of the portal, no content"),
    NoticeKind.SCRIPT: Label("mã chạy trong trang, không lấy", "script of the page, not taken"),
    NoticeKind.MISSING_FILE: Label("tệp không có bên cạnh trang", "a file that does not lie beside the page"),
    NoticeKind.CUT: Label("phần quá dài, đã cắt", "too long, and cut"),
}
LEFT_OUT: Mapping[str, Label] = {}
