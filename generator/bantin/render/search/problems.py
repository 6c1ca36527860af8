"""Problems of the search index. The site is published all the same, with its last index."""

from bantin.domain.problems import Kind, Severity, Wording

_W = Severity.WARNING

NO_ENGINE = Kind(
    "no-search-engine",
    _W,
    Wording(
        "The search cannot be brought up to date: Pagefind is not on this machine, or does not run here.",
        "Install it (pip install pagefind-bin, or npm install -g pagefind), or say “search: off”.",
    ),
    Wording(
        "Không cập nhật được phần tìm kiếm: máy này chưa có Pagefind, hoặc Pagefind không chạy được.",
        "Hãy cài đặt (pip install pagefind-bin, hoặc npm install -g pagefind), hoặc ghi “search: off”.",
    ),
)
ENGINE_FAILED = Kind(
    "search-engine-failed",
    _W,
    Wording(
        "The search has not been brought up to date: {reason}.",
        "Build once more; if it stays so, install Pagefind anew. Until then readers search what was published before.",
    ),
    Wording(
        "Phần tìm kiếm chưa được cập nhật: {reason}.",
        "Hãy dựng lại; nếu vẫn lỗi, hãy cài lại Pagefind. Bạn đọc vẫn tìm được trong dữ liệu đã xuất bản trước đây.",
    ),
)
