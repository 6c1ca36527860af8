"""Problems with moving agreements into files of their own, and with merging agencies."""

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
AGENCY_NOT_IN_LINES = Kind(
    "agency-not-in-lines",
    _E,
    Wording("This cannot be changed without touching other lines.", "Write it yourself, and try again: {line}"),
    Wording("Không sửa được chỗ này mà không đụng đến các dòng khác.", "Hãy tự ghi rồi chạy lại: {line}"),
)
ENDED_ON_ANOTHER_DAY = Kind(
    "agency-ended-on-another-day",
    _E,
    Wording(
        "“{old}” was succeeded by “{new}” already, on {day}, and cannot end again on {other}.",
        "Correct the day here, or give the right agency or day.",
    ),
    Wording(
        "“{old}” đã có cơ quan kế thừa là “{new}” từ {day}, nên không thể sáp nhập ngày {other}.",
        "Hãy sửa ngày ở đây, hoặc nêu đúng cơ quan, đúng ngày khi chạy lệnh.",
    ),
)
ENDED_ON_UNKNOWN_DAY = Kind(
    "agency-ended-on-unknown-day",
    _E,
    Wording(
        "“{old}” was succeeded by “{new}”, and it is not known on which day.",
        "Write the day here: on the same day, an agency may have several successors.",
    ),
    Wording(
        "“{old}” đã có cơ quan kế thừa là “{new}”, chưa rõ từ ngày nào.",
        "Hãy ghi ngày vào đây: cùng một ngày thì một cơ quan có thể có nhiều cơ quan kế thừa.",
    ),
)
ENDED_BEFORE_ITS_TIME = Kind(
    "agency-ended-before-its-time",
    _E,
    Wording("“{old}” existed on {day}, after the merger of {other}.", "Correct the day here, or give the right one."),
    Wording(
        "Ngày {day} vẫn còn “{old}”, tức là sau ngày sáp nhập {other}.",
        "Hãy sửa ngày ở đây, hoặc nêu đúng ngày khi chạy lệnh.",
    ),
)
NEW_ONE_ENDED = Kind(
    "new-agency-ended",
    _E,
    Wording(
        "“{old}” was itself succeeded by “{new}” on {day}, and cannot take over anything on {other}.",
        "Merge into “{new}”, or correct the day here.",
    ),
    Wording(
        "Chính “{old}” đã có cơ quan kế thừa là “{new}” từ {day}, nên ngày {other} không thể nhận sáp nhập.",
        "Hãy sáp nhập vào “{new}”, hoặc sửa ngày ở đây.",
    ),
)
NOT_YET_THERE = Kind(
    "new-agency-not-yet-there",
    _E,
    Wording("“{new}” exists only since {day}, after {other}.", "Correct the day here, or give the right one."),
    Wording("“{new}” chỉ có từ {day}, sau ngày {other}.", "Hãy sửa ngày ở đây, hoặc nêu đúng ngày khi chạy lệnh."),
)
SUCCESSION_CYCLE = Kind(
    "succession-cycle",
    _E,
    Wording(
        "With this merger, an agency would succeed itself: {chain}.",
        "One of these successions is wrong; an agency that begins anew needs a file of its own.",
    ),
    Wording(
        "Sáp nhập như vậy thì một cơ quan kế thừa chính nó: {chain}.",
        "Một trong các lần kế thừa này bị ghi sai; cơ quan được lập lại thì cần một tệp riêng.",
    ),
)
