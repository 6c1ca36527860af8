"""Problems with the ledger of what was public."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

CONFLICT = Kind(
    "ledger-conflict",
    _W,
    Wording(
        "This line marks a conflict of Git. The addresses of both sides were kept.",
        "`bantin build` writes the file anew without it; “content/.ledger merge=union” in .gitattributes prevents it.",
    ),
    Wording(
        "Dòng này đánh dấu xung đột khi gộp nhánh Git. Địa chỉ của cả hai bên đều được giữ.",
        "`bantin build` sẽ ghi lại tệp không còn dòng này; dòng “content/.ledger merge=union” trong .gitattributes "
        "ngăn xung đột.",
    ),
)
BAD_LINE = Kind(
    "bad-ledger-line",
    _E,
    Wording(
        "This is no line as `bantin build` writes it: seven values with tabs between them, an address first.",
        "Take the file back from Git: git checkout -- content/.ledger",
    ),
    Wording(
        "Dòng này không đúng mẫu mà `bantin build` ghi: bảy giá trị cách nhau bằng dấu tab, đầu tiên là địa chỉ.",
        "Hãy lấy lại tệp từ Git: git checkout -- content/.ledger",
    ),
)
NO_HEAD = Kind(
    "bad-ledger-line",
    _E,
    Wording(
        "The line that the ledger begins with is missing: the file has been emptied or cut off.",
        "Take the file back from Git: git checkout -- content/.ledger",
    ),
    Wording(
        "Thiếu dòng mở đầu của sổ địa chỉ: nội dung tệp đã bị xóa hoặc bị cắt mất.",
        "Hãy lấy lại tệp từ Git: git checkout -- content/.ledger",
    ),
)
NOT_TEXT = Kind(
    "bad-ledger-line",
    _E,
    Wording(
        "The ledger is not in UTF-8, as `bantin build` writes it: another program has saved it.",
        "Take the file back from Git: git checkout -- content/.ledger",
    ),
    Wording(
        "Sổ địa chỉ không còn ở dạng UTF-8 mà `bantin build` ghi: chương trình khác đã lưu lại tệp.",
        "Hãy lấy lại tệp từ Git: git checkout -- content/.ledger",
    ),
)
IS_LINK = Kind(
    "ledger-is-link",
    _E,
    Wording(
        "The ledger is a symbolic link, and builds write this file: it could lie outside of the bulletin.",
        "Put the file that it leads to here in its place.",
    ),
    Wording(
        "Sổ địa chỉ là liên kết tượng trưng, mà mỗi lần dựng trang đều ghi tệp này: có thể tệp nằm ngoài bản tin.",
        "Hãy đặt chính tệp mà liên kết dẫn đến vào chỗ này.",
    ),
)
