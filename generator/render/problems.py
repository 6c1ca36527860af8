"""What can be wrong with a theme."""

from generator.errors import Kind, Severity, Wording

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
