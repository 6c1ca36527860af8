"""The words of portals that are no content, as Vietnamese agencies and newspapers write them. Data only."""

MENU = (
    "trang chủ", "trang nhất", "giới thiệu", "giới thiệu chung", "tin tức", "sự kiện", "tin tức sự kiện", "liên hệ",
    "sơ đồ cổng", "sơ đồ trang", "sơ đồ website", "sơ đồ site", "sơ đồ", "rss", "hỏi đáp", "góp ý", "hòm thư góp ý",
    "thư viện", "thư viện ảnh", "thư viện video", "thư viện điện tử", "video", "video clip", "hình ảnh",
    "phóng sự ảnh", "multimedia", "văn bản", "văn bản pháp luật", "văn bản pháp quy", "văn bản mới",
    "văn bản quy phạm pháp luật", "văn bản chỉ đạo điều hành", "văn bản điều hành", "hệ thống văn bản",
    "thủ tục hành chính", "dịch vụ công", "dịch vụ công trực tuyến", "thông báo", "thông tin tuyên truyền",
    "thông tin cần biết", "lịch công tác", "lịch tiếp công dân", "cải cách hành chính", "chuyển đổi số",
    "tổ chức bộ máy", "cơ cấu tổ chức", "chức năng nhiệm vụ", "bộ máy tổ chức", "công báo", "đường dây nóng",
    "english", "tiếng việt", "vietnamese", "menu", "danh mục", "chuyên mục", "chính trị", "xã hội", "kinh tế",
    "văn hóa", "thể thao", "pháp luật", "quốc tế", "giáo dục", "đời sống", "công nghệ", "khoa học", "sức khỏe",
    "du lịch", "quốc phòng", "an ninh trật tự", "thời sự", "trong nước", "thế giới", "bạn đọc", "podcast", "ảnh",
    "longform", "e-magazine", "home", "news", "contact", "about us",
)  # fmt: skip
"""Menus."""

SEARCH = (
    "tìm kiếm", "tìm kiếm nâng cao", "tìm", "nhập từ khóa", "từ khóa tìm kiếm", "nhập từ khóa tìm kiếm", "search",
)  # fmt: skip
"""Search boxes."""

SIGN_IN = (
    "đăng nhập", "đăng nhập hệ thống", "đăng ký", "đăng xuất", "tên đăng nhập", "tên truy cập", "tài khoản",
    "mật khẩu", "quên mật khẩu", "ghi nhớ", "nhớ mật khẩu", "ghi nhớ đăng nhập", "ghi nhớ mật khẩu", "login",
    "sign in", "password", "username",
)  # fmt: skip
"""Sign-in."""

BUTTONS = (
    "chia sẻ", "chia sẻ bài viết", "chia sẻ lên", "chia sẻ qua", "facebook", "twitter", "zalo", "linkedin", "youtube",
    "tiktok", "telegram", "pinterest", "google", "x", "messenger", "email", "e-mail", "in", "in bài", "in bài viết",
    "in trang", "in ấn", "in trang này", "in tin", "bản in", "print", "share", "tweet", "like", "send", "gửi email",
    "gửi bài viết", "gửi cho bạn bè", "gửi", "gửi mail", "lưu bài viết", "lưu bài", "lưu", "copy link",
    "sao chép liên kết", "sao chép", "cỡ chữ", "kích cỡ chữ", "kích thước chữ", "kiểu chữ", "phông chữ",
    "tăng cỡ chữ", "giảm cỡ chữ", "tăng", "giảm", "mặc định", "a", "aa", "nghe", "nghe đọc bài", "nghe bài viết",
    "nghe nội dung", "đọc bài viết", "đọc bài", "nghe tin", "giọng nữ", "giọng nam", "tương phản", "màu chữ",
    "đánh dấu", "thích", "bỏ thích", "quan tâm", "theo dõi", "theo dõi trên", "google news", "lên đầu trang",
    "về đầu trang", "đầu trang", "lên trên", "cuối trang", "quay lại", "trở về", "trở lại", "back to top", "top",
    "back", "quay về", "xem thêm", "xem tiếp", "đọc tiếp", "đọc thêm", "xem chi tiết", "chi tiết", "xem tất cả",
    "tiếp theo", "trước", "sau", "trang trước", "trang sau", "bài trước", "bài sau", "đóng", "hủy", "hủy bỏ",
    "nhập lại", "làm lại", "quảng cáo", "advertisement", "ads", "tải về", "tải xuống", "xem ảnh lớn", "phóng to",
    "xem cỡ lớn", "xem nội dung", "toàn màn hình", "bỏ qua nội dung", "bỏ qua", "skip to content",
)  # fmt: skip
"""Buttons next to a text."""

COMMENT_FORM = (
    "bình luận", "gửi bình luận", "viết bình luận", "gửi ý kiến", "gửi phản hồi", "ý kiến", "phản hồi", "họ tên",
    "họ và tên", "tên của bạn", "tiêu đề", "nội dung", "nội dung bình luận", "nội dung phản hồi", "mã xác nhận",
    "mã bảo mật", "mã kiểm tra", "mã an toàn", "captcha", "điện thoại", "của bạn", "chưa có bình luận",
    "chưa có bình luận nào", "không có bình luận nào", "hiện chưa có bình luận nào",
    "hãy là người đầu tiên bình luận", "trả lời", "comments", "comment", "đánh giá", "đánh giá bài viết",
    "đánh giá bài viết này", "xếp hạng", "điểm", "lượt đánh giá", "click để đánh giá bài viết", "mới nhất", "cũ nhất",
    "tổng số điểm của bài viết là", "trong", "đánh giá của bạn", "sắp xếp theo", "tất cả bình luận",
)  # fmt: skip
"""Forms for comments and ratings."""

VIEWS = (
    "lượt xem", "số lượt xem", "lượt đọc", "số lần đọc", "số lần xem", "đã xem", "lần xem", "lượt", "xem",
    "người xem", "lượt người xem", "lượt chia sẻ", "lượt thích", "views", "view", "lượt tải", "phút đọc",
    "với cỡ chữ", "xem với cỡ chữ",
)  # fmt: skip
"""Counts next to a text."""

STATISTICS = (
    "thống kê truy cập", "thống kê", "thống kê lượt truy cập", "thống kê website", "lượt truy cập",
    "số lượt truy cập", "tổng số lượt truy cập", "tổng lượt truy cập", "tổng truy cập", "số lượng truy cập",
    "số người truy cập", "tổng số truy cập", "truy cập", "bộ đếm", "đang online", "đang trực tuyến", "trực tuyến",
    "online", "đang truy cập", "số người đang truy cập", "khách", "khách online", "khách viếng thăm", "thành viên",
    "thành viên online", "hôm nay", "hôm qua", "ngày hôm nay", "ngày hôm qua", "trong ngày", "trong tuần", "tuần này",
    "tuần trước", "trong tháng", "tháng này", "tháng trước", "trong năm", "năm nay", "tháng hiện tại",
    "máy chủ tìm kiếm", "tất cả", "tổng", "tổng cộng", "tổng số",
)  # fmt: skip
"""Statistics of visitors; figures stand beside them."""

LINKS = (
    "liên kết website", "liên kết web", "liên kết site", "liên kết", "liên kết nhanh", "liên kết trang",
    "website liên kết", "liên kết ngoài", "các liên kết", "trang liên kết", "chọn liên kết", "chọn website",
    "liên kết hữu ích", "danh sách liên kết", "liên kết các website", "liên kết khác", "web liên kết",
    "chọn trang liên kết",
)  # fmt: skip
"""Headings of lists of other sites."""

MORE = (
    "xem thêm", "đọc thêm", "xem tiếp", "tin đáng chú ý", "mời xem thêm", "bạn có thể quan tâm",
)  # fmt: skip
"""Headings of other news within a text; alone they are buttons."""

RELATED = (
    "tin liên quan", "các tin liên quan", "tin bài liên quan", "bài liên quan", "bài viết liên quan",
    "tin tức liên quan", "các bài liên quan", "các bài viết liên quan", "các tin bài liên quan", "tin khác",
    "các tin khác", "tin bài khác", "các tin bài khác", "bài viết khác", "các bài viết khác", "bài khác",
    "các bài khác", "tin tức khác", "những tin khác", "tin cùng chuyên mục", "các tin cùng chuyên mục",
    "cùng chuyên mục", "bài cùng chuyên mục", "bài viết cùng chuyên mục", "tin cùng loại", "tin mới hơn",
    "tin cũ hơn", "những tin mới hơn", "những tin cũ hơn", "các tin mới hơn", "các tin cũ hơn", "các tin mới",
    "các tin đã đưa", "tin đã đưa", "các tin trước", "các tin tiếp", "các tin tiếp theo", "các bài đã đăng",
    "tin đã đăng", "các tin đã đăng", "tin mới nhất", "tin mới", "tin tiêu điểm", "tiêu điểm", "tin nổi bật",
    "bài viết nổi bật", "bài nổi bật", "nổi bật", "tin đọc nhiều", "đọc nhiều", "đọc nhiều nhất", "xem nhiều",
    "xem nhiều nhất", "tin xem nhiều", "tin xem nhiều nhất", "bài đọc nhiều", "bài viết mới", "bài mới",
    "bài viết mới nhất", "bài mới nhất", "có thể bạn quan tâm", "tin cùng chủ đề", "bài viết cùng chủ đề",
    "tin trong ngày", "tin hot", "cùng chủ đề", "tin ảnh", "tin video", "video nổi bật", "related news", "other news",
    "related articles",
)  # fmt: skip
"""Headings of lists of other news."""

READERS_SAY = (
    "bình luận", "ý kiến bạn đọc", "ý kiến của bạn đọc", "ý kiến độc giả", "phản hồi của bạn đọc", "các ý kiến",
    "ý kiến",
)  # fmt: skip
"""Headings of comments, often with their number."""

OWNER_FIRST = (
    "bản quyền", "©", "copyright", "(c)", "giấy phép số", "giấy phép hoạt động", "giấy phép thiết lập",
    "ghi rõ nguồn", "cơ quan chủ quản", "đơn vị quản lý", "đơn vị chủ quản", "cơ quan quản lý:", "chịu trách nhiệm",
    "người chịu trách nhiệm", "địa chỉ:", "trụ sở:", "điện thoại:", "số điện thoại", "điện thoại", "đt:", "tel:",
    "tel.", "fax:", "email:", "e-mail:", "hotline", "trưởng ban biên tập", "phó trưởng ban biên tập", "tổng biên tập",
    "phó tổng biên tập", "thiết kế bởi", "thiết kế và phát triển", "thiết kế và xây dựng", "phát triển bởi",
    "xây dựng bởi", "website:", "tòa soạn", "cấm sao chép", "mọi thông tin", "mọi góp ý", "mọi ý kiến",
    "thường trực ban biên tập", "designed by", "powered by", "đường dây nóng:", "cơ quan ngôn luận",
    "cổng thông tin điện tử này", "tần số", "giấy xác nhận",
)  # fmt: skip
"""Beginnings of lines on who runs the portal; a colon belongs to some."""

OWNER_WITHIN = (
    "ghi rõ nguồn", "khi phát hành lại", "khi sử dụng lại thông tin", "bản quyền thuộc", "giữ bản quyền",
    "giấy phép số", "all rights reserved", "thông tin từ website này", "thông tin từ trang này", "xin gửi về",
    "xin liên hệ", "mọi quyền được bảo lưu",
)  # fmt: skip
"""Words within such lines."""

NOTES_FIRST = (
    "chào mừng bạn", "chào mừng quý", "kính chào", "bạn đang ở", "bạn đang xem", "bạn phải đăng nhập",
    "bạn cần đăng nhập", "vui lòng", "hãy đăng nhập", "xin vui lòng", "ý kiến của bạn sẽ", "bình luận sẽ", "số ký tự",
    "còn lại", "hãy nhập", "nhập nội dung", "nhập bình luận", "nhập email", "hôm nay, thứ", "hôm nay, chủ nhật",
    "hôm nay:", "bây giờ là", "javascript", "bạn chưa đăng nhập", "hãy bình luận", "đăng ký nhận tin",
    "theo dõi chúng tôi", "mời bạn", "click vào", "nhiệt liệt chào mừng", "công an nhân dân vì nước",
    "vì nước quên thân", "học tập và làm theo", "toàn đảng, toàn dân", "đẩy mạnh học tập và làm theo",
)  # fmt: skip
"""Beginnings of notes to visitors, and slogans."""

HOME = (
    "trang chủ", "trang nhất", "home", "bạn đang ở",
)  # fmt: skip
"""First steps of the way through a portal."""
