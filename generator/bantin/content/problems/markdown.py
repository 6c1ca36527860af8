"""Problems with the text of an article or page."""

from bantin.domain.problems import Kind, Severity, Wording

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
    Wording("Danh sách hoặc trích dẫn lồng nhau quá sâu.", "Vài cấp là đủ cho bạn đọc."),
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
TOO_MANY_LINES = Kind(
    "markdown-too-many-lines",
    _E,
    Wording("The text has more than {limit} lines.", "Split the article, or attach the text as a document."),
    Wording("Nội dung có hơn {limit} dòng.", "Hãy chia nhỏ bài, hoặc đính kèm nội dung như một tài liệu."),
)
LONG_PARAGRAPH = Kind(
    "markdown-long-paragraph",
    _E,
    Wording("This paragraph is too long for the markup in it.", "Put blank lines between paragraphs."),
    Wording("Đoạn này quá dài và có quá nhiều dấu định dạng.", "Hãy thêm dòng trống để chia thành nhiều đoạn."),
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
    Wording("{what} không được dùng trong bài viết nên đã bị bỏ.", "Hãy dùng Markdown, hoặc hỏi người quản trị."),
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
NEAR_ANCHOR = Kind(
    "no-such-anchor",
    _E,
    Wording("There is no heading or anchor “#{anchor}” there.", "Write {mended}"),
    Wording("Không có đề mục hoặc neo “#{anchor}” ở đó.", "Hãy viết {mended}"),
)
UNCLOSED_TAG = Kind(
    "unclosed-tag",
    _W,
    Wording(
        "“{tag}” is HTML that lacks its other half, so it is shown as it is written.",
        "Write “{mended}” if these are words; otherwise add the other half.",
    ),
    Wording(
        "“{tag}” là thẻ HTML thiếu nửa còn lại nên được hiển thị nguyên văn.",
        "Hãy viết “{mended}” nếu đó là chữ; nếu là thẻ thì thêm nửa còn lại.",
    ),
)
ON_A_COMPUTER = Kind(
    "dangerous-url",
    _E,
    Wording(
        "“{address}” is a file on your own computer; no reader can open it.",
        "Copy the file into documents/ and write its name there, such as /documents/quy-che.pdf.",
    ),
    Wording(
        "“{address}” là tệp trên máy của bạn; bạn đọc không mở được.",
        "Hãy chép tệp vào documents/ rồi ghi tên tệp ở đó, ví dụ /documents/quy-che.pdf.",
    ),
)
BAD_ADDRESS = Kind(
    "broken-link",
    _E,
    Wording("Behind “https:” there must be two slashes.", "Write {mended}"),
    Wording("Sau “https:” phải có hai dấu gạch chéo “//”.", "Hãy viết {mended}"),
)
LINK_SWAPPED = Kind(
    "link-syntax",
    _E,
    Wording("The words and the address of this link are the wrong way round.", "Write {mended}"),
    Wording("Chữ và địa chỉ của liên kết này đặt ngược chỗ.", "Hãy viết {mended}"),
)
LINK_APART = Kind(
    "link-syntax",
    _E,
    Wording("A space keeps this from being a link.", "Write {mended}"),
    Wording("Dấu cách làm cho chỗ này không thành liên kết.", "Hãy viết {mended}"),
)
SPACE_IN_ADDRESS = Kind(
    "link-syntax",
    _E,
    Wording("The address of this link has a space in it, so it is no link.", "Write {mended}"),
    Wording("Địa chỉ của liên kết này có dấu cách nên không thành liên kết.", "Hãy viết {mended}"),
)
LINK_UNCLOSED = Kind(
    "link-syntax",
    _E,
    Wording("The address of this link lacks its closing bracket.", "Write {mended}"),
    Wording("Địa chỉ của liên kết này thiếu dấu ngoặc đóng.", "Hãy viết {mended}"),
)
LINK_NOWHERE = Kind(
    "link-syntax",
    _E,
    Wording(
        "This link or picture has no address.", "Write the address in the round brackets, or take the brackets away."
    ),
    Wording("Liên kết hoặc ảnh này chưa có địa chỉ.", "Hãy ghi địa chỉ trong ngoặc tròn, hoặc bỏ các dấu ngoặc."),
)
LINK_WITHOUT_WORDS = Kind(
    "link-syntax",
    _E,
    Wording("This link has no words, so nobody can see it.", "Write in the square brackets where it leads."),
    Wording("Liên kết này không có chữ nên không ai nhìn thấy.", "Hãy ghi trong ngoặc vuông nơi nó dẫn đến."),
)
NO_NOTE = Kind(
    "undefined-footnote",
    _E,
    Wording(
        "There is no footnote “{label}”.", "Write “[^{label}]: …” on a line of its own at the end, or remove this."
    ),
    Wording("Không có chú thích “{label}”.", "Hãy viết “[^{label}]: …” thành một dòng ở cuối bài, hoặc bỏ chỗ này."),
)
OTHER_NOTE = Kind(
    "undefined-footnote",
    _E,
    Wording("There is no footnote “{label}”.", "Write {mended} if you mean that one."),
    Wording("Không có chú thích “{label}”.", "Hãy viết {mended} nếu bạn muốn dẫn đến chú thích đó."),
)
UNUSED_NOTE = Kind(
    "unused-footnote",
    _W,
    Wording(
        "Nothing in the text refers to the footnote “{label}”.", "Write [^{label}] where it belongs, or remove it."
    ),
    Wording(
        "Không chỗ nào trong bài dẫn đến chú thích “{label}”.", "Hãy viết [^{label}] vào chỗ cần, hoặc bỏ chú thích."
    ),
)
NOTE_TWICE = Kind(
    "footnote-twice",
    _E,
    Wording("The footnote “{label}” is written twice; only one of them would be shown.", "Give one another number."),
    Wording("Chú thích “{label}” được viết hai lần; chỉ một lần được hiển thị.", "Hãy đặt số khác cho một chú thích."),
)
NO_REFERENCE = Kind(
    "undefined-reference",
    _E,
    Wording(
        "The link “{label}” has no address.",
        "Write “[{label}]: https://…” on a line of its own at the end, or the address in round brackets here.",
    ),
    Wording(
        "Liên kết “{label}” chưa có địa chỉ.",
        "Hãy viết “[{label}]: https://…” thành một dòng ở cuối bài, hoặc ghi địa chỉ trong ngoặc tròn ngay tại đây.",
    ),
)
OTHER_REFERENCE = Kind(
    "undefined-reference",
    _E,
    Wording("The link “{label}” has no address.", "Write {mended} if you mean that one."),
    Wording("Liên kết “{label}” chưa có địa chỉ.", "Hãy viết {mended} nếu bạn muốn dẫn đến địa chỉ đó."),
)
UNUSED_REFERENCE = Kind(
    "unused-reference",
    _W,
    Wording(
        "No link uses the address of “{label}”, and this line is not shown.",
        "Write {mended} instead of the bracket if it is to be read; otherwise remove the line.",
    ),
    Wording(
        "Không liên kết nào dùng địa chỉ của “{label}”, và dòng này không hiển thị.",
        "Hãy viết {mended} thay cho dấu ngoặc nếu muốn hiển thị; nếu không thì bỏ dòng này.",
    ),
)
REFERENCE_TWICE = Kind(
    "reference-twice",
    _E,
    Wording("The address of “{label}” is given twice.", "Remove one of the two, or give it another name."),
    Wording("Địa chỉ của “{label}” được ghi hai lần.", "Hãy bỏ một trong hai, hoặc đặt tên khác."),
)
