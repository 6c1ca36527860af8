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
CODE_NOT_CLOSED = Kind(
    "code-not-closed",
    _W,
    Wording("The code that begins here is not closed.", "Write {words} alone on the line below the code."),
    Wording("Khối mã bắt đầu ở đây chưa được đóng.", "Hãy viết {words} riêng một dòng bên dưới phần mã."),
)
HTML_NOT_CLOSED = Kind(
    "html-not-closed",
    _E,
    Wording("What begins here is not closed and takes in all the text below it.", "Write {end} where it ends."),
    Wording("Phần bắt đầu ở đây chưa được đóng nên nuốt hết nội dung bên dưới.", "Hãy viết {end} ở chỗ kết thúc."),
)
MARKDOWN_IN_HTML = Kind(
    "markdown-in-html",
    _W,
    Wording("Markdown is not read right below a line of HTML.", "Put an empty line between the tag and this text."),
    Wording(
        "Markdown ngay dưới một dòng HTML không được hiểu.", "Hãy thêm một dòng trống giữa thẻ HTML và nội dung này."
    ),
)
LINE_JOINS_ITEM = Kind(
    "line-joins-item",
    _W,
    Wording(
        "This line becomes part of the list item above it.",
        "Put an empty line before it; if it belongs to the item, begin it with as many spaces as the item's text.",
    ),
    Wording(
        "Dòng này bị nối vào mục của danh sách ở trên.",
        "Hãy thêm một dòng trống phía trên; nếu nó thuộc mục ấy thì thụt vào thẳng cột với chữ của mục.",
    ),
)
LINE_JOINS_QUOTE = Kind(
    "line-joins-quote",
    _W,
    Wording(
        "This line becomes part of the quotation above it.",
        "Put an empty line before it; if it belongs to the quotation, begin it with “> ”.",
    ),
    Wording(
        "Dòng này bị nối vào đoạn trích dẫn ở trên.",
        "Hãy thêm một dòng trống phía trên; nếu nó thuộc đoạn trích thì bắt đầu bằng “> ”.",
    ),
)
LINE_JOINS_NOTE = Kind(
    "line-joins-note",
    _W,
    Wording(
        "This line becomes part of the footnote above it.",
        "Put an empty line before it; if it belongs to the note, begin it with four spaces.",
    ),
    Wording(
        "Dòng này bị nối vào chú thích ở trên.",
        "Hãy thêm một dòng trống phía trên; nếu nó thuộc chú thích thì bắt đầu bằng bốn dấu cách.",
    ),
)
LINE_JOINS_TABLE = Kind(
    "line-joins-table",
    _W,
    Wording(
        "This line becomes a row of the table above it.",
        "Put an empty line before it; if it is a row, put “|” between its cells.",
    ),
    Wording(
        "Dòng này trở thành một hàng của bảng ở trên.",
        "Hãy thêm một dòng trống phía trên; nếu là một hàng thì ngăn các ô bằng “|”.",
    ),
)
CELLS_LOST = Kind(
    "cells-lost",
    _E,
    Wording(
        "This row has {written} cells, its table {most} columns: the rest would be left out.",
        "Give the table as many columns; write \\| for a bar in a text.",
    ),
    Wording(
        "Hàng này có {written} ô mà bảng chỉ có {most} cột: phần thừa sẽ bị bỏ.",
        "Hãy thêm cột vào bảng; dấu gạch đứng trong chữ thì viết là \\|.",
    ),
)
ROW_ALONE = Kind(
    "row-alone",
    _W,
    Wording(
        "A row of a table that stands alone is shown with its bars.",
        "Put the rows right below each other, with |---|---| below the head; write \\| for a bar in a text.",
    ),
    Wording(
        "Hàng của bảng đứng một mình nên hiện cả dấu gạch đứng.",
        "Hãy viết các hàng liền nhau, dưới hàng đầu là |---|---|; dấu gạch đứng trong chữ thì viết là \\|.",
    ),
)
BECAME_HEADING = Kind(
    "became-heading",
    _W,
    Wording(
        "This line makes a heading of the text above it.", "Put an empty line above it; or begin a heading with ##."
    ),
    Wording(
        "Dòng này biến đoạn ở trên thành đề mục.", "Hãy thêm một dòng trống phía trên; đề mục thì bắt đầu bằng ##."
    ),
)
HEADING_NEEDS_SPACE = Kind(
    "heading-needs-space",
    _W,
    Wording("Without a space behind #, this is no heading.", "Write: {mended_line}"),
    Wording("Thiếu dấu cách sau # nên dòng này không phải là đề mục.", "Hãy viết: {mended_line}"),
)
EMPTY_HEADING = Kind(
    "empty-heading",
    _W,
    Wording("The heading has no words.", "Write them behind #, or remove the line."),
    Wording("Đề mục không có chữ.", "Hãy viết chữ sau dấu #, hoặc xóa dòng này."),
)
EMPTY_ITEM = Kind(
    "empty-item",
    _W,
    Wording("The item of the list has no words.", "Write them, or remove the line."),
    Wording("Mục của danh sách không có chữ.", "Hãy viết thêm, hoặc xóa dòng này."),
)
TASK_SIGN = Kind(
    "task-sign",
    _W,
    Wording("A task begins with “- [ ] ” or “- [x] ”.", "Write: {mended_line}"),
    Wording("Việc cần làm phải bắt đầu bằng “- [ ] ” hoặc “- [x] ”.", "Hãy viết: {mended_line}"),
)
