"""The words by which Vietnamese portals head and label their widgets."""

import re
from functools import cache

from bantin.domain.text.name_keys import name_key

_LONGEST = 60
_HEADINGS = """
tin liên quan | các tin liên quan | tin bài liên quan | bài liên quan | bài viết liên quan | các bài viết liên quan
tin khác | các tin khác | tin tức khác | các tin tức khác | tin bài khác | các tin bài khác | các bài khác
bài viết khác | các bài viết khác | tin mới hơn | các tin mới hơn | tin cũ hơn | các tin cũ hơn | bài mới hơn
bài cũ hơn | tin đã đưa | các tin đã đưa | các tin đã đăng | tin cùng chuyên mục | các tin cùng chuyên mục
cùng chuyên mục | bài cùng chuyên mục | tin cùng loại | tin mới | tin mới nhất | các tin mới nhất | bài viết mới
bài viết mới nhất | bài mới nhất | tin nổi bật | tin đọc nhiều | đọc nhiều | đọc nhiều nhất | tin xem nhiều
xem nhiều | xem nhiều nhất | tin tiêu điểm | tin nóng | liên kết website | liên kết web | liên kết trang
liên kết trang web | liên kết | liên kết nhanh | liên kết hữu ích | thống kê truy cập | thống kê | lượt truy cập
số lượt truy cập | thống kê lượt truy cập | bình luận | ý kiến bạn đọc | ý kiến của bạn | gửi bình luận
gửi ý kiến | phản hồi | viết bình luận | thăm dò ý kiến | quảng cáo | từ khóa tìm kiếm | related posts
related articles | related news | recent posts | comments | leave a reply | leave a comment | visitors
visitor statistics | links
"""
_BUTTONS = """
lên đầu trang | về đầu trang | đầu trang | lên trên | in trang | in trang này | in bài viết | in bài | in | bản in
gửi email | gửi mail | gửi cho bạn bè | gửi bài viết | chia sẻ | chia sẻ facebook | chia sẻ bài viết | lưu bài viết
quay lại | trở về | trở lại | xem thêm | xem tiếp | đăng nhập | đăng ký | đăng xuất | quên mật khẩu | tìm kiếm | tìm
facebook | zalo | twitter | tweet | share | like | print | email | search | log in | login | sign in | back to top | top
trang trước | trang sau | trang tiếp | bài trước | bài sau | tiếp theo | kế tiếp | previous | next
cỡ chữ | tăng cỡ chữ | giảm cỡ chữ | nghe đọc bài | đọc bài | sao chép liên kết | copy link | skip to content
bỏ qua nội dung | chuyển đến nội dung
"""
_COUNT = re.compile(r"\s*\([0-9.,]{1,9}\)$")
_FIGURE = re.compile(r"[^\d]{2,30}[\s:][0-9][0-9.,]{0,14}")
_TRAIL = re.compile(r"(?:trang chủ|trang nhất|home|bạn đang ở|bạn đang xem)(?!\w)", re.IGNORECASE)
# What stands at the foot of a page: who runs the portal, and by what licence.
_IMPRINT = re.compile(
    r"bản quyền|giấy phép|cơ quan chủ quản|chịu trách nhiệm|ghi rõ nguồn|copyright|all rights reserved|©", re.IGNORECASE
)


@cache
def _keys(words: str) -> frozenset[str]:
    return frozenset(name_key(one) for line in words.split("\n") for one in line.split("|") if one.strip())


def _is_one_of(words: str, text: str) -> bool:
    return len(text) <= _LONGEST and name_key(_COUNT.sub("", text)) in _keys(words)


def heads_widget(text: str) -> bool:
    """Whether a line is the heading of a widget: ``Tin liên quan``, ``Bình luận (0)``."""
    return _is_one_of(_HEADINGS, text)


def is_button(text: str) -> bool:
    """Whether a line is a label that readers press: ``Lên đầu trang``, ``Chia sẻ``."""
    return _is_one_of(_BUTTONS, text)


def is_figure(text: str) -> bool:
    """Whether a line is a figure of statistics behind its name: ``Đang online: 5``, ``Tất cả 264.994``."""
    return _FIGURE.fullmatch(text) is not None


def is_trail(text: str) -> bool:
    """Whether a line of links is the way from the home page to this one."""
    return _TRAIL.match(text) is not None


def is_imprint(text: str) -> bool:
    """Whether a line tells who runs the portal."""
    return _IMPRINT.search(text) is not None
