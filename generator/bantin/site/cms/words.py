"""Texts of the form, except the labels of keys, which are in the schema."""

from bantin.domain.model import Label

BODY = Label("Nội dung", "Text")
ARTICLE, ARTICLES_OF = Label("Bài viết", "Article"), Label("Bài viết năm {year}", "Articles of {year}")
UNDATED = Label("Bài viết chưa rõ ngày", "Undated articles")
IN_FOLDERS = Label("(có thư mục riêng)", "(in folders)")
RECORDS, RECORD = Label("Văn bản", "Agreements"), Label("Văn bản", "Agreement")
RECORD_TEXT = Label("Toàn văn", "Full text")
RECORD_TEXT_ADVICE = Label(
    "Dán nguyên văn, mỗi điều, khoản, điểm ở đầu dòng: “Điều 5. …”, “1. …”, “a) …”. Để trống nếu chưa công bố.",
    "The text as it stands, each provision at the beginning of a line: “Article 5. …”, “1. …”, “a) …”. "
    "Leave it empty if it is not public.",
)
PAGES, AGENCIES = Label("Trang tĩnh", "Static pages"), Label("Cơ quan", "Agencies")
ROTATING = Label("luân phiên", "in turn")
YES, NO = Label("có", "yes"), Label("không", "no")
