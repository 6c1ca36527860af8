"""The day or the year after a cited document: ``ngày 20 tháng 11 năm 2012``, ``năm 2018``."""

import re
from datetime import date
from functools import cache

from bantin.domain.text.dates import Edtf
from bantin.domain.text.instruments import BLANK
from bantin.domain.text.mentioned_dates import mentions

_LONGEST_DATE = 48


@cache
def _before_day() -> re.Pattern[str]:
    issued = rf"(?:(?:ký|ban{BLANK}hành|thông{BLANK}qua){BLANK})?"
    return re.compile(rf",?{BLANK}{issued}(ngày|dated|of){BLANK}(?=[0-9A-Z])", re.IGNORECASE)


@cache
def _year() -> re.Pattern[str]:
    revised = rf"sửa{BLANK}đổi(?:,?{BLANK}bổ{BLANK}sung)?"
    revised = rf"(?:{BLANK}(?:\({revised}\)|{revised}))?"
    return re.compile(rf"(?i:{revised}){BLANK}(?:(?i:năm|of){BLANK})?(\()?((?:19|20)[0-9]{{2}})(?![\w/-])(?(1)\))")


def date_after(text: str, at: int) -> tuple[Edtf | None, int]:
    """The day at the offset ``at``, and the offset after it; ``None`` and ``at`` if there is none."""
    before = _before_day().match(text, at)
    if before is None:
        return None, at
    start = before.start(1)
    told = text[start : start + _LONGEST_DATE].replace("\u00a0", " ")
    for mention in mentions(f"{told} the "):  # English dates are only accepted in English texts
        if mention.start == before.end() - start and mention.year:
            try:
                return Edtf.of(date(mention.year, mention.month, mention.day)), start + mention.end
            except ValueError:  # such as 31 February
                return None, at
    return None, at


def year_after(text: str, at: int) -> tuple[Edtf | None, int]:
    """The year at the offset ``at``, and the offset after it; ``None`` and ``at`` if there is none."""
    found = _year().match(text, at)
    return (Edtf(int(found[2])), found.end()) if found else (None, at)
