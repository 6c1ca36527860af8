"""The values that fields of the form accept, as regular expressions that mean the same in JavaScript and Python.

The schema accepts every value that matches: the expressions are as strict as the schema, even for 29 February.
"""

from collections.abc import Mapping

from msgspec import Struct

from bantin.content.schema import aliases, values
from bantin.domain.model import Label
from bantin.domain.text.slugs import SLUG as SLUG_PATTERN
from bantin.site.views import Json


class Pattern(Struct, frozen=True):
    """A regular expression for a complete text, and advice for a text that does not match."""

    regex: str
    advice: Label


_YEAR = r"(?!0000)[0-9]{4}"
_LEAP_YEAR = r"(?:(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00))"
_LONG_MONTH, _SHORT_MONTH = r"(?:0[13578]|1[02])", r"(?:0[469]|11)"
_DAY_OF_MONTH = (
    rf"(?:{_LONG_MONTH}-(?:0[1-9]|[12][0-9]|3[01])|{_SHORT_MONTH}-(?:0[1-9]|[12][0-9]|30)|"
    "02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_DAY = rf"(?:{_YEAR}-{_DAY_OF_MONTH}|{_LEAP_YEAR}-02-29)"
_DATE = rf"(?:{_DAY}|{_YEAR}-(?:0[1-9]|1[0-2])|{_YEAR}|XXXX-(?:{_DAY_OF_MONTH}|02-29))[?~%]?"
# The first and last years are excluded: with some offsets from UTC, they would be out of range.
_TIME = r"T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9])"
_INSTANT = rf"(?:(?:1[0-9]|2[0-9])[0-9]{{2}}-{_DAY_OF_MONTH}){_TIME}"

SOMETHING = Pattern(r"(?=[\s\S]*[^\s])[\s\S]+", Label("Hãy ghi nội dung.", "Write something."))
WORD = Pattern(
    r"(?=.*[A-Za-z0-9]).+",
    Label("Cần có ít nhất một chữ cái không dấu hoặc chữ số.", "At least one plain letter or digit is needed."),
)
DATE = Pattern(
    _DATE,
    Label(
        "Ghi năm-tháng-ngày: 2012-11-20; chỉ biết tháng hoặc năm: 2012-11, 2012; chưa rõ năm: XXXX-08-18.",
        "Year-month-day: 2012-11-20; if only the month or year is known: 2012-11, 2012; year unknown: XXXX-08-18.",
    ),
)
EXPIRY = Pattern(
    rf"(?:indefinite|{_DATE})",
    Label("Ghi ngày như 2012-11-20, hoặc indefinite: không thời hạn.", "A date such as 2012-11-20, or indefinite."),
)
MOMENT = Pattern(
    rf"(?:{_DATE}|{_INSTANT})",
    Label(
        "Ghi ngày như 2021-11-24, hoặc ngày giờ kèm múi giờ: 2021-11-24T22:26+07:00.",
        "A date such as 2021-11-24, or a time with its offset: 2021-11-24T22:26+07:00.",
    ),
)
DAY_OR_INSTANT = Pattern(rf"(?:{_DAY}|{_INSTANT})", MOMENT.advice)
INSTANT = Pattern(
    _INSTANT,
    Label("Ghi ngày giờ kèm múi giờ: 2021-11-24T22:26+07:00.", "A time with its offset: 2021-11-24T22:26+07:00."),
)
DURATION = Pattern(
    r"P(?=[0-9]+[YMWD])(?![0YMWD]*$)(?:[0-9]{1,3}Y)?(?:[0-9]{1,3}M)?(?:[0-9]{1,3}W)?(?:[0-9]{1,4}D)?",
    Label("P1Y là mỗi năm, P6M là sáu tháng.", "P1Y is a year, P6M six months."),
)
SLUG = Pattern(
    SLUG_PATTERN.pattern,
    Label("Chỉ dùng chữ thường không dấu, chữ số và dấu -.", "Lower-case letters without marks, digits and hyphens."),
)
RECORD = Pattern(
    SOMETHING.regex,
    Label("Mã bản ghi, số ký hiệu hoặc tên tệp bài viết.", "A record ID, its number, or the file of its article."),
)
URL = Pattern(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?:/[^\s<>\"\\\[\]]*)?",
    Label("Ghi cả địa chỉ: https://…", "The whole address: https://…"),
)
LANGUAGE = Pattern(values.LANG.pattern, Label("Ví dụ: vi, en, fr.", "Such as vi, en, fr."))
SHA256 = Pattern(values.SHA256.pattern, Label("64 chữ số và chữ a đến f.", "64 digits and letters a to f."))
ALIAS = Pattern(
    f"(?:{aliases.PATH_ALIAS.pattern}|{aliases.QUERY_ALIAS.pattern})",
    Label(
        "Đường dẫn cũ, ví dụ tin-tuc/17.html hoặc tin.aspx?id=17.",
        "An old path, such as news/17.html or news.aspx?id=17.",
    ),
)
PUBLIC = Pattern(
    r"(?:yes|no: .*[^\s])",
    Label("Ghi yes, hoặc no: rồi lý do không công bố.", "yes, or no: and the reason why it is not published."),
)


def whole_number(least: int, most: int) -> Pattern:
    """The numbers from ``least``, which is 0 or 1, to ``most``, all of whose digits are 9."""
    digits = len(str(most))
    regex = rf"[1-9][0-9]{{0,{digits - 1}}}"
    advice = Label(f"Một số từ {least} đến {most}.", f"A number from {least} to {most}.")
    return Pattern(regex if least else f"(?:0|{regex})", advice)


def or_unknown(field: Mapping[str, Json]) -> Mapping[str, Json]:
    """The field of a fact, which may also be stated to be unknown."""
    pattern = field.get("pattern")
    return {**field, "pattern": (f"^unknown$|{pattern[0]}", pattern[1])} if isinstance(pattern, tuple) else field
