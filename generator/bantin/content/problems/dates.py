"""Problems with dates, times and durations: how they are written, and whether they can be true."""

from bantin.content.problems.values import meant
from bantin.domain.problems import Kind, Severity, Wording

_E, _W = Severity.ERROR, Severity.WARNING

BAD_DATE = Kind(
    "bad-date",
    _E,
    Wording(
        "“{value}” is not a date as Bantin reads them.",
        "Write year-month-day: 2012-11-20; 2012-11 or 2012 if that is all you know; XXXX-08-18 for an unknown year.",
    ),
    Wording(
        "“{value}” không đúng cách ghi ngày.",
        "Hãy ghi năm-tháng-ngày: 2012-11-20; nếu chỉ biết tháng hoặc năm: 2012-11, 2012; chưa rõ năm: XXXX-08-18.",
    ),
)
BAD_MOMENT = Kind(
    "bad-date",
    _E,
    Wording(
        "“{value}” is not a date as Bantin reads them.",
        "Write year-month-day: 2012-11-20; with a time, its offset belongs to it: 2012-11-20T17:00+07:00.",
    ),
    Wording(
        "“{value}” không đúng cách ghi ngày.",
        "Hãy ghi năm-tháng-ngày: 2012-11-20; có giờ thì ghi kèm múi giờ: 2012-11-20T17:00+07:00.",
    ),
)
BAD_DATE_MEANT = meant(BAD_DATE)
DAY_FIRST = Kind(
    "bad-date",
    _E,
    Wording(BAD_DATE.en.message, "Write: {mended} (the day comes first); if the month does, {other}."),
    Wording(BAD_DATE.vi.message, "Hãy ghi: {mended} (ngày đứng trước tháng); nếu tháng đứng trước thì ghi {other}."),
)
MONTH_FIRST = Kind(
    "bad-date",
    _E,
    Wording(BAD_DATE.en.message, "Write: {mended} (no month has such a number, so the month must come first)."),
    Wording(BAD_DATE.vi.message, "Hãy ghi: {mended} (không có tháng nào như vậy, nên tháng đang đứng trước ngày)."),
)
WHICH_CENTURY = Kind(
    "bad-date",
    _E,
    Wording(BAD_DATE.en.message, "Write the year in full: {mended}, or {other} if that is meant."),
    Wording(BAD_DATE.vi.message, "Hãy ghi đủ bốn chữ số của năm: {mended}, hoặc {other} nếu là thế kỷ khác."),
)
IMPOSSIBLE_DATE = Kind(
    "impossible-date",
    _E,
    Wording("There is no such day or time as “{value}”.", "Check the day, the month and the hour."),
    Wording("Không có ngày giờ “{value}”.", "Hãy kiểm tra lại ngày, tháng và giờ."),
)
NAIVE_TIME = Kind(
    "naive-time",
    _E,
    Wording("The time “{value}” does not say its time zone.", "Add the offset, as in 2021-11-24T22:26+07:00."),
    Wording("Giờ “{value}” chưa ghi múi giờ.", "Hãy thêm múi giờ, ví dụ 2021-11-24T22:26+07:00."),
)
NAIVE_TIME_MEANT = meant(NAIVE_TIME)
BAD_TIME = Kind(
    "bad-time",
    _E,
    Wording("“{value}” is not a date and time.", "Write the time as well, like {example}."),
    Wording("“{value}” không đúng cách ghi ngày giờ.", "Hãy ghi cả giờ, như {example}."),
)
UNREADABLE_EMBARGO = Kind(
    "unreadable-embargo",
    _E,
    Wording("Until when this file is under embargo cannot be read.", "“bantin check” tells what is wrong with it."),
    Wording("Không đọc được tệp này phải giữ kín đến lúc nào.", "“bantin check” cho biết tệp sai ở đâu."),
)
BAD_DAY = Kind(
    "bad-day",
    _E,
    Wording("“{value}” is not a day.", "Write year, month and day: 2012-11-20."),
    Wording("“{value}” không phải là một ngày.", "Hãy ghi đủ năm, tháng, ngày: 2012-11-20."),
)
BAD_DURATION = Kind(
    "bad-duration",
    _E,
    Wording("“{value}” is not a length of time.", "Write P1Y for a year, P6M for six months."),
    Wording("“{value}” không phải là khoảng thời gian.", "Hãy ghi P1Y cho một năm, P6M cho sáu tháng."),
)
BAD_DURATION_MEANT = meant(BAD_DURATION)
OUT_OF_ORDER = Kind(
    "dates-out-of-order",
    _E,
    Wording("“{later}” ({later_date}) is before “{earlier}” ({earlier_date}).", "Check both dates."),
    Wording("“{later}” ({later_date}) trước “{earlier}” ({earlier_date}).", "Hãy kiểm tra cả hai ngày."),
)
OUT_OF_RANGE = Kind(
    "date-out-of-range",
    _E,
    Wording("The year {year} is out of range.", "Years from {least} to {most} are accepted."),
    Wording("Năm {year} nằm ngoài khoảng cho phép.", "Chỉ nhận các năm từ {least} đến {most}."),
)
IN_THE_FUTURE = Kind(
    "date-in-the-future",
    _W,
    Wording("“{key}” ({date}) lies in the future.", "Check the date."),
    Wording("“{key}” ({date}) là một ngày chưa đến.", "Hãy kiểm tra lại ngày."),
)
OTHER_YEAR = Kind(
    "other-year",
    _W,
    Wording(
        "The article was published in {year} but lies in the folder “{folder}”, which is part of its address.",
        "Move it to articles/{year}/ before anybody links to it.",
    ),
    Wording(
        "Bài đăng năm {year} nhưng nằm trong thư mục “{folder}”, vốn là một phần của địa chỉ bài.",
        "Hãy chuyển bài sang articles/{year}/ trước khi có ai dẫn liên kết.",
    ),
)
WRONG_WEEKDAY = Kind(
    "wrong-weekday",
    _W,
    Wording("“{text}”: that day was a {en}.", "Write “{mended}” if the date is right; else correct the date."),
    Wording("“{text}”: ngày này là {vi}.", "Nếu ngày đúng, hãy ghi “{mended}”; nếu không, hãy sửa lại ngày."),
)
