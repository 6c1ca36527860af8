"""Problems with the output folder."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

NO_CONTENT = Kind(
    "no-content",
    _E,
    Wording("There is no bulletin here: no folder “content”.", "Name the folder of one, or make one: bantin init DIR."),
    Wording(
        "Ở đây không có bản tin: thiếu thư mục “content”.", "Hãy chỉ đúng thư mục, hoặc tạo mới: bantin init THƯ-MỤC."
    ),
)


def _unsafe(en: str, vi: str) -> Kind:
    return Kind(
        "unsafe-output",
        _E,
        Wording(f"The site cannot be put here: {en}.", "Name a folder of its own with -o, such as -o site."),
        Wording(f"Không thể đặt trang vào đây: {vi}.", "Hãy chỉ một thư mục riêng bằng -o, ví dụ -o site."),
    )


OUTPUT_IS_FILE = _unsafe("it is a file", "đây là một tệp")
OUTPUT_HOLDS_HOME = _unsafe("it holds a home folder or a whole disk", "đây là thư mục cá nhân hoặc cả ổ đĩa")
OUTPUT_HOLDS_BULLETIN = _unsafe("it holds the bulletin itself", "đây là thư mục chứa chính bản tin")
OUTPUT_IS_SOURCE = _unsafe("it is part of the bulletin's own files", "đây là một phần dữ liệu của bản tin")
OUTPUT_LEAVES_BULLETIN = _unsafe(
    "a symbolic link leads out of the bulletin here", "ở đây có liên kết tượng trưng dẫn ra ngoài bản tin"
)
NOT_OURS = Kind(
    "output-not-ours",
    _E,
    Wording(
        "This folder holds files that Bantin did not make, such as {name}.",
        "Name an empty folder, or say --adopt to publish into this one; its files stay.",
    ),
    Wording(
        "Thư mục này có tệp không do Bantin tạo, ví dụ {name}.",
        "Hãy chỉ một thư mục trống, hoặc thêm --adopt để xuất vào đây; các tệp có sẵn được giữ nguyên.",
    ),
)
FOREIGN = Kind(
    "foreign-file",
    _W,
    Wording("This file was not made by Bantin and was left alone.", "Remove it if the site should have its own."),
    Wording("Tệp này không do Bantin tạo nên được giữ nguyên.", "Hãy xóa đi nếu muốn dùng tệp của trang."),
)
LINK_IN_OUTPUT = Kind(
    "symlink-in-output",
    _E,
    Wording(
        "A symbolic link stands where the site needs a folder.", "Remove it; the site is never written through it."
    ),
    Wording("Ở đây có liên kết tượng trưng thay cho thư mục.", "Hãy xóa đi; trang không bao giờ ghi qua liên kết."),
)
CANNOT_WRITE = Kind(
    "cannot-write",
    _E,
    Wording("This cannot be written: {reason}.", "The site stands as it was. Mend the cause and build again."),
    Wording("Không ghi được tệp này: {reason}.", "Trang cũ vẫn giữ nguyên. Hãy khắc phục rồi dựng lại."),
)
OUTPUT_BUSY = Kind(
    "output-busy",
    _E,
    Wording("Another build is publishing into this folder.", "Wait until it has ended, then build again."),
    Wording("Một lần dựng trang khác đang ghi vào thư mục này.", "Hãy đợi lần đó kết thúc rồi dựng lại."),
)
LEDGER_NOT_WRITTEN = Kind(
    "ledger-not-written",
    _E,
    Wording(
        "The addresses of this build were not noted here: {reason}.",
        "The site is published. Mend the cause and build again, so that no address is lost later.",
    ),
    Wording(
        "Chưa ghi được các địa chỉ của lần dựng trang này vào đây: {reason}.",
        "Trang đã được xuất. Hãy khắc phục rồi dựng lại, để sau này không mất địa chỉ nào.",
    ),
)
