"""Problems with themes."""

from bantin.domain.problems import Kind, Severity, Wording

_E = Severity.ERROR

NO_THEME = Kind(
    "unknown-theme",
    _E,
    Wording("There is no theme “{name}”.", "Known themes: {known}. A theme of your own is a folder themes/{name}/."),
    Wording("Không có giao diện “{name}”.", "Giao diện hiện có: {known}. Giao diện riêng là thư mục themes/{name}/."),
)
THEME_CYCLE = Kind(
    "theme-cycle",
    _E,
    Wording("The theme extends itself: {chain}.", "Correct one “extends:”."),
    Wording("Giao diện mở rộng chính nó: {chain}.", "Hãy sửa lại một mục “extends:”."),
)
THEME_LEAVES = Kind(
    "theme-link-outside",
    _E,
    Wording("This link leads out of the themes.", "Put the file itself here; nothing outside is ever published."),
    Wording(
        "Liên kết này dẫn ra ngoài thư mục giao diện.",
        "Hãy đặt chính tệp đó vào đây; tệp ở ngoài không được công khai.",
    ),
)
NO_FILE = Kind(
    "theme-not-a-file",
    _E,
    Wording("This is a pipe, a socket or a device, and no file.", "Take it out of the theme."),
    Wording("Đây là ống dẫn, socket hoặc thiết bị, không phải tệp.", "Hãy bỏ ra khỏi giao diện."),
)
TEMPLATE_SYNTAX = Kind(
    "template-syntax",
    _E,
    Wording("The template cannot be read: {reason}", "Correct this line of the theme."),
    Wording("Không đọc được mẫu giao diện: {reason}", "Hãy sửa dòng này của giao diện."),
)
TEMPLATE_UNDEFINED = Kind(
    "template-undefined",
    _E,
    Wording(
        "The template asks for something that its page does not have: {reason} (page {page}).",
        "A template has `page`, the view of its page, and `site`; docs/themes.md lists what they hold.",
    ),
    Wording(
        "Mẫu giao diện hỏi một thứ mà trang không có: {reason} (trang {page}).",
        "Mẫu chỉ có `page` và `site`; docs/themes.md liệt kê những gì chúng chứa.",
    ),
)
TEMPLATE_MISSING = Kind(
    "template-missing",
    _E,
    Wording("The theme has no template “{name}” (page {page}).", "Add it, or let the theme extend “default”."),
    Wording("Giao diện không có mẫu “{name}” (trang {page}).", "Hãy thêm mẫu, hoặc mở rộng giao diện “default”."),
)
TEMPLATE_UNSAFE = Kind(
    "template-unsafe",
    _E,
    Wording(
        "The template reaches for what a sandboxed theme must not use: {reason} (page {page}).",
        "Show what `page` and `site` have; who trusts this theme as a program builds with --themes trusted.",
    ),
    Wording(
        "Mẫu giao diện dùng thứ mà chế độ cách ly không cho phép: {reason} (trang {page}).",
        "Chỉ dùng những gì `page` và `site` có; nếu tin giao diện này như một chương trình, thêm --themes trusted.",
    ),
)
TEMPLATE_FAILED = Kind(
    "template-failed",
    _E,
    Wording("The template fails on page {page}: {reason}", "Correct this line of the theme."),
    Wording("Mẫu giao diện gặp lỗi ở trang {page}: {reason}", "Hãy sửa dòng này của giao diện."),
)
NO_ASSET = Kind(
    "unknown-asset",
    _E,
    Wording("The style sheet asks for “{name}”, which the theme does not have.", "Put it into the theme's static/."),
    Wording("Bảng kiểu cần tệp “{name}” nhưng giao diện không có.", "Hãy đặt tệp vào static/ của giao diện."),
)
BAD_CATALOGUE = Kind(
    "bad-catalogue",
    _E,
    Wording("The catalogue cannot be read: {reason}", "Correct it; `msgfmt --check` tells more."),
    Wording("Không đọc được bảng dịch: {reason}", "Hãy sửa lại; lệnh `msgfmt --check` cho biết thêm."),
)
BAD_WORDING = Kind(
    "bad-wording",
    _E,
    Wording(
        "The wording “{text}” cannot be filled in.",
        "It may have the gaps in braces of “{message}”, and no others; a brace itself is written twice.",
    ),
    Wording(
        "Không điền được vào câu “{text}”.",
        "Câu chỉ được có những chỗ trống trong ngoặc nhọn của “{message}”; muốn ghi chính dấu ngoặc thì viết hai lần.",
    ),
)
