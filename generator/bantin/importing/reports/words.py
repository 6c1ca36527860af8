"""The wording of reports, in Vietnamese and in English."""

from collections.abc import Mapping

from bantin.domain.model import Label
from bantin.importing.drafts.draft import DraftKind
from bantin.importing.drafts.placing import State
from bantin.importing.material import NoticeKind, Refusal

KINDS: Mapping[DraftKind, Label] = {
    DraftKind.AGENCY: Label("Cơ quan", "Agencies"),
    DraftKind.RECORD: Label("Bản ghi văn bản", "Records"),
    DraftKind.ARTICLE: Label("Bài viết", "Articles"),
}
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
    Refusal.NOT_PUBLISHED: Label("ở trang cũ chưa đăng", "it was never public on the old site"),
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
    NoticeKind.COUNTED_ELSEWHERE: Label(
        "số thứ tự do LibreOffice đếm, cần so lại", "numbers that LibreOffice counted: compare them"
    ),
    NoticeKind.READ_BY_MACHINE: Label("trang do máy đọc từ ảnh; độ tin cậy", "a page read by machine; confidence"),
    NoticeKind.NOT_PUBLISHED: Label(
        "bài chưa đăng ở trang cũ, không nhập", "not published on the old site, not imported"
    ),
    NoticeKind.NO_MATCH: Label(
        "chỗ nêu trong công thức không có trong trang", "a selector of the recipe that matches nothing"
    ),
    NoticeKind.CUT: Label("phần quá dài, đã cắt", "too long, and cut"),
}
LEFT_OUT: Mapping[str, Label] = {
    "around": Label("chữ quanh bài", "words around the article"),
    "above-header": Label("dòng trên tiêu đề cột", "line above the header"),
    "another-table": Label("bảng khác", "another table"),
    "breadcrumb": Label("đường dẫn mục", "breadcrumb"),
    "byline": Label("dòng tác giả", "byline"),
    "column-numbers": Label("dòng số thứ tự cột", "numbers of columns"),
    "comment": Label("bình luận", "comment of a reader"),
    "computed": Label("giá trị tự tính, không nhập", "computed by the program"),
    "date-line": Label("dòng ngày không rõ", "date line that is not clear"),
    "date-order": Label("không rõ ngày hay tháng đứng trước", "day and month may be the other way round"),
    "footer": Label("dòng cuối bảng", "footer of the table"),
    "date": Label("ngày khác trong văn bản", "another date of the document"),
    "head": Label("phần đầu văn bản", "head of the document"),
    "impossible-date": Label("ngày không có thật", "a day that does not exist"),
    "merged": Label("ô gộp nhiều dòng", "cell merged over rows"),
    "motto": Label("Quốc hiệu, Tiêu ngữ", "national motto"),
    "no-agency": Label("không phải tên cơ quan", "no name of an agency"),
    "no-choice": Label("không phải giá trị cho phép", "none of the values allowed"),
    "no-count": Label("không phải số lượng", "no number"),
    "no-date": Label("không phải ngày", "no date"),
    "no-file": Label("không phải tệp", "no file"),
    "no-header": Label("không có dòng tiêu đề cột", "no header"),
    "no-length": Label("không phải thời hạn", "no length of time"),
    "no-number": Label("không phải số, ký hiệu", "no number of a document"),
    "no-person": Label("không phải tên người", "no name of a person"),
    "no-place": Label("không phải địa danh", "no place"),
    "no-record": Label("dòng không phải văn bản", "a row that is no record"),
    "no-table": Label("không có bảng", "no table"),
    "no-text": Label("không có chữ", "no text"),
    "note": Label("ghi chú", "note"),
    "other-date": Label("ngày giờ của cổng thông tin", "the portal's own date"),
    "other-news": Label("tin khác", "other news"),
    "owner": Label("thông tin chủ quản cổng", "owner of the portal"),
    "page-head": Label("tiêu đề đầu trang", "running head"),
    "page-number": Label("số trang", "page number"),
    "picture": Label("chỗ của ảnh", "place of a picture"),
    "recipients": Label("nơi nhận", "recipients"),
    "repeated": Label("lặp lại", "repeated"),
    "repeated-header": Label("tiêu đề cột lặp lại", "header repeated"),
    "rule": Label("đường kẻ", "rule"),
    "section": Label("dòng tên nhóm", "heading of a group of rows"),
    "several-agencies": Label("tên chung của nhiều cơ quan", "a name that several agencies have"),
    "sum": Label("dòng tổng cộng", "sum"),
    "term": Label("thời hạn, chưa tính ra ngày", "term, from which no day was computed"),
    "title": Label("tiêu đề khác", "another headline"),
    "unclear-agencies": Label("không rõ gồm những cơ quan nào", "agencies that cannot be told apart"),
    "unclear-people": Label("không rõ gồm những ai", "people that cannot be told apart"),
    "unclear-position": Label("chức vụ không rõ của ai", "a post, not clear whose"),
    "unclear-rank": Label("cấp bậc không rõ của ai", "a rank, not clear whose"),
    "unknown-column": Label("cột không nhận ra", "a column that is not known"),
    "unreadable": Label("không đọc được", "unreadable"),
    "widget": Label("tiện ích của cổng thông tin, không phải nội dung", "a widget of the portal, no content"),
    "wrong-value": Label("giá trị không đúng kiểu", "a value of another type"),
}
