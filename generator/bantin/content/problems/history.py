"""Problems between the content and its history in Git."""

from bantin.domain.problems import Kind, Severity, Wording

_W = Severity.WARNING

NO_FORMER_VERSIONS = Kind(
    "no-former-versions",
    _W,
    Wording(
        "The history of the files is not known in full, so no page shows former versions (former_versions).",
        "Build in a full clone of the Git repository (for CI: fetch-depth: 0 or GIT_DEPTH: 0), "
        "or take “former_versions” out.",
    ),
    Wording(
        "Không có đủ lịch sử của các tệp nên không có trang các phiên bản trước (former_versions).",
        "Hãy dựng trang trong bản sao đầy đủ của kho Git (với CI: fetch-depth: 0 hoặc GIT_DEPTH: 0), "
        "hoặc bỏ “former_versions”.",
    ),
)
CHANGED_WITHOUT_NOTE = Kind(
    "changed-without-note",
    _W,
    Wording(
        "What was public has been changed without a note: {en}; last in commit {commit} of {day}.",
        "Tell readers in the front matter: “changes: [{{on: {day}, kind: correction, note: …}}]”, or “kind: update”; "
        "if it makes no difference to them, “changes: [{{on: {day}, kind: minor}}]”.",
    ),
    Wording(
        "Nội dung đã công khai bị sửa mà không có ghi chú: {vi}; lần sửa gần nhất ngày {day}, phiên bản (commit) "
        "{commit}.",
        "Hãy báo cho bạn đọc ở phần đầu tệp: “changes: [{{on: {day}, kind: correction, note: …}}]”, hoặc "
        "“kind: update”; sửa không ảnh hưởng đến bạn đọc thì ghi “changes: [{{on: {day}, kind: minor}}]”.",
    ),
)
