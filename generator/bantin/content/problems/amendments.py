"""What can be wrong where one agreement amends the text of another."""

from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

AMENDMENT_WITHOUT_TEXT = Kind(
    "amendment-text",
    _E,
    Wording(
        "It is not said how the provision reads from then on.",
        "Add “text:” with the whole provision with its number, as the amending "
        "agreement has it; of several lines, write “|” behind the colon and the lines below.",
    ),
    Wording(
        "Chưa ghi nội dung mới của điều khoản.",
        "Hãy thêm “text:” với toàn bộ điều khoản kèm số thứ tự, như trong văn bản sửa đổi; "
        "nếu có nhiều dòng, hãy ghi “|” sau dấu hai chấm rồi viết các dòng ở dưới.",
    ),
)
REPEAL_WITH_TEXT = Kind(
    "amendment-text",
    _E,
    Wording(
        "A repealed provision has no text.",
        "Remove “text”; if the provision reads otherwise from then on, write “do: replace”.",
    ),
    Wording(
        "Điều khoản bị bãi bỏ thì không có nội dung.",
        "Hãy bỏ “text”; nếu điều khoản được sửa đổi, hãy ghi “do: replace”.",
    ),
)
