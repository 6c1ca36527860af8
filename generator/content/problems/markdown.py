"""What can be wrong in the text of an article or page."""

from generator.errors import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

TOO_MUCH_MARKUP = Kind(
    "too-much-markup",
    _E,
    Wording("The text has more than {limit} “{mark}”.", "Split the article, or attach the text as a document."),
    Wording("Nội dung có hơn {limit} dấu “{mark}”.", "Hãy chia nhỏ bài, hoặc đính kèm nội dung như một tài liệu."),
)
TOO_DEEP = Kind(
    "markdown-too-deep",
    _E,
    Wording("Lists or quotations are nested too deeply.", "A few levels are enough for any reader."),
    Wording("Danh sách hoặc trích dẫn lồng nhau quá sâu.", "Vài cấp là đủ cho người đọc."),
)
DANGEROUS_URL = Kind(
    "dangerous-url",
    _E,
    Wording("An address beginning with “{scheme}:” is not allowed.", "Use https:, http:, mailto: or tel:."),
    Wording("Không được dùng địa chỉ bắt đầu bằng “{scheme}:”.", "Hãy dùng https:, http:, mailto: hoặc tel:."),
)
EXTERNAL_IMAGE = Kind(
    "external-image",
    _E,
    Wording("The picture lies on another site.", "Copy it beside the article or into media/."),
    Wording("Ảnh nằm ở trang khác.", "Hãy chép ảnh vào cạnh bài viết hoặc media/."),
)
LONG_BLOCK = Kind(
    "markdown-long-block",
    _E,
    Wording("More than {limit} lines follow here without a blank one.", "Put blank lines between paragraphs."),
    Wording("Từ đây có hơn {limit} dòng liền nhau không có dòng trống.", "Hãy thêm dòng trống giữa các đoạn."),
)
HTML_SWALLOWS = Kind(
    "html-forbidden",
    _E,
    Wording("{what} cannot stand in an article; browsers would hide the text behind it.", "Remove it."),
    Wording("{what} không được có trong bài viết; trình duyệt sẽ ẩn nội dung phía sau.", "Hãy bỏ đi."),
)
HTML_REMOVED = Kind(
    "html-removed",
    _W,
    Wording("{what} is not allowed in an article and was left out.", "Use Markdown, or ask your web administrator."),
    Wording("{what} không được dùng trong bài viết nên đã bị bỏ.", "Hãy dùng Markdown, hoặc hỏi quản trị viên."),
)
NO_ALT = Kind(
    "missing-alt",
    _E,
    Wording("The picture has no description.", "Say in words what it shows: ![two people sign](photo.jpg)."),
    Wording("Ảnh chưa có mô tả.", "Hãy nêu ảnh cho thấy gì: ![hai bên ký kết](anh.jpg)."),
)
ANCHOR_TWICE = Kind(
    "anchor-twice",
    _E,
    Wording("The anchor “{anchor}” stands in the text twice.", "Give one of the two another name."),
    Wording("Neo “{anchor}” xuất hiện hai lần trong bài.", "Hãy đặt tên khác cho một trong hai."),
)
EMPTY_BODY = Kind(
    "empty-body",
    _W,
    Wording("The article has no text.", "Write it below the front matter."),
    Wording("Bài viết chưa có nội dung.", "Hãy viết nội dung bên dưới phần khai báo."),
)
NO_ANCHOR = Kind(
    "no-such-anchor",
    _E,
    Wording("There is no heading or anchor “#{anchor}” there.", "Check the heading; its anchor is made of its words."),
    Wording("Không có đề mục hoặc neo “#{anchor}” ở đó.", "Hãy kiểm tra đề mục; neo được tạo từ chữ của đề mục."),
)
