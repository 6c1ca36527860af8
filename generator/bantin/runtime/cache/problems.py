"""Problems with the location of the cache."""

from bantin.domain.problems import Kind, Severity, Wording

_E = Severity.ERROR

CACHE_IS_LINK = Kind(
    "symlink-in-memory",
    _E,
    Wording(
        "A symbolic link stands where Bantin keeps what it remembers.",
        "Remove the link; Bantin never writes through one, and makes the folder anew.",
    ),
    Wording(
        "Ở nơi Bantin lưu bộ nhớ đệm có một liên kết tượng trưng.",
        "Hãy xóa liên kết; Bantin không bao giờ ghi qua liên kết và sẽ tự tạo lại thư mục.",
    ),
)
CACHE_IS_TRACKED = Kind(
    "tracked-memory",
    _E,
    Wording(
        "What Bantin remembers has been committed to Git; whoever can change the repository could change it.",
        "Take it out, and add .bantin/ to .gitignore: git rm -r --cached {path}",
    ),
    Wording(
        "Bộ nhớ đệm của Bantin đã bị đưa vào Git; ai sửa được kho thì cũng sửa được nó.",
        "Hãy bỏ ra khỏi Git và thêm .bantin/ vào .gitignore: git rm -r --cached {path}",
    ),
)
