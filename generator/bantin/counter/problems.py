"""Problems with counting visitors."""

from bantin.domain.problems import Kind, Severity, Wording

_E = Severity.ERROR
_W = Severity.WARNING

STORE_FAILED = Kind(
    "counter-store",
    _E,
    Wording("The figures cannot be kept here: {reason}.", "Check the disk, the rights and who else uses it."),
    Wording("Không giữ được số liệu ở đây: {reason}.", "Hãy kiểm tra ổ đĩa, quyền truy cập và ai khác đang dùng."),
)
NO_PAGES = Kind(
    "counter-without-pages",
    _E,
    Wording(
        "There is no receipt of the site here, so no page is known and no visit could be counted.",
        "Build or deploy the site first, and name its folder: --site FOLDER.",
    ),
    Wording(
        "Ở đây không có tệp kê khai của trang, nên không biết có những trang nào để đếm.",
        "Hãy dựng hoặc triển khai trang trước, rồi ghi thư mục của trang: --site THƯ-MỤC.",
    ),
)
DAMAGED = Kind(
    "counter-damaged",
    _E,
    Wording("The figures do not agree: {reason}.", "Restore the last backup that “bantin counter verify” accepts."),
    Wording(
        "Số liệu không khớp: {reason}.",
        "Hãy khôi phục bản sao lưu gần nhất mà “bantin counter verify” chấp nhận.",
    ),
)
BAD_HISTORY = Kind(
    "bad-counter-day",
    _E,
    Wording(
        "This is no line of day, views and visits: {reason}.",
        "Write lines such as “2021-11-24,5851,1203”, each day once. Nothing was imported.",
    ),
    Wording(
        "Đây không phải là dòng gồm ngày, lượt xem và lượt truy cập: {reason}.",
        "Hãy viết các dòng như “2021-11-24,5851,1203”, mỗi ngày một lần. Chưa nhập gì cả.",
    ),
)
IMPORTED = Kind(
    "counter-day-known",
    _E,
    Wording(
        "{day} has been counted already.",
        "Days are imported once: leave out those that this counter knows. Nothing was imported.",
    ),
    Wording(
        "Ngày {day} đã được đếm.",
        "Mỗi ngày chỉ nhập một lần: hãy bỏ những ngày mà bộ đếm đã có. Chưa nhập gì cả.",
    ),
)
BAD_LINES = Kind(
    "bad-log-lines",
    _W,
    Wording(
        "{count} lines are not in the log format and were passed over.",
        "Nginx and Apache write the format “combined”, Caddy its JSON; other formats are not known.",
    ),
    Wording(
        "Đã bỏ qua {count} dòng không đúng dạng nhật ký.",
        "Nginx và Apache ghi dạng “combined”, Caddy ghi JSON; các dạng khác không đọc được.",
    ),
)
OLD_LINES = Kind(
    "old-log-lines",
    _W,
    Wording(
        "{count} lines are older than what has been counted and were passed over.",
        "Name the logs of a rotation together, from the first time on; merge those of several servers before.",
    ),
    Wording(
        "Đã bỏ qua {count} dòng cũ hơn những gì đã đếm.",
        "Hãy nêu các tệp nhật ký xoay vòng cùng nhau ngay từ lần đầu; gộp nhật ký của nhiều máy chủ trước.",
    ),
)
LOG_UNREADABLE = Kind(
    "log-unreadable",
    _E,
    Wording("The log cannot be read: {reason}.", "Check the name and the rights; the other logs were counted."),
    Wording("Không đọc được nhật ký: {reason}.", "Hãy kiểm tra tên và quyền; các nhật ký khác đã được đếm."),
)
NO_FIGURES = Kind(
    "no-counter-figures",
    _W,
    Wording("There are no figures to be had here: {reason}.", "The site keeps those that it has."),
    Wording("Không lấy được số liệu ở đây: {reason}.", "Trang giữ nguyên số liệu đang có."),
)
CANNOT_LISTEN = Kind(
    "counter-cannot-listen",
    _E,
    Wording("The counter cannot be served at {address}: {reason}.", "Name another address with --listen."),
    Wording("Không mở được bộ đếm tại {address}: {reason}.", "Hãy chọn địa chỉ khác với --listen."),
)
