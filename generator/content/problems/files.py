"""What can be wrong with a file, its front matter and its YAML."""

from generator.errors import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

MISSING_SETTINGS = Kind(
    "missing-settings",
    _E,
    Wording("There is no {file}.", "A bulletin needs this file. `bantin init DIR` makes a new bulletin that has it."),
    Wording("Thiếu tệp {file}.", "Bản tin cần có tệp này. Lệnh `bantin init THƯ-MỤC` tạo một bản tin mới có sẵn tệp."),
)
TOO_LARGE = Kind(
    "file-too-large",
    _E,
    Wording("The file has {size} bytes; a text here has at most {limit}.", "Split it, or attach it as a document."),
    Wording("Tệp có {size} byte, vượt quá giới hạn {limit} byte.", "Hãy chia nhỏ, hoặc đính kèm như một tài liệu."),
)
BAD_FIGURES = Kind(
    "bad-counter-figures",
    _W,
    Wording(
        "These are no figures of a visitor counter: {reason}.",
        "`bantin counter snapshot` writes this file; the site is built without it.",
    ),
    Wording(
        "Đây không phải là số liệu của bộ đếm truy cập: {reason}.",
        "Lệnh `bantin counter snapshot` ghi tệp này; trang được tạo mà không có số liệu.",
    ),
)
UNREADABLE = Kind(
    "file-unreadable",
    _E,
    Wording("The file cannot be read: {reason}.", "Check that it exists and that you may read it."),
    Wording("Không đọc được tệp: {reason}.", "Hãy kiểm tra tệp còn đó và bạn có quyền đọc."),
)
NOT_UTF8 = Kind(
    "not-utf8",
    _E,
    Wording(
        "The file is not UTF-8 text; it may be {legacy}.",
        "Open it in your editor and save it as UTF-8; convert old fonts (TCVN3, VNI) with a converter such as UniKey.",
    ),
    Wording(
        "Tệp không phải văn bản UTF-8; có thể là {legacy}.",
        "Hãy mở bằng trình soạn thảo và lưu lại dạng UTF-8; phông chữ cũ (TCVN3, VNI) cần chuyển mã bằng UniKey.",
    ),
)
NOT_UTF8_AT_ALL = Kind(
    "not-utf8",
    _E,
    Wording("The file is not UTF-8 text from here on.", "Open it in your editor and save it as UTF-8."),
    Wording("Từ chỗ này tệp không phải văn bản UTF-8.", "Hãy mở bằng trình soạn thảo và lưu lại dạng UTF-8."),
)
LEGACY_TEXT = Kind(
    "legacy-encoding",
    _E,
    Wording(
        "This looks like text in an old encoding ({legacy}): “{sample}”.",
        "Convert it to Unicode (UniKey: Ctrl+Shift+F6) and paste it again.",
    ),
    Wording(
        "Đoạn này có vẻ dùng bảng mã cũ ({legacy}): “{sample}”.",
        "Hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi dán lại.",
    ),
)
LEGACY_WORDS = Kind(
    LEGACY_TEXT.code,
    _E,
    Wording(
        "This looks like text in an old encoding ({legacy}): “{sample}”.",
        "Is it “{mended}”? Compare it with the original, then write that.",
    ),
    Wording(
        "Đoạn này có vẻ dùng bảng mã cũ ({legacy}): “{sample}”.",
        "Có phải là “{mended}”? Hãy đối chiếu với bản gốc rồi ghi lại như vậy.",
    ),
)
LEGACY_PARAGRAPH = Kind(
    LEGACY_TEXT.code,
    _E,
    Wording(
        "This looks like text in an old encoding ({legacy}): “{sample}”.",
        "Does it begin “{reading}”? Convert it to Unicode (UniKey: Ctrl+Shift+F6) and paste it again.",
    ),
    Wording(
        "Đoạn này có vẻ dùng bảng mã cũ ({legacy}): “{sample}”.",
        "Có phải bắt đầu là “{reading}”? Hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi dán lại.",
    ),
)
CONTROL_CHARACTER = Kind(
    "control-character",
    _E,
    Wording("There is an invisible control character here ({code}).", "Delete it; retype the words around it."),
    Wording("Có ký tự điều khiển vô hình ở đây ({code}).", "Hãy xóa đi và gõ lại các từ xung quanh."),
)
OUTSIDE = Kind(
    "symlink-outside",
    _E,
    Wording("This link leads out of the content folder.", "Copy the file itself into the content folder."),
    Wording("Liên kết này dẫn ra ngoài thư mục nội dung.", "Hãy chép chính tệp đó vào thư mục nội dung."),
)
LINKED_FOLDER = Kind(
    "symlink-folder",
    _E,
    Wording("This folder is a symbolic link, which is not followed.", "Put the folder itself here."),
    Wording("Thư mục này là liên kết tượng trưng nên không được đọc.", "Hãy đặt chính thư mục đó vào đây."),
)
NO_SLUG = Kind(
    "no-slug",
    _E,
    Wording("No address can be made of the file name “{name}”.", "Rename the file with letters a–z, digits and “-”."),
    Wording("Không tạo được địa chỉ từ tên tệp “{name}”.", "Hãy đổi tên tệp, dùng chữ a–z, chữ số và dấu “-”."),
)
ID_IS_NOT_SLUG = Kind(
    "bad-agency-file-name",
    _E,
    Wording("The file name of an agency is its id; “{name}” cannot be one.", "Rename the file to “{slug}.yml”."),
    Wording("Tên tệp của cơ quan là mã của cơ quan; “{name}” không dùng được.", "Hãy đổi tên tệp thành “{slug}.yml”."),
)
NO_FRONT_MATTER = Kind(
    "front-matter-missing",
    _E,
    Wording(
        "The article does not begin with front matter.",
        "Its first line must be “---”, then lines such as “title: …”, then another “---”.",
    ),
    Wording(
        "Bài viết không bắt đầu bằng phần khai báo.",
        "Dòng đầu phải là “---”, tiếp theo là các dòng như “title: …”, rồi một dòng “---” nữa.",
    ),
)
UNCLOSED_FRONT_MATTER = Kind(
    "front-matter-unclosed",
    _E,
    Wording("The front matter that begins here has no end.", "Put a line “---” between it and the text."),
    Wording("Phần khai báo bắt đầu ở đây không có dòng kết thúc.", "Hãy thêm dòng “---” giữa khai báo và nội dung."),
)
NOT_A_MAPPING = Kind(
    "not-a-mapping",
    _E,
    Wording("Here must be lines of the form “key: value”.", "For example: “title: Quy chế phối hợp …”."),
    Wording("Ở đây phải là các dòng dạng “khóa: giá trị”.", "Ví dụ: “title: Quy chế phối hợp …”."),
)
YAML_SYNTAX = Kind(
    "yaml-syntax",
    _E,
    Wording("The YAML cannot be read here: {reason}.", "Check the indentation, the quotes and the brackets above."),
    Wording("Không đọc được YAML ở đây: {reason}.", "Hãy kiểm tra thụt lề, dấu nháy và dấu ngoặc phía trên."),
)
YAML_COLON = Kind(
    "yaml-colon",
    _E,
    Wording("A value with “: ” in it must stand in quotes.", "Write it as 'value: with a colon', in single quotes."),
    Wording("Giá trị có dấu “: ” phải đặt trong dấu nháy.", "Hãy viết 'giá trị: có dấu hai chấm', trong nháy đơn."),
)
YAML_NO_COLON = Kind(
    "yaml-no-colon",
    _E,
    Wording("This line is not “key: value”.", "Put “: ” behind the key, or indent the line if it goes on a text."),
    Wording("Dòng này không có dạng “khóa: giá trị”.", "Hãy thêm “: ” sau khóa, hoặc thụt lề nếu là đoạn tiếp theo."),
)
YAML_INDENT = Kind(
    "yaml-indent",
    _E,
    Wording("This line is indented unlike its neighbours.", "Begin keys that belong together in the same column."),
    Wording("Dòng này thụt lề khác với các dòng cùng cấp.", "Hãy để các khóa cùng cấp bắt đầu ở cùng một cột."),
)
YAML_TAB = Kind(
    "yaml-tab",
    _E,
    Wording("There is a tab here; YAML is indented with spaces.", "Replace the tab by two spaces."),
    Wording("Ở đây có phím Tab; YAML chỉ thụt lề bằng dấu cách.", "Hãy thay Tab bằng hai dấu cách."),
)
YAML_QUOTE = Kind(
    "yaml-quote",
    _E,
    Wording("The quotes of this value do not match.", "In '…' write a single quote twice: 'it''s'."),
    Wording("Dấu nháy của giá trị này không khớp nhau.", "Trong '…', dấu nháy đơn phải viết hai lần: ''."),
)
YAML_BRACKET = Kind(
    "yaml-bracket",
    _E,
    Wording("The bracket that opens here is not closed.", "Close it, or put the value in quotes if it is a text."),
    Wording("Dấu ngoặc mở ở đây chưa được đóng.", "Hãy đóng ngoặc, hoặc đặt giá trị trong dấu nháy nếu là văn bản."),
)
YAML_DASH = Kind(
    "yaml-dash",
    _E,
    Wording(
        "A list begins on a line of its own.", "Put each “- …” on its own line, or quote the value if it is a text."
    ),
    Wording("Danh sách phải bắt đầu ở dòng riêng.", "Hãy viết mỗi “- …” một dòng; nếu là văn bản, hãy đặt trong nháy."),
)
YAML_ESCAPE = Kind(
    "yaml-escape",
    _E,
    Wording("In double quotes, “\\” has a meaning of its own.", "Use single quotes: 'C:\\documents'."),
    Wording("Trong nháy kép, dấu “\\” có nghĩa riêng.", "Hãy dùng nháy đơn: 'C:\\tai-lieu'."),
)
YAML_RESERVED = Kind(
    "yaml-reserved",
    _E,
    Wording("A value cannot begin with “{char}”.", "Put it in quotes."),
    Wording("Giá trị không được bắt đầu bằng “{char}”.", "Hãy đặt trong dấu nháy."),
)
YAML_ALIAS = Kind(
    "yaml-alias",
    _E,
    Wording("Anchors and aliases (“&name”, “*name”) are not read here.", "Write the value out; quote text."),
    Wording(
        "Không dùng được neo và bí danh YAML (“&tên”, “*tên”).",
        "Hãy viết đầy đủ giá trị; nếu là văn bản, hãy đặt trong dấu nháy.",
    ),
)
YAML_TAG = Kind(
    "yaml-tag",
    _E,
    Wording("Tags (“{tag}”) are not read here.", "Remove it; put the value in quotes if it begins with “!”."),
    Wording("Không dùng được thẻ YAML (“{tag}”).", "Hãy bỏ đi; nếu giá trị bắt đầu bằng “!”, hãy đặt trong dấu nháy."),
)
YAML_TOO_DEEP = Kind(
    "yaml-too-deep",
    _E,
    Wording("The lists and mappings are nested too deeply.", "No field needs more than a few levels."),
    Wording("Danh sách lồng nhau quá sâu.", "Không mục nào cần quá vài cấp."),
)
YAML_SECOND_DOCUMENT = Kind(
    "yaml-second-document",
    _E,
    Wording("A second YAML document begins here.", "Keep one document in a file: remove this “---”."),
    Wording("Ở đây bắt đầu một tài liệu YAML thứ hai.", "Mỗi tệp chỉ có một tài liệu: hãy bỏ dòng “---” này."),
)
DUPLICATE_KEY = Kind(
    "duplicate-key",
    _E,
    Wording("“{key}” stands here a second time; the first is on line {line}.", "Keep one of the two."),
    Wording("Khóa “{key}” bị lặp; lần đầu ở dòng {line}.", "Hãy giữ lại một trong hai."),
)
BAD_KEY = Kind(
    "bad-key",
    _E,
    Wording("A key must be a word, not a list or a mapping.", "Write “key: value”."),
    Wording("Khóa phải là một từ, không phải danh sách.", "Hãy viết “khóa: giá trị”."),
)
UNKNOWN_KEY = Kind(
    "unknown-key",
    _E,
    Wording("“{key}” is not a key that can stand here.", "Known here: {known}."),
    Wording("“{key}” không phải là khóa dùng được ở đây.", "Các khóa dùng được: {known}."),
)
UNKNOWN_KEY_NEAR = Kind(
    "unknown-key",
    _E,
    Wording("“{key}” is not a key that can stand here.", "Did you mean “{near}”?"),
    Wording("“{key}” không phải là khóa dùng được ở đây.", "Có phải ý bạn là “{near}”?"),
)
MISSING_KEY = Kind(
    "missing-key",
    _E,
    Wording("“{key}” is missing.", "Add a line “{key}: …”."),
    Wording("Thiếu “{key}”.", "Hãy thêm dòng “{key}: …”."),
)
ABSENT = Kind(
    "absent",
    _W,
    Wording("“{key}” is not given; readers will be told that it is not known.", "Add “{key}: …” once you know it."),
    Wording("Chưa có “{key}”; trang sẽ ghi là chưa rõ.", "Hãy thêm “{key}: …” khi biết."),
)
