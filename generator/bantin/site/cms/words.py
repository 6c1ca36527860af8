"""Texts of the form, except the labels of keys, which are in the schema."""

from bantin.domain.model import Label

BODY = Label("Nội dung", "Text")
# The CMS shows signs of Markdown in advice as what they stand for.
BODY_ADVICE = Label(
    "Giữa hai đoạn để một dòng trống. Đề mục mở đầu bằng “## ”, mỗi mục của danh sách mở đầu bằng “- ” hoặc “1. ”.",
    "A blank line between paragraphs. A heading begins with “## ”, each item of a list with “- ” or “1. ”.",
)
ARTICLE, ARTICLES_OF = Label("Bài viết", "Article"), Label("Bài viết năm {year}", "Articles of {year}")
UNDATED = Label("Bài viết chưa rõ ngày", "Undated articles")
SINGLE_FILES = Label("(tệp rời)", "(single files)")
RECORDS, RECORD = Label("Văn bản", "Agreements"), Label("Văn bản", "Agreement")
RECORD_TEXT = Label("Toàn văn", "Full text")
RECORD_TEXT_ADVICE = Label(
    "Dán nguyên văn, mỗi điều, khoản, điểm ở đầu dòng: “Điều 5. …”, “1. …”, “a) …”. Để trống nếu chưa công bố.",
    "The text as it stands, each provision at the beginning of a line: “Article 5. …”, “1. …”, “a) …”. "
    "Leave it empty if it is not public.",
)
DOCUMENTS = Label("Tài liệu dùng chung", "Shared documents")
PAGES, AGENCIES = Label("Trang tĩnh", "Static pages"), Label("Cơ quan", "Agencies")
ROTATING = Label("luân phiên", "in turn")
PARTY_TWICE = Label(
    "Cơ quan “{agency}” được ghi hai lần trong các bên ký kết.", "“{agency}” is among the parties twice."
)
NOT_PARTY = Label(
    "Cơ quan “{agency}” của người ký không có trong các bên ký kết.",
    "“{agency}”, for which a person signs, is not one of the parties.",
)
SETTINGS = Label("Cài đặt", "Settings")
VOCABULARY = Label("Loại văn bản, lĩnh vực, từ ngữ", "Types, fields and words")
ID = Label("Mã", "Id")
ID_ADVICE = Label(
    "Bài viết, văn bản và địa chỉ dùng mã này: đã dùng thì không đổi.",
    "Articles, agreements and addresses use it: do not change it once it is in use.",
)
ID_TWICE = Label("{field}: mã “{id}” được dùng hai lần.", "{field}: the id “{id}” is used twice.")
PICK_A_DAY = Label("Chọn ngày trên lịch", "Pick a day")
SERVED = {
    "changes": Label("Thay đổi đang chờ", "Changes that wait"),
    "preview": Label("Xem thử", "Preview"),
    "checking": Label("Đang kiểm tra…", "Checking…"),
    "passed": Label("Không có lỗi", "No errors"),
    "failed": Label("Còn lỗi, chưa đăng được", "There are errors; it cannot be published yet"),
}
"""What the form shows of changes, where `bantin desk` serves it."""
COMMITS = {
    "create": Label("Thêm {{collection}} “{{slug}}”", "Add {{collection}} “{{slug}}”"),
    "update": Label("Sửa {{collection}} “{{slug}}”", "Edit {{collection}} “{{slug}}”"),
    "delete": Label("Xóa {{collection}} “{{slug}}”", "Delete {{collection}} “{{slug}}”"),
    "uploadMedia": Label("Thêm tệp “{{path}}”", "Add file “{{path}}”"),
    "deleteMedia": Label("Xóa tệp “{{path}}”", "Delete file “{{path}}”"),
}
"""The messages of commits by the desk that `bantin desk` serves, as Sveltia CMS fills them in."""
OPEN = Label("Công khai", "Public")
YES, NO = Label("có", "yes"), Label("không", "no")
