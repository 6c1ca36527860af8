"""Problems with the pages of a bulletin: addresses that collide, links that lead nowhere."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

_UPDATE_EN = "Tell its author, or uninstall it; docs/plugins.md says what a plugin may do."
_UPDATE_VI = "Hãy báo tác giả hoặc gỡ phần bổ sung này; docs/plugins.md nói phần bổ sung được làm gì."

COLLISION = Kind(
    "address-collision",
    _E,
    Wording("The address /{address} is also that of {other}.", "Give one of the two another “slug:” or file name."),
    Wording("Địa chỉ /{address} trùng với {other}.", "Hãy đặt “slug:” hoặc tên tệp khác cho một trong hai."),
)
TAKEN = Kind(
    "address-collision",
    _E,
    Wording("The address /{address} is also that of {other}.", "Remove this file: the site makes one of that name."),
    Wording("Địa chỉ /{address} trùng với {other}.", "Hãy bỏ tệp này: trang tự tạo tệp cùng tên."),
)
ALIAS_TWICE = Kind(
    "address-collision",
    _E,
    Wording("The old address /{address} is also one of {other}.", "Remove it from the “aliases” of one of the two."),
    Wording("Địa chỉ cũ /{address} cũng là của {other}.", "Hãy bỏ địa chỉ này khỏi “aliases” của một trong hai."),
)
LONG_ADDRESS = Kind(
    "too-long-for-address",
    _E,
    Wording(
        "The address /{address} is too long for the name of a file.", "Rename the file, or give it a shorter “slug:”."
    ),
    Wording("Địa chỉ /{address} quá dài, không đặt được làm tên tệp.", "Hãy đổi tên tệp, hoặc đặt “slug:” ngắn hơn."),
)
_LOST_EN = "/{address} was public from {since} on, and nothing is there now."
_LOST_VI = "/{address} đã công khai từ {since}, nay không còn gì ở đó."
_MOVED_EN, _MOVED_VI = "`bantin mv OLD NEW`", "hãy dùng `bantin mv CŨ MỚI`"
_NAMED_EN, _NAMED_VI = "name it {file} again", "hãy đặt lại tên là {file}"
_WAYS_EN = (
    "or, if it has another name now, %s; if it is to be gone, keep its file with “gone:”. "
    "Delete this line only if it never was public."
)
_WAYS_VI = (
    "nếu tệp đã đổi tên, %s; nếu nay gỡ bỏ, hãy giữ tệp và ghi “gone:”. Chỉ xóa dòng này nếu trang chưa từng công khai."
)
ADDRESS_LOST = Kind(
    "address-lost",
    _E,
    Wording(_LOST_EN, "Restore its file, " + _WAYS_EN % _MOVED_EN),
    Wording(_LOST_VI, "Hãy khôi phục tệp; " + _WAYS_VI % _MOVED_VI),
)
ADDRESS_LOST_IN_GIT = Kind(
    "address-lost",
    _E,
    Wording(_LOST_EN, "Restore its file with `{command}`, " + _WAYS_EN % _MOVED_EN),
    Wording(_LOST_VI, "Hãy khôi phục tệp bằng `{command}`; " + _WAYS_VI % _MOVED_VI),
)
FILE_LOST = Kind(
    "address-lost",
    _E,
    Wording(_LOST_EN, "Restore its file, " + _WAYS_EN % _NAMED_EN),
    Wording(_LOST_VI, "Hãy khôi phục tệp; " + _WAYS_VI % _NAMED_VI),
)
FILE_LOST_IN_GIT = Kind(
    "address-lost",
    _E,
    Wording(_LOST_EN, "Restore its file with `{command}`, " + _WAYS_EN % _NAMED_EN),
    Wording(_LOST_VI, "Hãy khôi phục tệp bằng `{command}`; " + _WAYS_VI % _NAMED_VI),
)
ADDRESS_HIDDEN = Kind(
    "address-hidden",
    _E,
    Wording(
        "/{address} was public from {since} on, and this file is not shown any more.",
        "Take out “draft”, or a “published” or “embargo” that is still ahead; if it is to be gone, write “gone:”.",
    ),
    Wording(
        "/{address} đã công khai từ {since}, nay tệp này lại không hiện nữa.",
        "Hãy bỏ “draft”, hoặc ngày “published” hay “embargo” chưa đến; nếu nay gỡ bỏ, hãy ghi “gone:”.",
    ),
)
ID_USED_TWICE = Kind(
    "id-used-twice",
    _E,
    Wording(
        "Until {until}, “{id}” was something else; see line {line} of {ledger}.",
        "Choose another name. If it is the same thing after all, write “-” for the last day in that line.",
    ),
    Wording(
        "Đến {until}, “{id}” là của nội dung khác; xem dòng {line} của {ledger}.",
        "Hãy chọn tên khác. Nếu thật ra vẫn là nội dung đó, hãy ghi “-” vào ngày cuối của dòng ấy.",
    ),
)
RECORD_ID_CHANGED = Kind(
    "id-changed",
    _W,
    Wording(
        "The id of this record was “{old}” and is now “{new}”; ids never change.",
        "Write “id: {old}” under “agreement:”.",
    ),
    Wording(
        "Mã của văn bản này trước là “{old}”, nay thành “{new}”; mã không được thay đổi.",
        "Hãy ghi “id: {old}” dưới “agreement:”.",
    ),
)
FILE_ID_CHANGED = Kind(
    "id-changed",
    _W,
    Wording("The id of this file was “{old}” and is now “{new}”; ids never change.", "Name the file {file} again."),
    Wording(
        "Mã của tệp này trước là “{old}”, nay thành “{new}”; mã không được thay đổi.", "Hãy đặt lại tên tệp là {file}."
    ),
)
BROKEN_LINK = Kind(
    "broken-link",
    _E,
    Wording("The link “{target}” leads to no file: there is no {path}.", "Correct the name; capital letters count."),
    Wording("Liên kết “{target}” không dẫn đến tệp nào: không có {path}.", "Hãy sửa tên; chữ hoa khác chữ thường."),
)
BROKEN_ADDRESS = Kind(
    "broken-link",
    _E,
    Wording("There is no page {target} on this site.", "Link to the file instead, such as /articles/2012/bai.md."),
    Wording("Trang {target} không có trên trang này.", "Hãy dẫn đến tệp nguồn, ví dụ /articles/2012/bai.md."),
)
FEATURE_OFF = Kind(
    "feature-off",
    _E,
    Wording(
        "There is no page {target} on this site, which has turned “{feature}” off.",
        "Remove the link, or see “features:” in content/site.yml.",
    ),
    Wording(
        "Trang {target} không có trên trang này vì mục “{feature}” đã tắt.",
        "Hãy bỏ liên kết, hoặc xem “features:” trong content/site.yml.",
    ),
)
NEAR_LINK = Kind(
    "broken-link",
    _E,
    Wording("The link “{target}” leads nowhere.", "Write {mended}"),
    Wording("Liên kết “{target}” không dẫn đến đâu.", "Hãy viết {mended}"),
)
NEAR_FILE = Kind(
    "no-such-file",
    _E,
    Wording("There is no file {path}.", "Write {mended}"),
    Wording("Không có tệp {path}.", "Hãy viết {mended}"),
)
NEAR_ADDRESS = Kind(
    "broken-link",
    _E,
    Wording("There is no page {target} on this site.", "Write {mended}"),
    Wording("Không có trang {target} trên trang này.", "Hãy viết {mended}"),
)
ANCHOR_NOT_TRANSLATED = Kind(
    "anchor-not-translated",
    _W,
    Wording(
        "The translation of {path} has other headings, so the link cannot lead to its “#{anchor}”, only to its top.",
        "Give the translation the same headings in the same order, or write the anchor that it has.",
    ),
    Wording(
        "Bản dịch của {path} có đề mục khác nên liên kết chỉ dẫn đến đầu bài, không đến được “#{anchor}”.",
        "Hãy đặt đề mục trong bản dịch giống thứ tự bản gốc, hoặc ghi neo mà bản dịch có.",
    ),
)
BACKSLASH = Kind(
    "bad-path",
    _E,
    Wording("Addresses are written with “/”, not with “\\”.", "Write {mended}"),
    Wording("Địa chỉ dùng dấu “/”, không dùng dấu “\\”.", "Hãy viết {mended}"),
)
NOT_SHOWN = Kind(
    "link-to-hidden",
    _E,
    Wording(
        "The link leads to {path}, which is not published (draft, scheduled or under embargo).",
        "Remove the link.",
    ),
    Wording("Liên kết dẫn đến {path}, bài này chưa đăng, chờ đăng hoặc phải giữ kín.", "Hãy bỏ liên kết."),
)
LINK_TO_EXPIRING = Kind(
    "link-to-expiring",
    _W,
    Wording(
        "The link leads to {path}, which is public until {until} only, and to the list of articles after that.",
        "Remove the link by then, or take “expires” out there if readers need the article for longer.",
    ),
    Wording(
        "Liên kết dẫn đến {path}, bài này chỉ đăng đến {until}; sau đó liên kết dẫn đến danh sách bài viết.",
        "Hãy bỏ liên kết trước lúc ấy; nếu bạn đọc còn cần bài này, hãy bỏ “expires” trong đó.",
    ),
)
LINK_TO_EXPIRED = Kind(
    "link-to-expired",
    _W,
    Wording(
        "The link leads to {path}, which was public until {until}: readers are led to the list of articles.",
        "Remove the link, or take “expires” out there if readers still need the article.",
    ),
    Wording(
        "Liên kết dẫn đến {path}, bài này đã hết hạn đăng ({until}): bạn đọc được đưa đến danh sách bài viết.",
        "Hãy bỏ liên kết; nếu bạn đọc còn cần bài này, hãy bỏ “expires” trong đó.",
    ),
)
BAD_PATH = Kind(
    "bad-path",
    _E,
    Wording("The link “{target}” leads out of the content folder.", "Link to a file inside it."),
    Wording("Liên kết “{target}” dẫn ra ngoài thư mục nội dung.", "Hãy dẫn đến tệp trong thư mục nội dung."),
)
NO_DESK = Kind(
    "no-desk",
    _E,
    Wording(
        "The editors' desk lacks the programs that it runs: {files}.",
        "Run “bantin editors” in the folder of the bulletin, once.",
    ),
    Wording(
        "Bàn biên tập thiếu chương trình để chạy: {files}.",
        "Hãy chạy “bantin editors” một lần trong thư mục của bản tin.",
    ),
)
PLUGIN_NOT_LOADED = Kind(
    "plugin-failed",
    _E,
    Wording("The plugin {plugin} cannot be loaded, because of its entry “{entry}”: {reason}", _UPDATE_EN),
    Wording("Không nạp được phần bổ sung {plugin}, do mục “{entry}”: {reason}", _UPDATE_VI),
)
PLUGIN_PLAN_FAILED = Kind(
    "plugin-failed",
    _E,
    Wording("The plugin {plugin} cannot plan its pages “{kind}”: {reason}", _UPDATE_EN),
    Wording("Phần bổ sung {plugin} không lập được các trang “{kind}”: {reason}", _UPDATE_VI),
)
PLUGIN_CHECK_FAILED = Kind(
    "plugin-failed",
    _E,
    Wording("A check of the plugin {plugin} has failed: {reason}", _UPDATE_EN),
    Wording("Bước kiểm tra của phần bổ sung {plugin} bị lỗi: {reason}", _UPDATE_VI),
)
PLUGIN_VIEW_FAILED = Kind(
    "plugin-failed",
    _E,
    Wording("The plugin {plugin} cannot make its page {page}: {reason}", _UPDATE_EN),
    Wording("Phần bổ sung {plugin} không tạo được trang {page}: {reason}", _UPDATE_VI),
)
PLUGIN_FILTER_FAILED = Kind(
    "plugin-failed",
    _E,
    Wording("The filter “{name}” of the plugin {plugin} has failed on the page {page}: {reason}", _UPDATE_EN),
    Wording("Bộ lọc “{name}” của phần bổ sung {plugin} bị lỗi ở trang {page}: {reason}", _UPDATE_VI),
)
PLUGIN_FILTER_TAKEN = Kind(
    "plugin-filter-taken",
    _E,
    Wording("The plugin {plugin} has a filter “{name}”, and there is another one of that name.", _UPDATE_EN),
    Wording("Phần bổ sung {plugin} có bộ lọc “{name}” trùng tên với một bộ lọc khác.", _UPDATE_VI),
)
