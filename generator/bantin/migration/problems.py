"""Problems with moving agreements into files of their own."""

from bantin.domain.problems import Kind, Severity, Wording

_E = Severity.ERROR

NOT_IN_LINES = Kind(
    "agreement-not-in-lines",
    _E,
    Wording(
        "The lines of this agreement cannot be moved as they are.",
        "Write “agreement:” on a line of its own, and each key below it on its own line, without braces around all.",
    ),
    Wording(
        "Không chuyển nguyên văn được các dòng của văn bản này.",
        "Hãy để “agreement:” riêng một dòng, mỗi khóa bên dưới một dòng, không đặt tất cả trong ngoặc nhọn.",
    ),
)
FILE_THERE = Kind(
    "record-file-exists",
    _E,
    Wording(
        "The agreement would move to {target}, which is there already.", "Give it another “id”, or move that file."
    ),
    Wording("Văn bản sẽ được chuyển vào {target}, nhưng đã có tệp này.", "Hãy đặt “id” khác, hoặc chuyển tệp kia đi."),
)
SCHEDULED = Kind(
    "record-of-scheduled-article",
    _E,
    Wording(
        "This article is shown from {day} on; a record with a file of its own would be shown at once.",
        "Move it after that day; until then, name the records to move: bantin migrate records ID…",
    ),
    Wording(
        "Bài này từ {day} mới hiện; văn bản có tệp riêng thì sẽ hiện ngay.",
        "Hãy chuyển sau ngày đó; trước mắt hãy nêu mã các văn bản cần chuyển: bantin migrate records MÃ…",
    ),
)
