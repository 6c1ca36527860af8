"""Texts of the form, except the labels of keys, which are in the schema."""

from bantin.domain.model import Label

BODY = Label("Nội dung", "Text")
ARTICLE, ARTICLES_OF = Label("Bài viết", "Article"), Label("Bài viết năm {year}", "Articles of {year}")
UNDATED = Label("Bài viết không rõ ngày", "Undated articles")
IN_FOLDERS = Label("(có thư mục riêng)", "(in folders)")
PAGES, AGENCIES = Label("Trang tĩnh", "Static pages"), Label("Cơ quan", "Agencies")
ROTATING = Label("luân phiên", "in turn")
YES, NO = Label("có", "yes"), Label("không", "no")
