"""The words of a portal that are no content: menus, search, sign-in, statistics, buttons, lists of other news."""

import re
from enum import StrEnum

from bantin.importing.facts.phrases import any_of, line_key, phrase_keys

_LONGEST, _LONGEST_NOTE, _LONGEST_OF_OWNER = 600, 120, 250
_MENU = (
    "trang chủ", "trang nhất", "giới thiệu", "giới thiệu chung", "tin tức", "sự kiện", "tin tức sự kiện", "liên hệ", "sơ đồ cổng",
    "sơ đồ trang", "sơ đồ website", "sơ đồ site", "sơ đồ", "rss", "hỏi đáp", "góp ý", "hòm thư góp ý", "thư viện",
    "thư viện ảnh", "thư viện video", "thư viện điện tử", "video", "video clip", "hình ảnh", "phóng sự ảnh", "multimedia", "văn bản",
    "văn bản pháp luật", "văn bản pháp quy", "văn bản mới", "văn bản quy phạm pháp luật", "văn bản chỉ đạo điều hành", "văn bản điều hành",
    "hệ thống văn bản", "thủ tục hành chính", "dịch vụ công", "dịch vụ công trực tuyến", "thông báo", "thông tin tuyên truyền",
    "thông tin cần biết", "lịch công tác", "lịch tiếp công dân", "cải cách hành chính", "chuyển đổi số", "tổ chức bộ máy",
    "cơ cấu tổ chức", "chức năng nhiệm vụ", "bộ máy tổ chức", "công báo", "đường dây nóng", "english", "tiếng việt",
    "vietnamese", "menu", "danh mục", "chuyên mục", "chính trị", "xã hội", "kinh tế", "văn hóa", "thể thao",
    "pháp luật", "quốc tế", "giáo dục", "đời sống", "công nghệ", "khoa học", "sức khỏe", "du lịch", "quốc phòng", "an ninh trật tự",
    "thời sự", "trong nước", "thế giới", "bạn đọc", "podcast", "ảnh", "longform", "e-magazine",
    "home", "news", "contact", "about us",
)  # fmt: skip
_SEARCH = (
    "tìm kiếm",
    "tìm kiếm nâng cao",
    "tìm",
    "nhập từ khóa",
    "từ khóa tìm kiếm",
    "nhập từ khóa tìm kiếm",
    "search",
)
_SIGN_IN = (
    "đăng nhập", "đăng nhập hệ thống", "đăng ký", "đăng xuất", "tên đăng nhập", "tên truy cập", "tài khoản", "mật khẩu", "quên mật khẩu",
    "ghi nhớ", "nhớ mật khẩu", "ghi nhớ đăng nhập", "ghi nhớ mật khẩu", "login", "sign in", "password", "username",
)  # fmt: skip
_BUTTONS = (
    "chia sẻ", "chia sẻ bài viết", "chia sẻ lên", "chia sẻ qua", "facebook", "twitter", "zalo", "linkedin", "youtube", "tiktok", "telegram", "pinterest",
    "google", "x", "messenger", "email", "e-mail", "in", "in bài", "in bài viết", "in trang", "in ấn", "in trang này", "in tin", "bản in",
    "print", "share", "tweet", "like", "send", "gửi email", "gửi bài viết", "gửi cho bạn bè", "gửi", "gửi mail", "lưu bài viết", "lưu bài",
    "lưu", "copy link", "sao chép liên kết", "sao chép", "cỡ chữ", "kích cỡ chữ", "kích thước chữ", "kiểu chữ", "phông chữ", "tăng cỡ chữ", "giảm cỡ chữ", "tăng", "giảm",
    "mặc định", "a", "aa", "nghe", "nghe đọc bài", "nghe bài viết", "nghe nội dung", "đọc bài viết", "đọc bài", "nghe tin", "giọng nữ", "giọng nam", "tương phản", "màu chữ",
    "đánh dấu", "thích", "bỏ thích", "quan tâm", "theo dõi", "theo dõi trên", "google news", "lên đầu trang", "về đầu trang", "đầu trang", "lên trên", "cuối trang",
    "quay lại", "trở về", "trở lại", "back to top", "top", "back", "quay về", "xem thêm", "xem tiếp", "đọc tiếp", "đọc thêm", "xem chi tiết", "chi tiết", "xem tất cả", "tiếp theo",
    "trước", "sau", "trang trước", "trang sau", "bài trước", "bài sau", "đóng", "hủy", "hủy bỏ", "nhập lại", "làm lại", "quảng cáo", "advertisement", "ads", "tải về", "tải xuống",
    "xem ảnh lớn", "phóng to", "xem cỡ lớn", "xem nội dung", "toàn màn hình", "bỏ qua nội dung", "bỏ qua", "skip to content",
)  # fmt: skip
_COMMENT_FORM = (
    "bình luận", "gửi bình luận", "viết bình luận", "gửi ý kiến", "gửi phản hồi", "ý kiến", "phản hồi", "họ tên", "họ và tên", "tên của bạn",
    "tiêu đề", "nội dung", "nội dung bình luận", "nội dung phản hồi", "mã xác nhận", "mã bảo mật", "mã kiểm tra", "mã an toàn", "captcha", "điện thoại",
    "chưa có bình luận", "chưa có bình luận nào", "không có bình luận nào", "hiện chưa có bình luận nào", "hãy là người đầu tiên bình luận", "trả lời", "comments", "comment",
    "đánh giá", "đánh giá bài viết", "đánh giá bài viết này", "xếp hạng", "điểm", "lượt đánh giá", "click để đánh giá bài viết", "mới nhất", "cũ nhất",
    "tổng số điểm của bài viết là", "trong", "đánh giá của bạn", "sắp xếp theo", "tất cả bình luận",
)  # fmt: skip
_VIEWS = (
    "lượt xem", "số lượt xem", "lượt đọc", "số lần đọc", "số lần xem", "đã xem", "lần xem", "lượt", "xem", "người xem", "lượt người xem", "lượt chia sẻ",
    "lượt thích", "views", "view", "lượt tải", "phút đọc", "với cỡ chữ", "xem với cỡ chữ",
)  # fmt: skip
_STATISTICS = (
    "thống kê truy cập", "thống kê", "thống kê lượt truy cập", "thống kê website", "lượt truy cập", "số lượt truy cập", "tổng số lượt truy cập",
    "tổng lượt truy cập", "tổng truy cập", "số lượng truy cập", "số người truy cập", "tổng số truy cập", "truy cập", "bộ đếm", 
    "đang online", "đang trực tuyến", "trực tuyến", "online",
    "đang truy cập", "số người đang truy cập", "khách", "khách online", "khách viếng thăm", "thành viên", "thành viên online", "hôm nay", "hôm qua", "ngày hôm nay", "ngày hôm qua",
    "trong ngày", "trong tuần", "tuần này", "tuần trước", "trong tháng", "tháng này", "tháng trước", "trong năm", "năm nay", "tháng hiện tại", "máy chủ tìm kiếm", "tất cả", "tổng", "tổng cộng", "tổng số",
    )  # fmt: skip
_LINKS = (
    "liên kết website", "liên kết web", "liên kết site", "liên kết", "liên kết nhanh", "liên kết trang", "website liên kết", "liên kết ngoài", "các liên kết",
    "trang liên kết", "chọn liên kết", "chọn website", "liên kết hữu ích", "danh sách liên kết", "liên kết các website", "liên kết khác", "web liên kết", "chọn trang liên kết",
)  # fmt: skip
_RELATED = (
    "tin liên quan", "các tin liên quan", "tin bài liên quan", "bài liên quan", "bài viết liên quan", "tin tức liên quan",
    "các bài liên quan", "các bài viết liên quan", "các tin bài liên quan", "tin khác", "các tin khác", "tin bài khác", "các tin bài khác",
    "bài viết khác", "các bài viết khác", "bài khác", "các bài khác", "tin tức khác", "những tin khác", "tin cùng chuyên mục",
    "các tin cùng chuyên mục", "cùng chuyên mục", "bài cùng chuyên mục", "bài viết cùng chuyên mục", "tin cùng loại", "tin mới hơn", "tin cũ hơn", "những tin mới hơn",
    "những tin cũ hơn", "các tin mới hơn", "các tin cũ hơn", "các tin mới", "các tin đã đưa", "tin đã đưa", "các tin trước",
    "các tin tiếp", "các tin tiếp theo", "các bài đã đăng", "tin đã đăng", "các tin đã đăng", "tin mới nhất", "tin mới", "tin tiêu điểm", "tiêu điểm", "tin nổi bật",
    "bài viết nổi bật", "bài nổi bật", "nổi bật", "tin đọc nhiều", "đọc nhiều", "đọc nhiều nhất", "xem nhiều", "xem nhiều nhất", "tin xem nhiều", "tin xem nhiều nhất", "bài đọc nhiều", "bài viết mới", "bài mới",
    "bài viết mới nhất", "bài mới nhất", "có thể bạn quan tâm", "tin cùng chủ đề", "bài viết cùng chủ đề", "tin trong ngày", "tin hot", "cùng chủ đề",
    "tin ảnh", "tin video", "video nổi bật", "related news", "other news", "related articles",
)  # fmt: skip
_READERS_SAY = (
    "bình luận",
    "ý kiến bạn đọc",
    "ý kiến của bạn đọc",
    "ý kiến độc giả",
    "phản hồi của bạn đọc",
    "các ý kiến",
    "ý kiến",
)
_OWNER_FIRST = (
    "bản quyền", "©", "copyright", "(c)", "giấy phép", "ghi rõ nguồn", "ghi rõ", "cơ quan chủ quản", "đơn vị quản lý", "đơn vị chủ quản", "cơ quan quản lý:",
    "chịu trách nhiệm", "người chịu trách nhiệm", "địa chỉ:", "trụ sở:", "điện thoại:", "số điện thoại", "điện thoại", "đt:", "tel:", "tel.", "fax:", "email:", "e-mail:", "hotline",
    "trưởng ban biên tập", "phó trưởng ban biên tập", "tổng biên tập", "phó tổng biên tập", "thiết kế bởi", "thiết kế và", "phát triển bởi", "xây dựng bởi", "website:",
    "tòa soạn", "cấm sao chép", "mọi thông tin", "mọi góp ý", "mọi ý kiến", "thường trực ban biên tập", "designed by", "powered by", "phiên bản", "đường dây nóng:", "cơ quan ngôn luận",
    "cổng thông tin điện tử này", "tần số", "giấy xác nhận",
)  # fmt: skip
_OWNER_WITHIN = (
    "ghi rõ nguồn", "khi phát hành lại", "khi sử dụng lại thông tin", "bản quyền thuộc", "giữ bản quyền", "giấy phép số", "all rights reserved", "thông tin từ website này", "thông tin từ trang này",
    "trình duyệt", "mọi quyền được bảo lưu",
)  # fmt: skip
_NOTES_FIRST = (
    "chào mừng bạn", "chào mừng quý", "kính chào", "bạn đang ở", "bạn đang xem", "bạn phải đăng nhập", "bạn cần đăng nhập", "vui lòng", "hãy đăng nhập", "xin vui lòng",
    "ý kiến của bạn sẽ", "bình luận sẽ", "số ký tự", "còn lại", "hãy nhập", "nhập nội dung", "nhập bình luận", "nhập email", "hôm nay, thứ", "hôm nay, chủ nhật", "hôm nay:", "bây giờ là", "javascript", "bạn chưa đăng nhập", "hãy bình luận", "đăng ký nhận tin", "theo dõi chúng tôi", "mời bạn", "click vào",
)  # fmt: skip
_PLACEHOLDER = re.compile(
    r"[\[(<]?\s*(?:(?:hình ảnh|ảnh|hình|image|img|photo|picture|avatar|logo|icon)\s*[:#_-]?\s*\d{0,4}|[\w .()-]{1,80}\.(?:jpe?g|png|gif|webp|bmp))\s*[\])>]?",
    re.IGNORECASE,
)
_INLINE_RELATED = re.compile(
    r"\s*(?:>>|»|►|▶|(?:xem thêm|đọc thêm|xem tiếp|tin liên quan|bài liên quan)\s*:)\s*\S", re.IGNORECASE
)
_HOME = ("trang chủ", "trang nhất", "home", "bạn đang ở")
_STEPS = re.compile(r"\s?[>»›→]+\s?")
_FROM_HOME = re.compile(r"\s?[>»›→]+\s?|\s/\s|\s::\s|\s\\\s|/(?=\S)")
_LONGEST_STEP = 6
_COUNT = re.compile(r"[\W_]*([0-9][0-9.,]*)?[\W_]*")


_OF_TEXT = (*_BUTTONS, *_COMMENT_FORM, *_VIEWS)
_OF_PORTAL = (*_OF_TEXT, *_MENU, *_SEARCH, *_SIGN_IN, *_STATISTICS, *_LINKS, *_RELATED, *_READERS_SAY)


class WidgetKind(StrEnum):
    """What a line of a portal is that is no content.

    ``TOOLS`` stand next to the text: share, print, size of letters, views. ``OWNER`` is who runs the portal.
    """

    TOOLS = "tools"
    WORDS = "words"
    LINKS = "links"
    RELATED = "related"
    RELATED_ITEM = "related-item"
    COMMENTS = "comments"
    OWNER = "owner"
    PLACEHOLDER = "placeholder"


def widget_kind(text: str) -> WidgetKind | None:
    """What of a portal's own words the line ``text`` is; ``None`` if it may be content."""
    if len(text) > _LONGEST:
        return None
    if _PLACEHOLDER.fullmatch(text):
        return WidgetKind.PLACEHOLDER
    key = line_key(text)
    kind = _heading_kind(key)
    if kind:
        return kind
    if _INLINE_RELATED.match(text):
        return WidgetKind.RELATED_ITEM
    if _is_only(_OF_TEXT, key):
        return WidgetKind.TOOLS
    if _is_only(_OF_PORTAL, key) or (len(key) <= _LONGEST_NOTE and key.startswith(phrase_keys(_NOTES_FIRST))):
        return WidgetKind.WORDS
    return WidgetKind.OWNER if _is_of_owner(key) else None


def _is_of_owner(key: str) -> bool:
    """Whether a line says who runs the portal, where they are and what they allow."""
    if any(words in key for words in phrase_keys(_OWNER_WITHIN)):
        return True
    return len(key) <= _LONGEST_OF_OWNER and key.lstrip("* -+").startswith(phrase_keys(_OWNER_FIRST))


def _heading_kind(key: str) -> WidgetKind | None:
    """The kind of list or box that a heading opens, which may have a count behind it: ``Bình luận (2)``."""
    words = key.rstrip("0123456789 ()[]:.»>…-+")
    words = words.lstrip("+-»>•|[( ")
    if words in phrase_keys(_RELATED):
        return WidgetKind.RELATED
    if words in phrase_keys(_LINKS):
        return WidgetKind.LINKS
    count = _COUNT.fullmatch(key[len(words) :]) if key.startswith(words) else None
    is_empty = count is not None and (count[1] or "").strip("0.,") == "" and bool(count[1])
    if words in phrase_keys(_READERS_SAY) and not is_empty:
        return WidgetKind.COMMENTS
    return None


def _is_only(phrases: tuple[str, ...], key: str) -> bool:
    """Whether a line is nothing but ``phrases``, with figures and signs between them."""
    return not any(map(str.isalpha, any_of(phrases).sub("", key)))


def is_breadcrumb(text: str) -> bool:
    """Whether a line is a way through the portal: ``Trang chủ > Tin tức - Sự kiện``."""
    return len(breadcrumbs(text)) > 1


def breadcrumbs(text: str) -> tuple[str, ...]:
    """The steps of a way through the portal, the home page first or left out; empty if ``text`` is none."""
    if len(text) > _LONGEST:
        return ()
    begins_home = line_key(text).lstrip("[(> ").startswith(phrase_keys(_HOME))
    parts = [part.strip(" []()/|>»›:") for part in (_FROM_HOME if begins_home else _STEPS).split(text)]
    steps = [part for part in parts if part]
    is_way = begins_home or all(len(step.split()) <= _LONGEST_STEP for step in steps)
    return tuple(steps) if is_way and len(steps) > 1 else ()
