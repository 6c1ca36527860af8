"""Problems with a file, its front matter and its YAML."""

from typing import NamedTuple

from bantin.domain.problems import Kind, Severity, Wording

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
        "Lệnh `bantin counter snapshot` ghi tệp này; trang được dựng mà không có số liệu.",
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
RECORD_NAME = Kind(
    "bad-record-file-name",
    _E,
    Wording("The file name of a record is its id; “{name}” cannot be one.", "Rename the file to “{slug}.md”."),
    Wording("Tên tệp của văn bản là mã bản ghi; “{name}” không dùng được.", "Hãy đổi tên tệp thành “{slug}.md”."),
)
RECORD_ID = Kind(
    "record-id-not-file-name",
    _E,
    Wording(
        "The id of a record with a file of its own is the name of that file, not “{id}”.",
        "Take “id” out, or rename the file to “{id}.md”.",
    ),
    Wording(
        "Mã của văn bản có tệp riêng chính là tên tệp, không phải “{id}”.",
        "Hãy bỏ dòng “id”, hoặc đổi tên tệp thành “{id}.md”.",
    ),
)
NOT_A_MAPPING = Kind(
    "not-a-mapping",
    _E,
    Wording("Here must be lines of the form “key: value”.", "For example: “title: Quy chế phối hợp”."),
    Wording("Ở đây phải là các dòng dạng “khóa: giá trị”.", "Ví dụ: “title: Quy chế phối hợp”."),
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
    Wording("“{key}” is not a key that can stand here.", "Did you mean “{mended}”?"),
    Wording("“{key}” không phải là khóa dùng được ở đây.", "Có phải ý bạn là “{mended}”?"),
)
UNKNOWN_KEY_HIGHER = Kind(
    "unknown-key",
    _E,
    Wording("“{key}” belongs below “{below}:”.", "Put it there, indented by two spaces."),
    Wording("“{key}” phải nằm dưới “{below}:”.", "Hãy chuyển dòng này xuống dưới đó và thụt lề hai dấu cách."),
)


class MissingKey(NamedTuple):
    """The problems of a key without a value: ``missing`` at the top level, missing ``below`` another, or ``empty``."""

    missing: Kind
    below: Kind
    empty: Kind


_MISSING_EN, _MISSING_VI = "“{name}” is missing.", "Thiếu “{name}”."
_ABSENT_EN = "“{key}” is not given; readers will be told that it is not known."
_ABSENT_VI = "Chưa có “{key}”; trang sẽ ghi là chưa rõ."
MISSING = MissingKey(
    Kind(
        "missing-key",
        _E,
        Wording(_MISSING_EN, "Add a line such as “{line}”."),
        Wording(_MISSING_VI, "Hãy thêm một dòng như “{line}”."),
    ),
    Kind(
        "missing-key",
        _E,
        Wording(_MISSING_EN, "Add below “{above}:” a line such as “{line}”."),
        Wording(_MISSING_VI, "Hãy thêm dưới “{above}:” một dòng như “{line}”."),
    ),
    Kind(
        "missing-key",
        _E,
        Wording("“{name}” has no value.", "Write it behind the colon, such as “{line}”."),
        Wording("“{name}” để trống.", "Hãy ghi giá trị sau dấu hai chấm, ví dụ “{line}”."),
    ),
)
NEEDED = MissingKey(
    MISSING.missing,
    MISSING.below,
    Kind(
        "missing-key",
        _E,
        Wording("“{name}” must be known.", "Write it, such as “{line}”; or leave out all of what it belongs to."),
        Wording("“{name}” bắt buộc phải có.", "Hãy ghi, ví dụ “{line}”; hoặc bỏ cả mục chứa khóa này."),
    ),
)
ABSENT = MissingKey(
    Kind(
        "absent",
        _W,
        Wording(_ABSENT_EN, "Add a line such as “{line}”; if nobody knows, write “{unknown}”."),
        Wording(_ABSENT_VI, "Hãy thêm một dòng như “{line}”; nếu thực sự không rõ, hãy ghi “{unknown}”."),
    ),
    Kind(
        "absent",
        _W,
        Wording(_ABSENT_EN, "Add below “{above}:” a line such as “{line}”; if nobody knows, write “{unknown}”."),
        Wording(
            _ABSENT_VI, "Hãy thêm dưới “{above}:” một dòng như “{line}”; nếu thực sự không rõ, hãy ghi “{unknown}”."
        ),
    ),
    Kind(
        "absent",
        _W,
        Wording(_ABSENT_EN, "Write the line like this: “{line}”; if nobody knows: “{unknown}”."),
        Wording(_ABSENT_VI, "Hãy viết dòng này như “{line}”; nếu thực sự không rõ: “{unknown}”."),
    ),
)
NO_GIT = Kind(
    "git-not-found",
    _W,
    Wording(
        "This folder is in a Git repository, but there is no git on this machine: no page names its commit.",
        "Install git, or build without the history: --no-history.",
    ),
    Wording(
        "Thư mục này thuộc một kho Git nhưng máy không có lệnh git: các trang sẽ không ghi được phiên bản (commit).",
        "Hãy cài git, hoặc dựng trang không kèm lịch sử: --no-history.",
    ),
)
REPOSITORY_NOT_TRUSTED = Kind(
    "repository-not-trusted",
    _W,
    Wording(
        "Git does not trust this repository, which belongs to another user: no page names its commit.",
        "If you trust it: git config --global --add safe.directory {folder}",
    ),
    Wording(
        "Git không tin cậy kho này vì kho thuộc người dùng khác: các trang sẽ không ghi được phiên bản (commit).",
        "Nếu bạn tin cậy kho này: git config --global --add safe.directory {folder}",
    ),
)
